"""What the first lines of a press release say of when it may be published, and the lines that say no more than "
"that."""

import re
from collections.abc import Sequence
from datetime import date

from annotated_briefings.base.values import Value

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene",
            "february feb februar février fevrier févr febrero",
            "march mar märz mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug août aout agosto ago",
            "september sept sep septembre septiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of| de)? (?P<month>{_MONTH})\.?,?(?: de| del)? (?P<year>20\d\d)"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>20\d\d)"
    r"|(?P<iso>20\d\d-\d\d-\d\d)|(?P<cjk>20\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
    r"|(?P<dot>\d{1,2}\.\s?\d{1,2}\.\s?20\d\d)|(?P<slash>\d{1,2}/\d{1,2}/20\d\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?!\.?\d)(?::\d\d)? ?(?:(?P<half>[ap])\.? ?m\b\.?)?"
    r"|(?<![\d.])(?P<hour3>[0-2]\d)(?P<minute3>[0-5]\d) ?(?:hours|hrs|h|uhr)\b"
    r"|(?<![\d.])(?P<hour2>\d{1,2}) ?(?:(?P<half2>[ap])\.? ?m\b\.?|uhr\b|h\b|hrs\b|hours\b|heures\b|horas\b)"
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
_RELEASE = (
    r"(?:press|news|media)[ -]?(?:release|statement|notice)|pressemitteilung|pressemeldung|medienmitteilung"
    r"|presseinformation"
    r"|communiqu[ée] de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht"
)
_NOW = (
    r"for immediate (?:release|publication|use)|zur sofortigen veröffentlichung|sperrfrist:? keine"
    r"|keine sperrfrist|frei zur"
    r" veröffentlichung|pour (?:diffusion|publication) immédiate|para (?:su )?(?:publicación|difusión) inmediata"
    r"|(?:no embargo|embargo:? (?:none|no|keiner?|aucun|ninguno|lifted|aufgehoben|levé|levantado))"
    r"|for release:? immediate(?:ly)?"
)
_UNTIL = r"(?:until|till|to|before|for|bis|jusqu|hasta|fino|ab)\b"
_EMBARGO = (
    r"(?:strictly |now )?(?:embargoed|under (?:strict )?embargo)\b|(?:strict )?embargo(?= ?(?:[:\]\)!–—-]|$"
    r"|" + _UNTIL + r"|\d))"
    r"|embargo (?:date|time|lifts?|ends?)\b|hold (?:for release|until)\b|not (?:for|to be) (?:release|publication"
    r"|broadcast|publish"
    r"|distribution|used)\w*|do not (?:publish|release|broadcast|use)\b|for (?:release|publication)(?= ?(?:on|at"
    r"|after|until|from"
    r"|not before|:|\d))|sperrfrist\b|gesperrt bis\b|frei ab\b|nicht (?:zur|vor der) veröffentlichung\b"
    r"|nicht veröffentlichen\b"
    r"|unter (?:strengem )?embargo\b|veröffentlichung (?:erst|frühestens|nicht vor)\b|(?:diffusion"
    r"|publication) interdite\b"
    r"|prohibida su (?:difusión|publicación)\b|(?:please )?respect (?:the |our |this )?embargo\b|(?:release"
    r"|publication) date\b"
    r"|解禁|禁运|エンバーゴ"
    r"|sous embargo\b|ne pas (?:publier|diffuser)\b|bajo embargo\b|embargad[oa]\b|no publicar\b|non pubblicare\b"
    r"|(?:strictly )?confidential(?= ?[:–—-]+ ?not for)"
)
_LEAD = r"[\s\[(*#>\"'“!-]*(?:(?:achtung|attention|atención|note|please note|important|wichtig|strictly|nb)[,:!\s]+)?"
_FORMAL = re.compile(rf"{_LEAD}(?:{_RELEASE})(?:\s*[|/,:–—-]*\s*(?:{_NOW}))?[\s\])*:.!-]*", re.IGNORECASE)
_FREE = re.compile(
    rf"{_LEAD}(?:(?:{_RELEASE})\s*[|/,:–—-]*\s*)?(?:{_NOW})[\s\])*.!-]*(?:[:,–—-].{{0,60}})?", re.IGNORECASE
)
_LINE = re.compile(rf"{_LEAD}(?:(?:{_RELEASE})\s*[|/,:–—-]*\s*)?(?:{_EMBARGO}).*", re.IGNORECASE | re.DOTALL)
_SAID = re.compile(
    r"\b(?:this|the|our|dieser?|diese|ce|cette|este|esta)\b.{0,40}\b(?:release|report|study|document|text"
    r"|information|paper|article"
    r"|story|content|material|mitteilung|meldung|studie|bericht|communiqué|rapport|étude|nota|informe"
    r"|estudio)\b.{0,40}"
    r"\b(?:under (?:strict )?embargo|embargoed|sperrfrist|sous embargo|bajo embargo|embargad[oa])(?=\s*(?:until"
    r"|till|bis|jusqu|hasta|and\b|[.,;:!]|$)).*",
    re.IGNORECASE,
)
_HINT = re.compile(r"mbarg|perrfrist", re.IGNORECASE)
_ABROAD = re.compile(r"\b(?:united states|u\.s\.|jurisdiction)", re.IGNORECASE)
"""A notice of where securities may be offered is about places and not about time."""
_CLOSED = re.compile(
    rf"{_LEAD}(?:(?:first |rough )?draft(?: only)?|entwurf|brouillon|borrador|(?:strictly )?confidential"
    rf"|vertraulich|confidentiel"
    r"|confidencial|(?:for )?internal(?: use)?(?: only)?|nur (?:für den|zum) internen gebrauch|off the record"
    r"|not for attribution"
    r"|usage interne|uso interno|tlp: ?(?:red|amber)(?:\+strict)?|(?:members|subscribers) only|for (?:members"
    r"|subscribers) only)"
    r"[\s\])*.!-]*",
    re.IGNORECASE,
)
"""A line of its own that closes a text to others without naming a time."""
_END = re.compile(r"[\s*#-]*(?:ends?|ende|fin|###+|-30-)[\s*#.-]*", re.IGNORECASE)
_BRACKET = re.compile(rf"^\s*[\[(](?:{_RELEASE}|{_NOW}|{_EMBARGO})[^\])]*[\])]\s*[:–—-]*\s*", re.IGNORECASE)
_LONGEST_LINE = 160
_FIRST_LINES, _LAST_LINES = 8, 3
"""Lines at the top and at the end of a text in which a release says when it may be published."""
NO_TIME = "embargo"
"""The mark of an embargo whose time cannot be read."""


class Release(Value):
    """What a text says of its own publication."""

    formal: tuple[int, ...] = ()
    """0-based places of lines that say no more than that."""
    embargo: str = ""
    """Moment until which it is not to be published (EDTF day, or a time), as far as it can be read."""
    held: str = ""
    """The words of the line, where no moment can be read in them."""


def read_release(lines: Sequence[str]) -> Release:
    """What the first and last lines of a text say of when it may be published."""
    formal: list[int] = []
    embargo, held = "", ""
    places = [n for n in range(len(lines)) if n < _FIRST_LINES or n >= len(lines) - _LAST_LINES]
    end = next((n for n in range(len(lines) - 1, 0, -1) if _END.fullmatch(lines[n].strip())), len(lines))
    if sum(map(len, lines[end:])) < sum(map(len, lines[:end])):
        # Below its end a release says whom to ask.
        formal += range(end, len(lines))
        places = [n for n in places if n < end]
    for place in places:
        line = lines[place].strip()
        if is_formality(line):
            formal.append(place)
        elif is_embargo(line):
            formal.append(place) if len(line) <= _LONGEST_LINE else None
            moment = read_until(line)
            embargo, held = embargo or moment, held or ("" if moment else " ".join(line.split())[:80])
    # One line that can be read says what another that cannot be read means.
    return Release(tuple(sorted(formal)), embargo, "" if embargo else held)


def is_formality(line: str) -> bool:
    """Whether a line only says that it opens a release, or that it may be published at once."""
    return bool(_FORMAL.fullmatch(line) or (len(line) < _LONGEST_LINE and _FREE.fullmatch(line)))


def is_embargo(line: str) -> bool:
    """Whether a line says that its text is not to be published yet."""
    line = line.strip()
    short = len(line) <= _LONGEST_LINE and (_LINE.fullmatch(line) or _CLOSED.fullmatch(line))
    said = short or (_HINT.search(line) and _SAID.search(line[:400]))
    return bool(said and not _FREE.fullmatch(line) and not _ABROAD.search(line))


def without_formalities(title: str) -> str:
    """A headline or subject without the words before it that call it a release or name its embargo."""
    bare = _BRACKET.sub("", title)
    parts = re.split(r"(?<=\D)[:|]\s+|(?<=\d):\s+|\s+[–—-]+\s+", bare, maxsplit=1)
    if len(parts) == 2 and len(parts[1].split()) > 1 and (is_formality(parts[0]) or is_embargo(parts[0])):
        return without_formalities(parts[1])
    return "" if is_formality(bare) or (is_embargo(bare) and len(parts) == 1) else bare


def read_until(line: str) -> str:
    """The moment that a line names: a day, or a time with the zone where it names one; empty where it names none."""
    found = _DAY.search(line)
    day = _day(found) if found else ""
    if not found or not day:
        return ""
    rest = line[: found.start()] + " " + line[found.end() :]
    clock = _TIME.search(rest)
    if not clock:
        return day
    if clock["named"]:
        hour, minute = (12 if clock["named"].lower() in _NOON else 0), 0
    else:
        hour, minute = (
            int(clock["hour"] or clock["hour2"] or clock["hour3"]),
            int(clock["minute"] or clock["minute3"] or 0),
        )
        half = (clock["half"] or clock["half2"] or "").lower()
        hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return day
    zone = _ZONE.search(rest)
    offset = (_ZONES[zone[1].lower()] if zone[1] else zone[2]) if zone else ""
    return f"{day}T{hour:02}:{minute:02}:00{offset}"


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
    name = (found["month"] or found["month2"]).lower()
    return _iso(int(found["year"] or found["year2"]), _MONTHS[name], int(found["day"] or found["day2"]))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
