"""How collected texts keep their blocks: one paragraph a line, and in lists and tables each item and row on a line that
begins with a tab, but for the first one, with a tab between two cells. Only white space differs, so that digests of the
text stay as they are."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from annotated_briefings.base.regex import regex

_ITEM = regex(r"\s*(?:[-*+]|\d{1,9}[.)]|:)\s+(.*)")
_ROW = regex(r"\s*\|(.*)")
_LISTED = regex(r"(?:[^\n]*\n)?\s*(?:[-*+|:]|\d{1,9}[.)])")
"""The beginning of a list or a table, the first line of a list of terms among it."""
_CELL = regex(r"(?<!\\)\|")
_LINK = regex(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = regex(r"<[^<>]*>")


def laid_out(text: str, markdown: str) -> str:
    """The words of a paragraph whose white space is collapsed, with tabs and line ends between items, rows and cells;
    as they are where its Markdown is no list and no table, or has other words."""
    ends: list[tuple[int, str]] = []
    rows = list(_rows(markdown))
    at = 0
    for row in rows:
        for number, cell in enumerate(row):
            for char in cell:
                while at < len(text) and not text[at].isalnum():
                    at += 1
                if at == len(text) or text[at].lower() != char:
                    return text
                at += 1
            ends.append((at, "\t" if number + 1 < len(row) else "\n\t"))
    out, done = [], 0
    for end, border in ends[:-1]:
        gap = text.find(" ", end)
        if gap >= done:
            out += [text[done:gap], border]
            done = gap + 1
    return "".join((*out, text[done:]))


def with_rows(collected: str, markdown: str) -> str:
    """A collected text that was kept without its rows and items, with those of the Markdown made of it; one that
    has some stays as it is."""
    if "\t" in collected:
        return collected
    blocks = [one for one in re.split(r"\n[ \t]*\n", markdown) if _LISTED.match(one)]
    lines = collected.split("\n") if blocks else ()
    return "\n".join(_first_laid_out(line, blocks) for line in lines) if lines else collected


def _first_laid_out(line: str, blocks: Sequence[str]) -> str:
    return next((found for one in blocks if (found := laid_out(line, one)) != line), line)


def flat(collected: str) -> str:
    """A collected text with one paragraph a line, lists and tables too."""
    return re.sub(r"\n?\t", " ", collected)


def _rows(markdown: str) -> Iterator[tuple[str, ...]]:
    """The letters and digits of the items of a list, or of the cells of the rows of a table, in small letters."""
    row: tuple[str, ...] = ()
    for line in markdown.split("\n") if "\n" in markdown else ():
        if found := _ROW.fullmatch(line):
            cells = tuple(filter(None, map(_letters, _CELL.split(found[1]))))
        elif found := _ITEM.fullmatch(line):
            cells = (_letters(found[1]),)
        elif ":   " in markdown or not row:
            cells = (_letters(line),)
        else:
            row = (*row[:-1], row[-1] + _letters(line))
            continue
        if row:
            yield row
        row = tuple(filter(None, cells))
    if row:
        yield row


def _letters(marked: str) -> str:
    shown = unescape(_TAG.sub("", _LINK.sub(r"\1", marked)))
    return "".join(filter(str.isalnum, shown.lower()))
