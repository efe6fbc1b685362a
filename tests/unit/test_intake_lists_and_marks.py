"""Lists, marks of footnotes, signs between reports, goodbyes of letters, and cut excerpts of feeds."""

import pytest

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.sure_sentences import sure_starts
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.reading import split_document
from annotated_briefings.intake.stated.standfirst import standfirst_of


def word_item(text: str, level: int, sign: str = "·") -> str:
    mark = f'<span style="mso-list:Ignore">{sign}<span>&nbsp;&nbsp; </span></span>'
    return f'<p class="MsoListParagraph" style="mso-list:l0 level{level} lfo1">{mark}{text}</p>'


def test_points_of_word_keep_their_levels() -> None:
    items = [("One", 1), ("Two", 1), ("Inner", 2), ("Deep", 3), ("Inner again", 2), ("Three", 1)]
    html = "<p>Before.</p>" + "\n".join(word_item(text, level) for text, level in items) + "<p>Behind.</p>"
    documents, _ = read_any("a.html", f"<html><body>{html}</body></html>".encode())
    (made,) = [one.markdown for one in documents[0].paragraphs if one.markdown]
    assert made == "- One\n- Two\n  - Inner\n    - Deep\n  - Inner again\n- Three"


def test_a_point_with_a_paragraph_and_an_inner_list_is_a_point() -> None:
    html = (
        "<ol><li><p>Pumps come first.</p></li><li><p>Sluices are next.</p><ul><li><p>Old ones too.</p></li></ul></li>"
        "<li><p>Doors come last.</p></li></ol>"
    )
    (one,) = html_paragraphs(html)
    assert one.markdown == "1. Pumps come first.\n2. Sluices are next.\n   - Old ones too.\n3. Doors come last."


@pytest.mark.parametrize(
    "mark",
    [
        '<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>',
        '<a class="footnote-ref" href="https://a.example/x#fn1">1</a>',
        '<sup><a href="#n1">1</a></sup>',
        "<sup>1</sup>",
    ],
)
def test_the_number_of_a_footnote_never_becomes_part_of_a_figure(mark: str) -> None:
    (one,) = html_paragraphs(f"<p>The lease costs 34{mark} million crowns a year, she said.</p>")
    assert one.text == "The lease costs 34¹ million crowns a year, she said."


def test_a_link_of_digits_elsewhere_stays_a_link() -> None:
    (one,) = html_paragraphs('<p>See <a href="https://a.example/page">12</a> of the report on the dam.</p>')
    assert one.markdown == "See [12](https://a.example/page) of the report on the dam."


@pytest.mark.parametrize("sign", ["¹", "²³", "¹⁰"])
def test_a_sentence_ends_before_the_number_of_a_footnote(sign: str) -> None:
    text = f"The lease costs 34 million crowns a year.{sign} The mayor signed it."
    assert sentence_starts(text) == sure_starts(text) == (0, text.index(" The mayor"))


@pytest.mark.parametrize("sign", ["× ×", "×　　　×", "× × ×", "◇ ◇", "＊　＊"])
def test_signs_between_reports_are_no_text(sign: str) -> None:
    first, second = "三日月市の旅館が来年三月末で営業を終える。", "浜名瀬港で漁船二隻がぶつかり、男性一人が骨を折った。"
    text = f"{first}\n　　　{sign}\n{second}\n"
    documents, _ = read_any("a.txt", text.encode())
    articles, _ = split_document(documents[0], Decisions())
    assert not any(sign[0] in one.text for article in articles for one in article.paragraphs)
    if sign[0] == "×":
        assert len(articles) == 2


GOODBYES = [
    "Mit freundlichen Grüßen",
    "Viele Grüße",
    "Kind regards,",
    "Cordialement,",
    "Saludos cordiales",
    "Cordiali saluti",
    "Met vriendelijke groet,",
    "Med vänlig hälsning",
    "Med venlig hilsen",
    "Z poważaniem",
    "С уважением,",
]


@pytest.mark.parametrize("goodbye", GOODBYES)
@pytest.mark.parametrize("form", ["plain", "html"])
def test_what_stands_below_words_of_goodbye_is_the_signature_of_a_letter(goodbye: str, form: str) -> None:
    texts = [
        "The board lowers the price of water by 12 cents from July, it said on Monday evening in the town hall.",
        "A household of four keeps about 22 euros a year, the head of the board said after the vote.",
    ]
    own = ["Ulf Hansemann", "Tel. 0555 123456"]
    head = "From: Press <p@water.example>\nSubject: Water gets cheaper\nDate: Tue, 4 Mar 2025 09:12:00 +0100\n"
    if form == "plain":
        body = "\n\n".join((*texts, "\n".join((goodbye, *own))))
        data = f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    else:
        body = "".join(f"<p>{one}</p>" for one in (*texts, "<br>".join((goodbye, *own))))
        data = f"{head}Content-Type: text/html; charset=utf-8\n\n<html><body>{body}</body></html>\n"
    documents, _ = read_any("a.eml", data.encode())
    assert [one.text for one in documents[0].paragraphs if not one.aside] == texts


@pytest.mark.parametrize(
    "excerpt",
    [
        "The bridge of Tullow closes on Monday […] The post Bridge closes for three months appeared first on The Wave.",
        "The bridge of Tullow closes on Monday [...] Read it all on our page, with pictures of the bridge.",
    ],
)
def test_an_excerpt_that_a_feed_has_cut_is_no_standfirst(excerpt: str) -> None:
    text = "The bridge of Tullow closes on Monday for three months, the council said. The work costs 1.3 million euros."
    assert standfirst_of([excerpt], "Bridge closes", [text]) == ""
