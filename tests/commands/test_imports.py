"""`briefings imports`: what imports made, and an import taken back; `import --again` brings articles back."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import call, site_with_a_draft

from annotated_briefings.importer.operations import undo
from annotated_briefings.importer.operations.undo import undo_import
from annotated_briefings.storage.ledger import append_to_ledger

Capsys = pytest.CaptureFixture[str]
LOCK = (
    "Divers have freed the lock gate of the inner basin, five days before the day that the port had named. Barges go "
    "through again from Monday, said the harbour office. A stone had jammed it since the high water of November."
)
FERRY = (
    "The night ferry to Vessby stays in the harbour until spring, because nobody has bid for the route. The county had "
    "offered nine million crowns a year and asked for four crossings a night, even in ice."
)
OTHER = (
    "A school in Emden has bought its own wind wheel and sells what it does not need to the bakery next door. The "
    "pupils read the meter on Fridays and print the figures on the paper bags."
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path / "site")


def record(title: str, text: str, number: int) -> str:
    return (
        json.dumps({"title": title, "url": f"https://wire.example/{number}", "date": "2026-03-03", "text": text}) + "\n"
    )


def wire(site: Path, name: str, *lines: str) -> str:
    path = site.parent / name
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def first(site: Path) -> str:
    return wire(site, "a.jsonl", record("Lock gate freed", LOCK, 1), record("Night ferry stays", FERRY, 2))


ROAD = {"title": "Lock gate freed", "url": "https://wire.example/1", "date": "2026-03-03"}
COPY = {"title": "Gate is free", "outlet": "Mirror", "url": "https://mirror.example/1", "date": "2026-03-01"}


def edit(site: Path) -> None:
    brief = site / "briefings" / "2026" / "lock-gate-freed.md"
    brief.write_text(brief.read_text("utf-8").replace("Barges go through", "Ships go through"), "utf-8")


def delete(site: Path) -> None:
    (site / "briefings" / "2026" / "lock-gate-freed.md").unlink()


def with_other_line_ends(site: Path) -> None:
    brief = site / "briefings" / "2026" / "lock-gate-freed.md"
    brief.write_bytes(b"\xef\xbb\xbf" + brief.read_bytes().replace(b"\n", b"\r\n"))


def with_a_note_beside(site: Path) -> None:
    edit(site)
    (site / "briefings" / "2026" / "lock-gate-freed.incoming.md").write_text("A note of ours.\n", "utf-8")


def without_originals(site: Path) -> None:
    shutil.rmtree(site / "collected")


def with_an_empty_folder(site: Path) -> None:
    undo_import(site)
    (site / "briefings" / "2026").mkdir()


LATER: dict[str, tuple[Callable[[Path], object] | None, dict[str, str], list[str]]] = {
    "a deleted draft again": (delete, ROAD | {"text": LOCK}, ["--again"]),
    "what was taken back, again": (undo_import, ROAD | {"text": LOCK}, ["--again"]),
    "what was taken back, into an empty folder": (with_an_empty_folder, ROAD | {"text": LOCK}, ["--again"]),
    "an earlier copy": (None, COPY | {"text": LOCK}, []),
    "a copy of an edited brief": (edit, COPY | {"text": LOCK}, []),
    "a fuller copy": (None, COPY | {"text": LOCK + " " + OTHER}, []),
    "a copy of a draft with other line ends": (with_other_line_ends, COPY | {"text": LOCK}, []),
    "a version of a draft with other line ends": (with_other_line_ends, ROAD | {"text": LOCK + " " + OTHER}, []),
    "a version": (None, ROAD | {"text": LOCK.replace("five", "six")}, []),
    "a version that is merged": (edit, ROAD | {"text": LOCK + "\n" + OTHER}, []),
    "a version that cannot be merged": (edit, ROAD | {"text": LOCK.replace("Barges", "Rafts")}, []),
    "a version over a note": (with_a_note_beside, ROAD | {"text": LOCK.replace("Barges", "Rafts")}, []),
    "a version without the originals": (without_originals, ROAD | {"text": LOCK.replace("five", "six")}, []),
    "a public copy": (None, COPY | {"text": LOCK}, ["--publish"]),
}
"""What an editor does after an import, the article that a later import brings, and its options."""


@pytest.mark.parametrize("kind", LATER)
def test_any_import_is_taken_back_byte_for_byte(kind: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    between, article, options = LATER[kind]
    call(capsys, site, "import", first(site))
    if between:
        between(site)
    before, pending = tree(site), call(capsys, site, "status", "--json")[1]
    ledger = (site / "briefings" / "imports.jsonl").read_text("utf-8")
    call(capsys, site, "import", wire(site, "b.jsonl", json.dumps(article) + "\n"), *options)
    assert tree(site) != before
    taken = json.loads(call(capsys, site, "imports", "undo", "--json")[1])
    assert (taken["id"] in ledger, taken["kept"]) == (False, [])
    assert tree(site) == before
    after = (site / "briefings" / "imports.jsonl").read_text("utf-8")
    assert after.startswith(ledger)
    assert json.loads(after.splitlines()[-1])["undo"] == taken["id"]
    assert call(capsys, site, "status", "--json")[1] == pending


def tree(site: Path) -> dict[str, bytes]:
    kept = (p for p in sorted(site.rglob("*")) if ".cache" not in p.parts and p.name != "imports.jsonl")
    return {p.relative_to(site).as_posix(): p.read_bytes() if p.is_file() else b"" for p in kept}


def run_id(capsys: pytest.CaptureFixture[str], site: Path) -> str:
    return str(json.loads(call(capsys, site, "imports", "list", "--json")[1])[-1]["id"])


def test_an_import_of_untouched_drafts_is_taken_back_byte_for_byte(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(site)
    call(capsys, site, "import", first(site))
    after = tree(site)
    run = run_id(capsys, site)
    planned = call(capsys, site, "imports", "undo", "--dry-run")
    assert planned[1].splitlines()[0] == f"would take back the import {run} of a.jsonl"
    assert tree(site) == after
    status, out, err = call(capsys, site, "imports", "undo")
    assert (status, err) == (0, "")
    assert out == (
        f"took back the import {run} of a.jsonl\n"
        "  deleted briefings/2026/lock-gate-freed.md\n"
        "  deleted briefings/2026/night-ferry-stays.md\n"
        "  2 articles stay away; to have them again:\n"
        "    `briefings imports redo`, or `briefings import --again FILE`\n"
    )
    assert tree(site) == before
    [row] = json.loads(call(capsys, site, "imports", "list", "--json")[1])
    assert row.pop("time").endswith("Z")
    assert row == {
        "id": run,
        "files": ["a.jsonl"],
        "written": ["briefings/2026/lock-gate-freed.md", "briefings/2026/night-ferry-stays.md"],
        "updated": [],
        "rejected": [],
        "copies": 0,
        "refused": 0,
        "undone": True,
        "kept": [],
    }
    assert call(capsys, site, "imports", "undo")[0] == 1


def test_what_an_editor_touched_stays_and_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, site, "import", first(site))
    edited = site / "briefings" / "2026" / "lock-gate-freed.md"
    edited.write_text(edited.read_text("utf-8").replace("title: Lock", "title: The lock"), "utf-8")
    mine = edited.read_bytes()
    done = json.loads(call(capsys, site, "imports", "undo", "--json")[1])
    assert done["deleted"] == ["briefings/2026/night-ferry-stays.md"]
    assert done["kept"] == [{"path": "briefings/2026/lock-gate-freed.md", "why": "edited since"}]
    assert edited.read_bytes() == mine
    assert len(list((site / "collected").glob("*.txt"))) == 1
    # The article of the brief that stayed is known as before.
    again = json.loads(call(capsys, site, "import", first(site), "--json")[1])
    assert (again["created"], [one["brief"] for one in again["gone"]]) == ([], ["briefings/2026/night-ferry-stays.md"])


def test_undo_gives_an_updated_brief_the_text_it_had_before(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, site, "import", first(site))
    brief = site / "briefings" / "2026" / "lock-gate-freed.md"
    brief.write_text(brief.read_text("utf-8").replace("title: Lock", "title: The lock"), "utf-8")
    before = tree(site)
    newer = wire(site, "b.jsonl", record("Lock gate freed", LOCK + " The stone is now in the town museum.", 1))
    done = json.loads(call(capsys, site, "import", newer, "--json")[1])
    assert done["updated"] == ["briefings/2026/lock-gate-freed.md"]
    taken = json.loads(call(capsys, site, "imports", "undo", "--json")[1])
    assert (taken["restored"], taken["kept"]) == (["briefings/2026/lock-gate-freed.md"], [])
    assert tree(site) == before
    # The earlier text is the known one again, and the newer one does not come back by itself.
    again = json.loads(call(capsys, site, "import", newer, "--json")[1])
    assert (again["updated"], [one["why"] for one in again["gone"]]) == ([], ["undone"])
    assert json.loads(call(capsys, site, "import", newer, "--again", "--json")[1])["updated"] == [
        "briefings/2026/lock-gate-freed.md"
    ]


def test_an_older_import_can_be_named_and_later_ones_stay(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, site, "import", first(site))
    run = run_id(capsys, site)
    call(capsys, site, "import", wire(site, "b.jsonl", record("School buys wind wheel", OTHER, 3)))
    call(capsys, site, "imports", "undo", run)
    assert sorted(p.name for p in (site / "briefings" / "2026").iterdir()) == ["school-buys-wind-wheel.md"]
    status, _, err = call(capsys, site, "imports", "undo", "nothing")
    assert (status, err) == (
        1,
        "briefings/imports.jsonl: error[nothing-to-undo]: no import has the id `nothing`\n"
        "  help: `briefings imports list` shows the imports with their ids\n",
    )


def test_a_deleted_draft_stays_deleted_until_it_is_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = first(site)
    call(capsys, site, "import", source)
    brief = site / "briefings" / "2026" / "lock-gate-freed.md"
    written = brief.read_bytes()
    brief.unlink()
    _, out, _ = call(capsys, site, "import", source)
    assert not brief.exists()
    assert "a.jsonl#1, whole: `Lock gate freed`; briefings/2026/lock-gate-freed.md was deleted\n" in out
    assert f"to have it again: briefings import --again {source}\n" in out
    done = json.loads(call(capsys, site, "import", "--again", source, "--json")[1])
    assert (done["created"], done["gone"]) == (["briefings/2026/lock-gate-freed.md"], [])
    assert brief.read_bytes() == written
    assert json.loads(call(capsys, site, "import", source, "--json")[1])["gone"] == []


def test_a_brief_that_was_moved_is_not_gone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = first(site)
    call(capsys, site, "import", source)
    (site / "briefings" / "2026" / "lock-gate-freed.md").rename(site / "briefings" / "gate.md")
    done = json.loads(call(capsys, site, "import", "--again", source, "--json")[1])
    assert (done["created"], done["gone"]) == ([], [])


def test_an_import_that_brings_nothing_new_writes_no_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = first(site)
    call(capsys, site, "import", source)
    ledger = (site / "briefings" / "imports.jsonl").read_bytes()
    call(capsys, site, "import", source)
    assert (site / "briefings" / "imports.jsonl").read_bytes() == ledger


def test_an_undo_that_cannot_delete_everything_takes_nothing_back(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call(capsys, site, "import", first(site))
    before, ledger = tree(site), (site / "briefings" / "imports.jsonl").read_bytes()

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device", str(site / "briefings" / "imports.jsonl"))

    monkeypatch.setattr("annotated_briefings.importer.operations.undo.append_to_ledger", refused)
    status, out, err = call(capsys, site, "imports", "undo")
    assert (status, out) == (1, "")
    assert "cannot be written" in err
    assert tree(site) == before
    assert (site / "briefings" / "imports.jsonl").read_bytes() == ledger


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the command is ended in a process of its own")
def test_a_killed_undo_is_completed_by_the_next_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ended before each file that it deletes and each line that it writes, in turn."""
    before = tree(site)
    call(capsys, site, "import", first(site))
    shutil.copytree(site, site.parent / "whole")
    for steps in range(8):
        shutil.rmtree(site)
        shutil.copytree(site.parent / "whole", site)
        child = os.fork()
        if not child:
            try:
                undo_and_die(site, steps)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        undo_import(site)
        assert tree(site) == before
        assert [one["undone"] for one in json.loads(call(capsys, site, "imports", "list", "--json")[1])] == [True]


def undo_and_die(site: Path, steps: int) -> None:
    left = [steps]
    unlink, add = Path.unlink, append_to_ledger

    def step() -> None:
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)

    def deadly_unlink(path: Path, missing_ok: bool = False) -> None:
        step()
        unlink(path, missing_ok)

    def deadly_add(root: Path, text: str) -> None:
        step()
        add(root, text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", deadly_unlink)
        patch.setattr(undo, "append_to_ledger", deadly_add)
        undo.undo_import(site)


@pytest.mark.parametrize(
    "later",
    [
        {"outlet": "Mirror", "url": "https://mirror.example/1", "text": LOCK},
        {"url": "https://wire.example/1", "date": "2026-03-04", "text": LOCK.replace("Monday", "Tuesday")},
        {"outlet": "Mirror", "url": "https://mirror.example/1", "text": LOCK.partition("Barges")[0].strip()},
    ],
    ids=["copy", "version", "excerpt"],
)
def test_an_import_on_which_a_later_one_rests_is_taken_back_after_it(
    later: dict[str, str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(site)
    call(capsys, site, "import", first(site))
    old = run_id(capsys, site)
    wire(site, "b.jsonl", json.dumps({"title": "Lock gate freed"} | later) + "\n")
    call(capsys, site, "import", str(site.parent / "b.jsonl"))
    new = run_id(capsys, site)
    assert new != old
    both = tree(site)
    assert call(capsys, site, "imports", "undo", old) == (
        1,
        "",
        "briefings/imports.jsonl: error[nothing-to-undo]: "
        f"the import `{old}` cannot be taken back, because `{new}` added to its briefs\n"
        f"  help: take the later ones back first: `briefings imports undo {new}`; nothing was changed\n",
    )
    assert tree(site) == both
    for one in (new, old):
        assert call(capsys, site, "imports", "undo", one)[0] == 0
    assert tree(site) == before


def identity(site: Path, name: str) -> str:
    text = (site / "briefings" / "2026" / name).read_text("utf-8")
    return text.partition("imported:\n  id: ")[2].split()[0].strip("\"'")


def test_the_untouched_draft_of_a_rejected_article_goes_and_nothing_comes_back(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = first(site)
    copy = wire(site, "copy.jsonl", json.dumps(COPY | {"date": "2026-03-04", "text": LOCK}) + "\n")
    call(capsys, site, "import", source, copy)
    before = tree(site)
    brief = "briefings/2026/lock-gate-freed.md"
    rejected = identity(site, "lock-gate-freed.md")
    planned = call(capsys, site, "imports", "reject", brief, "--dry-run")
    assert planned == (0, f"would reject {brief}\n  would delete {brief}\n", "")
    assert tree(site) == before
    status, out, err = call(capsys, site, "imports", "reject", brief)
    run = run_id(capsys, site)
    assert (status, err) == (0, "")
    assert out == (
        f"rejected {brief}\n  deleted {brief}\n  to have them again: `briefings imports undo {run}`, "
        "and take the decision out of briefings/decisions.yaml\n"
    )
    assert not (site / brief).exists()
    assert json.loads(call(capsys, site, "status", "--json", "--kind", "decision")[1]) == []
    row = json.loads(call(capsys, site, "imports", "list", "--json")[1])[-1]
    assert (row["files"], row["written"], row["rejected"]) == (["briefings/decisions.yaml"], [], [brief])
    listed = call(capsys, site, "imports", "list")[1].splitlines()
    assert listed[-2] == "              0 briefs written, 1 rejected brief removed"
    # Neither it nor its copy, nor a later version of it, comes again.
    version = wire(site, "v.jsonl", json.dumps(ROAD | {"date": "2026-03-05", "text": LOCK + " " + FERRY}) + "\n")
    for options in ((), ("--again",)):
        done = json.loads(call(capsys, site, "import", source, copy, version, "--json", *options)[1])
        assert (done["created"], done["updated"]) == ([], [])
        rest = f"; to have it, take `reject: {rejected}` out of briefings/decisions.yaml and import it again"
        assert [one["why"] for one in done["refused"]] == [
            f"an editor rejected it: `Lock gate freed`{rest}",
            f"an editor rejected it: `Gate is free`{rest}",
            f"an editor rejected {'it' if options else 'its earlier version'}: `Lock gate freed`{rest}",
        ]
    # The decision taken out again, all of it may come.
    (site / "briefings" / "decisions.yaml").unlink()
    assert json.loads(call(capsys, site, "import", source, "--json")[1])["created"] == [brief]


def test_a_reject_decision_takes_effect_with_any_import_and_can_be_taken_back(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, site, "import", first(site))
    (site / "briefings" / "decisions.yaml").write_text(
        f"- {{reject: '{identity(site, 'night-ferry-stays.md')}'}}\n", "utf-8"
    )
    [task] = json.loads(call(capsys, site, "status", "--json", "--kind", "decision")[1])
    assert task["command"] == (
        "briefings imports reject briefings/2026/night-ferry-stays.md; delete it if it was edited, or take line 1 out "
        "of briefings/decisions.yaml"
    )
    before = tree(site)
    out = call(capsys, site, "import", wire(site, "b.jsonl", record("School buys wind wheel", OTHER, 3)))[1]
    assert "  removed briefings/2026/night-ferry-stays.md, an unedited draft: an editor rejected it\n" in out
    assert sorted(p.name for p in (site / "briefings" / "2026").iterdir()) == [
        "lock-gate-freed.md",
        "school-buys-wind-wheel.md",
    ]
    call(capsys, site, "imports", "undo")
    assert tree(site) == before


def test_a_public_brief_that_nobody_has_edited_goes_when_its_article_is_rejected_and_comes_back(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, site, "import", "--publish", first(site))
    brief, other = "briefings/2026/lock-gate-freed.md", "briefings/2026/night-ferry-stays.md"
    before = tree(site)
    planned = call(capsys, site, "imports", "reject", brief, "--dry-run")
    assert planned == (0, f"would reject {brief}\n  would delete {brief}, which was public\n", "")
    status, out, err = call(capsys, site, "imports", "reject", brief)
    assert (status, err) == (0, "")
    assert out == (
        f"rejected {brief}\n  deleted {brief}, which was public\n  to have them again: `briefings imports undo "
        f"{run_id(capsys, site)}`, and take the decision out of briefings/decisions.yaml\n"
    )
    call(capsys, site, "imports", "undo")
    (site / "briefings" / "decisions.yaml").unlink()
    assert tree(site) == before
    # A decision that somebody wrote by hand takes effect with the next import, whether that one publishes or not.
    (site / "briefings" / "decisions.yaml").write_text(f"- {{reject: {identity(site, Path(other).name)}}}\n", "utf-8")
    new = wire(site, "b.jsonl", record("School buys wind wheel", OTHER, 3))
    out = call(capsys, site, "import", new, "--dry-run")[1]
    assert f"  would remove {other}, a public brief that nobody had edited: an editor rejected it\n" in out
    done = json.loads(call(capsys, site, "import", new, "--json")[1])
    assert (done["rejected"], done["unpublished"]) == ([other], [other])


def test_an_edited_brief_stays_when_its_article_is_rejected(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, site, "import", first(site))
    edit(site)
    before = tree(site)
    name = identity(site, "lock-gate-freed.md")
    assert call(capsys, site, "imports", "reject", name) == (
        0,
        f"rejected {name}\n  kept briefings/2026/lock-gate-freed.md, which was edited: delete it by hand\n",
        "",
    )
    assert {k: v for k, v in tree(site).items() if k != "briefings/decisions.yaml"} == before
    [task] = json.loads(call(capsys, site, "status", "--json", "--kind", "decision")[1])
    assert task["message"] == f"line 1: reject {name}: its brief is still there"
    assert call(capsys, site, "imports", "reject", "nothing") == (
        1,
        "",
        "briefings/imports.jsonl: error[refused-change]: no import has brought an article that is called `nothing`\n"
        "  help: give the path of a draft, or an id of `imported:` in one\n",
    )


@pytest.mark.parametrize(
    ("code", "line", "day"), [("de", "lang: de\n", "2026-04-05"), ("en-US", "lang: en-US\n", "2026-05-04")]
)
def test_the_language_that_an_editor_names_is_that_of_all_articles(
    capsys: Capsys, site: Path, code: str, line: str, day: str
) -> None:
    one = {"title": "Lock gate freed", "date": "05/04/2026", "language": "fr", "text": LOCK}
    assert call(capsys, site, "import", "--lang", code, wire(site, "a.jsonl", json.dumps(one)))[0] == 0
    brief = next((site / "briefings").rglob("lock-gate-freed.md")).read_text("utf-8")
    assert line in brief
    assert f"date: {day}" in brief


def test_the_language_of_the_site_needs_no_line(capsys: Capsys, site: Path) -> None:
    call(
        capsys,
        site,
        "import",
        "--lang",
        "en",
        wire(site, "a.jsonl", json.dumps({"title": "Lock gate freed", "text": LOCK})),
    )
    assert "lang:" not in next((site / "briefings").rglob("lock-gate-freed.md")).read_text("utf-8")


def test_what_is_no_code_of_a_language_is_refused(capsys: Capsys, site: Path) -> None:
    code, _, err = call(capsys, site, "import", "--lang", "german?", first(site))
    assert code == 2
    assert "`german?` is no code of a language\n  help: write a code such as en, de or pt-BR" in err
