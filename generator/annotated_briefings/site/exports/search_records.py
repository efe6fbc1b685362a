"""What the search knows of each brief: only what its page shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.site_files import PAGES
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_table import Copy, Field, Part
from annotated_briefings.content.from_fields import field_texts, parts_of
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.figure_series import figure_shown
from annotated_briefings.site.model.receipts import Receipts
from annotated_briefings.site.model.relations import publisher_in
from annotated_briefings.site.shown_names import shown_passage, with_shown_names
from annotated_briefings.site.urls import brief_url, text_url
from annotated_briefings.site.views.entry_lines import line_text
from annotated_briefings.site.views.receipts import figure_receipts, point_receipts


class SearchRecord(Value):
    """One brief for the search index."""

    url: str
    """Its address on the site."""
    language: str
    """BCP 47 language tag."""
    title: str
    """Headline."""
    date: str
    """Date as people write it, or empty."""
    order: str
    """Date for sorting, or empty."""
    summary: str
    """Its summary; may be empty."""
    text: tuple[str, ...]
    """Paragraphs of plain text after it."""
    filters: tuple[tuple[str, str], ...]
    """Names and values: ``entity``, ``tag``, ``story``, ``source`` and ``author``."""


def search_records(context: SiteContext) -> tuple[SearchRecord, ...]:
    """The records of all briefs and of the pages of the site's own, by address."""
    return tuple(record_of(context, text) for _, text in sorted(searched_texts(context).items()))


def searched_texts(context: SiteContext) -> dict[str, Brief]:
    """Addresses to the briefs and pages of the site's own that are found there."""
    catalog = context.catalog
    briefs = {brief_url(brief.slug): brief for brief in catalog.briefs}
    return briefs | {text_url(page.text): page.text for page in catalog.pages.values()}


def record_of(context: SiteContext, text: Brief) -> SearchRecord:
    """The record of a brief or a page of the site's own."""
    return _page_record(context, text) if text.path.startswith(f"{PAGES}/") else _record(context, text)


def _record(context: SiteContext, brief: Brief) -> SearchRecord:
    catalog, web = context.catalog, context.web
    brief = with_shown_names(catalog, brief)
    notes = tuple(note.text for note in context.notes(brief))
    before, after = parts_of(Part.BEFORE, Copy.SEARCH), parts_of(Part.AFTER, Copy.SEARCH)
    lines = (field for field in (*before, *after) if not field.inner)
    text = (
        *_entries(before, context, brief),
        *_paragraphs(catalog, brief),
        *(line for field in lines for line in field_texts(field, getattr(brief, field.attributes[0]))),
        *notes,
        *(who.name for who in catalog.people_of((*brief.author, *brief.reviewed_by), brief.language)),
        *_entries(after, context, brief),
    )
    filters = [("entity", catalog.entity_of[e].name) for e in web.named[brief.slug]]
    filters += [("tag", catalog.tag_of[t].label) for t in _with_wider(catalog, web.tags[brief.slug])]
    filters += [("story", context.story_link(brief.story).text)] if brief.story else []
    publishers = (publisher_in(catalog, web, brief, source) for source in brief.sources)
    filters += [("source", web.publishers[name]) for name in dict.fromkeys(filter(None, publishers))]
    filters += [("author", who.name) for who in catalog.people_of(brief.author, brief.language)]
    return SearchRecord(
        brief_url(brief.slug),
        context.language(brief),
        brief.title,
        context.words.date(brief.date) if brief.date else "",
        brief.date.iso if brief.date else "",
        brief.summary,
        tuple(part for part in text if part),
        tuple((name, one_line(value)) for name, value in filters),
    )


def _paragraphs(catalog: Catalog, text: Brief) -> Iterator[str]:
    """The blocks of a text as its page shows them."""
    for block in text.body.blocks:
        yield shown_passage(catalog, text, block.start, block.start + len(block.text))


def _page_record(context: SiteContext, text: Brief) -> SearchRecord:
    paragraphs = tuple(filter(None, _paragraphs(context.catalog, text)))
    return SearchRecord(text_url(text), context.language(text), text.title, "", "", text.summary, paragraphs, ())


def one_line(name: str) -> str:
    """A name as a filter has it, without the line ends and tabs that it may have been written with."""
    return " ".join(name.split())


def _with_wider(catalog: Catalog, tags: Iterable[str]) -> Iterable[str]:
    """Some tags and those above them, whose pages list what the narrower ones have."""
    found = dict.fromkeys(tags)
    todo = list(found)
    while todo:
        parent = catalog.tag_of[todo.pop()].parent
        if parent in catalog.tag_of and parent not in found:
            found[parent] = None
            todo.append(parent)
    return found


def _entries(fields: Iterable[Field], context: SiteContext, brief: Brief) -> Iterator[str]:
    for field in fields:
        if field.kind.entry:
            words = context.speaks(brief)
            yield from (line_text(field, entry, words) for entry in getattr(brief, field.attributes[0]))
        elif field.inner:
            yield from ENTRIES[field.name](context.speaks(brief), brief, context.verdicts(brief))


def _points(words: Words, brief: Brief, verdicts: Receipts) -> Iterator[str]:
    for point, receipt in zip(brief.key_points, point_receipts(words, brief, verdicts), strict=True):
        yield f"{point.text} ({receipt})"


def _figures(words: Words, brief: Brief, verdicts: Receipts) -> Iterator[str]:
    for figure, receipt in zip(brief.figures, figure_receipts(words, brief, verdicts), strict=True):
        value = figure_shown(figure, brief, words).shown.replace("\u00a0", " ")
        yield f"{value} {figure.what} ({receipt})"


ENTRIES: Mapping[str, Callable[[Words, Brief, Receipts], Iterator[str]]] = {"key_points": _points, "figures": _figures}
"""What is found of the entries of a field, with their receipts in words."""
