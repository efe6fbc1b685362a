"""Briefs on paper: few pages, all of the text, and headings with the text below them."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from unicodedata import normalize

import pytest
from pdfminer.high_level import extract_text
from playwright.sync_api import Browser, Page
from small_site import NOW, Case
from web_server import Served

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

SENTENCE = (
    "The harbour office of Vessby counted {} ferries before noon, more than on any day since the bridge was shut. "
)
NOTE = "The office counts from six in the morning until noon, and leaves out the boats that only carry post and bread."
PARTS, PARAGRAPHS = 4, 3
"""Parts of the text under a heading, and paragraphs of each."""


def front(notes: int, figures: int) -> str:
    lines = ["title: More ferries leave Vessby than on any day since the bridge was shut", "date: 2026-03-02"]
    lines += ["tags: [ferries, bridges]", "entities: [Vessby, Harbour office]", "why_it_matters: Islanders wait less."]
    lines += ["unknowns: ['When does the bridge open?', 'Who pays for the ferries?']", "key_points:"]
    lines += [f"  - {{text: Point {n} of the office., quote: 'counted {n} ferries before noon'}}" for n in range(4)]
    lines += ["figures:"] * bool(figures)
    lines += [
        f"  - {{value: '{n}', what: 'ferries by noon, as the office counts them', as_of: 2026-03-02}}"
        for n in range(figures)
    ]
    lines += ["annotations:"] * bool(notes)
    lines += [f"  - {{quote: 'counted {n} ferries', note: '{NOTE}', by: AV, date: 2026-03-02}}" for n in range(notes)]
    lines += ["sources:", "  - {outlet: Vessby Courier, title: Ferries, url: 'https://courier.example/ferries'}"]
    return "\n".join(lines)


def text(words_of_a_paragraph: int) -> str:
    """Parts with a heading each; a paragraph has about that many words, and no two begin alike."""
    count, out = iter(range(1000)), []
    for part in range(PARTS):
        out.append(f"## Heading {part}\n")
        for _ in range(PARAGRAPHS):
            sentences = words_of_a_paragraph // len(SENTENCE.split())
            out.append("".join(SENTENCE.format(next(count)) for _ in range(max(1, sentences))) + "\n")
    return "\n".join(out)


SHAPES = {"two-minutes": (3, 3, 40), "no-notes": (0, 0, 40), "many-notes": (24, 3, 57), "long": (6, 8, 190)}
"""Notes, figures and words of each paragraph of a brief."""


@pytest.fixture(scope="module")
def site(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    case = Case(tmp_path_factory.mktemp("paper"), "title: Paper\nbase_url: http://127.0.0.1/some/paper\n")
    for name, (notes, figures, words) in SHAPES.items():
        case.brief(name, front(notes, figures), text(words))
    output = served.folder.parent / "paper"
    assert not build(BuildRequest(case.root, NOW, output=output, search=False)).failed
    return Served(served.base.removesuffix("base") + "paper", output)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def pages(page: Page, site: Served, name: str, paper: str) -> list[str]:
    """The words of each sheet, without spaces."""
    page.goto(f"{site.base}/briefs/{name}/")
    # Fonts draw some pairs of letters as one.
    sheets = normalize("NFKC", extract_text(BytesIO(page.pdf(format=paper)))).split("\f")
    return ["".join(sheet.split()) for sheet in sheets if sheet.strip()]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_brief_of_two_minutes_is_on_two_pages(page: Page, site: Served, paper: str) -> None:
    page.goto(f"{site.base}/briefs/two-minutes/")
    assert "2\u00a0min" in page.locator(".dateline").inner_text()
    assert len(pages(page, site, "two-minutes", paper)) == 2


@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
@pytest.mark.parametrize("name", SHAPES)
def test_each_heading_is_on_the_page_of_the_text_below_it_and_nothing_is_lost(
    page: Page, site: Served, name: str, paper: str
) -> None:
    sheets = pages(page, site, name, paper)
    paragraphs = [one for one in text(SHAPES[name][2]).split("\n\n") if one.strip()]
    for heading, below in pairwise(paragraphs):
        if heading.startswith("## "):
            begins = "".join(below.split()[:7])
            shown = "".join(heading.strip().removeprefix("## ").split())
            assert [f"{shown}{begins}" in sheet for sheet in sheets].count(True) == 1, (heading, paper)
    assert len(sheets[0]) > 400, "the first page holds nothing but the name of the site"
    whole = "".join(sheets)
    # A note may end in the next column: each of its words is there.
    for word in ("six", "boats", "bread."):
        assert whole.count(word) == SHAPES[name][0], word
