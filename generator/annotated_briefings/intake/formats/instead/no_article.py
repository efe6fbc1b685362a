"""Pages that a site shows instead of an article: consent forms, checks for robots, errors, forms to sign in."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_MOST_WORDS = 250
"""Words of such a page; what is longer is about it."""
_SHARE = 0.5
"""Share of the words of such a page in sentences that say what it is."""
_LONGEST_TITLE = 12


class Instead(Value):
    """What a page is that is no article."""

    what: str
    """Such as ``a form that asks for consent``."""
    remedy: str
    """What to do instead."""


_OPEN = "open it in a browser, answer it, and save the page that follows"
_KINDS: tuple[tuple[Instead, str, str], ...] = (
    (
        Instead("a check for robots", "open it in a browser, wait until the article is there, and save that"),
        r"(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|human verification"
        r"|security check|pardon our interruption|one more step|verify you are human|ddos|einen moment|un instant"
        r"|un momento|checking your browser|请稍候|робот|проверка)\b.*",
        r"\b(?:checking (?:if|your)|review(?:ing)? the security of your connection|ray id|cloudflare|captcha|recaptcha"
        r"|enable javascript|javascript (?:is|and|aktivieren)|unusual (?:traffic|activity)|not a robot|human\b.{0,30}"
        r"(?:verif|check)|verif\w+ (?:that )?you(?:['’]re| are) (?:a )?human|kein roboter|pas un robot|no (?:es"
        r"|eres) un robot"
        r"|не робот|please stand by|ddos protection|blocked\b|security service|online attacks|unable to access"
        r"|automated (?:access|requests|queries)|bots?\b.{0,40}\bblock)",
    ),
    (
        Instead("a form that asks for consent", _OPEN),
        r"(?:we (?:value|care about|respect) your (?:privacy|data)|your privacy|before you (?:continue|proceed)"
        r"|cookies?\b"
        r"|privacy settings|manage (?:your )?(?:consent|cookies)|consent|weiter mit werbung|datenschutz|ihre"
        r" privatsphäre"
        r"|wir (?:brauchen|benötigen) ihre (?:zustimmung|einwilligung)|zustimmung|votre vie privée|le respect de"
        r" votre vie"
        r"|su privacidad|tu privacidad|la tua privacy|rispettiamo|uw privacy|wij (?:waarderen|respecteren)|sua"
        r" privacidade"
        r"|nous respectons|valoramos|cookie-?(?:einstellungen|instellingen))\b.*",
        r"\b(?:cookies?|consent\w*|(?:our|[\d.,]+) partners|legitimate interests?|personal(?:i[sz]ed)? (?:data"
        r"|ads?|advertising"
        r"|content)|your (?:choices|privacy)|privacy (?:policy|settings|preferences)|tracking|werbetracking"
        r"|einwilligung\w*"
        r"|zustimm\w+|datenschutz\w*|personenbezogen\w+|berechtigte\w* interesse\w*|werbefrei\w*|partenaires"
        r"|consentement"
        r"|données (?:personnelles|à caractère)|vie privée|socios|consentimiento|datos personales|intereses? legítimos?"
        r"|consenso|dati personali|toestemming|persoonsgegevens|consentimento|dados pessoais|traceurs?|pur-?abo)\b",
    ),
    (
        Instead("an error of its server", "look for the article under another address, and save that"),
        r"(?:.{0,24}\W)?(?:404|403|410|500|502|503|page not found|not found|forbidden|gone|server error|bad gateway"
        r"|(?:service|page|site|this page is) (?:temporarily )?unavailable|oops.*|seite nicht gefunden|nicht gefunden"
        r"|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|pagina niet gevonden|página"
        r" não encontrada"
        r"|страница не найдена|页面不存在|ページが見つかりません)\b.*",
        r"\b(?:page (?:you|that|was|has|cannot|could|no longer|does|is not)|could not (?:be found|find)|cannot"
        r" be found|not be"
        r" found|does not exist|doesn['’]t exist|no longer (?:exists?|available)|been (?:moved|removed|deleted)"
        r"|error \d{3}"
        r"|\b[45]0\d\b|go (?:back )?to (?:the )?(?:home|front)|try (?:again|the search|searching)|check the"
        r" (?:address|url)"
        r"|seite .{0,40}(?:nicht|existiert)|nicht gefunden|startseite|introuvable|n['’]existe (?:pas|plus)|no"
        r" (?:existe|se"
        r" (?:ha )?enc)|non (?:esiste|è stata trovata)|niet gevonden|não (?:existe|foi encontrada)|temporarily"
        r" unavailable"
        r"|server (?:is|was|encountered)|maintenance|wartung\w*)\b",
    ),
    (
        Instead("a form to sign in", "sign in with your browser, and save the page that follows"),
        r"(?:log ?in|sign in|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesión|accedi|inloggen|entrar"
        r"|войти|登录|ログイン)\b.{0,40}",
        r"\b(?:log ?in|sign (?:in|up)|password|forgot|user ?name|e-?mail address|create an account|register"
        r"|anmeld\w+|passwort"
        r"|registrier\w+|konto|mot de passe|compte|contraseña|cuenta|password|account|wachtwoord|senha|conta)\b",
    ),
)  # fmt: skip
"""Each kind with the headlines that it has, and with words of its sentences."""
_ASKING = tuple(kind for kind, _, _ in _KINDS if "form" in kind.what)
"""Those that ask a reader for something: an article about them speaks to nobody."""
_TABLE = tuple((kind, regex(heads, re.IGNORECASE), regex(words, re.IGNORECASE)) for kind, heads, words in _KINDS)


_ADDRESSED = regex(
    r"\b(?:you|your|yours|we|our|us|please|sorry|sie|ihre?[nmrs]?|uns(?:ere?[nmrs]?)?|wir|du|dein\w*|vous|votre"
    r"|vos|nous|nos"
    r"|notre|usted|su|sus|tu|tus|nosotros|nuestr\w+|puede|puedes|voi|vostr\w+|noi|nostr\w+|je|jouw|uw|wij|ons|onze|você"
    r"|seu|sua|nós|noss\w+|вы|ваш\w*|мы|наш\w*)\b|您|我们|お客様",
    re.IGNORECASE,
)
_SPEECH = regex(
    r"\b(?:said|says|told|according to|sagten?|laut|teilte|a dit|ont dit|selon|dijo|dijeron|según|ha detto"
    r"|secondo|zei|volgens"
    r"|disse|сказал\w*)\b",
    re.IGNORECASE,
)
"""What is told of others is news."""


def shown_instead(titles: Sequence[str], texts: Sequence[str], controls: Sequence[str] = ()) -> Instead | None:
    """What a page is that a site shows instead of an article, by its titles, its short text, and the words of its
    forms; None for an article.

    Half of its words at least are in sentences of that kind that speak to the reader; a quarter in any of that kind,
    where a title is of that kind too; a title alone makes no form. A text that tells what somebody said is an article.
    """
    if sum(len(text.split()) for text in texts) > _MOST_WORDS or any(map(_SPEECH.search, texts)):
        return None
    sentences = [part for text in (*texts, *controls) for part in _sentences(text)]
    weight = sum(len(one.split()) for one in sentences)
    for kind, heads, words in _TABLE:
        notices = [one for one in sentences if words.search(one)]
        named = any(heads.fullmatch(one.strip()) for one in (*titles, *texts[:1]) if len(one.split()) <= _LONGEST_TITLE)
        if not named or kind in _ASKING:
            notices = [one for one in notices if _ADDRESSED.search(one)]
        share = sum(len(one.split()) for one in notices) / max(1, weight)
        if share >= (_SHARE / 2 if named else _SHARE) and (named or len(notices) > 1):
            return kind
    return None


def _sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts) if text[a:b].strip()]
