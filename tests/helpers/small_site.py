"""A small site for one case: files in, build, what came out."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bs4 import BeautifulSoup

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import

NOW = datetime(2026, 12, 1, tzinfo=UTC)
BASE = "https://pages.example/briefs"
HARM = (
    "<script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<a href=javascript:alert(1)>x",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html,<script>)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mi xlink:href='javascript:alert(1)'>",
    "<style>*{}</style>",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "`<script>`",
    "{{ ''.__class__ }}",
    "{% include 'x' %}",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "<form action=javascript:alert(1)><input type=submit>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh>",
    "[x](&#106;avascript:alert(1))",
    "<a href='&#x6a;avascript:alert(1)'>x</a>",
    "[x](//evil.example/x)",
)
"""What runs, loads or leads astray where it is not told apart from text."""


class Case:
    """A site folder that a test fills."""

    def __init__(self, root: Path, settings: str = f"title: Case\nbase_url: {BASE}\n") -> None:
        self.root = root
        self.report: BuildReport | None = None
        self.write("site.yaml", settings)

    def write(self, path: str, content: str | bytes) -> Path:
        """Put a file there."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def brief(self, name: str, head: str, body: str = "One short paragraph about the day.\n") -> Path:
        """Put a brief there. ``head`` is its front matter without `summary`, which is added."""
        return self.write(f"briefings/{name}.md", f"---\n{head}\nsummary: In short.\n---\n\n{body}")

    def build(self, search: bool = False, drafts: bool = False, clean: bool = False) -> "Case":
        """Build the site."""
        request = BuildRequest(self.root, NOW, search=search, drafts=drafts, clean=clean)
        self.report = build(request)
        return self

    def reported(self, *codes: str) -> list[str]:
        """First lines of what the build said, of some codes or of all."""
        assert self.report
        return [show(d).split("\n")[0] for d in self.report.diagnostics if not codes or d.code in codes]

    def take_in(self, name: str, content: str | bytes, *, publish: bool = True) -> ImportReport:
        """Import a file."""
        file = self.write(f"incoming/{name}", content)
        return run_import(ImportRequest(root=self.root, paths=(file,), publish=publish, progress=False))

    def files(self) -> dict[str, bytes]:
        """Every published file."""
        out = self.root / "_site"
        return {
            p.relative_to(out).as_posix(): p.read_bytes()
            for p in sorted(out.rglob("*"))
            if p.is_file() and p.name != MANIFEST
        }

    def html(self, path: str) -> str:
        """A page, or another file of text, as it is written."""
        file = self.root / "_site" / path
        made = self.reported() if self.report else "nothing yet"
        assert file.exists(), f"no {path} was made; the build reported: {made}"
        return file.read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        """A page, read."""
        return BeautifulSoup(self.html(path), "html.parser")

    def text(self, path: str) -> str:
        """The words of a page's main part, spaces collapsed."""
        main = self.page(path).find("main")
        assert main
        return " ".join(main.get_text(" ").split())

    def briefs(self) -> dict[str, str]:
        """The text of every brief file by its name."""
        return {p.stem: p.read_text(encoding="utf-8") for p in sorted((self.root / "briefings").rglob("*.md"))}


def hostile(case: Case, name: str, harm: str) -> str:
    """Put a harmful text into every field of a brief, of what it names, and of the settings; the text in quotes."""
    quoted = '"' + harm.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    case.write(
        "briefings/entities.yaml",
        f"e:\n  name: {quoted}\n  description: {quoted}\n  website: {quoted}\n"
        f"  same_as: [{quoted}]\n  aliases: [{quoted}]\n",
    )
    case.write("briefings/tags.yaml", f"t:\n  label: {quoted}\n  description: {quoted}\n")
    case.write("briefings/stories.yaml", f"s:\n  title: {quoted}\n  description: {quoted}\n")
    case.write(
        "site.yaml",
        f"title: {quoted}\nbase_url: https://pages.example\neditor: {quoted}\nfooter: {quoted}\n"
        f"description: {quoted}\n",
    )
    case.write(
        f"briefings/{name}.md",
        f"""---
title: {quoted}
date: 2026-10-10
summary: {quoted}
why_it_matters: {quoted}
what_next: {quoted}
unknowns: [{quoted}]
entities: {{about: [e, {quoted}], mentions: [{quoted}]}}
tags: [t, {quoted}]
story: s
key_points:
  - {{text: {quoted}, quote: Plain sentence, source: 1}}
figures:
  - {{value: {quoted}, unit: {quoted}, what: {quoted}, source: 1}}
sources:
  - {{outlet: {quoted}, title: {quoted}, url: "https://s.example/", author: {quoted}, role: {quoted}}}
annotations:
  - {{quote: Plain sentence, author: {quoted}, note: {quoted}}}
corrections:
  - {{was: {quoted}, now: {quoted}, why: {quoted}}}
image: {{src: css/site.css, alt: {quoted}, credit: {quoted}}}
---

Plain sentence here.

{harm}

- {harm}
""",
    )
    return quoted


def settled_site(folder: Path) -> None:
    """A new site as `init` makes it, whose editor has no use for the warnings about what it lays out."""
    for path, content in _new_site().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("check: {ignore: [placeholder]}\n")


@cache
def _new_site() -> dict[str, bytes]:
    """The files that `init` makes, by path."""
    with TemporaryDirectory() as folder:
        made = create_site(Path(folder) / "site")
        return {path: (Path(folder) / "site" / path).read_bytes() for path in made.paths}
