"""The site of ``data/mistakes.json``, with a mistake in it, and what is reported of it."""

import json
from pathlib import Path
from typing import Any

from annotated_briefings.base.dates import read_moment
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.project.derive import Checks, DeriveOptions, derive
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.settings import read_settings

TABLE = Path(__file__).parents[1] / "data" / "mistakes.json"
KNOWN: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
"""The files of the site, and each mistake with its edits and the lines that are reported."""
PARTS = {"briefings/entities.yaml": "entities", "briefings/tags.yaml": "tags", "briefings/stories.yaml": "stories"}


def loaded_site(folder: Path) -> Loaded:
    """The site without a mistake, written to a folder and loaded."""
    for name, text in KNOWN["site"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_site(folder)


def edited(files: dict[str, str], edits: list[list[str | None]]) -> dict[str, str]:
    """The files after some edits: a path, the old words or None for the whole file, and the new ones."""
    after = dict(files)
    for path, old, new in edits:
        assert path is not None
        assert new is not None
        assert old is None or old in after[path]
        after[path] = new if old is None else after[path].replace(old, new, 1)
    return after


def found(loaded: Loaded, files: dict[str, str], root: Path) -> list[Diagnostic]:
    """All that is wrong with the files, errors first."""
    settings = Source("site.yaml", files["site.yaml"])
    config, wrong = read_settings(settings)
    brief = Source("briefings/crane.md", files["briefings/crane.md"])
    parts = {part: Source(path, files[path]) for path, part in PARTS.items()}
    site = replace(loaded, briefs=(brief,), settings=settings, config=config, diagnostics=wrong, **parts)
    now = read_moment("2026-04-01T00:00:00Z")
    assert now is not None
    diagnostics = derive(site, DeriveOptions(root, now, checks=Checks.THOROUGH), InMemory()).diagnostics
    order = ["error", "warning", "hint"]
    return sorted(set(diagnostics), key=lambda d: (order.index(d.severity), d.place.path, d.place.line, d.message))
