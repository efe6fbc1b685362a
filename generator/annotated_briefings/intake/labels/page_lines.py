"""Lines that pages have around their text (``page_lines.txt``), in many languages: menus, buttons, links, counts."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from annotated_briefings.base.package_files import by_key, first_letter, words_by_language
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS


class PageRole:
    """What lines of pages are for."""

    HOME, SIGN_IN, SEARCH, SUBSCRIBE, SHARE, PRINT = "home", "sign_in", "search", "subscribe", "share", "print"
    LISTEN, COMMENTS, ADVERTISEMENT, SCROLL = "listen", "comments", "advertisement", "scroll"
    READ_ALSO, MOST_READ, FOLLOW, READING = "read_also", "most_read", "follow", "reading"
    VIEWS, PRINTED, FIRST_ON, VIDEO = "views", "printed", "first_on", "video"
    REFRESH, CONDOLE, FIELDS = "refresh", "condole", "fields"


_COUNTED = (PageRole.READING, PageRole.VIEWS)
_WITH_MORE = (*_COUNTED, PageRole.PRINTED, PageRole.FIRST_ON)
"""Roles of which a label alone makes no line."""
_IN_ROWS = (*_WITH_MORE, PageRole.FIELDS)
"""The same, and the fields of forms, which are known by one another."""
_FURTHEST = 2
"""Characters before the words that say where a text appeared first."""
_LONGEST_LABEL, _LONGEST_LINE, _MOST_WORDS, _MOST_UNITS = 60, 200, 10, 2
_NETWORKS = frozenset(
    "facebook twitter x whatsapp telegram linkedin instagram youtube tiktok pinterest reddit messenger viber vk signal "
    "bluesky mastodon threads email mail e google news line kakaotalk weibo zalo фейсбук вконтакте телеграм "
    "телеграмм вайбер одноклассники ватсап фејсбук твитер фейсбуку фб "
    "فيسبوك تويتر واتساب تلغرام تيليجرام فیسبوک تلگرام توییتر واتساپ 微信 微博 朋友圈 フェイスブック ツイッター "
    "페이스북 트위터 카카오톡 פייסבוק טוויטר ווטסאפ".split()
)
_NETWORK = regex(
    r"(?<!\w)(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|tiktok|pinterest|viber|bluesky|mastodon"
    r"|фейсбу[кц]|вконтакте|телеграмм?|вайбер|ватсап|вотсап|واتساپ|تلگرام|اینستاگرام|واتساب|تيليجرام|تلغرام|تليجرام|يوتيوب"
    r"|व्हाट्सऐप|व्हाट्सएप|वॉट्सऐप|टेलीग्राम|यूट्यूब|হোয়াটসঅ্যাপ|টেলিগ্রাম|ইউটিউব|วอตส์แอป|ไลน์|เทเลแกรม"
    r"|ווטסאפ|וואטסאפ|טלגרם|微信|电报|電報|ライン|テレグラム|카카오톡|텔레그램)(?:['’]?[^\W\d_]{1,5})?(?!\w)"
)
"""A network in a line, with an ending that grammar gives its name."""
_SWITCH = regex(r"\s*[:：]\s*[^\W\d_]{1,12}")
"""What is behind the label of something that is on or off."""
_UNITS = frozenset("k m mil tis tys rb jt тыс тис хил χιλ min мин хв λεπτά λεπτό دقيقة دقائق 分 분 万 萬 천 만".split())
_MORE = regex(r"\s*(?:[:：»›]|՝|\s[-–—])\s*(?P<title>\S.*)")
_ENDED = regex(rf"[{STOPS}][\"'”’»」)\]]*$")
_EMBEDDED = regex(r"\[[^\W\d_][\w -]{1,20}\s?[:：]\s?[^\[\]:.!?]{2,60}\]")
"""What editing systems put where a page shows a film or a gallery: `[Gallery: Harbour]`."""
_PLACE = regex(r"\d|\w\.\w")
"""A day or an address."""


def page_table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The labels of each role, as they are written, by language."""
    return words_by_language("intake.labels", "page_lines.txt")


def page_line(text: str) -> str:
    """What a line is that a page has around its text, see ``PageRole``; empty for any other line."""
    line = text.strip()
    if not line or len(line) > _LONGEST_LINE:
        return ""
    if _EMBEDDED.fullmatch(line):
        return PageRole.VIDEO
    if len(line) > _LONGEST_LABEL or (_ENDED.search(line) and not line.endswith(("...", "…"))):
        return _begins(line) or _first(line)
    words = _words(line)
    role = _roles().get(" ".join(words), "")
    counted = any(map(str.isdigit, line))
    if role and (role not in _IN_ROWS or (role in _COUNTED and counted)):
        return role
    return _counts(words, counted) or _begins(line) or _joins(line) or _row(words) or _first(line)


def is_count(text: str) -> bool:
    """Whether a text is nothing but a count and the label of it, in any language: `Label: 1204`, `1204 views`."""
    labelled = re.fullmatch(r"[^\W\d_][^\d:：]{0,30}[:：]\s*[\d.,\s]{1,12}[kKmM]?", text.strip())
    return labelled is not None or page_line(text) in _COUNTED


def _words(text: str) -> list[str]:
    return re.sub(r"[\W\d_]+", " ", _small(text)).split()


def _small(text: str) -> str:
    """A text in small letters; the two letters i of Turkish are one, since many capitals do not tell them apart."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


@cache
def _roles() -> Mapping[str, str]:
    """Roles by labels without case and signs."""
    out: dict[str, str] = {}
    for own in page_table().values():
        for role, labels in own.items():
            for label in labels if role != PageRole.FIRST_ON else ():
                out.setdefault(" ".join(_words(label)), role)
    return out


@cache
def _beginnings() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Labels behind which more may follow, without case, and their roles; by their first letters, the longest first."""
    out: dict[str, list[tuple[str, str]]] = {}
    for own in page_table().values():
        for role in (PageRole.READ_ALSO, PageRole.PRINTED, PageRole.REFRESH):
            for label in own.get(role, ()):
                out.setdefault(_small(label)[:2], []).append((_small(label), role))
    return {first: tuple(sorted(labels, key=lambda one: -len(one[0]))) for first, labels in out.items()}


def _begins(line: str) -> str:
    """The role of a line that goes on behind its label: a headline, an address, or a day."""
    small = _small(line).lstrip("[(*→▶►▸•> ")
    for label, role in _beginnings().get(small[:2], ()):
        if not small.startswith(label):
            continue
        rest = small[len(label) :]
        if role == PageRole.READ_ALSO and (found := _MORE.fullmatch(rest)) and not _ENDED.search(found["title"][:-1]):
            return role
        if role == PageRole.REFRESH and _SWITCH.fullmatch(rest):
            return role
        if role == PageRole.PRINTED and _PLACE.search(rest) and not rest[:1].isalpha():
            return role
    return ""


def _counts(words: list[str], counted: bool) -> str:
    """The role of a line that is a count: its label, and a unit."""
    if not counted or not words:
        return ""
    for cut in range(1, _MOST_UNITS + 1):
        for kept, unit in ((words[:-cut], words[-cut:]), (words[cut:], words[:cut])):
            role = _roles().get(" ".join(kept), "")
            if role in _COUNTED and (set(unit) <= _UNITS or (role == PageRole.READING and len(unit) == 1)):
                return role
    return ""


def _row(words: list[str]) -> str:
    """The role of a row of several buttons, or of one and the networks to which it leads."""
    if not 1 < len(words) <= _MOST_WORDS:
        return ""
    found = _covered(tuple(words))
    return found[0] if len(found) > 1 else ""


def _joins(line: str) -> str:
    """The role of a line that asks to follow somebody in a network whose name is inside it."""
    rest, count = _NETWORK.subn(" ", _small(line))
    return PageRole.FOLLOW if count and _roles().get(" ".join(_words(rest))) == PageRole.FOLLOW else ""


def _covered(words: tuple[str, ...]) -> list[str]:
    """The roles of the labels of which a row consists; none where a word of it belongs to no label."""
    out: list[str] = []
    at = 0
    while at < len(words):
        end = next((e for e in range(len(words), at, -1) if _roles().get(" ".join(words[at:e]))), 0)
        role = _roles()[" ".join(words[at:end])] if end else ""
        if not role and words[at] in _NETWORKS:
            role, end = PageRole.SHARE, at + 1
        if not role or role in _WITH_MORE:
            return []
        out.append(role)
        at = end
    return out


@cache
def _firsts() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The words around the names in sentences that say where a text appeared first; by their first letters."""
    labels = dict.fromkeys(label for own in page_table().values() for label in own.get(PageRole.FIRST_ON, ()))
    found = (tuple(_small(part).strip() for part in label.split("…")) for label in labels)
    return by_key(found, lambda parts: first_letter(parts[0]))


def _first(line: str) -> str:
    """Whether a line says where its text appeared first."""
    small = " ".join(_small(line).split())
    near = ("", *small[: _FURTHEST + 1])
    tried = (parts for letter in dict.fromkeys(near) for parts in _firsts().get(letter, ()))
    return PageRole.FIRST_ON if any(_in_order(small, parts) for parts in tried) else ""


def _in_order(text: str, parts: tuple[str, ...]) -> bool:
    places = list(_places(text, parts))
    return len(places) == len(parts) and places[0] <= _FURTHEST and all(a < b for a, b in pairwise(places))


def _places(text: str, parts: tuple[str, ...]) -> Iterator[int]:
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return
        yield at
        at += len(part)
