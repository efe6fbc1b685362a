"""Articles below a block of lines without labels: headline, outlet, day, writer, address."""

from itertools import permutations

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.exported import outline_of_text
from annotated_briefings.intake.formats.lined.outline import plain_lines
from annotated_briefings.intake.reading import FileRead, split_all

TITLE = "Weir at Kelby opened by hand"
TEXT = (
    "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out. Two firemen turned the crank.",
    "A new motor will arrive in two weeks, the river board said. Until then the crank stays where it is.",
    "Anglers had asked for a new one in spring, and were told to wait.",
)
LINES = ("Kelby Courier", "14 November 2026, 09:10", "https://kelbycourier.example/weir")


def read(text: str) -> FileRead:
    documents, found = read_any("a.txt", text.encode())
    return split_all("a.txt", documents, found, Decisions())


def facts(found: FileRead) -> list[tuple[str, str, str, str]]:
    return [(m.headline.value, m.outlet.value, m.date.value[:10], m.url) for m in found.metas]


@pytest.mark.parametrize("lines", list(permutations(LINES)))
def test_lines_below_a_headline_are_its_facts_in_any_order(lines: tuple[str, ...]) -> None:
    found = read("\n".join((TITLE, *lines, "", "\n\n".join(TEXT), "")))
    assert facts(found) == [(TITLE, LINES[0], "2026-11-14", LINES[2])]
    assert [p.text for p in found.articles[0].paragraphs] == list(TEXT)


@pytest.mark.parametrize(
    ("outlet", "day"),
    [
        ("Ostdeutsche Rundschau", "Samstag, 14. November 2026, 09:10 Uhr"),
        ("La Gazette du Nord", "Le 14 novembre 2026 à 09h10"),
        ("Diario de Farro", "14 de noviembre de 2026, 09:10"),
        ("Il Mattino di Farra", "14 novembre 2026 ore 09:10"),
        ("Новости Кельби", "14 ноября 2026, 09:10"),
        ("جريدة الميناء", "١٤ نوفمبر ٢٠٢٦، ٠٩:١٠"),
        ("北港日报", "2026年11月14日 09:10"),
    ],
)
def test_outlet_and_day_are_read_in_many_languages(outlet: str, day: str) -> None:
    found = read(f"{TITLE}\n{outlet}\n{day}\n\n" + "\n\n".join(TEXT))
    assert facts(found) == [(TITLE, outlet, "2026-11-14", "")]


def test_each_head_of_a_dump_begins_an_article() -> None:
    one, other = (
        f"{title}\n" + "\n".join(LINES) + "\n\n" + "\n\n".join(TEXT) for title in (TITLE, "Ferry sold to Norwick")
    )
    assert [fact[0] for fact in facts(read(f"{one}\n\n{other}\n"))] == [TITLE, "Ferry sold to Norwick"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Two firemen turned the crank until noon.", LINES[1], LINES[2]),
        (LINES[1],),
        (LINES[0], LINES[2]),
        (LINES[1], "Firemen Turned The Crank"),
        (LINES[0], "Second Name", LINES[1]),
    ],
)
def test_in_doubt_a_line_stays_text(lines: tuple[str, ...]) -> None:
    assert outline_of_text(plain_lines(("A weir is opened by hand", *lines, "", *TEXT))) is None


def test_a_file_that_goes_on_with_heads_of_another_form_is_a_dump() -> None:
    lines = (TITLE, *LINES, "", *TEXT, "", "Ferry sold", "", "15 November 2026", "", *TEXT)
    assert outline_of_text(plain_lines(lines)) is None
