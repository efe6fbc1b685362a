"""Days of other calendars in lines that say when a text may be published, as days of our own."""

import re
from collections.abc import Callable
from datetime import date

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.calendars import calendar_day

_LONGEST = 320
_SOME_DAY = "2099-12-31"
_YEARS = regex(r"\d|[〇一二三四五六七八九元]|תש")
_ERAS = {"r": 2018, "reiwa": 2018, "令": 2018, "h": 1988, "heisei": 1988, "平": 1988, "s": 1925, "showa": 1925}
_ERAS |= {"minguo": 1911, "roc": 1911, "단기": -2333, "昭": 1925, "昭和": 1925, "令和": 2018, "平成": 1988}
_BUDDHIST = 543
_LETTER_DAY = regex(r"(?<!\w)(?P<era>[RHSrhs令平昭])\.?(?P<y>\d{1,3})[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})(?!\d)")
_ERA_YEAR = regex(
    r"(?<![^\W\d_])(?P<era>reiwa|heisei|showa|minguo|roc|단기)\s?(?:year |era )?(?P<y>\d{1,4})(?!\d)", re.IGNORECASE
)
_BUDDHIST_YEAR = regex(
    r"(?:(?<!\w)(?:b\.? ?e\.?|พ\.? ?ศ\.?|phật lịch)\s?)(?P<y1>2[456]\d\d)(?!\d)"
    r"|(?<!\d)(?P<y2>2[456]\d\d),?\s?\(?(?:b\.? ?e\.?(?!\w)|buddhist era)\)?",
    re.IGNORECASE,
)
_WEEK = regex(r"(?<!\w)(?P<y>20\d\d)-?W(?P<w>\d\d)(?:-(?P<d>[1-7]))?(?!\w)")
_WEEK_OF_YEAR = regex(
    r"(?<!\w)(?:kw|week|semaine|semana|settimana|uke|vecka|uge|viikko)\s?(?P<w>\d{1,2})\s?[/. ]\s?(?P<y>20\d\d)(?!\d)",
    re.I,
)
_ROMAN = regex(r"(?<![\w.])(?P<d>\d{1,2})\.\s?(?P<m>[IVX]{1,4})\.\s?(?P<y>20\d\d)(?!\d)")
_MONTHS = "I II III IV V VI VII VIII IX X XI XII".split()
_COMPACT = regex(r"(?<!\w)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\w)")
_NAMES = (
    "farvardin ordibehesht khordad tir mordad amordad shahrivar mehr aban azar dey bahman esfand "
    "baisakh baishakh jestha ashadh asar shrawan saun bhadra bhadau ashwin asoj kartik mangsir poush push magh "
    "falgun fagun "
    "chaitra chait tishrei tishri cheshvan heshvan marcheshvan kislev tevet shevat shvat adar nisan iyar sivan "
    "tammuz elul "
    "meskerem tikimt hidar tahsas tir yekatit megabit miyazya ginbot sene hamle nehase pagume "
    "tout baba hator kiahk toba amshir baramhat baramouda bashans paona epep mesra vendémiaire brumaire "
    "frimaire nivôse "
    "pluviôse ventôse germinal floréal prairial messidor thermidor fructidor"
)
_OURS = r"(?!(?:\d{1,2}\s)?(?:nisan|adar)\b[ \d,]*\b20\d\d(?!\d))"
"""Not a day that Turkish or Kurdish names: `Nisan` and `Adar` are months there, and a year such as 2031 shows it."""
_NAMED = regex(
    rf"(?<!\w){_OURS}(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{'|'.join(_NAMES.split())}),?\s\d{{2,4}}"
    rf"|(?:{'|'.join(_NAMES.split())})\s\d{{1,2}},?\s\d{{2,4}})(?!\w)(?:\s?(?:AP|SH|AH|BS|AM|EC)(?!\w))?",
    re.IGNORECASE,
)
"""Days with Latin names of months: what they are in our calendar is not known for certain."""


def in_our_days(line: str, unread: str = _SOME_DAY) -> str:
    """A short line with its days of other calendars in ISO 8601, and ``unread`` in place of one that cannot be read."""
    if len(line) > _LONGEST or not _YEARS.search(line):
        return line
    for pattern, day in _READERS:
        line = pattern.sub(_replacer(day, unread), line)
    other = calendar_day(line)
    if other is not None:
        line = f"{line[: other.start]} {other.day or unread} {line[other.end :]}"
    return _NAMED.sub(unread, line)


def _replacer(day: Callable[[re.Match[str]], str], unread: str) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        try:
            return day(found)
        except ValueError:
            return unread

    return replaced


def _in_era(found: re.Match[str]) -> str:
    year = int(found["y"]) + _ERAS[found["era"].lower()]
    return date(year, int(found["m"]), int(found["d"])).isoformat()


def _in_week(found: re.Match[str]) -> str:
    # A week without a day may end on its last one.
    day = found.groupdict().get("d") or "7"
    return date.fromisocalendar(int(found["y"]), int(found["w"]), int(day)).isoformat()


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_LETTER_DAY, _in_era),
    (_ERA_YEAR, lambda found: str(int(found["y"]) + _ERAS[found["era"].lower()])),
    (_BUDDHIST_YEAR, lambda found: str(int(found["y1"] or found["y2"]) - _BUDDHIST)),
    (_WEEK, _in_week),
    (_WEEK_OF_YEAR, _in_week),
    (_ROMAN, lambda found: date(int(found["y"]), _MONTHS.index(found["m"]) + 1, int(found["d"])).isoformat()),
    (_COMPACT, lambda found: date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()),
)
