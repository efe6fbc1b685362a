"""Numbers that an edit has changed in the words of a brief: the same words around them, and another number.

A rewritten sentence gives nothing: it cannot be told which of its numbers takes the place of which.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from annotated_briefings.base.numbers.figure_text import read_number
from annotated_briefings.base.regex import regex

_NUMBER = regex(r"\d+(?:[.,’\u00a0\u202f\u2009]\d+)*")
_EDGES = "\"'.,;:!?()[]“”„«»‘’。，、；：！？"
_MOST = 3
"""Words in a row whose numbers may have changed together."""
_LONG = 24
"""Signs of a word that is shown whole: texts without spaces are one word to the next."""


def changed_numbers(before: str, after: str, language: str) -> list[tuple[str, str]]:
    """The numbers of a text that another one has in their place, each with a word beside it: what it was, and is."""
    old, new = before.split(), after.split()
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    first, last = old[start : len(old) - end], new[start : len(new) - end]
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, first, last, autojunk=False).get_opcodes():
        if kind == "replace" and b - a == d - c <= _MOST:
            for n in range(b - a):
                if _differ(first[a + n], last[c + n], language):
                    found += _shown(old, new, start + a + n, start + c + n)
                elif first[a + n] != last[c + n]:
                    break
    return list(dict.fromkeys(found))


def _differ(old: str, new: str, language: str) -> bool:
    """Whether two words are the same but for their numbers, and those have another value."""
    if old == new or _NUMBER.sub("#", old).strip(_EDGES) != _NUMBER.sub("#", new).strip(_EDGES):
        return False
    pairs = zip(_NUMBER.findall(old), _NUMBER.findall(new), strict=True)
    return any(a != b and (read_number(a, language) or a) != (read_number(b, language) or b) for a, b in pairs)


def _shown(old: Sequence[str], new: Sequence[str], at: int, there: int) -> Iterator[tuple[str, str]]:
    was, now = old[at], new[there]
    if len(was) > _LONG or len(now) > _LONG:
        numbers = zip(_NUMBER.finditer(was), _NUMBER.finditer(now), strict=True)
        yield from ((_around(was, a), _around(now, b)) for a, b in numbers if a[0] != b[0])
        return
    if any(sign.isalpha() for sign in was):
        yield was.strip(_EDGES), now.strip(_EDGES)
        return
    after = old[at + 1 : at + 2] == new[there + 1 : there + 2] and was.rstrip(_EDGES) == was
    if after and old[at + 1 : at + 2]:
        was, now = f"{was} {old[at + 1]}", f"{now} {new[there + 1]}"
    elif at and there and old[at - 1] == new[there - 1] and not old[at - 1].endswith((".", "!", "?")):
        was, now = f"{old[at - 1]} {was}", f"{new[there - 1]} {now}"
    yield was.strip(_EDGES), now.strip(_EDGES)


def _around(word: str, number: re.Match[str]) -> str:
    return word[max(0, number.start() - 4) : number.end() + 4].strip(_EDGES)
