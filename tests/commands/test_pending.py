"""What imports asked stays in `status` until somebody has settled it, in a clone too; so do pending decisions."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import NOW, call, site_with_a_draft
from desk_site import Lists, desk_of

LONG = (
    "Divers have freed the lock gate of the inner basin, five days before the day that the port had named. Barges go "
    "through again from Monday, said the harbour office. A stone had jammed it since the high water of November.",
    "The night ferry to Vessby stays in the harbour until spring, because nobody has bid for the route. The county had "
    "offered nine million crowns a year and asked for four crossings a night, even in ice.",
    "A school in Emden has bought its own wind wheel and sells what it does not need to the bakery next door. The "
    "pupils read the meter on Fridays and print the figures on the paper bags.",
)
TWO = (
    "Lock gate freed\n\nDivers have freed the lock gate of the inner basin, five days early, and barges pass again.\n\n"
    "The port thanks the divers, who worked in the ice for nine days.\n"
)
UNSURE = (
    '{"run": "0123456789ab", "files": ["dump.txt"], "unsure": [{"path": "dump.txt", "line": 7, "probability": 0.48, '
    '"chosen": false, "before": "… ran until ten in the evening.", '
    '"after": "The bakery of Emden opens at five from now …"}]}\n'
)
"""The record of an import that was unsure of a place."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = site_with_a_draft(tmp_path / "site")
    (root / "briefings" / "a.md").unlink()
    return root


def waiting(capsys: pytest.CaptureFixture[str], site: Path, kind: str) -> list[dict[str, str]]:
    return list(json.loads(call(capsys, site, "status", "--json", "--kind", kind, *NOW)[1]))


def decide(site: Path, *lines: str) -> None:
    (site / "briefings" / "decisions.yaml").write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")


def import_two(capsys: pytest.CaptureFixture[str], site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    (site / "two.txt").write_text(TWO, encoding="utf-8")
    assert call(capsys, site, "import", "two.txt")[0] == 0


def test_a_decision_waits_until_its_file_is_imported_again(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_two(capsys, site, monkeypatch)
    decide(site, "{split: two.txt, line: 5}")
    [task] = waiting(capsys, site, "decision")
    assert task == {
        "kind": "decision",
        "path": "briefings/decisions.yaml",
        "line": 0,
        "message": "line 1: split two.txt at line 5: it takes effect when the file is imported again",
        "command": "briefings import two.txt",
    }
    call(capsys, site, *task["command"].split()[1:])
    assert waiting(capsys, site, "decision") == []
    assert len(list((site / "briefings").rglob("*.md"))) == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{split: two.txt, line: 900}", "split two.txt at line 900: there is no line 900 in the file"),
        ("{join: gone.txt, line: 3}", "join gone.txt at line 3: no import has read a file of this name"),
        ("{keep: 0123456789ab}", "keep 0123456789ab: no import has given this id"),
        ("{reject: 0123456789ab}", "reject 0123456789ab: no import has given this id"),
        ("{seen: nothing}", "seen nothing: no import has given this id"),
        ("{not_story: [lock-gate-freed, gone]}", "not_story: no brief is called `gone`"),
    ],
)
def test_a_decision_about_what_is_not_there_is_listed(
    line: str, message: str, site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_two(capsys, site, monkeypatch)
    decide(site, "{no_entity: Bridge Street}", line)
    assert [(task["message"], task["command"]) for task in waiting(capsys, site, "decision")] == [
        (f"line 2: {message}", "correct line 2 of briefings/decisions.yaml, or take it out")
    ]


def test_words_that_no_paragraph_has_are_listed_once_the_file_was_imported_with_them(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_two(capsys, site, monkeypatch)
    decide(site, "{split: two.txt, text: The harbour thanks}")
    assert [task["command"] for task in waiting(capsys, site, "decision")] == ["briefings import two.txt"]
    call(capsys, site, "import", "two.txt")
    assert [task["message"] for task in waiting(capsys, site, "decision")] == [
        "line 1: split two.txt at `The harbour thanks`: no paragraph starts with `The harbour thanks` in the file"
    ]


def test_a_rejected_brief_and_briefs_of_one_story_are_listed_until_they_are_gone(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import_two(capsys, site, monkeypatch)
    [path] = (site / "briefings").rglob("*.md")
    text = path.read_text(encoding="utf-8")
    identity = text.partition("imported:\n  id: ")[2].split()[0].strip('"')
    (site / "briefings" / "other.md").write_text("---\ntitle: Other\nstory: lock\n---\nWords.\n", encoding="utf-8")
    path.write_text(text.replace("slug:", "story: lock\nslug:", 1), encoding="utf-8")
    name = path.relative_to(site).as_posix()
    decide(site, f'{{reject: "{identity}"}}', f"{{not_story: [other, {path.stem}]}}")
    assert [task["message"] for task in waiting(capsys, site, "decision")] == [
        f"line 1: reject {identity}: its brief is still there",
        f"line 2: not_story: briefings/other.md and {name} have the story `lock`",
    ]
    path.unlink()
    assert [task["message"] for task in waiting(capsys, site, "decision")] == [
        f"line 2: not_story: no brief is called `{path.stem}`"
    ]


def import_copies(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    """Import a text and two parts of it that others have published, and leave a place unsure."""
    texts = ("\n".join(LONG), "\n".join(LONG[:2]), "\n".join(LONG[1:]))
    records = [
        {"title": "News of the coast", "outlet": f"Paper {n}", "date": "2026-03-03", "text": text}
        for n, text in enumerate(texts)
    ]
    path = site.parent / "wire.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    call(capsys, site, "import", str(path))
    with (site / "briefings" / "imports.jsonl").open("a", encoding="utf-8") as ledger:
        ledger.write(UNSURE)


def test_places_and_copies_stay_until_they_are_settled_in_a_clone_too(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_copies(capsys, site)
    places, copies = waiting(capsys, site, "place"), waiting(capsys, site, "copy")
    assert (len(places), len(copies)) == (1, 2)
    for folder in ("collected", ".cache"):
        shutil.rmtree(site / folder)
    assert (waiting(capsys, site, "place"), waiting(capsys, site, "copy")) == (places, copies)
    first = copies[0]["command"].partition(",")[0].split()[1:]
    assert call(capsys, site, *first, "--dry-run")[0] == 0
    assert waiting(capsys, site, "copy") == copies
    assert call(capsys, site, *first)[0] == 0
    assert waiting(capsys, site, "copy") == copies[1:]
    call(capsys, site, "imports", "settle", "--kind", "copy")
    call(capsys, site, "imports", "settle", "--kind", "place")
    assert (waiting(capsys, site, "place"), waiting(capsys, site, "copy")) == ([], [])


def test_an_unsure_place_is_settled_by_a_decision_about_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "imports.jsonl").write_text(UNSURE, encoding="utf-8")
    [task] = waiting(capsys, site, "place")
    assert task["path"] == "dump.txt"
    assert task["message"] == (
        "line 7 is not taken as the start of an article (52% sure): The bakery of Emden opens at five from now …"
    )
    assert task["command"].endswith(", or decide `split: dump.txt, line: 7`")
    for decision in ("{join: dump.txt, line: 7}", "{split: dump.txt, text: The bakery of Emden}"):
        decide(site, decision)
        assert waiting(capsys, site, "place") == []
    decide(site, "{join: other.txt, line: 7}")
    assert len(waiting(capsys, site, "place")) == 1


def test_what_was_not_taken_is_listed_until_somebody_has_looked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = site.parent / "bad.jsonl"
    bad.write_text('{"title": "No text", "url": "https://q.example/2"}\n', encoding="utf-8")
    refused = json.loads(call(capsys, site, "import", str(bad), "--json")[1])["refused"]
    [task] = waiting(capsys, site, "refused")
    assert task["message"] == f"was not taken: {refused[0]['why']}"
    ledger = (site / "briefings" / "imports.jsonl").read_bytes()
    call(capsys, site, "import", str(bad))
    assert (site / "briefings" / "imports.jsonl").read_bytes() == ledger
    assert call(capsys, site, *task["command"].split()[1:])[0] == 0
    assert waiting(capsys, site, "refused") == []


def test_only_what_waits_can_be_settled(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = call(capsys, site, "imports", "settle", "0123456789ab")
    assert (status, err) == (
        2,
        "briefings: nothing is pending under the id `0123456789ab`\n"
        "  help: `briefings status` lists the ids, each with its command\n",
    )


def test_the_desk_shows_the_same_and_its_button_settles_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_copies(capsys, site)
    shutil.rmtree(site / ".cache")
    decide(site, "{split: d.txt, line: 9000}")
    desk = desk_of(site)
    groups = {group["key"]: group for group in Lists(desk, "today").items}
    [decision] = groups["decision"]["tasks"]
    assert "split d.txt at line 9000: no import has read a file of this name" in decision["message"]
    copies = Lists(desk, "copies")
    assert len(copies.items) == groups["copy"]["count"]
    identity = waiting(capsys, site, "copy")[0]["command"].partition(",")[0].split()[-1]
    assert identity in [copy["id"] for copy in copies.items]
    assert copies.press("seen", id=identity)["problems"] == []
    assert identity not in [copy["id"] for copy in copies.items]
