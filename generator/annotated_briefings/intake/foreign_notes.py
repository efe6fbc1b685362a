"""Notes that other tools export: W3C Web Annotations as JSON-LD, and the JSON of Hypothesis."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.markup import html_paragraphs
from annotated_briefings.intake.jsonld import UnknownContext, Vocabulary

_CONTEXTS = ("http://www.w3.org/ns/anno.jsonld", "https://www.w3.org/ns/anno.jsonld")
_KINDS = {
    "describing": "context",
    "commenting": "context",
    "assessing": "check",
    "moderating": "dispute",
    "editing": "correction",
    "questioning": "question",
    "identifying": "definition",
}
"""Motivation to kind of note, where no tag names one."""
KINDS = ("context", "check", "dispute", "correction", "question", "definition")
"""Tags that name a kind of note."""
_LARGEST = 100_000
"""Notes in one file."""


class Unreadable(Exception):
    """A file that holds no notes; its argument says why."""


class ForeignNote(Value):
    """A note from elsewhere."""

    id: str
    """Its id there: an address, or what that tool uses."""
    targets: tuple[str, ...]
    """What it is on: web addresses, or names of briefs."""
    quote: str
    """The passage; empty for a note on a whole page."""
    prefix: str
    """Words before the passage."""
    suffix: str
    """Words after it."""
    author: str
    """Who wrote it."""
    created: str
    """When, as written there; may be empty."""
    kind: str
    """Kind of note."""
    text: str
    """The remark as Markdown."""
    draft: bool
    """True where the tool shows it to its group or its author alone, or a tag calls it a draft."""
    reply: bool
    """Whether it answers another note instead of a passage."""


def read_notes(data: bytes) -> tuple[ForeignNote, ...]:
    """The notes of a file, in its order. Raises Unreadable."""
    try:
        document = read_json(data.decode("utf-8-sig"))
    except ValueError:
        raise Unreadable("it is not JSON in UTF-8") from None
    rows = _hypothesis_rows(document)
    notes = tuple(map(_from_hypothesis, rows)) if rows is not None else tuple(_from_w3c(document))
    if not notes:
        raise Unreadable("it holds no annotation")
    if len(notes) > _LARGEST:
        raise Unreadable(f"it holds more than {_LARGEST} annotations")
    return notes


def _hypothesis_rows(document: Any) -> list[dict[str, Any]] | None:
    """The rows of an export or of an answer of the API; None when it is neither."""
    rows = document if isinstance(document, list) else None
    if isinstance(document, dict):
        rows = document.get("rows", document.get("annotations"))
    if isinstance(rows, list) and rows and all(isinstance(row, dict) and "uri" in row for row in rows):
        return rows
    return [document] if isinstance(document, dict) and "uri" in document else None


def _from_hypothesis(row: dict[str, Any]) -> ForeignNote:
    selectors = [
        s
        for target in _many(row.get("target"))
        if isinstance(target, dict)
        for s in _many(target.get("selector"))
        if isinstance(s, dict)
    ]
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    tags = [_text(tag).strip().lower() for tag in _many(row.get("tags"))]
    info = row.get("user_info")
    shown = _text(info.get("display_name")) if isinstance(info, dict) else ""
    user = _text(row.get("user")).removeprefix("acct:").partition("@")[0]
    rights = row.get("permissions")
    readers = _many(rights.get("read")) if isinstance(rights, dict) else []
    return ForeignNote(
        id=_text(row.get("id")),
        targets=(_text(row.get("uri")),),
        quote=_text(quote.get("exact")),
        prefix=_text(quote.get("prefix")),
        suffix=_text(quote.get("suffix")),
        author=shown or user,
        created=_text(row.get("created")),
        kind=next((tag for tag in tags if tag in KINDS), "context"),
        text=_text(row.get("text")),
        draft="draft" in tags or bool(readers and "group:__world__" not in readers),
        reply=bool(row.get("references")),
    )


def _from_w3c(document: Any) -> Iterator[ForeignNote]:
    if isinstance(document, dict) and "@context" not in document:
        document = {"@context": _CONTEXTS[0], **document}
    elif isinstance(document, list):
        document = {"@context": _CONTEXTS[0], "@graph": document}
    try:
        nodes = _vocabulary().read(document)
        found = list(_annotations(nodes))
    except UnknownContext as error:
        raise Unreadable(f"its context `{error}` is not the one of Web Annotations") from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    yield from map(_note, found)


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary(json.loads(package_text("intake", "annotation_context.json"))["@context"], _CONTEXTS)


def _annotations(node: Any) -> Iterator[dict[str, Any]]:
    """Every annotation in a document, however deeply nested in collections and pages."""
    if isinstance(node, list):
        for item in node:
            yield from _annotations(item)
    elif isinstance(node, dict):
        if "Annotation" in _many(node.get("type")):
            yield node
        else:
            for key in ("first", "items", "@graph", "next", "last"):
                yield from _annotations(node.get(key, []))


def _note(item: dict[str, Any]) -> ForeignNote:
    targets = _many(item.get("target"))
    addresses: list[str] = []
    quote: dict[str, Any] = {}
    for target in targets:
        if isinstance(target, dict):
            addresses.append(_iri(target.get("source")) or _iri(target))
            quote = quote or next(_quotes(_many(target.get("selector"))), {})
        else:
            addresses.append(_text(target))
    motivations = [_text(m).rpartition("#")[2] for m in _many(item.get("motivation"))]
    texts, tags = _bodies(item)
    kind = next((tag for tag in tags if tag in KINDS), "") or next((_KINDS[m] for m in motivations if m in _KINDS), "")
    return ForeignNote(
        id=_iri(item),
        targets=tuple(filter(None, addresses)),
        quote=_value(quote.get("exact")),
        prefix=_value(quote.get("prefix")),
        suffix=_value(quote.get("suffix")),
        author=", ".join(filter(None, map(_name, _many(item.get("creator"))))),
        created=_value(item.get("created")),
        kind=kind or "context",
        text="\n\n".join(texts),
        draft="draft" in tags,
        reply="replying" in motivations,
    )


def _quotes(selectors: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Quotes among selectors, those that refine others too."""
    for selector in selectors:
        if isinstance(selector, dict):
            if "TextQuoteSelector" in _many(selector.get("type")):
                yield selector
            yield from _quotes(_many(selector.get("refinedBy")))


def _bodies(item: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The remarks and the tags of an annotation."""
    texts = [_value(item.get("bodyValue"))] if item.get("bodyValue") else []
    tags: list[str] = []
    for body in _many(item.get("body")):
        if not isinstance(body, dict):
            texts.append(f"<{_text(body)}>")
            continue
        purposes = [_text(p).rpartition("#")[2] for p in _many(body.get("purpose"))]
        value = _value(body.get("value"))
        if "tagging" in purposes or "classifying" in purposes:
            tags.append(value.strip().lower())
        elif value:
            texts.append(_markdown(value) if "html" in _value(body.get("format")) else value)
        elif address := _iri(body.get("source")) or _iri(body):
            texts.append(f"<{address}>")
    return texts, tags


def _markdown(html: str) -> str:
    return "\n\n".join(paragraph.markdown or paragraph.text for paragraph in html_paragraphs(html))


def _name(creator: Any) -> str:
    if isinstance(creator, dict):
        return _value(creator.get("name")) or _value(creator.get("nickname")) or _iri(creator)
    return _text(creator)


def _iri(node: Any) -> str:
    return _text(node.get("id", "")) if isinstance(node, dict) else _text(node)


def _value(node: Any) -> str:
    """A text, whether it is alone, with its type or language, or first of several."""
    if isinstance(node, list):
        node = node[0] if node else ""
    return _text(node.get("@value", "")) if isinstance(node, dict) else _text(node)


def _text(node: Any) -> str:
    return node if isinstance(node, str) else ""


def _many(node: Any) -> list[Any]:
    return node if isinstance(node, list) else [] if node is None else [node]
