"""``python -m bench.tricks [BRIEFS]``: what each trick of the product saves, by builds without it, in one run."""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from bench.corpus import write_site
from bench.running import measured
from bench.tools import PEERS_MAKE, ROOT
from bench.without import TRICKS

BUILDS = ("cold", "one text edited", "nothing changed")
_ARGUMENTS = ("build", "--jobs", "1", "--now", "2030-01-01T00:00:00Z")
_BESIDE = ".briefings-manifest.json"
"""A file of the output that holds times."""


def _written(folder: Path) -> str:
    """A digest of all files of a site."""
    whole = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _BESIDE:
            whole.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return whole.hexdigest()


def _round(trick: str, site: Path, made: Path, newest: str) -> tuple[list[float], str]:
    """The processor seconds of each build without a trick, and a digest of what was written."""
    shutil.copytree(made, site)
    command = (sys.executable, "-m", "bench.without", trick, "--site", str(site), *_ARGUMENTS)
    seconds = []
    for build in BUILDS:
        if build == "one text edited":
            path = site / "briefings" / f"{newest}.md"
            path.write_text(path.read_text(encoding="utf-8") + "\nAnother sentence.\n", encoding="utf-8")
        seconds.append(measured(command, ROOT, {"PYTHONPATH": str(ROOT / "generator")}).cpu)
    found = _written(site / "_site")
    shutil.rmtree(site)
    return seconds, found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.tricks", description=__doc__)
    parser.add_argument("briefs", type=int, nargs="?", default=300)
    parser.add_argument("--trick", action="append", choices=[*TRICKS][1:], help="this one only; may be given again")
    parser.add_argument("--plain", action="store_true", help="only the pages that other tools make too")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds, of which the least counts")
    options = parser.parse_args()
    chosen = ["as it is", *(options.trick or [*TRICKS][1:])]
    least = {trick: [float("inf")] * len(BUILDS) for trick in chosen}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        made = Path(name) / "made"
        newest = write_site(made, options.briefs, *(("plain", PEERS_MAKE) if options.plain else ()))
        written = set()
        for turn in range(options.rounds):
            # In turns forwards and backwards, so that no trick has the quiet minutes for itself.
            for trick in chosen if turn % 2 else reversed(chosen):
                seconds, found = _round(trick, Path(name) / "site", made, newest)
                least[trick] = list(map(min, least[trick], seconds))
                written.add(found)
    if len(written) != 1:
        sys.exit("the builds differ: a trick changes what is written")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.briefs} briefs, one process")
    print("the pages that other tools make too\n" if options.plain else "everything on\n")
    print(f"| without | {' | '.join(f'{build}, CPU s' for build in BUILDS)} | {' | '.join(BUILDS)} | what it is |")
    print("| --- " + "| --: " * 2 * len(BUILDS) + "| --- |")
    for trick in chosen:
        what = TRICKS[trick][1]
        shown = " | ".join(f"{seconds:.2f}" for seconds in least[trick])
        more = (f"{after / before - 1:+.0%}" for after, before in zip(least[trick], least["as it is"], strict=True))
        print(f"| {trick} | {shown} | {' | '.join(more) if what else '| |'} | {what} |")


if __name__ == "__main__":
    main()
