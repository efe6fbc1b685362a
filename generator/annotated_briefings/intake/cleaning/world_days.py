"""Days in words of all other languages: the names of months are those of the Unicode CLDR."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from unicodedata import normalize

from annotated_briefings.base.meant.locales import Locale, UnknownLocaleError
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.months import month_of

_LANGUAGES = (
    "af am ar as az be bg bn br bs ca ceb cs cy da de dz el en eo es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr "
    "hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt "
    "ro ru rw sd si sk sl so sq sr sv sw ta te tg th tk tr tt ug uk ur uz uz_Cyrl sr_Latn az_Cyrl vi xh yo zu"
).split()
_NAME = r"[^\W\d_](?:[^\s\d.,:;/|()·•—–-]|(?<=\w)['’](?=\w)){2,24}"
_YEAR = r"(?<!\d)(?P<{}>(?:19|20|25)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<{}>[0-3]?\d)(?!\d)"
_BEHIND = r"(?:[.,]|[^\W\d_]{1,3})?"
"""What languages write behind a number: a stop, an ending."""
_WORD_BETWEEN = r"\s(?:[^\W\d_]{1,8}\.?\s)?"
"""A word such as `of` or `year`, or none."""
_SHAPES = regex(
    rf"{_DAY.format('d1')}{_BEHIND}{_WORD_BETWEEN}(?P<m1>{_NAME})[.,]?{_WORD_BETWEEN}{_YEAR.format('y1')}"
    rf"|{_YEAR.format('y2')}{_BEHIND}{_WORD_BETWEEN}{_DAY.format('d2')}{_BEHIND}\s(?P<m2>{_NAME})"
    rf"|{_YEAR.format('y3')}{_BEHIND}{_WORD_BETWEEN}(?P<m3>{_NAME})\s{_DAY.format('d3')}(?:[^\W\d_]{{1,2}}(?!\w))?"
    rf"|(?P<m4>{_NAME})\s{_DAY.format('d4')}{_BEHIND},?\s{_YEAR.format('y4')}"
)
_ANY_YEAR = regex(r"(?:19|20|25)\d\d")
_AROUND_WEEKDAY = regex("^(?:วัน|ថ្ងៃ|ວັນ)|(?:ที่|နေ့)$")
"""The word for `day` where languages write it without a blank."""
_OTHER_WEEKDAYS = frozenset(
    "日 月 火 水 木 金 土 आइतबार सोमबार मङ्गलबार मंगलबार बुधबार बिहीबार बिहिबार शुक्रबार शनिबार پنجشنبه سه سه‌شنبه چهارشنبه "
    "شنبه یکشنبه دوشنبه الأثنين الإثنين "
    "ዐርብ አርብ ሐሙስ ረቡዕ ማክሰኞ ሰኞ ቅዳሜ እሁድ".split()
)
_SHORTEST, _ENDING = 5, 4
"""Letters of a name that may have an ending, and of that ending."""
_STEM, _CHANGED = 4, 2
"""Letters that a name keeps in all its forms, and those of the ending that changes."""
_BUDDHIST, _ERA = 2400, 543
"""Years from which on one is counted as in Thailand, and what is between."""


def day_in_words(text: str) -> tuple[int, int, str]:
    """Where the first day in words is in a text with ASCII figures, and that day; nothing where there is none."""
    for found in _SHAPES.finditer(text) if _ANY_YEAR.search(text) else ():
        n = next(n for n in "1234" if found[f"m{n}"])
        month, year = _month(found[f"m{n}"]), int(found[f"y{n}"])
        if month:
            try:
                day = date(year - _ERA if year > _BUDDHIST else year, month, int(found[f"d{n}"]))
            except ValueError:
                continue
            return found.start(), found.end(), day.isoformat()
    return 0, 0, ""


def is_weekday(word: str) -> bool:
    """Whether a word names a day of the week in any language, with or without the word for `day` around it."""
    key = _key(word)
    return key in _weekdays() or _AROUND_WEEKDAY.sub("", key) in _weekdays()


def _weekdays() -> frozenset[str]:
    """The days of the week by their names in all languages; those of several words have each of these."""
    return _read()[0]


def _names() -> Mapping[str, int]:
    """The months by their names in all languages, but for names of two months."""
    return _read()[1]


@cache
def _read() -> tuple[frozenset[str], Mapping[str, int]]:
    """The days of the week and the months, read of each language at once: the data of all are too large to be kept."""
    weekdays: set[str] = set()
    months: dict[str, set[int]] = {}
    for language in (*_LANGUAGES, "ti"):
        try:
            locale = Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            continue
        weekdays.update(_weekdays_of(locale))
        for key, number in _months_of(locale) if language in _LANGUAGES else ():
            months.setdefault(key, set()).add(number)
    sure = {name: min(numbers) for name, numbers in months.items() if len(numbers) == 1}
    return frozenset(weekdays) | _OTHER_WEEKDAYS, sure


def _weekdays_of(locale: Locale) -> Iterator[str]:
    days = locale.days
    for name in (*days["format"]["wide"].values(), *days["stand-alone"]["wide"].values()):
        yield from (_AROUND_WEEKDAY.sub("", key) for key in (_key(name), *_key(name).split()) if len(key) > 1)


def _months_of(locale: Locale) -> Iterator[tuple[str, int]]:
    for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
        for number, name in locale.months[context][width].items():
            key = _key(name)
            if len(key) >= (3 if width == "wide" else 4) and not re.search(r"[\d\s]", key):
                yield key, number


def _month(word: str) -> int:
    """The number of the month that a word names, also with an ending; 0 for another word, or where two are meant."""
    key, names = _key(word), _names()
    if key in names:
        return names[key]
    ended = (key[:end] for end in range(len(key) - 1, max(_SHORTEST, len(key) - _ENDING) - 1, -1))
    found = next((names[name] for name in ended if name in names and not month_of(name)), 0)
    return found or _by_stem(key, names)


def _by_stem(key: str, names: Mapping[str, int]) -> int:
    """The month whose name has another ending in the same place: `novembrī` and `novembris`; 0 where there are two."""
    for cut in range(1, _CHANGED + 1):
        stem = key[:-cut]
        if len(stem) < _STEM:
            break
        meant = {n for name, n in names.items() if name.startswith(stem) and 0 < len(name) - len(stem) <= _CHANGED}
        if meant:
            return meant.pop() if len(meant) == 1 else 0
    return 0


def _key(word: str) -> str:
    return normalize("NFC", word).casefold().rstrip(".")
