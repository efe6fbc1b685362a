"""``python -m bench [BRIEFS]``: how long builds and imports take on this machine."""

import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.corpus import write_corpus
from bench.latency import serve_latency
from generator.intake.segment import segment
from generator.run.building import BuildReport, BuildRequest, build

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _timed(root: Path, jobs: int, what: str) -> BuildReport:
    report = build(BuildRequest(root, NOW, jobs=jobs))
    counts = f"{report.parsed} parsed, {report.rendered} drawn, {report.written} written"
    print(f"{what:32} {report.seconds:7.2f} s   {counts}")
    return report


def main() -> None:
    """Print the figures."""
    briefs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    jobs = os.cpu_count() or 1
    print(f"Python {platform.python_version()}, {jobs} cores, {briefs} briefs")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_corpus(root, briefs)
        cold = _timed(root, jobs, "cold build")
        warm = _timed(root, jobs, "build without a change")
        path = root / "briefings" / "0" / "brief-0.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        edit = _timed(root, jobs, "build after one edit")
        ratios = f"{cold.seconds / warm.seconds:7.1f}x {cold.seconds / edit.seconds:.1f}x"
        print(f"{'cold to unchanged, cold to edit':32} {ratios}")
        up, times = serve_latency(root)
        print(f"{'preview up':32} {up:7.2f} s")
        print(f"{'save to new text in the preview':32} {median(times):7.3f} s   slowest: {max(times):.3f} s")
    dump = Path(__file__).resolve().parents[1] / "tests" / "data" / "dump.txt"
    lines = dump.read_text(encoding="utf-8").splitlines() * 10
    begun = perf_counter()
    segment(lines)
    print(f"{'boundaries in a dump':32} {len(lines) / (perf_counter() - begun):7.0f} lines/s")


if __name__ == "__main__":
    main()
