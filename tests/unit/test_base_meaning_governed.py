"""Words that govern a passage from beside it turn it in every language: ceasing, exceptions, `few`, `neither`,
`whether`, satires, what a paper regrets, possessors and relative clauses."""

from pathlib import Path

import pytest

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.meaning.verdicts.governed import is_governed
from annotated_briefings.base.meaning.verdicts.words import GOVERNING, UNSPACED, table
from annotated_briefings.content.annotations import find_exact

ROWS = [
    tuple(line.split(" | ", 1))
    for line in (Path(__file__).parents[1] / "data" / "governed.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
EVERY = "ceased cleared except all few imagine neither whether satire regrets nearly deputy".split()
"""Meanings for which every language has words."""
POSSESSOR_FIRST = frozenset("hu fi et lv lt tr ur hi ko ja zh".split())
RELATIVE_FIRST = frozenset("tr ko ja zh".split())
PASSAGE = {"zh": "码头周五", "ja": "船が港", "ko": "배가 항구", "th": "เรือ"}


@pytest.mark.parametrize(("head", "sentence"), ROWS)
def test_a_passage_that_is_governed_from_beside_it_proves_nothing(head: str, sentence: str) -> None:
    text = sentence.replace("[", "").replace("]", "")
    standing = find_exact(text, sentence[sentence.index("[") + 1 : sentence.index("]")])[0]
    assert standing is (QuoteStanding.STATED if head.endswith("stated") else QuoteStanding.TURNED)


def test_every_language_has_words_for_each_way_of_governing() -> None:
    missing = [(name, one) for name, words in table().items() for one in EVERY if not words.get(one)]
    of = [name for name, words in table().items() if not (words.get("of") or words.get("kin"))]
    who = [name for name, words in table().items() if not words.get("who")]
    assert missing == []
    assert (frozenset(of), frozenset(who)) == (POSSESSOR_FIRST, RELATIVE_FIRST)
    assert {one for words in table().values() for one in words} >= set(GOVERNING)


@pytest.mark.parametrize("language", sorted(table()))
def test_each_word_before_a_passage_turns_it(language: str) -> None:
    space = "" if language in UNSPACED else " "
    passage = PASSAGE.get(language, "wxyz wxy wxy wxyz")
    stated = []
    for meaning in ("ceased", "cleared", "few", "imagine", "neither", "whether", "satire", "nearly", "deputy"):
        for word in table()[language][meaning]:
            plain = word.replace("..", "wx").replace("*", "").replace("+", "wx")
            gerund = "wxing " if (language, meaning) == ("en", "ceased") else ""
            around = Surroundings((), f"wx wx {plain}{space}", f"{gerund}{passage}", "", "")
            if not is_governed(around, "", language):
                stated.append((meaning, word))
    assert stated == []


def test_a_sentence_without_such_words_is_not_governed() -> None:
    for language in table():
        assert not is_governed(Surroundings((), "wx wx ", "wxyz wxy wxy wxyz", " wx", "wx"), "wx", language), language
