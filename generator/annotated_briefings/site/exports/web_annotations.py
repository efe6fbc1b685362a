"""Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for other tools and for import.

Passages are named by their words and those around them, as they stand on the page of the brief; a position would count
in a text that depends on the templates.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote as percent

from annotated_briefings.base.htmltext import text_runs
from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.text import Block, Passage
from annotated_briefings.content.model import Annotation, Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.markdown_twins import note_markdown
from annotated_briefings.site.exports.permanent_ids import permanent_id
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.shown_names import shown_passage
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.brief_body import note_name

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "/annotations.json"
"""Address of the collection of all notes of the site."""
_MOTIVATIONS = {
    "context": "describing",
    "check": "assessing",
    "dispute": "moderating",
    "correction": "editing",
    "question": "questioning",
    "definition": "identifying",
}
"""Kind of note to the motivation of the W3C's list that comes nearest; the kind itself goes along as a tag."""
_AROUND = 32
"""Characters of the text before and after a passage that go along with it."""
_TEXT = ".text"
"""Selects the element of a page that holds the text of its brief: quotes are repeated elsewhere on the page."""
_IRI = regex(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def page_address(slug: str) -> str:
    """Address of the notes of a brief."""
    return f"{brief_url(slug)}annotations.json"


def annotation_page(context: SiteContext, brief: Brief) -> str:
    """The notes of a brief that has some as an AnnotationPage of the site's collection."""
    base, slugs, place = context.config.base_url, tuple(context.with_notes), context.with_notes[brief.slug]
    page: dict[str, Any] = {
        "@context": CONTEXT,
        "id": base + page_address(brief.slug),
        "type": "AnnotationPage",
        "partOf": base + COLLECTION,
    }
    if place + 1 < len(slugs):
        page["next"] = base + page_address(slugs[place + 1])
    if place:
        page["prev"] = base + page_address(slugs[place - 1])
    return _compact(page | {"items": annotations_of(context, brief)})


def annotation_collection(context: SiteContext) -> str:
    """The collection of all notes of a site, whose pages are those of its briefs."""
    base, slugs = context.config.base_url, tuple(context.with_notes)
    whole = _collection(context, sum(len(context.notes(context.catalog.brief_of[slug])) for slug in slugs))
    if slugs:
        whole |= {"first": base + page_address(slugs[0]), "last": base + page_address(slugs[-1])}
    return _compact(whole)


def annotation_document(context: SiteContext, briefs: Iterable[Brief]) -> str:
    """The notes of some briefs as one document: a collection with its only page in it."""
    items = [item for brief in briefs for item in annotations_of(context, brief)]
    first = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return json.dumps(_collection(context, len(items)) | {"first": first}, ensure_ascii=False, indent=1) + "\n"


def _collection(context: SiteContext, total: int) -> dict[str, Any]:
    words = context.words
    return {
        "@context": CONTEXT,
        "id": context.config.base_url + COLLECTION,
        "type": "AnnotationCollection",
        "label": f"{context.config.title}{words.text('colon')}{words.text('notes')}",
        "total": total,
    }


def annotations_of(context: SiteContext, brief: Brief) -> list[dict[str, Any]]:
    """The notes of a brief, each as a Web Annotation."""
    return [_annotation(context, brief, note) for note in context.notes(brief)]


def _annotation(context: SiteContext, brief: Brief, note: Annotation) -> dict[str, Any]:
    address = context.config.base_url + brief_url(brief.slug)
    tags = [note.kind, *([] if note.public else ["draft"])]
    identity = _identity(address, note)
    out: dict[str, Any] = {"id": identity, "type": "Annotation", "motivation": _MOTIVATIONS[note.kind]}
    if identity.startswith(address):
        # The address changes with that of the brief.
        out["canonical"] = f"{permanent_id(context, brief)}/{percent(note.id, safe='')}"
    if note.author:
        out["creator"] = {"type": "Person", "name": note.author}
    if note.date:
        out["created"] = note.date.instant_in(context.config.time_zone)
    remark = note_markdown(note, brief, context.catalog, context.config.base_url)
    body = [{"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": remark}]
    out["body"] = [
        *(body if note.source else ()),
        *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
    ]
    whole = {"source": address}
    on = {**whole, "selector": _selectors(context.catalog, brief, note)} if note.quote else whole
    if note.reply_to and note.reply_to not in _held(context, brief, address):
        answered = (
            note.reply_to if _IRI.fullmatch(note.reply_to) else f"{address}#note-{percent(note.reply_to, safe='')}"
        )
        return out | {"motivation": "replying", "target": [answered, on]}
    return out | {"target": on}


def _held(context: SiteContext, brief: Brief, address: str) -> frozenset[str]:
    """Ids and addresses of the notes of a brief that are not public: no public note names the one that it answers."""
    shown = {note.id for note in context.notes(brief)}
    held = [note for note in brief.annotations if note.id not in shown]
    return frozenset(name for note in held for name in (note.id, _identity(address, note)))


def _identity(address: str, note: Annotation) -> str:
    """The permanent address of a note; a note from elsewhere keeps the address it came with."""
    if note_name(note) == note.id:
        return f"{address}#note-{note.id}"
    return note.id if _IRI.fullmatch(note.id) else f"{address}#note-{percent(note.id, safe='')}"


def _selectors(catalog: Catalog, brief: Brief, note: Annotation) -> list[dict[str, Any]]:
    place = note.passage
    if place is None:
        stored = (("exact", note.quote), ("prefix", note.prefix), ("suffix", note.suffix))
        # Its words are on the page with the note itself, and there alone.
        return [_within({"type": "TextQuoteSelector", **{key: value for key, value in stored if value}})]
    low, high = _paragraph(brief.body.blocks, place)
    shown = partial(shown_passage, catalog, brief)
    prefix, suffix = shown(low, place.start)[-_AROUND:], shown(place.end, high)[:_AROUND]
    around = {key: value for key, value in (("prefix", prefix), ("suffix", suffix)) if value}
    quote = {"type": "TextQuoteSelector", "exact": shown(place.start, place.end), **around}
    return [quote, _within(quote)]


def _within(quote: Mapping[str, str]) -> dict[str, Any]:
    """A quote in the text of the brief alone."""
    return {"type": "CssSelector", "value": _TEXT, "refinedBy": quote}


def _paragraph(blocks: Sequence[Block], place: Passage) -> tuple[int, int]:
    """Offsets of the paragraphs, or items of a list, in which a passage starts and ends: on the page other elements
    are between them."""
    cuts = [0]
    for block in blocks:
        if block.end > place.start - _AROUND and block.start < place.end + _AROUND:
            between = (run for run in text_runs(block.html) if "\n" in run.html and run.html.isspace())
            cuts += (block.start, *(block.start + run.start for run in between), block.end)
    low = max(cut for cut in cuts if cut <= place.start)
    return low, min((cut for cut in cuts if cut >= place.end), default=place.end)


def _compact(document: dict[str, Any]) -> str:
    """JSON for programs; with indents it would take seven times as long to write."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
