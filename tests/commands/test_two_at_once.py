"""Two commands at once, each in a process of its own: one of them says that it has to wait, and nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest
from desk_site import Lists, desk_of
from processes import BRIEFINGS, running
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.storage.files import beside
from annotated_briefings.storage.locks import SOURCES, hold_lock, output_lock

pytestmark = pytest.mark.slow

NOW = datetime(2026, 5, 1, tzinfo=UTC)
HOLD = (
    "import sys; from pathlib import Path; from annotated_briefings.storage.locks import hold_lock\n"
    "with hold_lock(Path(sys.argv[1]), sys.argv[2]):\n    print('held', flush=True)\n    sys.stdin.read()\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("annotated_briefings.storage.locks.LOCK_TIMEOUT", 0)
    settled_site(tmp_path / "site")
    return tmp_path / "site"


@contextmanager
def held(site: Path, name: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds a lock."""
    command = (sys.executable, "-c", HOLD, str(site), name)
    with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and not {".cache", "_site"} & set(p.relative_to(folder).parts)
    }


@pytest.mark.parametrize(
    "command",
    [
        ["import", "wire.txt"],
        ["tags", "rename", "energy", "power"],
        ["tags", "accept", "sea"],
        ["entities", "accept", "Anna Berg"],
        ["entities", "merge", "a", "b"],
        ["entities", "undo"],
        ["annotations", "reanchor", "--write"],
        ["annotations", "import", "notes.json"],
    ],
    ids=" ".join,
)
def test_a_command_that_writes_what_editors_own_refuses_while_another_one_does(
    site: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site)
    with held(site, SOURCES):
        assert main(["--site", str(site), *command]) == 1
    assert capsys.readouterr().err == (
        f"{site}: error[busy]: another command is writing to the files of this site\n"
        "  help: wait until it has ended, and run the command again; nothing was changed\n"
    )
    assert files(site) == before


def test_a_dry_run_and_a_build_do_not_wait_for_an_import(site: Path) -> None:
    (site / "wire.txt").write_text("A bridge has opened in Vessby, and everybody in the town now crosses it daily.\n")
    with held(site, SOURCES):
        assert main(["--site", str(site), "import", str(site / "wire.txt"), "--dry-run"]) == 0
        assert not build(BuildRequest(site, NOW, search=False)).failed


def test_a_button_of_the_desk_refuses_while_a_command_is_writing(site: Path) -> None:
    lists = Lists(desk_of(site), "copies")
    with held(site, SOURCES):
        [problem] = lists.press("reject-copy", id="0123456789ab")["problems"]
    assert problem["code"] == "busy"
    assert not (site / "briefings" / "decisions.yaml").exists()


def test_a_build_refuses_while_another_one_writes_into_the_same_folder(site: Path) -> None:
    with held(site, output_lock(site / "_site")):
        report = build(BuildRequest(site, NOW, search=False))
        assert [show(d) for d in report.diagnostics] == [
            f"{site}: error[busy]: another command is writing to the same output folder\n"
            "  help: wait until it has ended, and run the command again; nothing was changed"
        ]
        assert not (site / "_site").exists()
        assert not build(BuildRequest(site, NOW, search=False, output=site.parent / "other")).failed
    assert not build(BuildRequest(site, NOW, search=False)).failed


def test_nothing_stays_locked_when_a_command_is_killed(site: Path) -> None:
    with held(site, SOURCES) as process:
        process.kill()
        process.wait()
        with hold_lock(site, SOURCES):
            pass


def test_what_a_killed_command_was_writing_is_taken_away_by_the_next_one(site: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (site / "collected").mkdir()
    left = [beside(site / name, dead.pid) for name in ("briefings/entities.yaml", "collected/0123456789ab.txt")]
    mine = [site / "briefings" / ".notes.tmp", beside(site / "briefings" / "tags.yaml", os.getppid())]
    for path in (*left, *mine):
        path.write_text("half of", encoding="utf-8")
    assert main(["--site", str(site), "tags", "rename", "tidal-power", "tides"]) == 0
    assert [path.exists() for path in (*left, *mine)] == [False, False, True, True]


def test_two_imports_at_once_lose_nothing_and_do_nothing_twice(site: Path) -> None:
    (site / "wire.jsonl").write_text(
        "".join(
            f'{{"title": "Report {n}", "text": "{" ".join(f"w{n}x{k}" for k in range(40))}."}}\n' for n in range(30)
        )
    )
    command = [*BRIEFINGS, "--site", str(site), "import", str(site / "wire.jsonl")]
    with (
        running(command, stderr=subprocess.PIPE, forked=True) as one,
        running(command, stderr=subprocess.PIPE, forked=True) as other,
    ):
        for process in (one, other):
            _, errors = process.communicate()
            assert process.returncode == 0 or "error[busy]" in errors, errors
    ledger = (site / "briefings" / "imports.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [line for line in ledger if line.startswith('{"id"')]
    briefs = list((site / "briefings" / "undated").glob("*.md"))
    assert (len(articles), len(briefs)) == (30, 30)


def test_two_builds_at_once_leave_the_site_of_one(site: Path) -> None:
    command = [*BRIEFINGS, "--site", str(site), "build", "--now", "2026-05-01T00:00:00Z"]
    with (
        running(command, stderr=subprocess.PIPE, forked=True) as one,
        running(command, stderr=subprocess.PIPE, forked=True) as other,
    ):
        for process in (one, other):
            _, errors = process.communicate()
            assert process.returncode == 0 or "error[busy]" in errors, errors
    build(BuildRequest(site, NOW, output=site.parent / "alone"))
    assert pages(site / "_site") == pages(site.parent / "alone")


def pages(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(folder).items() if path != MANIFEST}


def test_worker_processes_end_when_the_command_is_killed() -> None:
    """Those that were left would hold its lock and its memory for ever."""
    program = Path(__file__).parents[1] / "helpers" / "endless_work.py"
    with running((sys.executable, str(program)), stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert [process.stdout.readline() for _ in range(2)] == ["working\n"] * 2
        children = psutil.Process(process.pid).children(recursive=True)
        assert len(children) >= 2
        process.kill()
        process.wait()
        gone, left = psutil.wait_procs(children, timeout=20)
        assert (len(gone), left) == (len(children), [])
