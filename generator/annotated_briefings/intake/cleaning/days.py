"""Days and moments as formats state them: in words, in figures, or counted since 1970 or since 1900."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from unicodedata import digit

from annotated_briefings.base.dates import likely_day, read_when

_FIRST, _LAST = 300_000_000, 4_100_000_000
"""Seconds since 1970 that may be meant: from 1979 to 2099. Fewer are another number, or a default."""
_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)
"""How many of what programs count are a second."""
_SERIAL = (29_000.0, 60_000.0)
"""Days since the end of 1899, as spreadsheets count them, that may be meant: from 1979 to 2064."""
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)(Z?))?")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?|\d{9,19}(?:\.\d+)?")
_IN_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:\d\d)?\d\d)(?![\d./-])")
_YEAR_FIRST = re.compile(r"(\d{4})[/.年년] ?(\d{1,2})[/.月월] ?(\d{1,2})[日일]?(?!\d)")
_CLOCK = re.compile(
    r"[,T]?\s*(?:at|um|à|a las|alle|om|-|–)?\s*\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*(?:uhr|[A-Z]{2,4}))?$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s+(?:UTC|GMT|Z)$|(?<=\d)Z$", re.IGNORECASE)
_NONE = re.compile(r"0000|0001-01-01|1970-01-01|1969-12-31[T ]|1899-12-3[01]")
"""How dates begin that programs write where they know none."""
_MONTHS = {
    name: month
    for month, names in {
        "jan": "يناير كانون_الثاني январь января",
        "feb": "فبراير شباط февраль февраля",
        "mar": "مارس آذار март марта",
        "apr": "أبريل ابريل نيسان апрель апреля",
        "may": "مايو أيار май мая",
        "jun": "يونيو حزيران июнь июня",
        "jul": "يوليو تموز июль июля",
        "aug": "أغسطس آب август августа",
        "sep": "سبتمبر أيلول сентябрь сентября",
        "oct": "أكتوبر تشرين_الأول октябрь октября",
        "nov": "نوفمبر تشرين_الثاني ноябрь ноября",
        "dec": "ديسمبر كانون_الأول декабрь декабря",
    }.items()
    for name in names.split()
}
"""Months in languages of other scripts."""
_CENTURY = 70


def stated_day(value: object, order: str = "") -> str:
    """A day or a moment as briefs write it; empty for what is none, or may be two days.

    ``order`` is ``dmy`` or ``mdy`` where that is known of the days around it, see ``order_of``. A time without a zone
    counts as its day.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = " ".join("".join(str(digit(c, c)) if c.isdigit() else c for c in str(value)).split())
    return real_day(_counted(text) or _compact(text) or _written(text, order))


def real_day(text: str) -> str:
    """A date, but for those that programs write where they know none, such as 1970-01-01."""
    return "" if _NONE.match(text) else text


def order_of(values: Iterable[object]) -> str:
    """The order of day and month in dates such as `28/11/2026`: ``dmy`` or ``mdy``, empty where nothing proves it."""
    found: set[str] = set()
    for value in values:
        match = _IN_FIGURES.match(value.strip()) if isinstance(value, str) else None
        if match and (int(match[1]) > 12) != (int(match[3]) > 12):
            found.add("dmy" if int(match[1]) > 12 else "mdy")
    return found.pop() if len(found) == 1 else ""


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


def _compact(text: str) -> str:
    match = _COMPACT.fullmatch(text)
    if not match:
        return ""
    day = f"{match[1]}-{match[2]}-{match[3]}"
    moment = f"{day}T{match[4]}:{match[5]}:{match[6]}+00:00" if match[7] else ""
    return next((one for one in (moment, day) if one and read_when(one)), "")


def _written(text: str, order: str) -> str:
    iso = _ZONE.sub("+00:00", text.replace("/", "-") if re.match(r"\d{4}/\d\d/\d\d", text) else text)
    iso = re.sub(r" (?=[+-]\d\d:?\d\d$)|(?<=:\d\d)\.\d+", "", iso)
    if read_when(iso):
        return iso if len(iso) <= len("2026-03-14") else iso.replace(" ", "T", 1)
    if read_when(iso[:10]) and len(iso) > 10 and iso[10] in "T ,+Z":
        return iso[:10]
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        moment = None
    if moment and re.search(r"[a-z]", text):
        return moment.isoformat() if moment.tzinfo else moment.date().isoformat()
    year_first = _YEAR_FIRST.match(text)
    if year_first:
        return _day(year_first[1], year_first[2], year_first[3])
    figures = _IN_FIGURES.match(text)
    if figures:
        return _in_figures(figures, order)
    return likely_day(
        _CLOCK.sub("", " ".join(_MONTHS.get(word.strip(".,،").casefold(), word) for word in text.split()))
    )


def _in_figures(match: re.Match[str], order: str) -> str:
    first, sign, second, year = match.groups()
    if len(year) == 2:
        year = f"{'19' if int(year) >= _CENTURY else '20'}{year}"
    if sign == "." or int(first) > 12 or first.zfill(2) == second.zfill(2) or (order == "dmy" and int(second) <= 12):
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > 12 or order == "mdy" else ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
