"""What the bodies, targets and selectors of Web Annotations hold, one by one."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.html import html_paragraphs

_ADDRESS = regex(r"(?:(?:https?|ftp)://|mailto:|urn:|doi:)[^\s<>]+", re.IGNORECASE)
_SETS = frozenset(("Choice", "Composite", "List", "Independents"))
"""Bodies, targets and selectors that are several ones (Web Annotation Data Model, 3.4, and Open Annotation)."""
IN_SETS = ("items", "@list", "@graph")
"""Keys below which they are."""


def spread(nodes: Iterable[Any]) -> Iterator[Any]:
    """Bodies, targets or selectors one by one, also those in sets, of which readers see all or one: each is kept."""
    for node in nodes:
        if isinstance(node, dict) and not node.get("value"):
            kinds = {plain(kind).rpartition(":")[2].rpartition("#")[2] for kind in many(node.get("type"))}
            inner = [one for key in IN_SETS for one in many(node.get(key))]
            if inner or kinds & _SETS:
                yield from spread(inner)
                continue
        if isinstance(node, list):
            yield from spread(node)
        else:
            yield node


def bodies(item: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The remarks and the tags of an annotation."""
    texts = [_all_values(item.get("bodyValue"))] if item.get("bodyValue") else []
    tags: list[str] = []
    for outer in spread(many(item.get("body"))):
        if not isinstance(outer, dict):
            texts.append(_address_or_text(plain(outer)))
            continue
        # What a body is made of may be written into it.
        within = outer.get("source")
        body = within if isinstance(within, dict) and within.get("value") else outer
        purposes = [plain(p).rpartition("#")[2] for one in (outer, body) for p in many(one.get("purpose"))]
        value = _all_values(body.get("value"))
        if "tagging" in purposes or "classifying" in purposes:
            tags.append(value.strip().lower())
        elif value:
            texts.append(_markdown(value) if "html" in text_of(body.get("format")) else value)
        elif address := iri(body.get("source")) or iri(body):
            texts.append(_address_or_text(address))
    return texts, tags


def _address_or_text(body: str) -> str:
    """The body of a note that is a text alone: an address where it is a whole one, and else the remark itself."""
    return f"<{body}>" if _ADDRESS.fullmatch(body) else body


def _markdown(html: str) -> str:
    return "\n\n".join(paragraph.markdown or paragraph.text for paragraph in html_paragraphs(html))


def iri(node: Any) -> str:
    """The address of a node, or the one that it is; empty where it has none."""
    return plain(node.get("id", "")) if isinstance(node, dict) else plain(node)


def text_of(node: Any) -> str:
    """A text, whether it is alone, with its type or language, or first of several."""
    if isinstance(node, list):
        node = node[0] if node else ""
    return plain(node.get("@value", "")) if isinstance(node, dict) else plain(node)


def _all_values(node: Any) -> str:
    """The texts of a node, one after the other."""
    return "\n\n".join(filter(None, map(text_of, many(node))))


def plain(node: Any) -> str:
    """A text; empty for anything else."""
    return node if isinstance(node, str) else ""


def many(node: Any) -> list[Any]:
    """What stands under a key, as a list."""
    return node if isinstance(node, list) else [] if node is None else [node]
