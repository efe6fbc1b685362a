"""A quote is found however a paper sets numbers, abbreviations and closing marks, and never where a value or a name is
another one; what somebody told wrongly proves nothing."""

import csv
from pathlib import Path

from annotated_briefings.base.meaning.spelling.house_style import in_one_style
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.quotations.edited import standing_in

STATED = Path(__file__).parents[1] / "data" / "stated"


def rows(name: str) -> list[dict[str, str]]:
    with (STATED / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_what_each_paper_sets_in_its_own_way_is_the_same_and_other_values_and_names_are_not() -> None:
    wrong = {}
    for row in rows("house_style.tsv"):
        found = {find_exact(row["text"], row["quote"])[0], standing_in(row["quote"], row["text"])}
        if (found == {QuoteStanding.STATED}) is not (row["same"] == "yes"):
            wrong[row["quote"], row["text"]] = found
    assert wrong == {}


def test_a_number_that_languages_read_in_two_ways_stays_as_it_is_where_no_language_is_known() -> None:
    numbers = [f"{whole}{mark}{rest:03}" for whole in (1, 20, 999) for mark in ".," for rest in range(1, 1000, 13)]
    assert [one for one in numbers if in_one_style(one)[0] != one] == []


def test_what_is_wrongly_stated_proves_nothing() -> None:
    wrong = {}
    for row in rows("misstated.tsv"):
        found = standing_in(row["quote"], row["text"])
        if (found is QuoteStanding.TURNED) is not (row["standing"] == "turned"):
            wrong[row["quote"], row["text"]] = found
    assert wrong == {}
