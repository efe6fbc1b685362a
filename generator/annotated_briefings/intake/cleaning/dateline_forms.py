"""Datelines told by their form, in any language: places, a day with or without its year, an agency, and a dash."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.days import date_span, find_day
from annotated_briefings.intake.cleaning.months import WEEKDAYS, month_of
from annotated_briefings.intake.cleaning.world_days import day_in_words, is_weekday

_FURTHEST = 110
_CLOSE = regex(r"(?<=[)\]/])\s*\.?\s?(?:--|[–—-])\s*|\s?\.?\s?(?:--|[–—])\s?|\s-\s|\.-\s|(?<=\))\.\s|(?<=\))\s?[:=]\s")
"""What ends a dateline."""
_BRACKETS = regex(r"[(\[（【]\s?([^()\[\]（）【】]{2,40}?)\s?[)\]）】]|(?<![\w/])/([^/\d]{2,30})/")
_YEARLESS = regex(
    r"(?P<d1>\d{1,2})(?:\.|er|º|°|-?го|-е)?\s(?:(?:de|d['’]|of)\s?)?(?P<m1>[^\W\d_][^\s\d.,:;()|/–—-]{2,13})\.?(?!\w)"
    r"|(?P<m2>[^\W\d_][^\s\d.,:;()|/–—-]{2,13})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th|\.)?(?!\w)"
)
_AGENCY = regex(r"[^\W\d_][^\s\d:;!?/&.,·’'–—-]*(?:[ /&.,·’'-]{1,2}[^\W\d_][^\s:;!?/&.,·’'–—-]*){0,4}")
_SMALL = regex(r"[a-zà-ÿ]{1,4}")
"""Words in small letters within the name of a place: `Rio de Janeiro`, `Frankfurt am Main`."""
_SIGNS = regex(r"[;!?:“”\"„«»=]|\.(?!\s?$)(?<!\b[A-ZÀ-Þ]\.)(?<!\b[Ss]t\.)")
_SLASHED = regex(
    r"(?P<place>[A-ZÀ-Þ][^\d/:;!?]{1,44}?)\s?/\s?(?P<agency>[A-Z][^\d/:;!?]{3,30}?)\s?/\s?(?P<day>[^/]{6,30}?)\s?/\s?(?=\S)"
)
"""`TORONTO, ON / ACCESS Newswire / March 14, 2026 / `"""
_BRACKETED = regex(
    r"(?P<place>[A-ZÀ-Þ][^\d/:;!?()]{1,44}?)(?:\s?--)?\s?[(（](?P<agency>[A-Z][^\d/:;!?()]{3,30}?)\s?[-–—]\s"
    r"(?P<day>[^()]{6,30})[)）]\s?(?:--|[-–—:])\s?(?=\S)"
)
"""`Vancouver, British Columbia--(Newsfile Corp. - March 14, 2026) - `"""
_NO_AGENCY = frozenset("he she it they who which formerly see born age aged the and".split())
_MOST_WORDS, _UNCASED_WORDS, _LONGEST_AGENCY = 8, 4, 4


class FormedDateline(Value):
    """What is before the first sentence."""

    end: int
    """Offset at which the news begins."""
    day: str = ""
    """Its day, or its month and day (``03-14``) where it names no year; empty where it names none."""
    agency: str = ""
    """The agency in brackets, or empty."""


def read_formed_dateline(text: str) -> FormedDateline | None:
    """The dateline of a text; None where there is none. One without an agency names a day and a place."""
    for form in (_SLASHED, _BRACKETED):
        found = form.match(text)
        if found and date_span(found["day"]) == (0, len(found["day"])) and _is_agency(found["agency"].rstrip(".")):
            return FormedDateline(found.end(), find_day(found["day"]), found["agency"])
    for close in _CLOSE.finditer(text[:_FURTHEST]):
        if close.end() >= len(text) or not close.start():
            continue
        read = _read(text[: close.start()].strip(), close.end(), stop=close[0].strip() == ".")
        if read is not None:
            return read
    return None


def _read(head: str, end: int, *, stop: bool) -> FormedDateline | None:
    groups = [one[1] or one[2] for one in _BRACKETS.finditer(head)]
    rest = _BRACKETS.sub(" | ", head)
    agency = groups[-1].strip() if groups else ""
    start, to = date_span(rest)
    day = find_day(rest) if to else ""
    if to:
        rest = rest[:start] + " " + rest[to:]
    elif found := _yearless(rest):
        day, rest = found
    within = [one for one in groups if _is_agency(one)]
    places = [word for word in re.split(r"[\s,|/.]+", rest.strip(" ,.-–—")) if word.strip("-–—")]
    places = [word for word in places if not _is_weekday(word)]
    if not places or not _are_places(places, rest) or len(groups) > len(within) + 1:
        return None
    last_is_agency = bool(groups) and _is_agency(agency) and head.rstrip()[-1:] in ")]）】/"
    named = "," in head or " ".join(places).isupper()
    if not last_is_agency and not (day and not groups and named):
        return None
    if stop and (day or len(places) > 2 or len(agency) > 12 or not (agency.islower() or agency.isupper())):
        # `Lohnheim (nwd). Die Stadtwerke`
        return None
    return FormedDateline(end, day, agency if last_is_agency else "")


def _yearless(text: str) -> tuple[str, str] | None:
    """A month and day (``03-14``) in a text, and the text without them."""
    for found in _YEARLESS.finditer(text):
        word, day = found["m1"] or found["m2"], int(found["d1"] or found["d2"])
        month = month_of(word)
        if not month and (read_day := day_in_words(f"{day} {word} 2024")[2]):
            month = int(read_day[5:7])
        if month and 1 <= day <= 31:
            return f"{month:02}-{day:02}", text[: found.start()] + " " + text[found.end() :]
    return None


def _is_weekday(word: str) -> bool:
    return word.casefold() in WEEKDAYS or is_weekday(word.casefold())


def _is_agency(text: str) -> bool:
    words = text.casefold().split()
    plain = _AGENCY.fullmatch(text) is not None and len(words) <= _LONGEST_AGENCY
    return plain and not _NO_AGENCY.intersection(words) and not any(map(_is_weekday, words))


def _are_places(words: list[str], rest: str) -> bool:
    if len(words) > _MOST_WORDS or any(map(str.isdigit, rest)) or _SIGNS.search(rest.strip(" .")):
        return False
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    if not cased:
        return len(words) <= _UNCASED_WORDS
    return (
        cased[0][0].isupper()
        and all(word[0].isupper() or _SMALL.fullmatch(word) for word in cased)
        and (sum(not word[0].isupper() for word in cased) <= 2)
    )
