"""Ordered maps over many items, in this process, in several, or on a cluster."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from copyreg import pickle
from dataclasses import dataclass
from gc import freeze, unfreeze
from importlib import import_module
from itertools import repeat
from multiprocessing import get_context, parent_process
from types import MappingProxyType
from typing import Any, TypeVar

from annotated_briefings.engine.watched import Watched

K = TypeVar("K")
S = TypeVar("S")
V = TypeVar("V")


def _proxy(values: dict[K, V]) -> MappingProxyType[K, V]:
    return MappingProxyType(values)


# Lookups of the catalog go to other processes too.
pickle(MappingProxyType, lambda proxy: (_proxy, (dict(proxy),)))
FEW = 256
"""Below so many items new processes cost more than they bring."""
_PER_PROCESS = 16
"""Items that a forked process works on, unless more are asked for, before a new one takes its place."""
_PATIENCE, _LOOK = 40.0, 2.0
"""Seconds that a cluster may be without workers, and how often it is looked at."""
_ANSWER = 5.0
"""Seconds in which a scheduler must answer."""
_AHEAD = 3
"""Batches handed over for each worker before the first result is asked for: enough to keep it busy."""


class NoExecutor(Exception):
    """The given executor cannot be used; its two arguments are the reason and what to do."""


@dataclass(slots=True)
class _Shared:
    """What every piece of work in a worker process is done with."""

    value: Any = None
    items: Sequence[Any] = ()
    """All items, where processes have them from the start."""


_SHARED = _Shared()


def _with_shared(job: tuple[Callable[[S, K], V], K]) -> V:
    function, item = job
    return function(_SHARED.value, item)


def _with_all_shared(job: tuple[Callable[[S, K], V], int]) -> V:
    function, place = job
    return function(_SHARED.value, _SHARED.items[place])


def effective_jobs(jobs: int, count: int) -> int:
    """The number of worker processes to use for so many items: one below 256, where starting more costs more time."""
    return jobs if count >= FEW else 1


def map_shared(
    function: Callable[[S, K], V],
    shared: S,
    items: Sequence[K],
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    per_process: int = _PER_PROCESS,
) -> Iterator[V]:
    """The function of a value that all share and of every item, in order; the same however many processes work.

    ``per_process`` is how many items a forked process works on before a new one takes its place.

    The shared value is handed over once to each process of ours, and not copied at all where processes can be forked;
    an ``executor`` that is watched gives it once to each worker, and to any other it goes along with every item.
    """
    if executor is not None:
        given = executor.share(shared) if isinstance(executor, Watched) and items else shared
        yield from executor.map(function, repeat(given), items)
    elif jobs <= 1 or len(items) <= 1:
        yield from (function(shared, item) for item in items)
    elif _can_fork():
        yield from _map_forked(function, shared, items, jobs, per_process)
    else:
        with ProcessPoolExecutor(
            min(jobs, len(items)), mp_context=get_context("spawn"), initializer=_start_spawned, initargs=(shared,)
        ) as pool:
            yield from pool.map(_with_shared, [(function, item) for item in items])


def _map_forked(
    function: Callable[[S, K], V], shared: S, items: Sequence[K], jobs: int, per_process: int
) -> Iterator[V]:
    """Forked processes have everything from the start, and copy what they touch: new ones take over now and then."""
    _SHARED.value, _SHARED.items = shared, items
    # What is there is not looked at by the garbage collector of the new processes, which would copy it.
    freeze()
    try:
        for start in range(0, len(items), jobs * per_process):
            todo = [(function, place) for place in range(start, min(len(items), start + jobs * per_process))]
            with ProcessPoolExecutor(
                min(jobs, len(todo)), mp_context=get_context("fork"), initializer=_start_worker
            ) as pool:
                yield from pool.map(_with_all_shared, todo)
    finally:
        unfreeze()
        _SHARED.value, _SHARED.items = None, ()


def _start_spawned(shared: object) -> None:
    _start_worker()
    _SHARED.value = shared


def _can_fork() -> bool:
    """Forked processes have everything from the start; they are safe where there is one thread, and only on Linux."""
    return sys.platform == "linux" and threading.active_count() == 1


def _map_chunk(function: Callable[[K], V], items: Sequence[K]) -> list[V]:
    return [function(item) for item in items]


def map_ordered(
    function: Callable[[K], V], items: Sequence[K], *, jobs: int = 1, executor: Executor | None = None
) -> list[V]:
    """The function of every item, in order; the same result however many processes share the work.

    ``executor`` is used as it is, whatever ``jobs`` says; otherwise few items or one job stay in this process.
    """
    if executor is None and effective_jobs(jobs, len(items)) <= 1:
        return [function(item) for item in items]
    size = max(1, -(-len(items) // (8 if executor else jobs * 8)))
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    done = map_shared(_map_chunk, function, chunks, jobs=jobs, executor=executor)
    return [value for part in done for value in part]


def stream_ordered(function: Callable[[K], V], items: Iterable[K], executor: Executor | None, jobs: int) -> Iterator[V]:
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
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start_worker)
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    else:
        yield None


def _start_worker() -> None:
    """Ctrl-C is for the main process alone; workers end with it, even where it is killed and cannot tell them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def _dask(where: str, jobs: int) -> Iterator[Executor]:
    try:
        # Half a second and an optional package: read only when it is asked for.
        distributed = import_module("distributed")
    except ImportError:
        raise NoExecutor(
            f"`--executor {where}` needs Dask", "install it with `pip install 'annotated-briefings[cluster]'`"
        ) from None
    address = where.removeprefix("dask").removeprefix("://")
    cluster = (
        None
        if address
        else distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        )
    )
    try:
        client = distributed.Client(cluster if cluster else f"tcp://{address}", timeout=_ANSWER)
    except (OSError, ValueError):
        raise NoExecutor(
            f"no Dask scheduler answers at `{address}`",
            "start one with `dask scheduler`, and workers with this program installed",
        ) from None

    def workers() -> int:
        try:
            return len(client.nthreads())
        except (OSError, TimeoutError):
            return 0

    def lost() -> NoExecutor:
        named = f"the Dask scheduler at `{address}`" if address else "the Dask cluster"
        start = f"start workers with `dask worker tcp://{address}`, and" if address else "look at what ended them, and"
        return NoExecutor(
            f"{named} has had no worker for {_PATIENCE:.0f} seconds",
            f"{start} give the same command again; it goes on where it ended",
        )

    def share(value: object) -> object:
        try:
            # A list, since a mapping would be taken apart.
            return client.scatter([value], broadcast=True, hash=False)[0]
        except TimeoutError:
            raise lost() from None

    watched = Watched(client.get_executor(), workers, lost, patience=_PATIENCE, every=_LOOK, share=share)
    try:
        yield watched
    finally:
        watched.shutdown(wait=False)
        client.close()
        if cluster:
            cluster.close()
