"""Locks, so that two commands never write the same files at the same time. The home of filelock."""

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
LOCK_TIMEOUT = 1.0
"""Seconds to wait for another command to release a lock: as long as a short command takes."""


class LockBusy(Exception):
    """Another command holds the lock; the first argument is the diagnostic to show."""


def output_lock(destination: Path) -> str:
    """Lock for an output folder."""
    return f"output-{blake2b(fspath(destination.resolve()).encode(), digest_size=6).hexdigest()}"


@contextmanager
def hold_lock(root: Path, name: str) -> Iterator[None]:
    """Hold a lock of a site. Raises LockBusy where another process holds it; the system releases it when that process
    ends, however it ends. Where no lock is possible, such as in a read-only folder, the work is done without one.
    """
    lock = FileLock(root / ".cache" / f"{name}.lock")
    try:
        (root / ".cache").mkdir(exist_ok=True)
        lock.acquire(timeout=LOCK_TIMEOUT)
    except Timeout:
        raise LockBusy(_busy(root, name)) from None
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
