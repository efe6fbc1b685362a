"""Days and moments as formats state them: in words, in figures, or counted since 1970 or since 1900."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from unicodedata import digit
from zoneinfo import ZoneInfo

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.calendars import CalendarDay, calendar_day
from annotated_briefings.intake.cleaning.calendars.placeholders import is_placeholder_day
from annotated_briefings.intake.cleaning.months import MONTH_WORDS, ZONES, month_of
from annotated_briefings.intake.cleaning.world_days import day_in_words
from annotated_briefings.intake.labels.other_days import is_other_day

_FIRST, _LAST = 300_000_000, 4_100_000_000
"""Seconds since 1970 that may be meant: from 1979 to 2099. Fewer are another number, or a default."""
_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)
"""How many of what programs count are a second."""
_SERIAL = (29_000.0, 60_000.0)
"""Days since the end of 1899, as spreadsheets count them, that may be meant: from 1979 to 2064."""
_COMPACT = regex(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(Z?))?")
_NUMBER = regex(r"\d{5}(?:\.\d+)?|\d{9,19}(?:\.\d+)?")
_MONTH = "|".join(map(re.escape, MONTH_WORDS))
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_ORDINAL = r"(?:st|nd|rd|th|\.|er|º|ª|°)?"
_WORDS = regex(
    rf"(?<![\w.])(?:(?P<d1>\d{{1,2}}){_ORDINAL}[ -]?(?:of |de |d'|de la )?"
    rf"(?P<m1>{_MONTH})(?:/\w+)?\b[.,]?[ -]?(?:de |del )?"
    rf"{_YEAR.format('y1')}"
    rf"|(?P<m2>{_MONTH})\b[.]?[ -](?P<d2>\d{{1,2}}){_ORDINAL},?[ -]{_YEAR.format('y2')}"
    rf"|{_YEAR.format('y3')}[ ,-]+(?P<m3>{_MONTH})\b[.]?[ -](?P<d3>\d{{1,2}})(?!\d))",
    re.IGNORECASE,
)
_NUMBERED_MONTH = regex(
    rf"(?<![\d.])(?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}})(?:,? năm|,)? {_YEAR.format('year')}", re.IGNORECASE
)
"""A day of Vietnamese, whose months have numbers."""
_MONTH_ALONE = regex(rf"(?P<month>{_MONTH})\.?,? (?:de )?{_YEAR.format('year')}", re.IGNORECASE)
_YEAR_FIRST = regex(
    r"(?<![\d./-])((?:19|20)\d\d)\s?([./-]|年|년|оны)\s?(\d{1,2})"
    r"\s?(?:[./-]|月|월|(?:-?р )?сарын)\s?(\d{1,2})(?![\d/-])[日일]?"
    r"(?:\s?[（(][月火水木金土日一二三四五六월화수목금토일][）)])?"
)
_IN_FIGURES = regex(r"(?<![\w./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?((?:19|20)?\d\d)(?![A-Za-z0-9/-])")
_BEFORE_NOON, _AFTER_NOON = "上午 午前 오전 凌晨 早上".split(), "下午 午後 오후 晚上 傍晚".split()
"""Words before a time of twelve hours; those behind it are in ``_CLOCK``."""
_LATE = ("p", "μ", "م", "ös")
"""How words behind a time begin that is after noon."""
_CLOCK = regex(
    rf"(?P<part>{'|'.join((*_BEFORE_NOON, *_AFTER_NOON))})?\s?(?P<h>[01]?\d|2[0-4])\s?(?:[:.h时時시点點]|uhr)\s?"
    r"(?P<m>[0-5]\d|\d(?=\s?[分분]))?(?:[:.分분]\s?(?P<s>[0-5]\d)?)?(?:[.,]\d+)?\s*"
    r"(?P<half>[ap]\.?\s?m\b\.?|[πμ]\.?\s?μ\b\.?|(?:م|ص|مساء[ًا]*|صباح[ًا]*)(?!\w)|ö[sö]\b)?"
    r"|(?P<h2>1[0-2]|0?[1-9])\s*(?P<half2>[ap]\.?\s?m\b\.?)",
    re.IGNORECASE,
)
_OFFSET = regex(r"(?:GMT|UTC)?\s?([+-])(\d\d?):?(\d\d)?\b|\b([A-Za-z]{1,4})\b")
_UNKNOWN_ZONE = regex(r"\s*\(?[A-Z]{2,5}\)?\s*")
"""Letters behind a time that name a zone of which no more is known: the zone of a site is not that."""
_POSTED = regex(r"(?:[A-Za-z]{3,9},? )?\d{1,2}[ -][A-Za-z]{3,9}[ -](?:[12]\d{3}|\d\d),? \d\d?:\d\d")
_WITH_YEAR = regex(r"\d[^\n]{0,20}\d{2}")
"""What a day with its year has at least."""
_CENTURY = 70
_UNTIL = r"[-‐-―~〜～－至到]|(?<!\w)(?:to|until|till|through|bis|au|al|até|ao|tot|til|do|po|до|по|έως|إلى|حتى)(?!\w)"
_TO = regex(rf"\.?\s*(?:(?:{_UNTIL})\s*[†*✝✞+⁎∗(]?|[†✝✞⁎∗])\s*", re.IGNORECASE)
"""Between the two days of a stretch of time, such as a life."""
_BEFORE_TO = regex(rf"\d\s?\.?\s?[^\W\d_]+\.?,?\s(?:1[89]|20)\d\d\s*(?:{_UNTIL})\s*$", re.IGNORECASE)
_UP_TO = regex(
    rf"(?P<day>\d{{1,2}})(?:{_ORDINAL})(?P<month> ?(?:de )?(?:{_MONTH})\.?)?\s?[-‐-―~〜～]\s?$", re.IGNORECASE
)
"""The begin of a stretch whose end alone has a year: `3.-5. May 2026`."""
_COUNTED = regex(
    r"(?:\b(?:nr|no|n°|nº|nummer|num|p|pp|s|seite|page|issue|ausgabe|vol|č|sz)\.?|[№#:.])\s*$", re.IGNORECASE
)
"""What is before another number than that of a day."""
_SAME_MONTH = regex(r"\s*[-‐-―~〜～－至到]\s*\d{1,2}\s*[日일]")
_OTHER_YEAR = regex(r"(?:1[34]|2[456])\d\d[./-]")
"""How a day in figures begins whose year is none of our calendar."""


class DayReading(Value):
    """How the dates of a site's sources are read where they leave it open."""

    zone: str = ""
    """Time zone (IANA) of times that name none; empty where such a time counts as its day."""
    order: str = ""
    """``dmy`` or ``mdy`` for days in figures whose order nothing else tells; empty where it is not known."""


OPEN = DayReading()
"""Nothing is known."""


def stated_day(value: object, order: str = "", reading: DayReading = OPEN) -> str:
    """A day or a moment as briefs write it; empty for what is none, or may be two days.

    ``order`` is ``dmy`` or ``mdy`` where that is known of the days around it, see ``order_of``; it wins over that of
    the ``reading``. A month or a year counts as such.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = _plain(str(value))
    if _OTHER_YEAR.match(text) or not str(value).isascii():
        other = calendar_day(" ".join(str(value).split()))
        if other and (_OTHER_YEAR.match(text) or (other.day and other.start == 0)):
            return _calendar_moment(text, other, reading)
    found = _counted(text) or _compact(text, reading) or _iso(text, reading) or _posted(text, reading)
    return real_day(found or _written(text, order or reading.order, reading))


def both_readings(value: str) -> tuple[str, ...]:
    """The two days that a date in figures may mean; nothing for another date."""
    found = _IN_FIGURES.search(_plain(value))
    days = [stated_day(found[0], order) for order in ("dmy", "mdy")] if found else []
    return tuple(days) if found and len(set(days)) > 1 and all(days) and not stated_day(found[0]) else ()


def find_day(text: str, order: str = "") -> str:
    """The first day that is written in a line of text with its year, in words or in figures; empty where there is none,
    or where it may be another one."""
    start, end, day = _span(text)
    return "" if _is_other(text, start, end) else day or stated_day(text[start:end], order)


def is_day_of_other_event(text: str) -> bool:
    """Whether the first day in a line is one on which nothing was published: that of a birth, a death or an event, or
    one of the two ends of a stretch of time."""
    return _is_other(text, *_span(text)[:2])


def _is_other(text: str, start: int, end: int) -> bool:
    if not end or end - start == len(text):
        return False
    before, after = _ascii(text[:start]), text[end:]
    to, begin = _TO.match(after), _UP_TO.search(before)
    if to and (rest := _span(after[to.end() :]))[1] and not rest[0]:
        return True
    if begin and not _COUNTED.search(before[: begin.start()]):
        first = re.match(r"\d{1,2}", _ascii(text[start:end]))
        if begin["month"] or (first and int(begin["day"]) < int(first[0])):
            return True
    stretch = _SAME_MONTH.match(_ascii(after)) or _BEFORE_TO.search(before)
    return bool(stretch) or is_other_day(text, start, end)


def unread_calendar(text: str) -> str:
    """The calendar of a date of which no day can be made: its days differ by place, or the date has two readings.
    Empty where a day is read, and where there is none."""
    other = calendar_day(text)
    return other.calendar if other and not other.day and not date_span(text)[1] else ""


def date_span(text: str) -> tuple[int, int]:
    """Where the first day with its year is written in a text; an empty span where there is none."""
    return _span(text)[:2]


@lru_cache(maxsize=256)
def _span(text: str) -> tuple[int, int, str]:
    """The same, and the day where the words around it tell its calendar."""
    plain = _ascii(text)
    # Nearly no line of news has a year, which takes a tenth of the time to see that the forms of days take.
    dated = _WITH_YEAR.search(plain) is not None
    forms = (_WORDS, _YEAR_FIRST, _NUMBERED_MONTH, _IN_FIGURES) if dated else ()
    found = [match.span() for one in forms if (match := one.search(plain))]
    other = calendar_day(text)
    if found:
        first = min(found)
        return (other.start, other.end, other.day) if other and other.start == first[0] else (*first, "")
    if other and other.day:
        return other.start, other.end, other.day
    return day_in_words(plain) if dated else (0, 0, "")


def real_day(text: str) -> str:
    """A date, but for those that programs write where they know none, such as 1970-01-01."""
    return "" if is_placeholder_day(text) else text


def order_of(values: Iterable[object]) -> str:
    """The order of day and month in dates such as `28/11/2026`: ``dmy`` or ``mdy``, empty where nothing proves it."""
    found: set[str] = set()
    for value in values:
        match = _IN_FIGURES.match(value.strip()) if isinstance(value, str) else None
        if match and (int(match[1]) > 12) != (int(match[3]) > 12):
            found.add("dmy" if int(match[1]) > 12 else "mdy")
    return found.pop() if len(found) == 1 else ""


def order_of_texts(texts: Iterable[str]) -> str:
    """The same for all dates within some texts: one with a number above 12 settles those of its whole file."""
    dated = (text for text in texts if _WITH_YEAR.search(text))
    return order_of(found[0] for text in dated for found in _IN_FIGURES.finditer(text))


def _plain(text: str) -> str:
    """A text with figures of all scripts as ASCII, without signs of direction, and with single blanks."""
    return " ".join(_ascii(re.sub("[\u200e\u200f\u2066-\u2069]", "", text)).split())


def _ascii(text: str) -> str:
    """A text with the figures of all scripts as ASCII, sign for sign."""
    return text if text.isascii() else "".join(str(digit(c, c)) if c.isdigit() else c for c in text)


def _counted(text: str) -> str:
    """A number of seconds, or of parts of them, since 1970; or of days, as spreadsheets count."""
    if not _NUMBER.fullmatch(text):
        return ""
    number = float(text)
    if _SERIAL[0] <= number <= _SERIAL[1]:
        return (date(1899, 12, 30) + timedelta(days=int(number))).isoformat()
    for unit in _UNITS:
        if _FIRST <= number / unit <= _LAST:
            return datetime.fromtimestamp(int(number / unit), UTC).isoformat()
    return ""


def _compact(text: str, reading: DayReading) -> str:
    match = _COMPACT.fullmatch(text)
    if not match:
        return ""
    day = f"{match[1]}-{match[2]}-{match[3]}"
    clock = f"{match[4]}:{match[5]}:{match[6] or '00'}" if match[4] else ""
    return _moment(day, clock, "+00:00" if match[7] else "", reading)


def _iso(text: str, reading: DayReading) -> str:
    """A date or time of ISO 8601, also one of its looser relatives; parts of seconds are dropped."""
    text = re.sub(r"(?<=:\d\d)[.,]\d+", "", text)
    text = re.sub(r" (?=[+-]\d\d:?\d\d$)", "", text)
    if read_when(text):
        return text if len(text) <= len("2026-03-14") else datetime.fromisoformat(text).isoformat()
    looser = read_when(text[:10]) and text[10:11] in ("T", "t", " ", ",") and not _is_other(text, 0, 10)
    return _moment(text[:10], text[11:], "", reading) if looser else ""


def _posted(text: str, reading: DayReading) -> str:
    """A date as mail and feeds write it (RFC 5322)."""
    if not _POSTED.match(text):
        return ""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    if moment.tzinfo:
        return moment.isoformat()
    if text.endswith(" -0000"):
        # A moment in UTC whose own zone is not known (RFC 5322, 3.3).
        return moment.replace(tzinfo=UTC).isoformat()
    zone = re.search(r" ([A-Za-z]{3,4})$", text)
    return _moment(moment.date().isoformat(), moment.time().isoformat(), zone[1] if zone else "", reading)


def _written(text: str, order: str, reading: DayReading) -> str:
    """A day in words or figures, with or without a time; a month; a year."""
    for pattern, day_of in (
        (_WORDS, _in_words),
        (_YEAR_FIRST, _year_first),
        (_NUMBERED_MONTH, _in_numbers),
        (_IN_FIGURES, _in_figures),
    ):
        match = pattern.search(text)
        if match:
            day = "" if _is_other(text, *match.span()) else day_of(match, order)
            return _moment(day, text[match.end() :], "", reading) if day else ""
    other = calendar_day(text)
    if other and other.day and not _is_other(text, other.start, other.end):
        return _calendar_moment(text, other, reading)
    start, end, day = day_in_words(text)
    if day and not _is_other(text, start, end):
        return _moment(day, text[end:], "", reading)
    month = _MONTH_ALONE.fullmatch(text)
    return f"{month['year']}-{month_of(month['month']):02}" if month else ""


def _calendar_moment(text: str, other: CalendarDay | None, reading: DayReading) -> str:
    return _moment(other.day, text[other.end :], "", reading) if other else ""


def _moment(day: str, rest: str, zone: str, reading: DayReading) -> str:
    """A day with the time written behind it, if that has a zone of its own or there is one for all; else the day."""
    if not read_when(day):
        return ""
    clock = _CLOCK.search(rest)
    if not clock:
        return day
    hour, minute, second = int(clock["h"] or clock["h2"]), int(clock["m"] or 0), int(clock["s"] or 0)
    half = (clock["half"] or clock["half2"] or "").lower()
    if half and not 1 <= hour <= 12:
        return day
    if half or (clock["part"] and hour <= 12):
        hour = hour % 12 + 12 * (half.startswith(_LATE) or clock["part"] in _AFTER_NOON)
    if hour > 23:
        return day
    return _zoned(day, time(hour, minute, second), zone or rest[clock.end() :], reading)


def _zoned(day: str, clock: time, zone: str, reading: DayReading) -> str:
    offset = _offset(zone)
    if offset:
        return f"{day}T{clock.isoformat()}{offset}"
    if not reading.zone or _UNKNOWN_ZONE.fullmatch(zone):
        return day
    return datetime.combine(date.fromisoformat(day), clock, ZoneInfo(reading.zone)).isoformat()


def _offset(text: str) -> str:
    """The offset from UTC that is written behind a time, as `+01:00`; empty where none is known."""
    for found in _OFFSET.finditer(text):
        if found[1]:
            return f"{found[1]}{int(found[2]):02}:{found[3] or '00'}" if int(found[2]) < 15 else ""
        if found[4].lower() in ZONES:
            return ZONES[found[4].lower()]
    return ""


def _in_words(match: re.Match[str], _: str) -> str:
    n = next(n for n in "123" if match[f"m{n}"])
    return _day(match[f"y{n}"], month_of(match[f"m{n}"]), match[f"d{n}"])


def _in_numbers(match: re.Match[str], _: str) -> str:
    return _day(match["year"], match["month"], match["day"])


def _year_first(match: re.Match[str], _: str) -> str:
    return _day(match[1], match[3], match[4])


def _in_figures(match: re.Match[str], order: str) -> str:
    first, sign, second, year = match.groups()
    if len(year) == 2:
        year = f"{'19' if int(year) >= _CENTURY else '20'}{year}"
    if sign == "." or int(first) > 12 or first.zfill(2) == second.zfill(2) or (order == "dmy" and int(second) <= 12):
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > 12 or order == "mdy" else ""


def _day(year: str, month: str | int, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
