"""Running reports: their own day is that of the page, each entry keeps its time, and the order is named."""

import pytest

from annotated_briefings.base.diagnostics.model import show
from annotated_briefings.intake.cleaning.entries import PASSED, is_age, is_newest_first
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

ENTRIES = [
    "The vote is over: the council rejects the tram by 21 votes to 19, and the mayor has left the hall.",
    "The second reading begins. Three members of the opposition say that they will vote with the mayor.",
    "The hall is full, and two hundred people wait outside in the rain with banners for and against the line.",
]
NEWEST = [
    ("14:05", "13:40", "12:10"),
    ("2.05pm", "1.30pm", "11.15am"),
    ("17:45 Uhr:", "16:20 Uhr:", "9:05 Uhr:"),
    ("18h20", "16h05", "14h30"),
    ("6 pm", "5.30 pm", "12.10 am"),
    ("[00:20]", "[23:55]", "[23:10]"),
    ("3 March 2026, 14:05", "3 March 2026, 13:40", "3 March 2026, 13:10"),
    ("10 min ago", "45 min ago", "2 hours ago"),
    ("vor 5 Minuten", "vor einer Stunde", "vor 2 Stunden"),
    ("il y a 3 min", "il y a 1 h", "il y a 2 heures"),
    ("10分钟前", "1小时前", "3小时前"),
    ("5 минут назад", "1 час назад", "3 часа назад"),
]
"""Times of entries, the newest first."""


def lines(times: tuple[str, ...]) -> list[str]:
    return [line for time, entry in zip(times, ENTRIES, strict=True) for line in (time, entry)]


@pytest.mark.parametrize("times", NEWEST, ids=str)
def test_the_order_of_entries_is_known_by_their_times(times: tuple[str, ...]) -> None:
    assert is_newest_first(lines(times))
    assert not is_newest_first(lines(times[::-1]))
    on_one_line = [f"{time} {entry}" for time, entry in zip(times, ENTRIES, strict=True)]
    assert is_newest_first(on_one_line) == (not is_age(times[0]) and "March" not in times[0])


ORDINARY = [
    ["14:05", ENTRIES[0], "13:40", ENTRIES[1]],
    ["At 14:05 the ferry left.", "At 13:40 it had come.", "At 12:10 nobody knew."],
    ["14:05 to 15:00 talks", "12:00 to 13:00 lunch", "13:00 walk"],
    ["9.5 million crowns", "8.25 million crowns", "7.1 million crowns"],
    ["12:10", "12:10", "12:10"],
    ["3.4 percent", "2.9 percent", "1.1 percent"],
    ["The ferry left 10 minutes ago.", "It came 20 minutes ago.", "It sank 2 hours ago."],
    ["20 days", "30 days", "40 days"],
]


@pytest.mark.parametrize("texts", ORDINARY, ids=str)
def test_figures_and_clauses_with_times_make_no_running_report(texts: list[str]) -> None:
    assert not is_newest_first(texts)
    assert not any(map(is_age, texts))


def read(text: str, name: str = "vote.txt") -> FileRead:
    documents, found = read_any(name, text.encode())
    return split_all(name, documents, found, Decisions())


def page(times: tuple[str, ...]) -> str:
    rows = "".join(f"<div><p>{time}</p><p>{entry}</p></div>" for time, entry in zip(times, ENTRIES, strict=True))
    stated = '<meta property="article:published_time" content="2026-03-03">'
    return (
        f"<html><head><title>Vote night</title>{stated}</head><body><article><h1>Vote night in Olm</h1>{rows}</article>"
    )


HINT = """\
hint[newest-first]: the entries come newest first: the first ones may take back those below
  help: read the draft from its last entry up; turn the entries round if readers are to read them in order"""
TEXT = "Vote night in Olm\n\n3 March 2026\n\n"


@pytest.mark.parametrize("times", [NEWEST[0], NEWEST[1], NEWEST[7]], ids=str)
@pytest.mark.parametrize("form", ["text", "page"])
def test_entries_keep_their_times_and_the_report_its_own_day(times: tuple[str, ...], form: str) -> None:
    done = read(TEXT + "\n\n".join(lines(times)) + "\n") if form == "text" else read(page(times), "vote.html")
    (article,), (meta,) = done.articles, done.metas
    assert meta.date.value == "2026-03-03"
    marks = [p for p in article.paragraphs if p.text in times]
    assert [p.text for p in marks] == list(times)
    # What counts from now is true of no other moment.
    assert {p.aside for p in marks} == ({PASSED} if is_age(times[0]) else {""})
    found = [one for one in done.diagnostics if one.code == "newest-first"]
    assert [show(one) for one in found] == [f"{article.document}:1:1: {HINT}"]
    assert not [one for one in read(page(times[::-1]), "vote.html").diagnostics if one.code == "newest-first"]
