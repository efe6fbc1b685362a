"""The numbers of a text, each with everything that it may be: its value, its unit and its sign."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from annotated_briefings.base.meaning.measures import measure_words
from annotated_briefings.base.meaning.units import BASIS, PERCENT, PERMILLE, POINTS, FoundUnit, is_no_money, units_of
from annotated_briefings.base.numbers.number_reader import Amount as Amount
from annotated_briefings.base.numbers.number_reader import read_numbers
from annotated_briefings.base.numbers.number_words import cjk_number
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace

_RANGE_WORDS = r"[-\u2013~]|to|bis|à|a|hasta|até|tot|الى|到|至"
_RANGE = regex(rf"[ \u00a0]?(?:{_RANGE_WORDS})[ \u00a0]?")
_JOINT = regex(
    rf"[ \u00a0]?(?:{_RANGE_WORDS}|[,;/、]|and|or|und|oder|et|ou|y|o|e|en|of|او|و|和|或)?[ \u00a0]?"
    r"[a-z]{0,3}[$€£¥₹₽₩]?[ \u00a0]?"
)
"""What is between two numbers of which the second tells the unit and the scale of the first."""
_RATIO = regex(
    r"[ \u00a0-](?:(?:times|mal|fois|veces|volte|keer|vezes) )?(?:out of(?: every)?|in(?: every)?|of(?: every| the)?"
    r"|von|auf|unter|sur|de cada|em cada|su|op de|op"
    r"|من(?: كل)?|من اصل)[ \u00a0-]"
)
_BEFORE_UNIT = regex(r"[ \u00a0-]{0,2}(?:(?:of|de|d'|an|in|de los|de las) ?)?(?:(?:the|its|der|les) )?")
_NEAR = 16
"""Most characters between a number and its unit."""
_AFTER_UNIT = regex(r"[ \u00a0]?[-+±\u2013]?")
_CJK_DIGITS = "0-9.〇零一二两兩三四五六七八九十半"
_TENTHS = regex(
    rf"([{_CJK_DIGITS}]+) ?(?:割(?![据拠])|成(?![员員立功年本绩績果为為人都分交长長就熟员品]))"
    rf"(?:([{_CJK_DIGITS}]+)分|([半{_CJK_DIGITS}])(?![{_CJK_DIGITS}]))?(?:([{_CJK_DIGITS}]+)厘)?"
)
"""Tenths, hundredths and thousandths as Chinese and Japanese count them: `3割5分` and `三成五` are 35%."""
_HALF = regex("(?<![过過])半[数數]")
_SHARE_BEFORE = regex(r"(?:(百分之|\byüzde )|千分之)\Z")


class Amounts(Value):
    """The numbers of a text, and the units that may be those of any of them."""

    numbers: tuple[Amount, ...]
    """In the order of the text."""
    loose: frozenset[str]
    """Units that are beside no number."""


@lru_cache(maxsize=256)
def read_amounts(text: str, languages: tuple[str, ...], marks: str) -> Amounts:
    """The numbers of a text; ``languages`` are those of its words, ``marks`` can be before decimals."""
    plain = plain_number_text(text)
    shown = text if len(text) == len(plain) else plain
    units = tuple(unit for unit in units_of(plain) if not is_no_money(shown, unit))
    long = [(unit.start, unit.end) for unit in units if unit.end - unit.start > 1]
    long += measure_words(plain, languages[0]) if any(languages[:1]) else ()
    numbers = _with_tenths(plain, _with_ratios(plain, read_numbers(plain, languages, marks, long)))
    return _with_units(plain, numbers, units)


def _with_tenths(plain: str, numbers: Sequence[Amount]) -> list[Amount]:
    """The numbers, of which those that are counted in tenths are parts: `3割` is 30%."""
    parts = {
        found.span(): sum(
            (
                _cjk_value(digits) / 10**place
                for digits, place in zip(found.groups(), (1, 2, 2, 3), strict=True)
                if digits
            ),
            Fraction(),
        )
        for found in _TENTHS.finditer(plain)
    } | {found.span(): Fraction(1, 2) for found in _HALF.finditer(plain)}
    if not parts:
        return list(numbers)
    facts = (0, True, True, False, Fraction(1))
    found = [Amount(frozenset({value}), frozenset(), *facts, *span) for span, value in parts.items()]
    kept = [one for one in numbers if not any(low <= one.start < high for low, high in parts)]
    return sorted((*kept, *found), key=lambda one: one.start)


def _cjk_value(digits: str) -> Fraction:
    if digits == "半":
        return Fraction(5)
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return Fraction(digits)
    return cjk_number(digits)


def _with_ratios(plain: str, numbers: Sequence[Amount]) -> list[Amount]:
    """The numbers, and the parts that pairs of them make: `two in five`."""
    out = list(numbers)
    for one, other in pairwise(numbers):
        if _RATIO.fullmatch(plain, one.end, other.start) and 0 < max(one.values) <= max(other.values) and not one.part:
            values = frozenset(a / b for a in one.values for b in other.values if b)
            facts = (0, True, True, False, Fraction(1))
            out.append(Amount(values, frozenset(), *facts, one.start, other.end))
    return out


def _with_units(plain: str, numbers: Sequence[Amount], units: Sequence[FoundUnit]) -> Amounts:
    """The numbers with the units beside them; of numbers in a row, such as the ends of a range, one tells for all."""
    used: set[int] = set()
    out: list[Amount] = []
    for number in numbers:
        share = _SHARE_BEFORE.search(plain[max(0, number.start - _NEAR) : number.start])
        found = frozenset({PERCENT if share[1] else PERMILLE}) if share else frozenset[str]()
        for at, unit in enumerate(units):
            if _is_beside(plain, number, unit, bool(found)):
                # `$40 Canadian dollars`
                found = found & unit.units or unit.units
                used.add(at)
        out.append(_scaled(plain, replace(number, units=found)))
    loose = frozenset[str]().union(*(unit.units for at, unit in enumerate(units) if at not in used))
    for at in (*range(len(numbers) - 2, -1, -1), *range(len(numbers) - 1)):
        _is_neighbour(plain, out, at)
    return Amounts(tuple(out), loose)


def _scaled(plain: str, number: Amount) -> Amount:
    """A number without what it would be if the letter written to it were no scale: `£40m` is never 40, nor is `40k`."""
    letter = plain[number.end - 1 : number.end]
    if number.scale == 1 or not plain[number.end - 2 : number.end - 1].isdigit():
        return number
    is_scale = letter == "k" or (letter == "m" and bool(number.units) and not number.units & {PERCENT, PERMILLE})
    least = min(number.values)
    scaled = frozenset(value for value in number.values if value >= least * number.scale)
    return replace(number, values=scaled) if is_scale and scaled else number


def _is_beside(plain: str, number: Amount, unit: FoundUnit, known: bool) -> bool:
    """Whether a unit is behind a number, or before one of which nothing else tells the unit."""
    if unit.start > number.end + _NEAR or number.start > unit.end + _NEAR:
        return False
    if unit.start >= number.end:
        return bool(_BEFORE_UNIT.fullmatch(plain, number.end, unit.start))
    if unit.end > number.start or not _AFTER_UNIT.fullmatch(plain, unit.end, number.start):
        return False
    if unit.units & {PERCENT, PERMILLE}:
        # `%8`, as in Turkish; in `5% 12` it belongs to the 5.
        return unit.end == number.start and not plain[: unit.start].rstrip()[-1:].isdigit()
    return not known


def _is_neighbour(plain: str, out: list[Amount], at: int) -> None:
    """Give the unit and the scale of one of two numbers in a row to the other that has none."""
    one, other = out[at], out[at + 1]
    if one.end > other.start or one.part or other.part or one.year or not _JOINT.fullmatch(plain, one.end, other.start):
        return
    if other.scale > 1 and one.scale == 1:
        out[at] = one = replace(one, values=one.values | {value * other.scale for value in one.values})
    if other.units and not one.units:
        out[at] = replace(one, units=other.units)
    elif one.units and not other.units and _RANGE.fullmatch(plain, one.end, other.start):
        out[at + 1] = replace(other, units=one.units)


def is_same_number(one: Amount, other: Amount) -> bool:
    """Whether a number of a figure is one of a quote, also as a part of a hundred."""
    if in_points(one) & in_points(other):
        return True
    if one.values & other.values or is_share_of(one, other):
        return True
    if one.part and PERCENT in other.units:
        return any(_is_rounded(share, part * 100) for share in other.values for part in one.values if part <= 1)
    return other.part and any(_is_rounded(value, part) for value in one.values for part in other.values)


def is_share_of(one: Amount, other: Amount) -> bool:
    """Whether a number of a figure in per cent is one of a quote that says it otherwise: `a third`, `doubled`."""
    if PERCENT not in one.units or other.units:
        return False
    if other.part:
        return any(_is_rounded(value, part * 100) for value in one.values for part in other.values if part <= 1)
    # `doubled` is 200%, or 100% more.
    return any(share in one.values for value in other.values for share in (value * 100, (value - 1) * 100))


def in_points(number: Amount) -> frozenset[Fraction]:
    """A difference of shares in percentage points; a hundred basis points are one."""
    if BASIS in number.units:
        return frozenset(value / 100 for value in number.values)
    return number.values if POINTS in number.units else frozenset()


def _is_rounded(value: Fraction, exact: Fraction) -> bool:
    """Whether a decimal number is another one, rounded where that has no end."""
    if value == exact:
        return True
    if 10**9 % exact.denominator == 0:
        return False
    decimals = next((n for n in range(6) if 10**n % value.denominator == 0), None)
    return decimals is not None and round(exact, decimals) == value
