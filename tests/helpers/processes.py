"""Processes that tests start: Ctrl-C reaches them, and none of them outlives its test."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil
from forked import CAN_FORK, Forked
from watchfiles import watch

BRIEFINGS = (sys.executable, "-m", "annotated_briefings")
"""The command line of the product in this environment."""


@contextmanager
def sigint_by_default() -> Iterator[None]:
    """Let Ctrl-C reach this process and those it starts in the block.

    Whoever ignores the signal hands that on to every process it starts: `nohup` and scripts with `trap '' INT` do, and
    shells do for commands in the background.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def running(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: int | None = None,
    stdout: int | None = None,
    stderr: IO[str] | int | None = None,
    forked: bool = False,
) -> Iterator["subprocess.Popen[str]"]:
    """Run a command in a process group of its own; whatever happens in the block, the whole group is gone after it.

    ``forked`` runs the command line of the product in a copy of this process, where that can be done.
    """
    start = Forked if forked and CAN_FORK else subprocess.Popen
    with sigint_by_default():
        process = start(
            command, cwd=cwd, env=env, stdin=stdin, stdout=stdout, stderr=stderr, text=True, start_new_session=True
        )  # fmt: skip
    try:
        yield process
    finally:
        end(process)


def wait_for(process: "subprocess.Popen[str]", folder: Path, reached: Callable[[], bool]) -> None:
    """Wait until a process has brought about something in a folder, or has ended; watching it, without polling."""
    for _ in watch(folder, debounce=0, step=5, rust_timeout=200, yield_on_timeout=True, raise_interrupt=True):
        if reached() or process.poll() is not None:
            return


def end(process: "subprocess.Popen[str]") -> None:
    """Kill a process and all that it started, and wait until they are gone."""
    family: list[psutil.Process] = []
    with suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
    if sys.platform != "win32":
        # Also those whose parent has ended already, which no list of children shows.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    for one in family:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with suppress(BrokenPipeError):
                pipe.close()
    process.wait()
    psutil.wait_procs(family, timeout=60)


@dataclass(frozen=True)
class Preview:
    """A running preview."""

    address: str
    """Web address of its home page, with a slash at the end."""
    printed: tuple[str, ...]
    """The lines that it printed up to that address."""
    process: "subprocess.Popen[str]"
    """Its process."""


@contextmanager
def preview(site: Path, *options: str, port: int = 0, stderr: IO[str] | int | None = None) -> Iterator[Preview]:
    """Serve a site until the block ends, and then press Ctrl-C; after a failure no process is left either."""
    command = (*BRIEFINGS, "--site", str(site), "serve", "--port", str(port), *options)
    with running(command, stdout=subprocess.PIPE, stderr=stderr, forked=True) as process:
        assert process.stdout
        printed: list[str] = []
        for line in process.stdout:
            printed.append(line)
            if found := re.search(r"http://[][\w.:]+/", line):
                break
        else:
            raise AssertionError(f"the preview ended before it gave an address: {printed}")
        yield Preview(found[0], tuple(printed), process)
        if process.poll() is not None:
            assert process.returncode == -signal.SIGKILL, "the preview ended by itself"
            return
        process.send_signal(signal.SIGINT)
        process.stdout.close()
        assert process.wait(timeout=60) == 0
