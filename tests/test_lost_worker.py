"""A build on a cluster of which a worker is lost in the middle loses nothing."""

import os
import subprocess
import sys
from concurrent.futures import Future
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from small_site import settled_site

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.engine.parallel import open_executor
from annotated_briefings.engine.watched import Watched

# Starting Dask and its workers takes several seconds, and concerns those who run a cluster.
pytestmark = [pytest.mark.slow, pytest.mark.slowest]

NOW = datetime(2026, 5, 1, tzinfo=UTC)
WORKER = "from distributed.cli.dask_worker import main; main()"


def site_of(folder: Path) -> Path:
    settled_site(folder)
    for number in range(30):
        text = (
            f"---\ntitle: Brief {number}\ndate: 2026-03-{number % 28 + 1:02}\ntags: [t{number % 5}]\n---\nIn [[b0]].\n"
        )
        (folder / "briefings" / f"b{number}.md").write_text(text, encoding="utf-8")
    return folder


def published(site: Path) -> dict[str, bytes]:
    top = site / "_site"
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}


def worker(address: str) -> "subprocess.Popen[bytes]":
    """A worker that nobody starts again when it is lost."""
    command = [sys.executable, "-c", WORKER, address, "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    return subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("lost_at", [3, 40])
def test_a_worker_that_is_lost_in_the_middle_of_a_build_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost_at: int
) -> None:
    """While briefs are read, and while pages are drawn."""
    distributed: Any = pytest.importorskip("distributed")
    alone = site_of(tmp_path / "alone")
    expected = build(BuildRequest(alone, NOW))
    shared = site_of(tmp_path / "shared")
    with distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1") as cluster:
        address = cluster.scheduler_address
        workers = [worker(address), worker(address)]
        try:
            with distributed.Client(address) as client:
                client.wait_for_workers(2, timeout=60)
            given, submit = count(1), Watched.submit

            def losing(self: Watched, function: Any, /, *args: Any, **named: Any) -> "Future[Any]":
                done: Future[Any] = submit(self, function, *args, **named)
                if next(given) == lost_at:
                    workers[0].kill()
                return done

            monkeypatch.setattr(Watched, "submit", losing)
            with open_executor(address.replace("tcp", "dask"), 2) as executor:
                report = build(BuildRequest(shared, NOW, executor=executor))
            assert next(given) > lost_at + 10
            assert workers[0].wait() != 0
            assert workers[1].poll() is None
        finally:
            for one in workers:
                one.kill()
                one.wait()
    assert report.diagnostics == expected.diagnostics
    assert published(shared) == published(alone)
