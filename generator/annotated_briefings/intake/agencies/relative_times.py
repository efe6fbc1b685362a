"""Lines that say when a text was published, counted from when its page was saved: `Hace 3 horas · Actualizado ayer`.

The patterns are those of the Unicode CLDR; words before them are the labels of the table of labels.
"""

import re
from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

from annotated_briefings.base.meant.locales import Locale, UnknownLocaleError
from annotated_briefings.base.package_files import by_key, first_letter
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.datelines import is_beside_day, is_moment_line
from annotated_briefings.intake.labels import LabelRole, labels_of

_MARKERS = {
    "en": "ago", "de": "vor", "fr": "il y a", "es": "hace", "it": "fa", "pt": "há,atrás", "ca": "fa",
    "gl": "hai", "nl": "geleden", "sv": "för,sedan", "da": "siden", "nb": "siden", "is": "síðan,fyrir",
    "fi": "sitten", "et": "eest,tagasi", "lv": "pirms", "lt": "prieš", "pl": "temu", "cs": "před",
    "sk": "pred", "sl": "pred", "hr": "prije", "sr": "пре", "sr_Latn": "pre", "mk": "пред",
    "bg": "преди", "ro": "acum,urmă", "hu": "ezelőtt", "el": "πριν", "tr": "önce", "uk": "тому",
    "ru": "назад", "be": "таму", "eu": "duela", "cy": "ôl", "ga": "shin", "id": "lalu", "ms": "lalu",
    "vi": "trước", "th": "ผ่านมา,ที่แล้ว,ก่อน", "hi": "पहले", "bn": "আগে,পূর্বে", "fa": "پیش,قبل",
    "ar": "قبل", "he": "לפני", "zh": "前", "zh_Hant": "前", "ja": "前", "ko": "전",
    "sw": "iliyopita,zilizopita,lililopita", "sq": "parë", "ka": "წინ", "hy": "առաջ", "az": "əvvəl",
    "kk": "бұрын",
}  # fmt: skip
"""A word that tells an age in each language: only then its patterns are looked up."""
_ALSO = {"ar": (("منذ", "قبل"),), "fa": (("قبل", "پیش"),)}
"""Words that people write in place of those of the patterns."""
_DAYS = frozenset(
    "today,yesterday,just now,now,heute,gestern,vorgestern,gerade eben,soeben,aujourd'hui,"
    "hier,avant-hier,à l'instant,hoy,ayer,anteayer,ahora,oggi,ieri,adesso,hoje,ontem,agora,"
    "avui,ahir,hoxe,onte,vandaag,gisteren,zojuist,idag,i dag,igår,i går,nyss,nå,nu,í dag,"
    "í gær,tänään,eilen,juuri nyt,äsken,täna,eile,šodien,vakar,šiandien,dziś,dzisiaj,"
    "wczoraj,przed chwilą,dnes,včera,právě teď,danes,včeraj,danas,jučer,juče,данас,јуче,"
    "денес,вчера,днес,azi,astăzi,ieri,ma,tegnap,σήμερα,χθες,χτες,μόλις τώρα,bugün,dün,"
    "az önce,şimdi,сьогодні,вчора,щойно,сегодня,только что,сёння,учора,gaur,atzo,heddiw,"
    "ddoe,inniu,inné,hari ini,kemarin,semalam,baru saja,hôm nay,hôm qua,vừa xong,วันนี้,"
    "เมื่อวาน,เมื่อวานนี้,आज,कल,আজ,গতকাল,امروز,دیروز,اليوم,أمس,الآن,היום,אתמול,今天,昨天,刚刚,剛剛,"
    "今日,昨日,たった今,오늘,어제,방금,leo,jana,sot,dje".split(",")
)
_PARTS = regex(r"\s*(?:[·•|;/,،、]|\s[-–—]\s)\s*|[()]")
_FIELDS = ("second", "minute", "hour", "day", "week", "month")
_CLOCK = regex(
    r"(?<!\d)(?:[01]?\d|2[0-4])\s?[:.hH時时시]\s?[0-5]\d\s?(?:[分분]|[ap]\.?m\.?|uhr|h)?(?!\d)", re.IGNORECASE
)
_LONGEST, _MOST_WORDS, _MOST_BESIDE = 110, 18, 4
_NUMBER_WORDS = frozenset("a an one einer einem eine une un una uno uma um een ett en et yksi jeden jednu bir".split())


def is_relative_time(line: str) -> bool:
    """Whether a line says when a text was published or changed, counted from now, and nothing else."""
    if not 2 <= len(line) <= _LONGEST or len(line.split()) > _MOST_WORDS:
        return False
    kinds = [_kind(part) for part in _PARTS.split(_small(line)) if part.strip(" .:")]
    # A word such as `today` alone may be a heading.
    is_sure = len(kinds) > 1 or any(c.isdecimal() for c in line) or len(line.split()) > 1
    return is_sure and "relative" in kinds and all(kinds)


def _kind(part: str) -> str:
    """What a part of such a line is: ``relative``, ``label``, ``clock``; empty for anything else."""
    bare = _without_label(part.strip(" .:"))
    if not bare:
        return "label"
    if _is_age(bare):
        return "relative"
    clock = _CLOCK.search(bare)
    rest = (f"{bare[: clock.start()]} {bare[clock.end() :]}" if clock else bare).split()
    for cut in range(len(rest), 0, -1):
        if " ".join(rest[:cut]) in _DAYS:
            beside = rest[cut:]
            return (
                "relative"
                if len(beside) <= _MOST_BESIDE and all(len(one) <= 4 or is_beside_day(one) for one in beside)
                else ""
            )
    return "clock" if clock and (not rest or is_moment_line(bare)) else ""


def _without_label(part: str) -> str:
    for label in _labels().get(part[:1], ()):
        if part.startswith(label) and part[len(label) : len(label) + 1] in ("", " ", ":", "："):
            return part[len(label) :].strip(" :：")
    return part


@cache
def _labels() -> Mapping[str, tuple[str, ...]]:
    """Labels of days by their first letters, the longest first."""
    found = {_small(one) for one in labels_of(LabelRole.PUBLISHED, LabelRole.UPDATED)}
    return by_key(sorted(found, key=len, reverse=True), first_letter)


def _is_age(text: str) -> bool:
    if len(text.split()) > 6:
        return False
    shape = re.sub(r"\d{1,3}", "0", "".join(str(int(c)) if c.isdecimal() else c for c in text))
    shapes = {shape, " ".join("0" if word in _NUMBER_WORDS else word for word in shape.split())}
    if not any("0" in one for one in shapes):
        return False
    for language, words in _MARKERS.items():
        for word in words.split(","):
            if word in text and not shapes.isdisjoint(_ages(language)):
                return True
    return any(
        was in text and not {one.replace(was, into).strip() for one in shapes}.isdisjoint(_ages(language))
        for language, pairs in _ALSO.items()
        for was, into in pairs
    )


@cache
def _ages(language: str) -> frozenset[str]:
    """How a language says how long ago something was, with 0 for its number."""
    try:
        fields = Locale.parse(language)._data["date_fields"]
    except (UnknownLocaleError, ValueError, KeyError):
        return frozenset()
    return frozenset(
        _small(pattern.replace("{0}", "0"))
        for field in _FIELDS
        for width in ("", "-short", "-narrow")
        for pattern in fields.get(field + width, {}).get("past", {}).values()
    )


def _small(text: str) -> str:
    plain = normalize("NFC", text).casefold().replace("i\u0307", "i").replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(plain.replace("’", "'").split())
