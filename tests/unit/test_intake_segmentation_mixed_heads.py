"""Dumps in which some articles have a byline under their headline and others have none: no headline is lost."""

import random

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all

ARTICLES = (
    ("Pilots of Emden strike for two days", "Nora Fisk", (
        "The pilots of Emden will not work on Wednesday and Thursday. They want 7% more pay.",
        "About 25 ships will have to wait, said the port.")),
    ("Bakery of Vess wins a prize", "Otto Brenn", (
        "The bakery in Vess has won the bread prize of the county for its rye bread.",
        "It sells 300 loaves a day and bakes at night, when power from the tide is cheap.")),
    ("Council puts off its vote on a tunnel", "Ida Varro", (
        "The council of Ostmark has put off its vote on a tunnel below the harbour until March.",
        "The tunnel would cost 480 million crowns. The Greens want a bridge instead.")),
    ("Lighthouse is for sale", "Rolf Tamm", (
        "The state sells the lighthouse of Lund for 1.3 million crowns. It was built in 1874.",
        "Three buyers have asked for the papers, and one wants to open an inn.")),
)  # fmt: skip
BYLINES = ("By {}", "BY {}", "Von {}", "Par {}", "By {}, Quay Courier")
CREDITS = ("The Courier, 1 December 2026", "1 December 2026", "")


def dump(bylines: tuple[bool, ...], form: str, credit: str, apart: str) -> tuple[str, list[str]]:
    """A dump of articles, some with a byline, and the headlines in it."""
    out = []
    for (title, writer, text), signed in zip(ARTICLES, bylines, strict=False):
        lines = [form.format(writer)] if signed else []
        lines += [credit] if credit else []
        out += [title, *([apart.join(lines)] if lines else []), *text]
    return "\n\n".join(out) + "\n", [title for (title, _, _), _ in zip(ARTICLES, bylines, strict=False)]


def titles(text: str) -> list[str]:
    documents, found = read_any("dump.txt", text.encode())
    read = split_all("dump.txt", documents, found, Decisions())
    return [meta.headline.value for meta in read.metas]


CASES = [
    (bylines, form, credit, apart)
    for bylines in (
        (True, False),
        (False, True),
        (True, False, False),
        (False, True, False),
        (True, True, False, False),
    )
    for form in BYLINES
    for credit in CREDITS[:2]
    for apart in ("\n", "\n\n")
]
SEEN, UNSEEN = CASES[::2], CASES[1::2]


@pytest.mark.parametrize("case", random.Random(1).sample(SEEN, 20))
def test_no_headline_is_lost(case: tuple[tuple[bool, ...], str, str, str]) -> None:
    text, expected = dump(*case)
    assert titles(text) == expected


@pytest.mark.parametrize("case", random.Random(2).sample(UNSEEN, 20))
def test_no_headline_is_lost_in_dumps_of_the_other_half(case: tuple[tuple[bool, ...], str, str, str]) -> None:
    text, expected = dump(*case)
    assert titles(text) == expected
