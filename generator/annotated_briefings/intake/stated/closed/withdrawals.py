"""Notices by which agencies withdraw a text, in many languages: what was sent may not be published any longer."""

import re
from collections.abc import Sequence
from unicodedata import normalize

from annotated_briefings.base.regex import regex

_ALONE = (
    r"withdrawn|withdrawal|withdraws?|(?:bulletin |mandatory |story |advisory |news )?kills?|killed|retract(?:ed"
    r"|ion|s)"
    r"|story (?:withdrawn|retracted|killed)|do not use|spiked"
    r"|zurückgezogen|zurückziehung|zurückgenommen|rücknahme|annulliert|annullierung|storniert|storno|zurückgerufen"
    r"|annul(?:ation|é|ée)|retrait|retirée?|dépêche (?:annulée|retirée)|à ne pas (?:utiliser|publier)"
    r"|anulaci[oó]n|anulad[oa]|retirad[oa]|retiro|noticia (?:anulada|retirada)"
    r"|annullamento|annullat[oa]|ritirat[oa]|ritiro|anulação|cancelamento|cancelad[oa]"
    r"|ingetrokken|intrekking|vervallen|teruggetrokken|återkalla(?:s|d|t|lse)|tillbakadrage[nt]|dras tillbaka|stryks"
    r"|tilbagetrukket|trækkes tilbage|annulleret|trukket tilbake|trekkes tilbake|tilbaketrukket|annullert|utgår"
    r"|udgår|peruttu|perutaan|peruutus|vedetty pois|poistettu|afturkallað|dregið til baka"
    r"|anulowan[aoey]|anulowanie|wycofan[aoey]|wycofanie|zrušen[aoéí]?|stažen[aoéí]?|storna?|stiahnut[áéý]|zrušenie"
    r"|visszavon(?:va|ás|juk)|törölve|anulat[ă]?|anulare|retras[ă]?|retragere|povučen[oa]|povlačenje|poništen[oa]"
    r"|preklic(?:ano)?|umaknjeno|повучен[оа]|повлачење|повлечен[оа]|аннулирован[аоы]?|аннулирование|отозван[аоы]?"
    r"|отзыв"
    r"|снят[аоы]?|анульован[оаі]|анулювання|відкликан[оаі]|анулиран[ао]?|оттеглен[ао]?|оттегля(?:не|ме)|анулявана"
    r"|ακύρωση|ακυρώνεται|ανάκληση|ανακαλείται|αποσύρεται|απόσυρση"
    r"|iptal(?: edildi| edilmiştir)?|haber iptali|geri çekil(?:di|miştir)|ləğv edildi|geri çağırıldı"
    r"|إلغاء(?: خبر| الخبر)?|سحب(?: خبر| الخبر)?|ملغ[ىي]|يلغى|مسحوب|ابطال|لغو(?: خبر)?|حذف خبر|منسوخ"
    r"|ביטול|בוטל(?:ה)?|הוסר(?:ה)?|נמשכה|निरस्त|वापस लिया गया|रद्द|প্রত্যাহার|বাতিল"
    r"|撤稿|撤(?:销|銷|回)(?:稿件|通知)?|作(?:废|廢)|取り?消し?|配信取り?消し?|記事取り?消し?|撤回"
    r"|전문 ?취소|기사 ?취소|취소|기사 ?삭제|철회|rút (?:lại|bài|tin)|h[ủu][ỷy] (?:bỏ|tin)|gỡ bài"
    r"|dicabut|pencabutan|ditarik(?: kembali)?|penarikan|dibatalkan|pembatalan|binawi|imeondolewa|imefutwa"
    r"|anul·laci[óo]|anul·la(?:da|t)|bertan behera|anulado|tühistatud|tagasi võetud|atsaukt[sa]?|atsaukums"
    r"|atšaukt[ai]s?"
    r"|atšaukiama|anuluar|tërhequr|ยกเลิกข่าว|ถอนข่าว|ยกเลิก|გაუქმებულია|չեղարկված"
)
"""Words that withdraw what is below them, alone on a line, or before a headline in capitals or brackets."""
_BESIDE = (
    r"(?:news|story|stories|report|article|notice|urgent|dpa|afp|ap|reuters|ansa|efe|meldung|meldungen|achtung"
    r"|bericht"
    r"|eilmeldung|wichtig|dépêche|attention|avis|noticia|aviso|atención|notizia|avviso|attenzione|notícia|atenção"
    r"|let op|nyhet|nyhed|uutinen|depesza|uwaga|zpráva|pozor|hír|figyelem|știre|atenție|новость|внимание|новина|увага"
    r"|haber|dikkat|خبر|تنبيه|稿件|注意|記事|기사|tin|berita)"
)
_ACCENTS = regex("[\u0300-\u036f]")


def _bare(text: str) -> str:
    """A text without accents, which many leave out above capitals."""
    return _ACCENTS.sub("", normalize("NFKD", text))


_LABEL = regex(_bare(rf"[\W_]*(?:{_BESIDE}\W+){{0,2}}(?P<word>{_ALONE})(?:\W+{_BESIDE}){{0,2}}[\W_]*"), re.IGNORECASE)
_BEFORE = regex(
    r"\s*(?P<label>[\[(【<*]{0,3}[^:：|\]】)>]{2,40}?[\])】>*]{0,3})\s*(?:[:：|–—-]+\s+|[：】\])]\s*)(?=\S)"
)
_THING = (
    r"(?:stor(?:y|ies)|reports?|articles?|items?|dispatch(?:es)?|cop(?:y|ies)|alert|meldung(?:en)?|berichte?"
    r"|artikels?"
    r"|beiträge|beitrag|nachricht(?:en)?|eilmeldung|dépêches?|articles?|informations?|papier|noticias?|informaci[óo]n"
    r"|artículos?|despachos?|cables?|notizi[ae]|articol[oi]|lanci[o]?|notícias?|artigos?|despachos?|textos?"
    r"|bericht(?:en)?"
    r"|nyhet(?:en|er)?|artikeln?|texten|telegram(?:met)?|nyhed(?:en|er)?|meddelelse[nr]?|artiklen|melding(?:en|er)?"
    r"|sak(?:en)?|uuti(?:nen|sen)|jut(?:tu|un)|depesz[aęy]|wiadomoś(?:ć|ci)|informacj[ęai]|materiał\w*|zpráv[auy]"
    r"|správ[auy]"
    r"|článek|hír(?:t|ünket|ét)?|cikk(?:et|ét)?|știre[aai]?|articolul\w*|vijest|vesti?|вест|новост[ьи]"
    r"|сообщени[ея]|материал\w*"
    r"|новин[ауи]|повідомлення|новината|съобщението|είδηση|ειδήσεις|άρθρο|haber(?:i|ini|imizi)?|الخبر|خبر|التقرير"
    r"|הידיעה|הכתבה"
    r"|稿件|报道|報道|消息|新闻|記事|기사|보도|bản tin|bài|tin|berita(?:nya)?|laporan)"
)
_TAKEN = (
    r"(?:with(?:draw[sn]?|drew|drawing)|retract(?:s|ed|ing)?|kill(?:s|ed|ing)?|zurück(?:gezogen|gerufen|genommen)"
    r"|(?:zieht|ziehen|zog|nimmt)\b.{0,160}\bzurück|annullier\w+|annul(?:é|ée|e|er|ons)|retir(?:é|ée|e|er|ons)"
    r"|anul(?:a|ó|ado|ada|amos|ou|adă|ează)|retir(?:a|ó|ado|ada|amos|ou)|annulla(?:ta|to|re|mo)?|ritira(?:ta|to"
    r"|re|mo)?"
    r"|ingetrokken|trekt\b.{0,120}\bin|återkalla\w*|dra(?:r|s|git)\b.{0,80}\btillbaka|trækker\b.{0,80}\btilbage"
    r"|trukket tilba[kg]e|tilba[kg]etrukket|trekker\b.{0,80}\btilbake|peruu?t\w+|vedetään pois|anul(?:uje|ujemy"
    r"|owała|owana)"
    r"|wycof(?:uje|ujemy|ała|ana)|ruší|stahuje|zrušila|stáhla|sťahuje|visszavon\w+|retrage\w*|povlači|povukla|повлачи"
    r"|аннулир\w+|отзыва\w+|отозва\w+|снима\w+ с ленты|анулю\w+|відклика\w+|оттегл\w+|анулира\w*|ανακαλ\w+"
    r"|ακυρών\w+|αποσύρ\w+"
    r"|iptal et\w+|geri çek\w+|(?:تم )?(?:إلغاء|سحب)|سحبت|ألغت|משכה|ביטלה"
    r"|撤(?:回|销|銷|稿)|取り?消|취소|철회|삭제|rút|hủy"
    r"|mencabut|menarik|dicabut|ditarik|dibatalkan|membatalkan)"
)
_WITHDRAWN = regex(rf"{_TAKEN}.{{0,120}}?{_THING}|{_THING}.{{0,200}}?{_TAKEN}", re.IGNORECASE | re.DOTALL)
_ASKED = regex(
    r"(?:please |bitte |merci de |prière de )?(?:do not (?:use|publish)|disregard|nicht (?:mehr )?(?:verwenden"
    r"|verwerten"
    r"|veröffentlichen)|ne (?:pas|plus) (?:utiliser|publier|diffuser)|no (?:usar|utilizar|publicar|difundir)"
    r"|non (?:utilizzare|pubblicare|usare)|não (?:usar|utilizar|publicar)|niet (?:gebruiken|publiceren)"
    r"|använd inte|publicera inte|må ikke (?:bruges|brukes|bringes)|prosimy nie (?:wykorzystywać|publikować)"
    r"|не (?:использовать|публиковать)|просим не использовать"
    r"|请勿(?:使用|刊用|采用)|請勿(?:使用|刊用)|使用しないで|사용하지)",
    re.IGNORECASE,
)
_LONGEST, _SHORT, _LINES = 60, 900, 4
"""Characters of a label and of such a notice, and its lines."""


def withdrawal(title: str, lines: Sequence[str]) -> str:
    """The words by which a text is withdrawn; empty for one that is not. ``lines`` are those of the text.

    A label counts alone on one of the first two lines, or before a headline, in capitals or in brackets; a sentence
    that withdraws a report in a short notice, which has such a label or asks not to use it any longer.
    """
    head = [line for line in (title, *lines[:2]) if line]
    for line in head:
        label = line if len(line) <= _LONGEST else ""
        before = _BEFORE.match(line)
        if label and _LABEL.fullmatch(_bare(label)):
            return label
        if before and _is_set_apart(before["label"]) and _LABEL.fullmatch(_bare(before["label"])):
            return before["label"]
    whole = " ".join(lines)
    if len(whole) > _SHORT or len(lines) > _LINES:
        return ""
    found = _WITHDRAWN.search(whole)
    return found[0][:120] if found and _ASKED.search(whole) else ""


def _is_set_apart(label: str) -> bool:
    """Whether a label is in capitals, in brackets, or in a script that has no capitals."""
    letters = [letter for letter in label if letter.isalpha()]
    caseless = all(letter.lower() == letter.upper() for letter in letters)
    return caseless or all(letter.upper() == letter for letter in letters) or label[0] in "[(【<*"
