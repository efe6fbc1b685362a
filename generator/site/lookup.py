"""One page of a site by its path, without planning the others: what the preview draws is what somebody looks at."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate

from generator.base.paths import output_file
from generator.content.model import ENTITY_TYPES, Entity
from generator.site.addresses import brief_url, entity_url, story_url, tag_url
from generator.site.archive_pages import archive_views, brief_index
from generator.site.brief_page import brief_view
from generator.site.entity_pages import entity_index, entity_views
from generator.site.facts import Facts
from generator.site.feeds import corrections_feed, feed_view, json_feed
from generator.site.figure_pages import figure_pages, history_pages
from generator.site.home_page import home_view, missing_view, search_view
from generator.site.listing_pages import correction_pages, source_index, source_views
from generator.site.listings import FeedView, TextView
from generator.site.note_pages import note_pages
from generator.site.plan import Page, plan_redirects, plan_site
from generator.site.question_pages import question_pages
from generator.site.redirects import find_redirects
from generator.site.stories import story_index, story_views
from generator.site.tag_pages import tag_index, tag_views
from generator.site.twins import markdown_twin
from generator.site.web_annotations import annotation_page, noted_briefs

_REGISTRY, _TAGS, _SETTINGS = "briefings/entities.yaml", "briefings/tags.yaml", "site.yaml"
_DATED = re.compile(r"\d{4}/")
Found = Iterator[tuple[str, str, object, str]]
"""Address, template, view and origin, as in the plan of the whole site."""


def find_page(facts: Facts, path: str, declared: tuple[Entity, ...]) -> Page | None:
    """The page whose file is ``path``; None for no page of ours. ``declared`` is the registry with merged entries."""
    if path == "404.html":
        return Page(path, "404.html", missing_view(facts), _SETTINGS)
    folder, _, name = path.rpartition("/")
    if name == "index.html":
        found = next((Page(path, template, view, origin) for address, template, view, origin in _near(facts, folder)
                      if output_file(address) == path), None)
        return found or _moved(facts, path, declared)
    if name in ("feed.xml", "feed.json") and facts.config.base_url:
        return _feed(facts, path, folder, name)
    parts = folder.split("/")
    brief = facts.catalog.brief_of.get(parts[1]) if len(parts) == 2 and parts[0] == "briefs" else None
    if brief and name == "index.md":
        return Page(path, "", TextView(markdown_twin(facts, brief)), brief.path)
    if brief and name == "annotations.json" and facts.config.base_url:
        noted = noted_briefs(facts)
        return Page(path, "", TextView(annotation_page(facts, noted, noted.index(brief))), brief.path) \
            if brief in noted else None
    if folder or name.endswith((".ico", ".map")):
        return _moved(facts, path, declared)
    # The few files at the top that list the whole site.
    pages = plan_site(facts)
    taken = {"/" + page.path.removesuffix("index.html") for page in pages}
    moved = find_redirects(facts.catalog, declared, taken, {}).moved
    return next((page for page in (*pages, *plan_redirects(moved, facts.config.base_path)) if page.path == path), None)


def _near(facts: Facts, folder: str) -> Found:
    """The pages among which the one of a folder must be."""
    parts = folder.split("/")
    top = parts[0]
    if not folder:
        yield "/", "home.html", home_view(facts), _SETTINGS
    elif top in _OWN and len(parts) > 1:
        yield from _OWN[top](facts, parts)
    elif _DATED.match(folder + "/"):
        yield from ((view.url, "archive.html", view, _SETTINGS) for view in archive_views(facts))
    if top in _LISTS:
        yield from _LISTS[top](facts)


def _brief(facts: Facts, parts: list[str]) -> Found:
    brief = facts.catalog.brief_of.get(parts[1])
    if brief:
        yield brief_url(brief.slug), "brief.html", brief_view(facts, brief), brief.path


def _entity(facts: Facts, parts: list[str]) -> Found:
    entity = facts.catalog.entity_of.get(parts[1])
    if entity and entity.id == parts[1]:
        yield from ((v.url, "entity.html", v, entity.place.path) for v in entity_views(facts, entity))


def _tag(facts: Facts, parts: list[str]) -> Found:
    # Slugs of tags may hold slashes.
    for slug in accumulate(parts[1:], lambda a, b: f"{a}/{b}"):
        tag = facts.catalog.tag_of.get(slug)
        if tag:
            yield from ((v.url, "tag.html", v, tag.place.path) for v in tag_views(facts, tag))


def _story(facts: Facts, parts: list[str]) -> Found:
    for story in accumulate(parts[1:], lambda a, b: f"{a}/{b}"):
        if story in facts.web.briefs_in_story:
            yield from ((v.url, "story.html", v, _SETTINGS) for v in story_views(facts, story))


def _publisher(facts: Facts, parts: list[str]) -> Found:
    if parts[1] in facts.web.briefs_from:
        yield from ((v.url, "source.html", v, _SETTINGS) for v in source_views(facts, parts[1]))


_OWN: Mapping[str, Callable[[Facts, list[str]], Found]] = {
    "briefs": _brief, "entities": _entity, "tags": _tag, "stories": _story, "sources": _publisher,
}
"""First part of an address to the pages of the one thing that its second part names."""


def _entities(facts: Facts) -> Found:
    for kind in ("", *ENTITY_TYPES):
        if not kind or any(entity.type == kind for entity in facts.catalog.entities):
            yield from ((v.url, "entities.html", v, _REGISTRY) for v in entity_index(facts, kind))


def _figures(facts: Facts) -> Found:
    yield from ((v.url, "figures.html", v, _SETTINGS) for v in figure_pages(facts))
    yield from ((v.url, "figure.html", v, _SETTINGS) for v in history_pages(facts))


def _search(facts: Facts) -> Found:
    if facts.config.search:
        yield "/search/", "search.html", search_view(facts), _SETTINGS


_LISTS: Mapping[str, Callable[[Facts], Found]] = {
    "briefs": lambda facts: ((v.url, "briefs.html", v, _SETTINGS) for v in brief_index(facts)),
    "entities": _entities,
    "tags": lambda facts: ((v.url, "tags.html", v, _TAGS) for v in tag_index(facts)),
    "stories": lambda facts: ((v.url, "stories.html", v, _SETTINGS) for v in story_index(facts)),
    "sources": lambda facts: ((v.url, "sources.html", v, _SETTINGS) for v in source_index(facts)),
    "notes": lambda facts: ((v.url, "notes.html", v, _SETTINGS) for v in note_pages(facts)),
    "corrections": lambda facts: ((v.url, "corrections.html", v, _SETTINGS) for v in correction_pages(facts)),
    "questions": lambda facts: ((v.url, "questions.html", v, _SETTINGS) for v in question_pages(facts)),
    "figures": _figures,
    "search": _search,
}
"""First part of an address to the lists below it."""


def _moved(facts: Facts, path: str, declared: tuple[Entity, ...]) -> Page | None:
    moved = find_redirects(facts.catalog, declared, (), {}).moved
    return next((page for page in plan_redirects(moved, facts.config.base_path) if page.path == path), None)


def _feed(facts: Facts, path: str, folder: str, name: str) -> Page | None:
    view = _feed_view(facts, folder)
    if view is None:
        return None
    if name == "feed.xml":
        return Page(path, "feed.xml", view, _SETTINGS)
    return Page(path, "", TextView(json_feed(facts, view)), _SETTINGS)


def _feed_view(facts: Facts, folder: str) -> FeedView | None:
    config, catalog, web = facts.config, facts.catalog, facts.web
    top, _, own = folder.partition("/")
    if not folder:
        return feed_view(facts, [brief.slug for brief in catalog.briefs], config.title, "/", config.feed_briefs)
    if folder == "corrections":
        return corrections_feed(facts, f"{config.title}: {facts.words.say('corrections')}")
    entity = catalog.entity_of.get(own) if top == "entities" else None
    if entity and entity.id == own:
        return feed_view(facts, web.briefs_naming.get(own, ()), f"{config.title}: {entity.name}", entity_url(own))
    if top == "tags" and own in catalog.tag_of:
        label = catalog.tag_of[own].label
        return feed_view(facts, web.briefs_tagged.get(own, ()), f"{config.title}: {label}", tag_url(own))
    if top == "stories" and own in web.briefs_in_story:
        title = f"{config.title}: {facts.story_link(own).text}"
        return feed_view(facts, web.briefs_in_story[own], title, story_url(own))
    return None
