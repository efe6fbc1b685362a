"""HTML that somebody has selected and pasted: told from whole pages, and taken whole."""

import pytest

from annotated_briefings.intake.formats.html.selections import is_selection
from annotated_briefings.intake.formats.web import read_page

ONE = "The county of Vessby voted on Thursday to keep the lighthouse in use for ten more years."
TWO = "Visitors pay four crowns from July, said the harbour office of the town."
KINDS = {
    f"<p>{ONE}</p>": True,
    f"<meta charset='utf-8'><article><h1>Light</h1><p>{ONE}</p></article>": True,
    f"<html><body><!--StartFragment--><p>{ONE}</p><!--EndFragment--></body></html>": True,
    f"<!doctype html><title>Light</title><p>{ONE}</p>": False,
    f"<html><body><p>{ONE}</p></body></html>": False,
}


@pytest.mark.parametrize("html", KINDS)
def test_a_selection_is_told_from_a_page(html: str) -> None:
    assert is_selection(html) is KINDS[html]


def pasted(html: str) -> tuple[str, list[str]]:
    """The headline and the paragraphs of what was pasted."""
    [document], _ = read_page("pasted.html", html)
    return document.given.title, [paragraph.markdown or paragraph.text for paragraph in document.paragraphs]


def test_a_table_or_a_list_at_the_end_of_a_selection_is_part_of_it() -> None:
    table = "<table><tr><td>Year</td><td>Visitors</td></tr><tr><td>2025</td><td>12,000</td></tr></table>"
    _, found = pasted(f"<p>{ONE}</p><p>{TWO}</p><div><ul><li>One</li><li>Two</li></ul></div><div>{table}</div>")
    assert found == [ONE, TWO, "- One\n- Two", "| Year | Visitors |\n| --- | --- |\n| 2025 | 12,000 |"]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("<p><strong>Vessby keeps its light</strong></p>", "Vessby keeps its light"),
        ("<p>By Ilse Maar</p>", ""),
        ("<p>12 March 2026</p>", ""),
    ],
)
def test_the_first_line_of_a_selection_is_its_headline_where_it_is_no_byline(first: str, title: str) -> None:
    assert pasted(f"{first}<p>{ONE}</p><p>{TWO}</p>")[0] == title


@pytest.mark.parametrize(("bullet", "first"), [("·", "- Two"), ("1.", "1. Two"), ("(a)", "1. Two"), ("§", "- Two")])
def test_the_points_of_a_list_in_word_are_a_list(bullet: str, first: str) -> None:
    style = "style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'"
    mark = f"<![if !supportLists]><span style='mso-list:Ignore'>{bullet}<span>&nbsp; </span></span><![endif]>"
    points = "".join(f"<p class=MsoListParagraph {style}>{mark}{text}</p>" for text in ("Two keepers.", "A lamp."))
    _, found = pasted(f"<html><body><!--StartFragment--><p>{ONE}</p>{points}<p>{TWO}</p></body></html>")
    assert found[0] == ONE
    assert found[1].startswith(f"{first} keepers.\n")
    assert found[2:] == [TWO]
