"""Warnings that mail gateways write into letters from outside: no text, in many languages, told by what they speak of.

Each of them names the message, says that it comes from outside or from somebody unknown, and asks for care with links
or attachments; news that speak of all three in a few words are none that a letter begins or ends with.
"""

import re

from annotated_briefings.base.regex import regex

GATEWAY = "a warning of the mail gateway"
"""Why such words are no text."""
_LONGEST, _TAG = 80, 6
"""Words of a warning, and of one that is a mere tag."""
_MESSAGE = (
    r"e-?mails?\b|\bmails?\b|\bmessages?\b|nachricht|courriel|\bcorreo|mensaje|messaggio|mensagem|missatge|mensaxe"
    r"|\bbericht|\bpost\b|e-?post|meddeland|meddelels|\bmejl|melding|besked|tölvupóst|skilaboð|sähköposti"
    r"|viesti|kiri\b|kirja"
    r"|vēstul|e-?past|ziņojum|laišk|pranešim|wiadomoś|zpráv|zpráva|správ|sporočil|poruk|порук|порак|съобщени"
    r"|писмо|имейл"
    r"|mesaj|üzenet|levél|μήνυμα|μηνύμ|ileti|e-?posta|повідомленн|лист\b|письмо|сообщени|mezu|neges|surel"
    r"|pesan|e-?mel|mesej"
    r"|thư|อีเมล|ข้อความ|ईमेल|संदेश|मेल|ইমেইল|বার্তা|ایمیل|پیام|رسالة|البريد|دواא|דוא|הודעה|邮件|郵件|メール|이메일|메일"
    r"|barua pepe|ujumbe"
)
_OUTSIDE = (
    r"e[kx]s?tern|outside|außerhalb|ausserhalb|unbekannt|unknown|fremd|extérieur|inconnu|exterior|fuera de|desconocid"
    r"|all'esterno|estern|sconosciut|fora d|desconhecid|descone[gix]|desco[ñn]ec|buiten|onbekend|utanför|okän[dt]"
    r"|uden for|udefra|ukendt|utenfor|ukjent|utan frá|utan|óþekkt|ulkopuol|tuntematt|väljast|tundmat|ārp|nezinām"
    r"|iš išorės|išorin|nepažįstam|zewn[ęą]trz|spoza|nieznan|zvenčí|mimo|neznám|vonku|zunan|izven|neznan|izvan"
    r"|vanjsk|nepoznat|spolja|споља|изван|непознат|надвор|външ|извън|непознат|din afara|necunoscut|külső|kívülről"
    r"|ismeretlen|εξωτερικ|εκτός|άγνωστ|dışından|dış |harici|bilinmeyen|зовнішн|ззовні|невідом|внешн|извне"
    r"|за пределами"
    r"|неизвестн|kanpo|ezezagun|allanol|luar|tidak dikenal|bên ngoài|ngoài|ภายนอก|ไม่รู้จัก|बाहर|बाहरी|अज्ञात|বাইরে"
    r"|বহিরাগত|অজানা|خارج|ناشناس|مجهول|חיצוני|מחוץ|מוכר|外部|以外|来自公司外|未知|社外|不明|외부|nje ya|usiyemjua"
)
_CARE = (
    r"link|klick|click|attach|anhang|anhäng|caution|careful|warning|achtung|vorsicht|warnung|pièces? jointe|prudence"
    r"|attention|cli(?:c|qu)|adjunt|enlace|precauc|atenci|allegat|collegament|cautela|attenzion|anexo|cuidado|atenç"
    r"|enllaç|ligaz|bijlage|koppeling|voorzichtig|let op|waarschuwing|länk|bilag|bifog|försiktig|varning|lenke"
    r"|vedlegg"
    r"|forsiktig|forsigtig|advarsel|vedlegg|viðheng|varúð|hlekk|linkk|liite|varo|varoitus|manus|manuse"
    r"|ettevaatlik|hoiatus"
    r"|pielikum|saites|uzmanīb|brīdinājum|priedų|nuorod|atsarg|įspėjim|załącznik|odnośnik|ostrożn|uwaga"
    r"|ostrzeżen|odkaz"
    r"|přílo[hz]|pozor|upozorněn|opatrn|príloh|upozornen|povezav|prilog|previdn|opozorilo|povezni|privit|privic|oprez"
    r"|upozorenj|priloz|прилог|линк|внимание|опрез|упозорењ|предупредувањ|прикачен|връзк|вниман|предупрежден"
    r"|ataşament"
    r"|atenție|avertis|melléklet|hivatkoz|csatolm|figyel|óvatos|σύνδεσμ|συνδέσμ|συνημμέν|προσοχή|προειδοπ"
    r"|bağlantı|ek dosya|ekleri"
    r"|dikkat|uyarı|посиланн|вкладен|увага|обережн|ссылк|вложен|осторожн|esteka|eranskin|kontuz|dolen|atodiad"
    r"|gofal|tautan"
    r"|lampiran|waspada|hati-hati|peringatan|pautan|awas|liên kết|đính kèm|cẩn thận|cảnh báo|ลิงก์|ไฟล์แนบ|ระวัง|คำเตือน"
    r"|लिंक|अटैचमेंट|सावधान|चेतावनी|লিংক|সংযুক্তি|সতর্ক|پیوند|پیوست|لینک|احتیاط|هشدار|رابط|روابط|مرفق|تحذير|الحذر|קישור"
    r"|קובצ|קבצ|זהירות|אזהרה|链接|附件|谨慎|注意|警告|鏈接|連結|謹慎|リンク|添付|링크|첨부|주의|경고|kiungo"
    r"|viungo|kiambatisho|tahadhari"
)
_SENDER = (
    r"sender|organi[sz]|organ[iy][sz]|compan|absend|versend|firma|unternehmen|expéditeur|entreprise|société"
    r"|remitente|empresa"
    r"|mittente|aziend|societ|remetente|remitent|afzender|bedrijf|avsänd|företag|afsend|avsend|virksom|sendand"
    r"|lähettä"
    r"|yrity|saatja|asutus|ettevõt|sūtītāj|uzņēm|siuntėj|įmon|nadawc|odesílat|společnost|odosielat|spoločnos|pošiljat"
    r"|podjet|pošiljalac|пошиља|испраќач|фирм|подател|expeditor|compani|feladó|küldő|cég|szervezet|αποστολ|οργανισμ"
    r"|gönder|kurum|şirket|відправник|організац|отправит|организац|компан|bidaltzail|anfonwr|pengirim"
    r"|perusahaan|penghantar"
    r"|người gửi|tổ chức|ผู้ส่ง|องค์กร|संगठन|प्रेषक|প্রেরক|প্রতিষ্ঠান|سازمان|فرستنده|المؤسسة|الشركة|المرسل|ארגון|שולח|חברה"
    r"|发件人|公司|组织|寄件|差出人|社外|送信者|조직|회사|발신|shirika|mtumaji"
)
_PARTS = tuple(regex(words, re.IGNORECASE) for words in (_MESSAGE, _OUTSIDE, _CARE))
_SENT_BY = regex(_SENDER, re.IGNORECASE)
_HEAD = regex(r"\W*(?P<head>[^:!：！.]{2,30})[:!：！]")
"""What a warning begins with: `CAUTION:`."""
_SIGNED = regex(r"\W*(?:ext(?:ern(?:al|e|o|al)?)?|extern\w*)\W*", re.IGNORECASE)
"""A mere tag: `[EXTERNAL]`."""


def is_gateway_warning(text: str) -> bool:
    """Whether a paragraph at the edge of a letter is such a warning."""
    words = len(text.split())
    if not words or words > _LONGEST or (len(text) > 6 * _LONGEST):
        return False
    if _SIGNED.fullmatch(text):
        return True
    found = [part.search(text) is not None for part in _PARTS]
    head = _HEAD.match(text)
    named = _SENT_BY.search(text) or (head and any(part.search(head["head"]) for part in _PARTS[1:]))
    return (all(found) and bool(named)) or (found[0] and found[1] and words <= _TAG)
