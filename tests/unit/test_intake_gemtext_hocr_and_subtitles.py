"""Gemtext, pages of text recognition and subtitles of one line are read; those of broadcasters are refused by name."""

import pytest

from annotated_briefings.intake.compose import compose_body
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

BAKERS = "The bakers of Elm will strike on Saturday for higher pay, their union said on Wednesday."
START, REST = BAKERS[:46].strip(), BAKERS[46:].strip()
SHOPS = "The shops want to open all the same, their owners said."


def read(name: str, data: str) -> FileRead:
    documents, found = read_any(name, data.encode())
    assert found == ()
    return split_all(name, documents, found, Decisions())


def body(name: str, data: str) -> str:
    done = read(name, data)
    return compose_body(done.articles[0], done.metas[0])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_gemtext_is_read_line_by_line(end: str) -> None:
    lines = [
        "#Bakers strike", BAKERS, SHOPS, "=> https://elm.example/letter The letter", "=> /list.gmi", "## Rolls",
        "* six *old* rolls", "* no bread", "> We stay out", "```shops", "a   b", "```", "It ends_in May.",
    ]  # fmt: skip
    assert body("a.gmi", end.join(lines)) == (
        f"{BAKERS}\n\n{SHOPS}\n\n[The letter](<https://elm.example/letter>)\n\n[/list.gmi](</list.gmi>)\n\n## Rolls\n\n"
        "* six *old* rolls\n* no bread\n\n> We stay out\n\n```\na   b\n```\n\nIt ends_in May.\n"
    )


HOCR = {
    "paragraphs": f"<div class='ocr_page'><div class='ocr_carea'><p class='ocr_par'><span class='ocr_line'>{START}"
    f"</span> <span class='ocr_line'>{REST}</span></p><p class='ocr_par'><span class='ocr_line'>"
    "<span class='ocrx_word'>The</span> <span class='ocrx_word'>shops</span> "
    f"<span class='ocrx_word'>{SHOPS[10:]}</span></span></p></div></div>",
    "words without lines": f"<div class='ocr_page'><p class='ocr_par'>{BAKERS}</p><p class='ocr_par'>{SHOPS}</p></div>",
    "areas": f"<div class='ocr_page'><div class='ocr_carea'><span class='ocr_line'>{BAKERS}</span></div></div>"
    f"<div class='ocr_page'><div class='ocr_carea'><span class='ocr_line'>{SHOPS}</span></div></div>",
}


@pytest.mark.parametrize("shape", HOCR)
@pytest.mark.parametrize("name", ["a.hocr", "a.html"])
def test_pages_of_text_recognition_are_read_as_their_lines(name: str, shape: str) -> None:
    done = read(name, f"<html><body>{HOCR[shape]}</body></html>")
    words = " ".join(article.text for article in done.articles).split()
    assert words == f"{BAKERS} {SHOPS}".split()


SUBTITLES = {
    "MicroDVD": "{1}{1}25.000\n{30}{75}{y:i}The union|will strike.\n{80}{120}[a door slams]\n"
    "{400}{480}The shops stay open.\n",
    "MPL2": "[100][140]The union|/will strike.\n[250][290]The shops stay open.\n",
    "LRC": "[ti:Elm]\n[00:12.00]<00:12.10>The union <00:12.50>will strike.\n[00:20.00]\n[01:02]The shops stay open.\n",
}


@pytest.mark.parametrize("kind", SUBTITLES)
def test_subtitles_with_time_and_words_on_one_line_are_read(kind: str) -> None:
    done = read("a.sub" if kind == "MicroDVD" else "a.txt", SUBTITLES[kind])
    assert " ".join(done.articles[0].text.split()) == "The union will strike. The shops stay open."


@pytest.mark.parametrize("text", [f"[1][2] {BAKERS}\n\n{SHOPS}\n", f"{{a}}{{b}} {BAKERS}\n\n{SHOPS}\n"])
def test_a_text_with_brackets_is_no_subtitles(text: str) -> None:
    assert body("a.txt", text).count("\n\n") == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.stl", b"850STL25.01" + b"0" * 1013 + bytes(128)),
        ("b.stl", b"437STL30.01" + b"0" * 1013 + bytes(128)),
        ("a.scc", b"Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 94ae\n"),
        ("a.txt", b"Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 94ae\n"),
        ("a.cap", b"some text\n"),
    ],
)
def test_subtitles_of_broadcasters_are_refused_by_name(name: str, data: bytes) -> None:
    _, found = read_any(name, data)
    assert [(one.message, one.help) for one in found] == [
        ("subtitles of broadcasters (EBU STL, SCC, CAP) are not read", "convert them to .srt or .vtt, and import that")
    ]
