"""Entries of the registry of entities that were edited, taken into a site that was derived before, where nothing else
follows from them.

Some pages show what an entry says (``Route.entries`` tells which). More follows from the names of entities: what links
and texts mean. Where names change, the site has to be derived, unless they are those of new entities that nothing
names.
"""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, Rule, Severity, apply
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.content.markdown.plaintext import plain
from annotated_briefings.content.model import Entity
from annotated_briefings.engine.memo import Steps
from annotated_briefings.project.derive import Derived
from annotated_briefings.project.edits.edited_texts import with_counted
from annotated_briefings.project.registry import Registry, read_registry
from annotated_briefings.site.checks import named_in_lists, similar_names
from annotated_briefings.site.checks.whole_site import WholeSite, duplicate_alias, unused_entity
from annotated_briefings.site.model.catalog import Catalog, build_catalog
from annotated_briefings.site.model.mentions import collect_names
from annotated_briefings.site.model.naming import NameIndex, details_of, key_of, without_details
from annotated_briefings.site.model.relations import asked_by_pages
from annotated_briefings.site.silenced import unnamed

_RULES: tuple[Rule[Any], ...] = (duplicate_alias, unused_entity, *similar_names.RULES, *named_in_lists.RULES)
"""Rules that report something in the file."""
_CODES = frozenset(rule.code.code for rule in _RULES)
_NAMING = frozenset({"broken-link", "unknown-entity"})
"""Codes of what is reported elsewhere with a remedy that names entities."""


def with_edited_entries(previous: Derived, source: Source, steps: Steps) -> Derived | None:
    """The site with another registry of entities, as `derive` gives it; None where more may have changed than what
    entries say besides names, and new entities that nothing names."""
    before = previous.registry
    registry = read_registry(replace(previous.loaded, entities=source), steps, before)
    known = {entity.id for entity in before.entities}
    added = [entity for entity in registry.entities if entity.id not in known]
    if (
        previous.declared.left_out
        or any(unnamed(one, previous.declared) is not one for one in (before.sources[0], source))
        or not _has_same_names(before, registry, known)
        or not _CODES.union(diagnostic.code for diagnostic in before.diagnostics).issuperset(
            diagnostic.code for diagnostic in previous.found.get(ENTITIES, ())
        )
        or (added and not _names_nothing(previous, registry, added))
    ):
        return None
    live = build_catalog((), registry.entities, ())
    keys = {key: entity.id for entity in added for key in _keys(previous, entity)}
    names = NameIndex(MappingProxyType({**previous.declared.entity_names.keys, **keys}))
    declared = replace(previous.declared, entities=live.entities, entity_of=live.entity_of, entity_names=names)
    context = previous.context.with_catalog(_shown(previous.context.catalog, live))
    with_counted(context, previous.context)
    # Entities themselves, and not only what belongs to their names.
    vars(context).pop("parts", None)
    loaded = replace(previous.loaded, entities=source)
    everything = with_counted(context.with_catalog(declared), context)
    found = tuple(_found(registry, WholeSite(everything, loaded.sources, previous.held)))
    if any(diagnostic.severity is Severity.ERROR or diagnostic.meant for diagnostic in found):
        return None
    all_found = {path: own for path, own in previous.found.items() if path != ENTITIES}
    all_found |= {ENTITIES: found} if found else {}
    return replace(previous, loaded=loaded, registry=registry, declared=declared, context=context, found=all_found)


def edited_entries(before: Derived, after: Derived) -> Iterator[str]:
    """The entities of which pages may show something else than before."""
    known, now = before.context.catalog.entity_of, after.context.catalog.entity_of
    return (name for name in now if details_of(known[name]) != details_of(now[name]))


def _has_same_names(before: Registry, after: Registry, known: set[str]) -> bool:
    """Whether all entities of before are there, in their order and with their names."""
    old, new = (
        [without_details(entity) for entity in registry.entities if entity.id in known] for registry in (before, after)
    )
    return old == new


def _names_nothing(previous: Derived, registry: Registry, added: Sequence[Entity]) -> bool:
    """Whether no text and no entry means one of some new entities, and none has a name of something else."""
    context = previous.context
    keys = {key for entity in added for key in _keys(previous, entity)}
    if (
        context.drafts
        or any(entity.was or entity.merged_into or entity.parent or entity.ambiguous for entity in added)
        or any(diagnostic.code in _NAMING for own in previous.found.values() for diagnostic in own)
        or not keys.isdisjoint(previous.declared.entity_names.keys)
        or not keys.isdisjoint(context.web.asked)
        or not keys.isdisjoint(asked_by_pages(previous.declared))
        or not keys.isdisjoint(_listed(previous))
    ):
        return False
    table = registry.names.table
    for word, starting in previous.registry.names.table.items():
        if any(table[word].names[text] != names for text, names in starting.names.items()):
            return False
    texts = [text for starting in collect_names(added).table.values() for text in starting.names]
    bodies = (plain(brief.body.text).text for brief in (*context.catalog.briefs, *previous.held))
    return not any(text in body for body in bodies for text in texts)


def _keys(previous: Derived, entity: Entity) -> Iterator[str]:
    """The keys of the names of an entity in the languages of the texts."""
    language = previous.declared.language
    for spoken in {"", language, *(brief.language for brief in previous.declared.briefs)}:
        for name in (entity.id, entity.name, *entity.aliases):
            yield key_of(name, spoken)


def _listed(previous: Derived) -> Iterator[str]:
    """The keys of the names of entities in front matter."""
    for brief in previous.briefs.values():
        for ref in (*brief.about, *brief.mentions):
            yield key_of(ref.text, brief.language or previous.declared.language)


def _shown(before: Catalog, live: Catalog) -> Catalog:
    """The catalog with the entities that it had, as their entries are now."""
    shown = {entity.id for entity in before.entities}
    entities = tuple(entity for entity in live.entities if entity.id in shown)
    entity_of = MappingProxyType({name: live.entity_of[name] for name in before.entity_of})
    return replace(before, entities=entities, entity_of=entity_of)


def _found(registry: Registry, site: WholeSite) -> Iterator[Diagnostic]:
    """What is wrong with the entries, also among the other files."""
    found = (*registry.diagnostics, *apply(_RULES, site, site.sources))
    return (diagnostic for diagnostic in found if diagnostic.place.path == ENTITIES)
