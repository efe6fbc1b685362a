"""Fields of a text that are laid out in other ways than as lines with a colon: rows of tables, terms with their
texts, properties of notes, and headings of outlines with a word of their state before them and tags behind them."""

import re
from collections.abc import Iterator

from annotated_briefings.base.regex import regex

_RULE = regex(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|")
"""The row below the names of the columns of a table."""
_PROPERTY = regex(r"(?P<key>[^\W\d_][\w/-]*)::[ \t]*(?P<value>.*?)(?=\s+[^\W\d_][\w/-]*::|$)", re.DOTALL)
_LINE = regex(r"[\s*_>+-]*(?P<key>[^\W\d_][^\n:|]{0,60}?)[*_]*::[ \t]+(?P<value>\S.*?)\s*")
_TERM = regex(r"(?P<key>[^\n|]+)\n(?:\n)?:[ \t]+(?P<value>\S[^\n|]*)")
"""A term in the signs of Markdown, with its text below."""
_LONGEST, _MOST = 80, 12
"""Characters of a cell that is a field, and rows of a table that holds them."""
_READ = 2000
"""Characters of a table or a list in which fields are looked for."""
_HEADING = regex(
    r"\*+\s+(?:(?P<state>[A-Z]{2,}(?:[-_][A-Z]+)*)\s+)?(?P<title>\S.*?)(?:\s+(?P<tags>:(?:[\w@#%]+:)+))?\s*"
)
"""A heading of an outline of Org mode."""


def fields_of_table(text: str) -> Iterator[tuple[str, str]]:
    """The fields of a table in the signs of Markdown: the names of its columns with what is below them, and the first
    cells of its rows with the second ones; empty cells too."""
    text = text[:_READ]
    rule = _RULE.search(text)
    if rule:
        width = len(rule[0].strip(" |\t").split("|"))
        names = _cells(text[: rule.start()])[:width]
        cells = text[rule.end() :].strip().removeprefix("|").split("|")
        # What ends a row and what begins the next one have nothing between them.
        rows = [[cell.strip(" *_`\n") for cell in cells[at : at + width]] for at in range(0, len(cells), width + 1)][
            :_MOST
        ]
        # A table of several rows is about what it lists.
        for row in rows if len(rows) == 1 else ():
            yield from ((name, value) for name, value in zip(names, row, strict=False) if _are_short(name, value))
        rows = [names, *rows]
    else:
        rows = [_cells(row) for row in text.split("\n")[:_MOST] if "|" in row]
    yield from ((row[0], row[1]) for row in rows if len(row) == 2 and _are_short(*row))


def _cells(row: str) -> list[str]:
    return [cell.strip(" *_`") for cell in row.strip().strip("|").split("|")]


def fields_of_list(text: str) -> Iterator[tuple[str, str]]:
    """The properties of a note that are in one list, in one line or in several: `share:: no area:: port`."""
    text = text[:_READ]
    lines = text.split("\n") if "::" in text else []
    found = [one for line in lines[:_MOST] if (one := _LINE.fullmatch(line)) and "::" not in one["value"]]
    if len(found) > 1:
        yield from ((one["key"], one["value"]) for one in found)
    elif text.count("::") > 1 and _PROPERTY.match(text):
        yield from ((found["key"], found["value"]) for found in _PROPERTY.finditer(text))


def fields_of_terms(text: str) -> Iterator[tuple[str, str]]:
    """The terms of a list of definitions in the signs of Markdown, with the text of each."""
    if "\n:" in text[:_READ]:
        pairs = ((one["key"].strip(" *_`"), one["value"].strip(" *_`")) for one in _TERM.finditer(text[:_READ]))
        yield from (pair for pair in pairs if _are_short(*pair))


def fields_of_heading(line: str) -> Iterator[tuple[str, str]]:
    """What the heading of an outline says beside its words: `* DRAFT Mill sold :private:`."""
    found = _HEADING.fullmatch(line.strip()) if line.lstrip().startswith("*") else None
    if found and (state := found["state"]):
        yield "status", state.replace("_", " ")
    if found and found["tags"]:
        yield from (("tag", one) for one in found["tags"].strip(":").split(":"))


def _are_short(*cells: str) -> bool:
    return all(len(cell) <= _LONGEST for cell in cells) and bool(cells[0])
