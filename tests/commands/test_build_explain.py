"""`build --explain` says of every file what was done to it and why."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from media_files import pdf
from small_site import settled_site

from annotated_briefings.build.explain import key_of, reasons
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.cli.main import main
from annotated_briefings.engine import memo

BRIEF = "briefs/tideworks-first-turbine/index.html"
NOTHING = "nothing has changed since the last build"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    settings = tmp_path / "site" / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "search: false\n", encoding="utf-8")
    return tmp_path / "site"


def explain(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    assert main(["--site", str(site), "build", "--explain", "--now", "2026-04-01T00:00:00Z", *more]) == 0
    return capsys.readouterr().out.splitlines()


def group(lines: list[str], heading: str) -> list[str]:
    """The files that stand under a heading, which tells their number."""
    [start] = [n for n, line in enumerate(lines) if re.sub(r" \(\d+\)", "", line) == heading]
    end = next(n for n, line in enumerate(lines) if n > start and not line.startswith("  "))
    files = [line.strip() for line in lines[start + 1 : end]]
    left = re.fullmatch(r"\.\.\. and (\d+) more", files[-1])
    number = len(files) - 1 + int(left[1]) if left else len(files)
    assert f" ({number})" in lines[start]
    return files


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_first_build_makes_everything_and_the_next_one_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = explain(site, capsys)
    made = [p for p in (site / "_site").rglob("*") if p.is_file() and p.name != MANIFEST]
    files = group(lines, "written: new")
    assert (len(files), files[0], files[-1]) == (21, "index.html", f"... and {len(made) - 20} more")
    assert len(lines) == 23
    assert explain(site, capsys)[0] == NOTHING


def change_text(site: Path) -> None:
    edit(site / "briefings" / "2026" / "tideworks-first-turbine.md", "Tideworks has", "Today Tideworks has")


def change_template(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates" / "brief.html").write_text('{% extends "default:brief.html" %}', encoding="utf-8")


def change_words(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates" / "words.yaml").write_text("en:\n  briefs: News\n", encoding="utf-8")


def change_output(site: Path) -> None:
    (site / "_site" / BRIEF).write_text("mine", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "heading"),
    [
        (change_text, "written: what it shows has changed"),
        (change_template, "rendered, with the same bytes: its template has changed"),
        (change_words, "written: settings, words or a static file have changed"),
        (change_output, "written: somebody has changed or deleted it"),
    ],
)
def test_each_page_is_named_under_its_reason(
    site: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], None], heading: str
) -> None:
    explain(site, capsys)
    change(site)
    lines = explain(site, capsys)
    assert BRIEF in group(lines, heading)
    assert explain(site, capsys)[0] == NOTHING


def test_a_program_that_has_changed_is_the_reason_for_every_page(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    explain(site, capsys)
    monkeypatch.setattr(memo, "code_fingerprint", lambda: "another version")
    change_text(site)
    lines = explain(site, capsys)
    assert group(lines, "written: the program has changed and what it shows has changed")[0] == BRIEF
    assert "index.html" in group(lines, "rendered, with the same bytes: the program has changed")


def test_what_is_deleted_and_what_is_copied_is_named_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    explain(site, capsys)
    (site / "static").mkdir()
    (site / "static" / "paper.pdf").write_bytes(pdf())
    (site / "briefings" / "2026" / "tideworks-first-turbine.md").unlink()
    lines = explain(site, capsys, "--strict")
    [copied] = group(lines, "written: new")
    assert re.fullmatch(r"paper\.\w{10}\.pdf", copied)
    assert BRIEF in group(lines, "deleted")


def test_a_clean_build_remembers_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    explain(site, capsys)
    lines = explain(site, capsys, "--clean")
    assert BRIEF in group(lines, "rendered, with the same bytes: nothing was remembered of it")


def test_programs_get_the_same_as_data(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    explain(site, capsys)
    change_template(site)
    [line] = explain(site, capsys, "--json")
    assert json.loads(line)["changes"] == [{"path": BRIEF, "done": "same", "why": ["template"]}]
    assert main(["--site", str(site), "build", "--json", "--now", "2026-04-01T00:00:00Z"]) == 0
    assert "changes" not in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("old", "here", "why"),
    [
        (None, False, ("new",)),
        (None, True, ("forgotten",)),
        (key_of("a", "b", "c", "d"), True, ("file",)),
        (key_of("x", "b", "c", "d"), True, ("program",)),
        (key_of("a", "x", "c", "d"), True, ("settings",)),
        (key_of("a", "b", "x", "d"), True, ("template",)),
        (key_of("a", "b", "c", "x"), True, ("content",)),
        (key_of("x", "b", "c", "x"), False, ("program", "content")),
    ],
)
def test_a_page_is_drawn_for_the_parts_of_its_key_that_differ(
    old: str | None, here: bool, why: tuple[str, ...]
) -> None:
    assert reasons(old, key_of("a", "b", "c", "d"), here) == why
