"""A level is told from a change, and the name of one thing from a count.

The second half of each table was not looked at before the rules were done.
"""

import csv
from pathlib import Path

import pytest

from annotated_briefings.base.meaning.stated import Statement, states, unstated_numbers

DATA = Path(__file__).resolve().parents[1] / "data" / "stated"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", rows("changes.tsv"), ids=lambda row: f"{row['quote']}: {row['value']} {row['what']}")
def test_a_level_states_no_change_and_a_change_no_level(row: dict[str, str]) -> None:
    found = states(row["quote"], row["value"], row["unit"], row["what"], (row["language"], row["language"]))
    assert (found is Statement.STATED) is (row["stated"] == "yes")


@pytest.mark.parametrize("row", rows("labels.tsv"), ids=lambda row: f"{row['quote']}: {row['value']} {row['unit']}")
def test_the_name_of_one_thing_states_no_count(row: dict[str, str]) -> None:
    found = states(row["quote"], row["value"], row["unit"], row["what"], (row["language"], row["language"]))
    assert (found is Statement.STATED) is (row["stated"] == "yes")


INNOCENT = [
    ("en", "The mayor said the town 40 years ago had no bridge", "40", "years", "time"),
    ("en", "PORT CLOSES ALL 40 BERTHS", "40", "berths", "berths"),
    ("en", "the ferry line lost 40", "40", "passengers", "passengers"),
    ("en", "the bus 40 people were waiting for", "40", "people", "people"),
    ("en", "prices at 40 shops rose by 3 percent", "40", "shops", "shops"),
    ("en", "Profit climbed to 40 million euros", "40 million", "euros", "profit"),
    ("es", "Las ventas crecieron un 3 % en 40 tiendas", "40", "tiendas", "tiendas"),
    ("de", "Der Umsatz stieg in 40 Filialen um 3 Prozent", "40", "Filialen", "Filialen"),
    ("en", "the rise was driven by 40 new plants", "40", "plants", "new plants"),
    ("en", "the number of deaths rose from 36 to 40", "4", "deaths", "rise in deaths"),
]


@pytest.mark.parametrize(("language", "quote", "value", "unit", "what"), INNOCENT)
def test_numbers_beside_a_rise_or_a_thing_are_still_counts(
    language: str, quote: str, value: str, unit: str, what: str
) -> None:
    assert states(quote, value, unit, what, (language, language)) is Statement.STATED


@pytest.mark.parametrize(
    ("point", "quote", "unstated"),
    [
        ("Inflation rose 3 percent in May.", "inflation at 3 percent", ("3",)),
        ("The fare rose by 50 euros.", "the fare rose to 50 euros", ("50",)),
        ("The fare rose to 50 euros.", "the fare rose by 50 euros", ("50",)),
        ("40 routes were closed.", "Route 40 was closed", ("40",)),
        ("Route 40 was closed.", "Route 40 was closed", ()),
        ("Inflation rose to 3 percent.", "inflation was 3 percent", ()),
        ("The fare rose 20 euros.", "the fare rose from 30 to 50 euros", ()),
    ],
)
def test_the_same_is_true_of_the_numbers_of_points(point: str, quote: str, unstated: tuple[str, ...]) -> None:
    assert unstated_numbers(point, quote, ("en", "en")) == unstated
