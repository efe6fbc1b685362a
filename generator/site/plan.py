"""The list of pages of a site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.base.paths import output_file
from generator.base.words import Words
from generator.content.model import ENTITY_TYPES
from generator.site.addresses import entity_url, story_url, tag_url
from generator.site.archive_pages import archive_views, brief_index
from generator.site.brief_page import brief_view
from generator.site.entity_pages import entity_index, entity_views
from generator.site.facts import Facts
from generator.site.feeds import corrections_feed, feed_links, feed_view, json_feed
from generator.site.figure_pages import figure_pages, history_pages
from generator.site.home_page import home_view, missing_view, search_view
from generator.site.listing_pages import correction_pages, source_index, source_views
from generator.site.listings import FeedView, MovedView, SitemapView, TextView
from generator.site.machine_pages import feed_list, header_rules, manifest, sitemap_views, text_list
from generator.site.note_pages import note_pages
from generator.site.question_pages import question_pages
from generator.site.redirects import redirect_rules
from generator.site.stories import story_index, story_views
from generator.site.tag_pages import tag_index, tag_views
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
_REGISTRY, _TAGS, _SETTINGS = "briefings/entities.yaml", "briefings/tags.yaml", "site.yaml"


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
    pages.append(Page("404.html", "404.html", missing_view(facts), _SETTINGS))
    for brief in facts.catalog.briefs:
        twin = TextView(markdown_twin(facts, brief))
        pages.append(Page(f"briefs/{brief.slug}/index.md", "", twin, brief.path))
    pages.append(Page("site.webmanifest", "", TextView(manifest(facts)), _SETTINGS))
    pages.append(Page("llms.txt", "llms.txt", text_list(facts), _SETTINGS))
    folders = ["css", "js"]
    pages.append(Page("_headers", "", TextView(header_rules(facts.config.base_path, folders)), _SETTINGS))
    if facts.config.base_url:
        for path, is_index, sitemap in sitemap_views(facts, addresses):
            pages.append(Page(path, "sitemap-index.xml" if is_index else "sitemap.xml", sitemap, _SETTINGS))
        pages += (*_feeds(facts), *_annotations(facts))
        pages.append(Page("opml.xml", "opml.xml", feed_list(facts), _SETTINGS))
    where = f"{facts.config.base_url}/sitemap.xml" if facts.config.base_url else ""
    pages.append(Page("robots.txt", "robots.txt", SitemapView(where, ()), _SETTINGS))
    return tuple(pages)


def words_of(facts: Facts, page: Page) -> Words:
    """The words of the interface on a page: a brief's page speaks its language, every other page that of the site."""
    return facts.words_in(page.view.language) if isinstance(page.view, BriefView) else facts.words


def plan_redirects(moved: tuple[MovedView, ...], base_path: str) -> tuple[Page, ...]:
    """A stub for every old address, and the list of them."""
    stubs = [Page(output_file(view.url), "moved.html", view, _SETTINGS) for view in moved]
    return (*stubs, Page("_redirects", "", TextView(redirect_rules(moved, base_path)), _SETTINGS))


def _pages(facts: Facts) -> Iterator[tuple[str, str, object, str]]:
    """Address, template, view and origin of every page that people read."""
    catalog = facts.catalog
    yield "/", "home.html", home_view(facts), _SETTINGS
    for brief in catalog.briefs:
        view = brief_view(facts, brief)
        yield view.url, "brief.html", view, brief.path
    for index in brief_index(facts):
        yield index.url, "briefs.html", index, _SETTINGS
    for archive in archive_views(facts):
        yield archive.url, "archive.html", archive, _SETTINGS
    for entity in catalog.entities:
        for of_entity in entity_views(facts, entity):
            yield of_entity.url, "entity.html", of_entity, entity.place.path
    for kind in ("", *(t for t in ENTITY_TYPES if any(e.type == t for e in catalog.entities))):
        for a_to_z in entity_index(facts, kind):
            yield a_to_z.url, "entities.html", a_to_z, _REGISTRY
    for tag in catalog.tags:
        for of_tag in tag_views(facts, tag):
            yield of_tag.url, "tag.html", of_tag, tag.place.path
    for tree in tag_index(facts):
        yield tree.url, "tags.html", tree, _TAGS
    yield from _lists(facts)


def _lists(facts: Facts) -> Iterator[tuple[str, str, object, str]]:
    for story in sorted(facts.web.briefs_in_story):
        for of_story in story_views(facts, story):
            yield of_story.url, "story.html", of_story, _SETTINGS
    for stories in story_index(facts):
        yield stories.url, "stories.html", stories, _SETTINGS
    for publisher in sorted(facts.web.briefs_from):
        for of_publisher in source_views(facts, publisher):
            yield of_publisher.url, "source.html", of_publisher, _SETTINGS
    for sources in source_index(facts):
        yield sources.url, "sources.html", sources, _SETTINGS
    for notes in note_pages(facts):
        yield notes.url, "notes.html", notes, _SETTINGS
    for corrections in correction_pages(facts):
        yield corrections.url, "corrections.html", corrections, _SETTINGS
    for questions in question_pages(facts):
        yield questions.url, "questions.html", questions, _SETTINGS
    for figures in figure_pages(facts):
        yield figures.url, "figures.html", figures, _SETTINGS
    for history in history_pages(facts):
        yield history.url, "figure.html", history, _SETTINGS
    if facts.config.search:
        yield "/search/", "search.html", search_view(facts), _SETTINGS


def _feeds(facts: Facts) -> Iterator[Page]:
    """Both feeds of the site, of every entity and tag with briefs, and of every story; the feed of corrections."""
    config, web = facts.config, facts.web
    every = [brief.slug for brief in facts.catalog.briefs]
    yield from _both(facts, feed_view(facts, every, config.title, "/", config.feed_briefs), "")
    yield from _both(facts, corrections_feed(facts, f"{config.title}: {facts.words.say('corrections')}"),
                     "corrections/")
    for entity in facts.catalog.entities:
        page = entity_url(entity.id)
        feed = feed_view(facts, web.briefs_naming.get(entity.id, ()), f"{config.title}: {entity.name}", page)
        yield from _both(facts, feed, page[1:])
    for tag in facts.catalog.tags:
        page = tag_url(tag.slug)
        feed = feed_view(facts, web.briefs_tagged.get(tag.slug, ()), f"{config.title}: {tag.label}", page)
        yield from _both(facts, feed, page[1:])
    for story, slugs in sorted(web.briefs_in_story.items()):
        page = story_url(story)
        feed = feed_view(facts, slugs, f"{config.title}: {facts.story_link(story).text}", page)
        yield from _both(facts, feed, page[1:])


def _annotations(facts: Facts) -> Iterator[Page]:
    """The notes of every brief that has some, and the collection of all, as Web Annotations."""
    briefs = noted_briefs(facts)
    for place, brief in enumerate(briefs):
        text = TextView(annotation_page(facts, briefs, place))
        yield Page(page_address(brief)[1:], "", text, brief.path)
    yield Page(COLLECTION[1:], "", TextView(annotation_collection(facts, briefs)), _SETTINGS)


def _both(facts: Facts, feed: FeedView, folder: str) -> Iterator[Page]:
    yield Page(f"{folder}feed.xml", "feed.xml", feed, _SETTINGS)
    yield Page(f"{folder}feed.json", "", TextView(json_feed(facts, feed)), _SETTINGS)
