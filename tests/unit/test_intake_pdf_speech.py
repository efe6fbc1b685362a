"""Speeches of PDF files, which begin with a dash, are no items; the address of a paper at the foot is no text."""

import pytest
from office_files import Drawn, column, pdf

from annotated_briefings.intake.formats.detect import read_any

FIRST = (
    "The swimming bath of Lerum closes in February, since its roof leaks in four places and nobody wants to pay for it."
)
SPEECH = "- We lose a whole class of swimmers, says the head of the club. She has sent a protest with 3,100 names."
LAST = "The mayor promises nothing. He hopes for money from the county, which has a plan for a bath of its own."


def read(*parts: list[Drawn]) -> tuple[list[str], list[tuple[str, str]]]:
    """The text of a file, and what is no text with its reason."""
    (document,), _ = read_any("a.pdf", pdf([line for part in parts for line in part]))
    shown = [p.markdown or p.text for p in document.paragraphs if not p.aside]
    return shown, [(p.text, p.aside) for p in document.around]


def paragraphs(*texts: str, indent: float = 10) -> list[Drawn]:
    """Paragraphs one below the other, the first line of each set in."""
    out: list[Drawn] = []
    top = 740.0
    for text in texts:
        first, *more = column(text, 60, top, 230)
        out += [first._replace(left=60 + indent), *more]
        top -= 13 * (1 + len(more))
    return out


@pytest.mark.parametrize("dash", ["\u2013", "\u2014"])
@pytest.mark.parametrize("indent", [0, 10])
def test_a_speech_with_a_dash_is_a_paragraph_and_no_item(dash: str, indent: float) -> None:
    speech = dash + SPEECH[1:]
    shown, _ = read(paragraphs(FIRST, speech, LAST, indent=indent))
    assert " ".join(shown) == " ".join((FIRST, speech, LAST))
    assert indent == 0 or shown == [FIRST, speech, LAST]


@pytest.mark.parametrize("dash", ["\u2013", "\u2014"])
def test_speeches_one_after_the_other_are_no_list(dash: str) -> None:
    speeches = [f"{dash} {one}" for one in ("What did it cost? Nobody knows.", "Who pays? The town, I fear.")]
    shown, _ = read(paragraphs(FIRST, *speeches, LAST))
    assert shown == [FIRST, *speeches, LAST]


@pytest.mark.parametrize("dash", ["\u2013", "\u2014"])
def test_items_below_a_colon_stay_a_list(dash: str) -> None:
    shown, _ = read(paragraphs(f"{FIRST[:-1]}:", f"{dash} a new roof", f"{dash} a second basin", LAST))
    assert "- a new roof\n- a second basin" in "\n".join(shown)


@pytest.mark.parametrize("address", ["www.lerumsposten.example", "https://lerumsposten.example/bath"])
@pytest.mark.parametrize("place", [40, 815])
def test_the_address_of_a_paper_at_the_edge_of_a_page_is_no_text(address: str, place: float) -> None:
    shown, around = read(paragraphs(FIRST, LAST), [Drawn(address, 60, place, 8)])
    assert address not in " ".join(shown)
    assert (address, "the foot of its pages" if place < 100 else "the head of its pages") in around


def test_an_address_in_the_text_stays() -> None:
    shown, _ = read(paragraphs(FIRST, f"{LAST} More is at", "www.lerum.example/bath"))
    assert "www.lerum.example/bath" in " ".join(shown)
