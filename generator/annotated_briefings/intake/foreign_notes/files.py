"""Notes that other tools export: W3C Web Annotations as JSON-LD, and the JSON of Hypothesis."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import CONTROLS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.foreign_notes.bodies import IN_SETS, bodies, iri, many, plain, text_of
from annotated_briefings.intake.foreign_notes.passages import NamedPassage, passage_of, passages_of
from annotated_briefings.intake.jsonld import UnknownContext, Vocabulary
from annotated_briefings.intake.stated.marks.held import read_marks

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
_DRAFT = {"type": "TextualBody", "purpose": "tagging", "value": "draft"}
_EVERYBODY = regex(r"\b(?:all|any|public|everyone|everybody|anyone|world)\b(?![-_ ])", re.IGNORECASE)
"""Words of an audience that keeps nobody out."""
_UNSEEN = regex(f"{CONTROLS.pattern}|[\ud800-\udfff]")
OURS = "briefings"
"""What files of Hypothesis' shape call the program that wrote them, where it is this one."""
_LARGEST = 100_000
"""Notes in one file."""


class Unreadable(Exception):
    """A file that holds no notes; its argument says why."""


class ForeignNote(Value):
    """A note from elsewhere."""

    id: str
    """Its id there: an address, or what that tool uses."""
    target: str
    """What it is on: a web address, or the name of a brief; may be empty."""
    passage: NamedPassage
    """The passage there."""
    more: tuple[tuple[str, NamedPassage], ...]
    """Other passages that it is on, with their addresses."""
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
        document = _seen(read_json(data.decode("utf-8-sig")))
    except ValueError:
        raise Unreadable("it is not JSON in UTF-8") from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    rows = _hypothesis_rows(document)
    if rows is not None:
        exporter = plain(document.get("export_userid")) if isinstance(document, dict) else ""
        ours = isinstance(document, dict) and document.get("client_version") == OURS
        known = [row for row in rows if isinstance(row, dict) and "uri" in row]
        notes = tuple(_from_hypothesis(row, exporter, named=ours) for row in known)
        found = ForeignNotes(notes, len(rows) - len(known))
    else:
        found = _from_w3c(document)
    if not found.notes:
        raise Unreadable("it holds no annotation")
    if len(found.notes) > _LARGEST:
        raise Unreadable(f"it holds more than {_LARGEST} annotations")
    return found


def _seen(node: Any) -> Any:
    """A document without control characters and halves of characters in its texts: nobody sees them, and no file of a
    site may hold them."""
    if isinstance(node, dict):
        return {_seen(key): _seen(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_seen(one) for one in node]
    return _UNSEEN.sub("", node) if isinstance(node, str) else node


def _hypothesis_rows(document: Any) -> list[Any] | None:
    """The rows of an export or of an answer of the API; None when it is neither."""
    rows = document if isinstance(document, list) else None
    if isinstance(document, dict):
        rows = document.get("rows", document.get("annotations"))
    if isinstance(rows, list) and any(isinstance(row, dict) and "uri" in row for row in rows):
        return rows
    return [document] if isinstance(document, dict) and "uri" in document else None


def _from_hypothesis(row: dict[str, Any], exporter: str, *, named: bool) -> ForeignNote:
    """A row as a note; ``named`` says that every author has a name, and an account alone is none."""
    uri = plain(row.get("uri"))
    targets = (target for target in many(row.get("target")) if isinstance(target, dict))
    passage = passage_of(uri, [selector for target in targets for selector in many(target.get("selector"))])
    tags = [plain(tag).strip().lower() for tag in many(row.get("tags"))]
    info = row.get("user_info")
    shown = plain(info.get("display_name")) if isinstance(info, dict) else ""
    account = plain(row.get("user"))
    references = [one for one in map(plain, many(row.get("references"))) if one]
    rights = row.get("permissions")
    readers = many(rights.get("read")) if isinstance(rights, dict) else []
    return ForeignNote(
        id=plain(row.get("id")),
        target=uri,
        passage=passage,
        more=(),
        author=shown or ("" if named else account.removeprefix("acct:").partition("@")[0]),
        created=plain(row.get("created")),
        kind=next((tag for tag in tags if tag in KINDS), "context"),
        text=_remark([plain(row.get("text"))], tags),
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
    held = "target" in document and (_is_held(document, ()) or any(map(_holds_held, many(document.get("body")))))
    return document | {"body": [*many(document.get("body")), _DRAFT]} if held else document


def _holds_held(body: Any) -> bool:
    """Whether a body, or one within it, says that it is not for everybody."""
    if isinstance(body, list):
        return any(map(_holds_held, body))
    if not isinstance(body, dict):
        return False
    keys = {key: value for key, value in body.items() if key not in ("value", "purpose", "tags", *IN_SETS)}
    return _is_held(keys, ()) or any(_holds_held(body[key]) for key in (*IN_SETS, "source") if key in body)


def _is_held(row: dict[str, Any], tags: Iterable[str]) -> bool:
    """Whether a note says that it is not for everybody: by a tag, or by a key such as ``hidden`` or ``audience``."""
    readers = [one if isinstance(one, str) else json.dumps(one) for one in many(row.get("audience"))]
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
        if "Annotation" in many(node.get("type")):
            yield node
        elif inner := [node[key] for key in _PARTS if isinstance(node.get(key), list | dict)]:
            yield from _annotations(inner, others)
        elif node and not _PAGES.intersection(many(node.get("type"))):
            others.append(node)
    else:
        others.append(node)


def _note(item: dict[str, Any]) -> ForeignNote:
    motivations = [plain(m).rpartition("#")[2] for m in many(item.get("motivation"))]
    texts, tags = bodies(item)
    places = passages_of(many(item.get("target")))
    reply = "replying" in motivations
    # A reply may name the page beside the note that it answers.
    target, passage = (places[-1] if reply else places[0]) if places else ("", NamedPassage())
    kind = next((tag for tag in tags if tag in KINDS), "") or next((_KINDS[m] for m in motivations if m in _KINDS), "")
    return ForeignNote(
        id=iri(item),
        target=target,
        passage=passage,
        more=() if reply else places[1:],
        author=", ".join(filter(None, map(_name, many(item.get("creator"))))),
        created=text_of(item.get("created")),
        kind=kind or "context",
        text=_remark(texts, tags),
        draft=_is_held({}, tags),
        answers=places[0][0] if reply and places else "",
        by_exporter=False,
    )


def _name(creator: Any) -> str:
    if isinstance(creator, dict):
        return text_of(creator.get("name")) or text_of(creator.get("nickname")) or iri(creator)
    return plain(creator)
