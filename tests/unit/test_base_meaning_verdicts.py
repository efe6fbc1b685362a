"""What takes a statement back in the words of its language: denied before or behind, judged by the next sentence, made
to depend on a condition, part of an exercise, under the label of a myth."""

from pathlib import Path

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.meaning.verdicts.words import (
    CALLING_FALSE,
    GOVERNING,
    MEANINGS,
    UNSPACED,
    languages_near,
    table,
)
from annotated_briefings.content.annotations import find_exact

ROWS = [
    line.split(" | ", 1)
    for line in (Path(__file__).parents[1] / "data" / "taken_back_in_words.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
LANGUAGES = sorted({head.split()[0] for head, _ in ROWS})
EVERY = "denied rejected withdrawn false true rumour this claim untrue if unless behind drill play myth".split()
"""Meanings for which every language has words, whatever its script."""


def standing(sentence: str) -> QuoteStanding:
    text = sentence.replace("[", "").replace("]", "")
    return find_exact(text, sentence[sentence.index("[") + 1 : sentence.index("]")])[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_text_takes_back_in_its_language_proves_nothing(language: str) -> None:
    rows = [(head.split()[1], sentence) for head, sentence in ROWS if head.split()[0] == language]
    assert [
        (kind, one) for kind, one in rows if (standing(one) is QuoteStanding.STATED) is not (kind == "stated")
    ] == []


def test_every_language_has_words_for_each_way_of_taking_back() -> None:
    missing = [(name, one) for name, words in table().items() for one in EVERY if not words.get(one)]
    missing += [
        (name, one)
        for name, words in table().items()
        if name not in UNSPACED
        for one in ("that", "and")
        if not words[one]
    ]
    assert missing == []
    assert {one for words in table().values() for one in words} <= {*MEANINGS, *GOVERNING, *CALLING_FALSE}
    assert set(LANGUAGES) == set(table())


TRUE = """
[Der Kreis baut die Mole], die der alte Damm nicht mehr stützt.
[Der Kreis baut die Mole] und fragt die Fischer nicht.
[Das Bad öffnet am Montag], das Café noch nicht.
[Der Kreis baut die Mole] wegen der noch nicht sicheren Ufer.
[De gemeente bouwt de pier] terwijl het geld er nog niet is.
[De bakker verkoopt zijn molen], zijn zoon niet.
[Kommunen bygger piren] fast pengarna inte räcker.
[Kommunen bygger piren] och frågar inte fiskarna.
[Kommunen bygger molen], selv om fiskerne ikke vil.
[The council builds the pier], although the money is not there.
[The baker sold his mill]. This is not the first sale this year.
[The baker sold his mill]. The claim of his son was heard in May.
[The baker sold his mill]. It is a true story, and not a short one.
[The baker sold his mill]. The number of mills is now nine.
[Le boulanger a vendu son moulin]. Il n'est pas le premier.
[Le boulanger a vendu son moulin]. C'est vrai, dit son fils.
[El panadero vendió su molino]. Es cierto, dice su hijo.
[Il panettiere ha venduto il mulino]. È vero, dice il figlio.
[Пекарь продал мельницу]. Это правда, говорит его сын.
[Pekař prodal mlýn]. To je pravda, říká jeho syn.
[A pék eladta a malmot]. Ez igaz, mondja a fia.
[Leipuri myi myllyn]. Se on totta, sanoo hänen poikansa.
[パン屋は風車を売った]。これは事実だと息子は言う。
[面包师卖掉了磨坊]。这是事实，他儿子说。
[The baker asked] if the mill was for sale.
[The mill closes in May], if a little late.
The mayor denied the theft, and [the baker sold his mill].
The mayor did not deny that [the baker sold his mill].
Without a bid from the bank, [the baker sold his mill].
"""
"""What is taken back is something else than the words in brackets."""


@pytest.mark.parametrize("sentence", TRUE.strip().split("\n"))
def test_a_denial_of_something_else_leaves_words_as_they_are(sentence: str) -> None:
    assert standing(sentence) is QuoteStanding.STATED


def test_the_sentence_that_calls_words_untrue_may_begin_the_next_line() -> None:
    assert standing("[The baker sold his mill].\n\nThat report is untrue, his son wrote.") is QuoteStanding.TURNED
    assert standing("[The baker sold his mill].\n\nHis son wrote that.") is QuoteStanding.STATED
    assert standing("[The baker sold his mill]\tMay\nThat is false\tJune") is QuoteStanding.STATED


def test_a_heading_that_calls_what_follows_a_myth_is_read_alone_or_as_a_label() -> None:
    for above in ("Myth\n", "Myth no. 3: ", "Misconception.\n", "Myth. ", "Urban legend: "):
        assert standing(f"{above}[The well has no floor at all].") is QuoteStanding.TURNED, above
    assert standing("The myth of the well drew crowds.\n[The well has no floor at all].") is QuoteStanding.STATED


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"ur"}))
def test_the_language_of_a_text_is_among_those_that_its_words_tell(language: str) -> None:
    text = " ".join(sentence for head, sentence in ROWS if head.split()[0] == language).lower()
    assert language in languages_near(text, text)
