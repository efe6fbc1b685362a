"""A day's or a week's briefing for e-mail."""

from datetime import date, timedelta

from annotated_briefings.base.dates import When
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.claims import CorrectionItemView
from annotated_briefings.site.views.parts import DateView
from annotated_briefings.site.views.receipts import said_of_points


class DigestBriefView(Value):
    """A brief in a digest."""

    title: str
    """Headline."""
    url: str
    """Its whole web address."""
    language: str
    """BCP 47 language tag."""
    date: DateView | None
    """Date of the news."""
    summary: str
    """One or two sentences; empty where the digest would grow too long."""
    points: tuple[str, ...]
    """Key points as plain text, each with what its receipt is, at most three; none where the digest would grow too
    long."""
    sources: tuple[str, ...]
    """Names of its sources, at most three."""
    notes: int
    """Number of public notes."""


class DigestView(Value):
    """``digest.html`` and ``digest.txt``: the briefs of a day or a week."""

    heading: str
    """The day or the week in words."""
    url: str
    """Whole web address of the archive page, or of the site."""
    briefs: tuple[DigestBriefView, ...]
    """Newest first."""
    more: int
    """Briefs that there was no room for."""
    corrections: tuple[CorrectionItemView, ...]
    """Corrections made in that time."""


class Period(Value):
    """Some days, both ends included."""

    first: date
    """The first day."""
    last: date
    """The last day."""
    name: str
    """``2026-03-14`` or ``2026-W11``, for names of files."""

    def has(self, when: When | None) -> bool:
        """Whether a date known to the day lies in it."""
        if when is None or not when.day:
            return False
        return self.first <= date(when.year, when.month, when.day) <= self.last


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, day.isoformat())


def week_period(day: date) -> Period:
    """The ISO week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    sunday = min(monday.toordinal() + 6, date.max.toordinal())
    year, week, _ = day.isocalendar()
    return Period(monday, date.fromordinal(sunday), f"{year}-W{week:02}")


def latest_day(context: SiteContext) -> date | None:
    """The newest day that has a public brief."""
    dated = (b.date for b in context.catalog.briefs if b.date and b.date.day)
    found = next(dated, None)
    return date(found.year, found.month, found.day) if found else None


def digest_view(context: SiteContext, period: Period, full: int, most: int) -> DigestView:
    """The digest of a period: ``full`` briefs with summary and points, and ``most`` in all."""
    chosen = [brief for brief in context.catalog.briefs if period.has(brief.date)]
    first, last = (When(d.year, d.month, d.day) for d in (period.first, period.last))
    words, base = context.words, context.config.base_url
    one_day = period.first == period.last
    days = {"first": words.date(first), "last": words.date(last)}
    heading = days["first"] if one_day else words.say("from_to", **days)
    archive = f"/{first.year:04}/{first.month:02}/{first.day:02}/" if one_day and chosen else "/"
    corrections = tuple(
        CorrectionItemView(context.plain_date(c.date), c.was, c.now, c.why, context.origin(brief))
        for brief in context.catalog.briefs
        for c in brief.corrections
        if period.has(c.date)
    )
    return DigestView(
        heading,
        base + archive,
        tuple(_brief(context, b, n < full) for n, b in enumerate(chosen[:most])),
        max(0, len(chosen) - most),
        corrections,
    )


def _brief(context: SiteContext, brief: Brief, full: bool) -> DigestBriefView:
    said = said_of_points(context.words, brief, context.verdicts(brief))
    points = tuple(f"{point.text} ({line})" for point, line in zip(brief.key_points, said, strict=True))
    names = tuple(dict.fromkeys(source.outlet or source.title for source in brief.shown_sources))
    return DigestBriefView(
        brief.title,
        context.config.base_url + brief_url(brief.slug),
        context.language(brief),
        context.plain_date(brief.date),
        brief.summary if full else "",
        points[:3] if full else (),
        tuple(filter(None, names))[:3],
        len(context.notes(brief)),
    )
