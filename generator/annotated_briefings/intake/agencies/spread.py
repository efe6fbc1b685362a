"""What services that spread press releases write around these: who sent a release and when, and where it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.agencies.releases import CONTACT, has_detail, is_spreader
from annotated_briefings.intake.cleaning.datelines import read_dateline
from annotated_briefings.intake.cleaning.days import date_span, find_day
from annotated_briefings.intake.labels import LabelRole, role_of
from annotated_briefings.intake.model import Paragraph

SPREAD = "a line of a service that spreads releases"
"""Why such a line is no text."""
_PROVIDED = regex(
    r"(?:news (?:provided|released) by|nachrichten bereitgestellt von|bereitgestellt von"
    r"|(?:nouvelles|actualités|informations) fournies par|noticias? proporcionadas? por|notizi[ae] fornit[ae] da"
    r"|notícias? fornecidas? por|nieuws (?:geleverd|verstrekt|aangeboden) door|nyheter tillhandahållna av"
    r"|nyheder leveret af|nyheter levert av|uuti(?:sen|set) toimitt(?:i|aa)|wiadomoś(?:ci|ć) dostarczon[ea] przez"
    r"|zpráv[yu] poskytl[ai]?|hírek forrása|știri furnizate de|haberi sağlayan"
    r"|новост[иь] предоставлен[аы]?|ニュース提供(?:元)?|新闻提供(?:方|者)?|新聞提供(?:方|者)?|뉴스 제공)"
    r"(?!\w)\s*[:：]?\s*(?P<name>.*)",
    re.IGNORECASE,
)
_SERVICE = regex(
    r"(?<![\w@])(?:pr ?newswire|business ?wire|globe ?newswire|access(?: ?news)?wire|cision|news ?aktuell|presseportal"
    r"|einpresswire|newsfile(?:corp)?|marketwired|eqs[- ]news|mynewsdesk|openpr|prweb)(?!\w)"
    r"|\bprnewswire\.|\bcision\.",
    re.IGNORECASE,
)
"""Services by the names that nothing else has."""
_SENT_BY = regex(
    r"original-content von:\s*(?P<name>.{2,80}?),\s*(?:übermittelt|veröffentlicht) durch .{2,40}", re.IGNORECASE
)
_MEDIA = regex(
    r"(?:photos?|logos?|videos?|images?|infographics?|multimedia|fotos?|bild(?:er)?|foto - |vidéos?)\s*[-–—:]\s*https?://\S+"
    r"|share this (?:article|release|news)|e-?mail us here|visit us on social media.*",
    re.IGNORECASE,
)
_LONGEST, _FEW_WORDS, _BLOCK = 240, 16, 3
"""Characters of such a line, words of one that names a service without a link, and lines below `News provided by`."""
_NAME_WORDS, _DAY_WORDS = 9, 9
_LABEL_WORDS, _DATELINE = 2, 110
_ENDED = regex(rf"[{STOPS}][\"'”’»)]*$")


class ReleaseSender(Value):
    """Who sent a release by a service, and when; each empty where that is not said."""

    name: str = ""
    """The company or authority."""
    day: str = ""
    """The day (EDTF)."""


def sender_of(paragraphs: Iterable[Paragraph]) -> ReleaseSender:
    """The sender and the day that the marked lines of an article name."""
    name, day, provided = "", "", False
    for one in (p for p in paragraphs if p.aside == SPREAD):
        found = _PROVIDED.fullmatch(one.text)
        stated_name = found["name"] if found else _named(one.text)
        if provided and not stated_name and not find_day(one.text):
            stated_name = one.text
        provided = found is not None and not stated_name
        name = name or stated_name
        day = day or find_day(one.text)
    return ReleaseSender(name=name, day=day)


def _named(line: str) -> str:
    """The sender that a line below a release names: `SOURCE Acme Inc.`, `Quelle: Acme`; else empty."""
    if found := _SENT_BY.fullmatch(line):
        return found["name"]
    words = line.split()
    for size in range(1, min(_LABEL_WORDS, len(words) - 1) + 1):
        label = " ".join(words[:size])
        if role_of(label.rstrip(" :：")) == LabelRole.OUTLET and (label.isupper() or label[-1] in ":："):
            name = " ".join(words[size:]).lstrip(":： ")
            return name if len(words) - size <= _NAME_WORDS and not name[:1].islower() else ""
    return ""


def mark_spread(paragraphs: Sequence[Paragraph], separator: str) -> Sequence[Paragraph]:
    """Paragraphs, those marked that a service has written around each release, and whom to ask below it."""
    opened = [n for n, one in enumerate(paragraphs) if not one.aside and _is_opening(one.text)]
    blocks = [n for n, one in enumerate(paragraphs) if not one.aside and _PROVIDED.fullmatch(one.text)]
    out: dict[int, str] = {}
    for block in (_block(paragraphs, n) for n in blocks):
        out |= dict.fromkeys(block, SPREAD)
        opened.append(block[-1])
    for first, last in pairwise((*sorted({*opened}), len(paragraphs))):
        out |= _above(paragraphs, first, separator)
        out |= _below(paragraphs, first + 1, last, separator)
    return [
        replace(one, aside=out.get(n, one.aside), heading=one.heading and n not in out)
        for n, one in enumerate(paragraphs)
    ]


def _is_opening(text: str) -> bool:
    """Whether a text begins with the dateline of such a service."""
    found = read_dateline(text) if any(sign in text[:_DATELINE] for sign in "(/【（") else None
    return found is not None and is_spreader(found.agency)


def _block(paragraphs: Sequence[Paragraph], place: int) -> range:
    """The lines from `News provided by` to its day, or to its sender where it has none."""
    found = _PROVIDED.fullmatch(paragraphs[place].text)
    end = place + 1 + (found is not None and not found["name"])
    for n in range(place + 1, min(len(paragraphs), place + 1 + _BLOCK)):
        if len(paragraphs[n].text) > _LONGEST or (_ENDED.search(paragraphs[n].text) and n > place + 1):
            break
        if _is_day(paragraphs[n].text):
            end = n + 1
            break
    return range(place, min(end, len(paragraphs)))


def _is_day(text: str) -> bool:
    """Whether a line is a day, perhaps with a time and a zone in any words: `Mar 14, 2026, 09:00 ET`."""
    start, end = date_span(text)
    return bool(end) and not text[:start].strip(" (") and len(text.split()) <= _DAY_WORDS and ":" not in text[:start]


def _above(paragraphs: Sequence[Paragraph], first: int, separator: str) -> dict[int, str]:
    """The line with a day right above a release."""
    above = [n for n in range(max(0, first - 2), first) if not paragraphs[n].aside and paragraphs[n].text != separator]
    return {n: SPREAD for n in above if (_is_day(paragraphs[n].text) or _MEDIA.fullmatch(paragraphs[n].text))}


def _below(paragraphs: Sequence[Paragraph], first: int, last: int, separator: str) -> dict[int, str]:
    out: dict[int, str] = {}
    for n in range(first, last):
        text = paragraphs[n].text
        if len(text) > _LONGEST or paragraphs[n].aside:
            continue
        served = _SERVICE.search(text) and ("://" in text or len(text.split()) <= _FEW_WORDS)
        if served or _named(text) or _MEDIA.fullmatch(text):
            out[n] = SPREAD
    return out | dict.fromkeys(_contacts(paragraphs, first, last, out, separator), CONTACT)


def _contacts(
    paragraphs: Sequence[Paragraph], first: int, last: int, known: Iterable[int], separator: str
) -> Iterator[int]:
    """Lines below the last sentence of a release up to the last one with a number or an address."""
    lines = [n for n in range(first, last) if n not in {*known} and not paragraphs[n].aside]
    news = [n for n in lines if _ENDED.search(paragraphs[n].text) and not has_detail(paragraphs[n].text)]
    top = max(news, default=last)
    detailed = [n for n in lines if n > top and has_detail(paragraphs[n].text)]
    bottom = max(detailed, default=-1)
    yield from (n for n in lines if top < n <= bottom and paragraphs[n].text != separator)
