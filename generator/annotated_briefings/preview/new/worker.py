"""One thread for what lasts: pages are served while it fetches, reads and writes."""

import sys
import threading
from collections import deque
from collections.abc import Callable

Job = Callable[[], None]
"""Something to do."""


class Worker:
    """Does one job after the other, in the order in which they come."""

    def __init__(self) -> None:
        self._jobs: deque[tuple[str, Job]] = deque()
        self._lock = threading.Lock()
        self._now = ""
        self.idle = threading.Event()
        """Set while there is nothing to do."""
        self.idle.set()

    @property
    def doing(self) -> str:
        """What is done now, in words; empty for nothing."""
        return self._now

    def add(self, what: str, job: Job) -> None:
        """Do something after all that was added before."""
        with self._lock:
            self._jobs.append((what, job))
            if self.idle.is_set():
                self.idle.clear()
                self._now = what
                threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._now = ""
                    self.idle.set()
                    return
                self._now, job = self._jobs.popleft()
            try:
                job()
            except Exception as error:  # a bug must not end the preview
                print(f"the desk could not do this: {type(error).__name__}: {error}", file=sys.stderr)
