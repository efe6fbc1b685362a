"""Merging and renaming entities: the registry, every reference in every brief, and the old addresses."""

from collections.abc import Sequence
from pathlib import Path

from annotated_briefings.base.names import name_key
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
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


def change_entity(
    root: Path, identity: str, *, name: str = "", type_: str = "", aliases: Sequence[str] | None = None
) -> Renamed:
    """Change the name, the type and the other names of an entity, each where one is given, as one change."""
    return run_change(root, False, lambda site: _change_entity(site, identity, name, type_, aliases))


def _change_entity(
    site: OpenSite, identity: str, name: str, type_: str, aliases: Sequence[str] | None
) -> tuple[str, list[Edit]]:
    one = _ENTITIES.entry(site, identity)
    wanted = one.aliases if aliases is None else aliases
    gone = [number for number, alias in enumerate(one.aliases) if alias not in wanted]
    changes: list[Change] = [Remove((one.id, "aliases", number)) for number in reversed(gone)]
    if new := tuple(alias for alias in wanted if alias not in (*one.aliases, name or one.name)):
        changes.append(Append((one.id, "aliases"), new))
    if type_ and type_ != one.type:
        changes.append(Set((one.id, "type"), type_, ("name",)))
    first = registry_edit(site.loaded.entities, changes)
    if name in ("", one.name):
        return f"change {one.id}", [first]
    changed = replace(one, aliases=tuple(alias for alias in (*one.aliases, *new) if alias in wanted))
    what, edits = _renamed(site, changed, name, Source(first.path, first.after))
    return what, [Edit(first.path, first.before, edits[0].after), *edits[1:]]


def _names_of(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases, *entity.ambiguous)


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
    guarded = [n for n in one.ambiguous if n not in other.ambiguous]
    third = {name_key(n) for e in site.catalog.entities if e.id not in (one.id, other.id) for n in _names_of(e)}
    own = {*map(name_key, (other.name, *other.aliases, *other.was)), *(third - set(map(name_key, one.ambiguous)))}
    # A name that a third entity has stays there alone.
    names = [n for n in dict.fromkeys((one.name, *one.aliases, *one.was)) if name_key(n) not in own]
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
    return _renamed(site, _ENTITIES.entry(site, old), new, site.loaded.entities)


def _renamed(site: OpenSite, one: Entity, new: str, registry: Source) -> tuple[str, list[Edit]]:
    """The same of an entry in a text of the registry: what is done, and the edits, that of the registry first."""
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
    edits = [registry_edit(registry, changes)]

    def is_old(name: str) -> bool:
        return name_key(name) == name_key(one.name)

    linked = _ENTITIES.links_to(site, one.id, is_old)
    renaming = Renaming(ENTITY_LISTS, is_old, lambda name: name == new, linked, new)
    return f"rename {one.id} to {new}", [*edits, *references(site, renaming)]
