"""From the text of one file to its facts; never sees other files and never raises."""

from pathlib import PurePosixPath

from generator.base.diagnostics import Diagnostic, Severity, report
from generator.base.fields import Fields
from generator.base.htmltext import plain_text
from generator.base.paths import is_slug, slugify
from generator.base.source import Place, Source
from generator.content.annotations import AMBIGUOUS, ANCHORED, ORPHAN, Anchor, anchor, find_exact
from generator.content.frontmatter import read_fields
from generator.content.markdown import inline_html, read_markdown
from generator.content.model import (
    KINDS,
    Annotation,
    Body,
    Brief,
    Correction,
    Figure,
    Image,
    KeyPoint,
    Passage,
    Ref,
    SourceRef,
)


def parse_brief(source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it; no brief when an error leaves nothing safe to publish."""
    if not source.text.strip():
        return None, (report("empty-file", "the file is empty", Place(source.path, 1, 1),
                             help="write a brief into it, or delete it"),)
    fields, split = read_fields(source)
    unreadable = any(d.severity is Severity.ERROR for d in fields.found)
    body = read_markdown(source, split.body, split.body_offset)
    title = fields.text("title")
    if not title and not unreadable:
        fields.say("missing-title", "the brief has no title", Place(source.path, 1, 1),
                   "add a line `title: ...` between two `---` lines at the top")
    brief = _brief(source, fields, body, title)
    fields.finish()
    broken = any(d.severity is Severity.ERROR for d in fields.found)
    return (None if broken else brief), tuple(fields.found)


def _brief(source: Source, fields: Fields, body: Body, title: str) -> Brief:
    sources = _sources(fields)
    about, mentions = _entities(fields)
    return Brief(
        path=source.path,
        slug=_slug(source, fields, title),
        title=title,
        place=fields.place("slug") if fields.has("slug") else Place(source.path, 1, 1),
        date=fields.when("date"),
        updated=fields.when("updated"),
        summary=" ".join(fields.text("summary").split()),
        why_it_matters=_lines(fields, "why_it_matters"),
        what_next=_lines(fields, "what_next"),
        unknowns=_lines(fields, "unknowns"),
        key_points=_key_points(fields, body, len(sources)),
        figures=_figures(fields, body, len(sources)),
        about=about,
        mentions=mentions,
        tags=tuple(Ref(*item) for item in fields.placed_texts("tags")),
        story=_story(fields),
        sources=sources,
        annotations=_annotations(source, fields, body),
        corrections=_corrections(fields),
        language=fields.text("lang"),
        draft=fields.flag("draft"),
        publish_at=fields.moment("publish_at"),
        embargo_until=fields.moment("embargo_until"),
        expires_at=fields.moment("expires_at"),
        redirect_from=tuple(Ref(*item) for item in fields.placed_texts("redirect_from")),
        image=_image(fields),
        confidence=_confidence(fields),
        body=body,
    )


def _slug(source: Source, fields: Fields, title: str) -> str:
    written = fields.text("slug")
    if written:
        if is_slug(written) and "/" not in written:
            return written
        fields.say("wrong-type", f"`{written}` cannot stand in an address", fields.place("slug"),
                   f"write it as `{slugify(written) or 'some-words'}`")
    return slugify(PurePosixPath(source.path).stem) or slugify(title) or "brief"


def _story(fields: Fields) -> str:
    story = fields.text("story")
    return slugify(story) if story else ""


def _lines(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(inline_html(text) for text in fields.texts(key))


def _source_number(fields: Fields, count: int) -> int:
    number = fields.number("source", 0)
    if number > count:
        fields.say("wrong-type", f"there is no source {number}", fields.place("source"),
                   f"this brief has {count} of them; they are counted from 1")
        return 0
    return number


def _receipt(fields: Fields, quote: str, body: Body) -> Passage | None:
    """Where a receipt stands in the body, word for word; of several places the first is as good a proof as any."""
    if not quote:
        return None
    passage = find_exact(body.text, quote)
    if passage is None:
        fields.say("lost-receipt", f"the quote `{_short(quote)}` is not in the text", fields.place("quote"),
                   "copy the words from the text exactly, or take the quote out")
    return passage


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _key_points(fields: Fields, body: Body, count: int) -> tuple[KeyPoint, ...]:
    points: list[KeyPoint] = []
    for entry in fields.entries_or_texts("key_points"):
        if isinstance(entry, tuple):
            # A plain text: a point without a receipt.
            html = inline_html(entry[0])
            points.append(KeyPoint(html, plain_text(html), "", 0, None, entry[1]))
            continue
        html = inline_html(entry.text("text"))
        quote = entry.text("quote")
        if not html:
            entry.say("wrong-type", "a key point has no `text`", entry.start, "add `text: ...`")
        points.append(KeyPoint(html, plain_text(html), quote, _source_number(entry, count),
                               _receipt(entry, quote, body), entry.place("quote")))
        entry.finish()
    return tuple(points)


def _figures(fields: Fields, body: Body, count: int) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    for entry in fields.entries("figures"):
        quote = entry.text("quote")
        figures.append(Figure(entry.text("value"), entry.text("unit"), entry.text("what"), entry.when("as_of"),
                              _source_number(entry, count), quote, _receipt(entry, quote, body), entry.start))
        entry.finish()
    return tuple(figures)


def _entities(fields: Fields) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """Entities a brief is about and those it mentions; a plain list means mentions."""
    if not fields.is_mapping("entities"):
        return (), tuple(Ref(*item) for item in fields.placed_texts("entities"))
    inner = fields.inner("entities")
    if inner is None:
        return (), ()
    about = tuple(Ref(*item) for item in inner.placed_texts("about"))
    mentions = tuple(Ref(*item) for item in inner.placed_texts("mentions"))
    inner.finish()
    return about, mentions


def _sources(fields: Fields) -> tuple[SourceRef, ...]:
    out: list[SourceRef] = []
    for entry in fields.entries("sources"):
        out.append(SourceRef(entry.text("outlet"), entry.text("title"), _web_address(entry, "url"),
                             entry.text("author"), entry.when("published"), entry.text("role", "original"),
                             entry.text("lang")))
        entry.finish()
    return tuple(out)


def _web_address(fields: Fields, key: str) -> str:
    text = fields.text(key)
    if text and not text.startswith(("http://", "https://")):
        fields.say("wrong-type", f"`{_short(text)}` is not a web address", fields.place(key),
                   "it must start with `https://` or `http://`")
        return ""
    return text


def _annotations(source: Source, fields: Fields, body: Body) -> tuple[Annotation, ...]:
    out: list[Annotation] = []
    for entry in fields.entries("annotations"):
        quote = " ".join(entry.text("quote").split())
        prefix, suffix = entry.text("prefix"), entry.text("suffix")
        found = anchor(body.text, quote, prefix, suffix)
        if (found.state == ORPHAN or found.why) and (bare := plain_text(inline_html(quote))) != quote:
            # Copied out of the Markdown, marks and all.
            found = anchor(body.text, bare, prefix, suffix)
        _say_anchor(entry, quote, found)
        note_place = entry.place("note")
        note = read_markdown(source, entry.text("note"), _offset_of_line(source, note_place.line))
        html = "\n".join(block.html for block in note.blocks)
        out.append(Annotation(quote, entry.choice("kind", KINDS, "context"), entry.text("author"), entry.when("date"),
                              html, note.text, entry.choice("status", ("public", "draft"), "public") == "public",
                              found.passage, note.wikilinks, entry.place("quote")))
        entry.finish()
    return tuple(out)


def _say_anchor(entry: Fields, quote: str, found: Anchor) -> None:
    """What became of the quote of a note, where its editor should know."""
    place = entry.place("quote")
    if found.state == AMBIGUOUS:
        entry.say("ambiguous-annotation", f"`{_short(quote)}` stands at {found.places} places", place,
                  "quote more words, or say what stands before it with `prefix` or after it with `suffix`")
    elif found.state == ORPHAN:
        near = f"the nearest words are `{_short(found.found)}`, but {found.why}; " if found.found else ""
        entry.say("orphan-annotation", f"`{_short(quote)}` is not in the text", place,
                  f"{near}copy the words from the text exactly; the note is shown under the text until then")
    elif found.state == ANCHORED and found.why:
        entry.say("changed-annotation", f"`{_short(quote)}` now reads `{_short(found.found)}`", place,
                  "the note stays there; copy the new words into `quote` when they are right")


def _offset_of_line(source: Source, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = source.text.find("\n", at) + 1
    return at


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    out: list[Correction] = []
    for entry in fields.entries("corrections"):
        out.append(Correction(entry.when("date"), entry.text("was"), entry.text("now"), entry.text("why")))
        entry.finish()
    return tuple(out)


def _image(fields: Fields) -> Image | None:
    inner = fields.inner("image")
    if inner is None:
        return None
    image = Image(inner.text("src"), inner.text("alt"), inner.text("credit"))
    if not image.alt:
        inner.say("wrong-type", "the image has no `alt`", inner.start, "say in `alt` what the image shows")
    inner.finish()
    return image if image.src else None


def _confidence(fields: Fields) -> str:
    """The confidence that import wrote; the other imported fields are the importer's own business."""
    inner = fields.inner("imported")
    return inner.text("confidence") if inner else ""
