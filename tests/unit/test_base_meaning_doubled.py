"""Two negations are one denial in the languages that double them, and two denials where both negate a verb.

The second half of the table was not looked at before the rule was done.
"""

import csv
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.turned.denied import is_turned

TABLE = Path(__file__).resolve().parents[1] / "data" / "stated" / "doubled_denials.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['language']}: {row['quote']} of {row['text']}")
def test_a_doubled_denial_is_one_and_two_negated_verbs_are_none(row: dict[str, str]) -> None:
    at = row["text"].index(row["quote"])
    assert is_turned(row["text"], at, at + len(row["quote"])) is (row["turned"] == "yes")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("El alcalde ha firmado el acuerdo del puerto.", "firmado el acuerdo del puerto"),
        ("Niko Berg kam zum Hafen und sprach.", "kam zum Hafen"),
        ("Ministern är nu a-okej med planen för hamnen.", "med planen för hamnen"),
        ("Nikt nie wątpi. Burmistrz podpisał umowę.", "podpisał umowę"),
    ],
)
def test_words_of_one_language_deny_nothing_in_another(text: str, quote: str) -> None:
    at = text.index(quote)
    assert not is_turned(text, at, at + len(quote))
