"""Days as formats state them, plain words, and texts that their source has cut."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.cleaning.cut import CUT, find_ending, is_missing
from annotated_briefings.intake.cleaning.days import order_of, stated_day
from annotated_briefings.intake.cleaning.plain import plain_words, without_entities
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import Paragraph


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (1772524800, "2026-03-03T08:00:00+00:00"),
        (1772524800123, "2026-03-03T08:00:00+00:00"),
        ("1772524800000000", "2026-03-03T08:00:00+00:00"),
        (1772524800.5, "2026-03-03T08:00:00+00:00"),
        (46084, "2026-03-03"),
        ("46084.33", "2026-03-03"),
        ("20260303", "2026-03-03"),
        (20260303, "2026-03-03"),
        ("20260303T080000Z", "2026-03-03T08:00:00+00:00"),
        ("20260303080000", "2026-03-03"),
        ("2026-03-03T08:00:00.000Z", "2026-03-03T08:00:00+00:00"),
        ("2026-03-03 08:00:00 +0100", "2026-03-03T08:00:00+01:00"),
        ("2026-03-03T08:00:00.0000000Z", "2026-03-03T08:00:00+00:00"),
        ("2026-03-03 08:00:00 UTC", "2026-03-03T08:00:00+00:00"),
        ("2026-03-03 08:00:00", "2026-03-03"),
        ("2026/03/03", "2026-03-03"),
        ("2026/3/3", "2026-03-03"),
        ("Tue, 03 Mar 2026 08:00:00 +0100", "2026-03-03T08:00:00+01:00"),
        ("03.03.2026", "2026-03-03"),
        ("3.3.26", "2026-03-03"),
        ("3. März 2026, 9:30 Uhr", "2026-03-03"),
        ("March 3, 2026", "2026-03-03"),
        ("3 mars 2026", "2026-03-03"),
        ("28/11/2026", "2026-11-28"),
        ("11/28/2026 9:30", "2026-11-28"),
        ("2026年3月3日", "2026-03-03"),
        ("٢٠٢٦-٠٣-٠٣", "2026-03-03"),
        ("٢ مارس ٢٠٢٦", "2026-03-02"),
        ("2 марта 2026", "2026-03-02"),
        ("2026-03", "2026-03"),
        (2026, "2026"),
        ("3/4/2026", ""),
        (0, ""),
        ("1970-01-01T00:00:00Z", ""),
        ("Thu, 01 Jan 1970 00:00:00 +0000", ""),
        ("0000-00-00 00:00:00", ""),
        ("0001-01-01T00:00:00", ""),
        ("1899-12-30", ""),
        ("1899-12-31T00:00:00", ""),
        (True, ""),
        (12, ""),
        ("yesterday", ""),
        (None, ""),
    ],
)
def test_a_day_is_read_as_it_is_stated(stated: object, day: str) -> None:
    assert stated_day(stated) == day


def test_one_sure_date_tells_the_order_of_all_and_two_that_differ_tell_none() -> None:
    assert order_of(["3/4/2026", "28/11/2026", 5]) == "dmy"
    assert order_of(["3/4/2026", "11/28/2026"]) == "mdy"
    assert order_of(["28/11/2026", "11/28/2026"]) == ""
    assert (stated_day("3/4/2026", "dmy"), stated_day("3/4/2026", "mdy")) == ("2026-04-03", "2026-03-04")


@given(st.text(max_size=30) | st.integers() | st.floats())
def test_a_day_is_one_that_briefs_understand_or_none(stated: object) -> None:
    day = stated_day(stated)
    assert not day or read_when(day)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The <b>old</b> weir &amp; the mill", "The old weir & the mill"),
        ("Weir&amp;amp;mill", "Weir&mill"),
        ("Kelby&nbsp;Echo", "Kelby Echo"),
        ("Kelby&#8217;s weir", "Kelby’s weir"),
        ("Weir<br>opened", "Weir opened"),
        ('<a href="https://x.example">Weir</a> opened', "Weir opened"),
        ("&lt;i&gt;Weir&lt;/i&gt; opened", "Weir opened"),
        ("R&D budget", "R&D budget"),
        ("We <3 weirs", "We <3 weirs"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("The <title> tag", "The <title> tag"),
        ("AT&T; a sale", "AT&T; a sale"),
    ],
)
def test_words_are_plain_without_their_markup_and_keep_their_signs(text: str, plain: str) -> None:
    assert plain_words(text) == plain


def test_a_paragraph_keeps_what_would_begin_a_tag() -> None:
    assert without_entities("S&amp;P&nbsp;fell &lt;b&gt; by 2") == "S&P fell &lt;b&gt; by 2"


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "rss", "jsonfeed"])
def test_every_format_gives_headline_author_outlet_and_text_in_plain_words(form: str) -> None:
    title, author, outlet = "The <b>old</b> weir &amp; mill", "<i>Ines</i> Dahl", "Echo &amp; Co"
    text = "The weir and the S&amp;P were closed on Sunday, and nobody was told of either."
    forms = {
        "json": f'[{{"title": "{title}", "author": "{author}", "outlet": "{outlet}", "text": "{text}"}}]',
        "jsonl": f'{{"title": "{title}", "author": "{author}", "outlet": "{outlet}", "text": "{text}"}}\n' * 2,
        "jsonfeed": f'{{"version": "https://jsonfeed.org/version/1.1", "title": "{outlet}", "items": [{{"title": '
        f'"{title}", "authors": [{{"name": "{author}"}}], "content_text": "{text}"}}]}}',
        "csv": f'Title,Author,Outlet,Text\n{title},{author},{outlet},"{text}"\n',
        "rss": f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{outlet}</title><item>'
        f"<title><![CDATA[{title}]]></title><dc:creator><![CDATA[{author}]]></dc:creator><description>{text}"
        "</description></item></channel></rss>",
    }
    documents, _ = read_any(f"a.{form}", forms[form].encode())
    stated = documents[0].given
    assert (stated.title, stated.author, stated.outlet) == ("The old weir & mill", "Ines Dahl", "Echo & Co")
    assert documents[0].paragraphs[0].text == text.replace("&amp;", "&")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", '[{"title": "We\\u0008ir", "text": "The \\u0000weir was \\ud800opened by hand on a Sunday."}]'),
        ("a.csv", "Title,Text,Outlet\nWe\x08ir,The weir was \x02opened by hand on a Sunday.,The Echo of Kelby\n"),
        ("a.xml", "<rss version='2.0'><channel><title>E</title><item><title>We&#8;ir</title><description>The &#1;weir "
                  "was &#2;opened by hand on a Sunday.</description></item></channel></rss>"),
        ("a.md", "# We\x08ir\n\nThe weir was \x02opened by hand on a Sunday.\n"),
    ],
)  # fmt: skip
def test_no_control_character_gets_into_a_text(name: str, data: str) -> None:
    documents, found = read_any(name, data.encode())
    assert documents[0].given.title == "Weir"
    assert documents[0].paragraphs[-1].text == "The weir was opened by hand on a Sunday."
    assert found


def test_control_characters_that_were_taken_out_are_counted() -> None:
    _, found = read_any(
        "a.json", b'{"title": "Weir", "text": "The \\u0008weir \\u001b[31mwas\\u001b[0m opened \\ufffe again."}'
    )
    assert show(found[0]) == (
        "a.json#1: warning[invalid-bytes]: 4 control characters were taken out\n"
        "  help: look whether a word is missing where they stood"
    )


WHOLE = "The weir was opened by hand on Sunday. Two gardens stood under water by the evening."


@pytest.mark.parametrize(
    ("tail", "cut"),
    [
        (" Nobody had told the own… [+2412 chars]", "Nobody had told the own… [+2412 chars]"),
        (" Nobody had told the... [1210 chars]", "Nobody had told the... [1210 chars]"),
        (" Nobody had told […]", "Nobody had told […]"),
        (" Nobody had told the owners [...]", "Nobody had told the owners [...]"),
        (" (more…)", "(more…)"),
        (" Nobody had told the owners [[...]]", "Nobody had told the owners [[...]]"),
        (" [[Read more]](https://quay.example/1)", "[[Read more]](https://quay.example/1)"),
        (" Nobody had told the owners… Read more", "Nobody had told the owners… Read more"),
        (" Nobody had told the owners … Weiterlesen", "Nobody had told the owners … Weiterlesen"),
        (" Nobody had told the owners… Lire la suite", "Nobody had told the owners… Lire la suite"),
        (" Nobody had told the owners... Seguir leyendo", "Nobody had told the owners... Seguir leyendo"),
        (" Nobody had told the owners [Continue reading…]", "Nobody had told the owners [Continue reading…]"),
    ],
)
def test_a_mark_of_a_cut_and_the_sentence_that_it_tears_are_no_text(tail: str, cut: str) -> None:
    ending = find_ending((Paragraph(WHOLE + tail, 0, 0),), excerpts=False)
    assert [(p.text, p.aside) for p in ending.paragraphs] == [(WHOLE, ""), (cut, CUT)]
    assert ending.cut == "…on Sunday. Two gardens stood under water by the evening."


@pytest.mark.parametrize(
    "text",
    [
        "And so they wait for the river to go down…",
        'The mayor said: "I have read more than I wanted."',
        "The report is in [3].",
        "He had counted (more or less) forty boats.",
        "The list goes on: weirs, mills, sluices, etc.",
    ],
)
def test_what_only_looks_like_a_cut_stays_text(text: str) -> None:
    paragraphs = (Paragraph(WHOLE, 0, 0), Paragraph(text, 0, 0))
    assert find_ending(paragraphs, excerpts=False).paragraphs == paragraphs


def test_only_short_texts_of_formats_with_excerpts_are_cut_by_dots_alone() -> None:
    paragraph = Paragraph(WHOLE + " Nobody had told the…", 0, 0)
    assert find_ending((paragraph,), excerpts=True).cut
    assert not find_ending((paragraph,), excerpts=False).cut
    assert not find_ending((*(Paragraph(WHOLE, 0, 0) for _ in range(20)), paragraph), excerpts=True).cut


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[Removed]", "its source has removed it"),
        ("This article has been removed.", "its source has removed it"),
        ("Dieser Beitrag wurde gelöscht.", "its source has removed it"),
        ("已删除", "its source has removed it"),
        ("ONLY AVAILABLE IN PAID PLANS", "its source shows it to subscribers only"),
        ("Subscribe to continue reading", "its source shows it to subscribers only"),
        ("This article is for subscribers only.", "its source shows it to subscribers only"),
        ("Dieser Artikel ist nur für Abonnenten.", "its source shows it to subscribers only"),
        ("Cet article est réservé aux abonnés", "its source shows it to subscribers only"),
        ("Este contenido es exclusivo para suscriptores", "its source shows it to subscribers only"),
        ("The statue was removed on Sunday.", ""),
        ("Subscribers of the water board get a letter.", ""),
        ("The council removed the weir and all that belonged to it.", ""),
    ],
)
def test_what_stands_for_a_text_is_told_from_a_text(text: str, why: str) -> None:
    assert is_missing(text) == why


def test_a_paywall_at_the_end_is_no_text_and_alone_it_is_no_article() -> None:
    wall = Paragraph("Subscribe to continue reading", 0, 0)
    ending = find_ending((Paragraph(WHOLE, 0, 0), wall), excerpts=False)
    assert [p.aside for p in ending.paragraphs] == ["", "a paywall"]
    assert ending.cut
    assert find_ending((wall,), excerpts=False).left_out == "its source shows it to subscribers only"


@given(
    st.lists(st.sampled_from(["A word.", "torn wor", "… [+9 chars]", "[Removed]", "Read more", "(more)"]), max_size=6)
)
def test_no_word_is_lost_at_a_cut(parts: list[str]) -> None:
    paragraphs = (Paragraph(" ".join(parts), 0, 0),) if parts else ()
    kept = find_ending(paragraphs, excerpts=True).paragraphs
    assert re.findall(r"\w+", " ".join(p.text for p in kept)) == re.findall(r"\w+", " ".join(parts))
