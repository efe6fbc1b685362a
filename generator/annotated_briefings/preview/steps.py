"""Steps of the desk taken back and made again: files get the texts that they had, imports are taken back."""

from datetime import UTC, datetime
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.importer.operations.redo import redo_import
from annotated_briefings.importer.operations.undo import undo_import
from annotated_briefings.storage import journal


class MovedStep(Value):
    """What undoing or redoing did."""

    what: str
    """The step, in words; empty where there is none."""
    changed: tuple[str, ...]
    """The files that it changed."""
    found: tuple[Diagnostic, ...]
    """What prevented it; then nothing was changed."""


def step_back(root: Path, person: str, mark: str = "") -> MovedStep:
    """Undo the last step of somebody who signs so; ``mark`` is that of the journal whose step was shown to them."""
    steps = journal.read_journal(root, person)
    if mark and mark != steps.mark:
        return MovedStep("", (), (_another(),))
    step = steps.undo
    changed: list[str] = []
    if step and step.runs and (edited := journal.edited_since(root, step)):
        return MovedStep("", (), edited)
    for run in reversed(step.runs if step else ()):
        # The files of an import are put back before those of its decision: no import must follow one that is gone.
        planned = undo_import(root, run, dry_run=True)
        if planned.kept:
            return MovedStep("", (), tuple(_edited(one.path, one.why) for one in planned.kept))
        done = undo_import(root, run, at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
        if done.diagnostics:
            return MovedStep("", (), done.diagnostics)
        changed += (*done.deleted, *done.restored, DECISIONS)
    return _moved(*journal.step_back(root, person), changed)


def step_forward(root: Path, person: str, mark: str = "") -> MovedStep:
    """Redo the step that they undid last."""
    steps = journal.read_journal(root, person)
    if mark and mark != steps.mark:
        return MovedStep("", (), (_another(),))
    step = steps.redo
    if step and step.runs and (edited := journal.edited_since(root, step)):
        return MovedStep("", (), edited)
    changed: list[str] = []
    for run in step.runs if step else ():
        if found := redo_import(root, run, dry_run=True).diagnostics:
            return MovedStep("", (), found)
    moved, found = journal.step_forward(root, person)
    for run in moved.runs if moved and not found else ():
        done = redo_import(root, run, at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
        changed += done.changed
        if done.diagnostics:
            return MovedStep("", tuple(changed), done.diagnostics)
    return _moved(moved, found, changed)


def _moved(step: journal.Step | None, found: tuple[Diagnostic, ...], changed: list[str]) -> MovedStep:
    paths = [] if found or step is None else [swap.path for swap in step.swaps]
    return MovedStep(step.what if step else "", tuple(dict.fromkeys((*changed, *paths))), found)


def _another() -> Diagnostic:
    return report(
        "nothing-to-undo",
        "something else was done or undone at the desk since",
        Place("_desk"),
        help="the buttons at the edge of the page name what is next; nothing was changed",
    )


def _edited(path: str, why: str) -> Diagnostic:
    return report(
        "patch",
        f"`{path}` was {why}",
        Place(path),
        help="take the change back by hand, or with version control; nothing was changed",
    )
