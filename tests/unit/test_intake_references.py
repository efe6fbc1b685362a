"""Lists of reference managers: letters of LaTeX, names that are turned, and paragraphs of abstracts."""

from pathlib import Path

import pytest

from annotated_briefings.intake.formats.lined.outline import ArticleLines, plain_lines
from annotated_briefings.intake.formats.press import read_references
from annotated_briefings.intake.formats.press.latex import latex_words

_TABLE = (Path(__file__).parents[1] / "data/press/latex.tsv").read_text("utf-8").splitlines()
_LATEX = [tuple(line.split("\t")[:2]) for line in _TABLE if line and not line.startswith("#")]


def _only(text: str) -> ArticleLines:
    outline = read_references(plain_lines(text.splitlines()))
    assert outline is not None
    (story,) = outline.stories
    return story


@pytest.mark.parametrize(("written", "shown"), _LATEX)
def test_latex_is_read_as_the_letters_that_it_shows(written: str, shown: str) -> None:
    assert latex_words(written) == shown


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (r"N{\"o}rgaard, J{\'e}r{\^o}me", "Jérôme Nörgaard"),
        ("Jansen, Piet and {\\'A}lvarez, Ana", "Piet Jansen; Ana Álvarez"),
        ("van der Laan, Hella", "Hella van der Laan"),
        ("King, Jr, Martin", "Martin King Jr"),
        ("{Port Authority, Harbour City}", "Port Authority, Harbour City"),
        ("{Stadt Lohheim} and Weber, Uta", "Stadt Lohheim; Uta Weber"),
        ("Ana Álvarez", "Ana Álvarez"),
    ],
)
def test_writers_of_bibtex_are_named_as_people_name_them(written: str, names: str) -> None:
    story = _only(f"@article{{a1,\n title = {{Ferry}},\n author = {{{written}}},\n abstract = {{It sails again.}}\n}}")
    assert story.given.author == names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Álvarez, Ana", "Ana Álvarez"),
        ("Ana Álvarez", "Ana Álvarez"),
        ("Laan, Hella van der", "Hella van der Laan"),
        ("Nguyễn, Thị Lan", "Thị Lan Nguyễn"),
    ],
)
def test_writers_of_tagged_references_are_named_as_people_name_them(written: str, name: str) -> None:
    assert _only(f"TY  - NEWS\nTI  - Ferry\nAU  - {written}\nAB  - It sails again.\nER  - ").given.author == name
    assert _only(f"%0 Newspaper Article\n%T Ferry\n%A {written}\n%X It sails again.").given.author == name


def test_paragraphs_of_an_abstract_stay_paragraphs() -> None:
    story = _only(
        "@misc{a1,\n title = {Ferry},\n abstract = {It sails\nagain.\n\nThe fare is 1{,}10.\\par Dogs pay half.}\n}"
    )
    assert list(story.text.values()) == ["It sails again.", "The fare is 1,10.", "Dogs pay half."]
    story = _only("TY  - NEWS\nTI  - Ferry\nAB  - It sails again.\n\nThe fare is 1.10.\nER  - ")
    assert list(story.text.values()) == ["It sails again.", "The fare is 1.10."]


def test_abbreviations_of_a_bibtex_file_are_written_out() -> None:
    text = '@string{pm = "Port Mercury"}\n@article{a,\n title = {Ferry},\n journal = pm,\n abstract = {It sails.}\n}'
    assert _only(text).given.outlet == "Port Mercury"
