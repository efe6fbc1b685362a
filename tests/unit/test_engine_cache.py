"""The cache keeps what recent runs have used, and does not grow for ever."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotated_briefings.build import BuildRequest, build
from annotated_briefings.engine import cache
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import InMemory, Memo

RUNS = 3


@pytest.fixture(autouse=True)
def _few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values are kept for three runs, so that a test need not make forty."""
    monkeypatch.setattr(cache, "_KEPT_RUNS", RUNS)


def runs(folder: Path, count: int) -> Iterator[tuple[int, Store]]:
    for number in range(count):
        with Store(folder) as store:
            yield number, store
            store.end_run()


def keys(folder: Path, stage: str) -> list[str]:
    with closing(sqlite3.connect(folder / "memo.sqlite")) as memo:
        return [key for (key,) in memo.execute("select key from kept where stage = ? order by key", (stage,))]


def test_values_that_no_recent_run_has_used_are_deleted(tmp_path: Path) -> None:
    for number, store in runs(tmp_path, 10 * RUNS):
        store.put_many("stage", {f"{number:03}": number})
    assert 0 < len(keys(tmp_path, "stage")) <= 2 * RUNS
    assert keys(tmp_path, "stage")[-1] == f"{10 * RUNS - 1:03}"


def test_values_that_each_run_uses_are_kept(tmp_path: Path) -> None:
    for number, store in runs(tmp_path, 10 * RUNS):
        if number == 0:
            store.put_many("stage", {"by key": "one"})
            store.put_namespace("pages", "site", {"in a namespace": b"two"})
        assert store.get_many("stage", ["by key"]) == {"by key": "one"}
        assert store.get_namespace("pages", "site") == {"in a namespace": b"two"}


def test_a_namespace_holds_its_own_values_alone(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for name in ("a", "a b", "b", "aa"):
            store.put_namespace("pages", name, {"x": name.encode()})
        store.put_namespace("other", "aa", {"y": b"other stage"})
        assert store.get_namespace("pages", "aa") == {"x": b"aa"}
        assert store.get_namespace("pages", "c") == {}


@pytest.mark.slow
def test_the_cache_of_a_site_that_is_edited_and_built_every_day_stops_growing(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: Daily\nsearch: false\n", encoding="utf-8")
    (tmp_path / "briefings").mkdir()
    sizes = []
    for day in range(8 * RUNS):
        text = f"---\ntitle: Daily\ndate: 2026-05-01\nsummary: In short.\n---\nIt is day {day}.\n"
        (tmp_path / "briefings" / "daily.md").write_text(text, encoding="utf-8")
        build(BuildRequest(tmp_path, datetime(2026, 5, 2, tzinfo=UTC)))
        sizes.append(len(keys(tmp_path / ".cache", "parse")))
    assert max(sizes[4 * RUNS :]) == max(sizes[: 4 * RUNS]) < 3 * RUNS


def test_steps_give_the_same_with_a_cache_without_one_and_from_one(tmp_path: Path) -> None:
    calls: list[int] = []

    def times(factor: int, item: int) -> int:
        calls.append(item)
        return factor * item

    items = [3, 1, 2, 3]
    with Store(tmp_path) as store:
        memo = Memo(store)
        assert memo.map("times", times, 2, items, lambda item: (item, 2)) == [6, 2, 4, 6]
        assert (calls, memo.computed["times"]) == ([3, 1, 2], 3)
        assert memo.map("times", times, 2, items, lambda item: (item, 2)) == [6, 2, 4, 6]
        assert (calls, memo.computed["times"]) == ([3, 1, 2], 0)
        # Another value that the result depends on is another result.
        assert memo.map("times", times, 5, items, lambda item: (item, 5)) == [15, 5, 10, 15]
    assert InMemory().map("times", times, 2, items, lambda item: (item, 2)) == [6, 2, 4, 6]
