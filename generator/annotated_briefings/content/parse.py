"""From the text of one file to its facts; never sees other files and never raises."""

from unicodedata import normalize

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.paths import file_stem, is_slug, slugify
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.patch import value_at
from annotated_briefings.content.entries import annotations, answers, corrections, figures, key_points, sources
from annotated_briefings.content.frontmatter import read_fields
from annotated_briefings.content.markdown.blocks import inline_html, read_markdown
from annotated_briefings.content.markdown.text import Body
from annotated_briefings.content.model import Brief, Image, Ref
from annotated_briefings.content.quotations import quotations
from annotated_briefings.content.rules import check_brief


def parse_brief(source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it; no brief when an error leaves nothing safe to publish."""
    brief, found = attempt_brief(source)
    broken = any(d.severity is Severity.ERROR for d in found)
    return (None if broken else brief), found


def attempt_brief(source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The same with what could be read of a broken brief, to look for more that is wrong with it; never to be shown."""
    if not source.text.strip():
        return None, (
            report(
                "empty-file", "the file is empty", Place(source.path, 1, 1), help="write a brief into it, or delete it"
            ),
        )
    fields, split = read_fields(source)
    unreadable = any(d.severity is Severity.ERROR for d in fields.found)
    body = read_markdown(source, split.body, split.body_offset)
    title = fields.text("title")
    if not title and not unreadable:
        fields.missing(
            ("title",),
            "missing-title",
            "the brief has no title",
            Place(source.path, 1, 1),
            "add a line `title: ...` between two `---` lines at the top",
        )
    brief = _brief(source, fields, body, title)
    if title:
        fields.found += check_brief(brief, fields)
    fields.finish()
    return brief, tuple(fields.found)


def _brief(source: Source, fields: Fields, body: Body, title: str) -> Brief:
    origins = sources(fields)
    about, mentions = _entities(fields)
    articles, confidence = _imported(fields)
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
        key_points=key_points(fields, body, len(origins)),
        figures=figures(fields, body, len(origins)),
        about=about,
        mentions=mentions,
        tags=tuple(Ref(*item) for item in fields.placed_texts("tags")),
        story=_story(fields),
        sources=origins,
        annotations=annotations(source, fields, body),
        corrections=corrections(fields),
        answers=answers(fields),
        language=fields.text("lang"),
        draft=fields.flag("draft"),
        publish_at=fields.moment("publish_at"),
        embargo_until=fields.moment("embargo_until"),
        expires_at=fields.moment("expires_at"),
        redirect_from=tuple(Ref(*item) for item in fields.placed_texts("redirect_from")),
        image=_image(fields),
        articles=articles,
        quotations=quotations(body.blocks),
        confidence=confidence,
        body=body,
    )


def _slug(source: Source, fields: Fields, title: str) -> str:
    written = fields.text("slug")
    if written:
        # Two spellings of one letter would be two addresses here and one file elsewhere.
        written = normalize("NFC", written)
        if is_slug(written) and "/" not in written:
            return written
        fields.say(
            "wrong-type",
            f"`{written}` cannot stand in an address",
            fields.place("slug"),
            f"write it as `{slugify(written) or 'some-words'}`",
        )
    return slugify(file_stem(source.path)) or slugify(title) or "brief"


def _story(fields: Fields) -> str:
    story = fields.text("story")
    return slugify(story) if story else ""


def _lines(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(inline_html(text) for text in fields.texts(key))


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


def _image(fields: Fields) -> Image | None:
    inner = fields.inner("image")
    if inner is None:
        return None
    image = Image(inner.text("src"), inner.text("alt"), inner.text("credit"), inner.place("src"))
    if not image.alt:
        inner.missing(
            ("alt",), "missing-alt", "the image has no `alt`", inner.start, "say in `alt` what the image shows"
        )
    inner.finish()
    return image if image.src else None


def _imported(fields: Fields) -> tuple[tuple[str, ...], str]:
    """What import wrote: the articles that the brief stands for, and its confidence; the rest is its own business."""
    inner = fields.inner("imported")
    if inner is None:
        return (), ""
    folded = value_at(inner.mapping, ("folded",))
    copies = (
        [str(entry.get("id", "")) for entry in folded if isinstance(entry, dict)] if isinstance(folded, list) else []
    )
    return tuple(filter(None, (inner.text("id"), *copies))), inner.text("confidence")
