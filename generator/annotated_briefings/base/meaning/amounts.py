"""The numbers of a text, each with everything that it may be: its value, its unit and its sign."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from annotated_briefings.base.meaning.measures import measure_words
from annotated_briefings.base.meaning.units import PERCENT, PERMILLE, FoundUnit, units_of
from annotated_briefings.base.numbers.number_reader import Amount as Amount
from annotated_briefings.base.numbers.number_reader import read_numbers
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.values import Value, replace

_RANGE_WORDS = r"[-\u2013~]|to|bis|à|a|hasta|até|tot|الى|到|至"
_RANGE = re.compile(rf"[ \u00a0]?(?:{_RANGE_WORDS})[ \u00a0]?")
_JOINT = re.compile(
    rf"[ \u00a0]?(?:{_RANGE_WORDS}|[,;/、]|and|or|und|oder|et|ou|y|o|e|en|of|او|و|和|或)?[ \u00a0]?"
    r"[a-z]{0,3}[$€£¥₹₽₩]?[ \u00a0]?"
)
"""What is between two numbers of which the second tells the unit and the scale of the first."""
_RATIO = re.compile(
    r"[ \u00a0-](?:(?:times|mal|fois|veces|volte|keer|vezes) )?(?:out of(?: every)?|in(?: every)?|of(?: every| the)?"
    r"|von|auf|unter|sur|de cada|em cada|su|op de|op"
    r"|من(?: كل)?|من اصل)[ \u00a0-]"
)
_BEFORE_UNIT = re.compile(r"[ \u00a0-]{0,2}(?:(?:of|de|d'|an|in|de los|de las) ?)?(?:(?:the|its|der|les) )?")
_NEAR = 16
"""Most characters between a number and its unit."""
_AFTER_UNIT = re.compile(r"[ \u00a0]?[-+±\u2013]?")
_SHARE_BEFORE = re.compile(r"(?:(百分之|\byüzde )|千分之)\Z")


class Amounts(Value):
    """The numbers of a text, and the units that may be those of any of them."""

    numbers: tuple[Amount, ...]
    """In the order of the text."""
    loose: frozenset[str]
    """Units that stand beside no number."""


def read_amounts(text: str, languages: tuple[str, ...], marks: str) -> Amounts:
    """The numbers of a text; ``languages`` are those of its words, ``marks`` can be before decimals."""
    plain = plain_number_text(text)
    units = tuple(units_of(plain))
    long = [(unit.start, unit.end) for unit in units if unit.end - unit.start > 1]
    long += measure_words(plain, languages[0]) if any(languages[:1]) else ()
    return _with_units(plain, _with_ratios(plain, read_numbers(plain, languages, marks, long)), units)


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
        out.append(replace(number, units=found))
    loose = frozenset[str]().union(*(unit.units for at, unit in enumerate(units) if at not in used))
    for at in (*range(len(numbers) - 2, -1, -1), *range(len(numbers) - 1)):
        _tell_neighbour(plain, out, at)
    return Amounts(tuple(out), loose)


def _is_beside(plain: str, number: Amount, unit: FoundUnit, known: bool) -> bool:
    """Whether a unit stands behind a number, or before one of which nothing else tells the unit."""
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


def _tell_neighbour(plain: str, out: list[Amount], at: int) -> None:
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
