"""The same work, whoever does it."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from preloaded import preloaded

from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.engine import parallel as workers
from annotated_briefings.engine.parallel import NoExecutor, map_ordered, map_shared, open_executor, stream_ordered
from annotated_briefings.engine.watched import Watched

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def _times(factor: int, number: int) -> int:
    return factor * number


def _fails(_: None, number: int) -> int:
    raise ValueError(f"number {number}")


def _square(number: int) -> int:
    return number * number


@pytest.mark.slow
@pytest.mark.parametrize("fork", [True, False])
def test_processes_give_results_in_order(monkeypatch: pytest.MonkeyPatch, fork: bool) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: fork)
    monkeypatch.setattr(workers, "_PER_PROCESS", 3)
    assert list(map_shared(_times, 7, range(20), jobs=2)) == [7 * n for n in range(20)]


@pytest.mark.slow
@pytest.mark.parametrize("fork", [True, False])
def test_an_error_in_a_process_is_raised_here(monkeypatch: pytest.MonkeyPatch, fork: bool) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: fork)
    with pytest.raises(ValueError, match="number 0"):
        list(map_shared(_fails, None, range(4), jobs=2))
    # What was shared is let go of.
    assert list(map_shared(_times, 2, [1, 2], jobs=2)) == [2, 4]


@pytest.mark.parametrize(("jobs", "count"), [(1, 1000), (2, 3), (2, 1000)])
def test_few_items_stay_in_this_process(jobs: int, count: int) -> None:
    items: Sequence[int] = range(count)
    assert map_ordered(_square, items, jobs=jobs) == [n * n for n in items]


def test_lookups_can_be_handed_to_other_processes() -> None:
    found = pickle.loads(pickle.dumps(MappingProxyType({"a": 1})))
    assert isinstance(found, MappingProxyType)
    assert dict(found) == {"a": 1}


@pytest.mark.slow
@pytest.mark.parametrize("way", ["forked", "spawned", "executor", pytest.param("dask", marks=pytest.mark.slowest)])
def test_a_build_is_the_same_in_processes_that_have_everything_or_are_handed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Many\nbase_url: https://example.org\nsearch: false\n", encoding="utf-8")
    for number in range(14):
        text = (
            f"---\ntitle: Brief {number}\ndate: 2026-04-{number + 1:02}\nsummary: In short.\n"
            f"tags: [t{number % 3}]\ndraft: {str(number % 7 == 0).lower()}\n---\n"
            f"See [[brief-{(number * 11) % 14}]] and more of it.\n"
        )
        (tmp_path / "briefings" / f"brief-{number}.md").write_text(text, encoding="utf-8")
    alone = build(BuildRequest(tmp_path, NOW, output=tmp_path / ".cache" / "alone"))
    monkeypatch.setattr(workers, "FEW", 1)
    monkeypatch.setattr(workers, "_can_fork", lambda: way == "forked")
    monkeypatch.setattr(workers, "get_context", lambda method: get_context("fork") if method == "fork" else preloaded())
    with _executor(way) as pool:
        shared = build(
            BuildRequest(tmp_path, NOW, output=tmp_path / ".cache" / "shared", jobs=2, clean=True, executor=pool)
        )
    assert shared.diagnostics == alone.diagnostics
    assert (shared.pages, shared.rendered, shared.written) == (alone.pages, alone.rendered, alone.written)
    assert _files(tmp_path / ".cache" / "shared") == _files(tmp_path / ".cache" / "alone")


@contextmanager
def _executor(way: str) -> Iterator[Executor | None]:
    if way == "executor":
        with ProcessPoolExecutor(2, mp_context=preloaded()) as pool:
            yield pool
    else:
        with open_executor("dask" if way == "dask" else "", 1) as executor:
            yield executor


def _files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != MANIFEST
    }


class Silent(Executor):
    """Takes work and does none of it, as a cluster without workers."""

    def submit(self, *_: object, **__: object) -> Future[int]:  # type: ignore[override]
        return Future()


def watched(inner: Executor, workers: int) -> Watched:
    return Watched(inner, lambda: workers, lambda: NoExecutor("no worker", "start one"), patience=0.01, every=0.001)


def test_work_is_given_up_when_no_worker_is_there() -> None:
    executor = watched(Silent(), 0)
    with pytest.raises(NoExecutor, match="no worker"):
        executor.submit(_square, 2).result()
    # Also what is handed over later, and whichever way.
    asks: tuple[Callable[[], object], ...] = (
        lambda: list(executor.map(_square, range(3))),
        lambda: list(stream_ordered(_square, range(3), executor, 2)),
        lambda: map_ordered(_square, range(3), executor=executor),
    )
    for ask in asks:
        with pytest.raises(NoExecutor, match="no worker"):
            ask()
    executor.shutdown()


def test_work_that_is_watched_is_done_as_before() -> None:
    with ThreadPoolExecutor(2) as pool:
        executor = watched(pool, 1)
        assert list(executor.map(_square, range(50))) == [n * n for n in range(50)]
        assert list(stream_ordered(_square, range(50), executor, 2)) == [n * n for n in range(50)]
        with pytest.raises(ValueError, match="number 3"):
            executor.submit(_fails, None, 3).result()
        executor.shutdown()


@pytest.mark.slow
def test_what_all_work_shares_is_handed_over_once() -> None:
    given: list[int] = []

    def share(value: int) -> int:
        given.append(value)
        return value * 10

    with ThreadPoolExecutor(2) as pool:
        executor = Watched(pool, lambda: 1, Exception, patience=1, every=1, share=share)
        assert list(map_shared(_times, 3, range(4), executor=executor)) == [0, 30, 60, 90]
        assert list(map_shared(_times, 3, [], executor=executor)) == []
        executor.shutdown()
    assert given == [3]


def test_a_dask_scheduler_without_workers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed: Any = pytest.importorskip("distributed")
    monkeypatch.setattr(workers, "_PATIENCE", 0.3)
    monkeypatch.setattr(workers, "_LOOK", 0.1)
    with distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1") as cluster:
        address = cluster.scheduler_address.removeprefix("tcp://")
        with pytest.raises(NoExecutor) as caught, open_executor(f"dask://{address}", 2) as executor:
            list(stream_ordered(_square, range(3), executor, 2))
        assert caught.value.args == (
            f"the Dask scheduler at `{address}` has had no worker for 0 seconds",
            f"start workers with `dask worker tcp://{address}`, and give the same command again; "
            "it goes on where it ended",
        )
