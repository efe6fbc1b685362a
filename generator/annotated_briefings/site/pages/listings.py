"""Lists across all briefs: corrections and sources."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from annotated_briefings.base.dates import When
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import feed_links
from annotated_briefings.site.model.correction_ids import correction_ids
from annotated_briefings.site.model.relations import publisher_in
from annotated_briefings.site.pages.charts import top_entities
from annotated_briefings.site.pagination import chunks_of, parts_of
from annotated_briefings.site.urls import contact_address, source_url
from annotated_briefings.site.views.claims import CorrectionItemView
from annotated_briefings.site.views.items import ReportGroup, ReportView, SourceItemView
from annotated_briefings.site.views.lists import CorrectionsView, PublisherView, SourcesView
from annotated_briefings.site.views.receipts import role_label

_ENTITIES = 12
_ROWS = 200
"""Rows of a table or short list on one page."""


def _dated(when: When | None, brief: Brief) -> str:
    """Sort key: the day of a remark, or else of its brief."""
    found = when or brief.date
    return found.iso if found else ""


def correction_items(context: SiteContext, slugs: Iterable[str] | None = None) -> tuple[CorrectionItemView, ...]:
    """Every correction, or those of some briefs, the newest first."""
    briefs = context.catalog.briefs if slugs is None else map(context.catalog.brief_of.__getitem__, slugs)
    found = [
        (brief, name, correction)
        for brief in briefs
        for name, correction in zip(correction_ids(brief), brief.corrections, strict=True)
    ]
    found.sort(key=lambda item: _dated(item[2].date, item[0]), reverse=True)
    return tuple(
        CorrectionItemView(context.plain_date(c.date), c.was, c.now, c.why, context.origin(brief, f"#{name}"))
        for brief, name, c in found
    )


def correction_pages(context: SiteContext) -> Iterator[CorrectionsView]:
    """All corrections."""
    items = correction_items(context)
    for part in parts_of("/corrections/", items, context.config.list_length):
        yield CorrectionsView(
            part.url,
            part.pager,
            part.items,
            0 if part.pager.number else len(items),
            feed_links(context, "/corrections/", context.words.text("corrections")),
            contact_address(context.config, context.words.text("corrections"), part.url),
        )


def source_index(context: SiteContext) -> Iterator[SourcesView]:
    """All publishers, those that most briefs rest on first."""
    web = context.web
    ranked = sorted(web.briefs_from, key=lambda p: (-len(web.briefs_from[p]), web.publishers[p].casefold(), p))
    for part in chunks_of("/sources/", ranked, _ROWS):
        items = tuple(
            SourceItemView(
                web.publishers[p],
                source_url(p),
                len(web.briefs_from[p]),
                context.date(context.catalog.brief_of[web.briefs_from[p][0]].date),
            )
            for p in part.items
        )
        yield SourcesView(part.url, part.pager, items, len(ranked))


def source_views(context: SiteContext, publisher: str) -> Iterator[PublisherView]:
    """The pages of a publisher, the newest first."""
    slugs = context.web.briefs_from[publisher]
    entities = top_entities(context, slugs, _ENTITIES)
    for part in parts_of(source_url(publisher), slugs, context.config.list_length):
        groups = tuple(
            ReportGroup(heading, url, tuple(r for slug in members for r in _reports(context, slug, publisher)))
            for (heading, url), members in groupby(
                part.items, lambda slug: context.month_heading(context.catalog.brief_of[slug].date)
            )
        )
        first = not part.pager.number
        yield PublisherView(
            context.web.publishers[publisher],
            part.url,
            part.pager,
            groups,
            entities if first else (),
            len(slugs) if first else 0,
        )


def _reports(context: SiteContext, slug: str, publisher: str) -> Iterator[ReportView]:
    brief = context.catalog.brief_of[slug]
    for source in brief.sources:
        if publisher_in(context.catalog, context.web, brief, source) == publisher:
            role = role_label(source, context.words)
            yield ReportView(source.title, source.url, context.plain_date(source.published), role, context.card(slug))
