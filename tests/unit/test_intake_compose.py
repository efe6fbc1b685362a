"""Drafts: YAML and Markdown that say exactly what the text says."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.writer import quoted
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.intake.below_headline.derived import derived_headline
from annotated_briefings.intake.compose import escape_markdown, summary_of
from annotated_briefings.intake.keypoints import key_points, suggested_tags
from annotated_briefings.intake.metadata import read_metadata, without_dateline
from annotated_briefings.intake.model import Article, Paragraph, Post

LINES = (
    st.text(
        st.characters(categories=("L", "M", "N", "P", "S")) | st.sampled_from(" *_`[]<>&#-+.1)(|~:!\\\"'=^"),
        min_size=1,
        max_size=60,
    )
    .map(lambda s: " ".join(s.split()))
    .filter(bool)
)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_the_body_shows_the_text_as_it_was_received(paragraphs: list[str]) -> None:
    text = "\n\n".join(map(escape_markdown, paragraphs)) + "\n"
    body = read_markdown(Source("a.md", text), text)
    assert [block.text for block in body.blocks] == paragraphs
    assert body.wikilinks == ()
    assert body.links == ()


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_every_text_survives_in_yaml(text: str) -> None:
    node = yaml.safe_load(f"key: {quoted(text)}")
    assert node == {"key": text}


def test_plain_words_stay_plain() -> None:
    assert quoted("Oppo closes its unit") == "Oppo closes its unit"
    assert quoted("yes") == '"yes"'
    assert quoted("Chips: the end") == '"Chips: the end"'


LONG = (
    "The shipyard in Westhaven will hire 300 workers by August, its owner said on Monday. It builds ferries for "
    "the northern islands, and repairs boats of all kinds."
)


def article(*texts: str, heads: tuple[int, ...] = ()) -> Article:
    paragraphs = tuple(Paragraph(t, n, n) for n, t in enumerate(texts, 1))
    return Article("0123456789ab", "a.txt", paragraphs, heads, 0.9, "model")


LEAD = "The town of Vessby has opened a bridge that nobody asked for and that everybody now crosses twice a day."


def test_a_stated_headline_byline_and_date_line_are_taken_and_left_out_of_the_text() -> None:
    meta = read_metadata(article("Bridge opens in Vessby", "By Ada Holm", "Published on May 3, 2024", LEAD))
    assert (meta.headline.value, meta.headline.derived) == ("Bridge opens in Vessby", False)
    assert meta.author.value == "Ada Holm"
    assert (meta.date.value, meta.date.derived) == ("2024-05-03", False)
    assert meta.skipped == (0, 1, 2)


def test_a_dateline_gives_outlet_and_date() -> None:
    meta = read_metadata(article("VESSBY, May 3, 2024 (Northern Wire) — " + LEAD, LEAD))
    assert (meta.outlet.value, meta.date.value) == ("Northern Wire", "2024-05-03")
    assert meta.headline.value.startswith("The town of Vessby has opened a bridge")
    assert meta.headline.derived


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Example Courier, 12 May 2024", "Example Courier", "2024-05-12"),
        ("Port Amaro Gazette, March 13, 2026", "Port Amaro Gazette", "2026-03-13"),
        ("Harbour News | 2024-05-12", "Harbour News", "2024-05-12"),
    ],
)
def test_a_line_with_an_outlet_and_the_day_is_read_above_or_below_a_byline(line: str, outlet: str, day: str) -> None:
    for lines in ((line, "By Ada Prince"), ("By Ada Prince", line)):
        meta = read_metadata(article("Ship yard hires workers", *lines, LONG))
        assert (meta.headline.value, meta.outlet.value, meta.author.value, meta.date.value) == (
            "Ship yard hires workers",
            outlet,
            "Ada Prince",
            day,
        )
        assert meta.skipped == (0, 1, 2)


def test_a_name_beside_the_day_that_may_be_a_town_is_a_guess_and_a_town_of_the_text_is_no_outlet() -> None:
    line = "Port Amaro, March 13, 2026"
    guessed = read_metadata(article("Ship yard hires workers", line, "By Ada Prince", LONG))
    assert (guessed.outlet.value, guessed.outlet.derived) == ("Port Amaro", True)
    town = f"{LONG} In Port Amaro the yard is the largest one."
    assert read_metadata(article("Ship yard hires workers", line, "By Ada Prince", town)).outlet.value == ""


@pytest.mark.parametrize("line", ["Harbour bridge to close on 12 May 2024", "Mail is sent again on 12 May 2024."])
def test_a_sentence_that_ends_with_a_day_is_no_credit_line(line: str) -> None:
    assert read_metadata(article(line, LONG)).date.value == ""
    meta = read_metadata(article("Ship yard hires workers", line, LONG))
    assert (meta.outlet.value, meta.date.value, meta.skipped) == ("", "", (0,))


def test_place_day_and_agency_are_no_news() -> None:
    text = ("HALVMOUTH, 12 March 2026 (Northern Wire) - The railway brings back night trains.", "They run in June.")
    assert without_dateline(text) == ("The railway brings back night trains.", "They run in June.")
    assert without_dateline(text[1:]) == text[1:]
    assert without_dateline(()) == ()
    for sentence in ("NASA – the agency for space – said so.", "U.S. - China talks resume.", "OPEC — in Vienna — met."):
        assert without_dateline((sentence,)) == (sentence,)


def test_a_date_that_is_only_mentioned_proves_nothing() -> None:
    assert read_metadata(article("The bridge was begun on May 3, 2019, after a storm. " + LEAD, LEAD)).date.value == ""


def test_a_post_with_the_weekday_of_the_lead_proves_the_day() -> None:
    post = "— Teo Marchetti (@teomarchetti) March 12, 2024"
    meta = read_metadata(article("On Tuesday, the council voted. " + LEAD, "A great day for the pier!", post, LEAD))
    assert (meta.date.value, meta.date.derived) == ("2024-03-12", True)
    assert meta.posts == (Post(1, "Teo Marchetti (@teomarchetti)", "2024-03-12"),)
    other = read_metadata(article("On Friday, the council voted. " + LEAD, "A great day for the pier!", post, LEAD))
    assert other.date.value == ""


def test_what_the_editor_says_wins() -> None:
    meta = read_metadata(article(LEAD, LEAD), "The Courier", "2024")
    assert (meta.outlet.value, meta.date.value, meta.date.derived) == ("The Courier", "2024", False)


def test_a_derived_headline_ends_at_a_clause() -> None:
    lead = "On Monday, the royal observatory lost its largest telescope for months, after mice ate a cable."
    assert derived_headline(lead) == "The royal observatory lost its largest telescope for months"
    assert len(derived_headline("word " * 60)) <= 90


@pytest.mark.parametrize(
    ("lead", "headline"),
    [
        (
            "As ferries, buses and trams stand still, the town of Vessby is learning to walk again.",
            "The town of Vessby is learning to walk again",
        ),
        (
            "After a quarrel over mice, cats and money, Mount Cask is closing its largest telescope for good.",
            "Mount Cask is closing its largest telescope for good",
        ),
        (
            "Two makers of chess computers have settled a patent quarrel that began over the sound of a falling piece.",
            "Two makers of chess computers have settled a patent quarrel",
        ),
        ("As it was.", "As it was"),
    ],
)
def test_a_derived_headline_is_the_main_clause(lead: str, headline: str) -> None:
    assert derived_headline(lead) == headline


def test_a_summary_holds_whole_sentences() -> None:
    assert summary_of([LEAD + " " + "It is made of wood."]) == LEAD + " It is made of wood."
    assert summary_of(["word " * 100]).endswith("word…")
    assert summary_of([]) == ""


def test_key_points_are_sentences_of_the_text_with_receipts_in_it() -> None:
    text = [
        LEAD,
        "“I would rather have had a ferry,” said the mayor. What will it cost?",
        "The bridge cost 40 million crowns, which is twice the yearly budget of Vessby.",
        "This is a developing story, stay tuned.",
        "Engineers from Halden built it in nineteen months, and the Vessby harbour had to close for three of them.",
    ]
    points = key_points(text)
    assert 2 <= len(points) <= 4
    whole = " ".join(text)
    assert all(p.text in whole and p.quote in p.text for p in points)
    assert not any("stay tuned" in p.text or "?" in p.text or "“" in p.text for p in points)


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”", "„“", "»«", "«»"])
def test_a_receipt_is_no_half_quotation(opening: str, closing: str) -> None:
    sentence = (
        "Wir haben, so sagte sie, alles getan, was in unserer Macht stand, um den Hafen zu retten, und wir werden "
        "auch weiterhin alles tun, was nötig ist, damit er bleibt"
    )
    text = f"{opening}{sentence}{closing}, sagte die Ministerin am Freitag in Berlin vor der Presse und vielen Gästen."
    [point] = key_points([text])
    assert point.quote.count(closing) == point.quote.count(opening)
    assert point.quote.startswith(f"{opening}Wir haben")
    assert point.quote in text


def test_tags_are_suggested_by_keywords_that_stand_there_more_than_once() -> None:
    keywords = (("bridges", ("bridge", "bridges")), ("ferries", ("ferry",)), ("bread", ("loaf",)))
    text = "A bridge. The bridge. The ferry and the ferry and the ferry. " + "word " * 400
    assert suggested_tags(text, keywords) == ("ferries", "bridges")


def test_a_draft_is_a_brief_without_faults() -> None:
    source = Source(
        "briefings/a.md",
        (
            "---\ntitle: " + quoted("A: b") + '\nsummary: S.\nimported:\n  id: "0123456789ab"\n  confidence: 0.9\n'
            "---\n\nText.\n"
        ),
    )
    brief, found = parse_brief(source)
    assert found == ()
    assert brief is not None
    assert brief.confidence == "0.9"
