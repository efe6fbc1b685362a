"""Three-way merges keep what either side changed, and report what both changed differently."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.importer.merging.lines import Conflict, Lines, joined, merge_lines

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n", "- d\n"]), max_size=12).map(tuple)
"""Lines that often return, as empty ones do."""
EDITS = st.dictionaries(st.integers(0, 9), st.sampled_from(["", "x\n", "y\n", "x\ny\n"]), max_size=4)
"""What takes the place of which line."""
INSERTS = st.dictionaries(st.integers(0, 10), st.sampled_from(["x\n", "y\n"]), max_size=3)
"""What comes before which line."""
BASE = tuple(f"line {n}\n" for n in range(10))


def changed(edits: dict[int, str], inserts: dict[int, str]) -> str:
    """The base after some edits."""
    rows = [inserts.get(n, "") + edits.get(n, line) for n, line in enumerate(BASE)]
    return "".join(rows) + inserts.get(len(BASE), "")


def merge_texts(*sides: str) -> str | None:
    base, ours, theirs = (tuple(side.splitlines(keepends=True)) for side in sides)
    return joined(merge_lines(base, ours, theirs))


def text(lines: Lines) -> str:
    return "".join(lines)


@given(LINES, LINES)
def test_what_one_side_alone_changed_is_taken_as_it_is(base: Lines, other: Lines) -> None:
    assert merge_texts(text(base), text(base), text(other)) == text(other)
    assert merge_texts(text(base), text(other), text(base)) == text(other)


@given(LINES, LINES)
def test_the_same_change_on_both_sides_is_made_once(base: Lines, other: Lines) -> None:
    assert merge_texts(text(base), text(other), text(other)) == text(other)


@given(LINES, LINES, LINES)
def test_no_side_counts_more_than_the_other(base: Lines, one: Lines, other: Lines) -> None:
    assert merge_texts(text(base), text(one), text(other)) == merge_texts(text(base), text(other), text(one))


@given(LINES, LINES, LINES)
def test_each_line_of_either_side_is_in_the_parts_or_was_taken_out_by_the_other(
    base: Lines, one: Lines, other: Lines
) -> None:
    parts = list(merge_lines(base, one, other))
    for side, name in ((one, "edited"), (other, "incoming")):
        shown = [line for part in parts for line in (getattr(part, name) if isinstance(part, Conflict) else part)]
        added = [line for line in side if line not in base]
        assert [line for line in added if line not in shown] == []


@given(LINES, LINES, LINES)
def test_a_conflict_holds_two_different_changes(base: Lines, one: Lines, other: Lines) -> None:
    for part in merge_lines(base, one, other):
        if isinstance(part, Conflict):
            assert len({part.base, part.edited, part.incoming}) == 3


@given(st.permutations(range(0, 10, 2)), st.integers(0, 5), st.data())
def test_edits_of_lines_apart_from_each_other_are_both_kept(places: list[int], cut: int, data: st.DataObject) -> None:
    words = st.sampled_from(["", "x\n", "x\ny\n"])
    ours = {place: data.draw(words) for place in places[:cut]}
    theirs = {place: data.draw(words) for place in places[cut:]}
    assert merge_texts(text(BASE), changed(ours, {}), changed(theirs, {})) == changed(ours | theirs, {})


@pytest.mark.parametrize(
    ("edited", "incoming", "conflict"),
    [
        ("a\nB\nc\n", "a\nX\nc\n", Conflict(("b\n",), ("B\n",), ("X\n",))),
        ("a\nc\n", "a\nX\nc\n", Conflict(("b\n",), (), ("X\n",))),
        ("a\nb\nc\nd\n", "a\nb\nc\ne\n", Conflict((), ("d\n",), ("e\n",))),
        ("A\nb\nc\n", "a\nB\nc\n", Conflict(("a\n", "b\n"), ("A\n", "b\n"), ("a\n", "B\n"))),
    ],
)
def test_changes_of_the_same_or_neighbouring_lines_are_a_conflict_with_all_three_texts(
    edited: str, incoming: str, conflict: Conflict
) -> None:
    sides = (tuple(side.splitlines(keepends=True)) for side in ("a\nb\nc\n", edited, incoming))
    assert [part for part in merge_lines(*sides) if isinstance(part, Conflict)] == [conflict]
    assert merge_texts("a\nb\nc\n", edited, incoming) is None


def test_a_long_text_full_of_the_same_line_is_merged_as_a_short_one() -> None:
    base = [line for n in range(300) for line in (f"line {n}\n", "\n")]
    ours, theirs = [*base], [*base]
    ours[100], theirs[400] = "ours\n", "theirs\n"
    both = [*ours]
    both[400] = "theirs\n"
    assert merge_texts("".join(base), "".join(ours), "".join(theirs)) == "".join(both)


@pytest.mark.skipif(shutil.which("git") is None, reason="compares with `git merge-file`, which is not there")
@settings(max_examples=60, deadline=None)
@given(EDITS, INSERTS, EDITS, INSERTS)
def test_git_merges_the_same_texts_to_the_same_result(
    tmp_path_factory: pytest.TempPathFactory,
    our_edits: dict[int, str],
    our_inserts: dict[int, str],
    their_edits: dict[int, str],
    their_inserts: dict[int, str],
) -> None:
    folder: Path = tmp_path_factory.mktemp("merge")
    sides = {
        "ours": changed(our_edits, our_inserts),
        "base": text(BASE),
        "theirs": changed(their_edits, their_inserts),
    }
    for name, content in sides.items():
        (folder / name).write_text(content, encoding="utf-8")
    done = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=folder, capture_output=True, text=True, check=False
    )
    ours = merge_texts(sides["base"], sides["ours"], sides["theirs"])
    assert ours == (None if done.returncode else done.stdout)
