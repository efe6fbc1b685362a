"""What a reader of the original does not see is no text, in no format that carries HTML, and in no Word document."""

import json
from html import escape
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from many import LONG
from sampled import met

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

FIRST = "The town of Lund has sold the old mill to its own bakers after a long evening in the town hall."
SECOND = "They pay one crown and promise to keep the wheel turning for at least another thirty years."
SECRET = "rolf t asked us to keep this"
HIDDEN = {
    "comment": f"<!-- {SECRET} -->",
    "conditional comment": f"<!--[if mso]><p>{SECRET}</p><![endif]-->",
    "section of data": f"<![CDATA[ {SECRET} ]]>",
    "section of data without an end": f"<![CDATA[ {SECRET} >",
    "section of data with tags": f"<![CDATA[<!-- {SECRET} -->]]>",
    "declaration": f"<!{SECRET}>",
    "instruction": f"<?desk {SECRET} ?>",
    "odd end": f"</ {SECRET}>",
    "attribute of an end": f"<b>mill</b {SECRET}>",
    "metadata of a drawing": f"<svg><metadata>{SECRET}</metadata><title>{SECRET}</title></svg>",
    "text of a form": f"<textarea hidden>{SECRET}</textarea>",
    "option": f"<datalist><option>{SECRET}</option></datalist>",
    "display": f'<span style="display:none">{SECRET}</span>',
    "display in capitals and with blanks": f'<span style="COLOR: red; DISPLAY : none !important">{SECRET}</span>',
    "visibility": f'<span style="visibility: hidden">{SECRET}</span>',
    "hidden": f"<span hidden>{SECRET}</span>",
    "box that opens later": f'<span class="modal" aria-hidden="true">{SECRET}</span>',
    "kept from programs that read aloud": f'<span aria-hidden="true">{SECRET}</span>',
    "sign of a font": f'<i class="icon" aria-hidden="true">{SECRET}</i>',
    "size of letters": f'<span style="font-size:0px">{SECRET}</span>',
    "height": f'<span style="max-height:0;overflow:hidden">{SECRET}</span>',
    "colour": f'<span style="color:#FFFFFF">{SECRET}</span>',
    "colour of its ground": f'<span style="color:#123456;background-color:#123456">{SECRET}</span>',
    "colour in another spelling": f'<span style="color:rgb(255, 255, 255)">{SECRET}</span>',
    "outlook": f'<span style="mso-hide:all">{SECRET}</span>',
    "class": f'<span class="preheader">{SECRET}</span>',
    "far away": f'<span style="position:absolute;left:-9999px">{SECRET}</span>',
    "deep inside": f'<b>mill<i><span style="display:none">{SECRET}</span></i></b>',
    "style sheet": f"<style>.gone{{display:none}}</style><span class='gone'>{SECRET}</span>",
    "template": f"<template>{SECRET}</template>",
    "opacity": f'<span style="opacity: 0.0">{SECRET}</span>',
    "opacity by a filter": f'<span style="filter:blur(1px) opacity(0%)">{SECRET}</span>',
    "above the page": f'<span style="position:absolute;top:-9999px">{SECRET}</span>',
    "beside the page": f'<span style="margin-left:-999em">{SECRET}</span>',
    "cut to a point": f'<span style="clip:rect(1px, 1px, 1px, 1px)">{SECRET}</span>',
    "letters of one point": f'<span style="font-size:1px">{SECRET}</span>',
    "deleted": f"<del>{SECRET}</del>",
    "struck out": f"<s>{SECRET}</s> <strike>{SECRET}</strike>",
    "struck out by a style": f'<span style="text-decoration: line-through red">{SECRET}</span>',
    "closed dialog": f"<dialog>{SECRET}</dialog>",
    **{
        f"style sheet: {rule}": f"<style>{rule}</style><b id='i'><span class='k gone'>{SECRET}</span></b>"
        for rule in (
            "@media screen{.k{display:none}}",
            "@media only screen, print { .x{color:red} .k { display : none !important } }",
            "@media all{.k{display:none}}",
            ".k{font-size:0}",
            "#i{visibility:hidden}",
            ".k{position:absolute;left:-9999px}",
            "b .gone{opacity:0}",
            "#i > .k.gone{display:none}",
        )
    },
}
PLACES = {
    "in a paragraph": "<p>{first} {hidden}</p><p>{second}</p>",
    "before all": "{hidden}<p>{first}</p><p>{second}</p>",
    "in a list": "<p>{first}</p><ul><li>{second} {hidden}</li></ul>",
    "in a table": "<p>{first}</p><table><tr><td>{second}</td><td>1 {hidden}</td></tr></table>",
    "in a quotation": "<p>{first}</p><blockquote>{second} {hidden}</blockquote>",
    "in a heading": "<p>{first}</p><h2>More {hidden}</h2><p>{second}</p>",
}
MAIL = "From: Quay <q@quay.example>\nSubject: Mill\nDate: Tue, 03 Mar 2026 07:00:00 +0000\nContent-Type: text/html\n\n"


FEED = "<rss><channel><item><title>M</title><description><![CDATA[{}]]></description></item></channel></rss>"
ESCAPED = "<rss><channel><item><title>M</title><description>{}</description></item></channel></rss>"
PAGE = "<html><body><article><h1>Mill</h1>{}<p>{}</p></article></body></html>"


def carried(kind: str, html: str) -> tuple[str, str]:
    page = PAGE.format(html, FIRST)
    return {
        "letter": ("a.eml", f"{MAIL}<html><body>{html}</body></html>"),
        "feed": ("a.xml", FEED.format(html) if "CDATA" not in html else ESCAPED.format(escape(html))),
        "json feed": ("a.json", json.dumps({"version": "jsonfeed.org/version/1", "items": [{"content_html": html}]})),
        "json": ("a.json", json.dumps({"title": "M", "html": html})),
        "page": ("a.html", f"<!doctype html>{page}"),
        "saved letter": ("a.mhtml", f"Snapshot-Content-Location: https://quay.example/m\n{MAIL}{page}"),
    }[kind]


def kept_of(documents: tuple[RawDocument, ...]) -> str:
    """All that becomes of documents, without what is left out by name."""
    text = [one for document in documents for one in document.paragraphs if not one.aside]
    return repr([*text, *(document.given for document in documents)])


NO_ELEMENT = (
    "comment",
    "conditional comment",
    "section of data",
    "section of data without an end",
    "section of data with tags",
    "declaration",
    "instruction",
    "odd end",
    "attribute of an end",
    "metadata of a drawing",
    "template",
    "option",
)
"""What is no words of an element for any reader."""


EVERYWHERE = ("letter", "page")
"""The formats in which hidden text is tried in every place; the others hand their HTML to the same readers, and are
tried in every place in the long run."""


@pytest.mark.parametrize(
    ("way", "kind"), met(HIDDEN, ["letter", "page", "feed", "json feed", "json", "saved letter"], 3)
)
def test_hidden_text_comes_in_nowhere(way: str, kind: str) -> None:
    if (kind, way) == ("feed", "declaration"):
        # The reader of feeds shows these as they are typed, as programs for feeds do.
        return
    places = list(PLACES.values())
    at = list(HIDDEN).index(way) % len(places)
    for place in places if LONG or kind in EVERYWHERE else places[at : at + 1]:
        html = place.format(first=FIRST, second=SECOND, hidden=HIDDEN[way])
        name, data = carried(kind, html)
        documents, _ = read_any(name, data.encode())
        kept = kept_of(documents)
        assert SECRET not in kept, place
        if way not in NO_ELEMENT:
            assert SECRET in repr(documents), "it is named"
        assert SECOND in kept, place


@pytest.mark.parametrize("way", [way for way in HIDDEN if way != "class" and not way.startswith("style sheet")])
def test_hidden_html_in_markdown_and_in_the_text_of_records_comes_in_nowhere(way: str) -> None:
    for name, data in (
        ("a.md", f"# Mill\n\n{FIRST} {HIDDEN[way]}\n\n{SECOND}\n"),
        ("a.json", json.dumps({"title": "Mill", "text": f"{FIRST} {HIDDEN[way]}\n{SECOND}"})),
    ):
        documents, _ = read_any(name, data.encode())
        assert SECRET not in kept_of(documents)
        assert [one.text for one in documents[0].paragraphs if not one.aside][-1] == SECOND


def test_code_of_markdown_keeps_what_looks_hidden() -> None:
    code = "```\n<p hidden>x</p> <!-- y -->\n```"
    documents, _ = read_any("a.md", f"# Mill\n\n{FIRST}\n\n{code}\n\nWrite `<!-- z -->` there.\n".encode())
    assert [p.markdown for p in documents[0].paragraphs][1:] == [code, "Write `<!-- z -->` there."]


def test_what_is_seen_stays() -> None:
    html = (
        f'<p style="color:#fff;background:#000">{FIRST}</p><p style="display:block" aria-hidden="false">{SECOND}</p>'
        '<p class="mobile" style="font-size:10px">Small letters are letters.</p>'
        "<style>@media print {.mobile {display:none}} @media screen and (max-width:9em) {.mobile {display:none}}"
        "@media not screen {.mobile {display:none}} .fades {opacity:0;transition:opacity 1s} .frame {font-size:0}"
        ".column {font-size:14px}</style>"
        '<p class="fades">What is shown by and by is read.</p>'
        '<table style="font-size:0px"><tr><td><p style="font-size:13px">A frame has no letters.</p></td></tr></table>'
        '<div class="frame"><p class="column">A frame of a style sheet has none.</p></div>'
    )
    documents, _ = read_any("a.eml", f"{MAIL}{html}".encode())
    assert [p.text for p in documents[0].paragraphs] == [
        FIRST,
        SECOND,
        "Small letters are letters.",
        "What is shown by and by is read.",
        "A frame has no letters.",
        "A frame of a style sheet has none.",
    ]


def test_a_word_document_is_read_as_its_reader_sees_it() -> None:
    document = docx.Document()
    document.add_heading("Mill", 0)
    paragraph = document.add_paragraph("The clerk was found ")
    tracked = f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t xml:space="preserve">not </w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(tracked))
    deleted = f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>very </w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(deleted))
    paragraph.add_run("guilty.")
    paragraph.add_run(SECRET).font.hidden = True
    paragraph.add_run(SECRET).font.size = Pt(1)
    paragraph.add_run(SECRET).font.color.rgb = RGBColor(255, 255, 255)
    data = BytesIO()
    document.save(data)
    documents, _ = read_any("a.docx", data.getvalue())
    assert [p.text for p in documents[0].paragraphs] == ["The clerk was found not guilty."]


@pytest.mark.parametrize("kind", [WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH])
def test_a_style_of_a_word_document_hides_as_the_style_that_it_is_based_on_does(kind: WD_STYLE_TYPE) -> None:
    document = docx.Document()
    base = document.styles.add_style("Desk", kind)
    base.font.hidden = True
    middle, last = (document.styles.add_style(name, kind) for name in ("Desk two", "Desk three"))
    middle.base_style, last.base_style = base, middle
    shown = document.styles.add_style("Shown", kind)
    shown.base_style, shown.font.hidden = last, False
    for style, words in ((last, SECRET), (shown, SECOND)):
        if kind == WD_STYLE_TYPE.CHARACTER:
            document.add_paragraph().add_run(words, style)
        else:
            document.add_paragraph(words, style)
    base.base_style = last  # a circle, as a damaged file may have it
    struck = document.add_paragraph(FIRST)
    struck.add_run(SECRET).font.strike = True
    data = BytesIO()
    document.save(data)
    documents, _ = read_any("a.docx", data.getvalue())
    assert [p.text for p in documents[0].paragraphs] == [SECOND, FIRST]


READ_ALOUD = {
    "<span class=drop aria-hidden=true>T</span><span class=sr-only>T</span>he mill turns.": "The mill turns.",
    "It fell <span aria-hidden=true>12%</span><span class=visually-hidden>twelve</span>.": "It fell 12%.",
    'Read on<span aria-hidden="true"> →</span> there.': "Read on there.",
    'See <span class="material-icons" aria-hidden="true">open_in_new</span> it.': "See it.",
}


@pytest.mark.parametrize(("html", "text"), READ_ALOUD.items())
def test_words_that_programs_read_aloud_in_other_words_are_read(html: str, text: str) -> None:
    (document,), _ = read_any("a.html", f"<p>{html}</p><p>{FIRST}</p><p>{SECOND}</p>".encode(), "html")
    assert text in [p.markdown or p.text for p in document.paragraphs]


ORDER = {
    "a later rule shows it": (True, ".a{display:none}.a{display:block}", 'class="a"'),
    "a later rule hides it": (False, ".a{display:block}.a{display:none}", 'class="a"'),
    "an earlier rule of more weight shows it": (True, "p.a{display:block}.a{display:none}", 'class="a"'),
    "a later rule of less weight does not": (False, "p.a{display:none}.a{display:block}", 'class="a"'),
    "an id weighs more than classes": (True, "#i{display:block}p.a.b{display:none}", 'class="a b" id="i"'),
    "its own style wins": (True, ".a{display:none}", 'class="a" style="display:block"'),
    "an important rule wins over its own style": (
        False,
        ".a{display:none!important}",
        'class="a" style="display:block"',
    ),
    "an important rule shows it": (True, ".a{display:block ! important}", 'class="a" style="display:none"'),
    "an important rule is not taken back": (False, ".a{display:none !important}.a{display:block}", 'class="a"'),
    "it is hidden in print": (True, "@media print{.a{display:none}}", 'class="a"'),
    "it is shown in print alone": (False, ".a{display:none}@media print{.a{display:block}}", 'class="a"'),
    "it is hidden on a screen": (False, "@media screen{.a{display:none}}", 'class="a"'),
    "a rule for screens shows it": (True, ".a{display:none}@media screen{.a{display:block}}", 'class="a"'),
    "another property is set later": (False, ".a{display:none}.a{color:red}", 'class="a"'),
    "no browser knows what it asks for": (True, "@supports (display:nonsense){.a{display:none}}", 'class="a"'),
    "nor one of two": (True, "@supports (foo:bar) or (display:blurb){.a{display:none}}", 'class="a"'),
    "it asks for what browsers lack": (True, "@supports not (display:grid){.a{display:none}}", 'class="a"'),
    "every browser knows both": (False, "@supports (display:flex) and (gap:1px){.a{display:none}}", 'class="a"'),
    "no browser knows what it excludes": (False, "@supports not (display:none-such){.a{display:none}}", 'class="a"'),
    "what it asks for cannot be told": (False, "@supports selector(:has(a)){.a{display:none}}", 'class="a"'),
    "its font has no size": (False, "", 'style="font:0/0 a"'),
    "its font has no size, in other words": (False, "", 'style="font: italic 0px serif"'),
    "its font has a size": (True, "", 'style="font:italic 10px/1.5 serif"'),
    "it is fixed off the screen": (False, "", 'style="position:fixed;inset:200vh 0 0 0"'),
    "its inset is far to the left": (False, "", 'style="position:absolute;inset:0 auto auto -9999px"'),
    "it is fixed on the screen": (True, "", 'style="position:fixed;inset:10px 0 auto 0"'),
    "one scrolls to it": (True, "", 'style="position:absolute;top:200vh"'),
    "its letters have a size again": (True, ".a{font-size:0}.a{font:16px serif}", 'class="a"'),
    "its colour is seen again": (True, ".a{color:#fff;background:#fff}.a{color:#000}", 'class="a"'),
    "it is visible again": (True, ".a{visibility:hidden}.a{visibility:visible}", 'class="a"'),
    "a state of it weighs as a class": (False, "p[class]{display:none}.a{display:block}", 'class="a"'),
    "a choice without weight": (True, ":where(#i.a){display:none}p{display:block}", 'class="a" id="i"'),
}


@pytest.mark.parametrize("case", ORDER)
def test_of_several_rules_of_style_sheets_the_one_holds_that_holds_in_browsers(case: str) -> None:
    is_seen, css, attributes = ORDER[case]
    page = f"<html><head><style>{css}</style></head><body><article><p>{FIRST}</p><p {attributes}>{SECRET}</p>"
    page += f"<p>{SECOND}</p></article></body></html>"
    documents, _ = read_any("a.html", page.encode())
    text = " ".join(p.text for one in documents for p in one.paragraphs)
    assert (SECRET in text) is is_seen
