"""Notes that other tools export: W3C Web Annotations as JSON-LD, and the JSON of Hypothesis."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.jsonld import UnknownContext, Vocabulary
from annotated_briefings.intake.stated.held import read_marks

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
_LISTS = ("items", "@graph")
_PARTS = ("first", "items", "@graph", "next", "last")
"""What collections and pages hold their annotations in."""
_PAGES = frozenset(("AnnotationCollection", "AnnotationPage"))
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|mailto:|urn:|doi:)[^\s<>]+", re.IGNORECASE)
_DRAFT = {"type": "TextualBody", "purpose": "tagging", "value": "draft"}
_EVERYBODY = re.compile(r"\b(?:all|any|public|everyone|everybody|anyone|world)\b(?![-_ ])", re.IGNORECASE)
"""Words of an audience that keeps nobody out."""
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
    answers: str
    """Id of the note that it answers; empty where it answers none."""
    by_exporter: bool
    """Whether the file says that it was written by the person who exported it."""


class ForeignNotes(Value):
    """What a file of notes holds."""

    notes: tuple[ForeignNote, ...]
    """Its notes, in its order."""
    others: int
    """How many of its entries are no notes."""


def read_notes(data: bytes) -> ForeignNotes:
    """The notes of a file. Raises Unreadable."""
    try:
        document = read_json(data.decode("utf-8-sig"))
    except ValueError:
        raise Unreadable("it is not JSON in UTF-8") from None
    rows = _hypothesis_rows(document)
    if rows is not None:
        exporter = _text(document.get("export_userid")) if isinstance(document, dict) else ""
        known = [row for row in rows if isinstance(row, dict) and "uri" in row]
        found = ForeignNotes(tuple(_from_hypothesis(row, exporter) for row in known), len(rows) - len(known))
    else:
        found = _from_w3c(document)
    if not found.notes:
        raise Unreadable("it holds no annotation")
    if len(found.notes) > _LARGEST:
        raise Unreadable(f"it holds more than {_LARGEST} annotations")
    return found


def _hypothesis_rows(document: Any) -> list[Any] | None:
    """The rows of an export or of an answer of the API; None when it is neither."""
    rows = document if isinstance(document, list) else None
    if isinstance(document, dict):
        rows = document.get("rows", document.get("annotations"))
    if isinstance(rows, list) and any(isinstance(row, dict) and "uri" in row for row in rows):
        return rows
    return [document] if isinstance(document, dict) and "uri" in document else None


def _from_hypothesis(row: dict[str, Any], exporter: str) -> ForeignNote:
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
    account = _text(row.get("user"))
    references = [one for one in map(_text, _many(row.get("references"))) if one]
    rights = row.get("permissions")
    readers = _many(rights.get("read")) if isinstance(rights, dict) else []
    return ForeignNote(
        id=_text(row.get("id")),
        targets=(_text(row.get("uri")),),
        quote=_text(quote.get("exact")),
        prefix=_text(quote.get("prefix")),
        suffix=_text(quote.get("suffix")),
        author=shown or account.removeprefix("acct:").partition("@")[0],
        created=_text(row.get("created")),
        kind=next((tag for tag in tags if tag in KINDS), "context"),
        text=_remark([_text(row.get("text"))], tags),
        draft=_is_held(row, tags) or bool(readers and "group:__world__" not in readers),
        answers=references[-1] if references else "",
        by_exporter=bool(exporter) and account == exporter,
    )


def _with_drafts(document: Any) -> Any:
    """A document of Web Annotations in which what is not for everybody has the tag ``draft``: the keys of other makers
    that say so are no words of its vocabulary."""
    if isinstance(document, list):
        return [_with_drafts(entry) for entry in document]
    if not isinstance(document, dict):
        return document
    document = document | {key: _with_drafts(document[key]) for key in _PARTS if key in document}
    held = "target" in document and _is_held(document, ())
    return document | {"body": [*_many(document.get("body")), _DRAFT]} if held else document


def _is_held(row: dict[str, Any], tags: Iterable[str]) -> bool:
    """Whether a note says that it is not for everybody: by a tag, or by a key such as ``hidden`` or ``audience``."""
    readers = [one if isinstance(one, str) else json.dumps(one) for one in _many(row.get("audience"))]
    if readers and not any(map(_EVERYBODY.search, readers)):
        return True
    keys = ((key, value) for key, value in row.items() if key not in ("permissions", "tags", "audience"))
    mark = read_marks((*keys, ("tags", list(tags))))
    return bool(mark.held or mark.embargo)


def _remark(texts: Iterable[str], tags: Iterable[str]) -> str:
    """A remark as Markdown; where there is none, the tags that somebody gave instead."""
    parts = [text.strip() for text in texts if text.strip()]
    free = [tag for tag in dict.fromkeys(tags) if tag and tag != "draft" and tag not in KINDS]
    return "\n\n".join(parts) or (f"({', '.join(free)})" if free else "")


def _from_w3c(document: Any) -> ForeignNotes:
    others: list[Any] = []
    document = _without_scalars(document, others)
    if isinstance(document, dict) and "@context" not in document:
        document = {"@context": _CONTEXTS[0], **document}
    elif isinstance(document, list):
        document = {"@context": _CONTEXTS[0], "@graph": document}
    try:
        nodes = _vocabulary().read(_with_drafts(document))
        found = list(_annotations(nodes, others))
    except UnknownContext as error:
        raise Unreadable(f"its context `{error}` is not the one of Web Annotations") from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    return ForeignNotes(tuple(map(_note, found)), len(others))


def _without_scalars(document: Any, others: list[Any]) -> Any:
    """A document without entries of its lists that are no objects; those are put into ``others``."""
    if isinstance(document, list):
        others += (entry for entry in document if not isinstance(entry, dict))
        return [entry for entry in document if isinstance(entry, dict)]
    if not isinstance(document, dict):
        return document
    first = document.get("first")
    inner = {"first": _without_scalars(first, others)} if isinstance(first, dict) else {}
    lists = {key: _without_scalars(document[key], others) for key in _LISTS if isinstance(document.get(key), list)}
    return document | inner | lists


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary(json.loads(package_text("intake", "annotation_context.json"))["@context"], _CONTEXTS)


def _annotations(node: Any, others: list[Any]) -> Iterator[dict[str, Any]]:
    """Every annotation in a document, however deeply nested in collections and pages; entries that are neither are put
    into ``others``."""
    if isinstance(node, list):
        for item in node:
            yield from _annotations(item, others)
    elif isinstance(node, dict):
        if "Annotation" in _many(node.get("type")):
            yield node
        elif inner := [node[key] for key in _PARTS if isinstance(node.get(key), list | dict)]:
            yield from _annotations(inner, others)
        elif node and not _PAGES.intersection(_many(node.get("type"))):
            others.append(node)
    else:
        others.append(node)


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
    answers = (addresses or [""])[0] if "replying" in motivations else ""
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
        text=_remark(texts, tags),
        draft=_is_held({}, tags),
        answers=answers,
        by_exporter=False,
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
            texts.append(_address_or_text(_text(body)))
            continue
        purposes = [_text(p).rpartition("#")[2] for p in _many(body.get("purpose"))]
        value = _value(body.get("value"))
        if "tagging" in purposes or "classifying" in purposes:
            tags.append(value.strip().lower())
        elif value:
            texts.append(_markdown(value) if "html" in _value(body.get("format")) else value)
        elif address := _iri(body.get("source")) or _iri(body):
            texts.append(_address_or_text(address))
    return texts, tags


def _address_or_text(body: str) -> str:
    """The body of a note that is a text alone: an address where it is a whole one, and else the remark itself."""
    return f"<{body}>" if _ADDRESS.fullmatch(body) else body


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
