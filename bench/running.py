"""Running a program and measuring it: time, processor time, and the most memory that it and its processes held."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

_EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    seconds: float
    """From start to end."""
    cpu: float
    """Processor seconds of all its processes."""
    memory: int
    """Most megabytes held at once; pages that processes share count once (Linux)."""
    output: str
    """What it printed."""


def measured(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end. Raises RuntimeError, with what it said, when it fails."""
    before = os.times()
    begun = perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
    )
    done = Event()
    most = [0]
    watcher = Thread(target=_watch, args=(process.pid, done, most))
    watcher.start()
    output, errors = process.communicate()
    seconds = perf_counter() - begun
    done.set()
    watcher.join()
    after = os.times()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {(errors or output)[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu, most[0] // 1024, output)


def _watch(pid: int, done: Event, most: list[int]) -> None:
    while not done.wait(_EVERY):
        most[0] = max(most[0], sum(map(_share, _family(pid))))


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            children = Path(f"/proc/{pid}/task/{thread}/children").read_text().split()
            found += [own for child in children for own in _family(int(child))]
    except OSError:
        pass
    return found


def _share(pid: int) -> int:
    """Kilobytes of a process, those that it shares with others divided among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:
        return 0
