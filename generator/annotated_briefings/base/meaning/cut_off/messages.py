"""Whether the sentence of a passage calls the message that it is from false: a forged letter, a bot.

In a language whose words of denial are not read, any word for `false` in the rest of the sentence is enough.
"""

import re

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.meaning.speech import SPEECH
from annotated_briefings.base.regex import regex

_FALSE = (
    r"forged|fake|faked|bogus|hoax|false|fabricated|invented|made-up|doctored|manipulated|spoof\w*|gefälscht\w*"
    r"|falsch\w*"
    r"|erfunden\w*|manipuliert\w*|faux|fausse\w*|falsifi\w+|contrefait\w*|inventé\w*|fals[oaei]s?|falsificad\w+"
    r"|inventad\w+|forjad\w+"
    r"|amañad\w+|contraffatt\w+|inventat\w+|falsificat\w+|vals\w*|vervals\w+|nep\w*|verzonnen|falsk\w*|förfalsk\w+"
    r"|forfalsk\w+"
    r"|påhitta\w+|opdigte\w+|oppdikt\w+|osan\w+|usan\w+|fałszyw\w+|sfałszowan\w+|zmyślon\w+|nieprawdziw\w+"
    r"|spreparowan\w+"
    r"|podvržen\w+|smyšlen\w+|vymyšlen\w+|faleš\w+|nepravdiv\w+|není pravdiv\w+|není pravda|поддельн\w+|фальшив\w+"
    r"|ложн\w+"
    r"|вымышлен\w+|выдуман\w+|фейков\w+|підроблен\w+|фальшив\w+|вигадан\w+|неправдив\w+|lažn\w+|izmišljen\w+|лажн\w+"
    r"|фалшив\w+"
    r"|невярн\w+|измислен\w+|ملفق\w*|مزور\w*|كاذب\w*|زائف\w*|مفبرك\w*|مختلق\w*|sahte|uydurma|asılsız|hamis\w*|kitalált"
    r"|ψευδ\w+|πλαστ\w+|ανυπόστατ\w+|väärenne\w+|keksit\w+|valhee\w+|fals|falsă|inventat\w*|जाली|फ़र्ज़ी|फर्जी|झूठ\w*"
    r"|가짜|위조"
    r"|מזויפ\w*|מפוברק\w*|שקרי\w*|جعلی|ساختگی|دروغ\w*"
)
_MESSAGE = (
    r"letters?|e-?mails?|mail|messages?|text|post|posting|posts|tweet|account|accounts|profile|website|site|page"
    r"|report|reports"
    r"|story|stories|news|claims?|rumou?rs?|document|statement|notice|leaflet|flyer|video|clip|recording|caller"
    r"|press release"
    r"|schreiben|brief|nachricht\w*|meldung\w*|bericht|behauptung\w*|konto|profil|seite|dokument|zitat|geschichte"
    r"|anruf\w*|flugblatt"
    r"|lettre|courriels?|courrier|message|rapport|compte|profil|document|communiqué|nouvelle|rumeur|tract|vidéo|carta"
    r"|correo|mensaje"
    r"|cuenta|perfil|documento|comunicado|noticia|rumor|informe|vídeo|video|lettera|messaggio|notizia|comunicato|voce"
    r"|rapporto|conto"
    r"|mensagem|notícia|perfil|conta|boato|brief|bericht|nieuws\w*|account|profiel|verhaal|brev\w*|meddelande\w*"
    r"|melding\w*|besked\w*"
    r"|uppgift\w*|oplysning\w*|opplysning\w*|konto\w*|nyhet\w*|histori\w+|historie\w*|rykt\w+|wiadomoś\w+|informacj\w+"
    r"|wpis\w*|konto|dopis\w*|zpráv\w+|správ\w+|příspěv\w+|письм\w+|сообщени\w+|новост\w+|аккаунт\w*|страниц\w+"
    r"|документ\w*|слух\w*"
    r"|запис\w+|лист\w{0,3}|повідомлен\w+|новин\w+|допис\w*|акаунт\w*|vijest\w*|vest|poruk\w+|pism\w+|вест|новина\w*"
    r"|писмо"
    r"|رسالة|خبر|بيان|حساب|منشور|تقرير|haber\w*|mesaj\w*|mektu\w+|iddia\w*|hír\w*|levél\w*|üzenet\w*|είδηση|επιστολή"
    r"|μήνυμα|ανάρτηση"
    r"|uutinen|väite|viesti|kirje\w*|știre\w*|mesaj\w*|scrisoare\w*|informați\w+|ख़बर|खबर|संदेश|पत्र|दावा|뉴스|보도|편지"
    r"|메시지|소문"
    r"|הידיעה|ידיעה|מכתב|הודעה|خبر|نامه|پیام|ادعا"
)
_WORDS = r"\W+(?:[^\W_]+\W+){0,3}?"
_FALSE_MESSAGE = regex(
    rf"(?<!\w)(?:(?:sfałszowan|fałszyw|zmyślon|spreparowan)\w+ list\w{{0,3}}"
    rf"|(?:{_FALSE})\W+(?:[^\W_]+\W+){{0,2}}?(?:{_MESSAGE})|(?:{_MESSAGE}){_WORDS}(?:{_FALSE}))(?!\w)"
)
_NAMED_FALSE = regex(rf"(?<!\w)(?:(?:{_FALSE})\W+(?:[^\W_]+\W+)?(?:{_MESSAGE})|(?:{_MESSAGE})\W+(?:{_FALSE}))(?!\w)")
"""The same as one name: `the rumours proved false: the mill opened` says why."""
_IN_HAN = regex(
    r"[的之一]?(?:消息|传言|傳言|说法|說法|报道|報道|帖子|视频|視頻|信息|谣言|謠言|信件)[^。！？\n]{0,12}?(?:不实|不實|不属实|不屬實|毫无根据|毫無根據|没有根据"
    r"|沒有根據|子虚乌有|虚假|虛假|伪造|偽造|假的|编造|編造|捏造|谣言|謠言|否认|否認)"
    r"|(?:伪造|偽造|虚假|虛假|假冒|冒名|编造|編造)的?[^。！？\n，]{0,6}(?:信|消息|帖|账号|帳號|通知|文件|视频)"
    r"|(?:との|という)(?:偽|虚偽の|嘘の)|(?:偽|にせ|虚偽)の?(?:手紙|文書|メール|投稿|アカウント|情報)"
)
_SPEAKER = (
    r"(?:\w*chat-?bots?\w*|ai model|language model|impostors?|imposters?|hoaxers?|scammers?|fraudsters?|pranksters?"
    r"|betrüger\w*|hochstapler\w*|sprachmodell|robot conversationnel|imposteurs?|escrocs?|impostor\w*|estafador\w*"
    r"|bromistas?|impostori?"
    r"|truffator\w+|impostore|golpistas?|estelionatári\w+|oplichters?|bedrieger\w*|bedragar\w*|bedrager\w*"
    r"|svindler\w*|svindlar\w*"
    r"|oszust\w*|podvodní\w+|мошенник\w*|самозван\w+|чат-?бот\w*|нейросет\w+|шахра\w+|чатбот\w*|dolandırıcı\w*"
    r"|csaló\w*|απατεών\w*"
    r"|huijari\w*|escroc\w*)"
)
_SPOKEN = regex(
    rf"(?<!\w){_SPEAKER}(?!\w)[^.;]{{0,80}}?(?:[:,]\W*|\s(?:that|dass|que|che|dat|att|at|że|что|що|hogy|ότι"
    rf"|că)\s(?:[^\s,;:]+\s){{0,3}})\Z"
)
_SPEAKS = regex(rf"\s*[,\"'”»“«](?:\W*)(?:[^\W_]+\W+){{0,4}}?{_SPEAKER}(?!\w)")
_IN_HAN_SPOKEN = regex(
    r"(?:聊天机器人|聊天機器人|骗子|騙子|チャットボット|詐欺師|생성형 AI|챗봇)[^。！？]{0,20}[：:，,「“]\W*\Z"
)
_UNREAD = regex(
    r"(?<!\w)(?:doğru değil|gerçek(?: dışı)? değil|gerçeği yansıtmı\w+|asılsız|yalan(?:dır)?|yalanla\w+|uydurma"
    r"|nem igaz|nem felel meg"
    r"|valótlan\w*|hamis\w*|cáfol\w+|tagad\w+|álhír\w*|ψευδ\w+|ψέμα\w*|δεν ισχύει|δεν είναι αλήθεια|αναληθ\w+"
    r"|ανακριβ\w+|διέψευσ\w+"
    r"|διαψεύ\w+|ei pidä paikkaansa|eivät pidä paikkaansa|ei ole totta|väärä\w*|perätön\w*|perättöm\w+|valhe\w*"
    r"|kiist\w+|झूठ\w*|झूठा"
    r"|झूठी|गलत|ग़लत|इनकार|इन्कार|खंडन|फर्जी|फ़र्जी|שקר\w*|שקרי\w*|אינ[הו] נכו\w+|לא נכו\w+|הכחיש\w*|הוכחש\w*"
    r"|מופרכ\w*|دروغ\w*"
    r"|نادرست\w*|تکذیب\w*|رد کرد\w*|صحت ندارد|جعلی|dezminț\w+|dezminti\w*|nu (?:este|e) adevărat\w*|fals[ăe]?"
    r"|neadevărat\w*"
    r"|невярн\w+|не е вярн\w+|не е истина|опроверг\w+|lažn\w+|netočn\w+|neistin\w+|nije (?:točn|tačn|istin)\w+"
    r"|demantira\w+|лажн\w+"
    r"|није тачн\w+|није истин\w+|neresničn\w+|ni res|zanika\w+|nepravdiv\w+|nie je pravda|netiesa|melaginga\w*"
    r"|paneigė|nepatiesa\w*"
    r"|nav taisnība|ei ole tõsi|on vale|väär|lükkas ümber|tin giả|sai sự thật|không đúng|bác bỏ|tidak benar|hoaks"
    r"|bohong|membantah"
    r"|palsu|si kweli|uongo|hindi totoo)(?!\w)"
    r"|사실이 아니|사실무근|거짓|허위|부인했|부인하|오보|ข่าวปลอม|เท็จ|ไม่เป็นความจริง|ปฏิเสธ"
)
_UNREAD_NOT = regex(
    r"(?<!\w)(?:ettei\w*|etteivät|että ei)\s(?:[^\s,;:]+\s){0,4}\Z|(?<!\w)(?:hogy nem|ότι δεν|că nu|da nije|da ne"
    r"|че не)\s"
    r"(?:[^\s,;:]+\s){0,3}\Z"
)
_STARTS = regex(r"\s*[\"'”’»“«)]*\s*(?:[,،؛:;–—-]|[\"”»“])|\s?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\s\S")
_REASON = regex(
    r"\s*,?\s(?:because|since|after|for (?:having|making|spreading)|weil|nachdem|parce qu|après|pour avoir|porque"
    r"|tras|después|perché|dopo|por ter|depois|omdat|nadat|eftersom|efter att|fordi|efter at|etter at|bo|ponieważ"
    r"|po tym|protože|poté|потому|так как|после|бо|тому що)"
)
"""The beginning of a clause that says why or when something happened, and judges nothing before it."""
_NEXT = 48
"""Characters at the start of the next sentence that may speak of the one before."""
_AROUND = 160
"""Characters of the rest of a sentence that are read."""


def is_of_a_false_message(around: Surroundings, languages: tuple[str, ...], is_read: bool) -> bool:
    """Whether the rest of the sentence of a passage says that the message is false which the passage is from.

    ``is_read`` tells whether words of denial are known in the language of the passage.
    """
    head, tail = around.head[-_AROUND:], around.tail[:_AROUND]
    spoken = _SPOKEN.search(head)
    if (
        (spoken and (spoken[0].rstrip()[-1] in ":“„«\"'" or SPEECH.search(spoken[0])))
        or _IN_HAN_SPOKEN.search(head)
        or _SPEAKS.match(tail)
    ):
        return True
    if _STARTS.match(tail) and not _REASON.match(tail) and (_IN_HAN.search(tail) or _FALSE_MESSAGE.search(tail)):
        return True
    if _IN_HAN.search(head) or (_NAMED_FALSE.search(head) and re.search(r"[:,]\W*\Z", head)):
        return True
    if is_read or languages:
        return False
    return bool(_UNREAD_NOT.search(head) or _UNREAD.search(tail) or _UNREAD.search(around.following[:_NEXT]))
