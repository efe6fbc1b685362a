"""A progress bar with rate and time left, on a terminal and only when work lasts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from tqdm import tqdm

# Without the thread with which tqdm watches its bars: processes can only be forked where there is one thread.
tqdm.monitor_interval = 0
# Bars belong to one process: a lock shared with others would stay locked for ever when one of them is killed.
tqdm.set_lock(RLock())


class Bar:
    """One stretch of work."""

    def __init__(self, what: str, total: int, unit: str, *, shown: bool) -> None:
        size = unit == "B"
        self._bar = tqdm(
            total=total,
            desc=what,
            unit=unit,
            unit_scale=size,
            delay=1,
            leave=False,
            file=sys.stderr,
            # A program that was started without standard error has nothing to draw on.
            disable=None if shown and sys.stderr is not None else True,
            dynamic_ncols=True,
        )

    def advance(self, units: int) -> None:
        """So many more units are done."""
        self._bar.update(units)

    def close(self) -> None:
        """The work is done or given up."""
        self._bar.close()


@contextmanager
def progress(what: str, total: int, unit: str, *, shown: bool) -> Iterator[Bar]:
    """A bar that appears after a second, on a terminal, and leaves nothing behind."""
    bar = Bar(what, total, unit, shown=shown)
    try:
        yield bar
    finally:
        bar.close()
