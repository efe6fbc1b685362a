"""A sentence that calls a clause of it false proves nothing by that clause, in whatever role it does so; one that calls
something else false, or was said by somebody who lied about something else, still proves what it states."""

from collections import Counter
from pathlib import Path

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.meaning.verdicts.words import CALLING_FALSE, UNSPACED, table
from annotated_briefings.content.annotations import find_exact

ROWS = [
    line.split(" | ", 1)
    for line in (Path(__file__).parents[1] / "data" / "called_false.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_what_its_sentence_calls_false_proves_nothing_and_what_is_beside_it_does() -> None:
    wrong = {}
    for head, sentence in ROWS:
        text = sentence.replace("[", "").replace("]", "")
        found = find_exact(text, sentence[sentence.index("[") + 1 : sentence.index("]")])[0]
        if (found is QuoteStanding.STATED) is not head.endswith(" stated"):
            wrong[head, sentence] = found
    assert wrong == {}


def test_every_language_has_words_for_each_role() -> None:
    spaced = set(CALLING_FALSE) - {"be"}
    assert {
        name: missing
        for name, words in table().items()
        if (missing := ({"reports", "stems", "lied", "invented"} if name in UNSPACED else spaced) - words.keys())
    } == {}
    roles = Counter(head.split()[0] for head, _ in ROWS)
    assert {name for name in table() if roles[name] < 1} <= {"ur", "th"}
