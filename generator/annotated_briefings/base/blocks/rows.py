"""The rows of the tables of collected texts."""

from collections.abc import Sequence

from annotated_briefings.base.regex import regex

_CELLS = regex(r"[\t|]")
_FAR = 3000
"""Characters above a row in which the beginning of its table is looked for."""


def is_row(line: str) -> bool:
    """Whether a line has several cells."""
    return bool(_CELLS.search(line))


def cells_of(line: str) -> list[str]:
    """The cells of a row."""
    return _CELLS.split(line.removeprefix("\t"))


def head_of_table(text: str, low: int) -> Sequence[str]:
    """The cells of the first row of the table in which a line begins."""
    head: Sequence[str] = ()
    for one in reversed(text[max(0, low - _FAR) : low].split("\n")[:-1]):
        if not is_row(one):
            break
        head = cells_of(one)
    return head
