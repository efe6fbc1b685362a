"""A day's or a week's briefing for e-mail."""

from datetime import date

from annotated_briefings.base.dates import When
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import absolute
from annotated_briefings.site.exports.markdown_twins import loose_markdown
from annotated_briefings.site.model.relations import name_of_source
from annotated_briefings.site.pages.digests.choice import DigestChoice, chosen_briefs
from annotated_briefings.site.pages.digests.period import Period
from annotated_briefings.site.shown_names import with_shown_names
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.claims import CorrectionItemView
from annotated_briefings.site.views.linked_html import resolve
from annotated_briefings.site.views.parts import DateView
from annotated_briefings.site.views.receipts import point_receipts

_ALL = DigestChoice()


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
    opening: str
    """What the editor says first, as HTML with whole addresses; may be empty."""
    opening_text: str
    """The same as Markdown."""
    briefs: tuple[DigestBriefView, ...]
    """In the order that the editor wants; that of the site where nothing else is asked for."""
    more: int
    """Briefs that there was no room for."""
    corrections: tuple[CorrectionItemView, ...]
    """Corrections made in that time."""


def latest_day(context: SiteContext) -> date | None:
    """The newest day that has a public brief."""
    dated = (b.date for b in context.catalog.briefs if b.date and b.date.day)
    found = next(dated, None)
    return date(found.year, found.month, found.day) if found else None


def digest_view(context: SiteContext, period: Period, full: int, most: int, choice: DigestChoice = _ALL) -> DigestView:
    """The digest of a period: ``full`` briefs with summary and points, and ``most`` in all. Raises UnusableChoice."""
    chosen = chosen_briefs(context, period, choice)
    opening, text = _opening(context, choice.opening)
    first, last = (When(d.year, d.month, d.day) for d in (period.first, period.last))
    words, base = context.words, context.config.base_url
    one_day = period.first == period.last
    days = {"first": words.date(first), "last": words.date(last)}
    heading = days["first"] if one_day else words.text("from_to", **days)
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
        opening,
        text,
        tuple(_brief(context, b, n < full) for n, b in enumerate(chosen[:most])),
        max(0, len(chosen) - most),
        corrections,
    )


def _opening(context: SiteContext, markdown: str) -> tuple[str, str]:
    """An opening text as HTML and as Markdown, both with whole addresses."""
    base = context.config.base_url
    blocks = read_markdown(Source("", markdown), markdown).blocks
    html = "\n".join(resolve(block.html, "/", context.catalog, "") for block in blocks)
    return absolute(html, f"{base}/"), loose_markdown(markdown, context.catalog, base)


def _brief(context: SiteContext, brief: Brief, full: bool) -> DigestBriefView:
    receipts = point_receipts(context.words, brief, context.verdicts(brief))
    shown = with_shown_names(context.catalog, brief).key_points
    points = tuple(f"{point.text} ({line})" for point, line in zip(shown, receipts, strict=True))
    names = tuple(dict.fromkeys(filter(None, (name_of_source(brief, one) for one in brief.shown_sources))))
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
