"""A figure whose receipt states another number has no receipt: on every machine, in every output and every command."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.project.derive import Checks, DeriveOptions, derive_site
from annotated_briefings.reports.status import site_status
from annotated_briefings.site.exports.search_records import search_records

NOW = datetime(2026, 4, 1, tzinfo=UTC)
BRIEF = "briefings/tolls.md"
ARTICLE = "aaaaaaaaaaaa"
PROVED, OWN, BY_HAND = 1, 0, 2
SOURCES = (PROVED, OWN, BY_HAND)
"""A source whose text was collected, our own text, and a source that was typed by hand."""
LABELS = {PROVED: "Quoted from Toll Courier", OWN: "Our text", BY_HAND: "Not checked"}
QUOTE = {PROVED: "tolls fell 8% in May", OWN: "tolls fell 8% in June", BY_HAND: "tolls fell 8% in July"}
RIGHT, WRONG = '{value: 8, unit: "%"', '{value: 12, unit: "%"'
FIGURES = [(source, value) for source in SOURCES for value in (RIGHT, WRONG)]


def lay_out(root: Path) -> None:
    (root / "briefings").mkdir(parents=True)
    (root / "collected").mkdir()
    (root / "site.yaml").write_text("title: Tolls\nbase_url: https://tolls.example\n")
    lines = ["title: The tolls", "date: 2026-03-02", "summary: In short.", "figures:"]
    for at, (source, value) in enumerate(FIGURES):
        named = f", source: {source}" if source else ""
        lines.append(f"  - {value}, what: measure {at}, quote: {QUOTE[source]}{named}}}")
    lines += [
        "sources:",
        "  - {outlet: Toll Courier, title: Tolls, url: 'https://courier.example/tolls'}",
        "  - {outlet: Toll Mirror, title: By hand, url: 'https://mirror.example/tolls'}",
        f"imported: {{id: {ARTICLE}}}",
    ]
    (root / BRIEF).write_text("\n".join(["---", *lines, "---", f"We have counted that {QUOTE[OWN]}.", ""]))
    entry: dict[str, object] = {
        "id": ARTICLE,
        "file": "a.jsonl",
        "segment": "whole",
        "into": "",
        "verdict": "brief",
        "brief": BRIEF,
    }
    entry |= {"score": 1.0, "words": 9, "sketch": "", "url": "https://courier.example/tolls", "outlet": "Toll Courier"}
    (root / "briefings" / "imports.jsonl").write_text(json.dumps(entry) + "\n")
    (root / "collected" / f"{ARTICLE}.txt").write_text(f"The owner says that {QUOTE[PROVED]}.\n")


@pytest.fixture(scope="module", params=["the texts are here", "a clone with proofs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tolls")
    lay_out(root)
    if request.param != "the texts are here":
        main(["--site", str(root), "check"])
        shutil.rmtree(root / "collected")
    assert build(BuildRequest(root, NOW, search=False)).failed
    return root


def judged() -> Iterator[tuple[int, str, int]]:
    """Place, label and source of each figure."""
    for at, (source, value) in enumerate(FIGURES):
        yield at, LABELS[source] if value == RIGHT else "receipt missing", source


def test_the_error_is_at_the_figure_and_at_no_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site), "check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    wrong = [6 + at for at, (_, value) in enumerate(FIGURES) if value == WRONG]
    assert [one["line"] for one in found if one["code"] == "unsupported-figure"] == wrong
    assert not [one for one in found if one["code"] == "unsupported-quote"]


def test_status_lists_each_figure_that_is_contradicted(site: Path) -> None:
    tasks = [task for task in site_status(site, NOW, names=False).tasks if task.kind == "quote"]
    assert [task.message for task in tasks] == [f"the quote `{QUOTE[source]}` does not say `12%`" for source in SOURCES]


def test_every_page_and_copy_says_that_the_receipt_is_missing(site: Path) -> None:
    output = site / "_site"
    page = BeautifulSoup((output / "briefs/tolls/index.html").read_bytes(), "lxml")
    listed = BeautifulSoup((output / "figures/index.html").read_bytes(), "lxml")
    twin = (output / "briefs/tolls/index.md").read_text(encoding="utf-8").splitlines()
    context = derive_site(site, DeriveOptions(site, NOW, checks=Checks.NONE)).context
    [record] = search_records(context)
    for at, label, source in judged():
        rows = [row.get_text() for row in (*page.select("table.figures tr"), *listed.select("tbody tr"))]
        shown = [text for text in (*rows, *twin, *record.text) if f"measure {at}" in text]
        assert len(shown) == 4
        for text in shown:
            assert label in text
            assert ("Toll" in text) == (label != "receipt missing" and source != OWN)


def test_words_of_our_text_are_marked_for_the_figure_that_they_state(site: Path) -> None:
    page = BeautifulSoup((site / "_site/briefs/tolls/index.html").read_bytes(), "lxml")
    assert [mark.get_text() for mark in page.select(".text .receipt")] == [QUOTE[OWN]]
    links = [len(row.select("a[href^='#receipt-']")) for row in page.select("table.figures tbody tr")]
    assert links == [int((source, value) == (OWN, RIGHT)) for source, value in FIGURES]


def test_a_contradicted_figure_is_no_point_of_a_history(site: Path) -> None:
    context = derive_site(site, DeriveOptions(site, NOW, checks=Checks.NONE)).context
    amounts = [context.quantities["tolls", at].readings[0].amount for at in range(len(FIGURES))]
    assert [amount is not None for amount in amounts] == [value == RIGHT for _, value in FIGURES]


@pytest.mark.parametrize(
    ("lang", "of_source", "quote", "value", "wrong"),
    [
        ("de", "", "es kamen 1.500 Boote", "1.500", False),
        ("de", "", "es kamen 1.500 Boote", "1,5", True),
        ("de", "en", "about 1,500 boats came", "1500", False),
        ("en", "de", "es kamen fünfzehn Boote", "15", False),
        ("en", "de", "es kamen fünfzehn Boote", "16", True),
        ("", "", "about fifteen boats came", "16", True),
        ("", "sv", "det kom femton båtar", "15", False),
        ("sv", "en", "about fifteen boats came", "16", True),
    ],
)
def test_a_quote_is_read_in_the_language_of_its_source(
    tmp_path: Path, lang: str, of_source: str, quote: str, value: str, wrong: bool
) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Boats\nbase_url: https://boats.example\nlanguage: en\n")
    spoken = f"lang: {lang}\n" if lang else ""
    of = f", lang: {of_source}" if of_source else ""
    (tmp_path / "briefings/a.md").write_text(
        f"---\ntitle: Boats\ndate: 2026-01-01\nsummary: Short.\n{spoken}"
        f"figures: [{{value: '{value}', what: boats, quote: '{quote}', source: 1}}]\n"
        f"sources: [{{outlet: Boat Post{of}}}]\n---\nText.\n"
    )
    found = build(BuildRequest(tmp_path, NOW, write=False, search=False)).diagnostics
    assert [d.code for d in found if d.code.startswith("unsupported")] == ["unsupported-figure"] * wrong


@pytest.mark.parametrize(
    ("figure", "message", "remedy"),
    [
        (
            "{value: 2025, unit: ships, what: traffic, quote: in 2025 ships came back}",
            "the number of `2025 ships` is a year in the quote `in 2025 ships came back`",
            "quote the words that say how many there are, or take the quote out",
        ),
        (
            "{value: 40, unit: km, what: length, quote: it is 40 miles long}",
            "the quote `it is 40 miles long` says the number of `40 km` in another unit, or without one",
            "write the unit that the quote says, or quote words that say number and unit",
        ),
        (
            "{value: 15, unit: tonnes, what: load, quote: 12 tonnes and 3 ships}",
            "the quote `12 tonnes and 3 ships` does not say `15 tonnes`",
            "write the number that the quote says, or quote the words that say `15 tonnes`",
        ),
        (
            "{value: 12, unit: degrees, what: temperature, quote: -12 degrees at night}",
            "the quote `-12 degrees at night` says the number of `12 degrees` with a minus sign",
            "write the minus sign before the value, or quote other words",
        ),
        (
            "{value: '+12', unit: '%', what: tolls, quote: A queda foi de 12%}",
            "the quote `A queda foi de 12%` and the figure `+12%` of `tolls` go opposite ways",
            "one tells of a rise, the other of a fall: correct the figure, or quote other words",
        ),
    ],
)
def test_the_message_tells_which_part_of_a_figure_differs(
    tmp_path: Path, figure: str, message: str, remedy: str
) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Boats\nbase_url: https://boats.example\n")
    (tmp_path / "briefings/a.md").write_text(
        f"---\ntitle: Boats\ndate: 2026-01-01\nsummary: Short.\nfigures: [{figure}]\n---\n"
        "We read: in 2025 ships came back; it is 40 miles long; 12 tonnes and 3 ships. A queda foi de 12%. "
        "It was -12 degrees at night.\n"
    )
    found = build(BuildRequest(tmp_path, NOW, write=False, search=False)).diagnostics
    assert [(d.message, d.help) for d in found if d.code == "unsupported-figure"] == [(message, remedy)]
