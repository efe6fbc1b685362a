"""An import that was taken back is made again, unless something has changed since."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotated_briefings.cli.main import main
from annotated_briefings.importer.operations.redo import can_be_redone, redo_import
from annotated_briefings.importer.operations.undo import list_imports, undo_import
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.preview.steps import step_back, step_forward
from annotated_briefings.storage.journal import recorded

TEXT = "The lock of Vessby is shut until Friday, the keeper said. Forty barges wait below it, and two ferries."


def taken(site: Path) -> str:
    """A site with an import; its id."""
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    record = {"title": "The lock is shut", "outlet": "Quay", "text": TEXT}
    (site / "wire.json").write_text(json.dumps([record]), encoding="utf-8")
    return run_import(ImportRequest(site, (site / "wire.json",))).run


def drafts(site: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in site.rglob("briefings/**/*.md")}


def write_there(site: Path) -> None:
    (site / "briefings/undated").mkdir(parents=True, exist_ok=True)
    (site / "briefings/undated/the-lock-is-shut.md").write_text("Ours.\n", encoding="utf-8")


def import_again(site: Path) -> None:
    run_import(ImportRequest(site, (site / "wire.json",), again=True))


def lose_cache(site: Path) -> None:
    for file in (site / ".cache/imports-undone").iterdir():
        file.unlink()


def leave_site(site: Path) -> None:
    [file] = (site / ".cache/imports-undone").iterdir()
    data = json.loads(file.read_text(encoding="utf-8"))
    data["swaps"][0]["path"] = "../elsewhere.md"
    file.write_text(json.dumps(data), encoding="utf-8")


def test_what_was_taken_back_is_made_again(tmp_path: Path) -> None:
    run = taken(tmp_path)
    before = drafts(tmp_path)
    assert not can_be_redone(tmp_path, run)
    for _ in range(2):
        assert undo_import(tmp_path, run).diagnostics == ()
        assert drafts(tmp_path) == {}
        assert can_be_redone(tmp_path, run)
        assert redo_import(tmp_path, run, at="2026-12-01T00:00:00Z").diagnostics == ()
        assert drafts(tmp_path) == before
        assert not list_imports(tmp_path)[0].undone
    assert run_import(ImportRequest(tmp_path, (tmp_path / "wire.json",))).created == ()


def test_several_imports_of_one_text_are_taken_back_and_made_again_in_their_order(tmp_path: Path) -> None:
    """What the second one changed of the articles of the first does not keep it from being made again."""
    runs = [taken(tmp_path)]
    for outlet, more in (("Gazette", " The keeper waits for a part."), ("Mirror", "")):
        record = {"title": "The lock is shut", "outlet": outlet, "text": f"{TEXT}{more}", "date": "2026-03-02"}
        file = tmp_path / f"{outlet}.json"
        file.write_text(json.dumps([record]), encoding="utf-8")
        runs.append(run_import(ImportRequest(tmp_path, (file,))).run)
    before = drafts(tmp_path)
    for run in reversed(runs):
        assert undo_import(tmp_path, run).diagnostics == ()
    assert drafts(tmp_path) == {}
    for run in runs:
        assert redo_import(tmp_path, run, at="2026-12-01T00:00:00Z").diagnostics == ()
    assert drafts(tmp_path) == before


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (write_there, "has been edited since"),
        (import_again, "were imported again since"),
        (lose_cache, "is not kept here"),
        (leave_site, "is not kept here"),
    ],
)
def test_an_import_is_not_made_again_over_something_newer(
    tmp_path: Path, change: Callable[[Path], None], expected: str
) -> None:
    run = taken(tmp_path)
    undo_import(tmp_path, run)
    change(tmp_path)
    before = drafts(tmp_path), (tmp_path / "briefings/imports.jsonl").read_text(encoding="utf-8")
    [one] = redo_import(tmp_path, run).diagnostics
    assert expected in one.message
    assert before == (drafts(tmp_path), (tmp_path / "briefings/imports.jsonl").read_text(encoding="utf-8"))


def test_a_step_of_the_desk_with_an_import_is_redone(tmp_path: Path) -> None:
    with recorded(tmp_path, "", "split an article", ("briefings/decisions.yaml",)) as step:
        step.runs.append(taken(tmp_path))
    before = drafts(tmp_path)
    assert step_back(tmp_path, "").what == "split an article"
    assert drafts(tmp_path) == {}
    done = step_forward(tmp_path, "")
    assert (done.what, done.found) == ("split an article", ())
    assert any(path.endswith(".md") for path in done.changed)
    assert drafts(tmp_path) == before
    assert step_back(tmp_path, "").found == ()
    lose_cache(tmp_path)
    assert [one.code for one in step_forward(tmp_path, "").found] == ["nothing-to-undo"]
    assert drafts(tmp_path) == {}


def test_the_command_brings_the_last_one_back_and_says_what_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def reported_by(*words: str) -> tuple[int, str, str]:
        status = main(["--site", str(tmp_path), "imports", *words])
        out = capsys.readouterr()
        return status, out.out, out.err

    none = "briefings/imports.jsonl: error[nothing-to-undo]: no import was taken back\n"
    remedy = "  help: `briefings imports list` shows them all\n"
    run = taken(tmp_path)
    capsys.readouterr()
    assert reported_by("redo") == (1, "", none + remedy)
    before = drafts(tmp_path)
    assert reported_by("undo")[0] == 0
    paths = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "briefings").rglob("*.md")]
    assert paths == []
    dry = reported_by("redo", "--dry-run")[1].splitlines()
    assert dry[0] == f"would bring back the import {run}"
    assert drafts(tmp_path) == {}
    status, out, _ = reported_by("redo", "--json")
    made = json.loads(out)
    assert (status, made["id"], [f"  {path}" for path in made["changed"]]) == (0, run, dry[1:])
    assert drafts(tmp_path) == before
    assert reported_by("redo", run)[2] == (
        f"briefings/imports.jsonl: error[nothing-to-undo]: what the import `{run}` had written is not kept here\n"
        "  help: import its files again\n"
    )
