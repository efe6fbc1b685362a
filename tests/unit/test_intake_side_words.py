"""Words beside a text that no reader of it sees at once, by format: they are in the account, and never silent."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from office_files import column, line, odt, packed, pdf, rtf, run, word

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.encodings.decode import decoded
from annotated_briefings.intake.model import LeftOut
from annotated_briefings.intake.reading import split_all

TEXT = "Divers repaired the lock gate at the south basin four days early, and barges pass again from Tuesday."
AFTER = "The gate had been open since a barge struck it in the first week of the year."
WORDS = "Schleuse"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.openxmlformats.org/package/x"'


def page(head: str = "", body: str = "") -> bytes:
    text = f"<p>{TEXT}</p>{body}<p>{AFTER}</p>"
    return f"<html><head><title>Lock gate</title>{head}</head><body>{text}</body></html>".encode()


def entry(inner: str) -> bytes:
    return (
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay</title><item><title>Lock gate'
        f"</title><link>https://q.example/1</link>{inner}</item></channel></rss>"
    ).encode()


def content(inner: str) -> bytes:
    return entry(f"<content:encoded><![CDATA[<p>{TEXT}</p>{inner}]]></content:encoded>")


def docx(inner: str) -> bytes:
    with ZipFile(BytesIO(word(line(run(TEXT))))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    added = f'<Relationship Id="c" Type="{_RELATION}" Target="docProps/core.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("</Relationships>", added)
    parts["docProps/core.xml"] = f"<cp:coreProperties {_CORE}>{inner}</cp:coreProperties>"
    return packed(parts)


def with_info(inner: str, text: str = TEXT, code_page: str = "1252") -> bytes:
    return rtf(rf"\pard {text}\par", page=code_page).replace(
        rb"{\info{\author Office PC}}", rf"{{\info{{\author Office PC}}{inner}}}".encode(f"cp{code_page}")
    )


def made(inner: str) -> bytes:
    return pdf(column(TEXT, 70, 100, 400)).replace(b"/Root 1 0 R", f"/Root 1 0 R /Info << {inner} >>".encode())


FILES = {
    "the title of a Word file": ("a.docx", docx(f"<dc:title>{WORDS}</dc:title>")),
    "keywords of a Word file": ("a.docx", docx(f"<cp:keywords>{WORDS}</cp:keywords>")),
    "the category of a Word file": ("a.docx", docx(f"<cp:category>{WORDS}</cp:category>")),
    "the subject of an OpenDocument text": (
        "a.odt",
        odt(f"<text:p>{TEXT}</text:p>", meta=f"<dc:subject>{WORDS}</dc:subject>"),
    ),
    "the title of an OpenDocument text": (
        "a.odt",
        odt(f"<text:p>{TEXT}</text:p>", meta=f"<dc:title>{WORDS}</dc:title>"),
    ),
    "the title of an RTF file": ("a.rtf", with_info(rf"{{\title {WORDS}}}")),
    "keywords of an RTF file": ("a.rtf", with_info(rf"{{\keywords {WORDS}}}")),
    "a subject of an RTF file in letters by their numbers": ("a.rtf", with_info(r"{\subject \u83?chleuse}")),
    "keywords of a PDF file": ("a.pdf", made(f"/Keywords ({WORDS}) /Author (Quay Print) /Producer (Press 2)")),
    "the title of a PDF file": ("a.pdf", made(f"/Title ({WORDS})")),
    "keywords of a page": ("a.html", page(f'<meta name="keywords" content="{WORDS}">')),
    "tags of a page": ("a.html", page(f'<meta property="article:tag" content="{WORDS}">')),
    "the section of a page": ("a.html", page(f'<meta property="article:section" content="{WORDS}">')),
    "what replaces a script": ("a.html", page(body=f"<noscript>{WORDS}</noscript>")),
    "what replaces a film": ("a.html", page(body=f"<video src='a.mp4'>{WORDS}</video>")),
    "what an abbreviation means": ("a.html", page(body=f'<p>The <abbr title="{WORDS}">LG</abbr> is old.</p>')),
    "the title of a picture in a feed": ("a.xml", content("").replace(
        b"</item>", f"<media:content url='a'><media:title>{WORDS}</media:title></media:content></item>".encode())),
    "a category of an entry": ("a.xml", content("").replace(
        b"</item>", f"<category>{WORDS}</category></item>".encode())),
    "what replaces a script in a feed": ("a.xml", content(f"<noscript>{WORDS}</noscript>")),
    "what an abbreviation of a feed means": ("a.xml", content(f'<p>The <acronym title="{WORDS}">LG</acronym></p>')),
}  # fmt: skip


def named(name: str, data: bytes) -> Iterator[str]:
    documents, found = read_any(name, data)
    done = split_all(name, documents, found, Decisions())
    assert all(TEXT[:30] in one.text for one in done.articles)
    assert WORDS not in "".join(one.text for one in done.articles)
    yield from (one.text for one in done.left_out)


@pytest.mark.parametrize("what", FILES)
def test_words_beside_a_text_are_named_once_in_every_format(what: str) -> None:
    found = list(named(*FILES[what]))
    assert sum(WORDS in one for one in found) == 1
    assert not any("Press 2" in one or "Office PC" in one or "Quay Print" in one for one in found)


def test_properties_of_an_rtf_file_are_in_its_code_page() -> None:
    data = with_info(r"{\keywords Шлюз}", code_page="1251")
    assert [one for one in (line.text for line in split(data)) if "keywords" in one] == ["keywords: Шлюз"]


def split(data: bytes) -> tuple[LeftOut, ...]:
    documents, found = read_any("a.rtf", data)
    return split_all("a.rtf", documents, found, Decisions()).left_out


KOREAN = "항만청은 10월 9일 LED 조명 210개를 바꾸었다고 밝혔다."
JAPANESE = "港は 10 月 9 日、 LED 灯 210 個に 替え、 3 億 円 を 払った。"


@pytest.mark.parametrize("declared", ["right", "", "utf-8", "us-ascii", "x-unknown"])
@pytest.mark.parametrize(
    ("text", "codec"), [(JAPANESE, "iso2022_jp"), (JAPANESE, "iso2022_jp_1"), (KOREAN, "iso2022_kr")]
)
def test_a_text_with_an_escape_at_every_word_is_no_binary_data(text: str, codec: str, declared: str) -> None:
    data = text.encode(codec)
    assert data.count(b"\x1b") * 20 > len(data) or codec == "iso2022_kr"
    got, encoding, found = decoded("a.txt", data, codec if declared == "right" else declared)
    assert (got, encoding.startswith("iso2022"), found) == (text, True, ())


CLOSED = {
    "a.docx": docx("<dc:title>Draft</dc:title>"),
    "a.odt": odt(f"<text:p>{TEXT}</text:p>", meta="<dc:title>Entwurf</dc:title>"),
    "a.rtf": with_info(r"{\title Confidential}"),
    "a.pdf": made("/Title (Do not publish)"),
}


@pytest.mark.parametrize("name", CLOSED)
def test_a_title_property_that_is_a_mark_holds_the_document_back(name: str) -> None:
    (document,), _ = read_any(name, CLOSED[name])
    assert document.given.held.startswith("title: ")
