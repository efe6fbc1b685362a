"""The list of pages of a site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.base.paths import output_file
from generator.base.words import Words
from generator.site import families
from generator.site.facts import Facts
from generator.site.families import SETTINGS, Found
from generator.site.feeds import feed_links, json_feed
from generator.site.home_page import missing_view
from generator.site.listings import MovedView, SitemapView, TextView
from generator.site.machine_pages import feed_list, header_rules, manifest, sitemap_views, text_list
from generator.site.redirects import redirect_rules
from generator.site.twins import markdown_twin
from generator.site.view_parts import LinkView
from generator.site.views import BriefView, SiteView
from generator.site.web_annotations import (
    COLLECTION,
    annotation_collection,
    annotation_page,
    noted_briefs,
    page_address,
)

_NAV = (("briefs", "/briefs/"), ("stories", "/stories/"), ("entities", "/entities/"), ("tags", "/tags/"),
        ("notes", "/notes/"), ("search", "/search/"))
_MORE = (("sources", "/sources/"), ("figures", "/figures/"), ("questions", "/questions/"),
         ("corrections", "/corrections/"))


@dataclass(frozen=True, slots=True)
class Page:
    """One page to publish."""

    path: str
    """Output file, such as ``briefs/x/index.html``."""
    template: str
    """Name of the template that draws it; empty for a file whose view holds its finished text."""
    view: object
    """What the template may see as ``page``; a frozen dataclass."""
    origin: str
    """Path of the file it comes from, for messages."""


def site_view(facts: Facts, version: str) -> SiteView:
    """What every template sees of the site."""
    config, words = facts.config, facts.words

    def links(items: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
        return tuple(LinkView(key, url) for key, url in items if key != "search" or config.search)

    return SiteView(config.title, config.description, words.language, config.base_url, config.editor, config.footer,
                    links(_NAV), links(_MORE), f"briefings {version}", feed_links(facts, "/", config.title),
                    config.search)


def plan_site(facts: Facts) -> tuple[Page, ...]:
    """Every page of the site without old addresses; no two have the same path."""
    pages = [Page(output_file(address), template, view, origin) for address, template, view, origin in _pages(facts)]
    addresses = ["/" + page.path.removesuffix("index.html") for page in pages if page.template != "search.html"]
    pages.append(Page("404.html", "404.html", missing_view(facts), SETTINGS))
    for brief in facts.catalog.briefs:
        twin = TextView(markdown_twin(facts, brief))
        pages.append(Page(f"briefs/{brief.slug}/index.md", "", twin, brief.path))
    pages.append(Page("site.webmanifest", "", TextView(manifest(facts)), SETTINGS))
    pages.append(Page("llms.txt", "llms.txt", text_list(facts), SETTINGS))
    folders = ["css", "js"]
    pages.append(Page("_headers", "", TextView(header_rules(facts.config.base_path, folders)), SETTINGS))
    if facts.config.base_url:
        for path, is_index, sitemap in sitemap_views(facts, addresses):
            pages.append(Page(path, "sitemap-index.xml" if is_index else "sitemap.xml", sitemap, SETTINGS))
        pages += (*_feeds(facts), *_annotations(facts))
        pages.append(Page("opml.xml", "opml.xml", feed_list(facts), SETTINGS))
    where = f"{facts.config.base_url}/sitemap.xml" if facts.config.base_url else ""
    pages.append(Page("robots.txt", "robots.txt", SitemapView(where, ()), SETTINGS))
    return tuple(pages)


def words_of(facts: Facts, page: Page) -> Words:
    """The words of the interface on a page: a brief's page speaks its language, every other page that of the site."""
    return facts.words_in(page.view.language) if isinstance(page.view, BriefView) else facts.words


def plan_redirects(moved: tuple[MovedView, ...], base_path: str) -> tuple[Page, ...]:
    """A stub for every old address, and the list of them."""
    stubs = [Page(output_file(view.url), "moved.html", view, SETTINGS) for view in moved]
    return (*stubs, Page("_redirects", "", TextView(redirect_rules(moved, base_path)), SETTINGS))


def _pages(facts: Facts) -> Found:
    """Every page that people read."""
    catalog, web = facts.catalog, facts.web
    yield from families.home(facts)
    for brief in catalog.briefs:
        yield from families.of_brief(facts, brief)
    yield from families.brief_lists(facts)
    yield from families.archive(facts)
    for entity in catalog.entities:
        yield from families.of_entity(facts, entity)
    yield from families.entity_lists(facts)
    for tag in catalog.tags:
        yield from families.of_tag(facts, tag)
    yield from families.tag_lists(facts)
    for story in sorted(web.briefs_in_story):
        yield from families.of_story(facts, story)
    yield from families.story_lists(facts)
    for publisher in sorted(web.briefs_from):
        yield from families.of_publisher(facts, publisher)
    for family in (families.publisher_lists, families.notes, families.corrections, families.questions,
                   families.figures, families.search):
        yield from family(facts)


def _feeds(facts: Facts) -> Iterator[Page]:
    """Both feeds of the site, of corrections, and of every entity, tag and story."""
    for folder in families.feed_folders(facts):
        feed = families.feed_in(facts, folder)
        if feed:
            path = f"{folder}/feed" if folder else "feed"
            yield Page(f"{path}.xml", "feed.xml", feed, SETTINGS)
            yield Page(f"{path}.json", "", TextView(json_feed(facts, feed)), SETTINGS)


def _annotations(facts: Facts) -> Iterator[Page]:
    """The notes of every brief that has some, and the collection of all, as Web Annotations."""
    briefs = noted_briefs(facts)
    for place, brief in enumerate(briefs):
        text = TextView(annotation_page(facts, briefs, place))
        yield Page(page_address(brief)[1:], "", text, brief.path)
    yield Page(COLLECTION[1:], "", TextView(annotation_collection(facts, briefs)), SETTINGS)
