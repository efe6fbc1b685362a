"""Texts of other programs, told by their lines: downloads of press databases, lists of references and of clippings,
pasted pages. `tests/data/exported.json` holds what each file states: for each article its title, outlet, writer, day,
address and number of paragraphs, and the first and the last words of its text."""

import json
import re
from collections import Counter
from html import escape
from pathlib import Path

import pytest
from office_files import line, rtf, table, word

from annotated_briefings.base.diagnostics import Diagnostic, show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.exported import outline_of_text
from annotated_briefings.intake.formats.lined.outline import plain_lines
from annotated_briefings.intake.model import RawDocument

DATA = Path(__file__).parents[1] / "data"
EXPECTED: dict[str, list[list[object]]] = json.loads((DATA / "exported.json").read_text(encoding="utf-8"))
PASTED = [name for name in EXPECTED if name.startswith("pasted/")]
DOWNLOADS = [name for name in EXPECTED if name.startswith("press/") and name.endswith(".txt")]
NEWS = (
    "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out. Two firemen turned the crank.",
    "A new motor will arrive in two weeks, the river board said. Until then the crank stays where it is.",
)


def shown(document: RawDocument) -> list[object]:
    texts = [paragraph.text for paragraph in document.paragraphs if not paragraph.aside]
    given = document.given
    first, last = (texts[0][:24], texts[-1][-24:]) if texts else ("", "")
    return [given.title, given.outlet, given.author, given.published[:10], given.url, len(texts), first, last]


def text_of(name: str) -> str:
    data = (DATA / name).read_bytes()
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("cp1252").replace("\r\n", "\n")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def read(name: str, data: bytes) -> tuple[RawDocument, ...]:
    documents, _ = read_any(name, data)
    return documents


@pytest.mark.parametrize("name", EXPECTED)
def test_each_article_comes_with_its_facts_and_its_text_alone(name: str) -> None:
    documents = read(Path(name).name, (DATA / name).read_bytes())
    assert [shown(document) for document in documents] == EXPECTED[name]
    assert all(document.whole and not document.left_out for document in documents)


@pytest.mark.parametrize("name", EXPECTED)
def test_line_ends_and_encodings_change_nothing(name: str) -> None:
    text = text_of(name)
    for data in (text.replace("\n", "\r\n").encode(), text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode()):
        assert [shown(document) for document in read(Path(name).name, data)] == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_no_word_is_invented_and_what_is_no_text_is_named(name: str) -> None:
    documents = read(Path(name).name, (DATA / name).read_bytes())
    paragraphs = [one for document in documents for one in (*document.paragraphs, *document.around)]
    there = sum((words(one.text) for one in paragraphs), Counter())
    assert not there - words(text_of(name))
    assert all(one.aside for document in documents for one in document.around)
    facts = (document.given for document in documents)
    stated = (words(f"{one.title} {one.outlet} {one.author} {one.url} {one.published}") for one in facts)
    # What is left are labels, and days and names in the form in which the file writes them.
    lost = words(text_of(name)) - there - sum(stated, Counter())
    assert 4 * lost.total() < words(text_of(name)).total()


@pytest.mark.parametrize("name", DOWNLOADS)
@pytest.mark.parametrize("form", ["docx", "rtf", "html"])
def test_a_download_is_told_in_word_rtf_and_html_as_in_text(name: str, form: str) -> None:
    expected = EXPECTED[name]
    joined = re.sub(r"(?<=[^\n.!?”\"])\n(?=[a-zäöüà-ÿ(])", " ", text_of(name))
    lines = [" ".join(one.split()) for one in joined.split("\n") if one.strip()]
    if form == "docx":
        data = word("".join(map(line, map(escape, lines))))
    elif form == "rtf":
        data = rtf("".join(f"{coded(one)}\\par " for one in lines))
    else:
        body = "".join(f"<p>{escape(one)}</p>" for one in lines)
        data = f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>".encode()
    found = [shown(document) for document in read(f"a.{form}", data)]
    assert [story[:4] for story in found] == [story[:4] for story in expected]
    assert [story[6:] for story in found] == [story[6:] for story in expected]


@pytest.mark.parametrize("name", PASTED)
def test_a_page_pasted_into_word_is_read_as_one_pasted_into_a_text_file(name: str) -> None:
    data = word("".join(line(escape(one.strip())) for one in text_of(name).split("\n") if one.strip()))
    assert [shown(document) for document in read("a.docx", data)] == EXPECTED[name]


def coded(text: str) -> str:
    return "".join(c if c.isascii() and c not in "\\{}" else f"\\u{ord(c)}?" for c in text)


def test_fields_in_a_table_are_those_of_one_article_each() -> None:
    def one(title: str, outlet: str, number: str) -> list[tuple[str, str]]:
        return [("HD", title), ("BY", "By Lotte Brandt"), ("WC", "40 words"), ("PD", "26 November 2026"),
                ("SN", outlet), ("LA", "English"), ("LP", NEWS[0]), ("TD", NEWS[1]),
                ("AN", f"Document {number}")]  # fmt: skip

    stories = [one("Weir opened by hand", "Coast Financial", "COFIN00020261126ebbq0000a"),
               one("Motor burns out", "Rail Observer", "RAILOB0020261127ebbr00003")]  # fmt: skip
    rows = ["".join(f"<tr><td><b>{a}</b></td><td><p>{b}</p></td></tr>" for a, b in story) for story in stories]
    page = "<html><head><title>x</title></head><body>" + "".join(f"<table>{r}</table>" for r in rows) + "</body></html>"
    paper = word("".join(table(*story) + line("") for story in stories))
    for name, data in (("a.html", page.encode()), ("a.docx", paper)):
        assert [shown(document)[:6] for document in read(name, data)] == [
            ["Weir opened by hand", "Coast Financial", "Lotte Brandt", "2026-11-26", "", 2],
            ["Motor burns out", "Rail Observer", "Lotte Brandt", "2026-11-26", "", 2],
        ]


def test_a_reference_without_a_text_is_left_out_with_the_reason() -> None:
    data = b"TY  - NEWS\nTI  - Weir opened by hand\nJF  - The Courier\nER  - \n"
    (document,) = read("a.ris", data)
    assert (document.given.title, document.left_out) == ("Weir opened by hand", "it is a reference without a text")


def test_a_clipping_that_is_an_address_alone_is_left_out_with_the_reason() -> None:
    items = [
        f"{n}. Weir number {n} opened by hand\nThe Courier, 2{n} Nov 2026\nhttps://a.example/{n}\n" for n in (1, 2)
    ]
    documents = read("a.txt", "\n".join(items).encode())
    assert [document.left_out for document in documents] == ["it has an address and no text"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(NEWS),
        f"Weir opened by hand\n\n{NEWS[0]}\n\nDocument 1 of 2 in the file of the court was a bill.\n\n{NEWS[1]}",
        f"Title: Weir opened\nSource: The Courier\nDate: 2026-11-28\n\n{NEWS[0]}\n\nTitle: Motor burnt\nSource: The "
        f"Courier\nDate: 2026-11-29\n\n{NEWS[1]}",
        f"{NEWS[0]}\n\nShare\n\n{NEWS[1]}",
        f"{NEWS[0]} See https://a.example/weir and https://b.example/motor for more.\n\n{NEWS[1]}",
        f"Weir opened by hand\nBy Ida Varro\n28 November 2026\n{NEWS[0]}\n{NEWS[1]}\nMotor burns out\nBy Tom Ashby\n"
        f"29 November 2026\n{NEWS[1]}\n{NEWS[0]}",
        f"HD is the name of a firm. LP was its first product.\n\n{NEWS[0]}\n\nTD Bank sold it. AN HONEST MISTAKE.",
        f"1 of 3\n\n{NEWS[0]}\n\n2 of 3\n\n{NEWS[1]}",
    ],
)
def test_ordinary_texts_are_not_taken_for_such_files(text: str) -> None:
    assert outline_of_text(plain_lines(text.split("\n"))) is None


def test_diagnostics_of_the_encoding_are_kept() -> None:
    _, found = read_any("a.txt", (DATA / "press/unseen/nexis_german.txt").read_bytes())
    assert [one.code for one in found if isinstance(one, Diagnostic)] == ["other-encoding"]


def _download(*, above: str = "", below: str = "", end: str = "End of Document", last: str = "End of Document") -> str:
    """A download of two articles: fields above the text of the first, and below it."""
    first = (
        "Sluice at Ormby replaced\nOrmby Echo\n12 May 2026 Tuesday\n\n"
        f"Section: NEWS\n{above}Byline: Ann Reed\n\nBody\n\n"
        f"{NEWS[0]}\n\n{NEWS[1]}\n\n{below}Load-Date: 12 May 2026\n\n{end}\n\n"
    )
    second = (
        "Cinema at Lund opens again\nLund Gazette\n13 May 2026 Wednesday\n\nSection: ARTS\nLength: 40 words\n\nBody\n\n"
        f"{NEWS[1]}\n\nThe tickets cost six euros.\n\nLoad-Date: 13 May 2026\n\n{last}\n"
    )
    return first + second


FIELDS_OF_COVERS = ["Company: ORMBY LOCKS PLC (94%)", "Industry: WATERWAYS (88%)", "Timestamp: 12 May 2026 08:00",
                    "Region(s): Ormby", "Duplicates: 2", "Query: sluice", "Content Type: News"]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS_OF_COVERS)
@pytest.mark.parametrize("cover", ["", "User Name: R. Vale\nJob Number: 7\nSearch Terms: sluice\nCompany: All\n\n"])
@pytest.mark.parametrize("end", ["End of Document", "Ende des Dokuments", "Fin du document"])
def test_a_field_below_a_text_never_makes_the_text_a_cover(field: str, cover: str, end: str) -> None:
    documents = read("download.txt", (cover + _download(below=f"{field}\n\n", end=end, last=end)).encode())
    assert [one.given.title for one in documents] == ["Sluice at Ormby replaced", "Cinema at Lund opens again"]
    assert [one.given.outlet for one in documents] == ["Ormby Echo", "Lund Gazette"]
    assert [p.text for p in documents[0].paragraphs if not p.aside][:2] == list(NEWS)
    left = {p.text for one in documents for p in (*one.around, *one.paragraphs) if p.aside}
    assert {field, *filter(None, cover.split("\n"))} <= left


def test_a_company_above_the_text_is_a_field_and_what_is_above_it_is_no_cover() -> None:
    documents = read("download.txt", _download(above="Company: ORMBY LOCKS PLC (94%)\n").encode())
    assert [one.given.title for one in documents] == ["Sluice at Ormby replaced", "Cinema at Lund opens again"]


def test_a_last_article_whose_end_is_missing_is_an_article() -> None:
    documents = read("download.txt", _download(last="").encode())
    assert [one.given.title for one in documents] == ["Sluice at Ormby replaced", "Cinema at Lund opens again"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Documents (2)", ""),
        ("Documents (3)", "the cover names 3 documents, and 2 were read"),
        ("Dokumente (5)", "the cover names 5 documents, and 2 were read"),
        ("Documentos (1)", "the cover names 1 document, and 2 were read"),
        ("Number of documents: 2", ""),
        ("Nombre de documents : 7", "the cover names 7 documents, and 2 were read"),
    ],
)
def test_another_number_of_articles_than_the_cover_names_is_a_warning(line: str, message: str) -> None:
    cover = f"User Name: R. Vale\nJob Number: 7\n\n{line}\n\n1. Sluice at Ormby replaced\nSearch Terms: sluice\n\n"
    documents, found = read_any("download.txt", (cover + _download(below="Company: ORMBY PLC\n\n")).encode())
    assert len(documents) == 2
    help_ = "compare the drafts with the list of documents, and download again what is missing"
    text = f"download.txt:4:1: warning[count-differs]: {message}\n  help: {help_}"
    assert [show(one) for one in found] == ([text] if message else [])
