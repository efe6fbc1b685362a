"""Lists across all briefs: notes, corrections, open questions, figures and sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from generator.base.dates import When
from generator.base.paths import slugify
from generator.content.model import KINDS, Annotation, Brief
from generator.site.addresses import kind_url, source_url
from generator.site.brief_page import figure_value, note_view, role_label
from generator.site.brief_text import resolve
from generator.site.connections import publisher_of
from generator.site.facts import Facts
from generator.site.feeds import feed_links
from generator.site.listings import (
    CorrectionsView,
    FiguresView,
    NotesView,
    PublisherView,
    QuestionsView,
    SourcesView,
)
from generator.site.paging import chunks_of, parts_of
from generator.site.pictures import top_entities
from generator.site.view_items import (
    CorrectionItemView,
    FigureItemView,
    NoteItemView,
    QuestionItemView,
    ReportGroup,
    ReportView,
    SourceItemView,
)
from generator.site.view_parts import LinkView

_ENTITIES = 12
_ROWS = 200
"""Rows of a table or short list on one page."""


def _dated(when: When | None, brief: Brief) -> str:
    """Sort key: the day of a remark, or else of its brief."""
    found = when or brief.date
    return found.iso if found else ""


def _all_notes(facts: Facts) -> list[tuple[Brief, int, Annotation]]:
    """Every public note with its number on its brief's page, the newest first."""
    found = [
        (brief, number, note)
        for brief in facts.catalog.briefs for number, note in enumerate(facts.notes(brief), 1)
    ]
    return sorted(found, key=lambda item: _dated(item[2].date, item[0]), reverse=True)


def note_pages(facts: Facts) -> Iterator[NotesView]:
    """All notes, then those of each kind."""
    every = _all_notes(facts)
    counts = Counter(note.kind for _, _, note in every)
    kinds = [LinkView(facts.words.say("all"), kind_url(""), str(len(every)))]
    kinds += [LinkView(facts.words.say(f"kind_{k}"), kind_url(k), str(counts[k])) for k in KINDS if counts[k]]
    for kind in ("", *(k for k in KINDS if counts[k])):
        chosen = [item for item in every if not kind or item[2].kind == kind]
        for part in parts_of(kind_url(kind), chosen, facts.config.list_length):
            items = tuple(note_item(facts, part.url, *item) for item in part.items)
            name = facts.words.say(f"kind_{kind}") if kind else ""
            first = not part.pager.number
            yield NotesView(part.url, tuple(kinds) if first else (), name, part.pager, items,
                            len(chosen) if first else 0)


def note_item(facts: Facts, page: str, brief: Brief, number: int, note: Annotation) -> NoteItemView:
    """A note in a list; ``page`` is the address of the list."""
    html = partial(resolve, page=page, catalog=facts.catalog, origin=brief.path)
    return NoteItemView(note_view(brief, note, number, facts.words, html), facts.origin(brief, f"#note-{number}"))


def newest_notes(facts: Facts, most: int) -> tuple[LinkView, ...]:
    """The first words of the newest notes, one a brief, so that a single busy brief does not fill the list."""
    out: dict[str, LinkView] = {}
    for brief, number, note in _all_notes(facts):
        words = note.text.split()
        text = " ".join(words[:14]) + ("…" if len(words) > 14 else "")
        out.setdefault(brief.slug, LinkView(text, f"{facts.origin(brief).url}#note-{number}", note.kind))
        if len(out) == most:
            break
    return tuple(out.values())


def correction_items(facts: Facts) -> tuple[CorrectionItemView, ...]:
    """Every correction, the newest first."""
    found = [
        (brief, number, correction)
        for brief in facts.catalog.briefs for number, correction in enumerate(brief.corrections, 1)
    ]
    found.sort(key=lambda item: _dated(item[2].date, item[0]), reverse=True)
    return tuple(
        CorrectionItemView(facts.plain_date(c.date), c.was, c.now, c.why, facts.origin(brief, f"#correction-{number}"))
        for brief, number, c in found
    )


def correction_pages(facts: Facts) -> Iterator[CorrectionsView]:
    """All corrections."""
    items = correction_items(facts)
    for part in parts_of("/corrections/", items, facts.config.list_length):
        yield CorrectionsView(part.url, part.pager, part.items, 0 if part.pager.number else len(items),
                              feed_links(facts, "/corrections/", facts.words.say("corrections")))


def question_pages(facts: Facts) -> Iterator[QuestionsView]:
    """All open questions."""
    found = [(brief, text) for brief in facts.catalog.briefs for text in brief.unknowns]
    for part in parts_of("/questions/", found, facts.config.list_length):
        items = tuple(
            QuestionItemView(resolve(text, part.url, facts.catalog, brief.path), facts.origin(brief, "#unknowns"))
            for brief, text in part.items
        )
        yield QuestionsView(part.url, part.pager, items, 0 if part.pager.number else len(found))


def figure_items(facts: Facts, slugs: Iterable[str], most: int | None = None) -> tuple[FigureItemView, ...]:
    """The figures of some briefs, in the order of the briefs."""
    out: list[FigureItemView] = []
    for slug in slugs:
        brief = facts.catalog.brief_of[slug]
        for figure in brief.figures:
            source = publisher_of(brief.sources[figure.source - 1]) if figure.source else ""
            out.append(FigureItemView(figure_value(figure), figure.what, facts.plain_date(figure.as_of), source,
                                      facts.origin(brief, "#figures")))
        if most is not None and len(out) >= most:
            return tuple(out[:most])
    return tuple(out)


def figure_pages(facts: Facts) -> Iterator[FiguresView]:
    """All figures."""
    items = figure_items(facts, (brief.slug for brief in facts.catalog.briefs))
    for part in parts_of("/figures/", items, facts.config.list_length):
        yield FiguresView(part.url, part.pager, part.items, 0 if part.pager.number else len(items))


def source_index(facts: Facts) -> Iterator[SourcesView]:
    """All publishers, those that most briefs rest on first."""
    web = facts.web
    ranked = sorted(web.briefs_from, key=lambda p: (-len(web.briefs_from[p]), web.publishers[p].casefold(), p))
    for part in chunks_of("/sources/", ranked, _ROWS):
        items = tuple(
            SourceItemView(web.publishers[p], source_url(p), len(web.briefs_from[p]),
                           facts.date(facts.catalog.brief_of[web.briefs_from[p][0]].date))
            for p in part.items
        )
        yield SourcesView(part.url, part.pager, items, len(ranked))


def source_views(facts: Facts, publisher: str) -> Iterator[PublisherView]:
    """The pages of a publisher, the newest first."""
    slugs = facts.web.briefs_from[publisher]
    entities = top_entities(facts, slugs, _ENTITIES)
    for part in parts_of(source_url(publisher), slugs, facts.config.list_length):
        groups = tuple(
            ReportGroup(heading, url, tuple(r for slug in members for r in _reports(facts, slug, publisher)))
            for (heading, url), members in groupby(
                part.items, lambda slug: facts.month_heading(facts.catalog.brief_of[slug].date))
        )
        first = not part.pager.number
        yield PublisherView(facts.web.publishers[publisher], part.url, part.pager, groups, entities if first else (),
                            len(slugs) if first else 0)


def _reports(facts: Facts, slug: str, publisher: str) -> Iterator[ReportView]:
    for source in facts.catalog.brief_of[slug].sources:
        if slugify(publisher_of(source)) == publisher:
            role = role_label(source, facts.words)
            yield ReportView(source.title, source.url, facts.plain_date(source.published), role, facts.card(slug))
