"""The titles that a file shows: whole headings, words of links, titles of pages and entries, words of pictures, and
parts of addresses."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from annotated_briefings.base.compared import letters
from annotated_briefings.base.regex import regex

_TAG = regex(r"<!\[CDATA\[|\]\]>|<[^>]*>")
_ELEMENT = regex(
    r"<(?=(title|h[1-6]|a|th|dt|caption|figcaption|legend|summary|option|text|name|headline)\b[^>]*>"
    r"(.{0,600}?)</\1\s*>)",
    re.IGNORECASE | re.DOTALL,
)
"""An element that holds a title, and what is in it; one may be within another."""
_ATTRIBUTE = regex(r"\b(?:alt|title|aria-label|content|label|text)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_MEMBER = regex(r"\"(?:title|name|headline|label|alt|text)\"\s*:\s*\"((?:[^\"\\]|\\.)*)\"", re.IGNORECASE)
"""A member of JSON that holds a title."""
_HEADING = regex(r"^[ \t]*(?:#+[ \t]+|title:[ \t]*)(.+)$", re.MULTILINE | re.IGNORECASE)
_LINK = regex(r"\[([^\[\]\n]+)\]")
_PART = regex(r"(?:^|(?<=/))([^/\s\"'<>?#&;,()]+)", re.MULTILINE)
"""A part of an address, or the first word of a line, such as the address of the file itself."""
_BESIDE = regex(r"\s+[–—|·-]+\s+")
"""What parts the title of a page from that of its site."""


def titles_in(text: str) -> frozenset[str]:
    """The titles in a text, by their letters."""
    return frozenset(found for written in _written(text) if (found := letters(written)))


def _written(text: str) -> Iterator[str]:
    for found in _ELEMENT.finditer(text):
        inner = _TAG.sub("", found[2])
        yield inner
        yield from _BESIDE.split(inner)
    for found in _ATTRIBUTE.finditer(text):
        yield found[1] or found[2] or ""
    for pattern in (_MEMBER, _HEADING, _LINK):
        for found in pattern.finditer(text):
            yield found[1]
    for part in {found[1] for found in _PART.finditer(text)}:
        address = unquote(part)
        yield address
        yield address.partition(".")[0]
