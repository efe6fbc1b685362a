"""A ledger in many files: imports, undo, redo and merged branches end in the state of a ledger that is one file."""

import shutil
from pathlib import Path

import pytest
from import_states import bring, empty_site, state
from test_imports_in_any_order import ARTICLES
from test_imports_in_branches import ARTICLES as OF_BRANCHES
from test_imports_in_branches import LATER, git
from test_imports_in_branches import PORTIONS as BY_BRANCH

from annotated_briefings.importer.operations.redo import redo_import
from annotated_briefings.importer.operations.undo import list_imports, undo_import
from annotated_briefings.intake.ledger import without_number
from annotated_briefings.storage import ledger as module

pytestmark = pytest.mark.slow

PORTIONS = ([0, 5, 10], [1, 6, 11, 13], [2, 3, 4, 12], [7, 14])


def parts(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "briefings").glob("imports*.jsonl"))


def worked_on(site: Path) -> tuple[object, ...]:
    """What a site has after imports, one of which is taken back twice and made again once."""
    empty_site(site, ARTICLES)
    for portion in PORTIONS:
        bring(site, portion)
    undo_import(site)
    undone = state(site)
    redo_import(site)
    redone = state(site)
    undo_import(site)
    bring(site, [8], again=True)
    return undone, redone, state(site), [one.written for one in list_imports(site)]


def test_imports_undo_and_redo_are_the_same_over_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = worked_on(tmp_path / "one")
    monkeypatch.setattr(module, "FULL", 2000)
    assert worked_on(tmp_path / "many") == one
    assert parts(tmp_path / "one") == ["imports.jsonl"]
    assert len(parts(tmp_path / "many")) > 4


def test_branches_that_begin_the_same_file_or_cut_one_merge_without_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = empty_site(tmp_path / "site", OF_BRANCHES)
    bring(site, [LATER])
    ledger = site / "briefings" / "imports.jsonl"
    # As an earlier version wrote it.
    ledger.write_text("".join(f"{text}\n" for text in map(without_number, ledger.read_text().split("\n")[:-1])))
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Begin")
    shutil.copytree(site, tmp_path / "together")
    monkeypatch.setattr(module, "FULL", 200)
    for branch, largest in (("left", 400), ("right", 1 << 30)):
        monkeypatch.setattr(module, "_CUT", largest)
        git(site, "checkout", "-q", "-b", branch, "main")
        bring(site, BY_BRANCH[branch])
        assert len(parts(site)) > 1
        git(site, "add", "-A")
        git(site, "commit", "-qm", "Import")
    git(site, "merge", "-q", "-m", "Merge", "left")
    bring(site, range(len(OF_BRANCHES)))
    bring(tmp_path / "together", range(len(OF_BRANCHES)))
    assert state(site) == state(tmp_path / "together")
    numbers = [line.number for line in module.open_ledger(site).lines()]
    assert numbers == sorted(numbers)
