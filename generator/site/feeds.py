"""Feeds and the sitemap: pages for programs, with whole web addresses."""

import re
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from generator.content.model import Brief
from generator.site.addresses import brief_url
from generator.site.brief_page import resolve
from generator.site.catalog import date_order
from generator.site.facts import Facts
from generator.site.view_parts import FeedEntryView, SitemapEntry
from generator.site.views import FeedView, SitemapView

_ADDRESS = re.compile(r'(?<= )(href|src)="([^"]*)"')


def feed_view(facts: Facts, briefs: Iterable[Brief], title: str, feed: str, page: str) -> FeedView:
    """An Atom feed of some briefs; those without a date are left out, since an entry needs one."""
    base = facts.config.base_url
    dated = [brief for brief in briefs if brief.date or brief.updated]
    dated.sort(key=lambda b: (date_order(b), _changed(b)), reverse=True)
    entries = tuple(_entry(facts, brief) for brief in dated[: facts.config.feed_briefs])
    updated = max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z")
    return FeedView(f"{base}{feed}", title, f"{base}{feed}", f"{base}{page}", updated, entries)


def _entry(facts: Facts, brief: Brief) -> FeedEntryView:
    address = brief_url(brief.slug)
    whole = facts.config.base_url + address
    first = brief.date or brief.updated
    blocks = (resolve(block.html, address, facts.catalog, brief.path) for block in brief.body.blocks)
    return FeedEntryView(
        id=_permanent_id(facts, brief),
        title=brief.title,
        url=whole,
        published=first.instant if first else "",
        updated=_changed(brief),
        summary=brief.summary,
        html="\n".join(_absolute(html, whole) for html in blocks),
        tags=tuple(facts.catalog.tag_of[slug].label for slug in facts.web.tags[brief.slug]),
    )


def _permanent_id(facts: Facts, brief: Brief) -> str:
    """A tag URI (RFC 4151): it stays when the site moves to another path."""
    host = urlsplit(facts.config.base_url).hostname or "localhost"
    year = brief.date.year if brief.date else brief.updated.year if brief.updated else 1970
    return f"tag:{host},{year:04}:{brief.slug}"


def _changed(brief: Brief) -> str:
    """The last moment at which a brief is known to have changed."""
    known = [brief.date, brief.updated, *(c.date for c in brief.corrections)]
    return max((when.instant for when in known if when), default="")


def _absolute(html: str, page: str) -> str:
    def change(match: re.Match[str]) -> str:
        return f'{match[1]}="{escape(urljoin(page, unescape(match[2])))}"'

    return _ADDRESS.sub(change, html)


def sitemap_view(facts: Facts, addresses: Iterable[str]) -> SitemapView:
    """All pages of the site, briefs with the date of their last change."""
    base = facts.config.base_url
    changed = {brief_url(brief.slug): _changed(brief)[:10] for brief in facts.catalog.briefs}
    entries = tuple(SitemapEntry(base + address, changed.get(address, "")) for address in addresses)
    return SitemapView(f"{base}/sitemap.xml" if base else "", entries)
