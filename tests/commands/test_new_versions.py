"""A new version of a source: what has changed in it, what of the brief rests on that, until that is settled."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from command_line import NOW, call, site_with_a_draft

BRIEF = "briefings/2026/pier-shut.md"
OLD = (
    "The pier of Emden is shut for six weeks after a crane fell on it. The repair costs 40 million crowns, said the "
    "harbour master. Nobody was hurt, because the crew was at lunch. The ferry to the islands leaves from the old quay "
    "instead. A diver looks at the ground below the pier in April."
)
NEW = OLD.replace("six weeks", "eight weeks").replace("40 million", "55 million")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = site_with_a_draft(tmp_path / "site")
    (root / "briefings" / "a.md").unlink()
    return root


def bring(
    capsys: pytest.CaptureFixture[str], site: Path, name: str, text: str, *more: str
) -> tuple[dict[str, Any], str]:
    record = {"title": "Pier shut", "url": "https://courier.example/pier", "outlet": "The Courier", "text": text}
    path = site.parent / name
    day = 3 + "abcd".index(name[0])
    path.write_text(json.dumps(record | {"date": f"2026-03-{day:02}"}) + "\n", encoding="utf-8")
    out = call(capsys, site, "import", str(path), "--json", *more)[1]
    return json.loads(out), str(path)


def edit(site: Path, *changes: tuple[str, str]) -> None:
    path = site / BRIEF
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


PUBLISHED = ("draft: true", "draft: false")
NOTE = ("draft: false", 'annotations: [{quote: "shut for six weeks", note: "That is long."}]\ndraft: false')
HELD = ("because the crew was at lunch.", "because the crew ate.")
"""A change of a line that the new version changes too, so that nothing is merged."""


def warnings(capsys: pytest.CaptureFixture[str], site: Path) -> list[str]:
    rows = json.loads(call(capsys, site, "check", "--format", "json", *NOW)[1])
    return [row["message"] for row in rows if row["code"] == "changed-source"]


def waiting(capsys: pytest.CaptureFixture[str], site: Path) -> list[dict[str, str]]:
    return list(json.loads(call(capsys, site, "status", "--json", "--kind", "version", *NOW)[1]))


def page(capsys: pytest.CaptureFixture[str], site: Path) -> str:
    call(capsys, site, "build", *NOW)
    return (site / "_site" / "briefs" / "pier-shut" / "index.html").read_text(encoding="utf-8")


def test_an_edited_brief_is_told_what_has_changed_and_what_rests_on_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, NOTE, HELD)
    assert "has changed since" not in page(capsys, site)
    done, _ = bring(capsys, site, "b.jsonl", NEW)
    assert done["conflicts"] == [BRIEF]
    [version] = done["changed_sources"]
    assert version["changes"] == [
        {"was": "six weeks", "now": "eight weeks"},
        {"was": "40 million", "now": "55 million"},
    ]
    parts = [(row["part"], row["text"]) for row in version["rests"]]
    assert ("note", "shut for six weeks") in parts
    assert {"point", "note", "text"} <= {part for part, _ in parts}
    assert not any(text.startswith("Nobody was hurt") for _, text in parts)
    [task] = waiting(capsys, site)
    assert "`six weeks` is now `eight weeks`, `40 million` is now `55 million`; rests on it: " in task["message"]
    assert "the source has changed: `six weeks` is now `eight weeks`" in warnings(capsys, site)
    assert page(capsys, site).count("This source has changed since this brief was written.") == 1


UNKNOWN = "nothing tells which of the two texts is newer: they state the same day, or one of them states none"


def test_of_two_texts_of_one_day_an_editor_is_told_that_their_order_is_not_known(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, NOTE, HELD)
    done, _ = bring(capsys, site, "a-fuller.jsonl", f"{NEW} The harbour master spoke to reporters at noon.")
    assert [one["undated"] for one in done["changed_sources"]] == [True]
    assert "the source has two texts, and nothing tells which is newer: `six weeks` or `eight weeks`" in warnings(
        capsys, site
    )
    assert "`six weeks` or `eight weeks`" in waiting(capsys, site)[0]["message"]
    shown = page(capsys, site)
    assert shown.count("There are several texts of this source, and it is not known which is the newest.") == 1
    assert "has changed since this brief" not in shown
    done, _ = bring(
        capsys, site, "a-shorter.jsonl", OLD.replace(" A diver looks at the ground below the pier in April.", "")
    )
    assert [(one["brief"], one["undated"]) for one in done["versions"]] == [(BRIEF, True)]
    done, _ = bring(capsys, site, "b.jsonl", f"{NEW} A diver was hurt in the evening, the harbour master said.")
    assert {one["undated"] for one in done["changed_sources"]} == {False}


def test_the_account_of_an_import_says_that_an_order_is_not_known(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, NOTE, HELD)
    _, path = bring(capsys, site, "a-fuller.jsonl", f"{NEW} The harbour master spoke at noon.", "--dry-run")
    assert UNKNOWN in call(capsys, site, "import", path)[1]


def test_every_clone_comes_to_the_same_answer(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, NOTE, HELD)
    bring(capsys, site, "b.jsonl", NEW)
    here = (waiting(capsys, site), warnings(capsys, site), page(capsys, site))
    for folder in ("collected", ".cache", "_site"):
        shutil.rmtree(site / folder)
    assert (waiting(capsys, site), warnings(capsys, site), page(capsys, site)) == here


def test_it_is_settled_when_nothing_rests_on_changed_words_any_more(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, NOTE, HELD)
    bring(capsys, site, "b.jsonl", NEW)
    edit(site, ("six weeks", "eight weeks"))
    assert all("40 million" in message for message in warnings(capsys, site))
    edit(site, ("40 million", "55 million"))
    assert (waiting(capsys, site), warnings(capsys, site)) == ([], [])
    assert "has changed since" not in page(capsys, site)


def test_it_is_settled_by_a_decision(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, HELD)
    bring(capsys, site, "b.jsonl", NEW)
    command = waiting(capsys, site)[0]["command"].removeprefix("correct that, or: briefings ")
    assert call(capsys, site, *command.split())[0] == 0
    assert (waiting(capsys, site), warnings(capsys, site)) == ([], [])
    assert "has changed since" not in page(capsys, site)
    # The next version asks again.
    bring(capsys, site, "c.jsonl", NEW.replace("Nobody was hurt", "Two were hurt"))
    assert [row["message"].partition("; ")[0] for row in waiting(capsys, site)] == [
        "The Courier has a new version: `Nobody was` is now `Two were`"
    ]


def test_a_version_after_an_open_one_is_compared_with_the_text_that_was_in_order(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED, NOTE, HELD)
    bring(capsys, site, "b.jsonl", NEW)
    bring(capsys, site, "c.jsonl", NEW.replace("eight weeks", "nine weeks"))
    [task] = waiting(capsys, site)
    assert "`six weeks` is now `nine weeks`, `40 million` is now `55 million`" in task["message"]


def test_a_brief_that_took_the_new_words_in_by_itself_says_so_once(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, PUBLISHED)
    record = bring(capsys, site, "b.jsonl", NEW, "--dry-run")[1]
    out = call(capsys, site, "import", record)[1]
    assert f"  updated {BRIEF}: its article has a new version\n" in out
    assert "        `six weeks` is now `eight weeks`\n        `40 million` is now `55 million`\n" in out
    assert "      rested on it: point: The pier of Emden is shut for six weeks" in out
    assert (waiting(capsys, site), warnings(capsys, site)) == ([], [])


def test_an_untouched_brief_is_updated_in_a_clone_and_an_edited_one_names_the_reason(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    shutil.rmtree(site / "collected")
    shutil.copytree(site, site.parent / "edited")
    done, _ = bring(capsys, site, "b.jsonl", NEW)
    assert (done["updated"], done["conflicts"]) == ([BRIEF], [])
    assert [change["was"] for change in done["changed_sources"][0]["changes"]] == ["six weeks", "40 million"]
    edit(site.parent / "edited", PUBLISHED)
    done, _ = bring(capsys, site.parent / "edited", "b.jsonl", NEW)
    assert done["unmerged"] == [
        {"path": BRIEF, "why": "the text that import wrote is not in collected/ here, so it cannot be merged"}
    ]
    [task] = waiting(capsys, site.parent / "edited")
    assert "what has changed cannot be told without its earlier text; rests on it: point" in task["message"]


def test_a_word_that_turns_the_sense_beside_a_quote_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(
        site,
        PUBLISHED,
        ("draft: false", "key_points: [{text: All went well., quote: was hurt, source: 1}]\ndraft: false"),
    )
    path = site / BRIEF
    text = path.read_text(encoding="utf-8")
    start = text.index("key_points:\n")
    path.write_text(text[:start] + text[text.index("sources:\n") :], encoding="utf-8")
    bring(capsys, site, "b.jsonl", OLD.replace("Nobody was hurt", "Somebody was hurt"))
    [task] = waiting(capsys, site)
    assert "`Nobody was` is now `Somebody was`; rests on it: " in task["message"]
    assert "point `All went well.`" in task["message"]


def test_a_new_version_of_another_source_leaves_points_that_are_quoted_elsewhere_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    other = '\n  - {outlet: The Gazette, url: "https://gazette.example/pier"}\n'
    edit(site, PUBLISHED, HELD, ("    role: original\n", "    role: original" + other))
    text = (site / BRIEF).read_text(encoding="utf-8")
    point = "  - {text: It takes a while., quote: six weeks, source: 2}\n"
    (site / BRIEF).write_text(text.replace("key_points:\n", "key_points:\n" + point), encoding="utf-8")
    done, _ = bring(capsys, site, "b.jsonl", NEW)
    parts = [row["text"] for row in done["changed_sources"][0]["rests"] if row["part"] == "point"]
    assert len(parts) == 2
    assert "It takes a while." not in parts


def missing_corrections(capsys: pytest.CaptureFixture[str], site: Path) -> list[str]:
    rows = json.loads(call(capsys, site, "status", "--json", "--kind", "correction", *NOW)[1])
    return [f"{row['message']} -> {row['command']}" for row in rows]


@pytest.mark.parametrize("how", ["corrected", "settled", "undone", "draft"])
def test_a_version_that_merges_into_a_public_brief_asks_for_a_correction(
    site: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    # The editor has changed a line that the new version leaves alone, so that both are put together.
    edit(site, *([] if how == "draft" else [PUBLISHED]), ("title: Pier shut", "title: Pier shut for weeks"))
    assert missing_corrections(capsys, site) == []
    done, _ = bring(capsys, site, "b.jsonl", NEW)
    assert done["updated"] == [BRIEF]
    found = missing_corrections(capsys, site)
    if how == "draft":
        assert found == []
        return
    [task] = found
    result, _, command = task.partition(" -> add it to `corrections`, or: briefings ")
    assert result.startswith("readers have seen another number: `40 million crowns` is now `55 million crowns`")
    if how == "corrected":
        fix = "corrections: [{date: 2026-03-05, was: 40 million crowns and six weeks, now: 55 million crowns}]"
        edit(site, ("draft: false", f"{fix}\ndraft: false"))
    elif how == "settled":
        call(capsys, site, *command.split())
    else:
        call(capsys, site, "imports", "undo")
    assert missing_corrections(capsys, site) == []


@pytest.mark.parametrize(("shown", "dry"), [(True, False), (False, False), (True, True)])
def test_the_account_of_an_import_names_the_numbers_that_readers_have_seen_otherwise(
    site: Path, capsys: pytest.CaptureFixture[str], shown: bool, dry: bool
) -> None:
    bring(capsys, site, "a.jsonl", OLD)
    edit(site, *([PUBLISHED] if shown else []), ("title: Pier shut", "title: Pier shut for weeks"))
    _, path = bring(capsys, site, "b.jsonl", NEW, "--dry-run")
    lines = call(capsys, site, "import", path, *(["--dry-run"] if dry else []))[1].splitlines()
    account = [line for line in lines if "readers" in line or "--kind correction" in line]
    if not shown or dry:
        assert account == []
        return
    what, command = account
    assert what.startswith("  readers have seen another number: `40 million crowns` is now `55 million crowns`")
    assert what.endswith(f" in {BRIEF}")
    assert command == "next: `briefings status --kind correction` says how to tell them, or that they need not know"
    assert command.split("`")[1].split()[1:] == ["status", "--kind", "correction"]
    assert len(missing_corrections(capsys, site)) == 1
