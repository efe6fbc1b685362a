"""``python -m bench.leak_check [BRIEFS]``: what the search for what is not public costs, by builds without it.

One brief in twenty is a draft.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from bench.corpus import made_briefs, write_site
from bench.running import measured
from bench.tools import PEERS_MAKE, ROOT

_KINDS = ("as it is", "earlier finds", "leak check")
"""What is turned off in turn."""
_ARGUMENTS = ("build", "--jobs", "1", "--now", "2030-01-01T00:00:00Z")


def _written(folder: Path, briefs: int, plain: bool) -> tuple[Path, Path]:
    """A site with drafts; the files of its newest brief and of a draft."""
    newest = write_site(folder, briefs, *(("plain", PEERS_MAKE) if plain else ()))
    drafts = folder / "briefings" / "drafts"
    drafts.mkdir()
    for made in made_briefs(max(1, briefs // 20), lambda slug: f"https://briefs.example/{slug}", seed=8):
        head = f"---\ntitle: Draft {made.title}\nsummary: {made.summary}\ndraft: true\n---\n\n"
        last = drafts / f"d{made.slug}.md"
        last.write_text(head + made.body, encoding="utf-8")
    return folder / "briefings" / f"{newest}.md", last


def _seconds(without: str, site: Path) -> float:
    command = (sys.executable, "-m", "bench.without", without, "--site", str(site), *_ARGUMENTS)
    return measured(command, ROOT, {"PYTHONPATH": str(ROOT / "generator")}).cpu


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.leak_check", description=__doc__)
    parser.add_argument("briefs", type=int, nargs="?", default=1000)
    parser.add_argument("--plain", action="store_true", help="only the pages that other tools make too")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds of edits, of which the least counts")
    options = parser.parse_args()
    rows: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        made = Path(name) / "made"
        files = _written(made, options.briefs, options.plain)
        for kind in _KINDS:
            site = Path(name) / "site"
            shutil.copytree(made, site)
            found = rows.setdefault("cold", {})
            found[kind] = _seconds(kind, site)
            for turn in range(options.rounds):
                for build, file in zip(("a public text edited", "a draft edited"), files, strict=True):
                    path = site / file.relative_to(made)
                    text = f"\nThe new sentence {turn} of the pier is here.\n"
                    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
                    found = rows.setdefault(build, {})
                    found[kind] = min(found.get(kind, float("inf")), _seconds(kind, site))
            shutil.rmtree(site)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.briefs} briefs, one process\n")
    print(
        "| build | CPU s | to none | all searched again, CPU s | without the leak check, CPU s |\n| --- "
        + "| --: " * 4
        + "|"
    )
    for build, found in rows.items():
        whole, again, none = (found[kind] for kind in _KINDS)
        print(f"| {build} | {whole:.2f} | {whole / none:.2f} | {again:.2f} | {none:.2f} |")


if __name__ == "__main__":
    main()
