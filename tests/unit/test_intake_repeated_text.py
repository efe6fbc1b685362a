"""The digests of the sentences of a text tell whether another text says what it says, without the text."""

import pytest

from annotated_briefings.intake.dedup.repeated_text import Repetition, digests, repetition_of
from annotated_briefings.intake.dedup.shingles import sketch

TEXT = (
    "The yard of Vess built 12 boats last year.\n"
    "It sold 5% of its shares for $3 million, said its owner, and lost -4 crowns on each. Did anybody ask why?\n"
    "Nobody was dismissed. The new slip opens on Friday, after the paint has dried.\n"
    "市议会周二否决了出售旧磨坊的提案。市长说不行！"
)
SAME = {
    "in one line": TEXT.replace("\n", " "),
    "each sentence a line": TEXT.replace(". ", ".\n"),
    "in capitals": TEXT.upper(),
    "without full stops at the ends of lines": TEXT.replace(".\n", "\n"),
    "its sentences in another order": "\n".join(reversed(TEXT.split("\n"))),
    "numbered": "\n".join(f"{n}. {line}" for n, line in enumerate(TEXT.split("\n"), 1)),
    "with bullets": "\n".join(f"• {line}" for line in TEXT.split("\n")),
    "with other dashes": TEXT.replace("-4", "−4"),
}
OTHER = {
    "a figure": ("12", "21"),
    "a sign": ("-4", "4"),
    "a per cent sign": ("5%", "5"),
    "a currency": ("$3", "€3"),
    "a question": ("why?", "why."),
    "a denial": ("was dismissed", "was not dismissed"),
    "a word of a short sentence": ("Nobody", "Somebody"),
    "a name": ("Vess", "Lund"),
    "the order of words": ("yard of Vess built 12", "12 of Vess built yard"),
    "a sentence less and another one": ("Nobody was dismissed.", "All were dismissed."),
    "a letter of Chinese": ("否决", "批准"),
    "a negation of Chinese": ("说不行", "说行"),
}


def reported(text: str) -> Repetition:
    return repetition_of(text, digests(TEXT)[1], sketch("known", TEXT))


@pytest.mark.parametrize("form", SAME)
def test_the_same_words_say_the_same_however_they_are_set(form: str) -> None:
    found = reported(SAME[form])
    assert (found.added, found.lost_words, found.differs) == ((), 0, False)


@pytest.mark.parametrize("change", OTHER)
def test_a_sentence_with_another_word_says_something_else(change: str) -> None:
    old, new = OTHER[change]
    assert old in TEXT
    assert reported(TEXT.replace(old, new)).differs


def test_what_is_added_or_left_out_beside_the_text_is_told_and_is_no_difference() -> None:
    more = reported(f"A short line above it.\n{TEXT}\nFurther reports on page nine.")
    assert more.added == ("a short line above it", "further reports on page nine")
    assert (more.added_words, more.lost_words, more.differs) == (10, 0, False)
    less = reported(TEXT.partition("Nobody")[0])
    assert (less.added, less.first, less.differs) == ((), 0, False)
    assert less.lost_words > 0


def test_a_part_says_how_far_from_the_beginning_it_starts() -> None:
    assert reported(TEXT.partition("\n")[2]).first == len("The yard of Vess built 12 boats last year".split())


def test_another_text_keeps_nothing_and_an_empty_one_has_no_digest() -> None:
    assert reported("The school of the island gets a roof in May.").kept_words == 0
    assert digests("") == ("", b"")


def test_a_sentence_of_hundreds_of_words_is_told_too() -> None:
    long = " ".join(f"word{n}" for n in range(900))
    changed = long.replace("word450 ", "other ")
    assert not repetition_of(long, digests(long)[1], sketch("known", long)).differs
    assert repetition_of(changed, digests(long)[1], sketch("known", long)).differs
