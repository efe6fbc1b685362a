"""A public brief that is the whole text of its source is named, until the source says that it may be reprinted."""

import json
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.base.dates import read_moment
from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.reports.status import site_status

FIRST = "The harbour board of Amaro will raise its mooring fees by a third from spring, it said on Monday."
SECOND = "Boat owners called the step hasty and asked for a second reading of the plan, which the board did not grant."
THIRD = "The new fees are due at the start of April, and a boat of ten metres will pay forty crowns a week."
FOOTER = "You receive this because you subscribed to Quay Letter."
HINT = (
    "briefings/2026/fees-rise.md:{line}:1: hint[reprint]: the text is that of `Quay Letter`, {how}\n"
    "  help: say it shorter in your own words, or write in its source that it may be reprinted: `licence: CC BY 4.0`"
)


def found(site: Path) -> list[str]:
    now = read_moment("2026-12-01T00:00:00Z")
    assert now is not None
    report = build(BuildRequest(site, now, write=False, search=False, thorough=True))
    return [show(d) for d in report.diagnostics if d.code == "reprint"]


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    settled_site(tmp_path)
    text = "\n".join((FIRST, SECOND, THIRD, FOOTER))
    record = {"title": "Fees rise", "outlet": "Quay Letter", "date": "2026-03-03", "text": text}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    run_import(ImportRequest(tmp_path, (tmp_path / "a.jsonl",), publish=True))
    return tmp_path / "briefings/2026/fees-rise.md"


def line_of(brief: Path) -> int:
    return brief.read_text(encoding="utf-8").split("\n---\n")[0].count("\n") + 4


def test_a_brief_that_is_the_text_of_its_source_is_named_at_its_first_line(brief: Path) -> None:
    assert found(brief.parents[2]) == [HINT.format(line=line_of(brief), how="word for word")]


def test_the_list_of_tasks_names_it_too(brief: Path) -> None:
    now = read_moment("2026-12-01T00:00:00Z")
    assert now is not None
    (task,) = (t for t in site_status(brief.parents[2], now, names=False).tasks if t.kind == "reprint")
    assert task.message == "the text is that of `Quay Letter`, word for word"
    assert task.command == f"edit briefings/2026/fees-rise.md:{line_of(brief)}, or add `licence:`"


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("on Monday", "on Tuesday", "nearly word for word"),
        (f"\n{FIRST}\n", f"\nOur own lead stands before it.\n\n{FIRST}\n", "word for word"),
    ],
)
def test_small_changes_do_not_make_it_ours(brief: Path, old: str, new: str, how: str) -> None:
    head, body = brief.read_text(encoding="utf-8").split("\n---\n")
    brief.write_text(f"{head}\n---\n{body.replace(old, new)}", encoding="utf-8")
    assert found(brief.parents[2]) == [HINT.format(line=line_of(brief), how=how)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - outlet: Quay Letter\n", "  - outlet: Quay Letter\n    licence: CC BY 4.0\n"),
        (f"\n{SECOND}\n\n{THIRD}\n", "\nOwners are angry.\n"),
        ("slug: fees-rise\n", "slug: fees-rise\ndraft: true\n"),
    ],
)
def test_a_licence_our_own_words_or_a_draft_need_no_hint(brief: Path, old: str, new: str) -> None:
    text = brief.read_text(encoding="utf-8")
    assert old in text
    brief.write_text(text.replace(old, new), encoding="utf-8")
    assert found(brief.parents[2]) == []
