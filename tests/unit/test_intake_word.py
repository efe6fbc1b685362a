"""Word documents are read as Word shows them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import line, rtf, run, table, word

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.unseen.apart import DELETED
from annotated_briefings.intake.model import RawDocument

FIRST = "The harbour board of Vessby has opened the new bridge to lorries."
SECOND = "Two lanes stay closed until the cables are painted, its engineer said."
THIRD = "Cyclists may cross from May, and nobody has to pay for it."


def one(data: bytes) -> RawDocument:
    (document,), found = read_any("a.docx", data)
    assert found == ()
    return document


def shown(data: bytes) -> list[str]:
    return [p.markdown or p.text for p in one(data).paragraphs if not p.aside]


def field(code: str, words: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{signs[0]}{instruction}{signs[1]}{words}{signs[2]}"


def box(inner: str) -> str:
    drawn = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{drawn}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{drawn}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("found <w:ins w:id='1'>" + run("not ") + "</w:ins>", "found not guilty"),
        ("found <w:del w:id='1'><w:r><w:delText>not </w:delText></w:r></w:del>", "found guilty"),
        ("found <w:moveFrom w:id='1'>" + run("not ") + "</w:moveFrom>", "found guilty"),
        ("found <w:moveTo w:id='1'>" + run("not ") + "</w:moveTo>", "found not guilty"),
        ("found <w:sdt><w:sdtPr/><w:sdtContent>" + run("not ") + "</w:sdtContent></w:sdt>", "found not guilty"),
        (
            "found <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Click here ") + "</w:sdtContent>"
            "</w:sdt>",
            "found guilty",
        ),
        ("found <w:smartTag>" + run("not ") + "</w:smartTag>", "found not guilty"),
        ("found<w:r><w:tab/></w:r>", "found guilty"),
        ("found<w:r><w:br/></w:r>", "found\\\nguilty"),
        ("non<w:r><w:noBreakHyphen/></w:r>", "non-guilty"),
        ("un<w:r><w:softHyphen/></w:r>", "unguilty"),
        ('a <w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r> ', "a ≥ guilty"),
        ('a <w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r> ', "a ✓ guilty"),
        ("found " + run("not ", "<w:b/>"), "found **not** guilty"),
        ("found " + run("no", "<w:b/>") + run("t", "<w:b/>") + " ", "found **not** guilty"),
        ("found " + run("not ", '<w:b w:val="0"/><w:i/>'), "found *not* guilty"),
        ("found " + run("not ", "<w:vanish/>"), "found guilty"),
        ("found " + run("not ", "<w:dstrike/>"), "found guilty"),
        ("found " + run("not ", '<w:color w:val="FFFFFF"/>'), "found guilty"),
        ("found " + run("not ", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'), "found not guilty"),
        ("found " + run("not ", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto"/>'), "found guilty"),
        ('<w:hyperlink r:id="L">' + run("found") + "</w:hyperlink> ", "[found](https://port.example/a) guilty"),
        ('<w:hyperlink w:anchor="b">' + run("found") + "</w:hyperlink> ", "found guilty"),
        (
            field('HYPERLINK "https://port.example/b" \\o "tip"', run("found")) + " ",
            "[found](https://port.example/b) guilty",
        ),
        (field('HYPERLINK \\l "b"', run("found")) + " ", "found guilty"),
        (field("REF b \\h", run("found")) + " ", "found guilty"),
        ('<w:commentRangeStart w:id="1"/>' + run("found") + '<w:commentRangeEnd w:id="1"/> ', "found guilty"),
        ("10" + run("6", '<w:vertAlign w:val="superscript"/>') + " ", "10⁶ guilty"),
    ],
)
def test_words_of_a_line_are_those_that_word_shows(runs: str, text: str) -> None:
    parts = [part for part in re.split(r"(<.*>)", runs) if part]
    data = word(line(*parts, "guilty") + line(FIRST), links={"L": "https://port.example/a"})
    assert shown(data) == [text, FIRST]


def test_lists_keep_their_depth_and_their_numbers() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in ((0, "decimal", "%1."), (1, "bullet", "•"))
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

    def item(text: str, depth: int = 0, number: int = 1) -> str:
        return line(text, form=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')

    body = (
        line(FIRST)
        + item("Dam")
        + item("Old gate", 1)
        + item("New gate", 1)
        + item("Lock")
        + line(SECOND)
        + item("Quay")
        + line(THIRD)
        + item("Crane", number=2)
    )
    assert shown(word(body, numbering=numbering)) == [
        FIRST,
        "1. Dam\n   - Old gate\n   - New gate\n2. Lock",
        SECOND,
        "3. Quay",
        THIRD,
        "1. Crane",
    ]


def test_a_heading_with_a_number_keeps_it() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    form = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = line("Bridge opens", style="Title") + "".join(
        line(head, style="H1", form=form) + line(text) for head, text in (("Lanes", FIRST), ("Fees", SECOND))
    )
    assert shown(word(body, numbering=numbering)) == ["I. Lanes", FIRST, "II. Fees", SECOND]


@pytest.mark.parametrize(
    ("style", "name"),
    [("Quote", "Quote"), ("Zitat", "Quote"), ("a1", "Intense Quote"), ("Citation", "Citation"), ("a2", "Block Text")],
)
def test_quotations_are_known_by_their_style_in_every_language(style: str, name: str) -> None:
    own = f'<w:style w:type="paragraph" w:styleId="x{style}"><w:name w:val="{name}"/></w:style>'
    based = f'<w:style w:type="paragraph" w:styleId="y"><w:name w:val="Ours"/><w:basedOn w:val="x{style}"/></w:style>'
    body = line(FIRST) + line(SECOND, style="y") + line(THIRD)
    assert shown(word(body, styles=own + based)) == [FIRST, f"> {SECOND}", THIRD]


def test_tables_and_text_in_tables_are_read() -> None:
    data = word(line(FIRST) + table(("Berth", "Price"), ("North mole", "4,100 crowns")) + line(SECOND))
    assert shown(data) == [FIRST, "| Berth | Price |\n| --- | --- |\n| North mole | 4,100 crowns |", SECOND]
    framed = word(table((line("Bridge opens", style="Title") + line(FIRST) + line(SECOND),)))
    assert (one(framed).given.title, shown(framed)) == ("Bridge opens", [FIRST, SECOND])


def test_a_merged_cell_is_read_once_and_a_deleted_row_not_at_all() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>" + line("{}") + "</w:tc>"
    rows = (
        cell.format("", "Berth") + cell.format("", "Day"),
        cell.format('<w:vMerge w:val="restart"/>', "Mole") + cell.format("", "Monday"),
        cell.format("<w:vMerge/>", "") + cell.format("", "Friday"),
    )
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell.format("", "Secret")}{cell.format("", "No")}</w:tr>'
    data = word(line(FIRST) + "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + gone + "</w:tbl>")
    assert shown(data)[1] == "| Berth | Day |\n| --- | --- |\n| Mole | Monday |\n|  | Friday |"


def test_notes_stand_below_the_text_under_their_numbers() -> None:
    mark = '<w:r><w:{}noteReference w:id="{}"/></w:r>'
    body = line("The fee rose", mark.format("foot", 5), " in May.") + line("It fell", mark.format("end", 2), " later.")
    notes = {
        kind: f'<w:{kind} w:id="0"><w:p/></w:{kind}><w:{kind} w:id="{n}">{line(text)}</w:{kind}>'
        for kind, n, text in (("footnote", 5, "By a third."), ("endnote", 2, "By a tenth."))
    }
    data = word(body, footnotes=notes["footnote"], endnotes=notes["endnote"])
    assert shown(data) == ["The fee rose[1] in May.", "It fell[2] later.", "[1] By a third.", "[2] By a tenth."]


def test_a_note_that_refers_to_itself_comes_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{line("By a third, see", mark)}</w:footnote>'
    assert shown(word(line("The fee rose", mark, " in May."), footnotes=note)) == [
        "The fee rose[1] in May.",
        "[1] By a third, see[1]",
    ]


def test_text_boxes_are_read_once() -> None:
    assert shown(word(line(FIRST, box(line(SECOND))) + line(THIRD))) == [FIRST, SECOND, THIRD]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = line("The clerk was found ", form="<w:rPr><w:del w:id='1'/></w:rPr>") + line("not guilty.") + line(FIRST)
    assert shown(word(body)) == ["The clerk was found not guilty.", FIRST]


def test_what_stands_around_the_text_is_left_out_by_name() -> None:
    section = '<w:sectPr><w:headerReference r:id="r_header1"/><w:footerReference r:id="r_footer1"/></w:sectPr>'
    contents = line("Lanes 3", style="TOC1")
    body = line("Bridge opens", style="Title") + contents + line(FIRST) + line(SECOND) + section
    document = one(word(body, header1=line("Vessby Harbour Board"), footer1=line("Page 1")))
    assert [p.text for p in document.paragraphs] == [FIRST, SECOND]
    assert [(p.text, p.aside) for p in document.around] == [
        ("Vessby Harbour Board", "the head of its pages"),
        ("Page 1", "the foot of its pages"),
        ("Lanes 3", "a table of contents"),
    ]


def test_a_banner_at_the_head_of_the_pages_holds_the_text_back() -> None:
    section = '<w:sectPr><w:headerReference r:id="r_header1"/></w:sectPr>'
    document = one(word(line(FIRST) + section, header1=line("NOT FOR PUBLICATION")))
    assert document.given.held == "NOT FOR PUBLICATION"
    drawn = '<w:p><w:r><w:pict><v:shape><v:textpath string="CONFIDENTIAL"/></v:shape></w:pict></w:r></w:p>'
    assert one(word(line(FIRST) + section, header1=drawn)).given.held == "CONFIDENTIAL"


BOLD = "<w:b/>"
STORIES = (("Bridge opens in Vessby", FIRST), ("Cables to be painted", SECOND), ("Cyclists cross free", THIRD))
CREDITS = (
    ("The Courier, 28 November 2026", "The Gazette, 27 November 2026", "Harbour Mirror, 26 November 2026"),
    ("The Courier | 28.11.2026", "The Gazette | 27.11.2026 | S. 3", "Harbour Mirror | 26.11.2026"),
    ("Der Kurier, 28. November 2026, S. 4", "Die Zeitung, 27. November 2026", "Hafenspiegel, 26. November 2026"),
    ("28 November 2026 - The Courier", "27 November 2026 - The Gazette", "26 November 2026 - Harbour Mirror"),
    (
        "Source: The Courier (November 28, 2026)",
        "Source: The Gazette (November 27, 2026)",
        "Source: Harbour Mirror (November 26, 2026)",
    ),
    (
        "Le Courrier, samedi 28 novembre 2026",
        "La Gazette, vendredi 27 novembre 2026",
        "Le Miroir, jeudi 26 novembre 2026",
    ),
    ("The Courier 28/11/2026 p. 4", "The Gazette 27/11/2026", "Harbour Mirror 26/11/2026"),
    ("港口日报，2026年11月28日", "晨报，2026年11月27日", "晚报，2026年11月26日"),
)
DAYS = ["2026-11-28", "2026-11-27", "2026-11-26"]


@pytest.mark.parametrize("order", ["below", "above", "foot", "inside"])
@pytest.mark.parametrize("head", ["bold", "heading", "big"])
@pytest.mark.parametrize("lines", CREDITS)
def test_a_press_review_gives_its_articles_each_with_outlet_and_day(
    lines: tuple[str, ...], head: str, order: str
) -> None:
    body = line("Press review of the week", style="Title") + line("Compiled for the board of the harbour.")
    for (title, text), credit in zip(STORIES, lines, strict=True):
        form = {"bold": BOLD, "big": '<w:sz w:val="32"/>', "heading": ""}[head]
        style = "H1" if head == "heading" else ""
        headline = line(
            run(f"{title} ({credit.replace('(', '').replace(')', '')})" if order == "inside" else title, form),
            style=style,
        )
        result, words = line(credit), line(run(text, '<w:sz w:val="22"/>')) + line(run(THIRD, '<w:sz w:val="22"/>'))
        body += {
            "below": headline + result + words,
            "above": result + headline + words,
            "foot": headline + words + result,
            "inside": headline + words,
        }[order]
    documents, found = read_any("a.docx", word(body))
    assert found == ()
    assert [d.given.title for d in documents] == [title for title, _ in STORIES]
    assert [d.given.published for d in documents] == DAYS
    assert all(d.given.outlet and d.given.outlet in credit for d, credit in zip(documents, lines, strict=True))
    assert [[p.text for p in d.paragraphs if not p.aside] for d in documents] == [[text, THIRD] for _, text in STORIES]
    assert [p.text for p in documents[0].around] == [
        "Press review of the week",
        "Compiled for the board of the harbour.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The board met on 28 November 2026.",
        "On 28 November 2026 the board of the harbour met for the last time in the old hall.",
        "28 people were hurt in 2026",
        "The Courier, the Gazette and the Mirror, 28 November 2026, all said so",
        "2026",
    ],
)
def test_a_sentence_with_a_day_names_no_outlet(text: str) -> None:
    body = "".join(line(run(title, BOLD)) + line(text) + line(FIRST) for title, _ in STORIES)
    documents, _ = read_any("a.docx", word(body))
    assert len(documents) == 1


def test_sections_of_one_article_are_no_press_review() -> None:
    body = line("Bridge opens", style="Title") + line("The Courier, 28 November 2026")
    body += "".join(line(run(title, BOLD)) + line(text) for title, text in STORIES)
    document = one(word(body))
    assert (document.whole, document.given.title) == (True, "Bridge opens")
    assert [p.text for p in document.paragraphs if p.heading] == [title for title, _ in STORIES]


@pytest.mark.parametrize("day", ["3 March 2026", "3. März 2026", "le 3 mars 2026", "2026-03-03", "Dienstag, 3.3.2026"])
def test_a_day_below_the_title_is_that_of_the_article_and_properties_are_not(day: str) -> None:
    data = word(line("Bridge opens", style="Title") + line("By Ida Varro") + line(day) + line(FIRST))
    document = one(data)
    assert (document.given.published, document.given.author) == ("2026-03-03", "")
    assert [p.text for p in document.paragraphs if p.aside] == [day]


def test_an_archive_of_articles_in_a_document_is_cut_at_its_counters() -> None:
    body = "".join(
        line(f"{n} of 3 DOCUMENTS") + line(f"HEADLINE: {title}") + line("DATE: 2026-11-28") + line(text) + line(THIRD)
        for n, (title, text) in enumerate(STORIES, 1)
    )
    documents, found = read_any("a.docx", word(body))
    assert found == ()
    assert [(d.given.title, d.given.published) for d in documents] == [(title, "2026-11-28") for title, _ in STORIES]
    assert [[p.text for p in d.paragraphs] for d in documents] == [[text, THIRD] for _, text in STORIES]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04word/", "the Word document cannot be read: it is no zip archive, or its end is missing"),
        (
            word("<w:p/>")[1:],
            "the Word document cannot be read: its part `_rels/.rels` is damaged",
        ),
        (word("<w:p>"), "the Word document cannot be read: its part `word/document.xml` is no XML"),
        (
            word("<w:p>" * 500 + "</w:p>" * 500),
            "the Word document cannot be read: its part `word/document.xml` is no XML",
        ),
    ],
)
def test_a_damaged_document_is_refused_with_the_reason(data: bytes, message: str) -> None:
    documents, found = read_any("a.docx", data, "docx")
    assert documents == ()
    assert show(found[0]) == (
        f"a.docx: error[broken-file]: {message}\n  help: open it and save it again, or save its text into a .txt file"
    )


WORDS = st.lists(
    st.sampled_from("alder beech cedar elm fir hazel ivy lime oak pine rowan yew".split()), min_size=3, max_size=9
)
SENTENCE = WORDS.map(lambda words: " ".join(words) + ".")


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The XML of a document, and the words that it shows in their order."""
    xml, words = "", []
    for kind in draw(
        st.lists(st.sampled_from("plain bold head quote table ins link box del".split()), min_size=1, max_size=8)
    ):
        text = draw(SENTENCE)
        if kind == "del":
            xml += line("<w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del>", text)
        elif kind == "table":
            other = draw(SENTENCE)
            xml += table((text, other), (other, text))
            words += [*text.split(), *other.split(), *other.split()]
        elif kind == "box":
            xml += line(box(line(text)))
        else:
            xml += {
                "plain": line(text),
                "bold": line(run(text, BOLD)),
                "head": line(text, style="H2"),
                "quote": line(text, style="Zitat"),
                "ins": line(f"<w:ins w:id='1'>{run(text)}</w:ins>"),
                "link": line(f'<w:hyperlink r:id="L">{run(text)}</w:hyperlink>'),
            }[kind]
        words += text.split()
    return xml, words


@pytest.mark.slow
@settings(deadline=None)
@given(bodies())
def test_every_word_that_is_shown_is_in_an_article_or_left_out_with_a_reason(made: tuple[str, list[str]]) -> None:
    body, words = made
    documents, _ = read_any("a.docx", word(body, links={"L": "https://port.example/a"}))
    read = [w for d in documents for text in (d.given.title, *(p.text for p in d.paragraphs)) for w in text.split()]
    left = [w for d in documents for p in d.around if p.aside != DELETED for w in p.text.split()]
    assert sorted(read + left) == sorted(words)


CHUNKS = {
    "a.html": f"<html><body><h2>Lorries</h2><p>{SECOND}</p><ul><li>May</li></ul></body></html>".encode(),
    "a.docx": word(line(run("Lorries"), style="Heading2") + line(run(SECOND)) + line(run("May"), style="ListBullet")),
    "a.rtf": rtf(rf"{{\b Lorries\par}}{SECOND}\par May\par"),
    "a.mht": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<h2>Lorries</h2><p>"
    + f"{SECOND}</p><p>May</p>".encode(),
    "a.txt": f"Lorries\n{SECOND}\nMay".encode(),
}


@pytest.mark.parametrize("name", CHUNKS)
def test_a_file_of_another_format_inside_a_document_is_read_at_its_place(name: str) -> None:
    data = word(line(run(FIRST)) + f'<w:altChunk r:id="{name}"/>' + line(run(THIRD)), chunks={name: CHUNKS[name]})
    texts = [text.lstrip("-# ").strip("*") for text in shown(data)]
    assert texts == [FIRST, "Lorries", SECOND, "May", THIRD]


@pytest.mark.parametrize("data", [b"\x00\x01\x02 no format at all", b"PK\x03\x04 torn"])
def test_a_file_inside_a_document_that_cannot_be_read_is_named(data: bytes) -> None:
    document = one(word(line(run(FIRST)) + '<w:altChunk r:id="x.bin"/>', chunks={"x.bin": data}))
    named = [(p.text, p.aside) for p in (*document.paragraphs, *document.around) if p.aside]
    assert named == [("x.bin", "a part in a format that is not read")]


def test_documents_inside_each_other_end_somewhere() -> None:
    data = word(line(run(FIRST)))
    for _ in range(8):
        data = word(line(run(FIRST)) + '<w:altChunk r:id="x.docx"/>', chunks={"x.docx": data})
    assert shown(data) == [FIRST] * 4
