"""One page of a site by its path, without planning the others: what the preview draws is what somebody looks at."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate

from annotated_briefings.base.paths import output_file
from annotated_briefings.content.model import Entity
from annotated_briefings.site import page_kinds as families
from annotated_briefings.site.context import Facts
from annotated_briefings.site.exports.feeds import json_feed
from annotated_briefings.site.exports.markdown_twins import markdown_twin
from annotated_briefings.site.exports.web_annotations import annotation_page
from annotated_briefings.site.page_kinds import SETTINGS, Found
from annotated_briefings.site.pages.home import missing_view
from annotated_briefings.site.plan import Page, plan_redirects, plan_site
from annotated_briefings.site.redirects import find_redirects
from annotated_briefings.site.urls import tag_at
from annotated_briefings.site.views.lists import TextView

_DATED = re.compile(r"\d{4}/")


def find_page(facts: Facts, path: str, declared: tuple[Entity, ...]) -> Page | None:
    """The page whose file is ``path``; None for no page of ours. ``declared`` is the registry with merged entries."""
    if path == "404.html":
        return Page(path, "404.html", missing_view(facts), SETTINGS)
    folder, _, name = path.rpartition("/")
    if name == "index.html":
        found = next(
            (
                Page(path, template, view, origin)
                for address, template, view, origin in _near(facts, folder)
                if output_file(address) == path
            ),
            None,
        )
        return found or _moved(facts, path, declared)
    if name in ("feed.xml", "feed.json") and facts.config.base_url:
        return _feed(facts, path, folder, name)
    parts = folder.split("/")
    brief = facts.catalog.brief_of.get(parts[1]) if len(parts) == 2 and parts[0] == "briefs" else None
    if brief and name == "index.md" and facts.config.makes("markdown"):
        return Page(path, "", TextView(markdown_twin(facts, brief)), brief.path)
    if brief and name == "annotations.json" and brief.slug in facts.with_annotations:
        return Page(path, "", TextView(annotation_page(facts, brief)), brief.path)
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
        yield from families.home(facts)
    elif len(parts) > 1:
        yield from _of_one(facts, top, parts)
    if _DATED.match(folder + "/"):
        yield from families.archive(facts)
    if top in _LISTS:
        yield from _LISTS[top](facts)


def _of_one(facts: Facts, top: str, parts: list[str]) -> Found:
    """The pages of the one thing that the second part of an address names."""
    catalog, own = facts.catalog, parts[1]
    if top == "briefs" and own in catalog.brief_of:
        yield from families.of_brief(facts, catalog.brief_of[own])
    elif top == "entities" and own in catalog.entity_of and catalog.entity_of[own].id == own:
        yield from families.of_entity(facts, catalog.entity_of[own])
    elif top == "tags":
        for slug in map(tag_at, _longer(parts)):
            if slug in catalog.tag_of:
                yield from families.of_tag(facts, catalog.tag_of[slug])
    elif top == "stories":
        for story in _longer(parts):
            if story in facts.web.briefs_in_story:
                yield from families.of_story(facts, story)
    elif top == "sources" and own in facts.web.briefs_from:
        yield from families.of_publisher(facts, own)


def _longer(parts: list[str]) -> Iterator[str]:
    """Ids that an address may start with: those of tags and stories may hold slashes."""
    return accumulate(parts[1:], lambda a, b: f"{a}/{b}")


_LISTS: Mapping[str, Callable[[Facts], Found]] = {
    "briefs": families.brief_lists,
    "entities": families.entity_lists,
    "tags": families.tag_lists,
    "stories": families.story_lists,
    "sources": families.publisher_lists,
    "notes": families.notes,
    "corrections": families.corrections,
    "questions": families.questions,
    "figures": families.figures,
    "search": families.search,
}
"""First part of an address to the lists below it."""


def is_old_address(facts: Facts, path: str, declared: tuple[Entity, ...]) -> bool:
    """Whether a file is that of an address which leads on to another."""
    return _moved(facts, path, declared) is not None


def _moved(facts: Facts, path: str, declared: tuple[Entity, ...]) -> Page | None:
    moved = find_redirects(facts.catalog, declared, (), {}).moved
    return next((page for page in plan_redirects(moved, facts.config.base_path) if page.path == path), None)


def _feed(facts: Facts, path: str, folder: str, name: str) -> Page | None:
    view = families.feed_in(facts, folder)
    if view is None:
        return None
    if name == "feed.xml":
        return Page(path, "feed.xml", view, SETTINGS)
    return Page(path, "", json_feed(facts, view), SETTINGS)
