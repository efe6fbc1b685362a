"""Web addresses as their publishers write them: without campaigns, without the reader, and not by way of a "
"counter."""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from urllib.parse import parse_qsl, unquote, urlunsplit

from annotated_briefings.base.paths import split_url

_CAMPAIGN = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_[a-z]+|igsh(?:id)?"
    r"|ref_(?:src|url)|cmp(?:id)?|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team|\w+)|ns_\w+"
    r"|xtor|wt[._]\w+"
    r"|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|vero_\w+|oly_(?:enc|anon)_id|smid|sref|s_cid|icid|ocid|ito|ncid"
    r"|campaign_?id|mbid|(?:pk|mtm|matomo|piwik|hsa|stm|trk)_\w+|trk|__twitter_impression|guc(?:counter|e_\w+)"
    r"|soc_(?:src|trk)|cx_\w+|ss_(?:source|campaign_\w+)|ck_subscriber_id|sfmc_\w+|bxid|esrc|_ke|_kx|dm_i|elqtrack\w*"
    r"|emci|emdi|ceid|nl(?:id|_\w+)|user_?id|subscriber(?:_?id)?|sub_?id|recipient(?:_?id)?|contact_?id"
    r"|email_?(?:id|hash)",
    re.IGNORECASE,
)
"""Parameters that say by which way, or as whom, somebody came."""
_WAY = re.compile(r"ref|source|src|from|via|partner|channel|medium", re.IGNORECASE)
_WAYS = re.compile(
    r"(?:rss|feed|atom|news-?letter|e?mail|twitter|facebook|linkedin|social|share|sharing|whatsapp"
    r"|home(?:page)?)[\w.-]*|x",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"u|url|q|to|target|dest(?:ination)?|redir(?:ect)?(?:_?(?:ur[il]|to))?|link|r|go(?:to)?|out|href|l|p|adurl"
    r"|murl|desturl",
    re.IGNORECASE,
)
"""Parameters in which counting services and mail filters put the address that a link leads to."""
_MAIL = re.compile(r"(?<![\w.+'@-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_KEY = re.compile(r"k|key|token|t|h|hash|sig(?:nature)?|auth|code|e|s|id|uid|cid|sid|c|m|d|data|x", re.IGNORECASE)
_OPAQUE = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[\w.~=+-]{4,}|[\w=+-]{20,}")
_COUNTER = re.compile(
    r"(?:click|clicks|clk|track|tracking|trk|links?|lnk|email|emails|e|el|go|t|ct|mail|mailer|newsletter|url\d*"
    r"|u\d+)\d*"
    r"\.[\w.-]+\.\w+|.*(?:list-manage\.com|sendgrid\.net|mailchi\.mp|hubspotlinks\.com|mandrillapp\.com|cmail\d+\.com"
    r"|createsend\d*\.com|mjt\.lu|rs6\.net|sendibm\d\.com|exacttarget\.com|awstrack\.me|beehiiv\.com"
    r"|convertkit-mail\d?\.com"
    r"|sailthru\.com|klclick\d?\.com|substack\.com/redirect)",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"/(?:ls/)?(?:click|track|wf/open|open|c|r|l|e|f|ss|link|redirect|unsubscribe|optout|manage|u)(?:/|$|\?)",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"unsubscri|opt-?out|abmeld|abbestell|desinscri|désinscri|desabonn|baja|preferences", re.IGNORECASE
)
_FILTER_3 = re.compile(r"/v3/__(.+?)__;")
_FOUND = re.compile(r"https?://[^\s<>\"'`|\]]+", re.IGNORECASE)
_DEPTH = 4


def is_campaign(name: str, value: str = "") -> bool:
    """Whether a parameter of an address only says by which way somebody came."""
    return bool(_CAMPAIGN.fullmatch(name)) or bool(_WAY.fullmatch(name) and _WAYS.fullmatch(value))


def clean_address(url: str) -> str:
    """An address without campaign, reader and counter; empty where nothing is left that others may follow.

    A counter or filter gives way to the address that it names. A mail address in it is taken for that of a reader.
    """
    for _ in range(_DEPTH):
        target = _target(url)
        if not target:
            break
        url = target
    parts = split_url(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return url
    personal = _holds_reader(url)
    if personal and (_LEAVES.search(url) or _holds_reader(parts.path)):
        return ""
    if _is_counter(parts.netloc, parts.path + ("?" + parts.query if parts.query else "")):
        return ""
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and not is_campaign(*_pair(pair)) and not (personal and _tells(*_pair(pair)))
    ]
    fragment = parts.fragment
    if (personal and _holds_reader(fragment)) or is_campaign(*_pair(fragment.partition("&")[0])):
        fragment = ""
    host = parts.netloc.rpartition("@")[2] if "@" in parts.netloc else parts.netloc
    if "&".join(kept) == parts.query and (fragment, host) == (parts.fragment, parts.netloc):
        # An address that stays as it is stays so to the letter.
        return url
    return urlunsplit((parts.scheme, host, parts.path, "&".join(kept), fragment))


def clean_text(text: str) -> str:
    """A text, or Markdown, with each address in it cleaned; of a Markdown link that is gone the words stay."""
    if "://" not in text:
        return text
    return re.sub(r"(?<!!)\[((?:[^\[\]\\]|\\.)*)\]\(\)|<>", r"\1", _FOUND.sub(lambda m: _cleaned(m[0]), text))


def _cleaned(found: str) -> str:
    end = len(found)
    while end and (
        found[end - 1] in ".,;:!?*_" or (found[end - 1] == ")" and found.count("(", 0, end) < found.count(")", 0, end))
    ):
        end -= 1
    url = found[:end].replace("&amp;", "&") if "&amp;" in found else found[:end]
    cleaned = clean_address(url)
    return (found[:end] if cleaned == url else cleaned) + found[end:]


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return unquote(name), unquote(value)


def _target(url: str) -> str:
    """The address that a counter or filter names in itself; empty where it names none."""
    parts = split_url(url)
    filtered = _FILTER_3.search(parts.path)
    if filtered:
        return re.sub(r"^(https?:/)(?!/)", r"\1/", filtered[1])
    for name, value in parse_qsl(parts.query):
        if parts.netloc.lower().startswith("urldefense.") and name == "u":
            value = unquote(value.replace("-", "%").replace("_", "/"))
        value = _decoded(value)
        if _TARGET.fullmatch(name) and re.match(r"https?://[\w-]+\.", value, re.IGNORECASE):
            return value
    for piece in parts.path.split("/"):
        # A letter service writes an object, or the address itself, in base 64 into the path.
        if len(piece) > 20 and (
            found := re.search(r"https?://[^\"'\s\\\x00-\x1f]+", _decoded(piece.partition(".")[0]))
        ):
            return found[0]
    return ""


def _decoded(value: str) -> str:
    if value.lower().startswith(("http%3a", "https%3a")):
        return unquote(value)
    if re.fullmatch(r"[\w=-]{16,}", value) and "://" not in value:
        try:
            text = urlsafe_b64decode(value.rstrip("=") + "=" * (-len(value.rstrip("=")) % 4)).decode("utf-8")
        except (Error, ValueError):
            return value
        return text if text.isprintable() else value
    return value


def _holds_reader(text: str) -> bool:
    plain = unquote(unquote(text)).lower()
    values = [_decoded(piece) for piece in re.split(r"[/?&=#]", text)]
    return any(_MAIL.search(one) for one in (plain, *values))


def _tells(name: str, value: str) -> bool:
    """Whether a parameter of an address that holds its reader may be that reader, or the key of the letter."""
    return bool(_holds_reader(value) or _OPAQUE.fullmatch(value) or _KEY.fullmatch(name))


def _is_counter(host: str, path: str) -> bool:
    """Whether an address belongs to a service that counts who opens it, and says nothing of where it leads."""
    pieces = re.split(r"[/?&=]", path)
    long = any(_OPAQUE.fullmatch(piece) and len(piece) > 9 for piece in pieces)
    counts = _COUNTS.search(path) or any(len(piece) > 30 for piece in pieces)
    return bool(long and counts and _COUNTER.match(host + path[:20]))
