"""Footnotes that no reader would see: defined twice, or never referred to."""

from collections.abc import Callable, Iterator

from markdown_it.rules_block import StateBlock
from markdown_it.utils import EnvType

from annotated_briefings.base.values import Value

_DEFINED = "defined_footnotes"


class LostFootnote(Value):
    """A footnote that is not shown."""

    label: str
    """What is written between ``[^`` and ``]``."""
    line: int
    """Line of the text where it is defined, from 0."""
    again: int
    """Line where another footnote with its label is defined, which is shown instead of it; -1 where nothing refers to
    it."""


def recorded_definition(rule: Callable[[StateBlock, int, int, bool], bool]) -> Callable[..., bool]:
    """The rule for definitions of footnotes, which remembers where they are."""

    def footnote_def(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        if not rule(state, line, end, silent):
            return False
        if not silent:
            start = state.bMarks[line] + state.tShift[line] + 2
            label = state.src[start : state.src.index("]", start)]
            state.env.setdefault(_DEFINED, []).append((label, line))
        return True

    return footnote_def


def lost_footnotes(env: EnvType) -> Iterator[LostFootnote]:
    """The footnotes of a text, read with this environment, that are not shown."""
    defined: list[tuple[str, int]] = env.get(_DEFINED, [])
    # One inside another is remembered after it.
    last = dict(defined)
    shown = {entry.get("label") for entry in env.get("footnotes", {}).get("list", {}).values()}
    for label, line in sorted(defined, key=lambda one: one[1]):
        if line != last[label]:
            yield LostFootnote(label, line, last[label])
        elif label not in shown:
            yield LostFootnote(label, line, -1)
