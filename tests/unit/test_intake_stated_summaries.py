"""A summary that a record, a table or a feed states is that of the brief, though its words are not in the text."""

import json

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.left_out import unused
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.standfirst import LONGEST, standfirst_of

TITLE = "Ferry cancelled"
TEXT = "The boat will not sail before Monday. Cracks were found in the hull during an inspection on Tuesday evening."
STATED = "Thirty families stranded on the island of Losna"
LONG = "Thirty families are stranded on Losna, where the shop has run out of milk and bread. " * 9
FIRST = "Summary Teaser Standfirst Vorspann Chapô Lead Subtitle Excerpt Spot".split()
SECOND = "Perex Zajawka Entradilla Ingress Özet Sottotitolo Kurzfassung 요약 摘要".split()
"""Names of columns: those that were seen while the rule was made, and others."""


def read(name: str, data: str) -> FileRead:
    documents, found = read_any(name, data.encode())
    return split_all(name, documents, found, Decisions())


def summaries(done: FileRead) -> list[str]:
    return [
        standfirst_of(one.given.standfirst, TITLE, [p.text for p in one.paragraphs], own=one.given.own_standfirst)
        for one in done.articles
    ]


def as_table(column: str, words: str) -> FileRead:
    return read("a.csv", f'Title,{column},Text,Date\n{TITLE},"{words}","{TEXT}",2026-11-26\n')


def as_feed(words: str) -> FileRead:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    item = f"<title>{TITLE}</title><description>{words}</description><content:encoded>&lt;p&gt;{TEXT}&lt;/p&gt;"
    head = f'<rss version="2.0" {space}><channel><title>Q</title><item>'
    return read("a.xml", f"{head}{item}</content:encoded></item></channel></rss>")


def as_records(*words: str) -> FileRead:
    some = [{"title": f"{TITLE} {n}", "summary": one, "content": f"{TEXT} Part {n}."} for n, one in enumerate(words)]
    return read("a.json", json.dumps(some))


@pytest.mark.parametrize("column", [*FIRST, *SECOND])
def test_a_column_with_a_summary_is_that_of_the_brief(column: str) -> None:
    done = as_table(column, STATED)
    assert (summaries(done), unused(done.left_out)) == ([STATED], [])


def test_feeds_and_records_state_summaries_too() -> None:
    assert summaries(as_feed(STATED)) == [STATED]
    assert summaries(as_feed(f"{STATED}. The post Ferry cancelled appeared first on Mole Gazette.")) == [f"{STATED}."]
    assert summaries(as_records(STATED, "三十户家庭被困在岛上")) == [STATED, "三十户家庭被困在岛上"]


def test_a_summary_that_is_too_long_is_the_first_paragraph() -> None:
    done = as_table("Summary", LONG.strip())
    assert len(LONG) > LONGEST
    assert [p.text for p in done.articles[0].paragraphs] == [LONG.strip(), TEXT]
    assert (summaries(done), unused(done.left_out)) == ([""], [])


@pytest.mark.parametrize("words", [TITLE, TEXT, TEXT[:40] + "…", TEXT[:36]])
def test_what_tells_nothing_more_is_no_summary_and_is_not_missed(words: str) -> None:
    done = as_table("Summary", words)
    assert (summaries(done), unused(done.left_out)) == ([""], [])


def test_a_word_alone_is_no_summary_and_is_named() -> None:
    done = as_table("Summary", "Sport")
    assert (summaries(done), unused(done.left_out)) == ([""], [("summary", 1)])


def test_what_is_not_used_is_named() -> None:
    motto = "News from the valleys since 1904"
    for done, count in ((as_records(motto, motto), 2), (as_feed("Thirty families stranded on the island of…"), 1)):
        assert summaries(done) == [""] * count
        assert unused(done.left_out) == [("summary", count)]
