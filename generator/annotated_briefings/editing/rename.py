"""Merging and renaming entities and tags: the registry, every reference in every brief, and the old addresses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.names import label_key, name_key
from annotated_briefings.base.paths import is_slug
from annotated_briefings.base.site_files import ENTITIES, TAGS
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Append, Change, Remove, Rename, Set, patch_yaml
from annotated_briefings.content.model import Brief, Entity, Tag
from annotated_briefings.content.references import ENTITY_LISTS, TAG_LISTS, Renaming, change_references
from annotated_briefings.content.registry import parse_entities, parse_tags
from annotated_briefings.project.briefs import catalog_of, parse_all
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.naming import tag_address
from annotated_briefings.storage.edit_file import cannot_patch
from annotated_briefings.storage.transaction import Edit, apply_edits


class Renamed(Value):
    """What a merge or a rename does."""

    what: str
    """In words."""
    edits: tuple[Edit, ...]
    """Files before and after."""
    diagnostics: tuple[Diagnostic, ...]
    """What prevented it; then nothing is changed."""


_PARSERS: Mapping[str, Callable[[Source], tuple[object, tuple[Diagnostic, ...]]]] = {
    ENTITIES: parse_entities,
    TAGS: parse_tags,
}


class _Stopped(Exception):
    """Nothing can be done; the diagnostic says why."""


def merge_entities(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Make one entity of two: the old one's names go to the new one, and its page leads there."""
    return _run(root, dry_run, lambda site: _merge_entities(site, old, new))


def rename_entity(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Give an entity another name; it keeps its id and address, and the old name under ``was``."""
    return _run(root, dry_run, lambda site: _rename_entity(site, old, new))


def merge_tags(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Make one tag of two: the old one becomes an alias of the new one, which its address leads to."""
    return _run(root, dry_run, lambda site: _merge_tags(site, old, new))


def rename_tag(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Give a tag another slug, or another label when the new name makes the same slug."""
    return _run(root, dry_run, lambda site: _rename_tag(site, old, new))


class _Site(Value):
    loaded: Loaded
    catalog: Catalog
    sources: tuple[Source, ...]


def _run(root: Path, dry_run: bool, plan: Callable[[_Site], tuple[str, list[Edit]]]) -> Renamed:
    loaded = load_site(root)
    parsed = parse_all(root, loaded)
    catalog = catalog_of(parsed, loaded)
    try:
        what, edits = plan(_Site(loaded, catalog, tuple(one.source for one in parsed)))
        _refuse_rings(edits)
    except _Stopped as stopped:
        return Renamed("", (), (stopped.args[0],))
    changed = [edit for edit in edits if edit.before != edit.after]
    found = () if dry_run or not changed else apply_edits(root, changed, what)
    return Renamed(what, tuple(changed), found)


def _refuse_rings(edits: Sequence[Edit]) -> None:
    """Stop where the registry would have a ring of parents that it has not now."""
    for edit in edits:
        if edit.path in _PARSERS:
            known = _rings(edit.path, edit.before)
            for made in (ring for ring in _rings(edit.path, edit.after) if ring not in known):
                message = made.replace("leads", "would lead", 1)
                remedy = "correct the parents first; nothing was changed"
                raise _Stopped(report("refused-change", message, Place(edit.path), help=remedy))


def _rings(path: str, text: str) -> list[str]:
    return [one.message for one in _PARSERS[path](Source(path, text))[1] if one.code == "ring"]


def _entity(site: _Site, name: str) -> Entity:
    found = site.catalog.entity(name)
    if found is None:
        known = [n for e in site.catalog.entities for n in (e.id, e.name, *e.aliases)]
        hint = did_you_mean(name, known) or "`briefings entities list` shows them all"
        raise _Stopped(report("refused-change", f"no entity is called `{name}`", Place(ENTITIES), help=hint))
    return found


def _is_listed(site: _Site, name: str) -> bool:
    """Whether a brief lists an entity under a name that the registry does not know."""
    wanted = name_key(name)
    return any(name_key(ref.text) == wanted for b in site.catalog.briefs for ref in (*b.about, *b.mentions))


def _merge_entities(site: _Site, old: str, new: str) -> tuple[str, list[Edit]]:
    other = _entity(site, new)
    if site.catalog.entity(old) is None and _is_listed(site, old):
        # No entry to merge: what briefs call it becomes another name of the entity.
        alias = _registry_edit(site.loaded.entities, [Append((other.id, "aliases"), (old,))])
        return f"merge {old} into {other.id}", [alias]
    one = _entity(site, old)
    if one.id == other.id:
        raise _Stopped(
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
    edits = [_registry_edit(site.loaded.entities, changes)]
    edits += _references(
        site,
        Renaming(
            ENTITY_LISTS,
            _is_entity(site, one.id),
            _is_entity(site, other.id),
            _links_to(site, lambda found, _: isinstance(found, Entity) and found.id == one.id),
            other.name,
        ),
    )
    return f"merge {one.id} into {other.id}", edits


def _rename_entity(site: _Site, old: str, new: str) -> tuple[str, list[Edit]]:
    one = _entity(site, old)
    taken = site.catalog.entity(new)
    if taken and taken.id != one.id:
        raise _Stopped(
            report(
                "refused-change",
                f"`{new}` already names `{taken.id}`",
                taken.place,
                help=f"if they are one: `briefings entities merge {one.id} {taken.id}`",
                source=site.loaded.entities,
            )
        )
    if not new.strip() or one.name == new:
        raise _Stopped(
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
    edits = [_registry_edit(site.loaded.entities, changes)]

    def is_old(name: str) -> bool:
        return name_key(name) == name_key(one.name)

    linked = _links_to(site, lambda found, name: isinstance(found, Entity) and found.id == one.id and is_old(name))
    renaming = Renaming(ENTITY_LISTS, is_old, lambda name: name == new, linked, new)
    return f"rename {one.id} to {new}", [*edits, *_references(site, renaming)]


def _tag(site: _Site, name: str) -> Tag:
    found = site.catalog.tag(name)
    if found is None:
        known = [n for t in site.catalog.tags for n in (t.slug, t.label, *t.aliases)]
        hint = did_you_mean(name, known) or "`briefings tags list` shows them all"
        raise _Stopped(report("refused-change", f"no tag is called `{name}`", Place(TAGS), help=hint))
    return found


def _merge_tags(site: _Site, old: str, new: str) -> tuple[str, list[Edit]]:
    one, other = _tag(site, old), _tag(site, new)
    if one.slug == other.slug:
        raise _Stopped(
            report(
                "refused-change",
                f"`{old}` and `{new}` are the same tag already",
                one.place,
                help="name two different ones; `briefings tags list` shows them all",
            )
        )
    if _is_under(site, other, one):
        raise _Stopped(
            report(
                "refused-change",
                f"`{other.slug}` is narrower than `{one.slug}`",
                other.place,
                help=f"merge the other way round: `briefings tags merge {other.slug} {one.slug}`",
            )
        )
    declared = {tag.slug for tag in parse_tags(site.loaded.tags)[0]}
    known = {label_key(n) for n in (other.slug, other.label, *other.aliases)}
    candidates = {label_key(n): n for n in reversed((one.slug, one.label, *one.aliases))}
    names = tuple(name for key, name in reversed(candidates.items()) if key not in known)
    changes: list[Change] = [
        Set((tag.slug, "parent"), other.slug)
        for tag in site.catalog.tags
        if tag.parent == one.slug and tag.slug in declared
    ]
    if other.slug not in declared:
        changes.append(Set((other.slug,), {"label": other.label, "aliases": names}))
    elif names:
        changes.append(Append((other.slug, "aliases"), names))
    if one.slug in declared:
        changes.append(Remove((one.slug,)))
    return f"merge {one.slug} into {other.slug}", _tag_edits(site, changes, one.slug, other.slug)


def _is_under(site: _Site, tag: Tag, wider: Tag) -> bool:
    seen: set[str] = set()
    at: Tag | None = tag
    while at and at.slug not in seen:
        if at.slug == wider.slug:
            return True
        seen.add(at.slug)
        at = site.catalog.tag_of.get(at.parent)
    return False


def _rename_tag(site: _Site, old: str, new: str) -> tuple[str, list[Edit]]:
    one = _tag(site, old)
    slug = new if is_slug(new) and new == new.lower() else tag_address(new, site.loaded.config.language)
    if not slug:
        raise _Stopped(
            report(
                "refused-change",
                f"`{new}` has no character that can be seen",
                Place(TAGS),
                help="give a name that can be read",
            )
        )
    taken = site.catalog.tag(slug) or site.catalog.tag(new)
    if taken and taken.slug != one.slug:
        raise _Stopped(
            report(
                "refused-change",
                f"`{new}` already is a name of `{taken.slug}`",
                taken.place,
                help=f"if they are one: `briefings tags merge {one.slug} {taken.slug}`",
            )
        )
    declared = {tag.slug: tag for tag in parse_tags(site.loaded.tags)[0]}
    if slug == one.slug:
        return f"label {one.slug} as {new}", _tag_edits(site, [Set((one.slug, "label"), new)], one.slug, one.slug)
    changes: list[Change] = [Set((t.slug, "parent"), slug) for t in declared.values() if t.parent == one.slug]
    if one.slug not in declared:
        changes.append(Set((slug,), {"label": new.rpartition("/")[2].replace("-", " "), "aliases": (one.slug,)}))
    else:
        changes.append(Rename((one.slug,), slug))
        if new != slug:
            changes.append(Set((slug, "label"), new))
        if slug in one.aliases:
            changes.append(Remove((slug, "aliases", one.aliases.index(slug))))
        changes.append(Append((slug, "aliases"), (one.slug,)))
    return f"rename {one.slug} to {slug}", _tag_edits(site, changes, one.slug, slug)


def _tag_edits(site: _Site, changes: Sequence[Change], old: str, new: str) -> list[Edit]:
    def is_tag(slug: str) -> Callable[[str], bool]:
        def check(name: str) -> bool:
            tag = site.catalog.tag(name)
            return tag is not None and tag.slug == slug

        return check

    edits = [_registry_edit(site.loaded.tags, changes)]
    if old == new:
        return edits
    linked = _links_to(site, lambda found, _: isinstance(found, Tag) and found.slug == old)
    return [*edits, *_references(site, Renaming(TAG_LISTS, is_tag(old), is_tag(new), linked, new))]


def _is_entity(site: _Site, identity: str) -> Callable[[str], bool]:
    def check(name: str) -> bool:
        found = site.catalog.entity(name)
        return found is not None and found.id == identity

    return check


def _links_to(site: _Site, is_meant: Callable[[Brief | Entity | Tag | None, str], bool]) -> Callable[[str], str | None]:
    """For the target of a wikilink: what follows the name in it, when it leads to what is renamed; else None.

    ``is_meant`` is asked with what the target leads to, and the name in it.
    """

    def rest_of(target: str) -> str | None:
        found, rest = site.catalog.linked(target)
        return rest if is_meant(found, target.removesuffix(rest)) else None

    return rest_of


def _registry_edit(source: Source, changes: Sequence[Change]) -> Edit:
    after = patch_yaml(source.text, changes)
    if after is None:
        raise _Stopped(cannot_patch(source.path))
    return Edit(source.path, source.text, after)


def _references(site: _Site, renaming: Renaming) -> Iterator[Edit]:
    for source in site.sources:
        after = change_references(source, renaming)
        if after is None:
            hint = "correct it first, or make the change by hand; nothing was changed"
            raise _Stopped(cannot_patch(source.path, hint))
        yield Edit(source.path, source.text, after)
