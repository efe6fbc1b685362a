"""Below a headline the outlet is the outlet, the writer the writer and the day the day, in any order and language; the
town of a dateline is no outlet, and nothing is lost."""

from pathlib import Path

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.stated.outlets import outlet_name

ROWS = [
    (*line.split("\t"), "", "", "", "")[:5]
    for line in (Path(__file__).parents[1] / "data/stated/head_credits.tsv").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
TEXT = (
    "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out. Two firemen turned the crank.",
    "A new motor will arrive in two weeks, the river board said. Until then the crank stays where it is.",
)
HEADS = {
    "text": "Weir at Kelby opened by hand\n{}\n\n{}\n",
    "text with a blank line": "Weir at Kelby opened by hand\n\n{}\n\n{}\n",
    "markdown": "# Weir at Kelby opened by hand\n\n*{}*\n\n{}\n",
    "a line below the headline": "Weir at Kelby opened by hand\nTwo firemen at the crank\n{}\n\n{}\n",
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_names_beside_a_day_are_told_apart(row: tuple[str, str, str, str, str], head: str) -> None:
    line, author, outlet, day, place = row
    data = HEADS[head].format(line, "\n\n".join(TEXT))
    documents, found = read_any("a.md" if head == "markdown" else "a.txt", data.encode())
    (meta,) = split_all("a", documents, found, Decisions()).metas
    assert (meta.author.value, meta.outlet.value, meta.date.value) == (author, outlet, day)
    assert place in " ".join(meta.unused)


@pytest.mark.parametrize(
    "name", ["Web", "Twitter for iPhone", "X Web App", "Mobile web", "IFTTT", "Mastodon for Android"]
)
def test_the_program_of_a_post_is_no_outlet(name: str) -> None:
    assert outlet_name(name) == ""


@pytest.mark.parametrize("name", ["Webster Post", "Web of Life", "The Web Weekly", "Printers' Journal", "Online Focus"])
def test_names_of_outlets_with_such_words_are_kept(name: str) -> None:
    assert outlet_name(name) == name
