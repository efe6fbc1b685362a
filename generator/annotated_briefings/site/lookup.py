"""One page of a site by its path, without planning the others: what the preview draws is what somebody looks at."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate

from annotated_briefings.base.paths import output_file
from annotated_briefings.content.model import Entity
from annotated_briefings.site import page_kinds as families
from annotated_briefings.site.context import SiteContext
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


def find_page(context: SiteContext, path: str, declared: tuple[Entity, ...]) -> Page | None:
    """The page whose file is ``path``; None for no page of ours. ``declared`` is the registry with merged entries."""
    if path == "404.html":
        return Page(path, "404.html", missing_view(context), SETTINGS)
    folder, _, name = path.rpartition("/")
    if name == "index.html":
        found = next(
            (
                Page(path, template, view, origin)
                for address, template, view, origin in _near(context, folder)
                if output_file(address) == path
            ),
            None,
        )
        return found or _moved(context, path, declared)
    if name in ("feed.xml", "feed.json") and context.config.base_url:
        return _feed(context, path, folder, name)
    parts = folder.split("/")
    brief = context.catalog.brief_of.get(parts[1]) if len(parts) == 2 and parts[0] == "briefs" else None
    if brief and name == "index.md" and context.config.makes("markdown"):
        return Page(path, "", TextView(markdown_twin(context, brief)), brief.path)
    if brief and name == "annotations.json" and brief.slug in context.with_annotations:
        return Page(path, "", TextView(annotation_page(context, brief)), brief.path)
    if folder or name.endswith((".ico", ".map")):
        return _moved(context, path, declared)
    # The few files at the top that list the whole site.
    pages = plan_site(context)
    taken = {"/" + page.path.removesuffix("index.html") for page in pages}
    moved = find_redirects(context.catalog, declared, taken, {}).moved
    return next(
        (page for page in (*pages, *plan_redirects(moved, context.config.base_path)) if page.path == path), None
    )


def _near(context: SiteContext, folder: str) -> Found:
    """The pages among which the one of a folder must be."""
    parts = folder.split("/")
    top = parts[0]
    if not folder:
        yield from families.home(context)
    elif len(parts) > 1:
        yield from _of_one(context, top, parts)
    if _DATED.match(folder + "/"):
        yield from families.archive(context)
    if top in _LISTS:
        yield from _LISTS[top](context)


def _of_one(context: SiteContext, top: str, parts: list[str]) -> Found:
    """The pages of the one thing that the second part of an address names."""
    catalog, own = context.catalog, parts[1]
    if top == "briefs" and own in catalog.brief_of:
        yield from families.of_brief(context, catalog.brief_of[own])
    elif top == "entities" and own in catalog.entity_of and catalog.entity_of[own].id == own:
        yield from families.of_entity(context, catalog.entity_of[own])
    elif top == "tags":
        for slug in map(tag_at, _longer(parts)):
            if slug in catalog.tag_of:
                yield from families.of_tag(context, catalog.tag_of[slug])
    elif top == "stories":
        for story in _longer(parts):
            if story in context.web.briefs_in_story:
                yield from families.of_story(context, story)
    elif top == "sources" and own in context.web.briefs_from:
        yield from families.of_publisher(context, own)


def _longer(parts: list[str]) -> Iterator[str]:
    """Ids that an address may start with: those of tags and stories may hold slashes."""
    return accumulate(parts[1:], lambda a, b: f"{a}/{b}")


_LISTS: Mapping[str, Callable[[SiteContext], Found]] = {
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


def is_old_address(context: SiteContext, path: str, declared: tuple[Entity, ...]) -> bool:
    """Whether a file is that of an address which leads on to another."""
    return _moved(context, path, declared) is not None


def _moved(context: SiteContext, path: str, declared: tuple[Entity, ...]) -> Page | None:
    moved = find_redirects(context.catalog, declared, (), {}).moved
    return next((page for page in plan_redirects(moved, context.config.base_path) if page.path == path), None)


def _feed(context: SiteContext, path: str, folder: str, name: str) -> Page | None:
    view = families.feed_in(context, folder)
    if view is None:
        return None
    if name == "feed.xml":
        return Page(path, "feed.xml", view, SETTINGS)
    return Page(path, "", json_feed(context, view), SETTINGS)
