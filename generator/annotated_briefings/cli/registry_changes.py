"""Merging, renaming and taking back: what the commands ``entities`` and ``tags`` share."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import add_dry_run, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.registry_change import Renamed
from annotated_briefings.storage.transaction import Edit, undo_last

if TYPE_CHECKING:
    from argparse import _SubParsersAction

ChangeFunction = Callable[..., Renamed]
"""A merge or a rename: from the site, the old and the new name to what it changed."""


def add_changes(
    inner: "_SubParsersAction[argparse.ArgumentParser]", what: str, merge: ChangeFunction, rename: ChangeFunction
) -> None:
    """Add ``merge``, ``rename`` and ``undo`` to the subcommands; ``what`` is one of the things they change."""
    for name, change, text in (
        ("merge", merge, f"merge the {what} A into the {what} B"),
        ("rename", rename, f"rename the {what} A to B"),
    ):
        command = inner.add_parser(name, help=text)
        command.add_argument("old", metavar="A")
        command.add_argument("new", metavar="B")
        add_dry_run(command, "every changed line")
        command.set_defaults(run=lambda options, change=change: _change(change, options), writes=True)
    add_undo(inner)


def add_undo(inner: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``undo`` to the subcommands."""
    back = inner.add_parser("undo", help="take back the last change of a registry")
    back.set_defaults(run=_undo, writes=True)


def _change(change: ChangeFunction, options: argparse.Namespace) -> Result:
    done = change(site_folder(options), options.old, options.new, dry_run=options.dry_run)
    return changed(done, options.dry_run)


def changed(done: Renamed, dry_run: bool) -> Result:
    """The result of a change: its files, or its lines where nothing was written."""
    if done.diagnostics:
        return Result(diagnostics=done.diagnostics)
    if dry_run:
        return Result(list(difference(done.edits)) or ["nothing would change"])
    lines = [f"  changed {edit.path}" for edit in done.edits]
    undo = "; `undo` takes it back" if done.edits else ""
    return Result([*lines, f"{done.what}: {counted(len(done.edits), 'file')} changed{undo}"])


def difference(edits: Iterable[Edit]) -> Iterator[str]:
    """The changed lines of files, as ``diff -u`` shows them."""
    for edit in edits:
        before, after = (text.splitlines(keepends=True) for text in (edit.before, edit.after))
        yield from (line.rstrip("\n") for line in unified_diff(before, after, edit.path, edit.path, n=1))


def _undo(options: argparse.Namespace) -> Result:
    return taken_back(site_folder(options))


def taken_back(root: Path) -> Result:
    """The last change of a site taken back."""
    what, paths, found = undo_last(root)
    if found:
        return Result(diagnostics=found)
    return Result([*(f"  restored {path}" for path in paths), f"taken back: {what}"])
