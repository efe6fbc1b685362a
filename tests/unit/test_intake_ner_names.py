"""Names that a text holds."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

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


@pytest.mark.parametrize(
    "text",
    [
        "The bank will leave London for New York next year.|London|New York",
        "Its plant in Saudi Arabia will close.|Saudi Arabia",
        "A team from the Czech Republic won in Papua New Guinea.|Czech Republic|Papua New Guinea",
        "Sheffield Wednesday lost at home.|Sheffield Wednesday",
        "Theresa May and April Jones will vote.|Theresa May|April Jones",
        "Shares of General Electric fell.|General Electric",
        "Thousands died in the Second World War.|Second World War",
        "The Five Star Movement refused.|Five Star Movement",
        "The president of Côte d'Ivoire arrived.|Côte d'Ivoire",
        "A Boeing 737 landed.|Boeing 737",
        "The maker of tape, 3M, will cut jobs.|3M",
        "Standard & Poor's cut the rating.|Standard & Poor's",
        "Ursula von der Leyen met Luiz Inácio Lula da Silva.|Ursula von der Leyen|Luiz Inácio Lula da Silva",
        "Old Trafford was full.|Old Trafford",
        "First Republic Bank collapsed.|First Republic Bank",
        "Zoltar's Quorvex was sold by Acme-owned Brumble.|Zoltar|Quorvex|Acme|Brumble",
        "Leung Yiu-chung of NWSC won the seat.|Leung Yiu-chung|NWSC",
    ],
)
def test_a_name_is_proposed_whole_or_not_at_all(text: str) -> None:
    sentence, *names = text.split("|")
    assert {form for p in propose(sentence) for form in (p.name, *p.aliases)} == set(names)


@pytest.mark.parametrize(
    "text",
    [
        "TENNIS - LINDQVIST WINS IN ROTTERDAM.|lindqvist|rotterdam",
        "NEW JERSEY 12 4 8 0 .333 5|new jersey",
        "Real Betis 0 Ajax 2|real betis|ajax",
        "2. Marta Nilsen (Norway) 2:03.45|marta nilsen|norway",
        "Chicago Bulls 101 Miami Heat 99|chicago bulls|miami heat",
        "LONDON 1996-08-30|london",
    ],
)
def test_names_are_told_from_the_numbers_and_capitals_around_them(text: str) -> None:
    line, *names = text.split("|")
    assert {proposal.name.lower() for proposal in propose(line)} == set(names)


def test_a_name_that_is_whole_in_one_sentence_is_whole_in_all() -> None:
    text = "He joined the Vellum Harbour Trust. In May, Harbour Trust of old met. The Vellum Harbour Trust paid."
    assert propose(text)[0].name == "Vellum Harbour Trust"
    assert propose(text)[0].count == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Assemblée nationale a écouté Anne Dupuis de Gaulle. Selon Le Monde, Renault part de Lyon."),
        ("fr", "Cependant, rien ne bouge. Hier, les ouvriers attendaient."),
        ("es", "Según El País, Pedro Sánchez viajó a Buenos Aires. Nadie salió."),
        ("es", "Miles de personas marcharon en Ciudad de México."),
        ("it", "L'Italia aspetta. Secondo la Banca d'Italia, Torino cresce. Ieri pioveva."),
        ("pt", "O presidente Luiz Inácio Lula da Silva visitou Lisboa. Nada mudou."),
        ("nl", "Volgens Mark Rutte gaat Philips naar de Verenigde Staten. Gisteren regende het."),
        (
            "de",
            "Der Regen hielt an. Die Sprecherin Lena Holm von der Müller GmbH reiste nach Wien. Die SPD schwieg.",
        ),
    ],
)
def test_names_are_read_in_the_language_of_the_text(language: str, text: str) -> None:
    wanted = {
        "L'Assem": {"Assemblée nationale", "Anne Dupuis de Gaulle", "Le Monde", "Renault", "Lyon"},
        "Cependa": set(),
        "Según E": {"El País", "Pedro Sánchez", "Buenos Aires"},
        "Miles d": {"Ciudad de México"},
        "L'Itali": {"Italia", "Banca d'Italia", "Torino"},
        "O presi": {"Luiz Inácio Lula da Silva", "Lisboa"},
        "Volgens": {"Mark Rutte", "Philips", "Verenigde Staten"},
        "Der Reg": {"Lena Holm", "Müller GmbH", "Wien", "SPD"},
    }[text[:7]]
    assert {proposal.name for proposal in propose(text, language)} == wanted


@pytest.mark.parametrize("language", ["zh", "ja", "ar", "ru", "ko", "pl"])
def test_in_a_language_that_is_not_read_nothing_is_proposed(language: str) -> None:
    assert propose("Mara Lindqvist met Jonas Weber in Oslo.", language) == ()


def test_tokens_keep_their_places() -> None:
    text = "Mr. Weber’s firm, A.B.C., paid $3.5 million."
    tokens = [token for sentence in tokenize(text) for token in sentence]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.text for t in tokens][:4] == ["Mr.", "Weber", "’s", "firm"]


def test_words_at_the_start_of_a_sentence_say_nothing_about_capitals() -> None:
    use = usage(tokenize("Bridges fall. We saw Bridges there. Old bridges fall."))
    assert (use.capital["Bridges"], use.lower["bridges"]) == (1, 1)


@settings(max_examples=examples(50), deadline=None)
@given(st.text(alphabet=st.sampled_from("aA bB.C,’'\"-(1) \n“Мü漢 and of"), max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for proposal in propose(text):
        assert proposal.name.strip()
        assert proposal.count > 0
