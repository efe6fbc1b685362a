"""Footnotes of office files, pages and plain text are footnotes of the brief; what is not shown is left out by name."""

import pytest
from office_files import line, odt, rtf, run, word

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.intake.cleaning.footnotes import footnotes
from annotated_briefings.intake.compose import body_paragraphs, compose_body, escape_markdown
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.reading import FileRead, split_all

FIRST, SECOND = "Divers repaired the lock gate four days early", "Barges pass again from Tuesday, the port said"
LOG, LETTER = "Log of the port, page 12.", "Letter of 3 May."


def written(*texts: str) -> list[str]:
    paragraphs = tuple(Paragraph(text, n, n) for n, text in enumerate(texts, 1))
    notes = footnotes(paragraphs)
    return [notes.as_markdown(one, n, escape_markdown) for n, one in enumerate(paragraphs)]


FORMS = {
    "brackets": ([f"{FIRST}[1].", f"{SECOND}.[2]", f"[1] {LOG}", f"[2] {LETTER}"], ("[^1].", ".[^2]")),
    "raised": ([f"{FIRST}¹.", f"{SECOND}.²", f"¹ {LOG}", f"² {LETTER}"], ("[^1].", ".[^2]")),
    "raised, without blanks": ([f"{FIRST}¹.", f"{SECOND}.²", f"¹{LOG}", f"²) {LETTER}"], ("[^1].", ".[^2]")),
}


@pytest.mark.parametrize("form", FORMS)
def test_numbers_and_the_lines_that_explain_them_are_footnotes(form: str) -> None:
    texts, (one, two) = FORMS[form]
    assert written(*texts) == [f"{FIRST}{one}", f"{SECOND}{two}", f"[^1]: {LOG}", f"[^2]: {LETTER}"]


NONE = {
    "nothing explains": [f"{FIRST}¹.", f"{SECOND}."],
    "nothing refers": [f"{FIRST}.", f"¹ {LOG}"],
    "another number": [f"{FIRST}¹.", f"{SECOND}.", f"² {LOG}"],
    "two of one number": [f"{FIRST}¹.", f"¹ {LOG}", f"¹ {LETTER}"],
    "square metres": ["The hall of 400 m² is sold.", f"² {LOG}"],
    "a power": ["It holds 10³ litres.", f"³ {LOG}"],
    "above its text": [f"¹ {LOG}", f"{FIRST}¹."],
}


@pytest.mark.parametrize("what", NONE)
def test_numbers_that_are_no_footnotes_stay_as_they_are(what: str) -> None:
    assert written(*NONE[what]) == list(map(escape_markdown, NONE[what]))


def test_a_number_that_is_no_reference_stays_beside_those_that_are() -> None:
    texts = ["The hall of 400 m² is sold for 12 crowns¹.", "It was built in 1911².", f"¹ {LOG}", f"² {LETTER}"]
    assert written(*texts)[:2] == ["The hall of 400 m² is sold for 12 crowns[^1].", "It was built in 1911[^2]."]


def word_note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{line(text)}</w:{kind}>'


def word_mark(kind: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="2"/></w:r>'


def odt_note(kind: str, text: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>i</text:note-citation><text:note-body><text:p>{text}'
        "</text:p></text:note-body></text:note>"
    )


OFFICE = {
    "Word": (
        "a.docx",
        word(
            line(FIRST, word_mark("footnote"), ".")
            + line(run(SECOND, "<w:b/>"), word_mark("endnote"), run(", it added.")),
            footnotes=word_note("footnote", 2, LOG),
            endnotes=word_note("endnote", 2, LETTER),
        ),
        "**" + SECOND + "**[^2], it added.",
    ),
    "OpenDocument": (
        "a.odt",
        odt(
            f"<text:p>{FIRST}{odt_note('footnote', LOG)}.</text:p>"
            f"<text:p>{SECOND}{odt_note('endnote', LETTER)}, it added.</text:p>"
        ),
        f"{SECOND}[^2], it added.",
    ),
    "RTF": (
        "a.rtf",
        rtf(rf"{FIRST}{{\footnote {LOG}}}.\par {SECOND}{{\footnote {LETTER}}}, it added.\par "),
        f"{SECOND}[^2], it added.",
    ),
}


def read(name: str, data: bytes) -> FileRead:
    documents, found = read_any(name, data)
    return split_all(name, documents, found, Decisions())


@pytest.mark.parametrize("form", OFFICE)
def test_notes_of_an_office_file_are_footnotes_and_no_words_of_its_points(form: str) -> None:
    name, data, second = OFFICE[form]
    done = read(name, data)
    article, meta = done.articles[0], done.metas[0]
    assert compose_body(article, meta) == f"{FIRST}[^1].\n\n{second}\n\n[^1]: {LOG}\n\n[^2]: {LETTER}\n"
    assert body_paragraphs(article, meta) == (f"{FIRST}.", f"{SECOND}, it added.")


GONE = '<w:del w:id="1" w:author="R"><w:r><w:delText>{}</w:delText></w:r></w:del>'
ROW = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr>"
UNSHOWN = {
    "Word": (
        "a.docx",
        word(
            line(f"{FIRST}.", GONE.format("Or five."))
            + f"<w:tbl>{ROW.format(line('Old row.'))}</w:tbl>"
            + line(f"{SECOND}."),
            comments=f'<w:comment w:id="0">{line("Who says so?")}</w:comment>',
        ),
        [
            ("Who says so?", "a comment"),
            ("Old row.", "words that were deleted"),
            ("Or five.", "words that were deleted"),
        ],
    ),
    "OpenDocument": (
        "a.odt",
        odt(
            '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>Or five.</text:p>'
            f"</text:deletion></text:changed-region></text:tracked-changes><text:p>{FIRST}.</text:p><text:p>{SECOND}.<office:annotation>"
            "<text:p>Who says so?</text:p></office:annotation></text:p>"
        ),
        [("Who says so?", "a comment"), ("Or five.", "words that were deleted")],
    ),
    "RTF": (
        "a.rtf",
        rtf(
            rf"{FIRST}.{{\deleted Or five.}}\par {SECOND}.{{\*\atnid K}}\chatn{{\*\annotation{{\*\atndate 1}} "
            r"Who says so?}\par "
        ),
        [("Or five.", "words that were deleted"), ("Who says so?", "a comment")],
    ),
}


@pytest.mark.parametrize("form", UNSHOWN)
def test_comments_and_deleted_words_are_left_out_by_name(form: str) -> None:
    name, data, left = UNSHOWN[form]
    done = read(name, data)
    assert [article.text for article in done.articles] == [f"{FIRST}.\n{SECOND}."]
    assert [(one.text, one.why) for one in done.left_out] == left


MORE = "It is not public."
LONG = {
    "Word": (
        "a.docx",
        word(
            line(f"{FIRST}.", word_mark("footnote")) + line(f"{SECOND}."),
            footnotes=f'<w:footnote w:id="2">{line(LOG)}{line(MORE)}</w:footnote>',
        ),
    ),
    "OpenDocument": (
        "a.odt",
        odt(
            f"<text:p>{FIRST}.{odt_note('footnote', f'{LOG}</text:p><text:p>{MORE}')}</text:p>"
            f"<text:p>{SECOND}.</text:p>"
        ),
    ),
    "RTF": ("a.rtf", rtf(rf"{FIRST}.{{\footnote {LOG}\par {MORE}}}\par {SECOND}.\par ")),
}


@pytest.mark.parametrize("form", LONG)
def test_a_note_of_several_paragraphs_comes_whole(form: str) -> None:
    done = read(*LONG[form])
    body = compose_body(done.articles[0], done.metas[0])
    assert body == f"{FIRST}.[^1]\n\n{SECOND}.\n\n[^1]: {LOG}\\\n{MORE}\n"


_REST = ", and the pilots thanked the divers in a letter that hangs in the hall of the port"
_PAGE = "<!doctype html><html lang=en><title>Gate</title><body>{}</body></html>"
PAGES = {
    "Google Docs": (
        f"<h1>Gate</h1><p>{FIRST}.<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup></p><p>{SECOND}."
        "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p><hr>"
        f"<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> {LOG}</p><p>{MORE}</p></div>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>Who says so?</p></div>"
    ),
    "Markdown programs": (
        f"<article><h1>Gate</h1><p>{FIRST}.<sup id='fnref:1'><a href='#fn:1' role='doc-noteref'>1</a></sup></p>"
        f"<p>{SECOND}.</p><section class='footnotes'><hr><ol><li id='fn:1'><p>{LOG}</p><p>{MORE}"
        "<a href='#fnref:1'>↩</a></p></li></ol></section></article>"
    ),
    "Word": (
        f"<h1>Gate</h1><p>{FIRST}.<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a></p><p>{SECOND}.</p>"
        f"<div><hr><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> {LOG}</p><p>{MORE}</p></div></div>"
    ),
    "Wikipedia": (
        f"<div><h1>Gate</h1><p>{FIRST}.<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup></p><p>{SECOND}.</p>"
        f"<ol><li id='cite_note-1'><b><a href='#cite_ref-1'>^</a></b> <span>{LOG}<br>{MORE}</span></li></ol></div>"
    ),
    "asides": (
        f"<main><h1>Gate</h1><p>{FIRST}.<a id='r1' href='#n1'>1</a></p><p>{SECOND}.</p>"
        f"<aside id='n1'><p>{LOG}</p><p>{MORE} <a href='#r1'>back</a></p></aside></main>"
    ),
}
# "Word", "Wikipedia" and "asides" were written before their reader was tried with them.


@pytest.mark.parametrize("form", PAGES)
def test_notes_of_a_page_are_footnotes_and_remarks_are_left_out_by_name(form: str) -> None:
    page = PAGES[form].replace(FIRST, FIRST + _REST).replace(SECOND, SECOND + _REST)
    done = read("a.html", _PAGE.format(page).encode())
    body = compose_body(done.articles[0], done.metas[0]).replace(_REST, "")
    note = f"[^1]: {LOG}\\\n{MORE}".replace("back", "").strip()
    assert body.replace(" \n", "\n") == f"{FIRST}.[^1]\n\n{SECOND}.\n\n{note}\n"
    remarks = [one.text for one in done.left_out if one.why == "a comment"]
    assert remarks == (["Who says so?"] if form == "Google Docs" else [])


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{FIRST}. See part <a href='#p2'>2</a>.</p><h2 id='p2'>Two</h2><p>{SECOND}, it said on Monday.</p>",
        f"<p><a href='#top'>1</a> {FIRST}.</p><p id='top'>{SECOND}, and no barge waits in the lock any more.</p>",
    ],
)
def test_links_within_a_page_are_no_notes(page: str) -> None:
    done = read("a.html", _PAGE.format(page).encode())
    assert "[^" not in compose_body(done.articles[0], done.metas[0])


@pytest.mark.parametrize("name", ["1", "12", "log", "note-a", "^", "заметка"])
def test_footnotes_of_markdown_are_in_no_point_and_no_summary(name: str) -> None:
    text = (
        f"# Gate\n\n{FIRST}.[^{name}]\n\nThe port [^{name}] said so: [a link](https://h.example).\n\n[^{name}]: {LOG}\n"
    )
    (document,), _ = read_any("a.md", text.encode())
    (article,) = split_all("a.md", (document,), (), Decisions()).articles
    meta = read_metadata(article)
    assert body_paragraphs(article, meta) == (f"{FIRST}.", "The port said so: a link.")
    body = compose_body(article, meta)
    assert f"[^{name}]: {LOG}" in body
    assert f"{FIRST}.[^{name}]" in body


@pytest.mark.parametrize("name", ["1", "log", "note-a"])
def test_a_quote_is_found_in_a_text_whose_words_have_footnotes(name: str) -> None:
    words = "The port said so on Monday."
    assert find_exact(f"The port[^{name}] said so on Monday.[^{name}]", words)[0] is QuoteStanding.STATED
    assert find_exact(f"The port [{name}] said so on Monday.", words)[0] is QuoteStanding.ABSENT
