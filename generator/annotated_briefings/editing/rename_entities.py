"""Merging and renaming entities: the registry, every reference in every brief, and the old addresses."""

from pathlib import Path

from annotated_briefings.base.names import name_key
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.base.yaml.patch import Append, Change, Remove, Set
from annotated_briefings.content.model import Entity
from annotated_briefings.content.references import ENTITY_LISTS, Renaming
from annotated_briefings.editing.registry_change import (
    EntryKind,
    OpenSite,
    Renamed,
    references,
    refused,
    registry_edit,
    run_change,
)
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.storage.transaction import Edit

_ENTITIES = EntryKind(
    what="entity",
    command="entities",
    path=ENTITIES,
    kind=Entity,
    lists=ENTITY_LISTS,
    find=Catalog.entity,
    key=lambda entity: entity.id,
    names=lambda catalog: (name for e in catalog.entities for name in (e.id, e.name, *e.aliases)),
)


def merge_entities(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Make one entity of two: the old one's names go to the new one, and its page leads there."""
    return run_change(root, dry_run, lambda site: _merge_entities(site, old, new))


def rename_entity(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Give an entity another name; it keeps its id and address, and the old name under ``was``."""
    return run_change(root, dry_run, lambda site: _rename_entity(site, old, new))


def _is_listed(site: OpenSite, name: str) -> bool:
    """Whether a brief lists an entity under a name that the registry does not know."""
    wanted = name_key(name)
    return any(name_key(ref.text) == wanted for b in site.catalog.briefs for ref in (*b.about, *b.mentions))


def _merge_entities(site: OpenSite, old: str, new: str) -> tuple[str, list[Edit]]:
    other = _ENTITIES.entry(site, new)
    if site.catalog.entity(old) is None and _is_listed(site, old):
        # No entry to merge: what briefs call it becomes another name of the entity.
        alias = registry_edit(site.loaded.entities, [Append((other.id, "aliases"), (old,))])
        return f"merge {old} into {other.id}", [alias]
    one = _ENTITIES.entry(site, old)
    if one.id == other.id:
        raise _ENTITIES.same(old, new, one.place, site.loaded.entities)
    names = [
        n
        for n in dict.fromkeys((one.name, *one.aliases, *one.was))
        if n not in (other.name, *other.aliases, *other.was)
    ]
    guarded = [n for n in one.ambiguous if n not in other.ambiguous]
    changes: list[Change] = [Set((one.id, "merged_into"), other.id)]
    changes += [Append((other.id, "aliases"), tuple(names))] if names else []
    changes += [Append((other.id, "ambiguous"), tuple(guarded))] if guarded else []
    for entity in site.catalog.entities:
        if entity.parent == one.id:
            changes.append(
                Set((entity.id, "parent"), other.id) if entity.id != other.id else Remove((entity.id, "parent"))
            )
    edits = [registry_edit(site.loaded.entities, changes)]
    edits += _ENTITIES.joined(site, one.id, other.id, other.name)
    return f"merge {one.id} into {other.id}", edits


def _rename_entity(site: OpenSite, old: str, new: str) -> tuple[str, list[Edit]]:
    one = _ENTITIES.entry(site, old)
    taken = site.catalog.entity(new)
    if taken and taken.id != one.id:
        remedy = f"if they are one: `briefings entities merge {one.id} {taken.id}`"
        raise refused(f"`{new}` already names `{taken.id}`", taken.place, remedy, site.loaded.entities)
    if not new.strip() or one.name == new:
        raise refused(f"`{one.id}` already has that name", one.place, "give another name", site.loaded.entities)
    changes: list[Change] = [Set((one.id, "name"), new)]
    # Going back to a former name: it is no longer a former one.
    for key, names in (("was", one.was), ("aliases", one.aliases)):
        if new in names:
            changes.append(Remove((one.id, key, names.index(new))))
    if one.name not in one.was:
        changes.append(Append((one.id, "was"), (one.name,)))
    edits = [registry_edit(site.loaded.entities, changes)]

    def is_old(name: str) -> bool:
        return name_key(name) == name_key(one.name)

    linked = _ENTITIES.links_to(site, one.id, is_old)
    renaming = Renaming(ENTITY_LISTS, is_old, lambda name: name == new, linked, new)
    return f"rename {one.id} to {new}", [*edits, *references(site, renaming)]
