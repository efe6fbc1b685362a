"""The commands that change the registry and the tag list, and take changes back; and the list of tags."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings.base.diagnostics import show
from annotated_briefings.cli.frame import site_folder
from annotated_briefings.editing.rename import Renamed, merge_entities, merge_tags, rename_entity, rename_tag
from annotated_briefings.editing.tags import accept_tags, tag_uses
from annotated_briefings.storage.transaction import undo_last

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Run = Callable[..., Renamed]


def add_changes(inner: "_SubParsersAction[argparse.ArgumentParser]", what: str, merge: Run, rename: Run) -> None:
    """Add ``merge``, ``rename`` and ``undo`` to the commands about entities or tags."""
    for name, run, text in (
        ("merge", merge, f"make one {what} of two: A becomes B"),
        ("rename", rename, f"give the {what} A the name B"),
    ):
        command = inner.add_parser(name, help=text)
        command.add_argument("old", metavar="A")
        command.add_argument("new", metavar="B")
        command.add_argument("--dry-run", action="store_true", help="show every changed line and write nothing")
        command.set_defaults(run=lambda options, run=run: _change(run, site_folder(options), options), writes=True)
    back = inner.add_parser("undo", help="take the last merge, rename or acceptance back")
    back.set_defaults(run=lambda options: _undo(site_folder(options)), writes=True)


def add_entity_changes(inner: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the changes of entities."""
    add_changes(inner, "entity", merge_entities, rename_entity)


def add_tags(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``tags`` with its own commands."""
    parser = commands.add_parser("tags", help="list the tags, take new ones into the list, merge and rename them")
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, text in (
        ("list", "every tag with the number of its briefs"),
        ("suggest", "tags in briefs that the list does not declare"),
    ):
        command = inner.add_parser(name, help=text)
        command.add_argument("--json", action="store_true", help="print the result as JSON")
        command.set_defaults(run=lambda options, new=name == "suggest": _list(site_folder(options), options, new))
    take = inner.add_parser("accept", help="declare tags that briefs use")
    take.add_argument("names", nargs="+", metavar="TAG")
    take.add_argument("--dry-run", action="store_true", help="show the lines and write nothing")
    take.set_defaults(run=lambda options: _accept(site_folder(options), options), writes=True)
    add_changes(inner, "tag", merge_tags, rename_tag)


def _list(root: Path, options: argparse.Namespace, new: bool) -> int:
    uses = [use for use in tag_uses(root) if use.declared is not new or not new]
    if options.json:
        rows = [
            {
                "slug": u.slug,
                "label": u.label,
                "aliases": list(u.aliases),
                "parent": u.parent,
                "briefs": u.briefs,
                "declared": u.declared,
            }
            for u in uses
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    width = max((len(use.slug) for use in uses), default=0)
    for use in uses:
        also = f"  also {', '.join(use.aliases)}" if use.aliases else ""
        mark = "" if use.declared or new else "  not in the list"
        print(f"{use.slug:{width}}  {use.briefs:5}  {use.label}{also}{mark}")
    if new:
        print(
            f"{len(uses)} suggested; take them with `briefings tags accept TAG...`, or merge them into others"
            if uses
            else "the list declares every tag that briefs use"
        )
    else:
        print(f"{len(uses)} tag{'' if len(uses) == 1 else 's'}")
    return 0


def _accept(root: Path, options: argparse.Namespace) -> int:
    done = accept_tags(root, options.names, dry_run=options.dry_run)
    return _tell(done, options.dry_run)


def _change(run: Run, root: Path, options: argparse.Namespace) -> int:
    return _tell(run(root, options.old, options.new, dry_run=options.dry_run), options.dry_run)


def _tell(done: Renamed, dry_run: bool) -> int:
    for diagnostic in done.diagnostics:
        print(show(diagnostic), file=sys.stderr)
    if done.diagnostics:
        return 1
    if dry_run:
        print("\n".join(_difference(done)) or "nothing would change")
        return 0
    for edit in done.edits:
        print(f"  changed {edit.path}")
    print(
        f"{done.what}: {len(done.edits)} file{'' if len(done.edits) == 1 else 's'} changed"
        + ("; `undo` takes it back" if done.edits else "")
    )
    return 0


def _difference(done: Renamed) -> Iterator[str]:
    for edit in done.edits:
        yield from (
            line.rstrip("\n")
            for line in unified_diff(
                edit.before.splitlines(keepends=True), edit.after.splitlines(keepends=True), edit.path, edit.path, n=1
            )
        )


def _undo(root: Path) -> int:
    what, paths, found = undo_last(root)
    for diagnostic in found:
        print(show(diagnostic), file=sys.stderr)
    if found:
        return 1
    for path in paths:
        print(f"  restored {path}")
    print(f"taken back: {what}")
    return 0
