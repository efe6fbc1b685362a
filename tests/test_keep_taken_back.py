"""A `keep` decision that is taken back is as if it had never been: what counts are the decisions and the articles."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from import_states import bring, empty_site, record, state
from many import examples

from annotated_briefings.cli.main import main
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.reports.pending import all_asked

DAM = (
    "Divers found the old dam at Ostmark sound on Tuesday, eleven days after a barge had struck its northern pier.",
    "The water board will open both lanes again on Friday morning, its engineer Hanne Falk said.",
    "Some 9,400 cars a day use the road across the dam, and the school buses of two villages had to leave early.",
)
LOCK = (
    "Divers freed the gate of the old lock at Ostmark, {0} days after a stone had jammed it, the harbour office says."
)
ARTICLES = (
    record("Courier", "Dam is sound", "2026-02-03", *DAM),
    record("Gazette", "Divers clear the dam", "2026-02-03", *DAM),
    record("Mirror", "Dam open on Friday", "2026-02-04", *DAM, "Lorries must wait until the cables are checked again."),
    record("Bulletin", "Old dam safe", "2026-02-04", *DAM[:2]),
    record("Wire", "Storm", "2026-04-01", "Twelve people had to be led to safety when the storm closed the bridge."),
    record("Wire", "Gate freed", "2026-03-03T08:00:00Z", LOCK.format("eleven"), address="wire.example/lock"),
    record(
        "Wire", "Gate of the lock freed", "2026-03-03T11:00:00Z", LOCK.format("twelve"), address="wire.example/lock"
    ),
    record("Wire", "Lock open", "2026-03-03T15:00:00Z", LOCK.format("thirteen"), address="wire.example/lock/"),
    record("Post", "Stone in the lock", "2026-03-03", LOCK.format("eleven")),
)
EVERY = range(len(ARTICLES))
DECIDED = [0, 1, 2, 3, 5, 6, 7, 8]
"""Those that are kept apart: copies, an excerpt, a fuller text, three versions of one address and a copy of one."""


def ids(folder: Path) -> list[str]:
    """The ids of the articles, as an import gives them."""
    empty_site(folder, ARTICLES)
    bring(folder, EVERY)
    rows = [json.loads(line) for line in ledger(folder).splitlines()]
    by_title = {row["title"]: row["id"] for row in rows if "id" in row}
    return [by_title[article["title"]] for article in ARTICLES]


def ledger(site: Path) -> str:
    return (site / "briefings" / "imports.jsonl").read_text(encoding="utf-8")


def decide(site: Path, kept: set[str]) -> None:
    lines = "".join(f"- {{keep: {one}}}\n" for one in sorted(kept))
    (site / "briefings" / "decisions.yaml").write_text(lines, encoding="utf-8")


def after(folder: Path, known: list[str], steps: list[tuple[str, Any]]) -> Any:
    """The state of a new site after some steps, and an import of everything."""
    empty_site(folder, ARTICLES)
    kept: set[str] = set()
    for what, argument in (*steps, ("import", list(EVERY))):
        if what == "import":
            bring(folder, argument)
        else:
            kept = kept | {known[argument]} if what == "keep" else kept - {known[argument]}
            decide(folder, kept)
    return state(folder)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return ids(tmp_path_factory.mktemp("ids"))


STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(("keep", "take back")), st.sampled_from(DECIDED)),
        st.tuples(st.just("import"), st.lists(st.sampled_from(EVERY), min_size=1, max_size=5, unique=True)),
    ),
    min_size=2,
    max_size=7,
)


@pytest.mark.slow
@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(steps=[("import", [0, 1]), ("keep", 1), ("import", [1]), ("take back", 1)])
@example(steps=[("keep", 0), ("import", [0, 1]), ("import", [2, 3]), ("take back", 0), ("import", [4])])
@example(steps=[("keep", 0), ("keep", 1), ("import", [0, 1]), ("take back", 0), ("import", [2]), ("take back", 1)])
@example(steps=[("import", [5, 6, 7]), ("keep", 5)])
@example(steps=[("import", [5, 6, 7]), ("keep", 7), ("import", [4])])
@example(steps=[("import", [5, 7]), ("import", [6, 8]), ("keep", 6), ("import", [4]), ("keep", 5)])
@example(steps=[("import", [5, 6]), ("keep", 5), ("import", [7]), ("take back", 5)])
@given(steps=STEPS)
def test_any_order_of_keeping_taking_back_and_importing_ends_in_the_same_state(
    known: list[str], steps: list[tuple[str, Any]]
) -> None:
    kept: set[int] = set()
    for what, argument in steps:
        if what != "import":
            kept = kept | {argument} if what == "keep" else kept - {argument}
    with TemporaryDirectory() as folder:
        at_once = after(Path(folder) / "at-once", known, [("keep", one) for one in sorted(kept)])
        assert after(Path(folder) / "steps", known, steps) == at_once


def apart(folder: Path, known: list[str]) -> Path:
    """A site where two copies were kept apart, and are so no more by decision."""
    empty_site(folder, ARTICLES)
    decide(folder, {known[1]})
    bring(folder, [0, 1])
    decide(folder, set())
    return folder


def drafts(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "briefings").glob("2*/*.md"))


def test_status_tells_that_a_decision_was_taken_back_until_an_import_follows(tmp_path: Path, known: list[str]) -> None:
    site = apart(tmp_path, known)
    [asked] = [one for one in all_asked(site).pending() if one.kind == "decision"]
    assert asked.message == f"keep {known[1]} was taken out: briefings/2026/divers-clear-the-dam.md is still apart"
    assert asked.command == "briefings import 01.jsonl"
    assert drafts(site) == ["dam-is-sound.md", "divers-clear-the-dam.md"]
    bring(site, [1])
    assert drafts(site) == ["dam-is-sound.md"]
    assert [one for one in all_asked(site).pending() if one.kind == "decision"] == []
    before = ledger(site)
    bring(site, [0, 1])
    assert ledger(site) == before


def test_any_import_folds_what_is_no_more_kept_apart(tmp_path: Path, known: list[str]) -> None:
    site = apart(tmp_path, known)
    bring(site, [4])
    assert drafts(site) == ["dam-is-sound.md", "storm.md"]


def test_an_edited_brief_stays_and_is_not_asked_about_again(tmp_path: Path, known: list[str]) -> None:
    site = apart(tmp_path, known)
    for name in drafts(site):
        brief = site / "briefings" / "2026" / name
        brief.write_text(brief.read_text(encoding="utf-8") + "\nOurs.\n", encoding="utf-8")
    bring(site, [1])
    assert drafts(site) == ["dam-is-sound.md", "divers-clear-the-dam.md"]
    assert [one for one in all_asked(site).pending() if one.kind == "decision"] == []
    before = ledger(site)
    bring(site, [1])
    assert ledger(site) == before


def test_where_the_texts_are_not_here_the_copies_stay_apart_and_are_asked_about(
    tmp_path: Path, known: list[str]
) -> None:
    site = apart(tmp_path, known)
    for text in (site / "collected").glob("*.txt"):
        text.unlink()
    bring(site, [4])
    assert drafts(site) == ["dam-is-sound.md", "divers-clear-the-dam.md", "storm.md"]
    assert len([one for one in all_asked(site).pending() if one.kind == "decision"]) == 1
    bring(site, [0, 1])
    assert drafts(site) == ["dam-is-sound.md", "storm.md"]


def test_an_import_that_was_taken_back_is_followed_by_what_was_before_it(tmp_path: Path, known: list[str]) -> None:
    empty_site(tmp_path, ARTICLES)
    bring(tmp_path, [0, 1])
    together = state(tmp_path)
    decide(tmp_path, {known[1]})
    run_import(ImportRequest(tmp_path, (tmp_path / "01.jsonl",), at="2026-05-01T08:00:00Z"))
    assert len(drafts(tmp_path)) == 2
    assert main(["--site", str(tmp_path), "imports", "undo"]) == 0
    decide(tmp_path, set())
    bring(tmp_path, [0, 1])
    assert state(tmp_path) == together
