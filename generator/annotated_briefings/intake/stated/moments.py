"""Moments as releases write them: a day, perhaps with an hour and a zone, in many languages."""

import re
from datetime import date, datetime
from unicodedata import decimal

from annotated_briefings.base.dates import days_after
from annotated_briefings.base.meant.zones import latest_offset, zones_in_words
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.era_days import in_our_days
from annotated_briefings.intake.stated.closed.month_names import month_names, month_number
from annotated_briefings.intake.stated.closed.spelled_out import in_plain_letters

_MONTH = month_names()
_BY_YEAR = r"[.,]?\s?(?:m\.?|gada|năm|g\.?|г\.?)?,?\s"
"""What may be between a year and the day behind it."""
DAY = regex(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|e|º|ª|ος|-?го|-?та|\.)?(?:\s?(?:of|de|del|ne|dia|din))?\s?(?P<month>{_MONTH})"
    r"[.,]{0,2}(?:\s(?:de|del|do|anul|năm))?\s(?P<year>20\d\d)"
    rf"|(?<!\w)(?P<month2>{_MONTH})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>20\d\d)"
    rf"|(?P<year3>20\d\d){_BY_YEAR}(?:(?P<month3>{_MONTH})\s(?P<day3>\d{{1,2}})|(?P<day4>\d{{1,2}})\.\s?(?P<month4>{_MONTH}))"
    r"(?:\.|\s?d\.|-?\w{0,3})?"
    r"|(?P<iso>20\d\d-\d\d-\d\d)|(?P<cjk>20\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일号號]"
    r"|20\d\d ?[./] ?\d{1,2} ?[./] ?\d{1,2}\.?(?![\d:]))"
    r"|(?P<dot>\d{1,2}\.\s?\d{1,2}\.\s?20\d\d)|(?P<slash>\d{1,2}/\d{1,2}/20\d\d)"
    r"|(?P<tháng>\d{1,2} tháng \d{1,2},?(?: năm)? 20\d\d)",
    re.IGNORECASE,
)
_HOUR_FIRST = (
    r"(?:kl|klo|klokken|klockan|kell|godz|godzin[aey]|orele|ora|ore|alle|saat|pukul|jam|lúc|plkst|pulksten|úderom|"
    r"в|у|о|об|u|ob|às|as|às|at|um|om|à|στις|ώρα|בשעה|الساعة|ساعت)"
)
_HOUR_LAST = (
    r"(?:hodin\w?|hod|h|ч|час(?:а|ов|ове)?|годин[аиіу]?|sat[ia]?|ur[aie]?|óra(?:kor)?|órától|valand[aąoų]\w?|val|horas|"
    r"hora|heures?|ώρα|giờ|बजे|uur|uhr)\b"
)
"""Words before and behind the number of an hour."""
TIME = regex(
    r"(?<![\d.])(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\.?\d)(?::\d\d)? ?(?:(?P<half>[ap])\.? ?m\b\.?)?"
    r"|(?<![\d.])(?P<hour3>[0-2]\d)(?P<minute3>[0-5]\d) ?(?:hours|hrs|h|uhr)\b"
    r"|(?<![\d.])(?P<hour2>\d{1,2}) ?(?:(?P<half2>[ap])\.? ?m\b\.?|uhr\b|h\b|hrs\b|hours\b|heures\b|horas\b|uur\b)"
    r"|(?P<part>午前|午後|上午|下午|오전|오후)? ?(?P<hour4>\d{1,2}) ?[時时点點시]"
    r"(?: ?(?P<minute4>\d{1,2}) ?[分분])?(?P<half4>半)?"
    rf"|(?<!\w){_HOUR_FIRST}\.?\s?(?P<hour5>\d{{1,2}})(?![\d.:h]?\d)(?:\s?{_HOUR_LAST})?"
    rf"|(?<![\d.])(?P<hour6>\d{{1,2}}) ?{_HOUR_LAST}"
    r"|(?P<named>\bmidnight\b|\bnoon\b|\bmidday\b|\bmitternacht\b|\bmittag\b|\bminuit\b|\bmidi\b|\bmedianoche\b"
    r"|\bmediodía\b)",
    re.IGNORECASE,
)
_LATE = regex(
    r"\b(?:afternoon|evening|night|nachmittag\w*|abend\w*|nachts?|après-midi|soir|nuit|tarde|noche|noite|pomeriggio|sera|"
    r"notte|middag|avond|nacht|popołudni\w+|wieczor\w*|w nocy|odpoledne|večer\w*|"
    r"popoludn\w+|délután\w*|este (?=\d)|éjjel|seara|"
    r"după-amiaz\w*|noaptea|kväll\w*|eftermiddag\w*|ettermiddag\w*|aften\w*|kveld\w*|natt\w*|iltapäiv\w*|illalla|ilta|"
    r"õhtu\w*|pärastlõuna\w*|vakar\w*|popiet|απόγευμα|βράδυ|akşam\w*|öğleden sonra|gece|вечер\w*|дня|ночи|вечор\w*|"
    r"следобед|увече|navečer|popodne|zvečer|popoldne|sore|malam|chiều|tối|शाम|रात)\b"
    r"|μ\.?μ\.?|مساء|ظهر|عصر|شب|בערב|אחר הצהריים|夜|晚|저녁|밤|下午|午後|오후",
    re.IGNORECASE,
)
"""Words by which an hour up to twelve is one of the second half of a day."""
_NOON_HOUR = 12
_NOON = frozenset("noon midday mittag midi mediodía".split())
_ZONES = {
    zone: offset
    for offset, zones in (
        ("+00:00", "gmt utc z wet"),
        ("+01:00", "bst cet mez"),
        ("+02:00", "cest mesz eet"),
        ("+03:00", "eest msk"),
        ("+05:30", "ist"),
        ("+08:00", "hkt sgt"),
        ("+09:00", "jst"),
        ("-04:00", "edt"),
        ("-05:00", "est et cdt"),
        ("-06:00", "cst ct mdt"),
        ("-07:00", "mst mt pdt"),
        ("-08:00", "pst pt"),
    )
    for zone in zones.split()
}
"""Offsets of zones as releases write them; of a zone with two, the later moment."""
_ZONE = regex(rf"(?<![a-z])({'|'.join(_ZONES)})(?![a-z])|([+-]\d\d:\d\d)(?!\d)", re.IGNORECASE)
_APART = regex(r"\b(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?\b", re.IGNORECASE)
_OTHER_ZONE = regex(rf"[\s(]*(?!(?i:{'|'.join(_ZONES)})\b)[A-Z]{{2,4}}T\b")
"""A zone of which nothing is known: a moment in it cannot be read."""
_HALVES = {"午前": "a", "上午": "a", "오전": "a", "午後": "p", "下午": "p", "오후": "p"}
_UNREAD = regex(
    r"(?<![\d.,])\d{1,2}(?![\d.,%])|o['’]clock|\b(?:morning|afternoon|evening|night|close|uhr|heures?|horas?|hours?"
    r"|früh|vormittag|nachmittag|abend|matin|soir|mañana|tarde|noche|manhã|noite|mattina|sera|ore|uur|kl|saat|godz"
    r"|час\w*)\b|[時时点點午朝夜晚]|\d ?시",
    re.IGNORECASE,
)
"""What may be an hour, beside a day, that is not read."""


def read_until(line: str) -> str:
    """The moment that a line names: a day, or a time with the zone where it names one; empty where it names none."""
    line = _in_ascii_digits(in_our_days(in_plain_letters(line), unread=" "))
    found = DAY.search(line)
    day = _day(found) if found else ""
    if not found or not day:
        return ""
    rest = line[: found.start()] + " , " + line[found.end() :]
    clock = TIME.search(rest)
    if not clock:
        return "" if _UNREAD.search(rest) else day
    if clock["named"]:
        hour, minute = (12 if clock["named"].lower() in _NOON else 0), 0
        # Midnight of a day may be its start or its end: the end holds back for certain.
        day = day if hour else days_after(day, 1)
    else:
        hour, minute = (
            int(next(filter(None, (clock[f"hour{n}"] for n in ("", "2", "3", "4", "5", "6"))))),
            int(clock["minute"] or clock["minute3"] or clock["minute4"] or (30 if clock["half4"] else 0)),
        )
        half = _HALVES.get(clock["part"] or "", "") or (clock["half"] or clock["half2"] or "").lower()
        if not half and hour <= _NOON_HOUR and _LATE.search(rest):
            # `6 in the evening` is no 06:00.
            return ""
        hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59 or _OTHER_ZONE.match(rest, clock.end()):
        return ""
    if apart := _APART.search(rest):
        return f"{day}T{hour:02}:{minute:02}:00{apart[1]}{int(apart[2]):02}:{apart[3] or '00'}"
    zone = _ZONE.search(rest)
    if zone is None:
        zones = zones_in_words(rest, clock.end())
        if zones is None:
            return ""
        offset = latest_offset(zones, datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}"))
    else:
        offset = _ZONES[zone[1].lower()] if zone[1] else zone[2]
    return f"{day}T{hour:02}:{minute:02}:00{offset}"


def names_zone(text: str) -> bool:
    """Whether a text names, in words, the zone of its hour."""
    clock = TIME.search(text)
    return bool(clock and not _ZONE.search(text) and zones_in_words(text, clock.end()) != ())


def names_hour(text: str) -> bool:
    """Whether a text has what may be an hour."""
    return bool(re.search(r"\d", text) or _UNREAD.search(text) or TIME.search(text))


def _day(found: re.Match[str]) -> str:
    if found["iso"]:
        return _iso(*map(int, found["iso"].split("-")))
    if found["cjk"] or found["tháng"]:
        parts = list(map(int, re.findall(r"\d+", found["cjk"] or found["tháng"])))
        return _iso(*(parts if found["cjk"] else parts[::-1]))
    if found["dot"] or found["slash"]:
        a, b, year = (int(part) for part in re.split(r"[./]\s?", found["dot"] or found["slash"]))
        # Two readings of `4/5/2031`: the later one holds back for certain.
        readings = [_iso(year, b, a)] if found["dot"] else [_iso(year, b, a), _iso(year, a, b)]
        return max(readings)
    year, month, day = (
        next(filter(None, (found[f"{part}{n}"] for n in places)))
        for part, places in (("year", ("", "2", "3")), ("month", ("", "2", "3", "4")), ("day", ("", "2", "3", "4")))
    )
    return _iso(int(year), month_number(month), int(day))


def _in_ascii_digits(line: str) -> str:
    """A line whose digits are those of ASCII, each at its place."""
    return line if line.isascii() else "".join(str(decimal(c)) if c.isdecimal() else c for c in line)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
