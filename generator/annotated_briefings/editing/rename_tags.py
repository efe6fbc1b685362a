"""Merging and renaming tags: the tag list, every reference in every brief, and the old addresses."""

from collections.abc import Sequence
from pathlib import Path

from annotated_briefings.base.names import label_key
from annotated_briefings.base.paths import is_slug
from annotated_briefings.base.site_files import TAGS
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.patch import Append, Change, Enter, Remove, Rename, Set
from annotated_briefings.content.model import Tag
from annotated_briefings.content.references import TAG_LISTS
from annotated_briefings.content.registry import parse_tags
from annotated_briefings.editing.registry_change import (
    EntryKind,
    OpenSite,
    Renamed,
    refused,
    registry_edit,
    run_change,
)
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.naming import tag_address
from annotated_briefings.storage.transaction import Edit

_TAGS = EntryKind(
    what="tag",
    command="tags",
    path=TAGS,
    kind=Tag,
    lists=TAG_LISTS,
    find=Catalog.tag,
    key=lambda tag: tag.slug,
    names=lambda catalog: (name for t in catalog.tags for name in (t.slug, t.label, *t.aliases)),
)


def merge_tags(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Make one tag of two: the old one becomes an alias of the new one, which its address leads to."""
    return run_change(root, dry_run, lambda site: _merge_tags(site, old, new))


def rename_tag(root: Path, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Give a tag another slug, or another label when the new name makes the same slug."""
    return run_change(root, dry_run, lambda site: _rename_tag(site, old, new))


def _merge_tags(site: OpenSite, old: str, new: str) -> tuple[str, list[Edit]]:
    one, other = _TAGS.entry(site, old), _TAGS.entry(site, new)
    if one.slug == other.slug:
        raise _TAGS.same(old, new, one.place)
    if _is_under(site, other, one):
        remedy = f"merge the other way round: `briefings tags merge {other.slug} {one.slug}`"
        raise refused(f"`{other.slug}` is narrower than `{one.slug}`", other.place, remedy)
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
        changes.append(Enter((other.slug,), {"label": other.label, "aliases": names}))
    elif names:
        changes.append(Append((other.slug, "aliases"), names))
    if one.slug in declared:
        changes.append(Remove((one.slug,)))
    return f"merge {one.slug} into {other.slug}", _tag_edits(site, changes, one.slug, other.slug)


def _is_under(site: OpenSite, tag: Tag, wider: Tag) -> bool:
    seen: set[str] = set()
    at: Tag | None = tag
    while at and at.slug not in seen:
        if at.slug == wider.slug:
            return True
        seen.add(at.slug)
        at = site.catalog.tag_of.get(at.parent)
    return False


def _rename_tag(site: OpenSite, old: str, new: str) -> tuple[str, list[Edit]]:
    one = _TAGS.entry(site, old)
    slug = new if is_slug(new) and new == new.lower() else tag_address(new, site.loaded.config.language)
    if not slug:
        raise refused(f"`{new}` has no character that can be seen", Place(TAGS), "give a name that can be read")
    taken = site.catalog.tag(slug) or site.catalog.tag(new)
    if taken and taken.slug != one.slug:
        remedy = f"if they are one: `briefings tags merge {one.slug} {taken.slug}`"
        raise refused(f"`{new}` already is a name of `{taken.slug}`", taken.place, remedy)
    declared = {tag.slug: tag for tag in parse_tags(site.loaded.tags)[0]}
    if slug == one.slug:
        return f"label {one.slug} as {new}", _tag_edits(site, [Set((one.slug, "label"), new)], one.slug, one.slug)
    changes: list[Change] = [Set((t.slug, "parent"), slug) for t in declared.values() if t.parent == one.slug]
    if one.slug not in declared:
        changes.append(Enter((slug,), {"label": new.rpartition("/")[2].replace("-", " "), "aliases": (one.slug,)}))
    else:
        changes.append(Rename((one.slug,), slug))
        if new != slug:
            changes.append(Set((slug, "label"), new))
        if slug in one.aliases:
            changes.append(Remove((slug, "aliases", one.aliases.index(slug))))
        changes.append(Append((slug, "aliases"), (one.slug,)))
    return f"rename {one.slug} to {slug}", _tag_edits(site, changes, one.slug, slug)


def _tag_edits(site: OpenSite, changes: Sequence[Change], old: str, new: str) -> list[Edit]:
    edits = [registry_edit(site.loaded.tags, changes)]
    return edits if old == new else [*edits, *_TAGS.joined(site, old, new, new)]
