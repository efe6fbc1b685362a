"""The quick tests try some rows of each table, and every test; of two tables that are combined no entry is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sampled import met, sampled


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


@given(st.integers(1, 40), st.integers(1, 12), st.integers(1, 5))
def test_each_row_meets_some_columns_and_many_rows_meet_each_column(rows: int, columns: int, each: int) -> None:
    pairs = met(range(rows), range(columns), each)
    assert len(pairs) == len({*pairs}) == rows * min(each, columns)
    assert {row for row, _ in pairs} == {*range(rows)}
    assert rows < columns or {column for _, column in pairs} == {*range(columns)}


def test_in_the_long_run_all_pairs_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_SOAK", "1")
    assert sorted(met("ab", "xyz")) == [("a", "x"), ("a", "y"), ("a", "z"), ("b", "x"), ("b", "y"), ("b", "z")]
