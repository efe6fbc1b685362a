"""A change of the registry or of the tag list: the plan of it carried out, with every reference in every brief."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.site_files import ENTITIES, TAGS
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Change, patch_yaml
from annotated_briefings.content.model import Brief, Entity, Tag
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


def unknown_name(kind: str, name: str, known: Iterable[str], place: Place, otherwise: str) -> Stopped:
    """Nothing has that name; the remedy is the known one that is like it, or otherwise where all are listed."""
    hint = did_you_mean(name, list(known)) or otherwise
    return Stopped(report("refused-change", f"no {kind} is called `{name}`", place, help=hint))


def links_to(
    site: OpenSite, is_meant: Callable[[Brief | Entity | Tag | None, str], bool]
) -> Callable[[str], str | None]:
    """For the target of a wikilink: what follows the name in it, when it leads to what is renamed; else None.

    ``is_meant`` is asked with what the target leads to, and the name in it.
    """

    def rest_of(target: str) -> str | None:
        found, rest = site.catalog.linked(target)
        return rest if is_meant(found, target.removesuffix(rest)) else None

    return rest_of


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
