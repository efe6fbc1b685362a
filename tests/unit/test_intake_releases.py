"""Forms of press releases: their ends, whom to ask, words about the company, and services that spread them."""

import pytest

from annotated_briefings.intake.agencies.releases import CONTACT, publisher, without_form
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

NEWS = (
    "The harbour of Port Ellery will be dredged for the first time in thirty years, the port authority said on Monday. "
    "The work costs 12 million euros.",
    "Ships with a draught of nine metres can then call at any tide. The authority expects forty more calls a year.",
)


def read(text: str) -> FileRead:
    documents, found = read_any("a.txt", text.encode())
    return split_all("a.txt", documents, found, Decisions())


@pytest.mark.parametrize(
    "mark", ["# # #", "###", "-30-", "-ends-", "- ENDE -", "*** FIN ***", "– Einde –", "ENDS", "<koniec>", "-конец-"]
)
def test_an_end_mark_parts_releases_and_is_never_a_headline(mark: str) -> None:
    heads = ("Acme opens plant in Hadlow", "Bolt recalls 300 drills", "Cato names new chief")
    texts = (
        "Acme opened a plant in Hadlow on Monday. It makes pumps for farms and employs 40 people from the valley.",
        "Bolt is recalling 300 drills because a wire may break, it said on Tuesday. Owners get their money back.",
        "Cato named Ida Moor as its chief on Wednesday. She ran its yard in Norwick for nine years before that.",
    )
    found = read("".join(f"{head}\n\n{text}\n\n{mark}\n\n" for head, text in zip(heads, texts, strict=True)))
    assert [meta.headline.value for meta in found.metas] == list(heads)
    assert [[p.text for p in a.paragraphs if not p.aside] for a in found.articles] == [
        [head, text] for head, text in zip(heads, texts, strict=True)
    ]


@pytest.mark.parametrize(
    "block",
    [
        "Media contact:\nDeb Fontaine\n+1 510 555 0142\npress@quill.example",
        "Pressekontakt\nUwe Sander\nTel. 040 555 0142\nuwe.sander@hafen.example",
        "Contact presse\nHélène Martin\n01 23 45 67 89\nhelene@port.example",
        "Contacto de prensa:\nLucía Ramos\n+34 600 000 000\nprensa@puerto.example",
        "Ufficio stampa\nPaolo Conti\nTel. 010 555 0142\nstampa@porto.example",
        "Assessoria de imprensa\nAna Costa\n+351 210 000 000",
        "Perscontact:\nJan Peters, woordvoerder\n+31 10 555 0142",
        "Presskontakt\nAnna Berg\npress@hamn.example",
        "Контакты для СМИ\nИрина Волкова\n+7 495 000 00 00",
        "Contact: Press office, Port of Ellery, press@port.example",
        "For more information contact\n\nDeb Fontaine\n\npress@quill.example",
        "媒体联系人\n王丽\nwang@port.example",
    ],
)
def test_all_of_a_block_of_contacts_is_left_out_by_name(block: str) -> None:
    found = read(f"Port Ellery harbour to be dredged\n\n{NEWS[0]}\n\n{NEWS[1]}\n\n{block}\n")
    (article,) = found.articles
    left = [p for p in article.paragraphs if p.aside]
    assert {p.aside for p in left} == {CONTACT}
    assert " ".join(p.text for p in left).split() == block.split()
    assert not found.metas[0].author.value


@pytest.mark.parametrize(
    "line",
    [
        "Contact with the ship was lost at 4 a.m., the coast guard said, and a helicopter took off.",
        "Media relations are what a mayor lives on, said the mayor of Ellery, and laughed.",
        "Kontakt zu der Fähre besteht seit Montag nicht mehr, teilte die Reederei am Abend mit.",
    ],
)
def test_a_sentence_about_contacts_stays_text(line: str) -> None:
    (article,) = read(f"Port Ellery harbour to be dredged\n\n{NEWS[0]}\n\n{line}\n").articles
    assert [p.text for p in article.paragraphs if p.aside] == []


@pytest.mark.parametrize(
    "heading",
    ["Forward-Looking Statements", "About Ellery Port", "Über Hafen Ellery", "À propos d'Ellery", "Notes to editors"],
)
def test_what_a_release_says_of_itself_is_no_key_point(heading: str) -> None:
    assert without_form((*NEWS, heading, "It was founded in 1902.")) == NEWS
    assert without_form((*NEWS, "This release contains forward-looking statements.")) == NEWS


@pytest.mark.parametrize(
    ("agency", "headline", "more", "outlet"),
    [
        ("PRNewswire", "Acme Pumps opens plant", (), "Acme Pumps"),
        ("PR Newswire", "Plant opens in Hadlow", ("About Acme Pumps",), "Acme Pumps"),
        ("Business Wire", "Plant opens in Hadlow", (), "Business Wire"),
        ("Reuters", "Acme Pumps opens plant", ("About Acme Pumps",), "Reuters"),
    ],
)
def test_a_service_that_spreads_releases_is_not_their_outlet_where_the_company_is_named(
    agency: str, headline: str, more: tuple[str, ...], outlet: str
) -> None:
    lead = "Acme Pumps today opened a plant in Hadlow."
    assert publisher(agency, headline, lead, (headline, lead, *more)) == outlet
