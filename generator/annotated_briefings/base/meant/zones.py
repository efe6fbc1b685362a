"""Time zones in words: `Pacific time`, `heure de Montréal`, `New Yorker Zeit`, `мск`, in the languages of news.

The names are those of the Unicode CLDR: zones of several countries, cities and countries, and a few that people write
besides. Of what may mean several offsets, the one that gives the later moment counts.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

from annotated_briefings.base.meant.locales import Locale
from annotated_briefings.base.regex import regex

_LANGUAGES = tuple("en de fr es pt it nl ru pl sv nb da fi cs uk tr el he ar ja zh zh_Hant ko".split())
_NOUN = (
    r"zeit|time|tid|tijd|aika|aikaa|saati|saatiyle|času|czasu|czas|время|времени|часу|час|時間|時刻|时间|時閒|시간|ώρα"
)
"""Words for time that follow the name of a zone."""
_NOUN_OF = (
    r"(?:hora|horas|horário|horario|heure|ora|ore|orario|hora oficial|czasu|время|времени|(?:à l['’])?heure) "
    r"(?:de la |de l['’]|del |de |di |da |do |d['’]|van |in )?|\btime in |توقيت |بتوقيت |שעון |ώρα |по "
)
"""Words for time that come before it."""
_BEFORE = regex(rf"(?P<name>[^\W\d_](?:[^\d,;:()|\[\]]{{0,38}}[^\W\d_])?)[ -]?(?:{_NOUN})(?![^\W\d_])", re.IGNORECASE)
_BEHIND = regex(rf"(?<![^\W\d_])(?:{_NOUN_OF})(?P<name>[^\W\d_][^\d,;:()|\[\]]{{0,38}})", re.IGNORECASE)
_NEXT = regex(
    r"[\s.,]*(?:(?:uhr|heures?|horas?|hours?|hrs?|h|ore|uur|kl|часов|часа|o['’]clock)\b[\s.,]*)?"
    r"(?:\((?P<inside>[^()\d]{2,40})\)|(?P<name>[^\W\d_][^\d;:()|\[\]]{1,40}))",
    re.IGNORECASE,
)
"""What comes next to an hour: a name in brackets, or words."""
_WORD = regex(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_NO_ZONE = frozenset(
    "embargo embargoed embargos release publication publishing publish lift lifting the same this that any some of at "
    "a an first start starting end real prime press date and or time until till before after from by lifts sharp day "
    "is to on in for our its all full long short part die der das den zur zu um ab bis vor nach diese dieser diesem "
    "alle keine von am la las los el le les une cette toute tout en hasta jusqu'à dalle fino ore heures horas hora "
    "heure uur uhr o'clock pm a.m p.m hours hrs hour h noon midday midnight morning evening monday tuesday wednesday "
    "thursday friday saturday sunday strictly please online print broadcast radio tv media only e y et und sperrfrist "
    "до в с от du de des del della det og och i veröffentlichung 発表 解禁 公開 の 公表 发布 发表".split()
)
"""Words beside one for time, or in brackets behind an hour, that name no zone."""
_MORE = {
    "Europe/Moscow": "мск московск московскому московское moskauer moscovite moscú mosca moskou",
    "Europe/Kyiv": "киевск київськ kiev kiew київ",
    "Europe/Berlin": "mitteleuropäisch mitteleuropäischer mitteleuropäische deutsch deutscher berliner",
    "Europe/Paris": "français française",
    "Europe/Madrid": "peninsular española",
    "Europe/London": "british uk u.k london londoner",
    "America/New_York": "eastern washington us-eastern u.s eastern nyc ny östlich",
    "America/Chicago": "central us-central",
    "America/Denver": "mountain us-mountain",
    "America/Los_Angeles": "pacific us-pacific san-francisco seattle kalifornisch",
    "America/Sao_Paulo": "brasília brasilia rio-de-janeiro rio",
    "America/Toronto": "ottawa montréal québec quebec montreal",
    "Asia/Shanghai": "beijing peking pékin pekín pechino pequim пекин 北京 пекинск china-standard",
    "Asia/Kolkata": "delhi new-delhi mumbai indian",
    "Asia/Tokyo": "日本 tokio japan japanese",
    "Asia/Seoul": "한국 korean",
    "Europe/Zurich": "geneva genf genève schweizer",
    "Europe/Rome": "milan milano mailand italiana roma",
    "Pacific/Honolulu": "hawaii hawaiian",
}
"""Names that people write and the CLDR does not have, a hyphen for a blank within one."""
_LONGEST = 5
"""Words of the longest name."""
_ENDS = ("er", "s", "an", "ian")
"""What makes a word beside one for time of the name of a city: `New Yorker Zeit`."""


def _bare(text: str) -> str:
    """A name as it is compared: without case, accents and points."""
    parts = normalize("NFKD", text.casefold().replace("’", "'").replace(".", ""))
    return " ".join("".join(c for c in parts if not combining(c)).replace("-", " ").split())


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, ...]]:
    """Names of zones, cities and countries, to the zones (IANA) that they may mean."""
    meta: dict[str, list[str]] = {}
    for zone, name in get_global("meta_zones").items():
        meta.setdefault(name, []).append(zone)
    found: dict[str, tuple[str, ...]] = {}
    cities: dict[str, tuple[str, ...]] = {}
    lands = get_global("territory_zones")
    for locale in map(Locale.parse, _LANGUAGES):
        # What is named last counts: a city says more than a zone, and a zone more than a country.
        found |= {_bare(n): tuple(lands[c]) for c, n in locale.territories.items() if lands.get(c)}
        for name, forms in locale.meta_zones.items():
            zone_names = (n for length in ("long", "short") for n in dict(forms.get(length, {}).items()).values())
            found |= {_bare(n): tuple(meta[name]) for n in zone_names if name in meta and "∅" not in n}
        cities |= {_bare(c): (z,) for z, forms in locale.time_zones.items() if (c := dict(forms.items()).get("city"))}
    found |= cities
    for zone in get_global("zone_territories"):
        if "/" in zone and not zone.startswith("Etc/"):
            found.setdefault(_bare(zone.rpartition("/")[2].replace("_", " ")), (zone,))
    found |= {_bare(name): (zone,) for zone, names in _MORE.items() for name in names.split()}
    return MappingProxyType({name: zones for name, zones in found.items() if len(name) > 1})


def _zones_of(text: str, at_end: bool) -> tuple[str, ...]:
    """The zones that the last words of a text name, or the first ones; none where they name none."""
    words = [_bare(word) for word in _WORD.findall(text)]
    for count in range(min(_LONGEST, len(words)), 0, -1):
        name = " ".join(words[-count:] if at_end else words[:count])
        for form in (name, *(name.removesuffix(end) for end in _ENDS if at_end and len(name) > len(end) + 3)):
            if zones := _names().get(form):
                return zones
        for noun in ("time", "zeit", "standard time"):
            if zones := _names().get(f"{name} {noun}" if noun != "zeit" else f"{name}e {noun}"):
                return zones
    return ()


def _asked(text: str, hour_end: int) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What each place of a text that may name a zone says: the zones, and whether it must be a zone."""
    for found in _BEFORE.finditer(text):
        last = _WORD.findall(found["name"])[-1:]
        zones = _names().get(_bare(found[0])) or _zones_of(found["name"], at_end=True)
        yield zones or (), bool(last) and _bare(last[0]) not in _NO_ZONE
    for found in _BEHIND.finditer(text):
        first = _WORD.findall(found["name"])[:1]
        zones = _names().get(_bare(found[0])) or _zones_of(found["name"], at_end=False)
        yield zones or (), bool(first) and _bare(first[0]) not in _NO_ZONE
    if beside := _NEXT.match(text, hour_end):
        inside = beside["inside"] or ""
        words = [_bare(word) for word in _WORD.findall(inside)]
        yield _zones_of(inside or beside["name"], at_end=False), any(word not in _NO_ZONE for word in words)


def zones_in_words(text: str, hour_end: int) -> tuple[str, ...] | None:
    """The zones (IANA) that the words beside an hour may mean; none where they name no zone, and None where they name
    one that is not understood. ``hour_end`` is where the hour ends in ``text``."""
    asked = tuple(_asked(text, hour_end))
    known = tuple(zone for zones, _ in asked for zone in zones)
    return known or (None if any(must for _, must in asked) else ())


def latest_offset(zones: tuple[str, ...], moment: datetime) -> str:
    """The offset from UTC of the zone in which a clock shows a moment last, as `-08:00`; empty where none is known."""
    offsets: list[timedelta] = []
    for name in zones:
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            continue
        offsets += (off for fold in (0, 1) if (off := moment.replace(tzinfo=zone, fold=fold).utcoffset()) is not None)
    if not offsets:
        return ""
    minutes = int(min(offsets).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
