"""An executor on other machines that does not wait for workers which are gone."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Watched(Executor):
    """Hands work over to another executor, and gives it up when no worker has been there for a while.

    ``workers`` counts those that are there now, and ``lost`` makes the error with which all work is given up;
    ``patience`` is how many seconds a cluster may be without workers, and ``every`` how often it is looked at.
    ``share`` hands a value over to all workers, and gives what is put in place of it.
    """

    def __init__(
        self,
        inner: Executor,
        workers: Callable[[], int],
        lost: Callable[[], Exception],
        *,
        patience: float,
        every: float,
        share: Callable[[Any], Any] = lambda value: value,
    ) -> None:
        self._inner, self._workers, self._lost = inner, workers, lost
        self._patience, self._every = patience, every
        self.share = share
        """Hands a value over once to all workers; what it gives may be an argument of any piece of work."""
        self._open: set[Future[object]] = set()
        self._lock, self._over = threading.Lock(), threading.Event()
        self._gone = False
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand over one piece of work."""
        done: Future[T] = Future()
        with self._lock:
            self._open.add(done)  # type: ignore[arg-type]
        if self._gone:
            self._give_up()
            return done
        self._inner.submit(function, *args, **kwargs).add_done_callback(lambda inner: self._finish(done, inner))
        return done

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stop watching, and end the other executor."""
        self._over.set()
        self._inner.shutdown(wait=wait and not cancel_futures)

    def _finish(self, done: Future[T], inner: Future[T]) -> None:
        with self._lock:
            known = done in self._open
            self._open.discard(done)
        if not known or not done.set_running_or_notify_cancel():
            return
        if inner.cancelled():
            done.set_exception(CancelledError())
        elif error := inner.exception():
            done.set_exception(error)
        else:
            done.set_result(inner.result())

    def _watch(self) -> None:
        seen = time.monotonic()
        while not self._over.wait(self._every):
            if self._workers():
                seen = time.monotonic()
            elif time.monotonic() - seen >= self._patience:
                self._gone = True
                self._give_up()
                return

    def _give_up(self) -> None:
        with self._lock:
            given_up, self._open = self._open, set()
        for done in given_up:
            if done.set_running_or_notify_cancel():
                done.set_exception(self._lost())
