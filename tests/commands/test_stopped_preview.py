"""Ctrl-C and SIGTERM end `serve` at once, whatever it is doing, and leave nothing behind."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest
from processes import BRIEFINGS, running
from signal_at import MOMENTS
from small_site import settled_site

HELPERS = Path(__file__).parents[1] / "helpers"
SIGNALS = ("SIGINT", "SIGTERM")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows sends processes no signals"),
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def ignoring_parent() -> Iterator[None]:
    """Whoever starts the process ignores Ctrl-C, as `nohup` and scripts do."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


def outcome(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Exit status and messages of a process that ends, and whose children end with it."""
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    _, messages = process.communicate(timeout=60)
    assert psutil.wait_procs(family, timeout=60)[1] == []
    return process.returncode, messages


def until_address(process: "subprocess.Popen[str]") -> str:
    """The address that a preview prints when it follows changes."""
    assert process.stdout
    return next(found[0] for line in process.stdout if (found := re.search(r"http://[][\w.:]+/", line)))


@pytest.mark.parametrize("name", SIGNALS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_signal_at_any_moment_ends_the_preview(site: Path, moment: str, name: str) -> None:
    command = (sys.executable, "-m", "signal_at", name, moment, str(site))
    with running(command, cwd=HELPERS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, forked=True) as process:
        if moment in ("request", "save"):
            address = until_address(process)
            if moment == "save":
                brief = next((site / "briefings").rglob("*.md"))
                brief.write_text(brief.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
            else:
                with suppress(OSError):
                    urlopen(address, timeout=60)
        assert outcome(process) == ((0, "") if moment in ("request", "save") else (130, "stopped\n"))


def test_a_preview_that_waits_for_changes_ends_with_status_0(site: Path) -> None:
    # Ctrl-C is sent below, where it is harder.
    command = (*BRIEFINGS, "--site", str(site), "serve", "--port", "0")
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        until_address(process)
        process.send_signal(signal.SIGTERM)
        assert outcome(process) == (0, "")


@pytest.mark.usefixtures("ignoring_parent")
def test_a_preview_ends_also_where_its_parent_ignores_ctrl_c(site: Path) -> None:
    # Not by `running`, which gives Ctrl-C back to the processes that it starts.
    command = (*BRIEFINGS, "--site", str(site), "serve", "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            until_address(process)
            process.send_signal(signal.SIGINT)
            assert outcome(process) == (0, "")
        finally:
            process.kill()
