"""Of what time a number is: `60 tonnes a day` says nothing of 60 tonnes a year."""

from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.meaning.amounts import Amount
from annotated_briefings.base.meaning.measures import PER, TIMES, measures_of
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex

_PART = regex(r"[^.,;:!?()\n。、，；]{0,60}")
"""What is behind a number in its part of a sentence."""
_WORD = regex(r"[^\W\d_]+|/")
_SMALL = PER | frozenset(("/", "im", "in", "en", "el", "la", "den", "dem", "le", "der", "het", "de"))


def other_time(quote: str, numbers: Sequence[Amount], unit: str, languages: tuple[str, str]) -> bool:
    """Whether a unit names a time, such as `tonnes a year`, and the quote another one behind each of some numbers.

    ``languages`` are the codes of the quote's language and of the unit's.
    """
    asked = _time_of(unit, languages[1])
    if not asked or not numbers:
        return False
    plain = plain_number_text(quote)
    parts = (_PART.match(plain, one.end) for one in numbers)
    stated_times = [_time_of(part[0], languages[0]) for part in parts if part]
    return all(one and not one & asked for one in stated_times)


def _time_of(text: str, language: str) -> frozenset[str]:
    """The time for which a rate is given behind one of the small words that say so; nothing where none is."""
    words = [found.casefold() for found in _WORD.findall(text)]
    for before, word in pairwise(words):
        if before in _SMALL and (found := measures_of([word], language) & TIMES):
            return found
    return frozenset()
