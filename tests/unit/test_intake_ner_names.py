"""Names that a text holds."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.intake.ner.names import NameProposal, propose
from annotated_briefings.intake.ner.tokens import tokenize, usage

TEXT = (Path(__file__).parents[1] / "data" / "names.txt").read_text(encoding="utf-8")
WANTED = {
    "Vessby": "",
    "Tideworks Energy": "company",
    "Mara Lindqvist": "person",
    "Norway": "place",
    "Northern Capital Partners": "company",
    "Helion Motors GmbH": "company",
    "Munich": "place",
    "Jonas Weber": "person",
    "Samsung": "company",
    "Apple": "company",
    "Brussels": "place",
    "Clean Harbours Act": "law",
    "Ministry of Coastal Affairs": "government",
    "European Commission": "government",
    "Geneva": "place",
    "WaveOne": "product",
    "University of Bergen": "organisation",
    "Ingrid Solheim": "person",
    "Oslo": "place",
}
"""Name to type; empty where the text does not tell."""


@pytest.fixture(scope="module")
def found() -> dict[str, NameProposal]:
    return {proposal.name: proposal for proposal in propose(TEXT)}


def test_all_names_of_a_text_are_proposed_and_nothing_else(found: dict[str, NameProposal]) -> None:
    assert set(found) == set(WANTED)


def test_names_have_the_type_that_their_words_and_neighbours_tell(found: dict[str, NameProposal]) -> None:
    assert {name: found[name].type for name, kind in WANTED.items() if kind} == {n: k for n, k in WANTED.items() if k}


def test_short_forms_are_aliases_of_the_long_one(found: dict[str, NameProposal]) -> None:
    assert found["Mara Lindqvist"].aliases == ("Lindqvist",)
    assert found["Tideworks Energy"].aliases == ("Tideworks",)
    assert found["Ministry of Coastal Affairs"].aliases == ("MCA",)


def test_a_proposal_shows_the_first_sentence_that_names_it(found: dict[str, NameProposal]) -> None:
    assert found["Jonas Weber"].sentence == '"We did not expect this," said Jonas Weber, an analyst at the firm.'
    assert found["Tideworks Energy"].count == 3


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the minister spoke to Chinese and South Korean reporters in March.",
        "THE WHOLE LINE SHOUTS ABOUT NOTHING AT ALL",
        "It rained. Nobody came. Everything stayed as it was. However, the sun returned.",
        "",
    ],
)
def test_days_nations_and_shouting_name_nothing(text: str) -> None:
    assert propose(text) == ()


def test_a_possessive_and_an_ending_are_no_part_of_a_name() -> None:
    text = "Berlin-based Quorvex opened a shop. Quorvex's rivals and Quorvex’s owners waited."
    names = {p.name for p in propose(text)}
    assert names == {"Berlin", "Quorvex"}


def test_tokens_keep_their_places() -> None:
    text = "Mr. Weber’s firm, A.B.C., paid $3.5 million."
    tokens = [token for sentence in tokenize(text) for token in sentence]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.text for t in tokens][:4] == ["Mr.", "Weber", "’s", "firm"]


def test_words_at_the_start_of_a_sentence_say_nothing_about_capitals() -> None:
    use = usage(tokenize("Bridges fall. We saw Bridges there. Old bridges fall."))
    assert (use.capital["Bridges"], use.lower["bridges"]) == (1, 1)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA bB.C,’'\"-(1) \n“Мü漢 and of"), max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for proposal in propose(text):
        assert proposal.name.strip()
        assert proposal.count > 0
