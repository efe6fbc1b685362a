"""One command at a time: two that write the same files would each undo what the other does. The home of filelock."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from os import fspath
from pathlib import Path

from filelock import FileLock, Timeout

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.site_files import COLLECTED
from annotated_briefings.base.source import Place
from annotated_briefings.storage.files import clear_abandoned

SOURCES = "sources"
"""Lock for the files that editors own."""
_PATIENCE = 1.0
"""Seconds after which waiting for another command ends: as long as a short one takes."""


class Busy(Exception):
    """Another command holds the lock; its first argument is the diagnostic that says so."""


def output_lock(destination: Path) -> str:
    """Lock for an output folder."""
    return f"output-{blake2b(fspath(destination.resolve()).encode(), digest_size=6).hexdigest()}"


@contextmanager
def alone(root: Path, name: str) -> Iterator[None]:
    """Hold a lock of a site. Raises Busy where another process holds it; the system frees it when that one ends,
    however it does. Where no lock can be had, such as in a folder that is read-only, the work is done without one.
    """
    lock = FileLock(root / ".cache" / f"{name}.lock")
    try:
        (root / ".cache").mkdir(exist_ok=True)
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        raise Busy(_busy(root, name)) from None
    except (OSError, NotImplementedError):
        yield
        return
    try:
        if name == SOURCES:
            for folder in ("briefings", COLLECTED):
                clear_abandoned(root / folder)
        yield
    finally:
        lock.release()


def _busy(root: Path, name: str) -> Diagnostic:
    what = "the files of this site" if name == SOURCES else "the same output folder"
    return report(
        "busy",
        f"another command is writing to {what}",
        Place(str(root)),
        help="wait until it has ended, and run the command again; nothing was changed",
    )
