"""Words cut out of a text that turns them prove nothing, wherever its turn is: the particle of a verb, a heading, the
subject of the sentence, the frame of a story, a bound of the number, or a verdict behind."""

from pathlib import Path

import pytest
import yaml

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact

DATA = yaml.safe_load((Path(__file__).parents[1] / "data" / "cut_out.yaml").read_text(encoding="utf-8"))


def rows(standing: str) -> list[tuple[str, str]]:
    return [(kind, row) for kind, lists in DATA.items() for row in lists[standing]]


def standing_of(row: str) -> QuoteStanding:
    text = row.replace("[", "").replace("]", "").replace("/", "\n")
    return find_exact(text, row[row.index("[") + 1 : row.index("]")])[0]


@pytest.mark.parametrize(("kind", "row"), rows("turned"))
def test_words_that_the_rest_of_a_text_turns_are_no_receipt(kind: str, row: str) -> None:
    assert standing_of(row) is QuoteStanding.TURNED, kind


@pytest.mark.parametrize(("kind", "row"), rows("plain"))
def test_words_that_the_rest_of_a_text_leaves_as_they_are_are_a_receipt(kind: str, row: str) -> None:
    assert standing_of(row) is QuoteStanding.STATED, kind
