"""Merging, renaming and taking back: what the commands ``entities`` and ``tags`` share."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.registry_change import Renamed
from annotated_briefings.storage.transaction import Edit, undo_last

ChangeFunction = Callable[..., Renamed]
"""A merge or a rename: from the site, the old and the new name to what it changed."""


def carried_out(change: ChangeFunction, options: argparse.Namespace) -> Result:
    """The result of a merge or a rename as the command line asks for it."""
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


def taken_back(root: Path) -> Result:
    """The last change of a site taken back."""
    what, paths, found = undo_last(root)
    if found:
        return Result(diagnostics=found)
    return Result([*(f"  restored {path}" for path in paths), f"taken back: {what}"])
