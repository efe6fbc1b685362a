"""Which source of a brief a sentence gives words to, and which it only names.

Every second text of each list was not looked at before the rule was done.
"""

import re

import pytest

from annotated_briefings.base.source import Place, Source
from annotated_briefings.content.model import SourceRef
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.quotations.attributions import claimed_from

OUTLETS = (
    "The Courier",
    "Harbour Gazette",
    "Le Courrier",
    "Der Kurier",
    "Die Woche",
    "The Mirror",
    "松江日報",
    "De Koerier",
    "Курьер",
    "Ny Tid",
    "El Faro",
    "FT",
    "BBC",
    "dpa",
    "NZZ",
    "i",
    "TT",
)
WORDS = "every second bolt is eaten by rust"

SURE = """
The Courier writes: “W.”
According to the Courier “W”.
“W”, the Courier reports.
“W,” the Courier wrote on Monday.
“W,” she told the Courier.
The mayor told The Courier that “W”.
“W”, reports the Harbour Gazette.
As the Courier puts it, “W”.
The Courier also reported on Tuesday: “W.”
The Courier: “W.”
“W,” according to the Harbour Gazette.
“W”, the COURIER said.
Le Courrier écrit : « W ».
Selon Le Courrier, « W ».
« W », rapporte Le Courrier.
« W », a déclaré la maire au Courrier.
„W“, schreibt der Kurier.
Laut Kurier „W“.
Der Kurier berichtet: „W.“
„W“, sagte sie dem Kurier.
So meldet die Woche: „W.“
Nach Angaben der Woche „W“.
De Koerier schrijft: ‘W.’
Volgens De Koerier “W”.
El Faro escribe: «W».
Según El Faro, «W».
Ny Tid skriver: ”W.”
Enligt Ny Tid ”W”.
Как пишет «Курьер», болты проржавели: «W».
По данным Курьера, «W».
“W”, the FT reported.
FT: “W.”
“W”, he told the FT's Ann Berg.
“W,” she told BBC News.
„W“, sagte er der dpa.
Nach dpa-Informationen „W“.
„W“, so die NZZ.
The i reports: “W.”
”W”, säger hon till TT.
"""
WEAK = """
In the Courier one reads: “W.”
Kowal of the Courier said: “W.”
“W” (The Courier).
A reader of the Harbour Gazette shouted: “W.”
An editor at the Courier asked: “W?”
The Courier's editor wrote: “W.”
Im Kurier stand: „W.“
Dans Le Courrier, on lit : « W ».
“W” (BBC)
„W“, heißt es bei dpa.
"""
NONE = """
The mayor said: “W.”
The courier said: “W.”
A courier brought a parcel and shouted: “W!”
The Torvik Courier writes: “W.”
The Courier of Varne writes: “W.”
She looked into the mirror and said: “W.”
Eine Woche später sagte sie: „W.“
The engineer said “W”. The Courier reports on it every week.
The Courier is for sale. The engineer said: “W.”
“The Courier will be sold in May to a bank,” he said, and added: “W.”
Kuriere klagten: „W.“
The Courier-Reporter writes: “W.”
El farero dijo: «W».
Un courrier dit : « W ».
The Mirror Lake hotel says: “W.”
In der Woche davor sagte sie: „W.“
Nach der Woche rief sie: „W!“
She said in a letter: “W.”
The drop was 40 ft, he said: “W.”
It cost 3 FTEs, i.e. a lot, she said: “W.”
The FTC said: “W.”
Tt said nothing, he said: “W.”
"""


def lines(text: str) -> list[str]:
    return text.strip().split("\n")


def speakers(sentence: str) -> list[tuple[str, bool]]:
    """The sources that a sentence names, as it names them, and whether it gives them the words."""
    listed = "".join(f"  - outlet: {name}\n" for name in OUTLETS)
    sentence = re.sub(r"\bW\b", WORDS, sentence)
    text = f"---\ntitle: Probe\nsources:\n{listed}---\nFirst words here.\n\n{sentence}\n"
    brief, _ = parse_brief(Source("briefings/a.md", text))
    assert brief is not None
    [quotation] = [one for one in brief.quotations if WORDS in one.text]
    return [(one.name, one.sure) for one in quotation.speakers]


@pytest.mark.parametrize("sentence", lines(SURE))
def test_a_sentence_that_gives_words_to_an_outlet_is_read(sentence: str) -> None:
    assert [sure for _, sure in speakers(sentence)] == [True]


@pytest.mark.parametrize("sentence", lines(WEAK))
def test_a_sentence_that_only_names_an_outlet_is_not_sure(sentence: str) -> None:
    assert [sure for _, sure in speakers(sentence)] == [False]


@pytest.mark.parametrize("sentence", lines(NONE))
def test_other_names_and_other_sentences_are_no_outlet(sentence: str) -> None:
    assert speakers(sentence) == []


def test_a_block_of_quoted_text_belongs_to_the_line_that_leads_to_it_or_signs_it() -> None:
    block = f"> {WORDS.capitalize()}."
    assert speakers(f"The Courier writes:\n\n{block}".replace(WORDS.capitalize(), WORDS)) == [("The Courier", True)]
    assert speakers(f"> {WORDS}.\n>\n> — The Courier") == [("The Courier", True)]
    assert speakers(f"> {WORDS}.\n\n— Anna Weiss, Harbour Gazette") == [("Harbour Gazette", False)]
    assert speakers(f"The Courier is old.\n\n> {WORDS}.") == []


def test_scripts_without_blanks() -> None:
    assert speakers("松江日報によると「W」。") == [("松江日報", True)]


def test_a_claim_is_given_to_an_outlet() -> None:
    sources = tuple(
        SourceRef(name, "", "", "", None, "", "", "", Place("a.md", 1)) for name in ("The Courier", "Dock Post")
    )
    given = {
        "The bolts are rusty, according to the Courier.": [(1, True)],
        "The Courier reports rust. The pier is old.": [(1, False)],
        "The pier is old.": [],
        "The Courier and Dock Post report rust.": [(1, False), (2, False)],
    }
    assert {text: sorted((one.sources[0], one.sure) for one in claimed_from(text, sources)) for text in given} == given
