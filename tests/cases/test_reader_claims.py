"""What a page tells its readers about itself: whether it has sources, whether a question is open, which way it runs."""

import pytest
from small_site import Case

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

QUESTIONS = {
    "none is answered": ("[Who pays?, When?]", "[]", "Open questions"),
    "one is answered": ("[Who pays?, When?]", "[Who pays?]", "Questions"),
    "all are answered": ("[Who pays?]", "[Who pays?]", "Questions"),
}
TURNED = {
    # Language of the site and of the brief, and the direction that the brief turns to.
    ("en", "he"): "rtl",
    ("en", "fa"): "rtl",
    ("ar", "ja"): "ltr",
    ("ar", "pl"): "ltr",
    # The words around these run as they do.
    ("en", "ja"): "",
    ("en", "ar"): "",
    ("ar", "en"): "",
    ("ar", "he"): "",
    ("en", "en"): "",
}
CELLS = {
    "1,096 t": True,
    "Row 10": True,
    "−4.5 %": True,
    "€112 million": True,
    "٤٥ طن": True,
    "12 May 2026": True,
    "a name": False,
    "Northline Ferries": False,
    "": False,
    "45 ships came in the spring": False,
}
"""Cells of tables, and whether they are shown on one line."""


def test_a_brief_says_that_it_has_no_sources(case: Case) -> None:
    """Silence looks like a source that is not shown. (TX)"""
    case.brief("a", "title: Alone")
    case.brief("b", "title: Sourced\nsources: [{outlet: Example Courier}]")
    case.build()
    result = [case.page(f"briefs/{slug}/index.html").select(".dateline")[0].get_text(" ", strip=True) for slug in "ab"]
    assert [text.split(" 1\N{NO-BREAK SPACE}min")[0] for text in result] == ["no sources", "Source: Example Courier"]


def test_an_outlet_is_named_once_however_many_of_its_articles_a_brief_has(case: Case) -> None:
    """Two articles of one house are no two witnesses. (TX)"""
    outlets = ("Port Times", "Wire One", "port times", "Isles Radio", "Coast Post")
    for slug, count in (("a", 1), ("b", 3), ("c", 5)):
        sources = ", ".join(f"{{outlet: {outlet}}}" for outlet in outlets[:count])
        case.brief(slug, f"title: Harbour\nsources: [{sources}]")
    case.build()
    lines = [case.page(f"briefs/{slug}/index.html").select(".dateline > span")[0].get_text() for slug in "abc"]
    assert lines == [
        "Source: Port Times",
        "Sources: Port Times, Wire One",
        "Sources: Port Times, Wire One, Isles Radio and 1\N{NO-BREAK SPACE}more",
    ]


@pytest.mark.parametrize("name", QUESTIONS)
def test_only_questions_that_are_open_are_called_open(case: Case, name: str) -> None:
    """A heading says nothing that a mark below it denies. (TX)"""
    unknowns, answers, heading = QUESTIONS[name]
    case.brief("a", f"title: Asking\ndate: 2026-01-01\nunknowns: {unknowns}")
    case.brief("b", f"title: Answering\ndate: 2026-01-02\nanswers: {answers}")
    case.build()
    assert case.page("briefs/a/index.html").select("#unknowns")[0].get_text() == heading


@pytest.mark.parametrize(("site", "language"), TURNED)
def test_a_brief_turns_as_a_whole_where_the_words_around_it_run_the_other_way(
    case: Case, site: str, language: str
) -> None:
    """Key points, text, notes and figures are in one column, whatever the language of the labels. (IL)"""
    case.write("site.yaml", f"title: Gazette\nbase_url: https://p.example\nlanguage: {site}\n")
    case.brief("a", f"title: Harbour\nlang: {language}\nannotations: [{{quote: short, note: A remark.}}]")
    case.build()
    page = case.page("briefs/a/index.html")
    assert page.select("article.brief")[0].get("dir", "") == TURNED[site, language]
    assert [notes.get("dir") for notes in page.select(".notes")] == [None]


def test_why_something_was_corrected_keeps_its_direction(case: Case) -> None:
    """The question mark of a Hebrew reason is at its end, within English words too. (IL)"""
    case.brief("a", "title: Harbour\ncorrections: [{was: one, now: two, why: למה?}]")
    case.build()
    for path in ("briefs/a/index.html", "corrections/index.html"):
        assert [part.get_text() for part in case.page(path).select(".reason bdi")] == ["למה?"]


def test_a_long_story_is_drawn_in_small_dots(case: Case) -> None:
    """Large ones would run into a bar. (TX)"""
    for number in range(17):
        case.brief(f"long-{number}", f"title: Long {number}\ndate: 2026-02-{number + 1:02}\nstory: long")
    for number in range(16):
        case.brief(f"short-{number}", f"title: Short {number}\ndate: 2026-01-{number + 1:02}\nstory: short")
    case.build()
    assert [" ".join(dots["class"]) for dots in case.page("stories/index.html").select(".dots")] == [
        "dots many",
        "dots",
    ]


@pytest.mark.parametrize("cell", CELLS)
def test_a_number_and_its_unit_share_a_line_of_a_table(cell: str) -> None:
    """`1,096` above `t` is two values to the eye. (AX)"""
    brief, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: A\n---\n| h | r |\n| - | -: |\n| {cell} | x |\n"))
    assert brief is not None
    [block] = brief.body.blocks
    assert ('<td class="short">' in block.html) is CELLS[cell]
    assert '<td class="align-right">x</td>' in block.html


def test_what_has_no_date_is_neither_earlier_nor_later(case: Case) -> None:
    """The neighbours of a brief are neighbours in time. (TX)"""
    for slug, head in {"a": "", "b": "", "c": "\ndate: 2026-01", "d": "\ndate: 2026-02-01"}.items():
        case.brief(slug, f"title: {slug}{head}")
    case.build()
    shown = {
        slug: [link.get_text(" ", strip=True) for link in case.page(f"briefs/{slug}/index.html").select(".steps a")]
        for slug in "abcd"
    }
    assert shown == {"a": [], "b": [], "c": ["Later d"], "d": ["Earlier c"]}
