"""Points of lists that a text calls untrue by their letter or number prove nothing, and the points beside them do.

`¶` is a line end; the passage is in brackets. The second half of the table was not looked at before the rule was done.
"""

import csv
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.turned.denied import is_turned

TABLE = Path(__file__).resolve().parents[1] / "data" / "stated" / "enumerated.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_a_point_is_denied_by_its_letter_or_number(row: dict[str, str]) -> None:
    before, _, rest = row["text"].replace("¶", "\n").partition("[")
    passage, _, behind = rest.partition("]")
    found = is_turned(before + passage + behind, len(before), len(before) + len(passage))
    assert found is (row["turned"] == "yes")
