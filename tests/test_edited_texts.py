"""A build after edits of texts alone begins with the site of the last full build, and gives what a clean one gives."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from unittest import mock

import edited_sites
import pytest
from edited_sites import NOW, make, published
from hypothesis import given, settings
from hypothesis import strategies as st
from many import LONG, examples

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.build import pipeline
from annotated_briefings.build.after_edits import edited_build, kept_site
from annotated_briefings.build.publishing import publish
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

pytestmark = pytest.mark.slow

makes_all = partial(edited_sites.makes_all, but=("moved-brief",), settled=False)
"""Addresses that briefs have lost are known of the one folder alone."""
SETTINGS = "title: One\nbase_url: https://news.example\neditor: Desk\ntopic_feed_from: 1\nlist_length: 2\n"
ENTITIES = """\
tideworks:
  name: Tideworks
  type: company
acme:
  name: Acme
  type: company
  requires: [harbour]
mara:
  name: Mara Lindqvist
  type: person
"""
BRIEF = """\
---
title: {title}
date: 2026-03-{day:02}
tags: [rain]
story: flood
entities: {{about: [Tideworks]}}
sources: [{{outlet: Courier, url: "https://courier.example/{number}"}}]
key_points: [{{text: The pier is shut, quote: the pier is shut}}]
figures: [{{value: 4, unit: t, what: load, as_of: 2026-03-{day:02}}}]
annotations: [{{quote: seven cranes, note: 'See [[b1#Later]]'}}]
unknowns: [Who pays?]
{more}---
{body}"""
MORE = ("", "draft: true\n", "lang: de\n", "summary: All of it in a sentence.\n", "answers: [Who pays?]\n")
ALWAYS = "Tideworks said the pier is shut. The harbour has seven cranes, and Acme owns four of them.\n\n## Later\n"
"""What the fields of each brief quote."""
PLAIN = (
    "The council meets on Monday.\n",
    "Nobody was hurt, and the ferries left again in the evening.\n",
    "Der Hafen bleibt zu; niemand weiß warum.\n",
    "港口关闭，没有人知道原因。\n",
    "- one\n- two\n",
    "| a | b |\n| - | - |\n| 1 | 2 |\n",
    "The company is older than *all of it*, and Tideworks grows.\n",
    "A word.[^1]\n\n[^1]: And a note.\n",
)
"""Paragraphs that nothing else depends on. A footnote that is taken out takes places with it that links may lead to."""
OTHERS = (
    "Mara Lindqvist spoke to the council on Monday.\n",
    "## Later\n",
    "## Sooner\n",
    "See [[b1]] and [[b2]].\n",
    "See [the first](b0.md) and [what came later](b3.md#later).\n",
    "“Nobody was hurt,” the council said.\n",
    "![A crane](crane.png)\n",
    "A sentence of a draft that nobody may read yet, whoever asks.\n",
    "[[Nowhere]] and [nothing](missing.md).\n",
    "The pier is shut.\n",
    "<!-- not for readers -->\n",
)
"""Paragraphs with names, headings, links, words of fields and quotations, and with what is wrong."""
HARMLESS = (OTHERS[7], *OTHERS[9:])
"""Those of them on which nothing depends in a site without the draft that has the words."""
piece = st.one_of(st.sampled_from(PLAIN), st.sampled_from(PLAIN), st.sampled_from(PLAIN), st.sampled_from(OTHERS))
pieces = st.lists(piece, min_size=1, max_size=4)
edit = st.tuples(st.integers(0, 3), st.integers(0, 4), st.one_of(piece, st.just("")))
"""A paragraph put into a brief, or taken out of it where it is empty."""
other = st.sampled_from(("", "", "", "entities", "settings", "headline", "output", "new", "gone", "style"))
"""What else is changed before a build."""


@pytest.fixture(autouse=True)
def sites_of_any_size() -> Iterator[None]:
    with mock.patch.object(kept_site, "LEAST", 1):
        yield


def write(site: Path, number: int, text: str, more: str = "", title: str = "") -> None:
    (site / "briefings" / f"b{number}.md").write_text(
        BRIEF.format(title=title or f"Headline {number}", day=number + 1, number=number, body=text, more=more),
        encoding="utf-8",
    )


def lay_out(site: Path, bodies: Sequence[str], mores: Sequence[str]) -> None:
    (site / "briefings").mkdir(parents=True)
    (site / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    (site / "briefings" / "entities.yaml").write_text(ENTITIES, encoding="utf-8")
    for number, (text, more) in enumerate(zip(bodies, mores, strict=True)):
        write(site, number, text, more)


def change(site: Path, what: str, number: int) -> None:
    """A change of something else than a text."""
    if what == "entities":
        path = site / "briefings" / "entities.yaml"
        path.write_text(
            path.read_text("utf-8").replace("name: Acme", f"name: Acme\n  website: https://{number}.example")
        )
    elif what == "settings":
        path = site / "site.yaml"
        path.write_text(path.read_text("utf-8").replace("title: One", f"title: One and {number}"), "utf-8")
    elif what == "headline":
        path = site / "briefings" / "b2.md"
        path.write_text(path.read_text("utf-8").replace("title: ", f"title: {number} ", 1), "utf-8")
    elif what == "output":
        (site / "_site" / "index.html").write_text("damaged", "utf-8")
    elif what == "new":
        write(site, 4, f"Text {number}.\n")
    elif what == "gone":
        (site / "briefings" / "b4.md").unlink(missing_ok=True)
    elif what == "style":
        (site / "static" / "css").mkdir(parents=True, exist_ok=True)
        (site / "static" / "css" / "more.css").write_text(f"p{{order: {number}}}", "utf-8")


@settings(max_examples=examples(6))
@given(
    st.lists(pieces, min_size=4, max_size=4),
    st.lists(st.sampled_from(MORE), min_size=4, max_size=4),
    st.lists(st.tuples(st.lists(edit, max_size=2), other), min_size=1, max_size=5),
)
def test_after_edits_of_texts_the_output_is_that_of_a_clean_build(
    bodies: list[list[str]], mores: list[str], rounds: list[tuple[list[tuple[int, int, str]], str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        lay_out(site, ["\n".join((ALWAYS, *own)) for own in bodies], mores)
        make(site)
        for number, (edits, more) in enumerate(rounds):
            for at, place, text in edits:
                bodies[at][place : place + (not text)] = [text] if text else []
                write(site, at, "\n".join((ALWAYS, *bodies[at])), mores[at])
            change(site, more, number)
            warm = make(site)
            fresh = Path(folder) / f"clean{number}"
            cold = make(site, fresh, clean=True)
            assert published(site / "_site") == published(fresh)
            assert warm.diagnostics == cold.diagnostics
            assert make(site).written == 0


def lay_out_plain(folder: Path) -> Path:
    """A site of four briefs that was built."""
    site = folder / "site"
    lay_out(site, [f"{ALWAYS}\n{PLAIN[0]}"] * 3, [""] * 3)
    draft = "---\ntitle: Two ferries\ndate: 2026-03-09\ndraft: true\n---\n"
    (site / "briefings" / "b3.md").write_text(f"{draft}They are for sale, and nobody knows of it yet.\n", "utf-8")
    make(site)
    return site


def test_a_paragraph_that_nothing_depends_on_is_made_without_the_rest_of_the_site(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    with mock.patch.object(pipeline, "full_build", wraps=pipeline.full_build) as full:
        for text in PLAIN:
            for edited in (text, f"{text}\nAnd more of it.\n"):
                write(site, 1, f"{ALWAYS}\n{edited}")
                make(site)
                assert not full.call_count, edited
    write(site, 1, f"{ALWAYS}\n{PLAIN[-1]}\nThe end of it.\n")
    assert not makes_all(site)


def test_what_something_else_may_depend_on_makes_the_whole_site(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    for text in OTHERS:
        with mock.patch.object(pipeline, "full_build", wraps=pipeline.full_build) as full:
            write(site, 1, f"{ALWAYS}\n{text}")
            make(site)
        assert full.call_count == (text not in HARMLESS), text
        write(site, 1, f"{ALWAYS}\n{PLAIN[0]}")
        make(site)


TWICE = (
    'annotations: [{quote: the pier, prefix: "In the north ", note: One}, '
    '{quote: the pier, prefix: "In the south ", note: Other}, {quote: nobody came, note: Third}]\n'
)
NORTH, SOUTH, THIRD = "In the north the pier is old.", "In the south the pier is new.", "On Monday nobody came."
ORDERS = (
    (NORTH, SOUTH, THIRD),
    (SOUTH, NORTH, THIRD),
    (THIRD, SOUTH, NORTH),
    (THIRD, NORTH),
    (NORTH, THIRD),
    (SOUTH, "In the west.", NORTH, THIRD),
    (NORTH, SOUTH, THIRD, "And more words. " * 600),
)
"""Sentences with notes on them, two of these on equal words."""


def test_notes_that_change_places_and_longer_texts_are_shown_on_all_pages_alike(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    for number in range(2 if LONG else 1):
        for order in ORDERS:
            head = f"title: Notes\ndate: 2026-03-05\nsummary: In short.\n{TWICE}"
            text = " ".join(order) + " More." * number
            (site / "briefings" / "notes.md").write_text(f"---\n{head}---\n{text}\n", "utf-8")
            makes_all(site)


def test_a_sentence_with_a_link_is_shown_where_it_leads_as_it_is_now(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    path, head = site / "briefings" / "links.md", "---\ntitle: Links\nsummary: In short.\n---\n"
    for text in ("See [[b1]] there.", "Now see [it](b1.md#later).", "See [[b1|that]], and [[b2]]. Or [it](b1.md)."):
        path.write_text(f"{head}{text}\n", "utf-8")
        make(site)
        path.write_text(f"{head}Before it. {text}\n", "utf-8")
        assert not makes_all(site)


def test_another_front_matter_makes_the_whole_site(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    # A comment moves the lines that are reported.
    for more in ("summary: In a sentence.\n", "summary: In a sentence.\n# A comment\n"):
        write(site, 1, f"{ALWAYS}\n{PLAIN[1]}", more)
        assert makes_all(site)


def test_after_a_text_was_edited_another_file_makes_the_whole_site(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    write(site, 1, f"{ALWAYS}\n{PLAIN[1]}")
    assert not makes_all(site)
    for what in ("settings", "style", "new", "gone", "output"):
        change(site, what, 7)
        assert makes_all(site), what


def test_the_words_of_a_draft_in_the_text_of_a_brief_stop_the_build(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    secret = "Nobody outside this room may know of the second pier.\n"
    path = site / "briefings" / "b3.md"
    path.write_text(path.read_text("utf-8") + f"\n{secret}", "utf-8")
    make(site)
    before = published(site / "_site")
    write(site, 1, f"{ALWAYS}\nThe plan: nobody outside this room may know of the second pier.\n")
    warm, cold = make(site), make(site, tmp_path / "fresh", clean=True)
    assert warm.diagnostics == cold.diagnostics
    assert (published(site / "_site") == before) is warm.failed


def test_where_words_of_a_draft_are_public_too_is_reported_after_an_edit(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    shared = "The harbour board has sold the northern quay to a bank.\n"
    path = site / "briefings" / "b3.md"
    path.write_text(path.read_text("utf-8") + f"\n{shared}", "utf-8")
    for text in (shared, f"More.\n\n{shared}", PLAIN[0], f"{PLAIN[0]}\n{shared}"):
        for number in (1, 2):
            write(site, number, f"{ALWAYS}\n{text}")
            assert makes_all(site)


def test_a_brief_of_which_something_is_reported_that_is_not_in_its_file_is_left_to_a_full_build(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    path = (site / "briefings" / "b2.md").rename(site / "briefings" / "b5.md")
    before = [one for one in make(site).diagnostics if one.code == "moved-brief"]
    assert [one.place.path for one in before] == ["briefings/b5.md"]
    path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert [one for one in make(site).diagnostics if one.code == "moved-brief"] == before


def test_places_that_links_may_lead_to_are_left_to_a_full_build(tmp_path: Path) -> None:
    """A link to a place that is not there, and a place that is there no more."""
    site = lay_out_plain(tmp_path)
    write(site, 1, f"{ALWAYS}\n{PLAIN[0]}\n[More](#nowhere).\n")
    assert makes_all(site)
    write(site, 1, f"{ALWAYS}\n{PLAIN[-1]}")
    assert makes_all(site)
    write(site, 1, f"{ALWAYS}\n{PLAIN[0]}")
    assert makes_all(site)


def test_a_kept_site_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    for stage in ("kept site", "kept briefs", "last build", "units 2"):
        with closing(sqlite3.connect(site / ".cache" / "memo.sqlite")) as cache, cache:
            assert cache.execute("update kept set value = x'00' where stage = ?", (stage,)).rowcount
        write(site, 1, f"{ALWAYS}\n{PLAIN[1]}\nWithout {stage}.\n")
        assert makes_all(site)
        for number in range(2):
            # What was damaged was made again by then.
            write(site, 1, f"{ALWAYS}\n{PLAIN[1]}\nAfter {stage}, {number}.\n")
            again = makes_all(site)
        assert not again


def test_many_edited_texts_make_the_whole_site_and_few_begin_there_again(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    with mock.patch.object(edited_build, "_MOST", 1):
        write(site, 1, f"{ALWAYS}\n{PLAIN[1]}")
        assert not makes_all(site)
        write(site, 2, f"{ALWAYS}\n{PLAIN[2]}")
        assert makes_all(site)
        write(site, 0, f"{ALWAYS}\n{PLAIN[4]}")
        assert not makes_all(site)


def test_a_page_that_shows_two_texts_shows_both_as_they_are_after_edits_of_one_and_the_other(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    for number in (1, 2, 1, 0):
        path = site / "briefings" / f"b{number}.md"
        path.write_text(path.read_text("utf-8").replace("\nTideworks said", "\nAgain Tideworks said"), "utf-8")
        path.write_text(path.read_text("utf-8").replace("Tideworks said", "Tideworks at last said"), "utf-8")
        assert not makes_all(site)


def test_what_was_wrong_with_a_text_is_not_reported_after_it_was_put_right(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)
    for text, wrong in ((f"{PLAIN[0]}\n<b>Bold</b>.\n", True), (PLAIN[1], False)):
        write(site, 1, f"{ALWAYS}\n{text}")
        assert not makes_all(site)
        assert ("shown-as-typed" in {one.code for one in make(site).diagnostics}) is wrong


def test_limits_of_the_host_are_reported_as_they_are_after_an_edit(tmp_path: Path) -> None:
    site = lay_out_plain(tmp_path)

    def limits(_config: object, _paths: object, sizes: Mapping[str, int], _settings: object) -> tuple[Diagnostic, ...]:
        return (Diagnostic("host-limit", Severity.WARNING, f"{sum(sizes.values())} bytes", Place("site.yaml")),)

    with mock.patch.object(pipeline, "over_limits", limits), mock.patch.object(edited_build, "over_limits", limits):
        change(site, "headline", 1)
        for text in PLAIN[:3]:
            write(site, 1, f"{ALWAYS}\n{text}")
            makes_all(site)


@pytest.mark.parametrize("asked", [{"thorough": True}, {"explain": True}, {"clean": True}, {"write": False}])
def test_a_build_that_is_asked_for_more_than_the_output_makes_the_whole_site(
    tmp_path: Path, asked: dict[str, bool]
) -> None:
    site = lay_out_plain(tmp_path)
    for number in range(3):
        write(site, 1, f"{ALWAYS}\n{PLAIN[0]}\nAnd {number}.\n")
        with mock.patch.object(pipeline, "full_build", wraps=pipeline.full_build) as full:
            build(replace(BuildRequest(site, NOW), **asked))
        assert full.call_count == 1


@pytest.mark.parametrize("undone", [False, True])
def test_an_interrupted_build_leaves_no_temporary_file(tmp_path: Path, undone: bool) -> None:
    site = lay_out_plain(tmp_path)
    path = site / "briefings" / "b1.md"
    before = path.read_text("utf-8")
    write(site, 1, f"{ALWAYS}\n{PLAIN[1]}")

    rename = os.replace

    def interrupted(old: Path, new: Path) -> None:
        # Where the edit is taken back, no file has another content yet.
        if site / "_site" in Path(new).parents if undone else str(new).endswith(".html"):
            raise KeyboardInterrupt
        rename(old, new)

    with mock.patch.object(os, "replace", interrupted), pytest.raises(KeyboardInterrupt):
        make(site)
    assert list((site / "_site").rglob(".*.tmp"))
    if undone:
        path.write_text(before, "utf-8")
    with mock.patch.object(publish, "is_abandoned", return_value=True):
        assert makes_all(site)
    assert not list((site / "_site").rglob(".*.tmp"))
