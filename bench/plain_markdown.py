"""The Markdown of the product, read by markdown-it and its plugins alone; shares no code with the product's parser."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import render_footnote_anchor


def wikilink(state: StateInline, silent: bool) -> bool:
    """``[[target]]`` and ``[[target|text]]``: no bracket within but a single closing one."""
    src, pos = state.src, state.pos
    if not src.startswith("[[", pos):
        return False
    end = src.find("]]", pos + 2, state.posMax)
    inner = src[pos + 2 : end]
    if end < 0 or "[" in inner:
        return False
    line = " ".join(part.strip(" \t") for part in inner.split("\n")) if "\n" in inner else inner
    target, _, text = line.partition("|")
    target = target.strip().rstrip("\\").strip()
    if not target:
        return False
    if not silent:
        own = {} if text.strip() else {"data-unnamed": ""}
        state.push("wikilink_open", "a", 1).attrs = {"href": f"wiki:{target}", **own}
        state.push("text", "", 0).content = text.strip() or target
        state.push("wikilink_close", "a", -1)
    state.pos = end + 2
    return True


def anchor(*arguments: Any) -> str:
    """The arrow after a footnote as references instead of characters."""
    return "".join(char if char.isascii() else f"&#{ord(char)};" for char in render_footnote_anchor(*arguments))


class _Parser(MarkdownIt):
    """Takes addresses of the web, of mail and of telephones alone, none of them in curly quotation marks."""

    def validateLink(self, url: str) -> bool:
        scheme = re.match(r"(?i)([a-z][a-z0-9+.-]*):", url)
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
            return scheme[1].lower() == "data" and super().validateLink(url)
        marks = [mark for mark in map(quote, "‘’‚“”„«»") for _ in range(url.upper().count(mark))]
        starts = any(url.upper().startswith(mark) for mark in marks)
        return not starts and not (len(marks) == 1 and url.upper().endswith(marks[0]))


@cache
def plain_parser() -> MarkdownIt:
    """The parser."""
    options = {"html": False, "typographer": False, "maxNesting": 100}
    parser = _Parser("commonmark", options).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin)
    parser.inline.ruler.before("link", "wikilink", wikilink)
    parser.add_render_rule("footnote_anchor", anchor)
    return parser


def inner_tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    """All tokens, however deep they are in others; not the words of a picture."""
    for token in tokens:
        yield token
        if token.children and token.type != "image":
            yield from inner_tokens(token.children)


def links(tokens: Sequence[Token]) -> list[str]:
    """The addresses of all links and pictures, in order."""
    named = {"link_open": "href", "image": "src"}
    return [str(token.attrs[named[token.type]]) for token in inner_tokens(tokens) if token.type in named]


def targets(tokens: Sequence[Token]) -> list[str]:
    """The targets of all wikilinks, in order."""
    found = (str(token.attrs["href"]) for token in inner_tokens(tokens) if token.type == "wikilink_open")
    return [address.removeprefix("wiki:") for address in found]
