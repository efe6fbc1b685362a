"""Imports that were taken back, made again: their files and their lines of the ledger, as they were."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.site_files import LEDGER
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.importer.recorded import history_of
from annotated_briefings.intake.history.lines import Undo, history_line
from annotated_briefings.intake.ledger import without_number
from annotated_briefings.storage.files import place_of, write_text_atomic
from annotated_briefings.storage.ledger import Ledger, append_to_ledger, open_ledger
from annotated_briefings.storage.transaction import Swap, swap_files

_FOLDER = ".cache/imports-undone"


class MadeAgain(Value):
    """What making an import again did."""

    run: str = ""
    """Its id; empty where there is none."""
    changed: tuple[str, ...] = ()
    """The files that it wrote, or deleted."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What prevented it; then nothing was changed."""


def keep_undone(root: Path, run: str, swaps: Sequence[Swap], lines: Sequence[str]) -> None:
    """Keep what taking an import back changes, and its lines of the ledger, until the cache is deleted. What an undo
    that was stopped has kept stays. Raises OSError."""
    known, _ = _kept(root, run) if run not in {one.run for one in _undone(root)} else ((), ())
    paths = {swap.path for swap in swaps}
    every = (*(swap for swap in known if swap.path not in paths), *swaps)
    rows = [{"path": one.path, "before": one.before, "after": one.after} for one in every]
    write_text_atomic(_file(root, run), json.dumps({"swaps": rows, "lines": list(lines)}, ensure_ascii=False))


def can_be_redone(root: Path, run: str) -> bool:
    """Whether an import was taken back, and what it had written is still kept."""
    return _file(root, run).is_file() and run in {one.run for one in _undone(root)}


def redo_import(root: Path, run: str = "", *, at: str = "", dry_run: bool = False) -> MadeAgain:
    """Make an import again that was taken back, or the one that was taken back last: its files get the texts that they
    had. Refused where one of them, or what the ledger says of an article, has changed since."""
    undone = _undone(root)
    run = run or (undone[-1].run if undone else "")
    if not run:
        message, help_ = "no import was taken back", "`briefings imports list` shows them all"
        return MadeAgain(diagnostics=(report("nothing-to-undo", message, Place(LEDGER), help=help_),))
    swaps, lines = _kept(root, run)
    if not swaps or not can_be_redone(root, run):
        message, help_ = f"what the import `{run}` had written is not kept here", "import its files again"
        return MadeAgain(run, diagnostics=(report("nothing-to-undo", message, Place(LEDGER), help=help_),))
    if _states_since(open_ledger(root), run, {*_states_in(lines)}):
        return MadeAgain(run, diagnostics=(_imported_since(run),))
    back = [Swap(swap.path, swap.after, swap.before) for swap in reversed(swaps)]
    paths = tuple(swap.path for swap in back)
    if edited := [swap for swap in back if _text(root, swap.path) not in (swap.before, swap.after)]:
        return MadeAgain(run, diagnostics=(_edited(edited[0].path),))
    if dry_run:
        return MadeAgain(run, paths)
    added = "".join(f"{line}\n" for line in lines) + history_line(Undo(run, at, redone=True))
    found = swap_files(root, back, lambda: append_to_ledger(root, added))
    if found:
        return MadeAgain(run, diagnostics=found)
    _file(root, run).unlink(missing_ok=True)
    return MadeAgain(run, paths)


def _undone(root: Path) -> tuple[Undo, ...]:
    return history_of(root).undone


def _file(root: Path, run: str) -> Path:
    return root / _FOLDER / f"{run if run.isalnum() else '-'}.json"


def _kept(root: Path, run: str) -> tuple[tuple[Swap, ...], tuple[str, ...]]:
    """What was kept of an import that was taken back; nothing where it cannot be read, or leads out of the site."""
    try:
        data = json.loads(_file(root, run).read_text(encoding="utf-8"))
        swaps = tuple(Swap(str(one["path"]), one["before"], one["after"]) for one in data["swaps"])
        here = all((root / swap.path).resolve().is_relative_to(root.resolve()) for swap in swaps)
        texts = all(isinstance(text, str | None) for swap in swaps for text in (swap.before, swap.after))
        return (swaps, tuple(map(str, data["lines"]))) if here and texts else ((), ())
    except (OSError, ValueError, KeyError, TypeError):
        return (), ()


def _states_in(lines: Iterable[str]) -> Iterator[str]:
    """The articles that lines of the ledger are about."""
    for text in lines:
        if text.startswith('{"id"'):
            with suppress(ValueError, KeyError):
                yield str(read_json(text)["id"])


def _states_since(ledger: Ledger, run: str, some: Collection[str]) -> bool:
    """Whether the ledger says something else of some articles than it did when an import was taken back. What others
    that were taken back and made again wrote in between is what it said."""
    undone, then, now = f'{{"undo": "{run}"', dict[str, str](), dict[str, str]()
    for line in ledger.texts('{"id"', '{"undo"'):
        if line.startswith(undone):
            then = dict(now)
        now |= {identity: without_number(line) for identity in _states_in([line]) if identity in some}
    return now != then


def _text(root: Path, path: str) -> str | None:
    try:
        return place_of(root, path).read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None


def _edited(path: str) -> Diagnostic:
    help_ = "import the files again; nothing was changed"
    return report("nothing-to-undo", f"`{path}` has been edited since", Place(path), help=help_)


def _imported_since(run: str) -> Diagnostic:
    message = f"articles of the import `{run}` were imported again since"
    return report("nothing-to-undo", message, Place(LEDGER), help="they are there already; nothing was changed")
