"""Ordinary mistakes of people who write briefs, lists and settings by hand: the cause is reported, and it alone.

The table was written before the rules; what is reported is the exact text, and was read by a person.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from annotated_briefings.base.dates import read_moment
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.project.derive import Checks, DeriveOptions, derive
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.settings import read_settings

TABLE = Path(__file__).parent / "data" / "mistakes.json"
KNOWN: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
PARTS = {"briefings/entities.yaml": "entities", "briefings/tags.yaml": "tags", "briefings/stories.yaml": "stories"}


def edited(files: dict[str, str], edits: list[list[str | None]]) -> dict[str, str]:
    """The files after some edits: a path, the old words or None for the whole file, and the new ones."""
    after = dict(files)
    for path, old, new in edits:
        assert path is not None
        assert new is not None
        assert old is None or old in after[path]
        after[path] = new if old is None else after[path].replace(old, new, 1)
    return after


def reported(loaded: Loaded, files: dict[str, str], root: Path) -> list[str]:
    """All that is wrong with the files, errors first, in one line each."""
    settings = Source("site.yaml", files["site.yaml"])
    config, found = read_settings(settings)
    brief = Source("briefings/crane.md", files["briefings/crane.md"])
    parts = {part: Source(path, files[path]) for path, part in PARTS.items()}
    site = replace(loaded, briefs=(brief,), settings=settings, config=config, diagnostics=found, **parts)
    now = read_moment("2026-04-01T00:00:00Z")
    assert now is not None
    diagnostics = derive(site, DeriveOptions(root, now, checks=Checks.THOROUGH), InMemory()).diagnostics
    order = ["error", "warning", "hint"]
    return [
        f"{d.place.path}:{d.place.line}:{d.place.column} {d.severity}[{d.code}] {d.message} | {d.help}"
        for d in sorted(
            set(diagnostics), key=lambda d: (order.index(d.severity), d.place.path, d.place.line, d.message)
        )
    ]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("site")
    for name, text in KNOWN["site"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_site(folder)


def test_nothing_is_wrong_with_the_site_before_a_mistake(loaded: Loaded, tmp_path: Path) -> None:
    assert reported(loaded, KNOWN["site"], tmp_path) == []


def test_each_mistake_is_reported_in_these_words_and_no_others(
    loaded: Loaded, tmp_path: Path, update_golden: bool
) -> None:
    said = {m["mistake"]: reported(loaded, edited(KNOWN["site"], m["edits"]), tmp_path) for m in KNOWN["mistakes"]}
    if update_golden:
        for mistake in KNOWN["mistakes"]:
            mistake["reported"] = said[mistake["mistake"]]
        TABLE.write_text(json.dumps(KNOWN, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert said == {m["mistake"]: m["reported"] for m in KNOWN["mistakes"]}


def test_most_mistakes_are_reported_once_and_few_not_at_all() -> None:
    counts = [len(m["reported"]) for m in KNOWN["mistakes"]]
    assert len(counts) >= 200
    assert sum(count == 1 for count in counts) >= 0.8 * len(counts)
