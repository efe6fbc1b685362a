"""Cells of tables that no reader would see: those behind the last column of the head."""

from collections.abc import Iterator, Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_LEAD = regex(r"[\s>]*")
"""What is before a row in a quotation or a list."""
_BAR = regex(r"(?<!\\)\|")


class LostCells(Value):
    """The cells of a row that are not shown."""

    line: int
    """Line of the text, from 0."""
    words: str
    """What is written in them."""
    columns: int
    """How many columns the head of the table has."""


def lost_cells(tokens: Sequence[Token], text: str) -> Iterator[LostCells]:
    """The cells of a text's tables that are not shown, row by row (GitHub Flavored Markdown drops them)."""
    lines: list[str] = []
    columns = 0
    in_head = False
    for token in tokens:
        if token.type == "thead_open":
            columns, in_head = 0, True
        elif token.type == "thead_close":
            in_head = False
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and not in_head and token.map:
            lines = lines or text.split("\n")
            cells = escapedSplit(_LEAD.sub("", lines[token.map[0]], count=1).strip())
            words = " | ".join(cells[columns + (cells[0] == "") :]).rstrip("| ").strip()
            if words:
                yield LostCells(token.map[0], words, columns)


def without_lost_cells(line: str, columns: int) -> str:
    """A row of a table as it is written, up to its last cell that is shown."""
    lead = _LEAD.match(line)
    begun = lead.end() if lead else 0
    left = columns + (line[begun : begun + 1] == "|")
    for bar in _BAR.finditer(line, begun):
        left -= 1
        if not left:
            return line[: bar.end()]
    return line
