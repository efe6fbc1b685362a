"""``python -m bench [BRIEFS ...]``: how long builds and imports take on this machine, beside other tools."""

import argparse
import os
import platform
from pathlib import Path
from time import perf_counter

from annotated_briefings.intake.segmentation.segment import segment
from bench.speed import compare


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("briefs", type=int, nargs="*", default=[100, 1000, 10_000])
    parser.add_argument("--repeats", type=int, default=1, metavar="N", help="cold builds, of which the median counts")
    parser.add_argument("--no-serve", dest="serve", action="store_false", help="leave the previews out")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    for briefs in options.briefs:
        compare(briefs, options.repeats, options.serve and briefs <= 10_000)
        print()
    dump = Path(__file__).resolve().parents[1] / "tests" / "data" / "dump.txt"
    lines = dump.read_text(encoding="utf-8").splitlines() * 10
    begun = perf_counter()
    segment(lines)
    print(f"boundaries in a dump: {len(lines) / (perf_counter() - begun):.0f} lines/s")


if __name__ == "__main__":
    main()
