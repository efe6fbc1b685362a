"""Wrapping passages of generated HTML."""

from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.htmltext import Insert, Span, plain_text, wrap
from annotated_briefings.base.source import Source
from annotated_briefings.content.markdown.blocks import read_markdown


def block(text: str) -> str:
    return read_markdown(Source("a.md", text), text).blocks[0].html


def marked(html: str, words: str) -> str:
    start = plain_text(html).index(words)
    return wrap(html, [], [Span(start, start + len(words), "<m>", "</m>")])


def test_a_passage_across_emphasis_is_marked_in_pieces() -> None:
    assert marked(block("One **two** three"), "One two th") == (
        "<p><m>One </m><strong><m>two</m></strong><m> th</m>ree</p>"
    )


def test_only_the_first_piece_gets_the_first_opening() -> None:
    html = wrap(block("One **two**"), [], [Span(0, 7, '<i id="x">', "</i>", "<i>")])
    assert html == '<p><i id="x">One </i><strong><i>two</i></strong></p>'


def test_characters_written_as_references_count_once() -> None:
    assert marked(block('R&D at "A < B"'), 'D at "A <') == ("<p>R&amp;<m>D at &quot;A &lt;</m> B&quot;</p>")


def test_a_line_break_counts_as_one_space() -> None:
    assert marked(block("one\ntwo"), "one two") == "<p><m>one\ntwo</m></p>"


def test_a_link_is_never_set_in_a_link_or_in_code() -> None:
    html = block("see [Acme](https://a.example) and `Acme` and Acme")
    spans = [Span(at, at + 4, "<a>", "</a>") for at in (4, 13, 22)]
    assert wrap(html, spans, []) == (
        '<p>see <a href="https://a.example">Acme</a> and <code>Acme</code> and <a>Acme</a></p>'
    )


def test_an_insert_waits_for_the_end_of_a_link() -> None:
    html = block("see [Acme Corp](https://a.example) today")
    assert wrap(html, [], [], [Insert(8, "<sup/>")]) == (
        '<p>see <a href="https://a.example">Acme Corp</a><sup/> today</p>'
    )
    assert wrap(block("see Acme today"), [Span(4, 8, "<a>", "</a>")], [], [Insert(6, "<sup/>")]) == (
        "<p>see <a>Acme</a><sup/> today</p>"
    )


def test_a_footnote_mark_is_no_text() -> None:
    text = "Nine people.[^1] More.\n\n[^1]: Note.\n"
    assert read_markdown(Source("a.md", text), text).blocks[0].text == "Nine people. More."


@given(st.text(alphabet="ab *_`[]()&<>\n-#|!\\\"'“é中", max_size=80), st.integers(0, 60), st.integers(1, 30))
def test_wrapping_never_changes_the_text(text: str, start: int, length: int) -> None:
    for found in read_markdown(Source("a.md", text), text).blocks:
        end = min(start + length, len(found.text))
        if start < end:
            html = wrap(found.html, [], [Span(start, end, "<m>", "</m>")], [Insert(end, "<b></b>")])
            assert plain_text(html) == found.text
            assert html.replace("<m>", "").replace("</m>", "").replace("<b></b>", "") == found.html
