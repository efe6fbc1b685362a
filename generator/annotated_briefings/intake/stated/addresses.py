"""Web addresses as their publishers write them: without campaigns, without the reader and the reader's keys, and not by
way of a counter."""

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import parse_qsl, quote, unquote, urlunsplit

from annotated_briefings.base.paths import has_web_scheme, split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.web import is_campaign
from annotated_briefings.intake.stated.address_keys import (
    NO_RECEIVER,
    Receiver,
    decoded,
    holds_mail_address,
    is_key,
    random_length,
)
from annotated_briefings.intake.stated.asides import LEAVES, why_aside

_TARGET = regex(
    r"u|url|q|to|target|dest(?:ination)?|redir(?:ect)?(?:_?(?:ur[il]|to))?|link|r|go(?:to)?|out|href|l|p|adurl"
    r"|murl|desturl",
    re.IGNORECASE,
)
"""Parameters in which counting services and mail filters put the address that a link leads to."""
_SHORT_KEY = regex(r"k|key|token|t|h|hash|sig(?:nature)?|auth|code|e|s|id|uid|cid|sid|c|m|d|data|x", re.IGNORECASE)
"""Parameters that are keys in an address that holds its reader."""
_COUNTER = regex(
    r"(?:ab|app)?(?:click|clicks|clk|track|tracking|tracker|trk|links?|lnk|email|emails|e|el|em\d*|go|t|ct|mail"
    r"|mailer"
    r"|mailing|newsletter|nl|news|url\d*|u\d+|r|redirect|redir)\d*\.(?:[\w-]+\.)+\w+",
    re.IGNORECASE,
)
"""Hosts that are called as those of counters are."""
_SERVICE = regex(
    r"(?:.*\.)?(?:list-manage\d?\.com|sendgrid\.net|mailchi\.mp|hubspotlinks\.com|mandrillapp\.com|cmail\d+\.com"
    r"|createsend\d*\.com|mjt\.lu|rs6\.net|sendibm\d\.com|sendibt\d\.com|exacttarget\.com|awstrack\.me|beehiiv\.com"
    r"|convertkit-mail\d?\.com|sailthru\.com|klclick\d?\.com|emlnk\d*\.com|acemln[a-z]\.com|mailgun\.org"
    r"|mlsend\d?\.com"
    r"|sparkpostmail\d?\.com|mailerlite\.com|getresponse\.com|benchurl\.com|sendinblue\.com|brevo\.com"
    r"|cleverreach\.com"
    r"|rapidmail\.\w+|newsletter2go\.com|inxmail\.com|emarsys\.net|responsys\.net|eloqua\.com|mkt\d+\.com|pstmrk\.it"
    r"|customeriomail\.com|intercom-clicks\.com|constantcontact\.com|hs-sites\.com|hubspotemail\.net|substack\.com"
    r"|campaign-archive\d?\.com)",
    re.IGNORECASE,
)
"""Services that send letters for others."""
_MARKS = frozenset(
    "click clicks clk track tracking trk open c r l e f t ss ls wf cl ct cl0 l0 ce lnk link links redirect redir go "
    "out unsubscribe optout manage u rd lt.php x mk cc nl forward".split()
)
"""Parts of paths below which counters have the key of a click."""
_LEAVES = regex(
    r"unsub(?:scri|$|[/_.-])|opt-?(?:out|down)\b|abmeld|abbestell|austrag|d[eé]sinscri|d[eé]sabonn|\bbaja\b|disiscri"
    r"|cancel-?subscri|cancelar-?(?:suscri|inscri|assina)|afmeld|uitschrijv|avregistr|wypis|rezygn|list-?leave"
    r"|(?:e-?mail|news-?letter|subscri(?:ption|ber)|notification|communication)s?[-_/]?(?:preference|setting|pref"
    r"|cent)"
    r"|preference-?cent|prefcent|prefs?-?cent|manage[-_/]?(?:subscri|preference|news-?letter|e-?mail)"
    r"|update[-_/]?(?:profile|preference|subscri)|profile[-_/]?cent|/preferences?(?:/|\?|$)|einstellungen(?:/|\?|$)"
    r"|^/alerts?/(?:edit|remove|delete|manage|feedback|feeds|verify)\b|^/alerts?/?\?(?:.*&)?s=|退订|退訂|отпис",
    re.IGNORECASE,
)
_VIEWS = regex(
    r"view[-_/]?(?:in[-_]?(?:a[-_]|your[-_])?browser|on-?line|e-?mail|web|html|message|as[-_]web)|web[-_]?(?:view"
    r"|version"
    r"|copy|letter)|browser[-_]?(?:view|version|ansicht)|on-?line[-_]?(?:version|view|ansicht)|web-?ansicht"
    r"|version[-_]?(?:en[-_]?ligne|web|online)|ver[-_]?en[-_]?(?:el[-_]?)?navegador|mirror[-_]?page|/vib(?:/|\?|$)",
    re.IGNORECASE,
)
"""Addresses for leaving a letter, for its settings, and for its copy on the web."""
_DOORS = regex(
    r"(?:log|sign)-?in|magic(?:-?link)?|verify(?:-?e?mail)?|verification|confirm(?:ation)?|activat\w+"
    r"|(?:password-?)?reset(?:-?password)?|invit\w+|web-?hooks?|unlock|gift|token|session|auth",
    re.IGNORECASE,
)
"""Parts of paths below which there is the key of one door."""
_FILTER_3 = regex(r"/v3/__(.+?)__;")
_PATH_SESSION = regex(r";(?:jsessionid|phpsessid|sid|sessionid)=[^/?#;]*|/\([A-Z]\([^/()]*\)\)(?=/)", re.IGNORECASE)
_IN_PATH = regex(r"https?(?:%3a|:)(?:%2f|/)", re.IGNORECASE)
_FOUND = regex(
    r"(?:https?://|(?<=\()//(?=[\w-]+\.\w)|(?<![\w.@/-])www\.(?=[\w-]+\.\w))[^\s<>\"'`"
    r"|\]，。、；：！？（）【】「」『』《》“”„«»]+",
    re.IGNORECASE,
)
_LINK = regex(r"(?<!!)\[([^\[\]\n]{3,120})\]\((https?://[^\s()]+)\)", re.IGNORECASE)
_REFERENCE = regex(
    r"^[ \t]*\[([^\]\n]+)\]:[ \t]*<?(https?://[^\s<>]+)>?[ \t]*(?:[\"'(].*)?$", re.MULTILINE | re.IGNORECASE
)
_BY_LABEL = regex(r"!?\[([^\[\]\n]+)\](?!\(|:)(?:\[([^\[\]\n]*)\])?")
_QUERY_END = regex(r"(?<=[?&=])([^?]*?)[^\x00-\x7f]")
_GONE = "\x00"
"""Stands for an address that is left out, until what was around it is."""
_AROUND = regex(
    rf"(?<!!)\[((?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*)\]\(\s*<?{_GONE}>?(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
    rf"|!\[((?:[^\[\]\\\n]|\\.)*)\]\(\s*<?{_GONE}>?(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
    rf"|<a\b[^<>]*{_GONE}[^<>]*>(.*?)</a\s*>|<img\b[^<>]*{_GONE}[^<>]*>"
    rf"|^[ \t]*\[[^\]\n]+\]:[ \t]*<?{_GONE}>?[ \t]*(?:[\"'(][^\n]*)?(?:\n|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_BRACKETS = regex(
    rf"[ \t]?(?:\(\s*{_GONE}\s*\)|\[\s*{_GONE}\s*\]|<\s*{_GONE}\s*>|\{{\s*{_GONE}\s*\}}|（\s*{_GONE}\s*）"
    rf"|【\s*{_GONE}\s*】"
    rf"|«\s*{_GONE}\s*»|\"{_GONE}\"|'{_GONE}'|“{_GONE}”|„{_GONE}[“”]|`{_GONE}`)"
)
_DEPTH = 4


def clean_address(url: str, reader: Receiver = NO_RECEIVER) -> str:
    """An address without campaign, reader, keys and counter; empty where nothing is left that others may follow.

    A counter or filter gives way to the address that it names. A mail address in it is taken for that of a reader.
    """
    for _ in range(_DEPTH):
        target = _target(url)
        if not target:
            break
        url = target
    bare = url.startswith("//") or url.lower().startswith("www.")
    parts = split_url(f"https:{url}" if url.startswith("//") else f"https://{url}" if bare else url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return url
    personal = _holds_reader(url, reader)
    path = _PATH_SESSION.sub("", parts.path)
    if _is_private(parts.netloc, path, parts.query, personal, reader):
        return ""
    pairs = [pair for pair in parts.query.split("&") if pair]
    kept = [pair for pair in map(_inner, pairs) if pair and not _is_tracking(*_pair(pair), personal, reader)]
    lost = len(kept) < sum(not is_campaign(*_pair(pair)) for pair in pairs)
    if lost and not kept and path.rstrip("/").rpartition("/")[2].lower() in _MARKS:
        # What counts a click and says nothing else is a broken link without its key.
        return ""
    fragment = _fragment(parts.fragment, personal, reader)
    host = parts.netloc.rpartition("@")[2] if "@" in parts.netloc else parts.netloc
    query = "&".join(kept)
    if (query, fragment, host, path) == (parts.query, parts.fragment, parts.netloc, parts.path):
        # An address that stays as it is stays so to the letter.
        return url
    whole = urlunsplit((parts.scheme, host, path, query, fragment))
    return whole if not bare else whole.partition(":" if url.startswith("//") else "//")[2]


def clean_text(text: str, reader: Receiver = NO_RECEIVER) -> str:
    """A text, or Markdown, with each address in it cleaned; of a link that is gone the words stay, and nothing of what
    was around it."""
    if "//" not in text and "www." not in text.lower():
        return text
    text = _LINK.sub(_unless_it_leaves, text)
    cleaned = _FOUND.sub(lambda m: _cleaned(m[0], reader), text)
    return without_gone(cleaned) if _GONE in cleaned else cleaned


def lost_references(texts: Iterable[str], reader: Receiver = NO_RECEIVER) -> frozenset[str]:
    """The labels of Markdown link references (`[label]: https://...`) whose addresses are left out."""
    found = (match for text in texts if "]:" in text for match in _REFERENCE.finditer(text))
    return frozenset(match[1].casefold() for match in found if not clean_address(match[2], reader))


def without_references(text: str, labels: frozenset[str]) -> str:
    """Markdown with the words alone in place of links by some labels."""
    if not labels or "[" not in text:
        return text
    return _BY_LABEL.sub(
        lambda m: m[0] if (m[2] or m[1]).casefold() not in labels else "" if m[1].startswith("^") else m[1], text
    )


def _unless_it_leaves(link: re.Match[str]) -> str:
    """A link; only its words where they speak to the receiver of a letter, and its address has a number of somebody."""
    words, address = link.groups()
    numbered = random_length(address) > 5 or bool(re.search(r"[\d?]", address))
    return words if numbered and why_aside(words.strip("*_ ")) == LEAVES else link[0]


def without_gone(text: str) -> str:
    """A text without the places of what was left out, and without the empty brackets around them."""
    text = _AROUND.sub(lambda m: next((words for words in m.groups() if words), ""), text).strip("\n")
    text = _BRACKETS.sub("", text)
    return re.sub(rf" ?{_GONE}(?=[ \t]*(?:[.,;:!?)\]]|$))|{_GONE} ?", "", text, flags=re.MULTILINE)


GONE = _GONE
"""What ``without_gone`` takes for the place of something that was left out."""


def _cleaned(found: str, reader: Receiver) -> str:
    # Of a script that is written without spaces the text goes on behind the query.
    foreign = _QUERY_END.search(found)
    end = foreign.end() - 1 if foreign else len(found)
    while end and (
        found[end - 1] in ".,;:!?*_" or (found[end - 1] == ")" and found.count("(", 0, end) < found.count(")", 0, end))
    ):
        end -= 1
    url = found[:end].replace("&amp;", "&") if "&amp;" in found else found[:end]
    cleaned = clean_address(url, reader)
    return (found[:end] if cleaned == url else cleaned or _GONE) + found[end:]


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return unquote(name), unquote(value)


def _inner(pair: str) -> str:
    """A parameter; one that holds an address, with that cleaned, or nothing where that is left out."""
    name, equals, value = pair.partition("=")
    inner = unquote(value)
    if not has_web_scheme(inner):
        return pair
    cleaned = clean_address(inner)
    return pair if cleaned == inner else f"{name}{equals}{quote(cleaned, safe='')}" if cleaned else ""


def _fragment(fragment: str, personal: bool, reader: Receiver) -> str:
    """What follows the number sign, without campaigns, readers and keys."""
    if fragment.startswith(":~:"):
        return fragment
    if "=" not in fragment:
        secret = random_length(fragment) >= 16 or (personal and _holds_reader(fragment, reader))
        return "" if secret else fragment
    kept = [pair for pair in fragment.split("&") if not _is_tracking(*_pair(pair), personal, reader)]
    return "&".join(kept)


def _target(url: str) -> str:
    """The address that a counter or filter names in itself; empty where it names none."""
    parts = split_url(url)
    filtered = _FILTER_3.search(parts.path)
    if filtered:
        return re.sub(r"^(https?:/)(?!/)", r"\1/", filtered[1])
    for name, value in parse_qsl(parts.query):
        if parts.netloc.lower().startswith("urldefense.") and name == "u":
            value = unquote(value.replace("-", "%").replace("_", "/"))
        value = _written(value)
        if _TARGET.fullmatch(name) and re.match(r"https?://[\w-]+\.", value, re.IGNORECASE):
            return value
    for piece in parts.path.split("/"):
        # A letter service writes an object, or the address itself, in base 64 or with signs for its slashes.
        if len(piece) > 20 and (found := re.search(r"https?://[^\"'\s\\\x00-\x1f]+", _written(piece))):
            return found[0]
    return ""


def _written(value: str) -> str:
    return unquote(value) if _IN_PATH.match(value) else decoded(value)


def _holds_reader(text: str, reader: Receiver) -> bool:
    plain = unquote(unquote(text)).lower()
    values = re.split(r"[/?&=#]", text)
    return any(map(holds_mail_address, (plain, *values))) or reader.is_in(plain)


def _is_tracking(name: str, value: str, personal: bool, reader: Receiver) -> bool:
    """Whether a parameter only says how or as whom somebody came, or is a key."""
    if is_campaign(name, value) or is_key(name, value) or reader.is_in(value):
        return True
    return personal and bool(
        _holds_reader(value, reader)
        or _SHORT_KEY.fullmatch(name)
        or random_length(value) >= 4
        or decoded(value) != value
    )


def _is_private(host: str, path: str, query: str, personal: bool, reader: Receiver) -> bool:
    """Whether an address is there for one reader alone, or belongs to a counter and says nothing of where it leads."""
    segments = [unquote(piece) for piece in path.split("/") if piece]
    values = [value or name for name, value in map(_pair, query.split("&"))]
    longest = max((random_length(piece) for piece in (*segments, *values)), default=0)
    below = unquote(path) + ("?" + query if query else "")
    if _LEAVES.search(below) and (personal or query or longest > 5 or _numbered(segments)):
        return True
    if _VIEWS.search(below) and (personal or longest > 5 or any(values) or _numbered(segments)):
        return True
    if personal and (_holds_reader(path, reader)):
        return True
    if any(_DOORS.fullmatch(a) and random_length(b) > 9 for a, b in pairwise(segments)):
        return True
    if longest < 8 or any(map(_reads, segments)):
        return False
    random = [random_length(piece) for piece in segments]
    if len(segments) > 3 and sum(n > 3 for n in random) > 2 and sum(random) > 20:
        # A path of numbers of many kinds says nothing to anybody but its server.
        return True
    marked = any(piece.lower() in _MARKS for piece in segments)
    service = bool(_SERVICE.fullmatch(host))
    if (service and query) or ((marked or longest > 20) and (service or _COUNTER.fullmatch(host))):
        return True
    # The key of a click below the part of a path that counts, on any host; a commit has one too, of 40 hex digits.
    last = segments[-1] if segments else ""
    return (
        len(segments) > 1
        and segments[-2].lower() in _MARKS
        and random_length(last) > 23
        and not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", last)
    )


def _numbered(segments: list[str]) -> bool:
    """Whether the last part of a path is a number of somebody."""
    return bool(segments) and segments[-1].isdigit() and len(segments[-1]) > 3


def _reads(piece: str) -> bool:
    """Whether a part of a path says something to people: several words, or the name of a file."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", piece) if not random_length(word)]
    random = random_length(piece)
    return (len(words) > 1 and 3 * random < len(piece)) or (
        bool(re.search(r"\w\.(?:html?|pdf|jpe?g|png)$", piece)) and not random
    )
