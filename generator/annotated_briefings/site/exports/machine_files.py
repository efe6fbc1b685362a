"""Files for programs: sitemap, manifest, headers, lists of feeds and of texts."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import changed
from annotated_briefings.site.exports.markdown_twins import escaped
from annotated_briefings.site.urls import brief_url
from annotated_briefings.site.views.lists import ListView, SitemapView
from annotated_briefings.site.views.parts import LinkView, SitemapEntry

SITEMAP_LIMIT = 50_000
"""Addresses in one sitemap (https://www.sitemaps.org/protocol.html)."""
_TEXTS = 100
_HASHED = re.compile(r"\.[0-9a-f]{10}(?:\.[^./]*)?\Z")
_OF_PAGES = frozenset(
    {"briefs", "corrections", "entities", "figures", "notes", "people", "questions", "search", "sources"}
    | {"stories", "tags"}
)
"""Folders of the output that hold pages."""


def sitemap_views(
    base: str, addresses: Sequence[str], changes: Mapping[str, str], limit: int = SITEMAP_LIMIT
) -> Iterator[tuple[str, SitemapView]]:
    """The sitemaps of a site, by path: one, or if need be several; ``base`` is the web address of the site, ``changes``
    are the days on which pages last changed, as far as they are known."""
    entries = [SitemapEntry(base + address, changes.get(address, "")) for address in addresses]
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
    """The newest briefs as Markdown, for programs that read texts (https://llmstxt.org/); ``lists`` are further pages:
    the keys of their titles and their addresses."""
    base, words = context.config.base_url, context.words
    file = "index.md" if context.config.makes("markdown") else ""
    briefs = tuple(
        LinkView(escaped(b.title), f"{base}{brief_url(b.slug)}{file}", escaped(b.summary))
        for b in context.catalog.briefs[:_TEXTS]
    )
    more = tuple(LinkView(words.say(key), base + url) for key, url in lists)
    return ListView("/llms.txt", tuple(g for g in ((words.say("briefs"), briefs), (words.say("lists"), more)) if g[1]))


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


def fingerprinted_folders(files: Mapping[str, str]) -> tuple[str, ...]:
    """The folders of the output in which every name has the hash of its bytes; ``files`` are the static files and where
    they are published."""
    tops = {path.partition("/")[0] for path in files.values() if "/" in path}
    plain = {path.partition("/")[0] for path in files.values() if not _HASHED.search(path)}
    years = {top for top in tops if top.isdigit() or top.startswith(".")}
    return tuple(sorted((tops | {"css", "js"}) - _OF_PAGES - plain - years))


def header_rules(base_path: str, folders: Sequence[str]) -> str:
    """Response headers for hosts that read ``_headers``; the policy for scripts and styles is in each page itself.

    ``folders`` hold files whose names change with their bytes.
    """
    rules = [
        f"{base_path}*",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  X-Frame-Options: DENY",
        "  Content-Security-Policy: frame-ancestors 'none'",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
    ]
    for folder in folders:
        rules += [f"{base_path}{folder}/*", "  Cache-Control: public, max-age=31536000, immutable"]
    return "\n".join(rules) + "\n"
