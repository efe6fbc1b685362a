"""The grammar of wikilinks, ``[[target]]`` and ``[[target|text]]``, and where they are written in a Markdown text.

The one home of this grammar: pages, Markdown twins, checks and renames all ask the parser, which asks this module.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from annotated_briefings.base.comments.html import OPENS, outside_comments
from annotated_briefings.base.regex import regex

_PICTURE = regex(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[|#]|$)", re.IGNORECASE)
SCHEME = "wiki:"
"""Scheme of a wikilink's address until the site resolves it."""
UNNAMED = "data-unnamed"
"""Attribute of a wikilink without words of its own, until the site resolves it."""
INNER = r"(?:[^\[\]]|\](?!\]))+"
"""What may be written between the brackets: anything but another opening bracket, line ends included."""
WIKILINK = regex(rf"\[\[({INNER})\]\]")
"""A wikilink in the inline text of a block, in which no line is empty."""
_LINE_END = regex(r"[ \t]*\n[ \t]*")
_SOURCE_LINE_END = regex(r"\r\n?|\n")
_BAR = regex(r"\|")
_SOURCE_MAP = "source_map"
_LOCATE = "locate"
ONE_LINE = "one_line"
"""Key of the environment in which a line without blocks is read."""
InlineRule = Callable[[StateInline, bool], bool]


def may_be_local(target: str) -> bool:
    """Whether a link that is no wikilink may lead to a place of the site."""
    return ":" not in target.partition("/")[0] and not target.startswith(("//", "#"))


def is_picture(target: str) -> bool:
    """Whether the target of a wikilink is the name of a picture, which nothing but `![...](...)` shows."""
    return bool(_PICTURE.search(target))


def wikilink_parts(inner: str) -> tuple[str, str]:
    """The target of a wikilink and the words that it shows, from what is written between its brackets.

    A line end counts as a space. The target is empty when only a bar or spaces are written there: no wikilink. In a
    table the bar is escaped, and the backslash before it belongs to neither part.
    """
    target, text = parts_as_written(inner)
    return target, text or shown_of(target)


def parts_as_written(inner: str) -> tuple[str, str]:
    """The same with the words that are written there alone, which may be none."""
    if OPENS in inner:
        inner = "".join(outside_comments(inner))
    if "\n" in inner:
        inner = _LINE_END.sub(" ", inner)
    target, _, text = inner.partition("|")
    return target.strip().rstrip("\\").strip(), text.strip()


def shown_of(target: str) -> str:
    """What a wikilink without words of its own shows: its target, and of a heading of its own text the heading."""
    return target.removeprefix("#").strip() or target


class Written(NamedTuple):
    """A wikilink as it is written in a Markdown text."""

    target: str
    """What it names."""
    start: int
    """Offset of its brackets in the Markdown, in code points; -1 when the text was read without a source map."""
    end: int
    """Offset after them, likewise."""
    in_table: bool
    """Whether it is in a table cell, where a bar must be escaped."""


class SourceMap:
    """Where the inline texts of one Markdown text are written in it.

    The parser gives a block's text without the marks of lists and quotes before its lines, and a table cell's without
    the backslashes before bars; each line of it, or each cell, is found again in its line of the source.
    """

    def __init__(self, text: str) -> None:
        ends = list(_SOURCE_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        stops = [*(end.start() for end in ends), len(text)]
        self._lines = [
            text[start:stop].replace("\0", "\ufffd") for start, stop in zip(self._starts, stops, strict=True)
        ]
        self._row = self._column = -1

    def place(self, line: int, column: int) -> int:
        """The offset of a column of a line, both from 0."""
        return self._starts[line] + column

    def enter(self, token: Token, env: EnvType, in_cell: bool) -> None:
        """Make the places of an inline text known to the rules that read it."""
        env[_LOCATE] = self._cell(token) if in_cell else self._block(token)

    def _block(self, token: Token) -> Callable[[int], tuple[int, bool]]:
        content, first = token.content, token.map[0] if token.map else 0
        lines = content.split("\n")
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        columns: dict[int, int] = {}

        def locate(offset: int) -> tuple[int, bool]:
            line = bisect_right(starts, offset) - 1
            column = columns.get(line)
            if column is None:
                column = columns[line] = self._lines[first + line].rfind(lines[line])
            return (self._starts[first + line] + column + offset - starts[line] if column >= 0 else -1), False

        return locate

    def _cell(self, token: Token) -> Callable[[int], tuple[int, bool]]:
        row = token.map[0] if token.map else 0
        if row != self._row:
            self._row, self._column = row, 0
        content = token.content
        written = content.replace("|", "\\|")
        column = self._lines[row].find(written, self._column)
        self._column = max(self._column, column + len(written))
        bars = [bar.start() for bar in _BAR.finditer(content)]

        def locate(offset: int) -> tuple[int, bool]:
            place = self._starts[row] + column + offset + bisect_left(bars, offset)
            return (place if column >= 0 else -1), True

        return locate


def with_source_map(text: str) -> dict[str, object]:
    """An environment for reading a Markdown text, in which the places of its wikilinks and comments are found."""
    return {_SOURCE_MAP: SourceMap(text)} if "[[" in text or OPENS in text else {}


def source_map(env: EnvType) -> SourceMap | None:
    """The source map of the text that is being read, if there is one."""
    found = env.get(_SOURCE_MAP)
    return found if isinstance(found, SourceMap) else None


def placed_span(start: int, end: int, env: EnvType) -> tuple[int, int] | None:
    """Where some characters of the inline text that is being read are written; None where that is not known."""
    locate = env.get(_LOCATE)
    if locate is None:
        return None
    first, last = locate(start)[0], locate(end - 1)[0]
    return (first, last + 1) if 0 <= first <= last else None


def placed(target: str, start: int, end: int, env: EnvType) -> Written:
    """A wikilink found at some offsets of the inline text that is being read."""
    locate = env.get(_LOCATE)
    if locate is None:
        return Written(target, -1, -1, False)
    first, in_table = locate(start)
    last, _ = locate(end - 2)
    return Written(target, first, last + 2, in_table) if first >= 0 and last >= 0 else Written(target, -1, -1, in_table)


def wikilink_rule(state: StateInline, silent: bool) -> bool:
    """Inline rule of the parser for wikilinks."""
    found = WIKILINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    target, text = parts_as_written(found[1])
    if not target:
        return False
    if not silent:
        opening = state.push("wikilink_open", "a", 1)
        opening.attrs = {"href": SCHEME + target} if text else {"href": SCHEME + target, UNNAMED: ""}
        opening.meta = {"wikilink": placed(target, found.start(), found.end(), state.env)}
        state.push("text", "", 0).content = text or shown_of(target)
        state.push("wikilink_close", "a", -1)
    state.pos = found.end()
    return True


def located_footnote(rule: InlineRule) -> InlineRule:
    """The rule for footnotes within a text, ``^[...]``, which reads the note as a text of its own. A line without
    blocks has no place for one, and shows it as it is typed."""

    def footnote_inline(state: StateInline, silent: bool) -> bool:
        if ONE_LINE in state.env:
            return False
        outer, start = state.env.get(_LOCATE), state.pos + 2
        if silent or outer is None:
            return rule(state, silent)
        state.env[_LOCATE] = lambda offset: outer(start + offset)
        try:
            return rule(state, silent)
        finally:
            state.env[_LOCATE] = outer

    return footnote_inline
