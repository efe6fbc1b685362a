"""Numbers written in words: what each word does, in the languages of ``WORD_LANGUAGES``."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from annotated_briefings.base.numbers.compound_numbers import COMPOUNDS, Compounds
from annotated_briefings.base.numbers.number_tables import (
    ABBREVIATIONS,
    HUNDREDS,
    LETTERS,
    MORE_TIMES,
    ONE,
    ONES,
    PARTS,
    PARTS_OF_HOURS,
    SCALES,
    SPANS,
    TENS,
)
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.numbers.scale_words import scale_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

FIRST_LANGUAGES = ("en", "de", "fr", "es", "ar", "zh", "ja")
"""Languages whose words for numbers are read in any text."""
WORD_LANGUAGES = (*FIRST_LANGUAGES, "it", "nl", "pt")
"""Languages whose words for numbers are known; those of the last ones, such as `sei`, are other words elsewhere."""


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


def _whole(value: int | Fraction) -> frozenset[Fraction]:
    return frozenset({Fraction(value)})


def _room(language: str, value: int) -> int:
    if language == "ar" and value < 20:
        return 11 if value < 10 else 0
    if language == "fr" and value in (10, 60):
        return {10: 10, 60: 20}[value]
    return 10 if value >= 20 and not value % 10 else 0


@lru_cache(maxsize=len(WORD_LANGUAGES))
def _words(language: str) -> dict[str, NumberWord]:
    out: dict[str, NumberWord] = {}
    for word, value in (ONES[language] | TENS[language]).items():
        out[word] = NumberWord(WordKind.ADDS, _whole(value), _room(language, value))
    for word, value in HUNDREDS.get(language, {}).items():
        out[word] = NumberWord(WordKind.ADDS, _whole(value), 100)
    for word in ONE[language].split():
        out[word] = NumberWord(WordKind.WEAK, _whole(1))
    for word, value in PARTS[language].items():
        # An ordinal number is written like the part of that number.
        both = _whole(Fraction(1, value)) | (_whole(value) if value > 2 else frozenset())
        known = out.get(word)
        out[word] = (
            NumberWord(known.kind, known.values | both, known.room) if known else NumberWord(WordKind.PART, both)
        )
    for group in SCALES[language].split():
        names, _, power = group.partition(":")
        for word in names.split("|"):
            out[word] = NumberWord(WordKind.TIMES, _whole(10 ** int(power)), 10 ** int(power))
    for word, value in MORE_TIMES[language].items():
        out[word] = NumberWord(WordKind.TIMES, _whole(value))
    return {plain_number_text(word): known for word, known in out.items()}


_SHORT = {
    word: NumberWord(WordKind.TIMES, _whole(10 ** int(group.partition(":")[2])))
    for group in ABBREVIATIONS.split()
    for word in group.partition(":")[0].split("|")
} | {letter: NumberWord(WordKind.TIMES, _whole(1) | _whole(10**power)) for letter, power in LETTERS.items()}
_TIME = {plain_number_text(word): NumberWord(WordKind.TIMES, _whole(1) | _whole(n)) for word, n in SPANS.items()} | {
    word: NumberWord(WordKind.TIMES, _whole(Fraction(minutes, 60)) | _whole(minutes))
    for word, minutes in PARTS_OF_HOURS.items()
}


def _compound(word: str, compounds: Compounds) -> NumberWord | None:
    """A number in one word, also as an ordinal number, `fünfte`, or with `mal` or `maal`."""
    for ending, is_ordinal in ((None, False), (compounds.times, False), (compounds.ordinal, True)):
        value = compounds.number(ending.sub("", word) if ending else word)
        if value and is_ordinal:
            # `jeder fünfte` is a fifth.
            return NumberWord(WordKind.PART, _whole(value) | _whole(1 / value))
        if value is not None:
            # `tweeduizend vijfhonderd`
            room = next((times for times in (1000, 100) if value >= times and value % times == 0), 0)
            return NumberWord(WordKind.ADDS, _whole(value), room)
    return None


@lru_cache(maxsize=16384)
def number_word(word: str, languages: tuple[str, ...]) -> NumberWord | None:
    """What a word, given as in ``plain_number_text``, does in a number; None for one that is in no number.

    The first of the languages that knows it decides.
    """
    for language in languages:
        if language not in ONES:
            if power := scale_of(word, language):
                # Czech `mil.` is a million, and `mil` are miles.
                return NumberWord(WordKind.TIMES, _whole(10**power) | (_whole(1) if word == "mil" else frozenset()))
            continue
        words = _words(language)
        found = words.get(word)
        if found is None and language == "ar":
            found = next((words[form] for form in _arabic_forms(word) if form in words), None)
        if found is None and language == "en" and word.endswith("fold"):
            found = words.get(word.removesuffix("fold"))
        if found is None and language in COMPOUNDS:
            found = _compound(word, COMPOUNDS[language])
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
_CJK_PIECE = regex(rf"(?P<n>\d[\d,.]*)|[点點.](?P<tail>[{''.join(_CJK_DIGITS)}\d]+)|(?P<sign>.)")


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
