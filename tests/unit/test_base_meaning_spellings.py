"""Spellings of one word in many scripts, and letters that make another word.

Of each list the rows at odd places were not looked at while the rules were made.
"""

import json
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.guard import change_of_meaning
from annotated_briefings.content.annotations import ANCHORED, ORPHAN, anchor, find_exact
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.same_text import Standing, compared_text, likeness
from annotated_briefings.intake.dedup.shingles import covered, sketch

DATA = json.loads((Path(__file__).parents[1] / "data" / "spellings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in DATA["one"]])
def test_optional_spellings_of_a_word_are_no_change_of_meaning(one: str, other: str) -> None:
    assert (change_of_meaning(one, other), change_of_meaning(other, one)) == ("", "")


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in DATA["two"]])
def test_other_letters_are_a_change_of_meaning(one: str, other: str) -> None:
    assert change_of_meaning(one, other)
    assert change_of_meaning(other, one)


BOTH = [(one, other, same) for same in ("one", "two") for _, one, other in DATA[same]]


@pytest.mark.parametrize(("one", "other", "words"), BOTH)
def test_articles_in_two_spellings_are_one_only_where_the_letters_are_optional(
    one: str, other: str, words: str
) -> None:
    first, second = (compared_text((f"{text}.",), Origin()) for text in (one, other))
    assert (likeness(first, second).kind is Standing.SAME) == (words == "one")


def test_articles_in_two_spellings_share_their_word_runs() -> None:
    scripts = (
        "Persian letters",
        "Arabic",
        "Urdu",
        "Hebrew points",
        "Devanagari",
        "Vietnamese",
        "Cyrillic ё",
        "Romanian",
    )
    for script in scripts:
        rows = [row[1:] for row in DATA["one"] if row[0].startswith(script) and "joiner" not in row[0]]
        one, other = (" ".join(texts) for texts in zip(*rows, strict=True))
        assert covered(sketch("a", one).shingles, [other]) == 1, script


@pytest.mark.parametrize(("one", "other", "words"), [row for row in BOTH if not row[0].isupper()])
def test_notes_follow_another_spelling_only_where_its_letters_are_optional(one: str, other: str, words: str) -> None:
    assert anchor(f"{other}.", one).state == (ANCHORED if words == "one" else ORPHAN)


@pytest.mark.parametrize(("one", "other", "words"), BOTH)
def test_a_receipt_is_never_found_in_other_letters(one: str, other: str, words: str) -> None:
    assert words == "one" or find_exact(f"{other}.", one)[1] is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("вся ее команда", "Ушла вся её команда."),
        ("كتب الرسالة", "قال إنه كَتَبَ الرِّسالَةَ أمس."),
        ("وزیر گفت", "ديروز وزير گفت بندر بسته است."),
        ("ủy ban tỉnh", "Theo uỷ ban tỉnh, cảng đóng cửa."),
        ("हिंदी में", "वह हिन्दी में बोला।"),
        ("le coeur", "C’est le cœur du port."),
        ("בית הנמל", "היא ראתה את בֵּית הַנָּמָל אתמול."),
    ],
)
def test_a_receipt_is_found_in_another_spelling(quote: str, text: str) -> None:
    assert find_exact(text, quote)[1] is not None
