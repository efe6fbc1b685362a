"""Which words of a text a quote may stand on: dashes, ligatures, marked words, and parts of longer words."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.source import Source
from annotated_briefings.content.annotations import anchor, find_exact
from annotated_briefings.content.markdown.plaintext import plain
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.quotations.edited import standing_in


def passages(body: str, *quotes: str, language: str = "en") -> list[str]:
    """The words on which notes on some quotes stand; empty where one is refused."""
    notes = "".join(f"  - {{quote: '{quote}', note: A remark.}}\n" for quote in quotes)
    head = f"---\ntitle: A\nlang: {language}\nannotations:\n{notes}---\n"
    brief, _ = parse_brief(Source("briefings/a.md", head + body))
    assert brief is not None
    text = brief.body.text
    return [text[n.passage.start : n.passage.end] if n.passage else "" for n in brief.annotations]


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"


@pytest.mark.parametrize("dash", DASHES)
def test_all_dashes_are_a_hyphen_where_words_are_compared(dash: str) -> None:
    text = f"Tonnage fell in 2010{dash}2012, said the harbour {dash} again {dash} on Monday."
    for quote in ("fell in 2010-2012", "harbour - again - on", f"fell in 2010{dash}2012"):
        found = anchor(text, quote)
        assert found.state == "anchored"
        assert found.why == ""
        assert find_exact(text, quote)[1]
    assert find_exact(text, "fell in 2010-2013")[1] is None
    assert anchor(text, "fell in 2010-2013").passage is None
    assert find_exact(text, "fell in 2010 2012")[1] is None


def test_ligatures_are_their_letters_and_passages_keep_their_own_offsets() -> None:
    text = "The eﬀective oﬃce ﬁled ﬂat ﬀ ﬃx, Oﬄine, a ﬅate and a ﬆar."
    for quote, shown in (
        ("effective office", "eﬀective oﬃce"),
        ("office filed flat", "oﬃce ﬁled ﬂat"),
        ("Offline", "Oﬄine"),
        ("a state and a star", "a ﬅate and a ﬆar"),
        ("oﬃce", "oﬃce"),
    ):
        found = anchor(text, quote)
        assert found.passage
        assert found.why == ""
        assert text[found.passage.start : found.passage.end] == shown
    assert anchor("The office filed.", "oﬃce ﬁled").why == ""


LETTERS = st.text(st.sampled_from("abﬁﬃfi e\u0301é-–—\u00ad \n"), max_size=20)


@given(LETTERS, LETTERS, LETTERS)
def test_offsets_of_the_plain_form_lead_back_to_the_text(before: str, inner: str, after: str) -> None:
    text = before + " X" + inner + "Y " + after
    whole = plain(text)
    start, end = whole.text.index("X"), whole.text.index("Y") + 1
    low, high = whole.span(start, end)
    assert text[low:high].startswith("X")
    assert text[low:high].endswith("Y")
    assert len(whole.starts) == len(whole.text) + 1


@pytest.mark.parametrize(
    ("body", "quote", "language"),
    [
        ("Die **Stadt**verwaltung zieht um.", "Stadt", "de"),
        ("Am [Kai](https://kai.example)platz wird gebaut.", "Kai", "de"),
        ("The *under*statement of the year.", "under", "en"),
        ("Run `make`file now.", "make", "en"),
        ("The ***very*** **[linked](https://a.example)**ness of it.", "linked", "en"),
        ("- item of the **Hafen**rat\n- other", "Hafen", "de"),
        ("| a |\n|---|\n| der **Hafen**rat |\n", "Hafen", "de"),
        ("Это **кабинет**ный спор.", "кабинет", "ru"),
    ],
)
def test_words_that_fill_marked_text_are_found_though_letters_touch_it(body: str, quote: str, language: str) -> None:
    assert passages(body, quote, language=language) == [quote]


def test_a_link_that_a_note_fills_stays_one_link(tmp_path: Path) -> None:
    site = Case(tmp_path)
    notes = "annotations: [{quote: Stadt, note: N1}, {quote: Kai, note: N2}]"
    text = "Die **Stadt**verwaltung zieht um. Am [Kai](https://kai.example)platz wird gebaut.\n"
    site.brief("a", f"title: A\ndate: 2026-03-03\nlang: de\n{notes}", text)
    assert not site.build().reported("orphan-annotation")
    page = (site.root / "_site/briefs/a/index.html").read_text(encoding="utf-8")
    assert page.count('href="https://kai.example"') == 1
    assert re.search('<mark class="noted noted-context" data-note="[^"]+">Stadt</mark>', page)


@pytest.mark.parametrize(
    ("body", "quote", "whole", "language"),
    [
        ("Der Kranführer streikt.", "Kran", "Kranführer", "de"),
        ("Das Erdöl wird knapp.", "öl", "Erdöl", "de"),
        ("Ein Gegenüber.", "über", "Gegenüber", "de"),
        ("The understatement of it.", "state", "understatement", "en"),
        ("Весь кабинет ушёл.", "нет", "кабинет", "ru"),
        ("Το λιμάνι έκλεισε.", "ιμάνι", "λιμάνι", "el"),
        ("Wages rose 3.8% in May.", "8%", "3.8%", "en"),
        ("The port employs 12,500 people.", "500", "12,500", "en"),
        ("Die **Kran**führer und Kranbauer.", "führer", "Kranführer", "de"),
    ],
)
def test_a_part_of_a_word_or_number_is_refused_with_that_reason(
    body: str, quote: str, whole: str, language: str
) -> None:
    head = f"---\ntitle: A\nlang: {language}\nannotations: [{{quote: '{quote}', note: A remark.}}]\n---\n"
    brief, found = parse_brief(Source("briefings/a.md", head + body))
    assert brief is not None
    assert brief.annotations[0].passage is None
    [messages] = [show(d).split("\n") for d in found if d.code == "orphan-annotation"]
    assert messages[0].endswith(f": `{quote}` is only inside `{whole}`")
    assert messages[-1] == "  help: quote whole words; the note is shown under the text until then"


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("特斯拉Tesla股价上涨。", "Tesla"),
        ("港口周一恢复运营。", "周一"),
        ("港は月曜日に再開した。", "月曜日"),
        ("ท่าเรือเปิดวันจันทร์", "วันจันทร์"),
        ("서울은 조용하다.", "서울"),
        ("أعلنت والجسر مغلق", "الجسر"),
    ],
)
def test_scripts_that_do_not_part_words_so_have_no_such_rule(body: str, quote: str) -> None:
    assert passages(body, quote) == [quote]


def test_receipts_copied_with_their_marks_are_found() -> None:
    head = '---\ntitle: A\nkey_points: [{text: A ship., quote: "the *Dawn* sails **at night**"}]\n---\n'
    brief, _ = parse_brief(Source("briefings/a.md", head + "They say the *Dawn* sails **at night** now."))
    assert brief is not None
    assert brief.key_points[0].passage is not None


HARMLESS = [
    ("We close ... it", "They said: We close … it"),
    ("We close . . . it", "They said: We close … it"),
    ("We close… it", "We close... it"),
    ("Ｗｅ ｃｌｏｓｅ ３ locks", "We close 3 locks"),
    ("ijs en weder", "het ĳs en weder"),
    ("eﬀective oﬃce", "an effective office"),
    ("12 500 people", "some 12\u202f500 people"),
    ("We close it", "We\u2003close\u2028it"),
    ("cooperation", "co\u00adope\u00adration"),
    ("the information office", "the infor-\nmation office"),
    ("the information office", "the infor-\r\n  mation office"),
    ("the well-known port", "the well-\nknown port"),
    ("said ❝no❞", 'said "no"'),
]
OTHERS = [
    ("he resigned today", "he re-\nsigned today"),
    ("the well known port", "the well-known port"),
    ("12 year", "the 1-\n2 year"),
    ("We close it", "We close … it"),
    ("Jean Pierre", "Jean-\nPierre"),
]


@pytest.mark.parametrize(("quote", "text"), HARMLESS)
def test_another_spelling_of_the_same_words_is_found(quote: str, text: str) -> None:
    assert find_exact(text, quote)[1] is not None
    assert standing_in(quote, text) is QuoteStanding.STATED


@pytest.mark.parametrize(("quote", "text"), OTHERS)
def test_other_words_are_not_found_for_their_likeness(quote: str, text: str) -> None:
    assert find_exact(text, quote)[1] is None
    assert standing_in(quote, text) is QuoteStanding.ABSENT


@pytest.mark.parametrize("joined", [False, True])
def test_a_passage_over_the_end_of_a_line_leads_back_to_the_text(joined: bool) -> None:
    text = "He said . . . the infor-\n mation and the re-\nopened office…"
    whole = plain(text, joined)
    assert whole.text == f"He said ... the infor{'' if joined else '-'}mation and the re-opened office..."
    low, high = whole.span(whole.text.index("infor"), whole.text.index(" and"))
    assert text[low:high] == "infor-\n mation"


@pytest.mark.parametrize(
    ("text", "quote", "standing"),
    [
        ("The mill closed in May[1] and the pier in June.[2][3] He left.", "in May and the pier in June. He", "stated"),
        ("Rust was seen in the cables.[4] The city knew.", "in the cables. The city knew", "stated"),
        ("The mill closed in May[1] and the pier.", "closed in May[1] and the pier", "stated"),
        ("They paid [40] crowns.", "They paid crowns", "absent"),
        ("The value of x2[1] is 40.", "x2 is 40", "absent"),
    ],
)
def test_marks_of_footnotes_are_no_words(text: str, quote: str, standing: str) -> None:
    assert find_exact(text, quote)[0] == standing
