"""What the first lines of a press release say of when it may be published, and the lines that say no more than "
"that."""

import re
from collections.abc import Sequence
from datetime import date

from annotated_briefings.base.values import Value
from annotated_briefings.intake.stated.banners import closes, closes_itself, without_mark

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia января ocak",
            "february feb februar février fevrier févr febrero fevereiro febbraio februari lutego февраля şubat",
            "march mar märz mars marzo março maart marca марта mart",
            "april apr avril avr abril abr aprile kwietnia апреля nisan",
            "may mai mayo maio maggio mei maja мая mayıs maj",
            "june jun juni juin junio junho giugno czerwca июня haziran",
            "july jul juli juillet juil julio julho luglio lipca июля temmuz",
            "august aug août aout agosto ago augustus augusti sierpnia августа ağustos",
            "september sept sep septembre septiembre setembro settembre września сентября eylül",
            "october oct oktober okt octobre octubre outubro ottobre października октября ekim",
            "november nov novembre noviembre novembro listopada ноября kasım",
            "december dec dezember dez décembre diciembre dic dezembro dicembre grudnia декабря aralık",
        ),
        1,
    )
    for name in names.replace("ı", "i").split()
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
_UNTIL = r"(?:until|till|to|before|for|bis|jusqu|hasta|fino|ab|até|ate|tot|do(?= (?:dnia|\d))|до(?= \d)|fram|kadar)\b"
_EMBARGO = (
    r"(?:strictly |now )?(?:embargoed|under (?:strict )?embargo)\b"
    r"|(?:strict )?(?:embargo|эмбарго|ambargo)(?= ?(?:[:\]\)!–—-]|$"
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
    r"|(?:strictly )?confidential(?= ?(?:[:–—-]+ ?not for|(?:until|till)\b))|not to be (?:quoted|shared|circulated)\b"
    r"|not for (?:circulation|quotation|sharing)\b|do not (?:circulate|distribute|forward|quote)\b"
    r"|check against delivery\b|draft ?[,:–—-]+ ?(?:do )?not\b"
    r"|(?:zur )?veröffentlichung ab\b|freigegeben (?:erst )?ab\b|es gilt das gesprochene wort\b|vertraulich bis\b"
    r"|sob embargo\b|não (?:publicar|divulgar)\b|sotto embargo\b|da non (?:pubblicare|diffondere)\b|no difundir\b"
    r"|confidenti?(?:ale|el|eel) (?:jusqu|fino|tot)\b|не (?:публиковать|для публикации)\b|под эмбарго\b"
    r"|pod embargiem\b|nie publikować\b|nie do publikacji\b|onder embargo\b|niet (?:publiceren|voor publicatie)\b"
    r"|엠바고|보도 ?금지|禁止发布|禁止發布|禁發|禁发|報道解禁|公開禁止|情報解禁|ambargolu\w*|yayın yasağı\b"
    r"|yayınlamayın\w*|spärrtid\b|(?:får )?ej (?:publiceras|för publicering)\b"
)
_LEAD = (
    r"[\s\[(*#>\"'“!【-]*(?:(?:notes? (?:to|for) (?:the )?editors?|(?:hinweis|bitte) an die redaktion(?:en)?"
    r"|note aux rédactions|nota (?:a|para) (?:la redacción|os editores|redacciones)"
    r"|editor['’]?s['’]? note)[:,\s–—-]+)?"
    r"(?:(?:achtung|attention|atención|note|please note|important|wichtig|strictly|nb)[,:!\s]+)?"
)
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
_WITHIN = re.compile(
    r"\b(?:under (?:strict )?embargo|embargoed|sous embargo|bajo embargo|sob embargo|sotto embargo|onder embargo"
    r"|unter embargo) (?:until|till|jusqu|hasta|até|fino|tot|bis)\b|エンバーゴ|報道解禁|엠바고|эмбарго до\b",
    re.IGNORECASE,
)
"""Words that speak of an embargo wherever they are in a line."""
_END = re.compile(r"[\s*#-]*(?:ends?|ende|fin|###+|-30-)[\s*#.-]*", re.IGNORECASE)
_BRACKET = re.compile(rf"^\s*[\[(](?:{_RELEASE}|{_NOW}|{_EMBARGO})[^\])]*[\])]\s*[:–—-]*\s*", re.IGNORECASE)
_LONGEST_LINE = 160
_FIRST_LINES, _LAST_LINES, _TOP = 10, 5, 3
"""Lines at the top and at the end of a text in which a release says when it may be published; those at its very top."""
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
    embargo, held, unread = "", "", ""
    places = [n for n in range(len(lines)) if n < _FIRST_LINES or n >= len(lines) - _LAST_LINES]
    end = next((n for n in range(len(lines) - 1, 0, -1) if _END.fullmatch(lines[n].strip())), len(lines))
    if sum(map(len, lines[end:])) < sum(map(len, lines[:end])):
        # Below its end a release says whom to ask.
        formal += (n for n in range(end, len(lines)) if n not in places or not is_embargo(lines[n], near_top=False))
        places = [n for n in places if n < end or is_embargo(lines[n], near_top=False)]
    for place in places:
        line = lines[place].strip()
        if is_formality(line):
            formal.append(place)
        elif is_embargo(line, near_top=place < _TOP):
            formal.append(place) if len(line) <= _LONGEST_LINE and _says_no_more(line) else None
            moment = read_until(line)
            said = "" if moment else " ".join(line.split())[:80]
            embargo, held = max(embargo, moment), held or said
            unread = unread or (said if _DAY.search(line) else "")
    # One line that can be read says what another that cannot be read means, but for an hour of its day.
    return Release(tuple(sorted(formal)), embargo, unread or ("" if embargo else held))


def _says_no_more(line: str) -> bool:
    """Whether a line that holds its text back says nothing else: a sentence of it may, and news follow."""
    return closes(line) or not closes_itself(line) or _LINE.fullmatch(line) is not None


def is_formality(line: str) -> bool:
    """Whether a line only says that it opens a release, or that it may be published at once."""
    return bool(_FORMAL.fullmatch(line) or (len(line) < _LONGEST_LINE and _FREE.fullmatch(line)))


def is_embargo(line: str, near_top: bool = True) -> bool:
    """Whether a line says that its text is not to be published yet, or not for everybody."""
    line = line.strip()
    short = len(line) <= _LONGEST_LINE and (
        _LINE.fullmatch(line) or closes(line, near_top) or without_mark(line) != line or _WITHIN.search(line)
    )
    said = short or (near_top and closes_itself(line)) or (_HINT.search(line) and _SAID.search(line[:400]))
    return bool(said and not _FREE.fullmatch(line) and not _ABROAD.search(line))


def without_formalities(title: str) -> str:
    """A headline or subject without the words before it that call it a release or name its embargo."""
    bare = _BRACKET.sub("", title)
    bare = without_mark(bare)
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
