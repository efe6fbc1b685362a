"""Which cases of long tables the quick tests try."""

from collections.abc import Iterable


def sampled(ids: Iterable[str], most: int) -> list[str]:
    """The ids of at most ``most`` cases of each test (``file.py::test_name[case]``), spread evenly over its table; the
    first case is always among them."""
    tables: dict[str, list[str]] = {}
    for one in ids:
        tables.setdefault(one.partition("[")[0], []).append(one)
    return [one for cases in tables.values() for one in cases[:: -(-len(cases) // most)]]
