"""A note leaves its words where what is beside them has changed: a sign, a heading, the speaker, the head of the
sentence, a denial behind, a line through them, or a hyphen that has moved."""

import re
from pathlib import Path

import pytest
import yaml

from annotated_briefings.base.meaning.turned.beside import _DENIES
from annotated_briefings.base.meaning.turned.denied import is_turned
from annotated_briefings.base.source import Source
from annotated_briefings.content.annotations import ANCHORED, ORPHAN, anchor
from annotated_briefings.content.markdown.text import Body, Passage
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.editing.reanchor import context_of

DATA_FOLDER = Path(__file__).parents[1] / "data"
DATA = yaml.safe_load((DATA_FOLDER / "beside.yaml").read_text(encoding="utf-8"))
BEHIND = {
    title: rows.strip().split("\n")
    for title, rows in re.findall(
        r"^\[(.+)\]\n((?:[^\[\n].*\n)+)", (DATA_FOLDER / "behind.txt").read_text("utf-8"), re.MULTILINE
    )
}
QUOTE = re.compile(r"\[(?! ?\]|x\])([^\]]+)\]")


def body_of(markdown: str) -> Body:
    brief, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: A\ndate: 2026-03-01\n---\n{markdown}\n"))
    assert brief
    return brief.body


def state_after(then: str, now: str) -> tuple[str, str]:
    found = QUOTE.search(then)
    assert found
    old, new = body_of(then[: found.start()] + found[1] + then[found.end() :]), body_of(now)
    at = old.text.index(found[1])
    prefix, suffix = context_of(old.text, Passage(at, at + len(found[1])))
    placed = anchor(new.text, found[1], prefix, suffix, new.marked, new.struck)
    return placed.state, placed.why


@pytest.mark.parametrize(("then", "now"), DATA["other"])
def test_a_note_leaves_words_that_say_something_else_by_what_is_beside_them(then: str, now: str) -> None:
    assert state_after(then, now)[0] == ORPHAN


@pytest.mark.parametrize(("then", "now"), DATA["same"])
def test_a_note_follows_words_beside_which_nothing_has_changed(then: str, now: str) -> None:
    assert state_after(then, now)[0] == ANCHORED


@pytest.mark.parametrize("word", sorted(_DENIES))
@pytest.mark.parametrize(
    "shape",
    ["[the firm buys the mill] soon {}.", "[the firm buys the mill] {}.", "[the firm buys the mill] “{}”, they say."],
)
def test_what_has_not_changed_beside_a_note_is_no_denial_that_has_come(word: str, shape: str) -> None:
    then = shape.format(word)
    assert state_after(then, then.replace("[", "").replace("]", "")) == (ANCHORED, "")


@pytest.mark.parametrize("word", sorted(_DENIES))
def test_a_denial_that_has_come_behind_a_note_takes_it_off_its_words(word: str) -> None:
    then = "[the firm buys the mill] there."
    assert state_after(then, f"the firm buys the mill {word} there.")[0] == ORPHAN


def after_words(row: str) -> str:
    """The state of a note on words behind which something has changed."""
    words, then, now = row.split("|")
    return anchor(words + now, words.lstrip('"„«“「 '), "", then[:32]).state


@pytest.mark.parametrize("row", BEHIND["another speaker"])
def test_a_note_leaves_words_that_somebody_else_says_behind_them(row: str) -> None:
    assert after_words(row) == ORPHAN


@pytest.mark.parametrize("row", BEHIND["the same speaker"])
def test_a_note_stays_where_the_speaker_behind_its_words_is_the_same(row: str) -> None:
    assert after_words(row) == ANCHORED


def with_rest(row: str) -> tuple[str, str, str]:
    """The words of a row, its sentence, and the same with what is behind them."""
    words, rest, stop = row.partition("|")[2].split("|")
    return words, f"{words}{stop} Rain fell.", f"{words}{rest}{stop} Rain fell."


@pytest.mark.parametrize("row", BEHIND["a condition"])
def test_a_condition_behind_words_takes_a_note_and_a_receipt_off_them(row: str) -> None:
    words, before, now = with_rest(row)
    assert anchor(now, words, "", before[len(words) :][:32]).state == ORPHAN
    assert is_turned(now, 0, len(words))


@pytest.mark.parametrize("row", BEHIND["no condition"])
def test_other_words_behind_words_make_no_condition_of_them(row: str) -> None:
    words, before, now = with_rest(row)
    assert anchor(now, words, "", before[len(words) :][:32]).state == ANCHORED
    assert not is_turned(now, 0, len(words))
