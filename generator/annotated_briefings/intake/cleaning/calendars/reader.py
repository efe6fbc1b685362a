"""Days in words and figures of other calendars, wherever in a text: one table of calendars, and one reader of them."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from unicodedata import decimal

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.calendars import counting, names

_ISLAMIC, _HEBREW = "Islamic", "Hebrew"
_FIGURES = "〇一二三四五六七八九"
_DAY = r"(?<!\d)(?P<d>[0-3]?\d)(?!\d)"


class CalendarDay(Value):
    """A day that is written in another calendar or in a shape of its own."""

    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends there."""
    day: str
    """The day as briefs write it; empty where the text alone does not tell it."""
    calendar: str
    """The name of its calendar; empty for our own."""


class _Calendar(Value):
    months: names.Months
    year: str
    """A pattern of the years that are meant."""
    count: Callable[[int, int, int], date | None] | None
    """What a day is in our calendar; None where places or sources differ by a day."""
    joint: str = r"[ ,،]{0,2}"
    """A pattern of what is between day, month and year."""
    before: str = ""
    """A pattern of letters that the month may begin with."""
    behind: str = ""
    """A pattern of letters that the month may end with."""
    sure: str = ""
    """A pattern of what shows the calendar where its months have names that others have as well."""
    shared: frozenset[str] = frozenset()
    """These names."""
    never: str = ""
    """A pattern of what says, before a day, that its year is one of our calendar: then the two do not agree."""
    short_year: bool = False
    """Whether a year of two figures is one of this calendar."""


def _thai(year: int, month: int, day: int) -> date | None:
    if year < 100:
        # `26` may be 1983 of one calendar or 2026 of the other.
        return counting.buddhist(2500 + year, month, day) if year > _TWO_READINGS else None
    return counting.buddhist(year, month, day) if year > _BUDDHIST else counting.gregorian(year, month, day)


_BY_MOON = _Calendar(months=names.ISLAMIC, year=r"1[34]\d\d", count=None, joint=r"[ ,،]{0,2}(?:سنة |عام )?")
"""Its months begin when the moon is seen: countries differ by a day."""
_MOON_YEAR = regex(r"1[34]\d\d")
_SCRIPTS = regex("[\u0590-\u06ff\u0900-\u09ff\u0e00-\u0eff\u1000-\u109f\u1200-\u137f\u1780-\u17ff]")
"""Letters of the names of months in the table."""
_TABLE = (
    _Calendar(
        months=names.THAI,
        year=r"(?:2[45]\d\d|(?:19|20)\d\d)",
        count=_thai,
        joint=r"(?: ?(?:เดือน|พ\.? ?ศ\.?|ค\.? ?ศ\.?|พุทธศักราช|ปี))? ?",
        short_year=True,
    ),
    _Calendar(
        months=names.ETHIOPIAN,
        year=r"(?:19|20)\d\d",
        count=counting.ethiopian,
        joint=r"(?: ?ቀን)?[ ,፣/]{0,2}",
        before="[በብከ]?",
        sure=r" ?ዓ[./፡ ]{0,2}ም| ?ቀን",
        shared=names.TIGRINYA,
        never=r"እ[./፡ ]{0,2}ኤ[./፡ ]{0,2}አ",
    ),
    _Calendar(
        months=names.AMHARIC,
        year=r"(?:19|20)\d\d",
        count=counting.gregorian,
        joint=r"(?: ?ቀን)?[ ,፣/]{0,2}",
        before="[በብከ]?",
    ),
    _Calendar(
        months=names.NEPALI,
        year=r"20\d\d",
        count=counting.nepali,
        joint=r"(?: ?गते)?[ ,]{0,2}(?:सन् |साल )?",
    ),
    _Calendar(
        months=names.IRANIAN,
        year=r"1[34]\d\d",
        count=counting.iranian,
        joint=r"[ ,،]{0,2}(?:ماه |سال )?",
        behind="(?:\u200c?ماه)?",
    ),
    _BY_MOON,
    _Calendar(months=names.BENGALI, year=r"1[34]\d\d", count=None),
    _Calendar(
        months=names.KHMER,
        year=r"(?:19|20)\d\d",
        count=counting.gregorian,
        joint=r" ?(?:ខែ|ឆ្នាំ)? ?",
    ),
    _Calendar(
        months=names.BURMESE,
        year=r"(?:19|20)\d\d",
        count=counting.gregorian,
        joint=r" ?(?:ခုနှစ်|ခု|ရက်(?:နေ့)?)?[ ,၊]{0,2}",
        behind="(?:လ)?",
    ),
)


_TWO_READINGS, _BUDDHIST = 43, 2400
_HAN = rf"(?:\d{{1,2}}|[{_FIGURES}十廿]{{1,3}})"
_HAN_YEAR = rf"(?:\d{{1,3}}|元|[{_FIGURES}零百十]{{1,4}})"
_HAN_DAY = rf" ?年 ?(?P<m>{_HAN}) ?月 ?(?P<d>{_HAN}) ?[日號号]"
_ERA = regex(
    rf"(?:(?P<era>令和|平成|昭和|大正|明治)|(?P<minguo>(?:中[華华])?民[國国])|(?<![\d元前])) ?(?P<y>{_HAN_YEAR})"
    rf"(?:{_HAN_DAY}|(?<=\d)(?P<sign>[./-])(?P<m2>\d{{1,2}})(?P=sign)(?P<d2>\d{{1,2}})(?!\d))"
)
_FULL_HAN = regex(rf"(?P<y>[{_FIGURES}零]{{4}})年 ?(?P<m>{_HAN}) ?月 ?(?P<d>{_HAN}) ?[日號号]")
_JUCHE = regex(
    r"(?:주체|主体|主體) ?\d{2,3} ?[(（](?P<y>\d{4})[)）] ?[년年] ?(?P<m>\d\d?) ?[월月] ?(?P<d>\d\d?) ?[일日]"
)
_HEBREW_MONTHS = r"תשרי|מר?חשוו?ן|חשוו?ן|כסלוו?|טבת|שבט|אדר(?: [אב]['׳]?)?|ניסן|אייר|סיוו?ן|תמוז|אב|אלול"
_HEBREW_DAY = regex(rf"[א-ת]{{1,2}}[\"'״׳][א-ת]? ?[בל]?(?:{_HEBREW_MONTHS}),? ה?['׳]?תש[א-ת]?[\"״][א-ת]")
_YEAR_FIRST = regex(r"(?<![\w./-])(?P<y>1[34]\d\d|2[456]\d\d|20\d\d)([./-])(?P<m>\d\d?)\2(?P<d>\d\d?)(?![\w./-]\d|\w)")
_DAY_FIRST = regex(r"(?<![\w./-])(?P<d>\d\d?)([./-])(?P<m>\d\d?)\2(?P<y>2[456]\d\d)(?!\w)")
_TAIWAN = regex(r"(?P<y>0?[89]\d|1[0-3]\d)([./-])(?P<m>\d\d)\2(?P<d>\d\d)")
_ANY = regex(r"\d|[〇一二三四五六七八九元]|תש")
_IRAN_NOW = 1411
"""From this year on, a date in figures is one of the Islamic calendar."""
_NEPAL_NOW = 2045
_EASTERN = regex("[\u06f0-\u06f9\u0660-\u0669\u0621-\u064a]")
_INDIAN = regex("[\u0966-\u096f]|वि[.]?[ ]?सं|\\b(?:BS|B[.]S[.])")


def calendar_day(text: str) -> CalendarDay | None:
    """The first day of another calendar, or in a shape of another script, in a text; one that is read before one that
    is not. None where there is none."""
    if not _ANY.search(_ascii(text)):
        return None
    found = [day for reader in (_worded, _of_era, _in_figures) for day in reader(text)]
    found.sort(key=lambda one: (not one.day, one.start))
    return found[0] if found else None


def _worded(text: str) -> list[CalendarDay]:
    plain, days = _ascii(text), []
    for calendar in _TABLE if _SCRIPTS.search(text) else (_BY_MOON,) if _MOON_YEAR.search(text) else ():
        pattern, numbers = _pattern(calendar)
        for match in pattern.finditer(plain):
            n = next(n for n in "123" if match[f"m{n}"])
            name = match[f"m{n}"]
            sure = not calendar.sure or name not in calendar.shared
            sure = sure or re.search(calendar.sure, plain[match.start() : match.end() + len(" ዓ/ ም")]) is not None
            sure = sure and not (calendar.never and re.search(calendar.never, plain[: match.start()]))
            day = (
                calendar.count(int(match[f"y{n}"]), numbers[name.casefold()], int(match[f"d{n}"]))
                if calendar.count and sure
                else None
            )
            days.append(_found(match, day, calendar.months.calendar))
    return days


@cache
def _pattern(calendar: _Calendar) -> tuple[re.Pattern[str], dict[str, int]]:
    numbers = {
        name.replace("_", " ").casefold(): number
        for number, several in enumerate(calendar.months.names, 1)
        for name in several.split()
    }
    names_of = "|".join(re.escape(name).replace(r"\ ", "[ \u200c]") for name in sorted(numbers, key=len, reverse=True))
    joint = calendar.joint
    year = calendar.year + (r"|(?<=\. )[2-9]\d|(?<=\.)[2-9]\d" if calendar.short_year else "")
    parts = {
        n: {
            "d": _DAY.replace("<d>", f"<d{n}>"),
            "m": rf"(?<![^\W\d_]){calendar.before}(?P<m{n}>{names_of}){calendar.behind}(?![^\W\d_])",
            "y": rf"(?<!\d)(?P<y{n}>{year})(?!\d)",
        }
        for n in "123"
    }
    if calendar.months.calendar == "Thai" or calendar.behind == "(?:လ)?" or "ខែ" in joint:
        for n in "123":
            # Scripts without blanks between words.
            parts[n]["m"] = rf"(?P<m{n}>{names_of}){calendar.behind}"
    shapes = (
        parts["1"]["d"] + joint + parts["1"]["m"] + joint + parts["1"]["y"],
        parts["2"]["y"] + joint + parts["2"]["m"] + joint + parts["2"]["d"],
        parts["3"]["m"] + joint + parts["3"]["d"] + joint + parts["3"]["y"],
    )
    return re.compile("|".join(shapes), re.IGNORECASE), numbers


def _of_era(text: str) -> list[CalendarDay]:
    plain, days = _ascii(text), []
    if text.isascii():
        return []
    for match in _ERA.finditer(plain):
        year = _number(match["y"])
        month, day = _number(match["m"] or match["m2"]), _number(match["d"] or match["d2"])
        if match["era"]:
            days.append(_found(match, counting.japanese(match["era"], year, month, day), "Japanese"))
        elif match["minguo"] or (match["m"] and match["y"].isdigit() and year > _TAIWAN_BARE):
            days.append(_found(match, counting.minguo(year, month, day), "Taiwanese"))
    for match in _FULL_HAN.finditer(plain):
        year = int("".join(str(_FIGURES.index(one.replace("零", "〇"))) for one in match["y"]))
        days.append(_found(match, counting.gregorian(year, _number(match["m"]), _number(match["d"])), ""))
    days += [_found(match, counting.gregorian(*_ymd(match)), "") for match in _JUCHE.finditer(plain)]
    return days + [_found(match, None, _HEBREW) for match in _HEBREW_DAY.finditer(plain)]


_TAIWAN_BARE = 79


def _in_figures(text: str) -> list[CalendarDay]:
    plain, days = _ascii(text), []
    for match in (*_YEAR_FIRST.finditer(plain), *_DAY_FIRST.finditer(plain)):
        year, month, day = _ymd(match)
        alone = match[0] == plain.strip()
        if year > _BUDDHIST:
            days.append(_found(match, counting.buddhist(year, month, day), "Thai"))
        elif year < 1500 and (alone or _EASTERN.search(text)):
            iranian = counting.iranian(year, month, day) if year < _IRAN_NOW else None
            days.append(_found(match, iranian, "Iranian" if year < _IRAN_NOW else _ISLAMIC))
        elif year >= _NEPAL_NOW and _INDIAN.search(text):
            days.append(_found(match, counting.nepali(year, month, day), "Nepali"))
    if match_alone := _TAIWAN.fullmatch(plain.strip()):
        days.append(_found(match_alone, counting.minguo(*_ymd(match_alone)), "Taiwanese"))
    return days


def _ymd(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["y"]), int(match["m"]), int(match["d"])


def _found(match: re.Match[str], day: date | None, calendar: str) -> CalendarDay:
    return CalendarDay(match.start(), match.end(), day.isoformat() if day else "", calendar)


def _number(text: str) -> int:
    """A number in figures, in Chinese ones, or in Chinese words below one hundred; 1 for the first year of an era."""
    if text.isdecimal():
        return int(text)
    text = text.replace("元", "一").replace("零", "〇").replace("廿", "二十")
    if "百" in text or "十" not in text:
        digits = [str(_FIGURES.index(one)) for one in text if one in _FIGURES]
        return int("".join(digits))
    tens, _, ones = text.partition("十")
    return 10 * (_FIGURES.index(tens) if tens else 1) + (_FIGURES.index(ones) if ones else 0)


def _ascii(text: str) -> str:
    """A text with the figures of all scripts as ASCII, sign for sign."""
    return text if text.isascii() else "".join(str(decimal(c, c)) if c.isdecimal() else c for c in text)
