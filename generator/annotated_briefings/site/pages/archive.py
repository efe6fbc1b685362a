"""The archive: days, months, years and the way into them."""

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from annotated_briefings.base.dates import When
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.periods import period_at, periods_of
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.reading_time import reading_minutes
from annotated_briefings.site.urls import archive_url
from annotated_briefings.site.views.items import CalendarView, DayView, EditionBriefView, EditionView
from annotated_briefings.site.views.linked_html import resolve
from annotated_briefings.site.views.lists import BriefIndexView
from annotated_briefings.site.views.pages import ArchiveView
from annotated_briefings.site.views.parts import CardGroup, LinkView, YearView
from annotated_briefings.site.views.receipts import receipt_label

_PAGE = 30
"""Briefs on a page of the list of all, unless the settings ask for fewer."""


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
            parts=tuple(_part_link(context, p) for p in known.parts.get(period, ()))
            if first and not period.month
            else (),
            calendar=_calendar(context, period) if first and period.month and not period.day else None,
            pager=part.pager,
            groups=() if period.day else card_groups(context, part.items, by_day=period.month > 0),
            edition=_edition(context, part.items, part.url) if period.day else None,
            count=len(members) if first else 0,
        )


def period_views(context: SiteContext, key: str) -> Iterator[ArchiveView]:
    """The archive pages of a period by its key in addresses; none where there is no such period."""
    period = period_at(key)
    return archive_views(context, period) if period else iter(())


def _edition(context: SiteContext, slugs: Iterable[str], page: str) -> EditionView:
    """The briefs of a day with their points and reasons."""
    known = [context.catalog.brief_of[slug] for slug in slugs]
    briefs = tuple(_in_edition(context, brief, page) for brief in known)
    kinds = dict.fromkeys(str(kind) for brief in known for kind in context.verdicts(brief).points)
    return EditionView(sum(brief.minutes for brief in briefs), briefs, tuple(kinds))


def _in_edition(context: SiteContext, brief: Brief, page: str) -> EditionBriefView:
    html = partial(resolve, page=page, catalog=context.catalog, origin=brief.path)
    kinds = context.verdicts(brief).points
    return EditionBriefView(
        context.card(brief.slug),
        f"b-{brief.slug}",
        reading_minutes(brief),
        tuple(
            (html(point.html), receipt_label(context.words, brief, point, kind))
            for point, kind in zip(brief.key_points, kinds, strict=True)
        ),
        tuple(map(html, brief.why_it_matters)),
    )


def _period_link(context: SiteContext, period: When) -> LinkView:
    return LinkView(context.words.date(period), archive_url(period))


def _part_link(context: SiteContext, period: When) -> LinkView:
    """A year, a month of a year, or a day of a month, with its number of briefs."""
    month = context.words.month(period.month, short=True) if period.month else context.words.date(period)
    text = str(period.day) if period.day else month
    return LinkView(text, archive_url(period), str(len(context.periods.members[period])))


def _calendar(context: SiteContext, month: When) -> CalendarView | None:
    """The calendar of a month; None where days have no pages, or none of its briefs has a day."""
    counts = {day.day: len(context.periods.members[day]) for day in context.periods.parts.get(month, ())}
    if not counts:
        return None
    weekdays = context.words.weekdays()
    weeks = Calendar(weekdays[0][0]).monthdayscalendar(month.year, month.month)
    return CalendarView(
        tuple((short, full) for _, short, full in weekdays),
        tuple(tuple(_day(month, day, counts.get(day, 0)) for day in week) for week in weeks),
        max(counts.values()),
    )


def _day(month: When, day: int, count: int) -> DayView:
    return DayView(day, archive_url(When(month.year, month.month, day)) if count else "", count)


def brief_index(context: SiteContext) -> Iterator[BriefIndexView]:
    """All briefs, the newest first and those without a date last; beside them years and months with counts."""
    known = context.periods
    views = tuple(
        YearView(_part_link(context, year), tuple(_part_link(context, month) for month in known.parts.get(year, ())))
        for year in known.members
        if not year.month
    )
    briefs = sorted(context.catalog.briefs, key=lambda brief: brief.date is None)
    for part in parts_of("/briefs/", [b.slug for b in briefs], min(_PAGE, context.config.list_length)):
        first = not part.pager.number
        groups = card_groups(context, part.items, by_day=True)
        yield BriefIndexView(part.url, views if first else (), part.pager, groups, len(briefs) if first else 0)


def year_links(context: SiteContext) -> tuple[LinkView, ...]:
    """Every year with its number of briefs, the newest first."""
    counts = Counter(When(b.date.year) for b in context.catalog.briefs if b.date)
    return tuple(LinkView(context.words.date(y), archive_url(y), str(counts[y])) for y in sorted(counts, reverse=True))
