"""The list of pages of a site."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.values import dataclass
from annotated_briefings.site import page_kinds as families
from annotated_briefings.site.context import Facts
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


@dataclass(frozen=True, slots=True)
class Page:
    """One page to publish."""

    path: str
    """Output file, such as ``briefs/x/index.html``."""
    template: str
    """Name of the template that draws it; empty for a file whose view has its finished text."""
    view: object
    """What the template may see as ``page``; a frozen dataclass."""
    origin: str
    """Path of the file it comes from, for messages."""


class Written(Protocol):
    """The view of a file without a template."""

    @property
    def text(self) -> str:
        """The whole file."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages that are planned together: those of one brief, one entity, one list."""

    family: str
    """What they are pages of."""
    key: str = ""
    """Which one: a slug, an id, a folder; empty for a family that has one unit alone."""


def site_view(facts: Facts, version: str) -> SiteView:
    """What every template sees of the site."""
    config, words = facts.config, facts.words

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
        feed_links(facts, "/", config.title),
        config.search,
    )


def plan_units(facts: Facts) -> tuple[Unit, ...]:
    """What the site has pages for, in the order of its pages; each can be planned without the others."""
    catalog, web = facts.catalog, facts.web
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
    if facts.config.base_url:
        every += [Unit("feed", folder) for folder in families.feed_folders(facts)]
        every += [Unit("annotations", slug) for slug in facts.with_annotations]
    return tuple(every)


def unit_pages(facts: Facts, unit: Unit) -> Iterator[Page]:
    """The pages of one unit."""
    if unit.family == "missing":
        yield Page("404.html", "404.html", missing_view(facts), SETTINGS)
    elif unit.family == "feed":
        yield from _feed(facts, unit.key)
    elif unit.family == "annotations":
        brief = facts.catalog.brief_of[unit.key]
        yield Page(page_address(brief.slug)[1:], "", TextView(annotation_page(facts, brief)), brief.path)
    else:
        for address, template, view, origin in _FAMILIES[unit.family](facts, unit.key):
            yield Page(output_file(address), template, view, origin)
        if unit.family == "brief" and facts.config.makes("markdown"):
            brief = facts.catalog.brief_of[unit.key]
            yield Page(f"briefs/{brief.slug}/index.md", "", TextView(markdown_twin(facts, brief)), brief.path)


def closing_pages(facts: Facts, paths: Iterable[str]) -> Iterator[Page]:
    """The files that list the whole site; ``paths`` are the output files of all units."""
    yield Page("site.webmanifest", "", TextView(manifest(facts)), SETTINGS)
    yield Page("llms.txt", "llms.txt", text_list(facts), SETTINGS)
    folders = ["css", "js"]
    yield Page("_headers", "", TextView(header_rules(facts.config.base_path, folders)), SETTINGS)
    base = facts.config.base_url
    if base:
        own = ("/" + path.removesuffix(_INDEX) for path in paths if path.endswith(_INDEX) and path != _SEARCH)
        for path, is_index, sitemap in sitemap_views(facts, own):
            yield Page(path, "sitemap-index.xml" if is_index else "sitemap.xml", sitemap, SETTINGS)
        if facts.config.makes("annotations"):
            yield Page(COLLECTION[1:], "", TextView(annotation_collection(facts)), SETTINGS)
        yield Page("opml.xml", "opml.xml", feed_list(facts), SETTINGS)
    has_news = bool(base and facts.config.news_sitemap)
    if has_news:
        yield Page(NEWS, NEWS, news_sitemap(facts), SETTINGS)
    robots = SitemapView(f"{base}/sitemap.xml" if base else "", (), f"{base}/{NEWS}" if has_news else "")
    yield Page("robots.txt", "robots.txt", robots, SETTINGS)


def plan_site(facts: Facts) -> tuple[Page, ...]:
    """Every page of the site without old addresses; no two have the same path."""
    pages = [page for unit in plan_units(facts) for page in unit_pages(facts, unit)]
    return (*pages, *closing_pages(facts, [page.path for page in pages]))


def words_of(facts: Facts, page: Page) -> Words:
    """The words of the interface on a page: a brief's page speaks its language, every other page that of the site."""
    return facts.words_in(page.view.language) if isinstance(page.view, BriefView) else facts.words


def plan_redirects(moved: tuple[MovedView, ...], base_path: str) -> tuple[Page, ...]:
    """A stub for every old address, and the list of them."""
    stubs = [Page(output_file(view.url), "moved.html", view, SETTINGS) for view in moved]
    return (*stubs, Page("_redirects", "", TextView(redirect_rules(moved, base_path)), SETTINGS))


def _feed(facts: Facts, folder: str) -> Iterator[Page]:
    """The feeds of one folder; at the top, RSS for those who take nothing else."""
    feed = families.feed_in(facts, folder)
    if feed:
        path = f"{folder}/feed" if folder else "feed"
        yield Page(f"{path}.xml", "feed.xml", feed, SETTINGS)
        yield Page(f"{path}.json", "", json_feed(facts, feed), SETTINGS)
        if not folder:
            yield Page("rss.xml", "rss.xml", rss_view(feed), SETTINGS)


_FAMILIES: Mapping[str, Callable[[Facts, str], Found]] = {
    "brief": lambda facts, slug: families.of_brief(facts, facts.catalog.brief_of[slug]),
    "entity": lambda facts, identity: families.of_entity(facts, facts.catalog.entity_of[identity]),
    "tag": lambda facts, slug: families.of_tag(facts, facts.catalog.tag_of[slug]),
    "story": families.of_story,
    "publisher": families.of_publisher,
    "home": lambda facts, _: families.home(facts),
    "brief_lists": lambda facts, _: families.brief_lists(facts),
    "archive": lambda facts, _: families.archive(facts),
    "entity_lists": lambda facts, _: families.entity_lists(facts),
    "tag_lists": lambda facts, _: families.tag_lists(facts),
    "story_lists": lambda facts, _: families.story_lists(facts),
    "publisher_lists": lambda facts, _: families.publisher_lists(facts),
    "notes": lambda facts, _: families.notes(facts),
    "corrections": lambda facts, _: families.corrections(facts),
    "questions": lambda facts, _: families.questions(facts),
    "figures": lambda facts, _: families.figures(facts),
    "search": lambda facts, _: families.search(facts),
}
