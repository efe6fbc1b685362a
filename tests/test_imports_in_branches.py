"""Imports in branches of a git history, merged and imported once more, end as if all had come at once."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from import_states import bring, brought, empty_site, record, state

from annotated_briefings.importer.operations.undo import undo_import
from annotated_briefings.importer.recorded import history_of
from annotated_briefings.intake.history.branches import last_imports, not_compared
from annotated_briefings.intake.history.lines import History, ImportRun, Undo

pytestmark = pytest.mark.slow

GATE = "Divers freed the gate of the old lock at Ostmark on Tuesday, {0} days after a stone had jammed it."
BARGES = "The first barges went through again in the evening, and the harbour office expects {0} more on Friday."
ARTICLES = (
    record("Courier", "Gate freed", "2026-03-03", GATE.format(11), BARGES.format(40)),
    record("Gazette", "Lock open again", "2026-03-02", GATE.format(11), BARGES.format(40)),
    record(
        "Mirror",
        "Lock open again",
        "2026-03-04",
        "The road to Lund is closed for two weeks for paint works.",
    ),
    record("Post", "Fees rise", "2026-03-05", "The harbour board of Vess raises its mooring fees by 60 crowns in May."),
    record("Echo", "Bells ring", "2026-03-06", "The bells of Hamm ring again at noon after a pause of three winters."),
)
"""Two copies under other headlines, an article with the headline of one of them, and two that have nothing to do with
the others."""
PORTIONS = {"left": [0, 3], "right": [1, 2]}
LATER = 4
"""An article that no branch has imported."""


def git(site: Path, *words: str) -> None:
    names = ("-c", "user.name=Editor", "-c", "user.email=editor@desk.example")
    subprocess.run(["git", *names, "-C", str(site), *words], check=True, capture_output=True)


def merged(site: Path, ours: str) -> Path:
    """A site whose two branches have imported portions of the articles, merged into one of them."""
    empty_site(site, ARTICLES)
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "Begin")
    for branch, portion in PORTIONS.items():
        git(site, "checkout", "-q", "-b", branch, "main")
        bring(site, portion)
        git(site, "add", "-A")
        git(site, "commit", "-qm", "Import")
    (theirs,) = PORTIONS.keys() - {ours}
    git(site, "checkout", "-q", ours)
    git(site, "merge", "-q", "-m", "Merge", theirs)
    return site


@pytest.mark.parametrize("ours", PORTIONS)
@pytest.mark.parametrize("then", [[0, 1, 2, 3], [LATER]], ids=["the files again", "another article"])
def test_merged_branches_end_in_the_state_of_one_import(tmp_path: Path, ours: str, then: Sequence[int]) -> None:
    site = merged(tmp_path / "site", ours)
    assert not_compared(history_of(site))
    bring(site, then)
    assert not not_compared(history_of(site))
    assert state(site) == brought(tmp_path / "together", ARTICLES, [sorted({0, 1, 2, 3, *then})])


def test_merged_branches_whose_texts_are_not_here_wait_for_the_files(tmp_path: Path) -> None:
    site = merged(tmp_path / "site", "left")
    shutil.rmtree(site / "collected")
    bring(site, [LATER])
    assert not_compared(history_of(site))
    bring(site, range(LATER))
    assert not not_compared(history_of(site))
    assert set(state(site)[0]) == set(brought(tmp_path / "together", ARTICLES, [range(len(ARTICLES))])[0])


def test_when_the_import_that_put_branches_together_is_taken_back_the_next_one_does_it(tmp_path: Path) -> None:
    site = merged(tmp_path / "site", "left")
    bring(site, [LATER])
    undo_import(site)
    assert not_compared(history_of(site))
    bring(site, range(LATER))
    assert state(site)[0] == brought(tmp_path / "together", ARTICLES, [range(LATER)])[0]


def history(*runs: str, undone: str = "") -> History:
    """Imports in the order of a ledger, as `import<earlier,earlier`; without `<` the line does not say."""
    parts = [run.partition("<") for run in runs]
    some = tuple(
        ImportRun(name, after=tuple(filter(None, after.split(","))) if sep else None) for name, sep, after in parts
    )
    return History(some, (Undo(undone),) if undone else ())


@pytest.mark.parametrize(
    ("found", "other", "after"),
    [
        (history(), "", ()),
        (history("a<", "b<a", "c<b"), "", ("c",)),
        (history("a", "b", "c"), "", ("c",)),
        (history("a", "b", "c<b"), "", ("c",)),
        (history("a<", "b<"), "a", ("b", "a")),
        (history("a<", "b<a", "c<b", "x<a"), "bc", ("x", "c")),
        (history("a<", "b<", "c<b,a"), "", ("c",)),
        (history("a<", "b<", "c<b,a", undone="c"), "a", ("c", "a")),
        (history("a<", "b<", "c<b", "d<c,a"), "", ("d",)),
        (history("a<", "b<a", "c<a", "d<a"), "bc", ("d", "b", "c")),
        (history("b<lost", "c<b"), "", ("c",)),
    ],
)  # fmt: skip
def test_imports_of_other_branches_are_those_that_the_last_one_did_not_know(
    found: History, other: str, after: tuple[str, ...]
) -> None:
    assert not_compared(found) == {*other}
    assert last_imports(found, every=True) == after
    assert last_imports(found, every=False) == after[:1]
