"""Tables in plain text: rows of cells between bars, tabs, or columns of blanks."""

from collections.abc import Callable, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.plain.lines import RULE, TextBlock, clean_line
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.model import Paragraph

_RULE = regex(r"(?=.*[-=]{2})[\s|+:=-]+")
_GAP = regex(r"\t+| {2,}")
_FEWEST = 3
"""Fewest rows of a table without a line below its head."""
_WIDEST = 48
"""Most letters of a cell: what is longer is text in columns."""

_TRIED = 60
"""Rows after which a table is given up whose cells are in no columns by then."""

Row = list[tuple[int, int, str]]
"""Cells with the columns in which they begin and end."""


def find_table(raw: Sequence[str], at: int) -> TextBlock | None:
    """The table that begins at a line, if there is one."""
    return _find(raw, at, _between_bars) or _find(raw, at, _between_blanks)


def _find(raw: Sequence[str], at: int, read: Callable[[str], Row]) -> TextBlock | None:
    rows: list[Row] = []
    rules = 0
    end = at
    while end < len(raw) and raw[end].strip():
        if _RULE.fullmatch(raw[end]):
            rules += 1
            if rules > 1 and not rows:
                return None
        else:
            row = read(raw[end])
            if len(row) < 2 or (rows and len(row) != len(rows[0])):
                break
            rows.append(row)
            if len(rows) == _TRIED and not _is_aligned(rows, read is _between_bars, raw[at : end + 1]):
                return None
        end += 1
    while rows and end > at and _RULE.fullmatch(raw[end - 1]) and RULE.fullmatch(clean_line(raw[end - 1])):
        end, rules = end - 1, rules - 1  # what parts articles is below the table
    if len(rows) < (2 if rules else _FEWEST) or not _is_aligned(rows, read is _between_bars, raw[at:end]):
        return None
    cells = [[text for _, _, text in row] for row in rows]
    text = " ".join(cell for row in cells for cell in row if cell)
    return TextBlock(end, (Paragraph(text, at + 1, end, _markdown(cells)),))


def _between_bars(line: str) -> Row:
    bare = line.strip()
    if "|" not in bare.strip("|"):
        return []
    return [(0, 0, clean_line(cell)) for cell in bare.removeprefix("|").removesuffix("|").split("|")]


def _between_blanks(line: str) -> Row:
    if read_header(clean_line(line)):
        return []
    row: Row = []
    start = len(line) - len(line.lstrip())
    for gap in [*_GAP.finditer(line.rstrip(), start), None]:
        end = gap.start() if gap else len(line.rstrip())
        row.append((start, end, clean_line(line[start:end])))
        start = gap.end() if gap else end
    return row


def _is_aligned(rows: Sequence[Row], barred: bool, raw: Sequence[str]) -> bool:
    """Whether the cells are in columns."""
    if any(len(text) > _WIDEST for row in rows for _, _, text in row) and not barred:
        return False
    if barred or all("\t" in line for line in raw if not _RULE.fullmatch(line)):
        return sum(bool(text) for row in rows for _, _, text in row) * 2 > sum(map(len, rows))
    for column in zip(*rows, strict=True):
        starts, ends = [cell[0] for cell in column], [cell[1] for cell in column]
        if max(starts) - min(starts) > 1 and max(ends) - min(ends) > 1:
            return False
    return True


def _markdown(cells: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in cells]
    lines.insert(1, "|" + " --- |" * len(cells[0]))
    return "\n".join(lines)


def _cell(text: str) -> str:
    """A cell as Markdown; signs that begin a block anywhere else are text in it."""
    return escape_markdown(f".{text}")[1:].replace("|", "\\|")
