"""Moments as releases write them: a day, perhaps with an hour and a zone, in many languages."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia января ocak "
            "tammikuuta tammikuun ledna januára január ianuarie janvāris sausio jaanuar jaanuarini siječnja "
            "januara јануара януари січня ιανουαρίου يناير בינואר ژانویه जनवरी",
            "february feb februar février fevrier févr febrero fevereiro febbraio februari lutego февраля şubat "
            "helmikuuta února februára február februarie vasario veebruar veljače februara фебруара февруари "
            "лютого φεβρουαρίου فبراير בפברואר فوریه फरवरी",
            "march mar märz mars marzo março maart marca марта mart maaliskuuta března március martie kovo märts "
            "ožujka март березня μαρτίου مارس במרץ मार्च",
            "april apr avril avr abril abr aprile kwietnia апреля nisan huhtikuuta dubna apríla április aprilie "
            "balandžio aprill travnja aprila априла април квітня απριλίου أبريل באפריל آوریل अप्रैल",
            "may mai mayo maio maggio mei maja мая mayıs maj toukokuuta května mája május gegužės maija svibnja "
            "маја май травня μαΐου مايو במאי مه मई",
            "june jun juni juin junio junho giugno czerwca июня haziran kesäkuuta června júna június iunie "
            "birželio juuni jūnija lipnja juna јуна юни червня ιουνίου يونيو ביוני ژوئن जून",
            "july jul juli juillet juil julio julho luglio lipca июля temmuz heinäkuuta července júla július "
            "iulie liepos juuli jūlija srpnja jula јула юли липня ιουλίου يوليو ביולי ژوئیه जुलाई",
            "august aug août aout agosto ago augustus augusti sierpnia августа ağustos elokuuta srpna augusta "
            "augusztus rugpjūčio kolovoza avgusta август серпня αυγούστου أغسطس באוגוסט اوت agustus अगस्त",
            "september sept sep septembre septiembre setembro settembre września сентября eylül syyskuuta září "
            "septembra szeptember septembrie rugsėjo rujna септембра септември вересня σεπτεμβρίου سبتمبر בספטמבר "
            "سپتامبر सितंबर",
            "october oct oktober okt octobre octubre outubro ottobre października октября ekim lokakuuta října "
            "októbra október octombrie spalio oktoober oktobra октобра октомври жовтня οκτωβρίου أكتوبر באוקטובר "
            "اکتبر अक्टूबर",
            "november nov novembre noviembre novembro listopada ноября kasım marraskuuta novembra noiembrie "
            "lapkričio studenoga studenog новембра ноември листопада νοεμβρίου نوفمبر בנובמבר نوامبر नवंबर",
            "december dec dezember dez décembre diciembre dic dezembro dicembre grudnia декабря aralık joulukuuta "
            "prosince prosinca decembra decembrie gruodžio detsember децембра декември грудня δεκεμβρίου ديسمبر "
            "בדצמבר دسامبر दिसंबर",
        ),
        1,
    )
    for name in names.replace("ı", "i").split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
DAY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of| de)? (?P<month>{_MONTH})\.?,?(?: de| del)? (?P<year>20\d\d)"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>20\d\d)"
    r"|(?P<iso>20\d\d-\d\d-\d\d)|(?P<cjk>20\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
    r"|(?P<dot>\d{1,2}\.\s?\d{1,2}\.\s?20\d\d)|(?P<slash>\d{1,2}/\d{1,2}/20\d\d)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\.?\d)(?::\d\d)? ?(?:(?P<half>[ap])\.? ?m\b\.?)?"
    r"|(?<![\d.])(?P<hour3>[0-2]\d)(?P<minute3>[0-5]\d) ?(?:hours|hrs|h|uhr)\b"
    r"|(?<![\d.])(?P<hour2>\d{1,2}) ?(?:(?P<half2>[ap])\.? ?m\b\.?|uhr\b|h\b|hrs\b|hours\b|heures\b|horas\b|uur\b)"
    r"|(?P<part>午前|午後|上午|下午|오전|오후)? ?(?P<hour4>\d{1,2}) ?[時时点點시]"
    r"(?: ?(?P<minute4>\d{1,2}) ?[分분])?(?P<half4>半)?"
    r"|(?P<named>\bmidnight\b|\bnoon\b|\bmidday\b|\bmitternacht\b|\bmittag\b|\bminuit\b|\bmidi\b|\bmedianoche\b"
    r"|\bmediodía\b)",
    re.IGNORECASE,
)
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
_ZONE = re.compile(rf"(?<![a-z])({'|'.join(_ZONES)})(?![a-z])|([+-]\d\d:\d\d)(?!\d)", re.IGNORECASE)
_APART = re.compile(r"\b(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?\b", re.IGNORECASE)
_OTHER_ZONE = re.compile(rf"[\s(]*(?!(?i:{'|'.join(_ZONES)})\b)[A-Z]{{2,4}}T\b")
"""A zone of which nothing is known: a moment in it cannot be read."""
_HALVES = {"午前": "a", "上午": "a", "오전": "a", "午後": "p", "下午": "p", "오후": "p"}
_UNREAD = re.compile(
    r"(?<![\d.,])\d{1,2}(?![\d.,%])|o['’]clock|\b(?:morning|afternoon|evening|night|close|uhr|heures?|horas?|hours?"
    r"|früh|vormittag|nachmittag|abend|matin|soir|mañana|tarde|noche|manhã|noite|mattina|sera|ore|uur|kl|saat|godz"
    r"|час\w*)\b|[時时点點시午朝夜晚]",
    re.IGNORECASE,
)
"""What may be an hour, beside a day, that is not read."""


def read_until(line: str) -> str:
    """The moment that a line names: a day, or a time with the zone where it names one; empty where it names none."""
    found = DAY.search(line)
    day = _day(found) if found else ""
    if not found or not day:
        return ""
    rest = line[: found.start()] + " " + line[found.end() :]
    clock = TIME.search(rest)
    if not clock:
        return "" if _UNREAD.search(rest) else day
    if clock["named"]:
        hour, minute = (12 if clock["named"].lower() in _NOON else 0), 0
    else:
        hour, minute = (
            int(clock["hour"] or clock["hour2"] or clock["hour3"] or clock["hour4"]),
            int(clock["minute"] or clock["minute3"] or clock["minute4"] or (30 if clock["half4"] else 0)),
        )
        half = _HALVES.get(clock["part"] or "", "") or (clock["half"] or clock["half2"] or "").lower()
        hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59 or _OTHER_ZONE.match(rest, clock.end()):
        return ""
    if apart := _APART.search(rest):
        return f"{day}T{hour:02}:{minute:02}:00{apart[1]}{int(apart[2]):02}:{apart[3] or '00'}"
    zone = _ZONE.search(rest)
    offset = (_ZONES[zone[1].lower()] if zone[1] else zone[2]) if zone else ""
    return f"{day}T{hour:02}:{minute:02}:00{offset}"


def names_hour(text: str) -> bool:
    """Whether a text has what may be an hour."""
    return bool(re.search(r"\d", text) or _UNREAD.search(text) or TIME.search(text))


def _day(found: re.Match[str]) -> str:
    if found["iso"]:
        return _iso(*map(int, found["iso"].split("-")))
    if found["cjk"]:
        return _iso(*map(int, re.findall(r"\d+", found["cjk"])))
    if found["dot"] or found["slash"]:
        a, b, year = (int(part) for part in re.split(r"[./]\s?", found["dot"] or found["slash"]))
        # Two readings of `4/5/2031`: the later one holds back for certain.
        readings = [_iso(year, b, a)] if found["dot"] else [_iso(year, b, a), _iso(year, a, b)]
        return max(readings)
    name = (found["month"] or found["month2"]).lower().replace("ı", "i").replace("i\u0307", "i")
    return _iso(int(found["year"] or found["year2"]), _MONTHS.get(name, 0), int(found["day"] or found["day2"]))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
