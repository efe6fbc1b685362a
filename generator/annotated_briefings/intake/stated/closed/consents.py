"""Words by which a site asks for consent to cookies and to the use of data, in many languages: no text."""

import re

from annotated_briefings.base.regex import regex

CONSENT = "a form that asks for consent"
"""Why such words are no text."""
_COOKIES = regex(
    r"cookies?(?![a-z])|kakor\b|kolačić|колачић|колачињ|бисквитк|кукі|куки\b|eväste|küpsis|sīkdat|sīkfail|slapuk"
    r"|ciasteczk|piškotk|sušenk|\bsüti|galetes|\bçerez|informasjonskapsl|vafrakök|fianán|cwci|쿠키|クッキー|کوکی"
    r"|ملفات تعريف الارتباط|الكوكيز|עוגיות|קוקיז|कुकी|কুকি|คุกกี้|vidakuzi",
    re.IGNORECASE,
)
_DATA = regex(
    r"privacy|personal data|datenschutz|privatsphäre|personenbezogen|vie privée|données|privacidad|privacidade"
    r"|datos|dados pessoais"
    r"|dati personali|gegevens|integritet|personuppgift|persondata|personoplysning|personopplysning|personvern"
    r"|privatliv"
    r"|persónuuppl|henkilötie|yksityisyy|isikuandme|privaatsus|privātum|personas dat|privatum|asmens duomen|prywatno"
    r"|dan[ey](?:ch)? osobow|soukrom|osobn\w+ údaj|súkrom|zasebnos|osebn\w+ podatk|privatnos|osobn\w+ podat|приватнос"
    r"|личн\w+ (?:данн|податк|данни)|поверителнос|персональн|конфіденційн|конфиденциальн|confidențialit"
    r"|date(?:le)? (?:cu caracter )?personal"
    r"|személyes adat|adatvédel|magánszfér|προσωπικ|απόρρητ|kişisel veri|gizlili|pribatutasun|datu pertsonal"
    r"|preifatrwydd"
    r"|data pribadi|privasi|data peribadi|dữ liệu|riêng tư|quyền riêng|ข้อมูลส่วนบุคคล|ความเป็นส่วนตัว|व्यक्तिगत|निजता"
    r"|গোপনীয়তা"
    r"|ব্যক্তিগত|حریم خصوصی|شخصی|خصوصيت|البيانات|بيانات|פרטיות|מידע|隐私|隱私|个人信息|個人資料|プライバシー"
    r"|個人情報|個人データ|개인정보"
    r"|faragha|taarifa binafsi|dades personals|privacitat",
    re.IGNORECASE,
)
_PARTNERS = regex(
    r"(?<!\d)[1-9]\d{1,3}\s?(?:\w+\s){0,2}?(?:of our )?(?:partn|part[eè]naire|socio|parceir|mitra|rakan"
    r"|đối tác|พันธมิตร|ortak|iş ortağ"
    r"|партн|συνεργ|شرکا|شريك|شركا|שותפ|साझेदार|पार्टनर|অংশীদার|合作伙伴|合作夥伴|パートナー|社の|개|파트너"
    r"|bazkide|washirika|vendor|anbieter"
    r"|kumppan|samarbei?[dt]s|bendrov)|(?:partner|شريك\w*|שותפי\w*)\D{0,12}[1-9]\d{1,3}(?!\d)",
    re.IGNORECASE,
)
_LONGEST = 160
"""Words of a paragraph of such a form."""
_ANSWER = regex(
    r"accept|reject|agree|allow|akzept|ablehn|zustimm|einverstanden|refuser|acept|rechaz|accett|rifiut|aceit"
    r"|rejeit|recus|weiger"
    r"|akkoord|godkänn|neka|avvis|afvis|godta|tillad|hyväks|kiell|hylkä|nõustu|keeldu|piekrīt|noraid|sutink"
    r"|atmes|zgadzam|odrzu"
    r"|souhlas|odmít|súhlas|odmiet|sprejm|zavrn|prihva|odbij|прихва|одбиј|прифа|приема|отхвърл|отказ|принять"
    r"|отклон|согла"
    r"|прийняти|відхил|погодж|elfogad|elutas|αποδοχ|απόρρι|συμφων|kabul|redde|onart|ukatu|derbyn|gwrthod"
    r"|setuju|tolak|terima"
    r"|đồng ý|từ chối|chấp nhận|ยอมรับ|ปฏิเสธ|स्वीकार|अस्वीकार|সম্মত|প্রত্যাখ্যান|می‌پذیرم|پذیرش|رد کردن|موافق|قبول|رفض"
    r"|מסכים|דחה|אישור|同意|接受|拒绝|拒絕|拒否|동의|거부|kubali|kataa|\bok\b",
    re.IGNORECASE,
)


def asks_for_consent(text: str) -> bool:
    """Whether a passage speaks of cookies and of personal data, or of many partners who get such data."""
    if len(text.split()) > _LONGEST or len(text) > 8 * _LONGEST:
        return False
    found = [_COOKIES.search(text), _DATA.search(text), _PARTNERS.search(text)]
    return sum(map(bool, found)) > 1


def speaks_of_cookies(text: str) -> bool:
    """Whether words are about cookies, or about personal data."""
    return bool(_COOKIES.search(text) or _DATA.search(text))


def is_answer(text: str) -> bool:
    """Whether the label of a button accepts or refuses something."""
    return len(text.split()) <= 6 and bool(_ANSWER.search(text))
