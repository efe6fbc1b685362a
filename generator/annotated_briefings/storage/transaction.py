"""Changes of several files as one: proved before the first is written, none left half done, and undone again."""

import json
import signal
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.storage.edit_file import Refused, patch_file
from annotated_briefings.storage.files import place_of, reason, write_text_atomic

_FILE = ".cache/last-change.json"


class Edit(Value):
    """A file before and after."""

    path: str
    """File, relative to the site folder."""
    before: str
    """Its text, lines ended by ``\\n``."""
    after: str
    """Its new text."""


def apply_edits(root: Path, edits: Sequence[Edit], what: str) -> tuple[Diagnostic, ...]:
    """Write all edits and remember how to undo them; when one cannot be written, those before it are taken back."""
    done: list[Edit] = []
    with _undisturbed():
        try:
            made = {edit.path for edit in edits if not place_of(root, edit.path).exists()}
            write_text_atomic(root / _FILE, _record(what, edits, made))
        except OSError as error:
            return (_unwritable(_FILE, error),)
        for edit in edits:
            stopped = _swap(root, edit.path, edit.before, edit.after)
            if stopped:
                back = [_take_back(root, one, made) for one in reversed(done)]
                if not any(back):
                    (root / _FILE).unlink(missing_ok=True)
                return (stopped, *filter(None, back))
            done.append(edit)
    return ()


class Swap(Value):
    """A file before and after a change that may also make or delete it."""

    path: str
    """File, relative to the site folder."""
    before: str | None
    """Its text, with its own line ends and byte order mark; None where there is none yet."""
    after: str | None
    """Its new text, likewise; None where the file is deleted."""


def swap_files(root: Path, swaps: Sequence[Swap], finish: Callable[[], None]) -> tuple[Diagnostic, ...]:
    """Change, make and delete files, then do the last step; when one cannot be done, those before it are taken back.

    What is ended by force half-way is completed by doing it again: a file that is already as it should be is left.
    """
    done: list[Swap] = []
    with _undisturbed():
        for swap in swaps:
            stopped = _replace(root, swap.path, swap.before, swap.after)
            if stopped:
                return (stopped, *_taken_back(root, done))
            done.append(swap)
        try:
            finish()
        except OSError as error:
            return (_unwritable(str(error.filename or root), error), *_taken_back(root, done))
    return ()


def _taken_back(root: Path, done: Sequence[Swap]) -> Iterator[Diagnostic]:
    return filter(None, [_replace(root, one.path, one.after, one.before) for one in reversed(done)])


def _replace(root: Path, path: str, old: str | None, new: str | None) -> Diagnostic | None:
    """Put one text, or none, in the place of another; a file with any third text is left alone and reported."""
    at = place_of(root, path)
    try:
        there = at.exists()
        if there:
            # Refused where it leads out of the site, or is no text.
            patch_file(root, path, lambda text: text, dry_run=True)
        now = at.read_bytes().decode("utf-8") if there else None
        if now not in (old, new) and (there or new is not None):
            return _changed_since(path)
        if new is None:
            at.unlink(missing_ok=True)
        elif now != new:
            file = at.resolve()
            rights = file.stat().st_mode if there else None
            write_text_atomic(file, new)
            if rights is not None:
                file.chmod(rights & 0o7777)
    except Refused as refused:
        stopped: Diagnostic = refused.args[0]
        return stopped
    except OSError as error:
        return _unwritable(path, error)
    return None


def undo_last(root: Path) -> tuple[str, tuple[str, ...], tuple[Diagnostic, ...]]:
    """Take the last change back: what it was, its files, and what prevented it.

    Also finishes what was ended half-way: files that were not reached stay as they are. A file that has been edited
    since is left alone, and then nothing is taken back.
    """
    try:
        record: Mapping[str, object] = json.loads((root / _FILE).read_text(encoding="utf-8"))
        edits = [Edit(str(e["path"]), str(e["before"]), str(e["after"])) for e in record["edits"]]  # type: ignore[attr-defined]
        made = {str(e["path"]) for e in record["edits"] if e.get("made")}  # type: ignore[attr-defined]
        if not all((root / edit.path).resolve().is_relative_to(root.resolve()) for edit in edits):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return (
            "",
            (),
            (
                report(
                    "nothing-to-undo",
                    "there is no change to take back",
                    Place(_FILE),
                    help="only the last change is kept here; older ones are in version control",
                ),
            ),
        )
    found: list[Diagnostic] = []
    ready: list[Edit] = []
    for edit in edits:
        try:
            now, _ = patch_file(root, edit.path, lambda text: text, dry_run=True)
        except Refused as refused:
            found.append(refused.args[0])
            continue
        if now == edit.after:
            ready.append(edit)
        elif now != edit.before:
            found.append(
                report(
                    "patch",
                    f"`{edit.path}` has been edited since",
                    Place(edit.path),
                    help="take the change back by hand, or with version control; nothing was changed",
                )
            )
    if found:
        return str(record["what"]), (), tuple(found)
    with _undisturbed():
        stopped = [_take_back(root, edit, made) for edit in ready]
        if not any(stopped):
            (root / _FILE).unlink(missing_ok=True)
    back = (edit.path for edit, found in zip(ready, stopped, strict=True) if found is None)
    return str(record["what"]), tuple(back), tuple(filter(None, stopped))


def _swap(root: Path, path: str, old: str, new: str) -> Diagnostic | None:
    """Put one text in the place of another; a file with any third text is left alone and reported."""

    def swapped(text: str) -> str:
        if text != old:
            raise Refused(_changed_since(path))
        return new

    try:
        if not old and not place_of(root, path).exists():
            write_text_atomic(root / path, new)
        else:
            patch_file(root, path, swapped)
    except Refused as refused:
        found: Diagnostic = refused.args[0]
        return found
    except OSError as error:
        return _unwritable(path, error)
    return None


def _take_back(root: Path, edit: Edit, made: Collection[str]) -> Diagnostic | None:
    """Undo an edit; a file that it has made goes."""
    stopped = _swap(root, edit.path, edit.after, edit.before)
    if stopped is None and edit.path in made and not edit.before:
        try:
            place_of(root, edit.path).unlink(missing_ok=True)
        except OSError as error:
            return _unwritable(edit.path, error)
    return stopped


def _changed_since(path: str) -> Diagnostic:
    return report(
        "patch",
        f"`{path}` was changed by somebody else at the same time",
        Place(path),
        help="look at it, and run the command again; this file was left as it is",
    )


def _unwritable(path: str, error: OSError) -> Diagnostic:
    return report(
        "output",
        f"`{path}` cannot be written: {reason(error)}",
        Place(path),
        help="check the folder's permissions and the space on the disk; nothing was changed",
    )


def _record(what: str, edits: Sequence[Edit], made: Collection[str]) -> str:
    rows = [{"path": e.path, "before": e.before, "after": e.after, "made": e.path in made} for e in edits]
    return json.dumps({"what": what, "edits": rows}, ensure_ascii=False)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C and SIGTERM take effect once all files are written, as the calling code has arranged: where they are
    ignored, never."""
    came: list[int] = []

    def later(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    try:
        before = [(number, signal.signal(number, later)) for number in (signal.SIGINT, signal.SIGTERM)]
    except ValueError:
        # Not the main thread, which gets no signals.
        yield
        return
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
        for one in came:
            signal.raise_signal(one)
