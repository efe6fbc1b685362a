"""Decisions of editors hold for the articles that they name, wherever these come in the order of imports.

A rejection that was made first keeps the article away and all that would be folded into its brief, in whatever
order and portions they are imported. A decision to keep articles apart is one step of many in `test_keep_taken_back`.
"""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from import_states import FACTS, bring, empty_site, portions_of, record, state
from many import examples

from annotated_briefings.storage.ledger import open_ledger

pytestmark = pytest.mark.slow

KILN = (
    "The last kiln of the brickworks at Torvik went out on Thursday, nine weeks after its owner had lost the order.",
    "Forty people work there, and most of them go to the saw mill across the fjord, said the foreman Ada Holm.",
    "The town wants to keep the chimney, which seamen use as a mark, and has asked the county for half of the cost.",
)
PLOUGH = "Snow ploughs cleared the pass to Vess after {0} hours on Sunday, and the first buses went through at noon."
ARTICLES = (
    record("Courier", "Last kiln goes out", "2026-02-03", *KILN),
    record("Gazette", "Brickworks closes", "2026-02-02", *KILN),
    record(
        "Mirror", "Chimney may stay", "2026-02-04", *KILN, "A kestrel breeds in it, and has done for six years now."
    ),
    record("Bulletin", "Kiln out", "2026-02-04", *KILN[:2]),
    record("Wire", "Pass is clear", "2026-03-01T09:00:00Z", PLOUGH.format("twelve"), address="wire.example/pass"),
    record("Wire", "Pass open", "2026-03-01T15:00:00Z", PLOUGH.format("fourteen"), address="wire.example/pass"),
    record("Wire", "Pass open again", "2026-03-02", PLOUGH.format("fifteen"), address="wire.example/pass"),
    record("Post", "Ploughs clear the pass", "2026-03-01", PLOUGH.format("twelve")),
    record("Quay", "Mill hires", "2026-02-05", "The saw mill hires thirty people, and trains them until the summer."),
    record("Round", "Buses cross the pass", "2026-03-01", PLOUGH.format("thirty")),
)
"""Copies, a fuller text, an excerpt, three versions of one address, a copy of the oldest one, something else, and a
text that differs from these in one figure."""
EVERY = range(len(ARTICLES))


@cache
def ids() -> list[str]:
    """The ids of the articles, as an import gives them."""
    with TemporaryDirectory() as folder:
        bring(empty_site(Path(folder), ARTICLES), EVERY)
        rows = [json.loads(line) for line in open_ledger(Path(folder)).texts()]
    by_title = {row["title"]: row["id"] for row in rows if "id" in row}
    return [by_title[article["title"]] for article in ARTICLES]


def imported(folder: Path, rejected: frozenset[int], portions: list[list[int]], kept: frozenset[int]) -> Any:
    """The state of a site whose decisions were made before its imports."""
    empty_site(folder, ARTICLES)
    lines = [f"- {{reject: {ids()[one]}}}\n" for one in sorted(rejected)]
    lines += [f"- {{keep: {ids()[one]}}}\n" for one in sorted(kept)]
    (folder / "briefings" / "decisions.yaml").write_text("".join(lines), encoding="utf-8")
    for portion in portions:
        bring(folder, portion)
    briefs, facts = state(folder)
    into = FACTS.index("into")
    # With which of two rejected articles a copy of both stays away follows from what came first.
    return briefs, {i: without(fact, into) if fact[0] == "rejected" else fact for i, fact in facts.items()}


def without(fact: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    return (*fact[:place], *fact[place + 1 :])


@cache
def together(rejected: frozenset[int], kept: frozenset[int]) -> Any:
    with TemporaryDirectory() as folder:
        return imported(Path(folder) / "site", rejected, [[*EVERY]], kept)


SOME = st.frozensets(st.sampled_from(EVERY), min_size=1, max_size=2)


@settings(
    max_examples=examples(6),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(rejected=SOME, portions=portions_of(len(ARTICLES)))
@example(rejected=frozenset({0}), portions=[[1], [0, 8], [2, 3, 4], [5, 6, 9, 7]])
@example(rejected=frozenset({2}), portions=[[0], [1], [3], [8, 9, 7, 6, 5, 4], [2]])
@example(rejected=frozenset({5}), portions=[[4], [6, 7], [5], [0, 1, 9, 2, 3, 8]])
@example(rejected=frozenset({6}), portions=[[5, 7], [4], [6], [0, 1, 9, 2, 3, 8]])
@example(rejected=frozenset({7}), portions=[[4], [5], [6], [7], [0, 1, 9, 2, 3, 8]])
def test_what_was_rejected_first_stays_away_in_any_order(rejected: frozenset[int], portions: list[list[int]]) -> None:
    with TemporaryDirectory() as folder:
        found = imported(Path(folder), rejected, portions, frozenset())
    assert found == together(rejected, frozenset())
    _, facts = found
    assert {facts[ids()[one]][0] for one in rejected} == {"rejected"}


def titles(folder: Path, rejected: int, portions: list[list[int]], kept: frozenset[int] = frozenset()) -> set[str]:
    """The headlines of the drafts after some imports."""
    briefs, _ = imported(folder, frozenset({rejected}), portions, kept)
    return {text.partition("title: ")[2].partition("\n")[0] for text in briefs.values()}


@pytest.mark.parametrize("portions", [[[1, 0]], [[0], [1]], [[1], [0]]])
def test_a_copy_of_what_was_rejected_stays_away_with_it_whichever_comes_first(
    tmp_path: Path, portions: list[list[int]]
) -> None:
    assert titles(tmp_path, 0, portions) == set()


def test_what_is_kept_by_a_decision_of_its_own_does_not_go_with_a_copy(tmp_path: Path) -> None:
    for n, portions in enumerate(([[1, 0]], [[0], [1]], [[1], [0]])):
        assert titles(tmp_path / str(n), 0, portions, frozenset({1})) == {"Brickworks closes"}


@pytest.mark.parametrize("portions", [[[0], [1]], [[1], [0]], [[1, 0]]])
def test_what_is_kept_after_it_stayed_away_with_a_copy_comes_with_its_next_import(
    tmp_path: Path, portions: list[list[int]]
) -> None:
    imported(tmp_path / "later", frozenset({0}), portions, frozenset())
    decisions = tmp_path / "later" / "briefings" / "decisions.yaml"
    decisions.write_text(f"{decisions.read_text(encoding='utf-8')}- {{keep: {ids()[1]}}}\n", encoding="utf-8")
    bring(tmp_path / "later", [1])
    found = state(tmp_path / "later")
    imported(tmp_path / "first", frozenset({0}), portions, frozenset({1}))
    assert found == state(tmp_path / "first")
    assert [Path(path).stem for path in found[0]] == ["brickworks-closes"]


def test_an_edited_draft_does_not_go_when_the_rejected_copy_comes(tmp_path: Path) -> None:
    imported(tmp_path, frozenset({0}), [[1]], frozenset())
    [brief] = (tmp_path / "briefings").glob("2*/*.md")
    edited = brief.read_text(encoding="utf-8") + "\nOurs.\n"
    brief.write_text(edited, encoding="utf-8")
    bring(tmp_path, [0])
    assert brief.read_text(encoding="utf-8") == edited


def test_a_draft_names_no_brief_as_alike_that_has_gone(tmp_path: Path) -> None:
    imported(tmp_path, frozenset({7}), [[4, 9]], frozenset())
    left = tmp_path / "briefings" / "2026" / "buses-cross-the-pass.md"
    assert "\n  versions: [pass-is-clear]\n" in left.read_text(encoding="utf-8")
    bring(tmp_path, [7])
    assert [path.name for path in left.parent.glob("*.md")] == [left.name]
    assert "versions:" not in left.read_text(encoding="utf-8")


@pytest.mark.parametrize("order", [[[8], "slug", [9], [0]], [[8, 9], "slug", [0]], [[9], [8], "slug", [0, 8, 9]]])
def test_an_address_that_an_editor_gives_is_that_of_no_draft_whichever_was_there_first(
    tmp_path: Path, order: list[Any]
) -> None:
    empty_site(tmp_path, ARTICLES)
    drafts = tmp_path / "briefings" / "2026"
    for step in order:
        if step == "slug":
            mill = drafts / "mill-hires.md"
            text = mill.read_text(encoding="utf-8").replace("slug: mill-hires", "slug: buses-cross-the-pass")
            mill.write_text(text, encoding="utf-8")
        else:
            bring(tmp_path, step)
    assert sorted(path.name for path in drafts.glob("*.md")) == [
        "buses-cross-the-pass-2026-03-01.md",
        "last-kiln-goes-out.md",
        "mill-hires.md",
    ]
    assert "\nslug: buses-cross-the-pass\n" in (drafts / "mill-hires.md").read_text(encoding="utf-8")
