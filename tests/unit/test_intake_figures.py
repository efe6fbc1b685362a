"""Figures that a text states."""

import re
from pathlib import Path

import pytest

from annotated_briefings.intake.figures import figures

ROWS = Path(__file__).resolve().parents[1] / "data" / "stated" / "figures.tsv"


def rows() -> list[tuple[str, str]]:
    lines = ROWS.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return [(cells[1], cells[2] if len(cells) > 2 else "") for cells in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("sentence", "wanted"), rows())
def test_a_figure_is_the_whole_number_with_its_sign_and_what_it_counts(sentence: str, wanted: str) -> None:
    found = figures([sentence])
    assert ";".join(f"{figure.value}|{figure.unit}" for figure in found) == wanted
    for figure in found:
        assert figure.value in figure.quote
        assert figure.quote in sentence
        assert not re.search(rf"(?<![\d.,]){re.escape(figure.value)}(?!\d)", figure.what)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2023 plans were made for the bridge.",
        "It took him 9 months and 12 days of his life.",
        "Nobody counted anything at all that day.",
        "See page 14.",
    ],
)
def test_years_durations_and_page_numbers_are_none(sentence: str) -> None:
    assert figures([sentence]) == ()


def test_a_figure_is_described_by_the_clause_it_stands_in() -> None:
    (found,) = figures(["After a long winter, the council spent £18 million on sand, which surprised the voters."])
    assert (found.value, found.what) == ("£18 million", "the council spent on sand")
    assert found.quote == "the council spent £18 million on sand"


def test_those_of_key_points_come_first_and_five_are_enough() -> None:
    texts = [f"The harbour office counted {n}00 ships in a quiet year." for n in range(1, 9)]
    found = figures(texts, [texts[7]])
    assert len(found) == 5
    assert found[-1].value == "800"


def test_what_a_figure_measures_shows_where_its_number_was() -> None:
    text = "Ships under 4.5 metres may pass. It costs 1,500 euros, 12 percent more than planned by the town."
    assert [found.what for found in figures([text], [])] == [
        "Ships under … metres may pass",
        "It costs, 12 percent more than planned by the town",
        "It costs 1,500 euros, … more than planned by the town",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The price of beer rose by 12·5 per cent in the spring of this year.",
        "Wine rose by 3٫8 per cent in the spring of this year.",
        "The owner never said, in its letter of January, that the pit lost 12 million euros.",
        "It is not true, the union said, that wages fell 7 percent in a year.",
        "Without the subsidy, the loss would have been 25 million euros.",
        "The ministry denied that 1,500 workers had left the northern yard.",
        "Kein Gericht hat, anders als berichtet, eine Strafe von 12 Millionen Euro verhängt.",
        "Die Behörde wird nicht, wie gemeldet, die Abgabe um 7 Prozent erhöhen.",
        "La ville n'a pas vendu 12 millions d'euros de terrains cette année.",
        "El puerto nunca dijo que perdió 12 millones de euros en enero.",
    ],
)
def test_a_number_behind_a_denial_or_a_part_of_a_number_is_no_figure(sentence: str) -> None:
    assert [f for f in figures([sentence], []) if f.value not in ("12·5", "3٫8")] == []
