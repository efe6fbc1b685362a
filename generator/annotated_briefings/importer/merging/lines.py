"""Three-way merges of lines: what one side changed, into what the other changed.

The method is that of diff3 (Khanna, Kunal and Pierce 2007: A Formal Investigation of Diff3): lines of the base that
both sides keep divide the texts into parts, and in each part one side may have changed something, or both the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from annotated_briefings.base.values import Value

Lines = tuple[str, ...]


class Conflict(Value):
    """A part that both sides changed in different ways."""

    base: Lines
    """Its lines before."""
    edited: Lines
    """Its lines as one side, an editor, left them."""
    incoming: Lines
    """Its lines as the other side, an import or the file, has them."""


def joined(parts: Iterable[Lines | Conflict]) -> str | None:
    """The merged text; None where both sides changed the same part in different ways."""
    merged: list[str] = []
    for part in parts:
        if isinstance(part, Conflict):
            return None
        merged += part
    return "".join(merged)


def merge_lines(base: Lines, edited: Lines, incoming: Lines) -> Iterator[Lines | Conflict]:
    """The parts of the merged text in order: lines, or a conflict."""
    before = (0, 0, 0)
    for length, *at in _kept_by_both(base, edited, incoming):
        old, ours, theirs = (
            text[start:end] for text, start, end in zip((base, edited, incoming), before, at, strict=True)
        )
        if ours == theirs or theirs == old:
            yield ours
        elif ours == old:
            yield theirs
        else:
            yield Conflict(old, ours, theirs)
        yield base[at[0] : at[0] + length]
        before = (at[0] + length, at[1] + length, at[2] + length)


def _kept_by_both(base: Lines, edited: Lines, incoming: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Runs of lines that both sides keep: their length, and where they start in the base and on either side. The last
    is the empty run at the end."""
    left, right = _kept(base, edited), _kept(base, incoming)
    i = j = 0
    while i < len(left) and j < len(right):
        (base_left, ours, n), (base_right, theirs, m) = left[i], right[j]
        start, end = max(base_left, base_right), min(base_left + n, base_right + m)
        if start < end:
            yield end - start, start, ours + start - base_left, theirs + start - base_right
        if base_left + n < base_right + m:
            i += 1
        else:
            j += 1
    yield 0, len(base), len(edited), len(incoming)


def _kept(base: Lines, other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs of lines of the base that a side keeps: where they start in both, and how many they are."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
