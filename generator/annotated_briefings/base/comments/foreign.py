"""Comments of writing tools other than Markdown and HTML: words that nobody was to read, and readers would."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from annotated_briefings.base.comments.unseen_html import UnseenElement, unseen_elements
from annotated_briefings.base.regex import regex

_CODE = regex(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)
_FORMS = (
    # What it is called by in messages, how it opens, and how it closes. A percent sign that follows a figure is one.
    ("%%", "%%", r"(?<![\d%])%%(?!%+[ \t]*$)|(?<=\d)%%(?=[^\W\d_])", r"%%+"),
    # Definitions of links that nothing uses, which are none below a line of a list or a quotation.
    ("[//]: # (", ")", r"\[?(?://|(?<=\[)comment)\]?:[ \t]*(?:#|<>)[ \t]*\(", r"\)"),
    ("{>>", "<<}", r"\{>>", r"<<\}"),
    ("{--", "--}", r"\{--(?!-)", r"--\}"),
    ("{/*", "*/}", r"\{\s?/\*", r"\*/\s?\}"),
    ("{{!--", "--}}", r"\{\{~?!--", r"--~?\}\}"),
    ("{{/*", "*/}}", r"\{\{-?\s*/\*", r"\*/\s*-?\}\}"),
    ("{#", "#}", r"\{#(?!\w*\})", r"#\}"),
    ("<%#", "%>", r"<%#", r"%>"),
    ("{% comment %}", "{% endcomment %}", r"\{%-?\s*comment\b[^%\n]*%\}", r"\{%-?\s*endcomment\s*-?%\}"),
)
_OPENING = regex("|".join(f"({opening})" for _, _, opening, _ in _FORMS), re.MULTILINE)
_CLOSING = tuple(regex(closing) for *_, closing in _FORMS)
_HINT = regex(r"%%|//\]?:|\[comment\]:|\{[>\-/{#%]|\{\s/|<%#")
_NEEDS_AN_END = frozenset({"[//]: # (", "{--", "{#", "<%#"})
"""What is something else where it is never closed."""


class ForeignComment(NamedTuple):
    """A comment of another tool."""

    start: int
    """Where it begins in the text."""
    end: int
    """Where it ends."""
    opens: str
    """What it begins with."""
    closes: str
    """What it ends with; empty where it has no end."""
    words: str
    """What is in it, on one line."""
    is_tag: bool = False
    """Whether it is one tag of HTML, which holds the words."""

    @property
    def message(self) -> str:
        """The fact."""
        if self.is_tag:
            return f"readers would see `{self.opens}`, which browsers hide"
        if not self.closes:
            return f"readers would see what is behind `{self.opens}`, a comment without an end"
        return f"readers would see what is between `{self.opens}` and `{self.closes}`"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        words = self.words if len(self.words) <= 60 else self.words[:59] + "…"
        return f"write `<!-- {words} -->`, which no reader sees, or take it out"


def foreign_comments(text: str) -> Iterator[ForeignComment]:
    """Comments in a text that readers see, and elements of HTML that browsers hide, in order."""
    found = [*_signs(text), *map(partial(_element, text), unseen_elements(text))]
    return iter(sorted(found) if len(found) > 1 else found)


def _element(text: str, one: UnseenElement) -> ForeignComment:
    whole = one.inner == one.start
    opens = text[one.start : one.end if whole else one.inner]
    inside = opens.strip("<>/ ") if whole else text[one.inner : one.last]
    return ForeignComment(one.start, one.end, opens, text[one.last : one.end], " ".join(inside.split()), whole)


def _signs(text: str) -> Iterator[ForeignComment]:
    """Comments between signs. In linear time."""
    if not _HINT.search(text):
        return
    at, unclosed = 0, set[int]()
    while opening := _OPENING.search(text, at):
        kind = (opening.lastindex or 1) - 1
        opens, closes, *_ = _FORMS[kind]
        at = opening.end()
        closing = None if kind in unclosed else _CLOSING[kind].search(text, at)
        if closing:
            words = " ".join(text[at : closing.start()].split())
            at = closing.end()
            yield ForeignComment(opening.start(), at, opens, closes, words)
        elif kind not in unclosed:
            unclosed.add(kind)
            if opens not in _NEEDS_AN_END:
                yield ForeignComment(opening.start(), len(text), opens, "", " ".join(text[at:].split()))


def without_code(text: str) -> str:
    """A Markdown text in which code is blank; every other character keeps its place."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text) if "`" in text else text


def without(text: str, comments: Iterable[ForeignComment]) -> str:
    """A text without some comments that were found in it."""
    out, at = "", 0
    for one in sorted(comments):
        out += text[at : max(at, one.start)]
        at = max(at, one.end)
    return out + text[at:]
