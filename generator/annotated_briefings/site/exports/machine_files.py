"""Files for programs: sitemap, manifest, headers, lists of feeds and of texts."""

import json
from collections.abc import Iterable, Iterator, Sequence

from annotated_briefings.content.model import Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import changed
from annotated_briefings.site.urls import brief_url, entity_url, story_url, tag_url
from annotated_briefings.site.views.lists import ListView, SitemapView
from annotated_briefings.site.views.parts import LinkView, SitemapEntry

SITEMAP_LIMIT = 50_000
"""Addresses in one sitemap (https://www.sitemaps.org/protocol.html)."""
_FEEDS = 200
_TEXTS = 100


def sitemap_views(
    context: SiteContext, addresses: Iterable[str], limit: int = SITEMAP_LIMIT
) -> Iterator[tuple[str, bool, SitemapView]]:
    """Files of the sitemap: path, whether it is the index of others, and its view."""
    base = context.config.base_url
    dates = _changes(context)
    entries = [SitemapEntry(base + address, dates.get(address, "")) for address in addresses]
    whole = f"{base}/sitemap.xml" if base else ""
    if len(entries) <= limit:
        yield "sitemap.xml", False, SitemapView(whole, tuple(entries))
        return
    parts = [tuple(entries[at : at + limit]) for at in range(0, len(entries), limit)]
    index: list[SitemapEntry] = []
    for number, part in enumerate(parts, 1):
        path = f"sitemap-{number}.xml"
        yield path, False, SitemapView(f"{base}/{path}", part)
        index.append(SitemapEntry(f"{base}/{path}", max(entry.changed for entry in part)))
    yield "sitemap.xml", True, SitemapView(whole, tuple(index))


def _changes(context: SiteContext) -> dict[str, str]:
    """Day of the last change of pages, as far as the briefs on them tell; other pages have none."""
    web = context.web
    day = {brief.slug: changed(brief)[:10] for brief in context.catalog.briefs}

    def newest(slugs: Iterable[str]) -> str:
        return max((day[slug] for slug in slugs), default="")

    out = {brief_url(slug): date for slug, date in day.items()}
    out["/"] = newest(day)
    for address, members in (
        (entity_url, web.briefs_naming),
        (tag_url, web.briefs_tagged),
        (story_url, web.briefs_in_story),
    ):
        out |= {address(key): newest(slugs) for key, slugs in members.items()}
    return out


def feed_list(context: SiteContext) -> ListView:
    """Every feed, for feed readers: of the site, of stories and tags, and of the entities that most briefs name."""
    base, web = context.config.base_url, context.web
    entities = sorted(
        (e for e in context.catalog.entities if e.id in web.briefs_naming),
        key=lambda e: (-len(web.briefs_naming[e.id]), e.name.casefold()),
    )[:_FEEDS]
    groups = (
        (context.config.title, (LinkView(context.config.title, f"{base}/feed.xml", f"{base}/"),)),
        *(_topics(context, entities) if context.config.makes("topic_feeds") else ()),
    )
    return ListView("/opml.xml", tuple(group for group in groups if group[1]))


def _topics(context: SiteContext, entities: Sequence[Entity]) -> tuple[tuple[str, tuple[LinkView, ...]], ...]:
    base, web, words = context.config.base_url, context.web, context.words
    return (
        (words.say("stories"), tuple(_feed(base, context.story_link(story)) for story in sorted(web.briefs_in_story))),
        (words.say("tags"), tuple(_feed(base, context.tag_link(tag.slug)) for tag in context.catalog.tags)),
        (words.say("entities"), tuple(_feed(base, LinkView(e.name, entity_url(e.id))) for e in entities)),
    )


def _feed(base: str, link: LinkView) -> LinkView:
    return LinkView(link.text, f"{base}{link.url}feed.xml", base + link.url)


def text_list(context: SiteContext) -> ListView:
    """The newest briefs as Markdown, for programs that read texts (https://llmstxt.org/)."""
    base, words = context.config.base_url, context.words
    file = "index.md" if context.config.makes("markdown") else ""
    briefs = tuple(
        LinkView(b.title, f"{base}{brief_url(b.slug)}{file}", b.summary) for b in context.catalog.briefs[:_TEXTS]
    )
    lists = [
        ("briefs", "/briefs/"),
        ("stories", "/stories/"),
        ("entities", "/entities/"),
        ("tags", "/tags/"),
        ("figures", "/figures/"),
        ("corrections", "/corrections/"),
        ("questions", "/questions/"),
    ]
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
