"""A line that points past an advertisement, and the sign before an item of a list, make no other text; a tick does."""

import pytest

from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.same_text import Standing, compared_text, likeness

TEXT = ["The light of Eko is sold in May, the county said on Monday.", "The keeper, who is sixty, may stay there."]


def standing(one: list[str], other: list[str]) -> Standing:
    return likeness(compared_text(one, Origin()), compared_text(other, Origin())).kind


@pytest.mark.parametrize(
    "line",
    [
        "Article continues below the advertisement",
        "Artikeln fortsätter efter annonsen",
        "Der Artikel geht nach der Werbung weiter",
        "L'article se poursuit après la publicité",
        "Продолжение после рекламы",
        "Juttu jatkuu mainoksen jälkeen",
    ],
)
def test_a_line_that_points_past_an_advertisement_says_nothing(line: str) -> None:
    assert standing(TEXT, [TEXT[0], line, TEXT[1]]) == Standing.SAME


def test_the_sign_of_an_item_says_nothing_and_a_tick_and_a_minus_do() -> None:
    items = ["The ferry stays open", "The school moves"]
    assert standing(TEXT + [f"• {one}" for one in items], TEXT + [f"– {one}" for one in items]) == Standing.SAME
    assert standing(TEXT + [f"☑ {one}" for one in items], TEXT + [f"☐ {one}" for one in items]) != Standing.SAME
    assert standing([*TEXT, "−4 degrees at night"], [*TEXT, "4 degrees at night"]) != Standing.SAME
