"""A brief that was typed by hand, or whose source was attached, is told of every later text of that source."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from command_line import NOW, call, site_with_a_draft

URL = "https://gazette.example/2026/ferry"
TEXT = (
    "Sund Lines will run {} crossings a day instead of sixteen, the company said. It blames a lack of masters, of whom "
    "{} have left since summer. The mayor of Lund called the change a blow to the island."
)
OLD, NEW = TEXT.format("eight", "two"), TEXT.format("nine", "two")
SPELLINGS = (URL, f"{URL}/", f"{URL}?utm_source=mail", "http://www.gazette.example/2026/ferry")
BRIEF = (
    "title: Ferry halves its timetable\ndate: 2026-04-02\nkey_points:\n"
    "  - {text: Eight a day., quote: eight crossings a day, source: 1}\n"
)
SOURCES = {
    "in one line": 'sources: [{{outlet: Lund Gazette, title: Ferry halves timetable, url: "{}"}}]',
    "in lines": "sources:\n  - outlet: Lund Gazette\n    title: Ferry halves timetable\n    url: {}",
    "second of two": 'sources:\n  - {{outlet: Lund Gazette, title: Ferry halves timetable, url: "{}"}}\n'
    '  - {{outlet: Harbour Wire, title: Ferry, url: "https://wire.example/ferry"}}',
}


def a_site(folder: Path, sources: str) -> Path:
    site = site_with_a_draft(folder / "site")
    (site / "briefings" / "a.md").unlink()
    (site / "briefings" / "f.md").write_text(
        f"---\n{BRIEF}summary: Fewer boats.\n{sources}\n---\nThe ferry sails less.\n", encoding="utf-8"
    )
    return site


def record(folder: Path, name: str, text: str, **stated: str) -> Path:
    facts = {"title": "Ferry halves timetable", "outlet": "Lund Gazette", "url": URL, "date": "2026-04-03"}
    path = folder / name
    path.write_text(json.dumps({**facts, "text": text, **stated}) + "\n", encoding="utf-8")
    return path


def plain(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(f"Ferry halves timetable\n\n{text}\n", encoding="utf-8")
    return path


def bring(capsys: pytest.CaptureFixture[str], site: Path, path: Path) -> dict[str, Any]:
    return dict(json.loads(call(capsys, site, "import", str(path), "--json")[1]))


def reported(capsys: pytest.CaptureFixture[str], site: Path) -> tuple[list[str], list[str], bool]:
    """What `check` and `status` say of changed sources, and whether the page does."""
    rows = json.loads(call(capsys, site, "check", "--format", "json", *NOW)[1])
    tasks = json.loads(call(capsys, site, "status", "--json", "--kind", "version", *NOW)[1])
    call(capsys, site, "build", *NOW)
    page = (site / "_site" / "briefs" / "f" / "index.html").read_text(encoding="utf-8")
    found = [row["message"] for row in rows if row["code"] == "changed-source"]
    return found, [task["path"] for task in tasks], "This source has changed since this brief was written." in page


CHANGED = "the source has changed: `eight crossings` is now `nine crossings`"


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("sources", SOURCES)
def test_an_import_tells_the_brief_whose_source_was_attached(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sources: str, spelling: str
) -> None:
    site = a_site(tmp_path, SOURCES[sources].format(spelling))
    assert call(capsys, site, "attach", "f", str(plain(tmp_path, "old.txt", OLD)), "--source", "1")[0] == 0
    assert reported(capsys, site) == ([], [], False)
    done = bring(capsys, site, record(tmp_path, "new.jsonl", NEW))
    assert [row["brief"] for row in done["cited"]] == ["briefings/f.md"]
    assert [row["brief"] for row in done["changed_sources"]] == ["briefings/f.md"]
    assert reported(capsys, site) == ([CHANGED], ["briefings/f.md"], True)


@pytest.mark.parametrize("date", ["", "2026-04-02", "2026-04-09"])
def test_a_second_import_tells_the_brief_that_only_names_the_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], date: str
) -> None:
    site = a_site(tmp_path, SOURCES["in lines"].format(URL))
    first = bring(capsys, site, record(tmp_path, "old.jsonl", OLD, date="2026-04-02"))
    assert (len(first["cited"]), first["changed_sources"]) == (1, [])
    assert reported(capsys, site) == ([], [], False)
    done = bring(capsys, site, record(tmp_path, "new.jsonl", NEW, date=date))
    assert "briefings/f.md" in [row["brief"] for row in done["changed_sources"]]
    messages, tasks, on_page = reported(capsys, site)
    assert (messages, "briefings/f.md" in tasks, on_page) == ([CHANGED], True, True)


def test_the_account_names_the_brief(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = a_site(tmp_path, SOURCES["in lines"].format(URL))
    out = call(capsys, site, "import", str(record(tmp_path, "old.jsonl", OLD)))[1]
    assert "  briefings/f.md already has this source: old.jsonl#1, whole" in out.splitlines()


def test_other_articles_and_briefs_of_their_own_are_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = a_site(tmp_path, SOURCES["in lines"].format(URL))
    call(capsys, site, "attach", "f", str(plain(tmp_path, "old.txt", OLD)))
    other = "The county council has voted for a new school in Vess. It is to open in 2031 and costs 14 million crowns."
    away = record(tmp_path, "a.jsonl", NEW, url="https://gazette.example/2026/school", title="School for Vess")
    assert bring(capsys, site, away)["cited"] == []
    same_place = record(tmp_path, "b.jsonl", other, title="School for Vess", date="2026-06-20")
    assert bring(capsys, site, same_place)["changed_sources"] == []
    earlier = record(tmp_path, "d.jsonl", OLD)
    assert bring(capsys, site, earlier)["changed_sources"] == []
    assert reported(capsys, site) == ([], [], False)


def test_a_source_without_an_address_is_known_by_outlet_and_headline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = a_site(tmp_path, "sources: [{outlet: Lund Gazette, title: Ferry halves timetable}]")
    call(capsys, site, "attach", "f", str(plain(tmp_path, "old.txt", OLD)))
    bring(capsys, site, record(tmp_path, "new.jsonl", NEW))
    assert reported(capsys, site)[:2] == ([CHANGED], ["briefings/f.md"])


def test_an_import_that_is_taken_back_has_changed_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = a_site(tmp_path, SOURCES["in lines"].format(URL))
    call(capsys, site, "attach", "f", str(plain(tmp_path, "old.txt", OLD)))
    run = bring(capsys, site, record(tmp_path, "new.jsonl", NEW))["run"]
    assert reported(capsys, site)[2]
    call(capsys, site, "imports", "undo", run)
    assert reported(capsys, site) == ([], [], False)


@pytest.mark.parametrize("seed", range(6))
def test_attaching_counts_in_the_given_file_and_keeps_the_earlier_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    """Whatever texts are attached one after the other, the count is that of the last."""
    dice = random.Random(seed)
    site = a_site(tmp_path, SOURCES["in lines"].format(URL))
    before: list[str] = []
    for n in range(3):
        text = TEXT.format(dice.choice(["eight", "nine", "ten"]), dice.choice(["two", "three", "four"]))
        out = call(capsys, site, "attach", "f", str(plain(tmp_path, f"{n}.txt", text)))[1]
        found = int("eight crossings a day" in text)
        kept = f"the text of source 1, Lund Gazette, is kept: {found} of 1 quote found in it"
        assert out.splitlines()[0] == kept
        if text not in before and before:
            assert out.splitlines()[1] == "  the text that was known before is kept as an earlier version"
        before.append(text)
    kept_texts = {path.read_text(encoding="utf-8") for path in (site / "collected").glob("*.txt")}
    assert all(any(line in one for one in kept_texts) for line in before)


def test_a_newer_text_that_lacks_the_quote_is_a_changed_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = a_site(tmp_path, SOURCES["in lines"].format(URL))
    call(capsys, site, "attach", "f", str(plain(tmp_path, "old.txt", OLD)))
    out = call(capsys, site, "attach", "f", str(plain(tmp_path, "new.txt", NEW)))[1]
    assert out.splitlines() == [
        "the text of source 1, Lund Gazette, is kept: 0 of 1 quote found in it",
        "  the text that was known before is kept as an earlier version",
        "  the source of briefings/f.md has changed:",
        "        `eight crossings` is now `nine crossings`",
        "      rests on it: point: Eight a day.",
    ]
    assert reported(capsys, site) == ([CHANGED], ["briefings/f.md"], True)
