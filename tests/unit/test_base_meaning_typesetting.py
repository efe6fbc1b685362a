"""A quote is found however the same signs are set, and two numbers stay two numbers.

The second half of the table was not looked at before the rule was done.
"""

import csv
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import anchor, find_exact
from annotated_briefings.content.quotations.edited import standing_in

TABLE = Path(__file__).resolve().parents[1] / "data" / "stated" / "typesetting.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['quote']} of {row['text']}")
def test_signs_that_are_set_otherwise_are_the_same_and_other_numbers_are_not(row: dict[str, str]) -> None:
    same = row["same"] == "yes"
    assert (find_exact(row["text"], row["quote"])[0] is QuoteStanding.STATED) is same
    assert (standing_in(row["quote"], row["text"]) is QuoteStanding.STATED) is same
    assert (anchor(row["text"], row["quote"]).state == "anchored") is same
