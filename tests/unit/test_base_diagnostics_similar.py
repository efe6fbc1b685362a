"""A misspelt word leads to the known word that is most like it."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import closest, did_you_mean

WORDS = st.text("abcde", max_size=8)


def likeness(word: str, other: str) -> float:
    """Twice the longest common subsequence over all letters, by the table of the textbook."""
    row = [0] * (len(other) + 1)
    for letter in word:
        before = row
        row = [0]
        for place, known in enumerate(other):
            row.append(before[place] + 1 if letter == known else max(before[place + 1], row[place]))
    return 2 * row[-1] / (len(word) + len(other)) if word or other else 1.0


@given(WORDS, st.lists(WORDS, max_size=6))
def test_the_most_similar_word_is_found_when_it_is_similar_enough(word: str, known: list[str]) -> None:
    best = max(known, key=lambda other: likeness(word, other), default="")
    least = 0.6 if len(word) < 5 else 0.7
    expected = best if known and likeness(word, best) >= least - 1e-9 else ""
    assert closest(word, known) == expected


@given(WORDS, st.lists(WORDS, max_size=6))
def test_no_word_is_missed_that_the_standard_library_would_find(word: str, known: list[str]) -> None:
    least = 0.6 if len(word) < 5 else 0.7
    if any(SequenceMatcher(None, other, word).ratio() >= least for other in known if other):
        assert closest(word, known)


@given(WORDS, st.sets(WORDS, max_size=6))
def test_the_order_of_a_set_does_not_count(word: str, known: set[str]) -> None:
    assert closest(word, known) == closest(word, sorted(known))


@pytest.mark.parametrize(("word", "hint"), [("sumary", "did you mean `summary`?"), ("xyz", ""), ("", "")])
def test_the_hint_names_the_word(word: str, hint: str) -> None:
    assert did_you_mean(word, ["summary", "title"]) == hint
