"""Ordered maps over many items, in this process, in several, or on a cluster."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
FEW = 256
"""Below so many items new processes cost more than they bring."""
_AHEAD = 3
"""Batches handed over for each worker before the first result is asked for: enough to keep it busy."""


class NoExecutor(Exception):
    """The executor that was asked for cannot be had; the text says why and what to do."""


def default_jobs() -> int:
    """Worker processes when nobody says how many."""
    return max(1, os.cpu_count() or 1)


def _map_chunk(job: tuple[Callable[[K], V], Sequence[K]]) -> list[V]:
    function, items = job
    return [function(item) for item in items]


def map_ordered(
    function: Callable[[K], V], items: Sequence[K], *, jobs: int = 1, executor: Executor | None = None
) -> list[V]:
    """The function of every item, in order; the same result however many processes share the work.

    ``executor`` is used as it is, whatever ``jobs`` says; otherwise few items or one job stay in this process.
    """
    if executor is not None and items:
        return _spread(function, items, executor, 8)
    if jobs <= 1 or len(items) < FEW:
        return [function(item) for item in items]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return _spread(function, items, pool, jobs)


def _spread(function: Callable[[K], V], items: Sequence[K], executor: Executor, jobs: int) -> list[V]:
    size = max(1, -(-len(items) // (jobs * 4)))
    chunks = [(function, items[at : at + size]) for at in range(0, len(items), size)]
    return [value for part in executor.map(_map_chunk, chunks) for value in part]


def stream_ordered(
    function: Callable[[K], V], items: Iterable[K], executor: Executor | None, jobs: int
) -> Iterator[V]:
    """The function of every item, in order, a few ahead of what is asked for, so that memory stays bounded."""
    if executor is None:
        yield from map(function, items)
        return
    waiting: deque[Future[V]] = deque()
    for item in items:
        waiting.append(executor.submit(function, item))
        if len(waiting) >= jobs * _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def open_executor(where: str, jobs: int) -> Iterator[Executor | None]:
    """What runs batches: nothing (this process), ``processes``, ``dask`` (a cluster of its own) or ``dask://HOST:PORT``.

    Raises NoExecutor when Dask is not installed or its scheduler does not answer.
    """
    if where.startswith("dask"):
        with _dask(where, jobs) as executor:
            yield executor
    elif where == "processes" and jobs > 1:
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    else:
        yield None


def _leave_interrupts() -> None:
    """Ctrl-C is for the main process alone; workers end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _dask(where: str, jobs: int) -> Iterator[Executor]:
    try:
        # Half a second and an optional package: read only when it is asked for.
        distributed = import_module("distributed")
    except ImportError:
        raise NoExecutor(f"`--executor {where}` needs Dask\n"
                         "  help: install it with `pip install 'annotated-briefings[cluster]'`") from None
    address = where.removeprefix("dask").removeprefix("://")
    cluster = None if address else distributed.LocalCluster(
        n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1")
    try:
        client = distributed.Client(cluster if cluster else f"tcp://{address}", timeout=5)
    except (OSError, ValueError):
        raise NoExecutor(f"no Dask scheduler answers at `{address}`\n"
                         "  help: start one with `dask scheduler`, and workers with this program installed") from None
    try:
        yield client.get_executor()
    finally:
        client.close()
        if cluster:
            cluster.close()
