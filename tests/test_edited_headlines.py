"""After an edit of a headline a build begins with the site of the last full build, and gives what a clean one gives."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from unittest import mock

import pytest
from edited_sites import make, makes_all

from annotated_briefings.build.after_edits import kept_site

pytestmark = pytest.mark.slow

SETTINGS = "title: One\nbase_url: https://news.example\ntopic_feed_from: 1\nlist_length: 2\n"
HEAD = """\
title: {title}
date: 2026-03-{day:02}
tags: [rain]
story: flood
entities: {{about: [Tideworks]}}
sources: [{{outlet: Courier, url: "https://courier.example/{number}"}}, {{url: "https://mail.example/{number}"}}]
figures: [{{value: {number}, unit: t, what: load, as_of: 2026-03-01}}]
annotations: [{{quote: seven cranes, note: 'See [[b1]]'}}]
unknowns: [Who pays for {number}?]
"""
TEXT = "Tideworks said the harbour has seven cranes. See [[b{0}]] and [the next](b{0}.md).\n"
LETTERS = [letter * 4 for letter in "abcdefghijklmnopqrstuvwxyz01234567"]
DRAFT = "---\ntitle: Two ferries\ndraft: true\n---\nThey are for sale, and nobody knows of it.\n"


@pytest.fixture(autouse=True)
def sites_of_any_size() -> Iterator[None]:
    with mock.patch.object(kept_site, "LEAST", 1):
        yield


def lay_out(folder: Path) -> Path:
    """A site of six briefs, one of them a draft."""
    site = folder / "site"
    (site / "briefings").mkdir(parents=True)
    (site / "site.yaml").write_text(SETTINGS, "utf-8")
    (site / "briefings" / "entities.yaml").write_text("tideworks: {name: Tideworks, type: company}\n", "utf-8")
    for number in range(4):
        head = HEAD.format(title=f"Headline {number}", day=number + 1, number=number)
        brief = f"---\n{head}---\n{TEXT.format((number + 1) % 4)}"
        (site / "briefings" / f"b{number}.md").write_text(brief, "utf-8")
    # The search has a file for each first letter.
    letters = f"title: {' '.join(LETTERS)}\ndate: 2026-02-01"
    (site / "briefings" / "letters.md").write_text(f"---\n{letters}\n---\nOf {' '.join(LETTERS)}.\n", "utf-8")
    (site / "briefings" / "held.md").write_text(DRAFT, "utf-8")
    return site


def edit(site: Path, number: int, *changes: tuple[str, str]) -> None:
    """Change a brief; what is changed is a pattern at the beginning of a line."""
    path = site / "briefings" / f"b{number}.md"
    text = path.read_text("utf-8")
    for old, new in changes:
        found = re.search(f"(?m)^{old}", text)
        assert found, old
        text = text[: found.start()] + new + text[found.end() :]
    path.write_text(text, "utf-8")


def titled(title: str) -> tuple[str, str]:
    return "title: .*", f"title: {title}"


def rename(title: str, numbers: Sequence[int], site: Path) -> None:
    for number in numbers:
        edit(site, number, titled(title.format(number)))


Edit = Callable[[Path], object]
ALONE: dict[str, Edit] = {
    "another headline": lambda site: edit(site, 1, titled("Anew")),
    "signs of HTML and YAML": lambda site: edit(site, 1, titled("\"Rain: <b> & 'more' “of it” [1]\"")),
    "other letters": lambda site: edit(site, 2, titled("Straße nach São Tomé")),
    "capitals": lambda site: edit(site, 0, titled("HEADLINE 0")),
    "with the text": lambda site: edit(site, 1, titled("Both"), ("Tideworks said", "As Tideworks said")),
    "two briefs": partial(rename, "New headline {}", (0, 3)),
    "back again": partial(rename, "Headline {}", range(4)),
}
"""Edits of headlines on which nothing else depends, one after the other."""


def test_a_headline_on_which_nothing_depends_is_made_without_the_rest_of_the_site(tmp_path: Path) -> None:
    site = lay_out(tmp_path)
    make(site)
    found = {}
    for name, change in ALONE.items():
        change(site)
        found[name] = makes_all(site)
        edit(site, 2, ("Tideworks said", f"After {name}, Tideworks said") if name == "capitals" else ("date", "date"))
        if name == "capitals":
            found["a text after it"] = makes_all(site)
            edit(site, 2, (f"After {name}, Tideworks said", "Tideworks said"))
            found["the text before it"] = makes_all(site)
    assert [name for name, everything in found.items() if everything] == []


def page(site: Path) -> None:
    (site / "pages").mkdir()
    (site / "pages" / "about.md").write_text("---\ntitle: About\n---\nSee [[Headline 1]].\n", "utf-8")


def second_language(site: Path) -> None:
    edit(site, 2, ("story: flood\n", "story: flood\nlang: de\ntranslation_of: Headline 1\n"))


BEFORE: dict[str, Edit] = {
    "a link by the headline": lambda site: edit(site, 0, ("Tideworks said", "[[Headline 1]]: Tideworks said")),
    "a link by the coming headline": lambda site: edit(
        site, 0, ("Tideworks said", "[[b2|Anew]], [[ANEW]]. Tideworks said")
    ),
    "a link to a heading by the headline": lambda site: edit(site, 0, ("Tideworks", "[[Headline 1#More]]. Tideworks")),
    "a link with dots by the headline": lambda site: edit(
        site, 0, ("Tideworks said", "[[./Headline 1]]. Tideworks said")
    ),
    "a note that links by the headline": lambda site: edit(
        site, 0, ("annotations: .*", "annotations: [{quote: seven, note: '[[Headline 1]]'}]")
    ),
    "a point that links by the headline": lambda site: edit(
        site, 0, ("tags", "key_points: ['[[Headline 1]] it is']\ntags")
    ),
    "a page that links by the headline": page,
    "a translation of it": second_language,
    "an answer to it": lambda site: edit(
        site, 0, ("tags", "answers: [{question: 'Who pays for 1?', brief: Headline 1}]\ntags")
    ),
    "the same headline elsewhere": lambda site: edit(site, 0, titled("Anew")),
    "one headline twice": lambda site: edit(site, 0, titled("Headline 1")),
    "a draft of that headline": lambda site: (
        (site / "briefings" / "held.md").write_text(DRAFT.replace("Two ferries", "Anew"), "utf-8") and None
    ),
    "an old address": lambda site: edit(site, 1, ("tags", "redirect_from: [/old/]\ntags")),
    "another order": lambda site: edit(site, 2, ("date: .*", "date: 2026-03-02"), titled("Before it")),
}
"""What a site has, on which it depends what follows from the headline ``Anew`` of a brief."""
LATER: dict[str, Edit] = {
    "a stroke": lambda site: edit(site, 1, titled("Rain/sun")),
    "a number sign": lambda site: edit(site, 1, titled('"Rain #1"')),
    "two lines": lambda site: edit(site, 1, ("title: .*", "title: >\n  Rain\n  and sun")),
    "letters that no picture shows": lambda site: edit(site, 1, titled("港口")),
    "none": lambda site: edit(site, 1, ("title: .*", "title:")),
    "a draft": lambda site: edit(site, 1, ("title: .*", "title: Anew\ndraft: true")),
}
"""Edits that only a full build can follow."""


def test_a_headline_from_which_something_else_may_follow_makes_the_whole_site(tmp_path: Path) -> None:
    found = {}
    for number, (name, change) in enumerate(BEFORE.items()):
        site = lay_out(tmp_path / str(number))
        change(site)
        make(site)
        edit(site, 1, titled("Anew"))
        found[name] = makes_all(site)
    site = lay_out(tmp_path / "later")
    for name, change in LATER.items():
        before = (site / "briefings" / "b1.md").read_bytes()
        make(site)
        change(site)
        found[name] = makes_all(site)
        (site / "briefings" / "b1.md").write_bytes(before)
    assert [name for name, everything in found.items() if not everything] == []
