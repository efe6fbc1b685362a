"""Tables of HTML: those that hold data, and those that only place the parts of a page."""

import re
from collections.abc import Iterator, Sequence

from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.html.inline import markdown, pieces, plain
from annotated_briefings.intake.formats.unseen.lines import BLOCKS

_INNER = [name for name in BLOCKS if name not in ("p", "div", "center")]
"""Elements that no cell of a table of data holds."""
_LONGEST = 300
"""Letters of a cell; what is longer is text that somebody placed."""
_FIELDS, _SENTENCE = 5, 60
"""Rows of a table that holds the fields of one article, and letters of the longest."""
_CODE = regex(r"[A-Z]{2,3}:?")
_WIDEST = 200
"""Columns of a table; more, or a cell that claims to be wider, are no table for readers."""


def own_rows(table: Tag) -> list[Tag]:
    """The rows of a table, without those of tables in it."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def is_data(table: Tag) -> bool:
    """Whether a table holds data and is not there to place blocks beside and below each other."""
    if str(table.get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = [cells for row in own_rows(table) if (cells := _cells(row))]
    if any(cell.find(_INNER) for cells in rows for cell in cells):
        return False
    filled = [[plain([cell]) for cell in cells] for cells in rows]
    filled = [row for row in filled if any(row)]
    headed = table.find("th") is not None and any(cell.name == "th" for cells in rows for cell in cells)
    if not headed and any(len(text) > _LONGEST for row in filled for text in row):
        return False
    if _is_form(filled):
        return False
    used = {n for row in filled for n, text in enumerate(row) if text}
    several = sum(1 for row in filled if sum(map(bool, row)) > 1)
    if len(filled) == 1:
        return len(used) > 1 and (headed or _is_row_of_data(table, filled[0]))
    return len(used) > 1 and several * 2 >= len(filled)


def _is_row_of_data(table: Tag, row: Sequence[str]) -> bool:
    """Whether a table of one row holds data: short words without links, right below a heading or beside other tables
    of data."""
    if table.find(["a", "img", "table"]) or table.find_parent("table") or max(map(len, row)) > _SENTENCE:
        return False
    above = table.find_previous_sibling()
    headed = above is not None and bool(re.fullmatch(r"h[1-6]|caption", above.name))
    others = (one for one in (*table.previous_siblings, *table.next_siblings) if isinstance(one, Tag))
    return headed or any(one.name == "table" and len(own_rows(one)) > 1 and is_data(one) for one in others)


def _is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are the fields of one article, as press databases lay them out: a code each, and what it holds."""
    codes = [row[0] for row in rows if row[0]]
    coded = len(codes) >= _FIELDS and len({*codes}) == len(codes) and all(map(_CODE.fullmatch, codes))
    return coded and all(len(row) == 2 for row in rows) and max(len(row[1]) for row in rows) >= _SENTENCE


def parts(table: Tag) -> Iterator[Tag]:
    """The caption and the cells of a table that only places them, in reading order."""
    yield from table.find_all("caption", recursive=False)
    for row in own_rows(table):
        yield from _cells(row)


def grid(table: Tag) -> list[list[Tag | None]]:
    """The cells of a table by row and column; a cell of several rows or columns is in the first of them alone."""
    out: list[list[Tag | None]] = []
    below: dict[int, int] = {}
    for row in own_rows(table):
        line: list[Tag | None] = []

        def skip(line: list[Tag | None]) -> None:
            while below.get(len(line), 0) > 0:
                below[len(line)] -= 1
                line.append(None)

        for cell in _cells(row):
            skip(line)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for n in range(wide):
                if high > 1:
                    below[len(line)] = high - 1
                line.append(None if n else cell)
        skip(line)
        out.append(line)
    return out


def _span(cell: Tag, name: str) -> int:
    found = re.match(r"\s*(\d{1,4})", str(cell.get(name) or "1"))
    return max(1, min(_WIDEST, int(found[1]))) if found else 1


def table_text(table: Tag) -> tuple[str, str]:
    """The words of a table of data, and its Markdown; its first row is its head."""
    rows = grid(table)
    words = [[_flat(plain(pieces(cell))) if cell else "" for cell in row] for row in rows]
    marked = [[_cell(cell) if cell else "" for cell in row] for row in rows]
    kept = [n for n, row in enumerate(words) if any(row) or any(marked[n])]
    width = max((len(words[n]) for n in kept), default=0)
    text = " ".join(cell for n in kept for cell in words[n] if cell)
    return text, "\n".join(_table([marked[n] for n in kept], width))


def _table(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield "| " + " | ".join([*row, *[""] * (width - len(row))]) + " |"
        if not number:
            yield "|" + " --- |" * width


def _cell(cell: Tag) -> str:
    return _flat(markdown(pieces(cell))).replace("|", "\\|")


def _flat(text: str) -> str:
    return " ".join(text.split())
