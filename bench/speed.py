"""Builds of the same briefs with ours, Hugo, Hugo with Pagefind, and Pelican, in one run: cold, unchanged, and after
edits. The pages that the others make are compared with Hugo, everything on with Hugo and Pagefind."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.latency import hugo_latency, serve_latency
from bench.running import Run, measured
from bench.tools import (
    PAGEFIND,
    SAME,
    WHOLE,
    Size,
    Tool,
    clean,
    edit_body,
    edit_registry,
    edit_template,
    edit_title,
    environment,
    hugo,
    hugo_with_pagefind,
    pelican,
    size_of,
    stage,
)

EDITS: tuple[tuple[str, Callable[[Tool, Path, str], None]], ...] = (
    ("one text edited", edit_body),
    ("one headline edited", edit_title),
    ("the template of briefs edited", edit_template),
    ("an entity added", edit_registry),
)
_HEAD = (
    "| briefs | tool | build | seconds | CPU s | to the other, CPU | MB | HTML pages | files | MB of output | "
    "read, rendered, written |\n"
    "| --: | --- | --- | --: | --: | --: | --: | --: | --: | --: | --- |"
)
PELICAN_MOST = 1000
"""Briefs up to which Pelican is measured; it is the slowest by far."""
PEERS_MOST = 10_000
"""The same for Hugo: with 100,000 it needs more memory than most machines have."""


def compare(briefs: int, repeats: int, serve: bool) -> None:
    """Print the table for so many briefs; a cold build is done ``repeats`` times, and the median is taken."""
    hugos = (hugo(), hugo_with_pagefind()) if briefs <= PEERS_MOST else ()
    others = (*hugos, pelican() if briefs <= PELICAN_MOST else None)
    base: dict[tuple[str, str], float] = {}
    rows: list[tuple[Tool, str, Run, Size]] = []
    for tool in (*filter(None, others), SAME, WHOLE):
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name) / "site"
            newest = stage(tool, folder, briefs)
            for kind, run in _builds(tool, folder, newest, repeats):
                base[tool.name, kind] = run.cpu
                rows.append((tool, kind, run, size_of(tool, folder)))
            if serve and tool.name in (WHOLE.name, "Hugo"):
                _print_latency(tool, folder, newest)
    print(_HEAD)
    for tool, kind, run, size in rows:
        other = base.get((PAGEFIND if tool is WHOLE else "Hugo", kind))
        ratio = f"{run.cpu / other:.2f}" if tool.ours and other else ""
        print(
            f"| {briefs:,} | {tool.name} | {kind} | {run.seconds:.2f} | {run.cpu:.1f} | {ratio} | {run.memory} | "
            f"{size.pages:,} | {size.files:,} | {size.bytes / 1e6:.1f} | {_counts(tool, run)} |",
            flush=True,
        )


def _builds(tool: Tool, folder: Path, newest: str, repeats: int) -> Iterator[tuple[str, Run]]:
    def build() -> Run:
        return measured(tool.command, folder, environment(tool))

    cold: list[Run] = []
    for _ in range(repeats):
        clean(tool, folder)
        cold.append(build())
    middle = median(run.seconds for run in cold)
    yield "cold", min(cold, key=lambda run: abs(run.seconds - middle))
    yield "nothing changed", build()
    for kind, edit in EDITS:
        if tool.ours or edit is not edit_registry:
            edit(tool, folder, newest)
            yield kind, build()


def _counts(tool: Tool, run: Run) -> str:
    if not tool.ours:
        return ""
    done = json.loads(run.output)
    return f"{done['parsed']:,}, {done['rendered']:,}, {done['written']:,}"


def _print_latency(tool: Tool, folder: Path, newest: str) -> None:
    if tool.ours:
        up, times = serve_latency(folder)
    else:
        up, times = hugo_latency(tool, folder, newest)
    print(
        f"{tool.name}: preview up in {up:.2f} s; from a save to the new text {median(times):.3f} s, "
        f"slowest {max(times):.3f} s\n",
        flush=True,
    )
