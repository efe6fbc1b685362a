"""Words in capitals, as in headlines and at the beginning of a text, and the same words in small letters."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.base.regex import regex

_WORD = regex(r"[^\W\d_]+")
_RUN, _LONG = 2, 4
"""Words in capitals that are more than names of letters (`NATO`), and the letters of the longest of them."""
_OTHERS_IN_SMALL = frozenset("us m b mw mwh mv ma mj mhz mpa mb gb tb kb".split())
"""What is another word in small letters: a country, and units."""


def in_other_case(text: str, quote: str, dashed: str) -> Iterator[tuple[int, int]]:
    """Where a plain text has a quote in capitals, or in small letters where the quote is in capitals.

    ``dashed`` is the text with its dashes. Words that begin with a capital only may be names, and are others.
    """
    wanted = _raised(quote)
    if not wanted or wanted not in _raised(text):
        return
    raised, places = _with_places(text)
    at = raised.find(wanted)
    while at >= 0:
        start, end = places[at], places[at + len(wanted)]
        if not is_cut(dashed, start, end) and _is_same(text, start, end, quote):
            yield start, end
        at = raised.find(wanted, at + 1)


def _raised(text: str) -> str:
    return text.upper().replace("İ", "I")


def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text in capitals, and where each of its characters comes from, with one more place for the end."""
    whole = _raised(text)
    if len(whole) == len(text):
        return whole, range(len(text) + 1)
    places = [at for at, one in enumerate(text) for _ in _raised(one)]
    return whole, (*places, len(text))


def _runs(text: str) -> Iterator[range]:
    """Stretches of a text whose words are all in capitals."""
    held: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word[0].isupper():
            held.append(word)
            continue
        yield from _long_enough(held)
        held = []
    yield from _long_enough(held)


def _long_enough(words: Sequence[re.Match[str]]) -> Iterator[range]:
    if len(words) >= _RUN and max(len(word[0]) for word in words) >= _LONG:
        yield range(words[0].start(), words[-1].end())


def _is_same(text: str, start: int, end: int, quote: str) -> bool:
    """Whether a passage and a quote of the same letters differ only where one of them is in capitals."""
    there, here = list(_WORD.finditer(text, start, end)), list(_WORD.finditer(quote))
    if len(there) != len(here):
        return False
    of_text, of_quote = list(_runs(text[: end + 80])), list(_runs(quote))
    for own, other in zip(there, here, strict=True):
        if own[0] == other[0]:
            continue
        raised = any(own.start() in run for run in of_text) or any(other.start() in run for run in of_quote)
        if not raised or own[0].lower() in _OTHERS_IN_SMALL:
            return False
    return True
