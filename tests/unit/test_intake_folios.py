"""Folio lines of printed pages: their paper and their day are those of an article where nothing else states any."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.lined.folios import Folio, read_folio
from annotated_briefings.intake.reading import FileRead, split_all

STATED = {
    "The Harbour Post — Monday, 4 May 2026 — Page 3": ("The Harbour Post", "2026-05-04"),
    "Seite 12 · Nordblatt · Dienstag, 5. Mai 2026": ("Nordblatt", "2026-05-05"),
    "EL FARO DE VESSBY | miércoles, 6 de mayo de 2026 | Pág. 7": ("EL FARO DE VESSBY", "2026-05-06"),
    "jeudi 7 mai 2026 Le Courrier du Port p. 5": ("Le Courrier du Port", "2026-05-07"),
    "12 THE OLM ECHO, Friday, 8 May 2026 www.olmecho.example": ("THE OLM ECHO", "2026-05-08"),
    "Kurier (Olm), Nr. 104, 6. Mai 2026, 2,50 €, S. 4": ("", "2026-05-06"),
    "Kurier, Nr. 104, 6. Mai 2026, 2,50 €, S. 4": ("Kurier", "2026-05-06"),
    "港口日报 2026年5月4日 星期一 第3版": ("港口日报", "2026-05-04"),
    "Портовый вестник | 4 мая 2026 г. | стр. 3": ("Портовый вестник", "2026-05-04"),
    "SPORT Seite 14 Montag, 11. Mai 2026": ("", "2026-05-11"),
    "Local news | Page 4 | 4 May 2026": ("", "2026-05-04"),
    "Page 4 | May 2026": ("", ""),
    "The Harbour Post | Page 4": ("", ""),
    "Minutes | Harbour Board | Second meeting | 4 May 2026 | Page 3": ("", ""),
    "printed on 4 May 2026, page 3": ("", "2026-05-04"),
}
"""Lines, and the paper and the day that they state."""
TEXT = "The second crane works from June, the harbour board said on Monday, and forty people will find a job there."
NEXT = "It will be built by a yard in Norvik, which has made eleven of them since the turn of the century."
HEADS = ["The Olm Post — Monday, 4 May 2026 — Page 3", "The Olm Post — Monday, 4 May 2026 — Page 4"]


@pytest.mark.parametrize("line", STATED)
def test_a_folio_line_states_paper_and_day_and_nothing_that_may_be_another_name(line: str) -> None:
    assert read_folio(line) == Folio(*STATED[line])


def read(*lines: str) -> FileRead:
    documents, found = read_any("a.txt", "\n\n".join(lines).encode())
    return split_all("a.txt", documents, found, Decisions())


def reported(done: FileRead) -> list[tuple[str, str]]:
    return [(meta.outlet.value, meta.date.value) for meta in done.metas]


@pytest.mark.parametrize(
    ("byline", "stated"),
    [
        ((), ("The Olm Post", "2026-05-04")),
        (("By Ida Varro", "Published on May 3, 2026"), ("The Olm Post", "2026-05-03")),
        (("Source: Norvik Radio", "Date: May 2, 2026"), ("Norvik Radio", "2026-05-02")),
    ],
    ids=["nothing", "a day", "both"],
)
def test_what_an_article_states_itself_counts_for_more_than_its_folio_lines(
    byline: tuple[str, ...], stated: tuple[str, str]
) -> None:
    assert reported(read(HEADS[0], "Second crane gets its licence", *byline, TEXT, HEADS[1], NEXT)) == [stated]


def test_folio_lines_that_differ_state_nothing() -> None:
    later = "\fThe Olm Post — Tuesday, 5 May 2026 — Page 4"
    assert reported(read(HEADS[0], "Second crane gets its licence", TEXT, later, NEXT)) == [("The Olm Post", "")]


def test_a_line_that_says_when_a_text_is_published_states_its_day() -> None:
    done = read("Second crane gets its licence", "Published on May 3, 2026", TEXT, NEXT)
    assert reported(done) == [("", "2026-05-03")]
    assert done.articles[0].given.embargo == "2026-05-03T00:00:00"
