"""Years, months and days of other calendars counted into Gregorian ones; nothing where a calendar has no such day."""

from datetime import date, timedelta

_NEPAL_FIRST, _NEPAL_NEW_YEAR = 2036, date(1979, 4, 14)
_NEPAL = (
    "223222101011 223321101011 232321110012 222322011011 223222101011 223321101011 232321110012 222322011011 "
    "223222101011 232321101011 232321110012 222322101011 223222101011 232321110011 232321110102 222322101011 "
    "223222101011 232321110011 232321110102 223222101011 223231101011 232321110012 132321110102 223222101011 "
    "223321101011 232321110012 222322010102 223222101011 223321101011 232321110012 222322011002 223222101011 "
    "223321101011 232321110012 222322011011 223222101011 232321101011 232321110012 222322101011 223222101011 "
    "232321110011 232321110102 222322101011 223222101011 232321110011 232321110102 223222101011 223222101011"
).split()
"""How many days over 29 the months of each year of Nepal have, from 2036 to 2083.

They are announced each year and follow no rule. Four of five published tables (those of the Python packages
nepali-datetime, bikram-sambat, bsad-converter and bscal, all under the MIT licence) have these figures; for later years
tables differ."""
_BUDDHIST, _MINGUO = 543, 1911
_JAPAN = {"明治": (1868, 45), "大正": (1912, 15), "昭和": (1926, 64), "平成": (1989, 31), "令和": (2019, 99)}
"""The first year of each Japanese era, and how many years it has."""
_IRAN_FIRST, _IRAN_NEW_YEAR = 1358, date(1979, 3, 21)
_IRAN_LAST = 1500
_ETHIOPIA_FIRST, _ETHIOPIA_NEW_YEAR = 1971, date(1978, 9, 11)


def buddhist(year: int, month: int, day: int) -> date | None:
    """A day of a year as Thailand counts them."""
    return gregorian(year - _BUDDHIST, month, day)


def minguo(year: int, month: int, day: int) -> date | None:
    """A day of a year as Taiwan counts them."""
    return gregorian(year + _MINGUO, month, day)


def japanese(era: str, year: int, month: int, day: int) -> date | None:
    """A day of a year of a Japanese era."""
    first, years = _JAPAN[era]
    return gregorian(first + year - 1, month, day) if 1 <= year <= years else None


def nepali(year: int, month: int, day: int) -> date | None:
    """A day of the Bikram Sambat of Nepal, from 2036 (1979) to 2083 (April 2027)."""
    at = year - _NEPAL_FIRST
    if not 0 <= at < len(_NEPAL) or not 1 <= month <= 12 or not 1 <= day <= 29 + int(_NEPAL[at][month - 1]):
        return None
    before = (*"".join(_NEPAL[:at]), *_NEPAL[at][: month - 1])
    return _NEPAL_NEW_YEAR + timedelta(days=sum(29 + int(over) for over in before) + day - 1)


def iranian(year: int, month: int, day: int) -> date | None:
    """A day of the solar calendar of Iran and Afghanistan. Up to 1500, eight years of 33 are leap years."""
    if not _IRAN_FIRST <= year <= _IRAN_LAST or not 1 <= month <= 12:
        return None
    if not 1 <= day <= (31 if month < 7 else 30 if month < 12 or _is_leap_in_iran(year) else 29):
        return None
    years = sum(365 + _is_leap_in_iran(one) for one in range(_IRAN_FIRST, year))
    return _IRAN_NEW_YEAR + timedelta(days=years + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def _is_leap_in_iran(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def ethiopian(year: int, month: int, day: int) -> date | None:
    """A day of the calendar of Ethiopia: twelve months of 30 days, and one of five, or of six in every fourth year."""
    leap = year % 4 == 3
    if year < _ETHIOPIA_FIRST or not 1 <= day <= (30 if month < 13 else 5 + leap):
        return None
    leaps = sum(one % 4 == 3 for one in range(_ETHIOPIA_FIRST, year))
    days = 365 * (year - _ETHIOPIA_FIRST) + leaps + 30 * (month - 1) + day - 1
    return _ETHIOPIA_NEW_YEAR + timedelta(days=days)


def gregorian(year: int, month: int, day: int) -> date | None:
    """A day of our own calendar."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
