"""The list of pages of a site."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.config import Config
from generator.base.paths import output_file
from generator.content.model import ENTITY_TYPES
from generator.site.addresses import brief_url, entity_url, tag_url, type_url
from generator.site.brief_page import brief_view
from generator.site.facts import Facts
from generator.site.feeds import feed_view, sitemap_view
from generator.site.index_pages import (
    archive_views,
    brief_index,
    entity_index,
    entity_view,
    home_view,
    missing_view,
    tag_index,
    tag_view,
)
from generator.site.view_parts import LinkView
from generator.site.views import SiteView

NAV = (LinkView("Briefs", "/briefs/"), LinkView("Entities", "/entities/"), LinkView("Tags", "/tags/"))


@dataclass(frozen=True, slots=True)
class Page:
    """One page to publish."""

    path: str
    """Output file, such as ``briefs/x/index.html``."""
    template: str
    """Name of the template that draws it."""
    view: object
    """What the template may see as ``page``; a frozen dataclass."""
    origin: str
    """Path of the file it comes from, for messages."""


def site_view(config: Config, version: str) -> SiteView:
    """What every template sees of the site."""
    return SiteView(config.title, config.description, config.language, config.base_url, config.editor, config.footer,
                    NAV, f"briefings {version}", "/feed.xml" if config.base_url else "")


def plan_site(facts: Facts) -> tuple[Page, ...]:
    """Every page of the site; no two have the same path."""
    pages = list(_html_pages(facts))
    addresses = ["/" + page.path.removesuffix("index.html") for page in pages]
    config = facts.config
    pages.append(Page("404.html", "404.html", missing_view(facts), "site.yaml"))
    sitemap = sitemap_view(facts, addresses)
    pages.append(Page("robots.txt", "robots.txt", sitemap, "site.yaml"))
    if config.base_url:
        pages.append(Page("sitemap.xml", "sitemap.xml", sitemap, "site.yaml"))
        feed = feed_view(facts, facts.catalog.briefs, config.title, "/feed.xml", "/")
        pages.append(Page("feed.xml", "feed.xml", feed, "site.yaml"))
    return tuple(pages)


def _html_pages(facts: Facts) -> Iterator[Page]:
    catalog = facts.catalog

    def page(address: str, template: str, view: object, origin: str) -> Page:
        return Page(output_file(address), template, view, origin)

    yield page("/", "home.html", home_view(facts), "site.yaml")
    for brief in catalog.briefs:
        yield page(brief_url(brief.slug), "brief.html", brief_view(facts, brief), brief.path)
    yield page("/briefs/", "briefs.html", brief_index(facts), "site.yaml")
    for archive in archive_views(facts):
        yield page(archive.url, "archive.html", archive, "site.yaml")
    for entity in catalog.entities:
        yield page(entity_url(entity.id), "entity.html", entity_view(facts, entity), entity.place.path)
    yield page("/entities/", "entities.html", entity_index(facts), "briefings/entities.yaml")
    for kind in ENTITY_TYPES:
        if any(entity.type == kind for entity in catalog.entities):
            yield page(type_url(kind), "entities.html", entity_index(facts, kind), "briefings/entities.yaml")
    for tag in catalog.tags:
        yield page(tag_url(tag.slug), "tag.html", tag_view(facts, tag), tag.place.path)
    yield page("/tags/", "tags.html", tag_index(facts), "briefings/tags.yaml")


