"""The archive: days, months, years and the way into them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from annotated_briefings.base.dates import When
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.periods import periods_of
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.urls import archive_url
from annotated_briefings.site.views.pages import ArchiveView, BriefIndexView
from annotated_briefings.site.views.parts import CardGroup, LinkView, YearView


def card_groups(context: SiteContext, slugs: Iterable[str], by_day: bool = False) -> tuple[CardGroup, ...]:
    """Briefs under the headings of their months or days, in the order given."""
    name = context.day_heading if by_day else context.month_heading
    out: list[CardGroup] = []
    for (heading, url), members in groupby(slugs, lambda slug: name(context.catalog.brief_of[slug].date)):
        out.append(CardGroup(heading, url, context.cards(members)))
    return tuple(out)


def archive_views(context: SiteContext, period: When) -> Iterator[ArchiveView]:
    """The archive pages of a year, month or day that has briefs."""
    known = context.periods
    members = known.members[period]
    newer, older = known.newer.get(period), known.older.get(period)
    for part in parts_of(archive_url(period), members, context.config.list_length):
        first = not part.pager.number
        yield ArchiveView(
            title=context.words.date(period),
            url=part.url,
            up=tuple(_period_link(context, p) for p in periods_of(period)[:-1]),
            newer=_period_link(context, newer) if first and newer else None,
            older=_period_link(context, older) if first and older else None,
            parts=tuple(_part_link(context, p) for p in known.parts.get(period, ())) if first else (),
            pager=part.pager,
            groups=card_groups(context, part.items, by_day=period.month > 0),
            count=len(members) if first else 0,
        )


def _period_link(context: SiteContext, period: When) -> LinkView:
    return LinkView(context.words.date(period), archive_url(period))


def _part_link(context: SiteContext, period: When) -> LinkView:
    """A year, a month of a year, or a day of a month, with its number of briefs."""
    month = context.words.month(period.month, short=True) if period.month else context.words.date(period)
    text = str(period.day) if period.day else month
    return LinkView(text, archive_url(period), str(len(context.periods.members[period])))


def brief_index(context: SiteContext) -> Iterator[BriefIndexView]:
    """The way into the archive: years and months with counts; then the briefs without a date."""
    known = context.periods
    views = tuple(
        YearView(_part_link(context, year), tuple(_part_link(context, month) for month in known.parts.get(year, ())))
        for year in known.members
        if not year.month
    )
    undated = [brief.slug for brief in context.catalog.briefs if brief.date is None]
    for part in parts_of("/briefs/", undated, context.config.list_length):
        first = not part.pager.number
        yield BriefIndexView(
            part.url, views if first else (), part.pager, context.cards(part.items), len(context.catalog.briefs)
        )


def year_links(context: SiteContext) -> tuple[LinkView, ...]:
    """Every year with its number of briefs, the newest first."""
    counts = Counter(When(b.date.year) for b in context.catalog.briefs if b.date)
    return tuple(LinkView(context.words.date(y), archive_url(y), str(counts[y])) for y in sorted(counts, reverse=True))
