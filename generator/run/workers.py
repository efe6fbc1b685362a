"""An ordered map over many items, in this process or in several."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
FEW = 256
"""Below so many items new processes cost more than they bring."""


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
