"""The entities and tags that public briefs name: a site tells of no others, since only unpublished briefs may name
them."""

from collections.abc import Iterator
from types import MappingProxyType

from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Entity, Tag
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.relations import Connections, linked_by_pages


def only_named(context: SiteContext) -> SiteContext:
    """A site without the entities and tags that no public brief names; one with drafts shows them all."""
    catalog = context.catalog if context.drafts else named_part(context.catalog, context.web)
    if catalog is context.catalog:
        return context
    return context.with_catalog(catalog)


def named_part(catalog: Catalog, web: Connections) -> Catalog:
    """A catalog without the entities and tags that none of its texts names: in the front matter, the text, a wikilink
    or a note that is public of a brief, or a wikilink of a page of the site's own. A tag has those that are wider; an
    entity that was merged goes with the one that took its place."""
    linked = tuple(_linked_in_notes(catalog))
    entities = {name for found in web.named.values() for name in found}
    entities.update(found.id for found in linked if isinstance(found, Entity))
    tags = _with_wider(catalog, {tag for found in web.tags.values() for tag in found} | _tags_linked(catalog, linked))
    if entities.issuperset(e.id for e in catalog.entities) and tags.issuperset(catalog.tag_of):
        return catalog
    entity_of = {name: entity for name, entity in catalog.entity_of.items() if entity.id in entities}
    return replace(
        catalog,
        entities=tuple(entity for entity in catalog.entities if entity.id in entities),
        tags=tuple(tag for tag in catalog.tags if tag.slug in tags),
        guessed_tags=catalog.guessed_tags & tags,
        entity_of=MappingProxyType(entity_of),
        tag_of=MappingProxyType({slug: tag for slug, tag in catalog.tag_of.items() if slug in tags}),
        entity_names=catalog.entity_names.only(entity_of),
        tag_names=catalog.tag_names.only(tags),
    )


def _linked_in_notes(catalog: Catalog) -> Iterator[Entity | Tag]:
    """What the wikilinks of public notes and of pages of the site's own lead to."""
    yield from linked_by_pages(catalog)
    for brief in catalog.briefs:
        for note in brief.annotations:
            for link in note.wikilinks if note.public else ():
                found, _ = catalog.linked(link.target, brief.language)
                if isinstance(found, Entity | Tag):
                    yield found


def _tags_linked(catalog: Catalog, linked: tuple[Entity | Tag, ...]) -> set[str]:
    """The tags among what notes link to, and those that the wikilinks of texts lead to."""
    targets = ((link.target, brief.language) for brief in catalog.briefs for link in brief.body.wikilinks)
    found = (*linked, *(catalog.linked(target, language)[0] for target, language in targets))
    return {tag.slug for tag in found if isinstance(tag, Tag)}


def _with_wider(catalog: Catalog, slugs: set[str]) -> set[str]:
    """Some tags and all that are wider; a circle of parents ends where it began."""
    out: set[str] = set()
    todo = list(slugs)
    while todo:
        slug = todo.pop()
        tag = catalog.tag_of.get(slug)
        if tag and slug not in out:
            out.add(slug)
            todo.append(tag.parent)
    return out
