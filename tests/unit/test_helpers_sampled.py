"""The quick tests try some rows of each table, and every test."""

from hypothesis import given
from hypothesis import strategies as st
from sampled import sampled


def test_rows_are_spread_evenly_over_a_table() -> None:
    assert sampled(["a.py::test_one"], 2) == ["a.py::test_one"]
    assert sampled([f"a.py::test_one[{n}]" for n in range(5)], 2) == ["a.py::test_one[0]", "a.py::test_one[3]"]


@given(st.dictionaries(st.sampled_from("abc"), st.integers(1, 40), min_size=1), st.integers(1, 10))
def test_every_test_is_tried_with_as_many_rows_as_asked_for_at_most(tables: dict[str, int], most: int) -> None:
    ids = [f"f.py::test_{name}[{row}]" for name, rows in tables.items() for row in range(rows)]
    kept = sampled(ids, most)
    for name, rows in tables.items():
        mine = [one for one in kept if one.startswith(f"f.py::test_{name}[")]
        assert 1 <= len(mine) <= min(most, rows)
        assert mine[0] == f"f.py::test_{name}[0]"
