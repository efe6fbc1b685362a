"""The list of pages of a site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.values import Value
from annotated_briefings.site import page_kinds as families
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import feed_links, json_feed, rss_view
from annotated_briefings.site.exports.machine_files import feed_list, header_rules, manifest, sitemap_views, text_list
from annotated_briefings.site.exports.markdown_twins import markdown_twin
from annotated_briefings.site.exports.news_sitemap import PATH as NEWS
from annotated_briefings.site.exports.news_sitemap import news_sitemap
from annotated_briefings.site.exports.web_annotations import (
    COLLECTION,
    annotation_collection,
    annotation_page,
    page_address,
)
from annotated_briefings.site.page_kinds import SETTINGS, Found
from annotated_briefings.site.pages.home import missing_view
from annotated_briefings.site.redirects import redirect_rules
from annotated_briefings.site.views.lists import MovedView, SitemapView, TextView
from annotated_briefings.site.views.pages import BriefView, SiteView
from annotated_briefings.site.views.parts import LinkView

_NAV = (
    ("briefs", "/briefs/"),
    ("stories", "/stories/"),
    ("entities", "/entities/"),
    ("tags", "/tags/"),
    ("notes", "/notes/"),
    ("search", "/search/"),
)
_MORE = (
    ("sources", "/sources/"),
    ("figures", "/figures/"),
    ("questions", "/questions/"),
    ("corrections", "/corrections/"),
)
_INDEX, _SEARCH = "index.html", "search/index.html"


class Page(Value):
    """One page to publish."""

    path: str
    """Output file, such as ``briefs/x/index.html``."""
    template: str
    """Name of the template that draws it; empty for a file whose view has its finished text."""
    view: object
    """What the template may see as ``page``; a frozen value."""
    origin: str
    """Path of the file it comes from, for messages."""


class Written(Protocol):
    """The view of a file without a template."""

    @property
    def text(self) -> str:
        """The whole file."""


class Unit(Value):
    """Pages that are planned together: those of one brief, one entity, one list."""

    family: str
    """What they are pages of."""
    key: str = ""
    """Which one: a slug, an id, a folder; empty for a family that has one unit alone."""


def site_view(context: SiteContext, version: str) -> SiteView:
    """What every template sees of the site."""
    config, words = context.config, context.words

    def links(items: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
        left = {"search": config.search, "sources": config.makes("sources")}
        return tuple(LinkView(key, url) for key, url in items if left.get(key, True))

    return SiteView(
        config.title,
        config.description,
        words.language,
        config.base_url,
        config.editor,
        config.footer,
        links(_NAV),
        links(_MORE),
        f"briefings {version}",
        feed_links(context, "/", config.title),
        config.search,
    )


def plan_units(context: SiteContext) -> tuple[Unit, ...]:
    """What the site has pages for, in the order of its pages; each can be planned without the others."""
    catalog, web = context.catalog, context.web
    every = [Unit("home")]
    every += [Unit("brief", brief.slug) for brief in catalog.briefs]
    every += [Unit("brief_lists"), Unit("archive")]
    every += [Unit("entity", entity.id) for entity in catalog.entities]
    every += [Unit("entity_lists")]
    every += [Unit("tag", tag.slug) for tag in catalog.tags]
    every += [Unit("tag_lists")]
    every += [Unit("story", story) for story in sorted(web.briefs_in_story)]
    every += [Unit("story_lists")]
    every += [Unit("publisher", publisher) for publisher in sorted(web.briefs_from)]
    every += map(Unit, ("publisher_lists", "notes", "corrections", "questions", "figures", "search", "missing"))
    if context.config.base_url:
        every += [Unit("feed", folder) for folder in families.feed_folders(context)]
        every += [Unit("annotations", slug) for slug in context.with_annotations]
    return tuple(every)


def unit_pages(context: SiteContext, unit: Unit) -> Iterator[Page]:
    """The pages of one unit."""
    if unit.family == "missing":
        yield Page("404.html", "404.html", missing_view(context), SETTINGS)
    elif unit.family == "feed":
        yield from _feed(context, unit.key)
    elif unit.family == "annotations":
        brief = context.catalog.brief_of[unit.key]
        yield Page(page_address(brief.slug)[1:], "", TextView(annotation_page(context, brief)), brief.path)
    else:
        for address, template, view, origin in _FAMILIES[unit.family](context, unit.key):
            yield Page(output_file(address), template, view, origin)
        if unit.family == "brief" and context.config.makes("markdown"):
            brief = context.catalog.brief_of[unit.key]
            yield Page(f"briefs/{brief.slug}/index.md", "", TextView(markdown_twin(context, brief)), brief.path)


def closing_pages(context: SiteContext, paths: Iterable[str]) -> Iterator[Page]:
    """The files that list the whole site; ``paths`` are the output files of all units."""
    yield Page("site.webmanifest", "", TextView(manifest(context)), SETTINGS)
    yield Page("llms.txt", "llms.txt", text_list(context), SETTINGS)
    folders = ["css", "js"]
    yield Page("_headers", "", TextView(header_rules(context.config.base_path, folders)), SETTINGS)
    base = context.config.base_url
    if base:
        own = ("/" + path.removesuffix(_INDEX) for path in paths if path.endswith(_INDEX) and path != _SEARCH)
        for path, is_index, sitemap in sitemap_views(context, own):
            yield Page(path, "sitemap-index.xml" if is_index else "sitemap.xml", sitemap, SETTINGS)
        if context.config.makes("annotations"):
            yield Page(COLLECTION[1:], "", TextView(annotation_collection(context)), SETTINGS)
        yield Page("opml.xml", "opml.xml", feed_list(context), SETTINGS)
    has_news = bool(base and context.config.news_sitemap)
    if has_news:
        yield Page(NEWS, NEWS, news_sitemap(context), SETTINGS)
    robots = SitemapView(f"{base}/sitemap.xml" if base else "", (), f"{base}/{NEWS}" if has_news else "")
    yield Page("robots.txt", "robots.txt", robots, SETTINGS)


def plan_site(context: SiteContext) -> tuple[Page, ...]:
    """Every page of the site without old addresses; no two have the same path."""
    pages = [page for unit in plan_units(context) for page in unit_pages(context, unit)]
    return (*pages, *closing_pages(context, [page.path for page in pages]))


def words_of(context: SiteContext, page: Page) -> Words:
    """The words of the interface on a page: a brief's page speaks its language, every other page that of the site."""
    return context.words_in(page.view.language) if isinstance(page.view, BriefView) else context.words


def plan_redirects(moved: tuple[MovedView, ...], base_path: str) -> tuple[Page, ...]:
    """A stub for every old address, and the list of them."""
    stubs = [Page(output_file(view.url), "moved.html", view, SETTINGS) for view in moved]
    return (*stubs, Page("_redirects", "", TextView(redirect_rules(moved, base_path)), SETTINGS))


def _feed(context: SiteContext, folder: str) -> Iterator[Page]:
    """The feeds of one folder; at the top, RSS for those who take nothing else."""
    feed = families.feed_in(context, folder)
    if feed:
        path = f"{folder}/feed" if folder else "feed"
        yield Page(f"{path}.xml", "feed.xml", feed, SETTINGS)
        yield Page(f"{path}.json", "", json_feed(context, feed), SETTINGS)
        if not folder:
            yield Page("rss.xml", "rss.xml", rss_view(feed), SETTINGS)


_FAMILIES: Mapping[str, Callable[[SiteContext, str], Found]] = {
    "brief": lambda context, slug: families.of_brief(context, context.catalog.brief_of[slug]),
    "entity": lambda context, identity: families.of_entity(context, context.catalog.entity_of[identity]),
    "tag": lambda context, slug: families.of_tag(context, context.catalog.tag_of[slug]),
    "story": families.of_story,
    "publisher": families.of_publisher,
    "home": lambda context, _: families.home(context),
    "brief_lists": lambda context, _: families.brief_lists(context),
    "archive": lambda context, _: families.archive(context),
    "entity_lists": lambda context, _: families.entity_lists(context),
    "tag_lists": lambda context, _: families.tag_lists(context),
    "story_lists": lambda context, _: families.story_lists(context),
    "publisher_lists": lambda context, _: families.publisher_lists(context),
    "notes": lambda context, _: families.notes(context),
    "corrections": lambda context, _: families.corrections(context),
    "questions": lambda context, _: families.questions(context),
    "figures": lambda context, _: families.figures(context),
    "search": lambda context, _: families.search(context),
}
