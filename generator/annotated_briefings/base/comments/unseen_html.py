"""Elements of HTML in texts whose words a browser would not show: texts are Markdown, and readers would see them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotated_briefings.base.comments.unseen_styles import declarations, has_no_size, is_unseen, same_colour
from annotated_briefings.base.regex import regex

_HINT = regex(r"<(?:template|datalist|input|[a-z][\w-]*\s[^<>]*(?:hidden|popover|style))", re.IGNORECASE)
_OPENING = regex(r"<([A-Za-z][\w-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = regex(
    r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[“”„‟]([^“”„‟]*)[“”„‟]|‘([^’]*)’|([^\s\"'>]+)))?", re.DOTALL
)
_STRUCK = regex(r"text-decoration[^;]*;?")
"""Words that are struck out are seen."""
_ALWAYS = frozenset(("template", "datalist"))
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class UnseenElement(NamedTuple):
    """An element whose words nobody was to see."""

    start: int
    """Where its opening tag begins."""
    inner: int
    """Where that ends."""
    last: int
    """Where its closing tag begins; the end of the text where it has none."""
    end: int
    """Where that ends."""


def unseen_elements(text: str) -> Iterator[UnseenElement]:
    """The outermost elements of a text that browsers would not show."""
    if not _HINT.search(text):
        return
    at = 0
    while opening := _OPENING.search(text, at):
        at = opening.end()
        name = opening[1].lower()
        stated = _is_hidden(name, opening[2])
        if not stated and name not in _ALWAYS:
            continue
        if name in _VOID or opening[2].rstrip().endswith("/"):
            yield UnseenElement(opening.start(), opening.start(), at, at)
            continue
        last, end = _closing(text, opening)
        # The name of an element without an end may be a word of the text.
        if last < len(text) or stated:
            yield UnseenElement(opening.start(), opening.end(), last, end)
            at = end


def _is_hidden(name: str, attributes: str) -> bool:
    found = {key.lower(): "".join(values) for key, *values in _ATTRIBUTE.findall(attributes)}
    style = _STRUCK.sub("", declarations(found.get("style", "")))
    return (
        "hidden" in found
        or "popover" in found
        or (name == "input" and found.get("type", "").lower() == "hidden")
        or bool(style and (is_unseen(style) or has_no_size(style) or same_colour(style, "")))
    )


def _closing(text: str, opening: re.Match[str]) -> tuple[int, int]:
    """Where the closing tag of an element begins and ends; the end of the text where it has none."""
    depth = 1
    for tag in re.compile(rf"<(/?){opening[1]}(?=[\s/>])[^<>]*>", re.IGNORECASE).finditer(text, opening.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start(), tag.end()
    return len(text), len(text)
