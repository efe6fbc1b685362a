"""Dates and times in spellings that are not read: what each may mean, for the remedies of messages."""

import re
from calendar import month_name, monthrange
from datetime import date

from annotated_briefings.base.regex import regex

_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "mrt", "maa"),
    ("apr", "abr", "avr"),
    ("may", "mai", "maj", "mei", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "ago", "aoû", "aou"),
    ("sep", "set"),
    ("oct", "okt", "out", "ott"),
    ("nov",),
    ("dec", "dez", "dic", "déc"),
)
"""How the names of the months begin in some languages."""
_TIME = regex(
    r"[\s,T]+(?:at\s+|um\s+)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?)?\s*"
    r"(?P<half>[ap]\.?m\.?)?\s*(?:uhr|h|o'clock)?\s*(?P<zone>Z|[+-]\d\d(?::?\d\d)?|[A-Z]{3,4})?$",
    re.IGNORECASE,
)
_ZONES = {"UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3} | {
    "MSK": 3,
    "JST": 9,
    "AEST": 10,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
"""Hours that clocks of a zone are ahead of UTC; names that several zones share are left out."""
_DAY = regex(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MONTHS_OF_YEAR, _HOURS, _HALF, _LAST_MINUTE = 12, 24, 12, 59


def no_such_day(text: str) -> str:
    """Why there is no day that a text names as ``2026-02-30``; empty where there is one, and for any other text."""
    match = _DAY.match(text.strip())
    if not match:
        return ""
    year, month, day = map(int, match.groups())
    if not 1 <= month <= _MONTHS_OF_YEAR:
        return f"there is no month {match[2]}"
    last = monthrange(year, month)[1] if year else 31
    return "" if 1 <= day <= last else f"{month_name[month]} {year} has {last} days"


def likely_times(text: str) -> tuple[str, ...]:
    """The dates and times that a text in another spelling may mean, as they are read; none where it is none.

    Days in figures may have two meanings; a time has the zone that it names, or none.
    """
    text = " ".join(text.strip().strip("'\"").split())
    if match := _TIME.search(text):
        written, days = _clock(match), likely_days(text[: match.start()])
        if written and days and (match["minute"] or match["half"]):
            return tuple(day + written for day in days)
    return likely_days(text) if ":" not in text else ()


def _clock(match: re.Match[str]) -> str:
    """A time of the day as it is read, with the blank or the letter before it; empty where it is none."""
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()[:1]
    if half and not 1 <= hour <= _HALF:
        return ""
    hour = hour % _HALF + (_HALF if half == "p" else 0) if half else hour
    if hour >= _HOURS or minute > _LAST_MINUTE:
        return ""
    zone = (match["zone"] or "").upper()
    if zone == "Z" or not zone:
        return f"T{hour:02}:{minute:02}Z" if zone else f" {hour:02}:{minute:02}"
    if zone in _ZONES:
        ahead = _ZONES[zone]
        return f"T{hour:02}:{minute:02}{'-' if ahead < 0 else '+'}{abs(ahead):02}:00"
    digits = zone[1:].replace(":", "")
    return f"T{hour:02}:{minute:02}{zone[0]}{digits[:2]}:{digits[2:] or '00'}" if digits.isdigit() else ""


def likely_days(text: str) -> tuple[str, ...]:
    """The days that a date in another spelling may mean, as ``2026-03-14``, or the month where it names no day."""
    if compact := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text.strip()):
        return _dates(int(compact[1]), (int(compact[2]), int(compact[3])))
    words = re.findall(r"\d+|[^\W\d_]+", text.casefold())
    named = [month for word in words if (month := _month(word))]
    numbers = [word for word in words if word.isdigit()]
    years = [word for word in numbers if len(word) == 4]
    others = [int(word) for word in numbers if len(word) < 3]
    if not years and len(others) == 3 and not named and "." in text:
        # `14.3.26`: with full stops the year is last.
        return _dates(2000 + others[2], (others[1], others[0]))
    if len(years) != 1 or len(named) > 1 or len(others) + 1 != len(numbers):
        return ()
    year = int(years[0])
    if named and not others and len(numbers) == 1:
        return (f"{year:04}-{named[0]:02}",)
    if len(others) != 2 - len(named):
        return ()
    if named:
        return _dates(year, (named[0], others[0]))
    first, second = others
    if numbers[0] == years[0]:
        return _dates(year, (first, second))
    if "." in text:
        return _dates(year, (second, first))
    return _dates(year, (second, first), (first, second))


def _dates(year: int, *days: tuple[int, int]) -> tuple[str, ...]:
    """The days that there are, of pairs of a month and a day."""
    out: dict[str, None] = {}
    for month, day in days:
        try:
            out[date(year, month, day).isoformat()] = None
        except ValueError:
            continue
    return tuple(out)


def _month(word: str) -> int:
    """The number of a month from the start of its name; 0 for another word."""
    return next((number for number, starts in enumerate(_MONTHS, 1) if len(word) > 2 and word.startswith(starts)), 0)
