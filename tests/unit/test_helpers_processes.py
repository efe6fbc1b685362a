"""Processes of tests end with their test, and Ctrl-C reaches them, whatever started the test run."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from processes import BRIEFINGS, preview, running
from small_site import settled_site

pytestmark = pytest.mark.slow

# A child that outlives its parent and ignores polite requests.
ORPHAN = (
    "import signal, subprocess, sys\n"
    "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import sys; print(flush=True); sys.stdin.read()'],"
    " stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
    "child.stdout.readline()\n"
    "print(child.pid, flush=True)\n"
    "sys.stdin.read()\n"
)


class Failed(Exception):
    """What a test raises."""


@pytest.fixture
def ignoring_parent() -> Iterator[None]:
    """A test run that was started with `nohup`, or by a script that ignores Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_failed_test_leaves_no_preview_behind(tmp_path: Path) -> None:
    settled_site(tmp_path / "site")
    with suppress(Failed), preview(tmp_path / "site") as served:
        family = [served.process.pid, *(c.pid for c in psutil.Process(served.process.pid).children(recursive=True))]
        assert all(map(psutil.pid_exists, family))
        raise Failed
    assert not any(map(psutil.pid_exists, family))


def test_what_a_process_started_ends_with_it_even_when_it_ended_first() -> None:
    with (
        suppress(Failed),
        running((sys.executable, "-c", ORPHAN), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process,
    ):
        assert process.stdout
        child = psutil.Process(int(process.stdout.readline()))
        process.kill()
        process.wait()
        raise Failed
    assert process.returncode is not None
    assert psutil.wait_procs([child], timeout=60)[1] == []


@pytest.mark.usefixtures("ignoring_parent")
def test_ctrl_c_ends_a_preview_also_where_the_test_run_ignores_it(tmp_path: Path) -> None:
    settled_site(tmp_path / "site")
    with preview(tmp_path / "site") as served:
        assert served.process.poll() is None
    assert served.process.returncode == 0


@pytest.mark.usefixtures("ignoring_parent")
def test_a_plain_child_of_such_a_run_would_not_hear_ctrl_c() -> None:
    code = "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    assert subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True).stdout == "True\n"
    with running((sys.executable, "-c", code), stdout=subprocess.PIPE) as process:
        assert process.communicate()[0] == "False\n"


def test_a_preview_that_cannot_start_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="the preview ended before it gave an address"), preview(tmp_path / "none"):
        pass


@pytest.mark.parametrize("words", [("--version",), ("check",), ("no-such-command",)])
def test_a_forked_command_prints_and_ends_as_one_in_a_new_process_does(tmp_path: Path, words: tuple[str, ...]) -> None:
    settled_site(tmp_path)
    (tmp_path / "briefings" / "a.md").write_text("---\ntitle: A\ndate: soon\n---\nText.\n", encoding="utf-8")
    variables = {**os.environ, "COLUMNS": "77"}

    def done(forked: bool) -> tuple[str, str, int]:
        with running(
            (*BRIEFINGS, *words), cwd=tmp_path, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            forked=forked,
        ) as process:  # fmt: skip
            printed, errors = process.communicate(timeout=60)
        return printed, errors, process.returncode

    assert done(forked=True) == done(forked=False)
