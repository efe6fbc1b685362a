"""A change of the registry or of the tag list: the plan of it carried out, with every reference in every brief."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Generic, TypeVar

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.names import name_key
from annotated_briefings.base.site_files import ENTITIES, TAGS
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Change, patch_yaml
from annotated_briefings.content.model import Entity, Tag
from annotated_briefings.content.references import Renaming, change_references
from annotated_briefings.content.registry import parse_entities, parse_tags
from annotated_briefings.project.briefs import catalog_of, parse_all
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.site.model.catalog import Catalog
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


class Stopped(Exception):
    """Nothing can be done; the diagnostic says why."""


class OpenSite(Value):
    """The site that is changed."""

    loaded: Loaded
    """Its files."""
    catalog: Catalog
    """All facts of them."""
    sources: tuple[Source, ...]
    """The texts of its briefs."""


def run_change(root: Path, dry_run: bool, plan: Callable[[OpenSite], tuple[str, list[Edit]]]) -> Renamed:
    """Carry out what a plan gives, in words and as edits, all of it or nothing; what it does in a dry run too."""
    loaded = load_site(root)
    parsed = parse_all(root, loaded)
    catalog = catalog_of(parsed, loaded)
    try:
        what, edits = plan(OpenSite(loaded, catalog, tuple(one.source for one in parsed)))
        _refuse_rings(edits)
        for edit in edits:
            if (shared := newly_shared(edit)) is not None:
                raise Stopped(shared)
    except Stopped as stopped:
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
                raise Stopped(report("refused-change", message, Place(edit.path), help=remedy))


def _rings(path: str, text: str) -> list[str]:
    return [one.message for one in _PARSERS[path](Source(path, text))[1] if one.code == "ring"]


def newly_shared(edit: Edit) -> Diagnostic | None:
    """The first name that an edit of the registry of entities would give to one entity while another one has it."""
    if edit.path != ENTITIES:
        return None
    before, after = _owners(edit.before), _owners(edit.after)
    for key, owners in after.items():
        ids = sorted(owners)
        for one, other in combinations(ids, 2):
            had = before.get(key, {})
            known = one in had and other in had and not (had[one].guarded and had[other].guarded)
            if not known and not (owners[one].guarded and owners[other].guarded):
                # Which of them had it before is the one that keeps it.
                owner, taker = (other, one) if other in had and one not in had else (one, other)
                remedy = "merge the two, or take another name; nothing was changed"
                message = f"`{owners[taker].name}` already names `{owner}`"
                return report("refused-change", message, Place(ENTITIES), help=remedy)
    return None


class _Owned(Value):
    name: str
    guarded: bool
    """Whether it counts only in briefs that list the entity."""


def _owners(text: str) -> dict[str, dict[str, _Owned]]:
    """The names of a registry, each with the entities that have it."""
    owners: dict[str, dict[str, _Owned]] = defaultdict(dict)
    for one in parse_entities(Source(ENTITIES, text))[0]:
        guarded = {name_key(name) for name in one.ambiguous}
        for name in () if one.merged_into else (one.name, *one.aliases, *one.ambiguous):
            key = name_key(name)
            owners[key].setdefault(one.id, _Owned(name, key in guarded))
    return owners


def refused(message: str, place: Place, remedy: str, source: Source | None = None) -> Stopped:
    """A change that is not made; ``source`` shows the line of the place."""
    return Stopped(report("refused-change", message, place, help=remedy, source=source))


E = TypeVar("E", Entity, Tag)


@dataclass(frozen=True, slots=True)
class EntryKind(Generic[E]):
    """A kind of entries that are merged and renamed: how they are found in their file, and in briefs."""

    what: str
    """What an entry is called in messages."""
    command: str
    """The command for its entries."""
    path: str
    """Its file."""
    kind: type[E]
    """The class of its entries."""
    lists: Sequence[tuple[str | int, ...]]
    """The lists of its names in the front matter of a brief."""
    find: Callable[[Catalog, str], E | None]
    """The entry of a name."""
    key: Callable[[E], str]
    """The key of an entry in the file."""
    names: Callable[[Catalog], Iterable[str]]
    """All keys and names."""

    def entry(self, site: OpenSite, name: str) -> E:
        """The entry of a name. Raises Stopped where nothing has it."""
        found = self.find(site.catalog, name)
        if found is None:
            listed = f"`briefings {self.command} list` shows them all"
            hint = did_you_mean(name, list(self.names(site.catalog))) or listed
            raise refused(f"no {self.what} is called `{name}`", Place(self.path), hint)
        return found

    def same(self, old: str, new: str, place: Place, source: Source | None = None) -> Stopped:
        """Two names that are to become one are names of one entry."""
        remedy = f"name two different ones; `briefings {self.command} list` shows them all"
        return refused(f"`{old}` and `{new}` are the same {self.what} already", place, remedy, source)

    def means(self, site: OpenSite, key: str) -> Callable[[str], bool]:
        """Whether a name means the entry of a key."""

        def check(name: str) -> bool:
            found = self.find(site.catalog, name)
            return found is not None and self.key(found) == key

        return check

    def links_to(
        self, site: OpenSite, key: str, is_old: Callable[[str], bool] = lambda _: True
    ) -> Callable[[str], str | None]:
        """For the target of a wikilink: what follows the name in it, when it leads to the entry of a key; else None.

        ``is_old`` is asked whether the name in it is the one that changes.
        """

        def rest_of(target: str) -> str | None:
            found, rest = site.catalog.linked(target)
            meant = isinstance(found, self.kind) and self.key(found) == key and is_old(target.removesuffix(rest))
            return rest if meant else None

        return rest_of

    def joined(self, site: OpenSite, old: str, new: str, shown: str) -> Iterator[Edit]:
        """The edits of all briefs when the entry of one key becomes that of another; ``shown`` is its new name.

        Raises Stopped where one cannot be changed with certainty.
        """
        renaming = Renaming(self.lists, self.means(site, old), self.means(site, new), self.links_to(site, old), shown)
        return references(site, renaming)


def registry_edit(source: Source, changes: Sequence[Change]) -> Edit:
    """The edit of a registry file. Raises Stopped where the file cannot be changed with certainty."""
    after = patch_yaml(source.text, changes)
    if after is None:
        raise Stopped(cannot_patch(source.path))
    return Edit(source.path, source.text, after)


def references(site: OpenSite, renaming: Renaming) -> Iterator[Edit]:
    """The edits of all briefs. Raises Stopped where one cannot be changed with certainty."""
    for source in site.sources:
        after = change_references(source, renaming)
        if after is None:
            hint = "correct it first, or make the change by hand; nothing was changed"
            raise Stopped(cannot_patch(source.path, hint))
        yield Edit(source.path, source.text, after)
