"""Text that a saved page has not shown yet is text where it is the article or the panel of a control; all else that is
hidden is left out by name."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

ONE = "The harbour of Ness has bought a second crane, the board said on Monday after a vote of seven to two."
TWO = "It lifts ninety tonnes and costs four million crowns, which is more than the board had expected."
THREE = "Fishermen asked for a new ice house instead, said Mara Lund, who speaks for thirty of them."
NOTE = "Ask the lawyer before this goes out"
HIDDEN_BODY = {
    "visibility of the container": '<h1>Crane</h1><div style="visibility:hidden"><p>{1}</p><p>{2}</p><p>{3}</p></div>',
    "visibility and opacity": '<h1>Crane</h1><div style="visibility: hidden; opacity: 0;">{1}<br><br>{2}<br>{3}</div>',
    "a page that a script fades in": '<main style="opacity:0"><h1>Crane</h1><p>{1}</p><p>{2}</p><p>{3}</p></main>',
    "a style sheet": "<style>.pre{{visibility:hidden}}</style><article class=pre><p>{1}</p><p>{2}</p></article>",
    # Not seen before.
    "each paragraph": "<h1>Crane</h1><article>"
    + "".join(f'<p style="opacity:0">{{{n}}}</p>' for n in (1, 2, 3))
    + "</article>",
    "a frame without height": '<h1>Crane</h1><div style="height:0;overflow:hidden"><p>{1}</p><p>{2}</p></div>',
    "the body": "<style>body{{opacity:0}}</style><h1>Crane</h1><p>{1}</p><p>{2}</p>",
    "a menu is seen": "<nav><a href=/a>News</a></nav><h1>Crane</h1>"
    '<div style="visibility:hidden"><p>{1}</p><p>{2}</p></div>'
    "<footer>© Ness Gazette. All rights reserved by the publisher of this page.</footer>",
}
FRAME = f"<article><h1>Crane</h1><p>{ONE}</p>{{}}<p>{TWO}</p></article>"
PANELS = {
    "hidden": '<h3><button aria-expanded="false" aria-controls="a">{q}</button></h3><div id=a hidden><p>{a}</p></div>',
    "display": '<h3><button aria-controls="a">{q}</button></h3><div id=a style="display:none"><p>{a}</p></div>',
    "a class": "<style>.body{{display:none}}</style><h4 class=acc-title>{q}</h4>"
    "<div class='acc-panel body'><p>{a}</p></div>",
    "a tab": "<div role=tablist><button role=tab aria-controls=t>{q}</button></div>"
    "<div id=t role=tabpanel aria-hidden=true><p>{a}</p></div>",
    "bootstrap": "<style>.collapse{{display:none}}</style><a data-toggle=collapse href='#c'>{q}</a>"
    "<div id=c class=collapse><p>{a}</p></div>",
    "no button": '<section class=tabs><h3>{q}</h3><div role=tabpanel aria-hidden="true"><p>{a}</p></div></section>',
    # Not seen before.
    "bootstrap 5": "<button data-bs-target='#c'>{q}</button><div id=c style='display:none'><p>{a}</p></div>",
    "a ticked box": "<style>.p{{max-height:0;overflow:hidden}}</style><input type=checkbox id=x>"
    "<label for=x>{q}</label><div class=p><p>{a}</p></div>",
    "terms": "<dl><dt><button aria-controls=d>{q}</button></dt><dd id=d hidden>{a}</dd></dl>",
    "a panel that names its control": "<div id=k role=button>{q}</div>"
    "<div aria-labelledby=k role=region hidden><p>{a}</p></div>",
    "open": '<h3><button aria-expanded="true">{q}</button></h3><div><p>{a}</p></div>',
    "details": "<details><summary>{q}</summary><p>{a}</p></details>",
    "a heading in it": "<button aria-controls=m>{q}</button>"
    '<div id=m style="visibility:hidden"><h4>More</h4><p>{a}</p></div>',
}
WORDS = (
    ("What does it cost?", "It costs 9.40 crowns a trip, and 3.10 crowns for those who live on the island."),
    ("Što kad puše bura?", "Kapetan odlučuje sat prije polaska, a putnici dobivaju novac natrag."),
    ("何時に出ますか", "船は午前七時と午後三時に出る。冬は一便だけで、霧の日は欠航となる。"),
    ("متى تبحر العبارة؟", "تبحر العبارة في السابعة صباحا وفي الثالثة بعد الظهر من كل يوم."),
)
FADED = {
    "moved": '<p style="opacity: 0; transform: translateY(40px)">{}</p>',
    "a class of a program for it": '<div class="elementor-invisible" style="opacity:0"><p>{}</p></div>',
    "an attribute of a program for it": '<div data-aos="fade-up" style="opacity:0"><p>{}</p></div>',
    # Not seen before.
    "wow": '<p class="wow fadeInUp" style="visibility:hidden">{}</p>',
    "scaled": '<section style="opacity:0;transform:scale(.8)"><p>{}</p></section>',
    "named by a style sheet": "<style>[data-reveal]{{opacity:0}}</style><div data-reveal><p>{}</p></div>",
}
LEFT_OUT = {
    "a remark": f'<p style="display:none">{NOTE}</p>',
    "a remark in a paragraph": f'<p>Short. <span style="display:none">{NOTE}</span></p>',
    "a deleted sentence": f"<p><del>{NOTE}</del> So it was.</p>",
    "a menu of a button": f"<button aria-controls=m>Menu</button><div id=m role=menu hidden><p>{NOTE}</p></div>",
    "a dialog of a button": f"<button aria-controls=m>Sign in</button>"
    f"<div id=m role=dialog hidden><p>{NOTE}.</p></div>",
    "a faded remark": f'<span style="opacity:0">{NOTE}</span>',
    # Not seen before.
    "a comment of the page": f'<div hidden class="editor-note"><p>{NOTE}. It is not sure.</p></div>',
    "a form of a button": f"<button data-target='#f'>Write</button><form id=f hidden><p>{NOTE}.</p><input></form>",
    "a remark in no size": f'<p style="font-size:0">{NOTE}</p>',
    "a remark far away": f'<p style="position:absolute;left:-9999px">{NOTE}</p>',
    "a long note": f'<div style="display:none"><p>{NOTE}. {THREE}</p></div>',
    "links of a button": "<button aria-controls=l>More</button><ul id=l hidden>"
    + f"<li><a href=/a>{NOTE}</a></li></ul>",
}


def read(html: str, name: str = "a.html") -> RawDocument:
    page = f"<!doctype html><html><head><title>Crane</title></head><body>{html}</body></html>"
    documents, found = read_any(name, page.encode())
    assert len(documents) == 1, found
    return documents[0]


def texts(document: RawDocument) -> str:
    return " ".join(one.text for one in document.paragraphs if not one.aside)


def named(document: RawDocument) -> str:
    return " ".join(one.text for one in (*document.paragraphs, *document.around) if one.aside)


@pytest.mark.parametrize("case", HIDDEN_BODY)
def test_an_article_that_its_page_has_not_shown_yet_is_taken(case: str) -> None:
    document = read(HIDDEN_BODY[case].format("", ONE, TWO, THREE))
    assert ONE in texts(document)
    assert TWO in texts(document)


@pytest.mark.parametrize("words", WORDS, ids=[one[0] for one in WORDS])
@pytest.mark.parametrize("case", PANELS)
def test_a_panel_that_a_control_opens_is_text_below_the_words_of_its_control(case: str, words: tuple[str, str]) -> None:
    document = read(FRAME.format(PANELS[case].format(q=words[0], a=words[1])))
    found = texts(document)
    assert found.index(ONE) < found.index(words[0]) < found.index(words[1]) < found.index(TWO)
    assert found.count(words[0]) == 1


@pytest.mark.parametrize("case", FADED)
def test_a_paragraph_that_comes_in_while_a_reader_scrolls_is_text(case: str) -> None:
    assert THREE in texts(read(FRAME.format(FADED[case].format(THREE))))


@pytest.mark.parametrize("case", LEFT_OUT)
def test_all_else_that_is_hidden_is_left_out_by_name(case: str) -> None:
    document = read(FRAME.format(LEFT_OUT[case]))
    assert NOTE not in texts(document)
    assert NOTE in named(document)
    assert TWO in texts(document)


@pytest.mark.parametrize(
    ("html", "held"),
    [
        (HIDDEN_BODY["visibility of the container"], False),
        (HIDDEN_BODY["a frame without height"], True),
        ('<h1>Crane</h1><div style="display:none"><p>{1}</p><p>{2}</p></div>', True),
        (
            '<p>The board has bought it for the port.</p><div style="opacity:0"><p>{1}</p><p>{2}</p><p>{3}</p></div>',
            True,
        ),
    ],
)
def test_a_text_is_held_back_where_it_is_doubtful_that_a_reader_of_the_page_saw_it(html: str, held: bool) -> None:
    assert bool(read(html.format("", ONE, TWO, THREE)).given.held) is held


def test_the_reading_of_a_word_is_left_out_by_name() -> None:
    document = read(
        FRAME.format("<p>The <ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby> was lit for the night.</p>")
    )
    assert "The 灯台 was lit for the night." in texts(document)
    assert "とうだい" in named(document)
