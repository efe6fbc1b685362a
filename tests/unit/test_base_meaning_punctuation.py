"""Sentences with the same words: punctuation that turns them, and punctuation that is a matter of style.

Of each list the pairs at odd places were not looked at while the rules were made.
"""

import json
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.guard import change_of_meaning
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.same_text import Standing, compared_text, likeness

DATA = json.loads((Path(__file__).parents[1] / "data" / "punctuation.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), DATA["turns"])
def test_punctuation_that_turns_a_sentence_is_a_change_of_meaning(one: str, other: str) -> None:
    assert change_of_meaning(one, other)
    assert change_of_meaning(other, one)


@pytest.mark.parametrize(("one", "other"), DATA["harmless"])
def test_punctuation_of_style_is_none(one: str, other: str) -> None:
    assert (change_of_meaning(one, other), change_of_meaning(other, one)) == ("", "")


@pytest.mark.parametrize("kind", ["turns", "harmless"])
def test_articles_with_such_a_sentence_are_one_only_where_it_is_style(kind: str) -> None:
    around = ("The council met on Tuesday in the old hall.", "About forty people came to listen until midnight.")
    for pair in DATA[kind]:
        texts = (compared_text((around[0], sentence, around[1]), Origin()) for sentence in pair)
        assert (likeness(*texts).kind is Standing.SAME) == (kind == "harmless"), pair


@pytest.mark.parametrize("one", ["Mayor guilty?", "“Independent” report", "Eat, Grandma", "Mayor guilty!"])
def test_headlines_with_the_same_words_differ_by_such_punctuation(one: str) -> None:
    other = "".join(c for c in one if c not in "?!“”,")
    first, second = (compared_text(("The council met in the hall.",), Origin(title=title)) for title in (one, other))
    assert likeness(first, second).differs == (f"the headline: `{one}`, `{other}`",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("كَتَبَت الرسالة", "كتبت الرسالة", True),
        ("كَتَبَت الرسالة", "كُتِبَت الرسالة", False),
        ("שָׁלוֹם לכולם", "שלום לכולם", True),
        ("الميـــناء", "الميناء", True),
        ("ＡＢＣ１２", "ABC12", True),
        ("ＡＢＣ１２", "ABC13", False),
    ],
)
def test_signs_that_may_be_left_out_are_no_other_word_unless_both_have_others(one: str, other: str, same: bool) -> None:
    assert [not change_of_meaning(one, other), not change_of_meaning(other, one)] == [same, same]
