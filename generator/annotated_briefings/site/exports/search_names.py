"""The names that the search leads to: of entities, tags, stories, sources and people that have pages."""

from collections.abc import Iterator

from annotated_briefings.base.values import Value, replace
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.search_records import one_line
from annotated_briefings.site.urls import entity_url, person_url, source_url, story_url, tag_url


class SearchName(Value):
    """One name with a page."""

    filter: str
    """The filter of the search that it is a value of; empty for none."""
    kind: str
    """What it is, in the language of the site."""
    name: str
    """The name shown."""
    url: str
    """Address of its page."""
    count: int
    """Briefs on its page."""
    others: tuple[str, ...]
    """Its other names in the registry; those of an entity are on its page."""


def search_names(context: SiteContext) -> tuple[SearchName, ...]:
    """All names, those with most briefs first."""
    found = (*_entities(context), *_tags(context), *_stories(context), *_sources(context), *_people(context))
    found = tuple(replace(name, name=one_line(name.name)) for name in found)
    return tuple(sorted(found, key=lambda name: (-name.count, name.name, name.url)))


def _entities(context: SiteContext) -> Iterator[SearchName]:
    naming = context.web.briefs_naming
    for entity in context.catalog.entities:
        kind = context.words.text(f"type_{entity.type}")
        others = tuple(name for name in (*entity.aliases, *entity.was, entity.ticker) if name)
        count = len(naming.get(entity.id, ()))
        if count:
            yield SearchName("entity", kind, entity.name, entity_url(entity.id), count, others)


def _tags(context: SiteContext) -> Iterator[SearchName]:
    for slug, slugs in context.web.briefs_tagged.items():
        link = context.tag_link(slug)
        tag = context.catalog.tag_of.get(slug)
        others = tag.aliases if tag else ()
        if not any(map(str.isalnum, link.text)):
            # Few keyboards have such signs: the words of the address are what people type.
            others = (*others, slug)
        yield SearchName("tag", context.words.text("tag"), link.text, tag_url(slug), len(slugs), others)


def _stories(context: SiteContext) -> Iterator[SearchName]:
    for story, slugs in context.web.briefs_in_story.items():
        link = context.story_link(story)
        yield SearchName("story", context.words.text("story"), link.text, story_url(story), len(slugs), ())


def _sources(context: SiteContext) -> Iterator[SearchName]:
    if context.config.makes("sources"):
        for publisher, slugs in context.web.briefs_from.items():
            name = context.web.publishers[publisher]
            yield SearchName("source", context.words.text("source"), name, source_url(publisher), len(slugs), ())


def _people(context: SiteContext) -> Iterator[SearchName]:
    for person in dict.fromkeys((*context.web.briefs_by, *context.web.briefs_reviewed)):
        found = context.catalog.person_of.get(person)
        if found:
            count = len(context.web.briefs_by.get(person, ()))
            kind, url = context.words.text("type_person"), person_url(person)
            others = (found.initials,) if found.initials else ()
            yield SearchName("author" if count else "", kind, found.name, url, count, others)
