"""Where the quote of a note is: at whole words and whole numbers, at the ends of a text as within it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.content.annotations import anchor, find_exact
from annotated_briefings.content.spelled import find_all


def joined(left: str, right: str) -> bool:
    """Whether two characters belong to one word."""
    return left.isalnum() and right.isalnum()


@given(st.text("ab .", max_size=12), st.text("ab .", max_size=3))
def test_a_quote_is_found_wherever_it_cuts_no_word(text: str, quote: str) -> None:
    """Also at both ends of the text, and where places overlap; an empty quote is nowhere."""
    wanted = []
    for at in range(len(text) if quote else 0):
        end = at + len(quote)
        cut = (at > 0 and joined(text[at - 1], quote[0])) or (end < len(text) and joined(quote[-1], text[end]))
        if text[at:end] == quote and not cut:
            wanted.append(at)
    assert find_all(text, quote) == tuple(wanted)


@pytest.mark.parametrize(
    ("text", "quote", "places"),
    [
        ("8% of ships", "8%", (0,)),
        ("3.8% of ships", "8%", ()),
        ("by 3,8", "8", ()),
        ("by 12,500 and 500", "500", (14,)),
        ("by 12 500 tons", "500", ()),
        ("in 2026 500 tons", "500", (8,)),
        ("a loss of -500", "500", ()),
        ("at 10:30", "10", ()),
        ("at 10: thirty", "10", (3,)),
        ("8.5 of them", "8", ()),
        ("it was 8.", "8", (7,)),
        ("8%", "8", ()),
        ("20°", "20", ()),
        ("12 500", "12", ()),
        ("12 5000", "12", (0,)),
        ("2026 500", "2026", (0,)),
        ("港市場が開く", "市場", (1,)),
        ("the harbours", "harbour", ()),
        ("xy", "y", ()),
        ("xy", "x", ()),
        ("harbour", "harbour", (0,)),
    ],
)
def test_a_number_is_found_whole(text: str, quote: str, places: tuple[int, ...]) -> None:
    """Not within another number that has a decimal part, thousands, a sign, a unit or a time of day around it."""
    assert find_all(text, quote) == places


def test_an_exact_passage_is_the_first_place() -> None:
    found = find_exact("Storm, storm and storm.", "storm and")[1]
    assert found is not None
    assert (found.start, found.end) == (7, len("Storm, storm and"))
    assert find_exact("A brainstorm.", "storm")[1] is None


@pytest.mark.parametrize("gap", ["shut the port", "  shut   the port "])
def test_what_is_shown_of_a_passage_with_a_changed_word_has_no_spaces_around_it(gap: str) -> None:
    text = f"On Friday evening the master of the harbour {gap} because of the heavy storm outside."
    found = anchor(text, "shut the pier", "evening the master of the harbour", "because of the heavy storm outside")
    assert (found.passage, found.found) == (None, "shut the port")
    assert found.why == "a word has changed: `pier` is now `port`"
