"""A text in which some passages are written otherwise, with the place that each of its characters had before."""

import re
from collections.abc import Callable, Iterable


def replaced(
    text: str, pattern: re.Pattern[str], other: Callable[[re.Match[str]], Iterable[tuple[int, str]]]
) -> tuple[str, tuple[int, ...]]:
    """The text with ``other`` in the place of each match, and where each character comes from, with one more place for
    the end.

    ``other`` gives the characters that are written for a match, each with its place in ``text``.
    """
    out: list[str] = []
    places: list[int] = []
    at = 0
    for found in pattern.finditer(text):
        out.append(text[at : found.start()])
        places += range(at, found.start())
        for place, char in other(found):
            out.append(char)
            places.append(place)
        at = found.end()
    out.append(text[at:])
    return "".join(out), (*places, *range(at, len(text) + 1))
