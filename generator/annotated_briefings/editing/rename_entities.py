"""Merging and renaming entities: the registry, every reference in every brief, and the old addresses."""

from collections.abc import Callable
from pathlib import Path

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.names import name_key
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.patch import Append, Change, Remove, Set
from annotated_briefings.content.model import Entity
from annotated_briefings.content.references import ENTITY_LISTS, Renaming
from annotated_briefings.editing.registry_change import (
    OpenSite,
    Renamed,
    Stopped,
    links_to,
    references,
    registry_edit,
    run_change,
    unknown_name,
)
from annotated_briefings.storage.transaction import Edit


def merge_entities(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Make one entity of two: the old one's names go to the new one, and its page leads there."""
    return run_change(root, dry_run, lambda site: _merge_entities(site, old, new))


def rename_entity(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Give an entity another name; it keeps its id and address, and the old name under ``was``."""
    return run_change(root, dry_run, lambda site: _rename_entity(site, old, new))


def _entity(site: OpenSite, name: str) -> Entity:
    found = site.catalog.entity(name)
    if found is None:
        known = (n for e in site.catalog.entities for n in (e.id, e.name, *e.aliases))
        raise unknown_name("entity", name, known, Place(ENTITIES), "`briefings entities list` shows them all")
    return found


def _is_listed(site: OpenSite, name: str) -> bool:
    """Whether a brief lists an entity under a name that the registry does not know."""
    wanted = name_key(name)
    return any(name_key(ref.text) == wanted for b in site.catalog.briefs for ref in (*b.about, *b.mentions))


def _merge_entities(site: OpenSite, old: str, new: str) -> tuple[str, list[Edit]]:
    other = _entity(site, new)
    if site.catalog.entity(old) is None and _is_listed(site, old):
        # No entry to merge: what briefs call it becomes another name of the entity.
        alias = registry_edit(site.loaded.entities, [Append((other.id, "aliases"), (old,))])
        return f"merge {old} into {other.id}", [alias]
    one = _entity(site, old)
    if one.id == other.id:
        raise Stopped(
            report(
                "refused-change",
                f"`{old}` and `{new}` are the same entity already",
                one.place,
                help="name two different ones; `briefings entities list` shows them all",
                source=site.loaded.entities,
            )
        )
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
    edits += references(
        site,
        Renaming(
            ENTITY_LISTS,
            _is_entity(site, one.id),
            _is_entity(site, other.id),
            links_to(site, lambda found, _: isinstance(found, Entity) and found.id == one.id),
            other.name,
        ),
    )
    return f"merge {one.id} into {other.id}", edits


def _rename_entity(site: OpenSite, old: str, new: str) -> tuple[str, list[Edit]]:
    one = _entity(site, old)
    taken = site.catalog.entity(new)
    if taken and taken.id != one.id:
        raise Stopped(
            report(
                "refused-change",
                f"`{new}` already names `{taken.id}`",
                taken.place,
                help=f"if they are one: `briefings entities merge {one.id} {taken.id}`",
                source=site.loaded.entities,
            )
        )
    if not new.strip() or one.name == new:
        raise Stopped(
            report(
                "refused-change",
                f"`{one.id}` already has that name",
                one.place,
                help="give another name",
                source=site.loaded.entities,
            )
        )
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

    linked = links_to(site, lambda found, name: isinstance(found, Entity) and found.id == one.id and is_old(name))
    renaming = Renaming(ENTITY_LISTS, is_old, lambda name: name == new, linked, new)
    return f"rename {one.id} to {new}", [*edits, *references(site, renaming)]


def _is_entity(site: OpenSite, identity: str) -> Callable[[str], bool]:
    def check(name: str) -> bool:
        found = site.catalog.entity(name)
        return found is not None and found.id == identity

    return check
