"""Pages of teletext, messages with lines behind `^`, and pages that show one text as it is."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

FERRY = (
    "De veerdienst tussen Terhorn en Oudesluis\nblijft ook na 1 januari varen. De provincie\n"
    "trekt er geld voor uit.\n\n"
    "De rederij wilde stoppen omdat de olie in\neen jaar tijd 31 procent duur-\nder is geworden."
)
TOPS = [
    ("104 NOS-TEXT za 28 nov 2026 14:31:07", "NOS-TEXT", "2026-11-28"),
    ("P112 ARDtext Sa 28.11.2026 14:31:07", "ARDtext", "2026-11-28"),
    ("131 1/3 ORF TEXT 28.11.26 14:31", "ORF TEXT", "2026-11-28"),
    ("106 SVT Text Lördag 28 nov 2026 14.31", "SVT Text", "2026-11-28"),
    ("201/02 Telete 28/11/2026 14:31:07", "Telete", "2026-11-28"),
]


def shown(text: str, name: str) -> tuple[RawDocument, ...]:
    pages = {
        "a.txt": text,
        "a.html": f"<html><head><title>Screen 7</title></head><body><p>Back</p><pre>\n{text}\n</pre></body></html>",
    }
    documents, _ = read_any(name, pages[name].encode())
    return documents


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize(("top", "service", "day"), TOPS)
def test_a_page_of_teletext_is_an_article(top: str, service: str, day: str, name: str) -> None:
    text = f" {top}\n ------------------\n Veerdienst Terhorn\n blijft varen\n\n"
    text += "\n".join(f" {line}" for line in FERRY.split("\n")) + "\n\n volgende  nieuws  weer  sport\n"
    (document,) = shown(text, name)
    assert (document.given.title, document.given.outlet) == ("Veerdienst Terhorn blijft varen", service)
    assert document.given.published == day
    assert [one.text for one in document.paragraphs] == [
        "De veerdienst tussen Terhorn en Oudesluis blijft ook na 1 januari varen. De provincie trekt er geld voor uit.",
        "De rederij wilde stoppen omdat de olie in een jaar tijd 31 procent duurder is geworden.",
    ]
    left = {one.text: one.aside for one in document.around}
    assert left[top] == "the head of its pages"
    assert left["volgende nieuws weer sport"] == "the foot of its pages"
    assert ("Screen 7" in left and "Back" in left) == (name == "a.html")


def test_several_pages_of_teletext_are_several_articles() -> None:
    pages = [
        f"{number} NOS-TEXT za 28 nov 2026 14:31:07\n\nKop {word}\n\n{FERRY}\n\n"
        for number, word in ((104, "een"), (105, "twee"))
    ]
    assert [one.given.title for one in shown("".join(pages), "a.txt")] == ["Kop een", "Kop twee"]


NO_TELETEXT = [
    "104 people died in the flood, said the mayor at 14:31\n\nMayor speaks\n\n" + FERRY,
    "Programme of 28 November\n\n104 NOS-TEXT za 28 nov 2026 14:31:07\n\n" + FERRY,
    "104 NOS-TEXT za 28 nov 2026 14:31:07\n\nKop\n\n" + FERRY.replace("\n", " "),
]


@pytest.mark.parametrize("text", NO_TELETEXT)
def test_other_texts_with_a_number_and_a_time_are_no_teletext(text: str) -> None:
    assert not any(one.aside == "the foot of its pages" for document in shown(text, "a.txt") for one in document.around)


MESSAGE = """ZCZC QW0417
u i BC-Dam-Barge 2ndLd-Writethru   11-28 0211
^BC-Dam-Barge, 2nd Ld-Writethru,0211<
^Barge strikes dam; two lanes shut<
^Eds: ADDS quote from engineer. Trims.<
^By Hanne Lorentz<
^Quay Press<

OSTMARK (QP) - A barge carrying gravel struck the old dam early Saturday,
closing two of its four lanes, the water board said.

Nobody was hurt. The skipper told police that the rudder had jammed.
(PROFILE (COUNTRY:Ostmark;) (CATEGORY:Accident;))
QP-11-28-26 0904GMT
NNNN
"""
OTHER = """^Mill to close in June<
^By Rolf Tamm<
^Coast Wire<
Norsk Stal says it will shut its mill in June after ninety years of work.
CW-NY-11-27-26 1904EST<
"""


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_lines_behind_carets_are_headline_writer_and_agency(name: str) -> None:
    (document,) = shown(MESSAGE, name)
    given = document.given
    assert (given.title, given.author, given.outlet) == (
        "Barge strikes dam; two lanes shut", "Hanne Lorentz", "Quay Press",
    )  # fmt: skip
    assert given.published == "2026-11-28"
    assert len(document.paragraphs) == 2
    left = {one.text: one.aside for one in document.around}
    assert left["^Eds: ADDS quote from engineer. Trims.<"] == "a note to editors"
    assert left["NNNN"] == "the end of a message of an agency"
    assert left["^BC-Dam-Barge, 2nd Ld-Writethru,0211<"] == "the header of a message of an agency"


def test_several_messages_are_several_articles() -> None:
    first, second = shown(MESSAGE + "\n" + OTHER, "a.txt")
    assert (first.given.outlet, second.given.outlet) == ("Quay Press", "Coast Wire")
    assert (second.given.author, second.given.published) == ("Rolf Tamm", "2026-11-27")


def test_one_line_behind_a_caret_makes_no_message() -> None:
    (document,) = shown(
        "Mill to close\n\nThe mill closes in June, said Norsk Stal on Monday.\n\n^ back to the top\n", "a.txt"
    )
    assert not document.whole
