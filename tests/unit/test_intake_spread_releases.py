"""Press releases as services spread them: sender and day are read, and the lines of the service are no text."""

import pytest

from annotated_briefings.intake.agencies.spread import SPREAD
from annotated_briefings.intake.cleaning.datelines import read_dateline
from annotated_briefings.intake.compose import compose_body
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.metadata import without_dateline
from annotated_briefings.intake.reading import split_all

TITLE = "Second boat for the sound"
NEWS = "A second boat will cross the sound from May, the firm said. It carries ninety cars."
MORE = "The boat was built in nine months. Fares stay as they are."
PROVIDED = {
    "en": ("NEWS PROVIDED BY", "SOURCE", "Mar 14, 2026, 09:00 ET"),
    "de": ("NACHRICHTEN BEREITGESTELLT VON", "QUELLE", "14. März, 2026, 10:00 CET"),
    "fr": ("NOUVELLES FOURNIES PAR", "SOURCE", "14 mars 2026, 09:00 CET"),
    "es": ("NOTICIAS PROPORCIONADAS POR", "FUENTE", "14 mar, 2026, 10:00 CET"),
    "it": ("NOTIZIE FORNITE DA", "FONTE", "14 mar, 2026, 10:00 CET"),
    "pt": ("NOTÍCIAS FORNECIDAS POR", "FONTE", "14 mar, 2026, 09:00 BRT"),
    "nl": ("NIEUWS GELEVERD DOOR", "BRON", "14 mrt, 2026, 10:00 CET"),
    "pl": ("WIADOMOŚCI DOSTARCZONE PRZEZ", "ŹRÓDŁO", "14 mar, 2026, 10:00 CET"),
}
DATELINES = (
    "LUND, Maine, March 14, 2026 /PRNewswire/ -- ",
    "LUND, Maine--(BUSINESS WIRE)--",
    "LUND, Maine, March 14, 2026 (GLOBE NEWSWIRE) -- ",
    "LUND, ME / ACCESS Newswire / March 14, 2026 / ",
    "Lund, Maine--(Newsfile Corp. - March 14, 2026) - ",
    "LUND, ME, UNITED STATES, March 14, 2026 /EINPresswire.com/ -- ",
    "LUND, le 14 mars 2026 /CNW/ - ",
)
BELOW = (
    "SOURCE Kelby Ferries Inc.",
    "Source: Kelby Ferries Inc.",
    "View original content to download multimedia:https://www.prnewswire.example/news/ferries-302.html\n\n"
    "SOURCE Kelby Ferries Inc.",
    "SOURCE: Kelby Ferries Inc.\n\nView the original press release on ACCESS Newswire",
    "Media Contact:\nJo Marsh\n207-555-0144\npress@kelby.example\n\nSOURCE Kelby Ferries Inc.",
    "Logo - https://img.example/1.jpg\n\nSOURCE Kelby Ferries Inc.\n\nAda Holm\nKelby Ferries\n+1 802-555-0133",
    "Original-Content von: Kelby Ferries Inc., übermittelt durch news aktuell",
)


def _read(text: str) -> list[tuple[str, str, str, list[str]]]:
    documents, found = read_any("in.txt", text.encode())
    read = split_all("in.txt", documents, found, Decisions())
    return [
        (
            meta.headline.value,
            meta.outlet.value,
            meta.date.value,
            [*without_dateline(compose_body(article, meta).strip().split("\n\n"))],
        )
        for article, meta in zip(read.articles, read.metas, strict=True)
    ]


RIGHT = (TITLE, "Kelby Ferries Inc.", "2026-03-14", [NEWS, MORE])


def test_who_provides_a_release_and_its_day_are_read_in_any_language() -> None:
    wrong: dict[str, object] = {}
    for language, (provided, source, day) in PROVIDED.items():
        for name, block in (
            ("lines", f"{provided}\nKelby Ferries Inc.\n{day}"),
            ("paragraphs", f"{provided}\n\nKelby Ferries Inc.\n\n{day}"),
            ("one line", f"{provided}: Kelby Ferries Inc.\n{day}"),
        ):
            news = f"LUND /PRNewswire/ -- {NEWS}\n\n{MORE}\n\n{source} Kelby Ferries Inc.\n"
            if (got := _read(f"{TITLE}\n\n{block}\n\n{news}")) != [RIGHT]:
                wrong[f"{language}, {name}"] = got
    assert wrong == {}


@pytest.mark.slow
def test_every_dateline_of_a_service_goes_with_every_end_of_a_release() -> None:
    wrong: dict[str, object] = {}
    for dateline in DATELINES:
        for below in BELOW:
            day = "" if "2026" in dateline else "March 14, 2026 08:30 AM Eastern Daylight Time\n\n"
            if (got := _read(f"{TITLE}\n\n{day}{dateline}{NEWS}\n\n{MORE}\n\n{below}\n")) != [RIGHT]:
                wrong[f"{dateline}, {below}"] = got
    assert wrong == {}


def test_each_release_of_a_file_has_its_own_sender() -> None:
    one = f"{TITLE}\n\nLUND, March 14, 2026 /PRNewswire/ -- {NEWS}\n\n{MORE}\n\nSOURCE Kelby Ferries Inc."
    other = one.replace(TITLE, "Third boat for the lake").replace("March 14", "March 15").replace("Kelby", "Orla")
    got = _read(f"{one}\n\n{other}\n")
    assert [row[:3] for row in got] == [RIGHT[:3], ("Third boat for the lake", "Orla Ferries Inc.", "2026-03-15")]


@pytest.mark.parametrize(
    "line",
    ["Source: timetable of the harbour office", "Photo - https://img.example/1.jpg"],
)
def test_lines_of_texts_that_no_service_has_spread_stay(line: str) -> None:
    text = f"{TITLE}\n\nBy Ada Holm\n\nLUND, March 14, 2026 (Ostwire) - {NEWS}\n\n{line}\n\n{MORE} Nobody is hurt.\n"
    documents, _ = read_any("in.txt", text.encode())
    assert [one.text for one in documents[0].paragraphs if one.aside == SPREAD] == []


@pytest.mark.parametrize(
    "text", ["A / B test / on March 14, 2026 / was held", "He (Ada Holm, March 14, 2026) - or so", "One / Two / Three"]
)
def test_signs_alone_make_no_dateline(text: str) -> None:
    assert read_dateline(text) is None
