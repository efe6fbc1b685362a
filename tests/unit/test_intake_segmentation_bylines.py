"""Several writers in one dump: each article has the writer whose byline opens or closes it, and no other."""

from collections.abc import Callable

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.segmentation.bylines import byline_names

DAM = (
    "Divers found the old dam at Ostmark sound on Tuesday, eleven days after a barge had struck its northern pier.",
    "The water board will open both lanes again on Friday morning, its engineer Hanne Falk said.",
    "Some 9,400 cars a day use the road across the dam, and the school buses of two villages had to leave early.",
)
COURT = (
    "The regional court in Ostmark found the former mayor guilty of taking bribes from a builder on Monday.",
    "The judge, Helen Corrie, said that the evidence left little doubt after a trial of eleven weeks.",
    "The prosecutor had asked for four years in prison, and the town wants to have its money back.",
)
SCHOOL = (
    "A school in Emden has bought its own wind wheel and sells what it does not need to the bakery next door.",
    "The pupils read the meter on Fridays and print the figures on the paper bags.",
)
HEADLINES = ("Dam is sound", "Mayor guilty of bribes", "School buys a wheel")
NAMES = ("Ida Varro", "Rolf Tamm", "Oda Quist")
FORMS = ("By {}", "BY {}", "by {}", "By: {}", "Von {}", "Par {}", "Por {}", "Door {}", "By {}, Quay Courier",
         "By {} in Lund", "Author: {}", "Autorin: {}")  # fmt: skip


def head(form: str, name: str, headline: str, text: tuple[str, ...]) -> list[str]:
    return [*([headline] if headline else []), form.format(name), *text]


def foot(form: str, name: str, headline: str, text: tuple[str, ...]) -> list[str]:
    return [*([headline] if headline else []), *text, form.format(name)]


Place = Callable[[str, str, str, tuple[str, ...]], list[str]]


def authors(text: str) -> list[str]:
    documents, found = read_any("dump.txt", text.encode())
    return [meta.author.value for meta in split_all("dump.txt", documents, found, Decisions()).metas]


@pytest.mark.parametrize("titled", [True, False], ids=["under headlines", "without headlines"])
@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("place", [head, foot])
@pytest.mark.parametrize("form", FORMS)
def test_each_article_has_its_own_writer(form: str, place: Place, count: int, titled: bool) -> None:
    parts = zip(NAMES[:count], HEADLINES, (DAM, COURT, SCHOOL), strict=False)
    lines = [line for name, title, text in parts for line in place(form, name, title if titled else "", text)]
    assert authors("\n\n".join(lines)) == list(NAMES[:count])


def test_an_article_without_a_byline_has_no_writer() -> None:
    lines = [*head("By {}", "Ida Varro", HEADLINES[0], DAM), HEADLINES[1], *COURT]
    lines += head("By {}", "Oda Quist", HEADLINES[2], SCHOOL)
    assert authors("\n\n".join(lines)) == ["Ida Varro", "", "Oda Quist"]
    assert authors("\n\n".join([*head("By {}", "Ida Varro", HEADLINES[0], DAM), "---", HEADLINES[1], *COURT])) == [
        "Ida Varro",
        "",
    ]


def test_several_writers_of_one_article_stay_together() -> None:
    lines = ["By Ida Varro and Rolf Tamm", *DAM, "By Oda Quist", *COURT]
    assert authors("\n\n".join(lines)) == ["Ida Varro, Rolf Tamm", "Oda Quist"]


def test_a_sub_heading_that_begins_as_a_byline_does_is_none() -> None:
    light = (
        "The water board will also light the dam at night, as the two villages had asked for in a letter with four "
        "hundred names below it."
    )
    lamps = "Barges on the dam have lamps of their own from autumn on, when the evenings are long, the board said."
    lines = ["Dam is sound", "By Ida Varro", *DAM, "By Popular Demand", light, "By Land And Sea", lamps]
    assert authors("\n\n".join(lines)) == ["Ida Varro"]


def test_a_whole_file_with_two_bylines_names_both_writers() -> None:
    text = "\n\n".join(("# Dam is sound", "*By Ida Varro*", *DAM, "# Mayor guilty", "*By Rolf Tamm*", *COURT))
    documents, found = read_any("dump.md", text.encode())
    assert [m.author.value for m in split_all("dump.md", documents, found, Decisions()).metas] == [
        "Ida Varro, Rolf Tamm"
    ]


def test_a_byline_at_the_very_end_is_no_article() -> None:
    lines = [*head("By {}", "Ida Varro", HEADLINES[0], DAM), "By Rolf Tamm"]
    assert authors("\n\n".join(lines)) == ["Ida Varro, Rolf Tamm"]


@pytest.mark.parametrize(
    "line",
    ["By Friday evening", "By the way", "By Land And Sea", "By March Next Year", "Von Ida", "By Ida Varro said so.",
     "The house was built by Ida Varro", "Author: unknown"],
)  # fmt: skip
def test_other_lines_are_no_bylines(line: str) -> None:
    assert byline_names(line) == ""
