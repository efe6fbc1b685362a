"""Files for programs: sitemap, manifest, lists of feeds and of texts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import changed
from annotated_briefings.site.exports.markdown_twins import escaped
from annotated_briefings.site.urls import brief_url, text_url
from annotated_briefings.site.views.lists import ListView, SitemapView
from annotated_briefings.site.views.parts import LinkView, SitemapEntry, TranslationView

SITEMAP_LIMIT = 50_000
"""Addresses in one sitemap (https://www.sitemaps.org/protocol.html)."""
_TEXTS = 100


def sitemap_views(
    base: str,
    addresses: Sequence[str],
    changes: Mapping[str, str],
    limit: int = SITEMAP_LIMIT,
    languages: Mapping[str, tuple[TranslationView, ...]] = MappingProxyType({}),
) -> Iterator[tuple[str, SitemapView]]:
    """The sitemaps of a site, by path: one, or if need be several; ``base`` is the web address of the site, ``changes``
    are the days on which pages last changed, as far as they are known, and ``languages`` the translations of pages."""
    entries = [
        SitemapEntry(base + address, changes.get(address, ""), languages.get(address, ())) for address in addresses
    ]
    if len(entries) <= limit:
        yield "sitemap.xml", SitemapView(f"{base}/sitemap.xml" if base else "", tuple(entries))
        return
    for number, start in enumerate(range(0, len(entries), limit), 1):
        path = f"sitemap-{number}.xml"
        yield path, SitemapView(f"{base}/{path}", tuple(entries[start : start + limit]))


def sitemap_index(
    base: str, addresses: Sequence[str], changes: Mapping[str, str], limit: int = SITEMAP_LIMIT
) -> Iterator[tuple[str, SitemapView]]:
    """The index of several sitemaps, by path; nothing where there is one alone."""
    if len(addresses) > limit:
        parts = (view for _, view in sitemap_views(base, addresses, changes, limit))
        entries = tuple(SitemapEntry(view.url, max(entry.changed for entry in view.entries)) for view in parts)
        yield "sitemap.xml", SitemapView(f"{base}/sitemap.xml", entries)


def change_days(context: SiteContext) -> dict[str, str]:
    """Brief to the day of its last change; empty where none is known."""
    return {brief.slug: changed(brief, context.config.time_zone)[:10] for brief in context.catalog.briefs}


def robots(context: SiteContext, news: str) -> SitemapView:
    """What crawlers are told; ``news`` is the address of the news sitemap, empty where there is none."""
    base = context.config.base_url
    return SitemapView(f"{base}/sitemap.xml" if base else "", (), base + news if news else "")


def feed_list(context: SiteContext, groups: Iterable[tuple[str, Iterable[LinkView]]]) -> ListView:
    """Every feed, for feed readers: of the site, and of the pages in ``groups``, which are links under headings."""
    base, title = context.config.base_url, context.config.title
    own = (title, (LinkView(title, f"{base}/feed.xml", f"{base}/"),))
    more = (
        (name, tuple(LinkView(p.text, f"{base}{p.url}feed.xml", base + p.url) for p in pages)) for name, pages in groups
    )
    return ListView("/opml.xml", tuple(group for group in (own, *more) if group[1]))


def text_list(context: SiteContext, lists: Iterable[tuple[str, str]]) -> ListView:
    """The newest briefs and the pages of the site's own as Markdown, for programs that read texts
    (https://llmstxt.org/); ``lists`` are further pages: the keys of their titles and their addresses."""
    base, words = context.config.base_url, context.words
    file = "index.md" if context.config.makes("markdown") else ""
    briefs = tuple(
        LinkView(escaped(b.title), f"{base}{brief_url(b.slug)}{file}", escaped(b.summary))
        for b in context.catalog.briefs[:_TEXTS]
    )
    own = tuple(
        LinkView(escaped(page.text.title), f"{base}{text_url(page.text)}{file}", escaped(page.text.summary))
        for page in context.catalog.pages.values()
    )
    more = (*own, *(LinkView(words.text(key), base + url) for key, url in lists))
    return ListView(
        "/llms.txt", tuple(g for g in ((words.text("briefs"), briefs), (words.text("lists"), more)) if g[1])
    )


def manifest(context: SiteContext) -> str:
    """The web app manifest; its addresses are relative to it, so that it works under any path."""
    config = context.config
    data = {
        "name": config.title,
        "short_name": config.title[:30],
        "description": config.description,
        "lang": context.words.language,
        "dir": context.words.direction,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#fbf9f3",
        "theme_color": "#fbf9f3",
        "icons": [{"src": "favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps({k: v for k, v in data.items() if v}, ensure_ascii=False, indent=1) + "\n"
