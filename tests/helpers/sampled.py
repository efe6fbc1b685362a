"""Which cases of long tables are tried: in the quick tests, and of two tables that are combined."""

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def sampled(ids: Iterable[str], most: int) -> list[str]:
    """The ids of at most ``most`` cases of each test (``file.py::test_name[case]``), spread evenly over its table; the
    first case is always among them."""
    tables: dict[str, list[str]] = {}
    for one in ids:
        tables.setdefault(one.partition("[")[0], []).append(one)
    return [one for cases in tables.values() for one in cases[:: -(-len(cases) // most)]]


def met(rows: Iterable[A], columns: Sequence[B], each: int = 2) -> list[tuple[A, B]]:
    """Pairs of two tables whose entries have nothing to do with one another: each row with ``each`` of the columns in
    turn, so that each column meets several rows too; all pairs in the long run of `make soak`."""
    count = len(columns)
    turns = range(count) if "BRIEFINGS_SOAK" in os.environ else range(0, count, max(1, count // each))[:each]
    return [(row, columns[(at + turn) % count]) for at, row in enumerate(rows) for turn in turns]
