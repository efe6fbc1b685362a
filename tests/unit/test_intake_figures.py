"""Figures that a text states."""

import pytest

from annotated_briefings.intake.figures import figures


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The town paid $3.5 billion for the new bridge.", "3.5 billion", "$"),
        ("The works cost 40 million crowns in the end.", "40 million", "crowns"),
        ("Sales of the firm fell 10.7% in the spring.", "10.7", "%"),
        ("Sales of the firm fell by 8 percent in the spring.", "8", "%"),
        ("The plant has 2,000 employees in two towns.", "2,000", "employees"),
        ("The bridge was opened on May 3, 2024 by the mayor.", "May 3, 2024", "date"),
        ("More than 1.2 million people crossed it last year.", "1.2 million", "people"),
    ],
)
def test_money_shares_counts_and_days_are_found(sentence: str, value: str, unit: str) -> None:
    (found,) = figures([sentence])
    assert (found.value, found.unit) == (value, unit)
    assert found.quote in sentence


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
    assert found.what == "the council spent £18 million on sand"


def test_those_of_key_points_come_first_and_five_are_enough() -> None:
    texts = [f"The harbour office counted {n}00 ships in a quiet year." for n in range(1, 9)]
    found = figures(texts, [texts[7]])
    assert len(found) == 5
    assert found[-1].value == "800"
