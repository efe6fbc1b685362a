"""The news sitemap: briefs of the last two days, for search engines that list news.

Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.lists import NewsSitemapView
from annotated_briefings.site.views.parts import NewsEntry

PATH = "sitemap-news.xml"
"""Its output file."""
_WINDOW = timedelta(days=2)
_LAST_YEAR = 9999
_MOST = 1_000
"""News in one sitemap."""
_CHINESE = {"cn": "zh-cn", "hans": "zh-cn", "sg": "zh-cn", "tw": "zh-tw", "hant": "zh-tw", "hk": "zh-tw", "mo": "zh-tw"}
"""The one language that is told apart by its script."""


def news_sitemap(context: SiteContext) -> NewsSitemapView:
    """The briefs that appeared within two days, the newest first."""
    zone = ZoneInfo(context.config.time_zone)
    found = [
        (moment, brief)
        for brief in context.catalog.briefs
        if (moment := appeared(brief, zone)) and moment <= context.now < moment + _WINDOW
    ]
    found.sort(key=lambda item: (-item[0].timestamp(), item[1].slug))
    return NewsSitemapView(
        tuple(
            NewsEntry(
                context.config.base_url + brief_url(brief.slug),
                brief.title,
                _language(context.language(brief)),
                _written(brief, moment),
            )
            for moment, brief in found[:_MOST]
        )
    )


def turning_points(context: SiteContext) -> Iterator[datetime]:
    """The moments at which briefs come into the news sitemap and leave it."""
    zone = ZoneInfo(context.config.time_zone)
    for brief in context.catalog.briefs:
        moment = appeared(brief, zone)
        if moment:
            yield from (moment, moment + _WINDOW)


def appeared(brief: Brief, zone: ZoneInfo) -> datetime | None:
    """When a brief was first published: the moment its front matter sets, or else the start of its date; None for one
    that is not known to the day."""
    held = [moment for moment in (brief.publish_at, brief.embargo_until) if moment]
    date = brief.date
    # Years at whose edges a moment has no neighbours in other zones hold no news.
    if held:
        return max(held) if max(held).year < _LAST_YEAR else None
    if date is None or not date.day or not 1 < date.year < _LAST_YEAR:
        return None
    return (
        datetime.fromisoformat(date.at)
        if date.at
        else datetime(date.year, date.month, date.day, tzinfo=zone).astimezone(UTC)
    )


def _written(brief: Brief, moment: datetime) -> str:
    if brief.date and not brief.date.at and not (brief.publish_at or brief.embargo_until):
        return brief.date.iso
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _language(tag: str) -> str:
    """A language as the sitemap knows it: ISO 639, but for the two scripts of Chinese."""
    first, *rest = tag.lower().split("-")
    return next((_CHINESE[part] for part in rest if part in _CHINESE), "zh-cn") if first == "zh" else first
