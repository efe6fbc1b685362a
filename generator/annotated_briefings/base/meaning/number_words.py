"""Numbers written in words: English, German, French, Spanish, Arabic, Chinese and Japanese."""

import re
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from annotated_briefings.base.meaning.numerals import plain_number_text
from annotated_briefings.base.values import Value

WORD_LANGUAGES = ("en", "de", "fr", "es", "ar", "zh", "ja")
"""Languages whose words for numbers are known."""


class WordKind(StrEnum):
    """What a word does in a number."""

    ADDS = "adds"
    """It is a number, to which smaller ones may be added."""
    WEAK = "weak"
    """An article, which is a number where another word makes it one."""
    TIMES = "times"
    """It multiplies the number before it."""
    PART = "part"
    """A part of one, or an ordinal number: `third`."""


class NumberWord(Value):
    """A word of a number."""

    kind: WordKind
    """What it does."""
    values: frozenset[Fraction]
    """What it may be."""
    room: int = 0
    """Numbers below this one may be added to it."""


def _table(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * at for at, group in enumerate(words.split()) for word in group.split("|")}


_ONES: dict[str, dict[str, int]] = {
    "en": _table(
        "zero|none|no|nobody|nothing one|single|sole two|both|pair|couple|twice|double|doubled|doubling|doubles"
        " three|thrice|triple|tripled"
        " four|quadrupled five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen"
    )
    | {"first": 1, "second": 2}
    | _table("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 11)
    | _table("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 30, 10),
    "de": _table(
        "null|kein|keine|keinen|keiner|niemand|nichts eins"
        " zwei|zwo|beide|beiden|verdoppelt|verdoppelte|verdoppelten|doppelt|doppelte|doppelten"
        " drei|verdreifacht|verdreifachte|dreifach vier|vierfach fünf sechs sieben acht neun zehn elf zwölf dreizehn"
        " vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    | _table("erste|erster|ersten|erstes", 1),
    "fr": _table(
        "zéro|aucun|aucune|personne|rien premier|première deux|double|doublé|doubler|deuxième trois|triple|triplé"
        " quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    )
    | _table("onzième douzième treizième quatorzième quinzième seizième", 11)
    | {"vingtième": 20, "centième": 100},
    "es": _table(
        "cero|ninguno|ninguna|ningún|nadie primero|primera dos|doble|duplicó|duplicado|ambos|ambas tres|triple|triplicó"
        " cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho"
        " diecinueve veinte veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis"
        " veintisiete veintiocho veintinueve"
    ),
    "ar": _table(
        "صفر واحد|واحدة|احدى|احد"
        " اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي|ضعف|ضعفين|تضاعف|تضاعفت"
        " ثلاث|ثلاثة اربع|اربعة خمس|خمسة ست|ستة"
        " سبع|سبعة ثمان|ثماني|ثمانية|ثمانيا تسع|تسعة عشر|عشرة"
    ),
}
_TENS: dict[str, dict[str, int]] = {
    "en": _table("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10),
    "de": {},
    "fr": _table("vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante", 20, 10),
    "es": _table("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    "ar": _table(
        "عشرون|عشرين ثلاثون|ثلاثين اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين", 20, 10
    ),
}
_HUNDREDS: dict[str, dict[str, int]] = {
    "es": _table(
        "cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas"
        " seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
        100,
        100,
    ),
    "ar": _table(
        "مئتان|مئتين|مائتان|مائتين ثلاثمئة|ثلاثمائة اربعمئة|اربعمائة خمسمئة|خمسمائة ستمئة|ستمائة سبعمئة|سبعمائة"
        " ثمانمئة|ثمانمائة|ثمانيمئة تسعمئة|تسعمائة",
        200,
        100,
    ),
}
_SCALES: dict[str, str] = {
    "en": (
        "hundred:2 thousand:3 lakh|lakhs:5 million|millions:6 crore|crores:7 billion|billions:9 trillion|trillions:12"
    ),
    "de": "hundert:2 tausend:3 million|millionen:6 milliarde|milliarden:9 billion|billionen:12",
    "fr": (
        "dizaine|dizaines:1 cent|cents|centaine|centaines:2 mille|millier|milliers:3 million|millions:6"
        " milliard|milliards:9 billion|billions:12"
    ),
    "es": (
        "decena|decenas:1 centenar|centenares:2 mil|miles|millar|millares:3 millón|millones:6 millardo|millardos:9"
        " billón|billones:12"
    ),
    "ar": "مئة|مائة|مئات:2 الف|الفا|الاف:3 مليون|مليونا|ملايين:6 مليار|مليارا|مليارات|بليون:9 تريليون|تريليونات:12",
}
_ABBREVIATIONS = (
    "k|tsd|mille|thsd:3 mio|mln|mn|mill:6 mrd|mrds|md|mds|bn|bln|mia:9 tn|trn|tln:12 lakh|lakhs|lac:5 crore|crores|cr:7"
)
"""What is written for such words in any language."""
_LETTERS = {"m": 6, "mm": 6, "b": 9, "t": 12, "bio": 12, "k": 3}
"""What may be such a word, or a unit."""
_MORE_TIMES: dict[str, dict[str, int]] = {
    "en": {"dozen": 12, "dozens": 12},
    "de": {"dutzend": 12},
    "fr": {
        "douzaine": 12,
        "douzaines": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
    },
    "es": {"docena": 12, "docenas": 12},
    "ar": {},
}
_SPANS = {
    "decade": 10, "decades": 10, "century": 100, "centuries": 100, "jahrzehnt": 10, "jahrzehnte": 10, "jahrzehnten": 10,
    "jahrhundert": 100, "jahrhunderte": 100, "décennie": 10, "décennies": 10, "siècle": 100, "siècles": 100,
    "década": 10, "décadas": 10, "siglo": 100, "siglos": 100, "fortnight": 14, "عقد": 10, "عقود": 10, "قرن": 100,
}  # fmt: skip
"""Spans of time that are counted in years or days as well."""
_PARTS: dict[str, dict[str, int]] = {
    "en": {
        "half": 2, "halves": 2, "halved": 2, "halving": 2, "quarter": 4, "quarters": 4,
        **_table("third fourth fifth sixth seventh eighth ninth tenth", 3),
        **_table("thirds fourths fifths sixths sevenths eighths ninths tenths", 3),
        "twentieth": 20, "hundredth": 100, "hundredths": 100,
    },
    "de": {
        "halb": 2, "halbe": 2, "halben": 2, "halber": 2, "halbes": 2, "hälfte": 2,
        "halbiert": 2, "halbierte": 2, "drittel": 3, "dritteln": 3,
        **_table("viertel|vierteln fünftel|fünfteln sechstel siebtel achtel neuntel zehntel|zehnteln", 4),
        "hundertstel": 100, "tausendstel": 1000,
        **_table("dritte|dritter|dritten|drittes", 3),
        **_table("siebte|siebter|siebten|siebtes achte|achter|achten|achtes", 7),
    },
    "fr": {
        "demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4,
        **_table("cinquième sixième septième huitième neuvième dixième", 5),
        **_table("cinquièmes sixièmes septièmes huitièmes neuvièmes dixièmes", 5),
        "troisième": 3, "quatrième": 4,
    },
    "es": {
        "medio": 2, "media": 2, "mitad": 2, "tercio": 3, "tercios": 3, "tercera": 3, "tercer": 3, "tercero": 3,
        **_table("cuarto|cuartos|cuarta quinto|quintos|quinta sexto|sexta séptimo|séptima", 4),
        **_table("octavo|octava noveno|novena décimo|décima|décimos", 8),
    },
    "ar": {"نصف": 2, "ثلث": 3, "ثلثي": 3, "ثلثا": 3, "ثلثين": 3, "ربع": 4, "ارباع": 4, "اثلاث": 3, "خمس": 5, "عشر": 10},
}  # fmt: skip
_ONE = {
    "en": "a an",
    "de": "ein eine einen einem einer eines",
    "fr": "un une",
    "es": "un una uno",
    "ar": "",
}
POINTS = frozenset("point dot komma virgule coma punto فاصلة".split())
"""Words before decimals."""
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "ar": "و"}
"""The word that joins the parts of a number."""


def _whole(value: int | Fraction) -> frozenset[Fraction]:
    return frozenset({Fraction(value)})


def _room(language: str, value: int) -> int:
    if language == "ar" and value < 20:
        return 11 if value < 10 else 0
    if language == "fr" and value in (10, 60):
        return {10: 10, 60: 20}[value]
    return 10 if value >= 20 and not value % 10 else 0


@lru_cache(maxsize=8)
def _words(language: str) -> dict[str, NumberWord]:
    out: dict[str, NumberWord] = {}
    for word, value in (_ONES[language] | _TENS[language]).items():
        out[word] = NumberWord(WordKind.ADDS, _whole(value), _room(language, value))
    for word, value in _HUNDREDS.get(language, {}).items():
        out[word] = NumberWord(WordKind.ADDS, _whole(value), 100)
    for word in _ONE[language].split():
        out[word] = NumberWord(WordKind.WEAK, _whole(1))
    for word, value in _PARTS[language].items():
        # An ordinal number is written like the part of that number.
        both = _whole(Fraction(1, value)) | (_whole(value) if value > 2 else frozenset())
        known = out.get(word)
        out[word] = (
            NumberWord(known.kind, known.values | both, known.room) if known else NumberWord(WordKind.PART, both)
        )
    for group in _SCALES[language].split():
        names, _, power = group.partition(":")
        for word in names.split("|"):
            out[word] = NumberWord(WordKind.TIMES, _whole(10 ** int(power)), 10 ** int(power))
    for word, value in _MORE_TIMES[language].items():
        out[word] = NumberWord(WordKind.TIMES, _whole(value))
    return {plain_number_text(word): known for word, known in out.items()}


_SHORT = {
    word: NumberWord(WordKind.TIMES, _whole(10 ** int(group.partition(":")[2])))
    for group in _ABBREVIATIONS.split()
    for word in group.partition(":")[0].split("|")
} | {letter: NumberWord(WordKind.TIMES, _whole(1) | _whole(10**power)) for letter, power in _LETTERS.items()}
_TIME = {plain_number_text(word): NumberWord(WordKind.TIMES, _whole(1) | _whole(n)) for word, n in _SPANS.items()}
_DE = _table("ein zwei drei vier fünf sechs sieben acht neun", 1) | {"zwo": 2}
_DE_TENS = _table("zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
_DE_ORDINAL = re.compile(r"s?te[nrsm]?$")
_DE_TIMES = re.compile(r"(?:mal|fache?[nrs]?)$")


@lru_cache(maxsize=4096)
def german_number(word: str) -> Fraction | None:
    """A German number in one word, such as `zweitausendfünfhundert` or `dreieinhalb`; None for another word."""
    if word in ("anderthalb", "eineinhalb"):
        return Fraction(3, 2)
    if word.endswith("einhalb"):
        whole = german_number(word.removesuffix("einhalb"))
        return None if whole is None else whole + Fraction(1, 2)
    for name, times in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(name)
        if found:
            first = german_number(before) if before else Fraction(1)
            rest = german_number(after.removeprefix("und")) if after else Fraction(0)
            return None if first is None or rest is None or first >= times else first * times + rest
    for small, value in _DE.items():
        tens = word.removeprefix(f"{small}und")
        if tens != word and tens in _DE_TENS:
            return Fraction(value + _DE_TENS[tens])
    known = (_ONES["de"] | _DE | _DE_TENS).get(word)
    return None if known is None else Fraction(known)


def _german_word(word: str) -> NumberWord | None:
    """A German number in one word, also as an ordinal number, `fünfte`, or with `mal` or `fach`."""
    for ending, is_ordinal in ((None, False), (_DE_TIMES, False), (_DE_ORDINAL, True)):
        value = german_number(ending.sub("", word) if ending else word)
        if value and is_ordinal:
            # `jeder fünfte` is a fifth.
            return NumberWord(WordKind.PART, _whole(value) | _whole(1 / value))
        if value is not None:
            return NumberWord(WordKind.ADDS, _whole(value))
    return None


@lru_cache(maxsize=16384)
def number_word(word: str, languages: tuple[str, ...]) -> NumberWord | None:
    """What a word, given as in ``plain_number_text``, does in a number; None for one that is in no number.

    The first of the languages that knows it decides.
    """
    for language in languages:
        if language not in _ONES:
            continue
        words = _words(language)
        found = words.get(word)
        if found is None and language == "ar":
            found = next((words[form] for form in _arabic_forms(word) if form in words), None)
        if found is None and language == "en" and word.endswith("fold"):
            found = words.get(word.removesuffix("fold"))
        if found is None and language == "de":
            found = _german_word(word)
        if found:
            return found
    return _SHORT.get(word) or _TIME.get(word)


def _arabic_forms(word: str) -> Iterable[str]:
    """An Arabic word without the prefixes that stand for `and`, `by`, `the`."""
    bare = word[1:] if word[:1] in "وبلفك" and len(word) > 2 else word
    yield bare
    yield bare.removeprefix("ال")


_CJK_DIGITS = {
    c: n
    for n, group in enumerate(("〇零", "一壹", "二两兩贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for c in group
}
_CJK_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "백": 100, "천": 1000}
_CJK_LARGE = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
CJK_SIGNS = "".join((*_CJK_DIGITS, *_CJK_SMALL, *_CJK_LARGE))
"""Signs of numbers in Chinese, Japanese and Korean."""
_CJK_PIECE = re.compile(rf"(?P<n>\d[\d,.]*)|[点點.](?P<tail>[{''.join(_CJK_DIGITS)}\d]+)|(?P<sign>.)")


def cjk_number(run: str) -> Fraction:
    """A number of such signs, digits among them: `2.5万`, `二十五`, `1亿2000万`, `二〇二六`, `八点五`."""
    total = section = Fraction(0)
    number: Fraction | None = None
    was_large = was_digit = False
    for piece in _CJK_PIECE.finditer(run):
        sign = piece["sign"] or ""
        if piece["n"]:
            number = Fraction(piece["n"].replace(",", "").rstrip("."))
        elif piece["tail"]:
            digits = "".join(str(_CJK_DIGITS.get(c, c)) for c in piece["tail"])
            number = (number or 0) + Fraction(int(digits), 10 ** len(digits))
        elif sign in _CJK_DIGITS:
            value = _CJK_DIGITS[sign]
            number = number * 10 + value if number is not None and was_digit else Fraction(value)
        elif sign in _CJK_SMALL:
            section += (1 if number is None else number) * _CJK_SMALL[sign]
            number = None
        elif sign in _CJK_LARGE:
            if was_large:
                total *= _CJK_LARGE[sign]
            else:
                total += (section + (number or 0) or 1) * _CJK_LARGE[sign]
            section, number = Fraction(0), None
        was_large, was_digit = sign in _CJK_LARGE, sign in _CJK_DIGITS
    return total + section + (number or 0)
