"""Columns of running text, as text recognition leaves those of printed pages: beside each other, parted by blanks."""

from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.plain.lines import TextBlock, clean_line, is_ended
from annotated_briefings.intake.formats.plain.wrapping import joined, whole_words
from annotated_briefings.intake.model import Paragraph

_GAP = regex(r"\t+| {3,}")
_FEWEST, _LEAST, _GOES_ON = 3, 12, 0.6
"""Rows of text in columns; letters of a line of one, on average; share of its lines that go on in the next one."""
_TRIED = 60
"""Rows after which columns are given up that are not those of a text by then: a long text is not read to its end again
for each of its lines."""

_Placed = tuple[int, str]
"""Where a piece of a line begins, and its words."""


def find_columns(raw: Sequence[str], at: int) -> TextBlock | None:
    """The text in two or three columns that begins at a line, column by column; None where rows are those of a table.

    What is left of a column below the end of another one begins where that column begins.
    """
    rows: list[list[_Placed]] = []
    for line in raw[at:]:
        pieces = _pieces(line)
        if not pieces or (rows and not _fits(pieces, rows[0])):
            break
        rows.append(pieces)
        if not 2 <= len(rows[0]) <= 3 or (len(rows) == _TRIED and not all(map(_is_running, _columns(rows)))):
            return None
    columns = _columns(rows)
    if len(rows) < _FEWEST or not all(map(_is_running, columns)):
        return None
    words = whole_words([line for column in columns for line in column])
    end = at + len(rows)
    return TextBlock(end, tuple(Paragraph(joined(column, words), at + 1, end) for column in columns))


def _columns(rows: Sequence[Sequence[_Placed]]) -> list[list[str]]:
    """The lines of each column: a piece belongs to the column whose beginning is nearest."""
    starts = [start for start, _ in rows[0]] if rows else []
    columns: list[list[str]] = [[] for _ in starts]
    for row in rows:
        for start, piece in row:
            nearest = min((abs(own - start), n) for n, own in enumerate(starts))[1]
            columns[nearest].append(piece)
    return columns


def _pieces(line: str) -> list[_Placed]:
    out: list[_Placed] = []
    start = len(line) - len(line.lstrip())
    for gap in [*_GAP.finditer(line.rstrip(), start), None]:
        end = gap.start() if gap else len(line.rstrip())
        if words := clean_line(line[start:end]):
            out.append((start, words))
        start = gap.end() if gap else end
    return out


def _fits(pieces: Sequence[_Placed], first: Sequence[_Placed]) -> bool:
    """Whether each piece of a line begins where a column does."""
    return len(pieces) <= len(first) and all(any(abs(start - own) <= 1 for own, _ in first) for start, _ in pieces)


def _is_running(column: Sequence[str]) -> bool:
    """Whether the lines of a column are those of a text: most go on in the next one."""
    if len(column) < _FEWEST or sum(map(len, column)) < _LEAST * len(column):
        return False
    on = sum(not is_ended(a) and (b[:1].islower() or a[-1] in "-,") for a, b in pairwise(column))
    return on >= _GOES_ON * (len(column) - 1) and any(a[-1] == "-" and b[:1].islower() for a, b in pairwise(column))
