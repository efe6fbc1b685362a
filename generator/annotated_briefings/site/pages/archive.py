"""The archive: days, months, years and the way into them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from annotated_briefings.base.dates import When
from annotated_briefings.site.context import SiteContext
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


def _periods(date: When) -> tuple[When, ...]:
    """The year, month and day of a date, as far as known."""
    out = [When(date.year)]
    if date.month:
        out.append(When(date.year, date.month))
    if date.day:
        out.append(When(date.year, date.month, date.day))
    return tuple(out)


def archive_views(context: SiteContext) -> Iterator[ArchiveView]:
    """The archive pages of every year, month and day that has briefs."""
    members: dict[When, list[str]] = {}
    for brief in context.catalog.briefs:
        for period in _periods(brief.date) if brief.date else ():
            if period.day and not context.config.makes("days"):
                continue
            members.setdefault(period, []).append(brief.slug)
    periods = sorted(members, reverse=True)
    parts: dict[When, list[LinkView]] = {}
    for period in periods:
        if period.month:
            above = When(period.year, period.month) if period.day else When(period.year)
            parts.setdefault(above, []).append(_part_link(context, period, len(members[period])))
    kinds = {depth: [p for p in periods if _depth(p) == depth] for depth in (1, 2, 3)}
    place = {period: at for same in kinds.values() for at, period in enumerate(same)}
    for period in periods:
        same, at = kinds[_depth(period)], place[period]
        for part in parts_of(archive_url(period), members[period], context.config.list_length):
            first = not part.pager.number
            yield ArchiveView(
                title=context.words.date(period),
                url=part.url,
                up=tuple(_period_link(context, p) for p in _periods(period)[:-1]),
                newer=_period_link(context, same[at - 1]) if first and at else None,
                older=_period_link(context, same[at + 1]) if first and at + 1 < len(same) else None,
                parts=tuple(parts.get(period, ())) if first else (),
                pager=part.pager,
                groups=card_groups(context, part.items, by_day=period.month > 0),
                count=len(members[period]) if first else 0,
            )


def _depth(period: When) -> int:
    return 3 if period.day else 2 if period.month else 1


def _period_link(context: SiteContext, period: When) -> LinkView:
    return LinkView(context.words.date(period), archive_url(period))


def _part_link(context: SiteContext, period: When, count: int) -> LinkView:
    """A month of a year, or a day of a month, with its number of briefs."""
    text = str(period.day) if period.day else context.words.month(period.month, short=True)
    return LinkView(text, archive_url(period), str(count))


def brief_index(context: SiteContext) -> Iterator[BriefIndexView]:
    """The way into the archive: years and months with counts; then the briefs without a date."""
    counts = Counter(p for b in context.catalog.briefs if b.date for p in _periods(b.date))
    years = sorted((p for p in counts if not p.month), reverse=True)
    months = sorted((p for p in counts if p.month and not p.day), reverse=True)
    views = tuple(
        YearView(
            LinkView(context.words.date(year), archive_url(year), str(counts[year])),
            tuple(_part_link(context, m, counts[m]) for m in months if m.year == year.year),
        )
        for year in years
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
