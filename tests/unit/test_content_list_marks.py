"""What changed only in its letter or number in a list keeps its note; a changed reference to a point does not."""

import pytest

from annotated_briefings.content.annotations import anchor

KEPT = [
    ("a) The mill was sold in May", "b) The mill was sold in May by the town."),
    ("iv. The mill was sold in May", "v. The mill was sold in May by the town."),
    ("(2) The mill was sold in May", "(3) The mill was sold in May by the town."),
    ("1) The mill was sold in May", "The council met.\n2) The mill was sold in May by the town."),
    ("II) The mill was sold in May", "The council met.\n\nIII) The mill was sold in May by the town."),
]
LOST = [
    ("see b) for the price", "The mill was sold, see c) for the price."),
    ("point a) says, the mill", "As point b) says, the mill was sold."),
    ("a) The mill was sold in May", "As said in b) The mill was sold in May."),
    ("4. May was warm in the old town", "5. May was warm in the old town."),
    ("V. Berg sold the mill in May", "I. Berg sold the mill in May."),
    ("a) The mill was sold in May", "b) The mill was sold in June by the town."),
]


@pytest.mark.parametrize(("quote", "text"), KEPT)
def test_a_note_follows_its_point_to_another_place_in_the_list(quote: str, text: str) -> None:
    assert anchor(text, quote).state == "anchored"


@pytest.mark.parametrize(("quote", "text"), LOST)
def test_another_reference_day_or_name_is_another_text(quote: str, text: str) -> None:
    assert anchor(text, quote).state == "orphan"
