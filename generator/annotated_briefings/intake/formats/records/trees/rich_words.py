"""Runs of words in the trees of editing programs: bold, italic and links, however they are noted."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_STYLES = {
    **dict.fromkeys(("bold", "strong", "b"), "strong"),
    **dict.fromkeys(("italic", "em", "emphasis", "i"), "em"),
    **dict.fromkeys(("strike", "strikethrough", "strikeThrough", "s"), "s"),
    "code": "code",
}
_BITS = ((1, "strong"), (2, "em"), (4, "s"), (16, "code"))
"""The bits of the formats of Lexical."""
_TARGETS = ("href", "url", "uri", "link")


def link_of(node: Mapping[str, Any]) -> str:
    """The web address to which a node leads."""
    held = [
        node,
        *(node[name] for name in ("attrs", "data", "fields", "attributes") if isinstance(node.get(name), Mapping)),
    ]
    found = (one.get(name) for one in held for name in _TARGETS)
    return next((one for one in found if isinstance(one, str) and one), "")


def marked(node: Mapping[str, Any]) -> str:
    """A run of words with its marks."""
    text = escape(str(node["text"] if "text" in node else node.get("value", "")), quote=False).replace("\n", "<br>")
    for name in dict.fromkeys(_elements(node)):
        text = _around(text, name)
    target = next((link_of(one) for one in node.get("marks") or [] if isinstance(one, Mapping) and link_of(one)), "")
    return f'<a href="{escape(target)}">{text}</a>' if target else text


def _around(text: str, name: str) -> str:
    """A run in an element, with the blanks at its ends outside it, where Markdown needs them."""
    inner = text.strip(" ")
    if not inner:
        return text
    start = text.index(inner)
    return f"{text[:start]}<{name}>{inner}</{name}>{text[start + len(inner) :]}"


def _elements(node: Mapping[str, Any]) -> Iterator[str]:
    for mark in node.get("marks") or []:
        name = mark if isinstance(mark, str) else mark.get("type") if isinstance(mark, Mapping) else ""
        if name in _STYLES:
            yield _STYLES[name]
    bits = node.get("format")
    if isinstance(bits, int):
        yield from (name for bit, name in _BITS if bits & bit)
    yield from (element for name, element in _STYLES.items() if node.get(name) is True)


def styled(node: Mapping[str, Any], entities: Mapping[str, Any]) -> str:
    """The words of a block of Draft.js, whose styles and links are ranges of letters."""
    text = str(node["text"])
    opened: dict[int, list[str]] = {}
    closed: dict[int, list[str]] = {}
    for start, end, first, last in _ranges(node, entities):
        if 0 <= start < end <= len(text):
            opened.setdefault(start, []).append(first)
            closed.setdefault(end, []).insert(0, last)
    out: list[str] = []
    for at in range(len(text) + 1):
        out += closed.get(at, ())
        out += opened.get(at, ())
        out.append(escape(text[at : at + 1], quote=False))
    return "".join(out).replace("\n", "<br>")


def _ranges(node: Mapping[str, Any], entities: Mapping[str, Any]) -> Iterator[tuple[int, int, str, str]]:
    for one in node.get("entityRanges") or []:
        entity = entities.get(str(one.get("key"))) if isinstance(one, Mapping) else None
        target = link_of(entity) if isinstance(entity, Mapping) else ""
        if target:
            yield *_bounds(one), f'<a href="{escape(target)}">', "</a>"
    for one in node.get("inlineStyleRanges") or []:
        name = _STYLES.get(str(one.get("style", "")).lower(), "") if isinstance(one, Mapping) else ""
        if name:
            yield *_bounds(one), f"<{name}>", f"</{name}>"


def _bounds(one: Mapping[str, Any]) -> tuple[int, int]:
    start, length = one.get("offset"), one.get("length")
    return (start, start + length) if isinstance(start, int) and isinstance(length, int) else (0, 0)
