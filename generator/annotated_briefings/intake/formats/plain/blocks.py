"""Which lines of a text file are blocks, and which lines keep their ends."""

import re
from collections.abc import Collection, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.plain.columns import find_columns
from annotated_briefings.intake.formats.plain.lines import TextBlock, clean_line, indent_of, is_ended, line_break_block
from annotated_briefings.intake.formats.plain.lists import BULLETS, find_list
from annotated_briefings.intake.formats.plain.quotations import (
    QUOTED_FILE,
    find_code,
    find_indented,
    find_quotation,
)
from annotated_briefings.intake.formats.plain.tables import find_table
from annotated_briefings.intake.headers import read_header

_QUOTED = regex(r"\s{0,3}>")
_INDENT = regex(r"(?: {3}|\t)\s*(?=\S)")
_MAY_BEGIN = regex(rf"[\s>|│┃`~({BULLETS}\d*+–—-]|[a-z][)\t ]|.*?(?:\||\t|  )")
"""Lines at which a block may begin; nearly all others are looked at no further."""
_SHORT = 60
"""Longest line that keeps its end below words that lead up to it."""


def unquoted_file(raw: Sequence[str]) -> Sequence[str]:
    """The lines of a text that is quoted as a whole, without the marks of that; others as they are."""
    written = [line for line in raw if line.strip()]
    marked = sum(_QUOTED.match(line) is not None for line in written)
    if len(written) < 2 or marked < QUOTED_FILE * len(written):
        return raw
    return [re.sub(r"^(?:\s{0,3}>)+ ?", "", line) for line in raw]


def find_blocks(raw: Sequence[str]) -> dict[int, TextBlock]:
    """The lists, quotations, tables and pieces of code of a text, by the 0-based places of their first lines."""
    blocks: dict[int, TextBlock] = {}
    written = [line for line in raw if line.strip()]
    # A text that is indented as a whole quotes nothing by it.
    indents = 2 * sum(_INDENT.match(line) is not None for line in written) <= len(written)
    at, above = 0, ""
    while at < len(raw):
        line = raw[at]
        found = _block(raw, at, above, indents=indents) if _MAY_BEGIN.match(line) and line.strip() else None
        if found:
            blocks[at] = found
            above, at = "", found.end
        else:
            above, at = clean_line(line) or above, at + 1
    return blocks


def _block(raw: Sequence[str], at: int, above: str, *, indents: bool) -> TextBlock | None:
    found = find_code(raw, at) or find_list(raw, at, above) or find_columns(raw, at) or find_table(raw, at)
    found = found or find_quotation(raw, at)
    return found or (find_indented(raw, at, above) if indents and indent_of(raw[at]) else None)


def line_blocks(lines: Sequence[str], joined: Collection[int], taken: Collection[int]) -> dict[int, TextBlock]:
    """Short lines below words that lead up to them, such as places or names: they stay lines of one paragraph.

    ``joined`` are places of lines that go on from the one above, ``taken`` those of other blocks.
    """
    out: dict[int, TextBlock] = {}
    for at, line in enumerate(lines):
        if not line.endswith((":", "：")) or read_header(line):
            continue
        start = at + 1 if at + 1 < len(lines) and lines[at + 1] else at + 2
        end = start
        while end < len(lines) and lines[end] and end not in taken and _stays(lines[end], end in joined):
            end += 1
        if end - start > 1 and (end == len(lines) or not lines[end]):
            out[start] = TextBlock(end, (line_break_block(lines[start:end], start),))
    return out


def _stays(line: str, joined: bool) -> bool:
    return (
        not joined and len(line) <= _SHORT and not is_ended(line) and not line.endswith(":") and not read_header(line)
    )
