"""Boxes that sell a subscription where a text breaks off: told by what their lines are about, in many languages.

No list of sentences knows them all. So a line counts that names a subscription together with reading, access, a price
or an account; and a box is a first such line with nothing but short lines and such lines behind it, up to the end.
"""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.model import Paragraph

_SUBSCRIPTION = regex(
    r"subscri|subskry|\bmember(?:ship|s)?\b|abonn|\babo\b|mitglied|medlem|prenumer|suscri|abonad"
    r"|\bsoci[oa]s?\b|abbona[tm]|assin(?:e|ante|atura)"
    r"|tilaa|tilaus|předplat|predplat|előfizet|abone|подпис|передплат|абонамент|абонир|συνδρομ"
    r"|pretplat|naročn|\bplus\w*|premium"
    r"|購読|会員|有料|订阅|訂閱|会员|會員|付费|구독|유료|회원|اشترا|مشترك|עדני|מנוי|מינוי",
    re.IGNORECASE,
)
"""What names a subscription."""
_ACCESS = regex(
    r"\bread|access|unlock|continu|become|\bjoin\b|(?:weiter)?lesen|zugang|zugriff|freischalt"
    r"|werden sie|läs|tillgång|\bbli\b|lås"
    r"|\blæs|adgang|\bbliv\b|\bles(?: |e)|tilgang|\blue|lukea|jatka|pääs|liity|\blire|accès|accéd"
    r"|deven|débloqu|\bleer|leyendo|acces"
    r"|hazte|desbloq|legger|accedi|diventa|sblocc|\bler\b|lendo|acess|torne|lezen|toegang|\bword\b"
    r"|czyta|dostęp|zostań|odblok"
    r"|\bčíst|čtěte|přístup|pokrač|staňte|odemk|olvas|hozzáfér|folytat|oku|eriş|devam|kilid|чита"
    r"|доступ|продолж|станьте|оформ"
    r"|откро|продовж|διαβ|πρόσβ|συνεχ|συνέχ|ανάγν|citi|acces|pristup|読|阅读|閱讀|继续|繼續|解锁|읽|이용|قراءة|متابعة|לקרוא"
    r"|לקריאה|המשך",
    re.IGNORECASE,
)
"""What is sold: reading, access, or to belong to those who have it."""
_ACCOUNT = regex(
    r"log ?in|sign ?in|log ?on|logga in|log ind|logg inn|kirjaudu|anmelden|einloggen|connect"
    r"|connexion|inici(?:a|e|ar) sesi|acced"
    r"|entrar|inloggen|zaloguj|přihl|bejelentkez|giriş|войти|войдите|увійти|вход|σύνδεση|σύνδεθ"
    r"|autentific|ログイン|登录|登入|로그인"
    r"|تسجيل الدخول|התחבר|כניסה",
    re.IGNORECASE,
)
_PRICE = regex(
    r"(?:[$€£¥₺₽₴₩₪]\s?\d|\d[\d.,]*\s?(?:[$€£¥₺₽₴₩₪]|kr(?:on|one)|kr\b|:-|zł|kč|ft\b|lei|лв|грн|руб"
    r"|円|元|원|euro?s?|crown|pound|dollar))"
    r"|\bfree\b|kostenlos|gratis|ilmai|zdarma|ingyen|ücretsiz|бесплат|безкошт|δωρεάν|無料|免费|무료|مجان|חינם"
    r"|(?:per|/|i|pr|im|par|al|por|w|za|na|в) ?(?:month|mån|md|måned|monat|mois|mes|mese|mês|maand"
    r"|miesi|měs|hó|ay|месяц|місяц)",
    re.IGNORECASE,
)
_BUTTON = regex(
    r"(?:köp|buy|køb|kjøp|osta|kauf|acheter|comprar?|acquista|koop|kup|koupit|megveszem|satın al"
    r"|купить|αγορά|get started|subscribe)"
    r"(?: nu| now| nå| nyt| jetzt| agora| ora| teraz| nyní)?\W*",
    re.IGNORECASE,
)
_ENDED = regex(rf"[{STOPS}]['\"”’»)\]]*\s*\Z")
_LAST, _FIRST_WORDS, _WORDS, _DENSE = 10, 14, 26, 60
"""Paragraphs that a box may take, words of its first line and of the others at most; letters without blanks."""


def box_start(paragraphs: Sequence[Paragraph]) -> int:
    """The place where a box that sells a subscription begins at the end of a text; their number where there is none."""
    count = len(paragraphs)
    for at in range(max(1, count - _LAST), count):
        first = paragraphs[at]
        if first.aside or not _is_short(first.text, _FIRST_WORDS) or not _sells(first.text):
            continue
        rest = [one for one in paragraphs[at + 1 :] if not one.aside]
        if not all(_is_short(one.text, _WORDS) for one in rest):
            continue
        number = sum(_belongs(one.text) for one in rest)
        if 2 * number < len(rest):
            continue
        above = next((one for one in reversed(paragraphs[:at]) if not one.aside), None)
        torn = above is not None and not above.heading and not _ENDED.search(above.text)
        titled = first.heading or not _ENDED.search(first.text) or first.text.rstrip().endswith("!")
        sold = any(_PRICE.search(one.text) or _ACCOUNT.search(one.text) or _BUTTON.fullmatch(one.text) for one in rest)
        if (torn and (number or titled)) or (titled and number and sold):
            return at
    return count


def is_cut_before(paragraphs: Sequence[Paragraph], around: Sequence[Paragraph]) -> bool:
    """Whether a text breaks off in mid-sentence, and something around it on its page sells the rest."""
    last = next((one for one in reversed(paragraphs) if not one.aside), None)
    torn = last is not None and not last.heading and not last.markdown and not _ENDED.search(last.text)
    return torn and any(_sells(one.text) for one in around)


def _is_short(text: str, most: int) -> bool:
    return len(text.split()) <= most and (len(text) <= _DENSE or " " in text)


def _sells(text: str) -> bool:
    """Whether a line is about a subscription, and what there is to it."""
    if not _SUBSCRIPTION.search(text):
        return False
    return bool(_ACCESS.search(text) or _PRICE.search(text) or _ACCOUNT.search(text))


def _belongs(text: str) -> bool:
    """Whether a line may be one of such a box: it sells, names a price or an account, or is a button."""
    return bool(_sells(text) or _PRICE.search(text) or _ACCOUNT.search(text) or _BUTTON.fullmatch(text))
