"""A build after edits of texts alone begins with the site of the last full build, and gives what a clean one gives."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.build.after_edits import edited_build, kept_site
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build

pytestmark = pytest.mark.slow

NOW = datetime(2026, 5, 1, tzinfo=UTC)
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
    "A word.[^1]\n\n[^1]: And a note.\n",
    "<!-- not for readers -->\n",
    "Tideworks said more, *all of it* late.\n",
)
"""Paragraphs that nothing else depends on."""
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
)
"""Paragraphs with names, headings, links, words of fields and quotations, and with what is wrong."""
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


def make(site: Path, output: Path | None = None, clean: bool = False) -> BuildReport:
    return build(BuildRequest(site, NOW, output=output, clean=clean))


def published(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


quick: list[bool] = []
"""Whether each build of the property began with the site of an earlier one."""


@settings(max_examples=examples(12))
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
            with mock.patch.object(edited_build, "remember_last", wraps=edited_build.remember_last) as kept:
                warm = make(site)
            quick.append(any(isinstance(call.args[3], edited_build.EditedBuild) for call in kept.call_args_list))
            fresh = Path(folder) / f"clean{number}"
            cold = make(site, fresh, clean=True)
            assert published(site / "_site") == published(fresh)
            assert warm.diagnostics == cold.diagnostics
            assert make(site).written == 0


def test_some_of_these_builds_began_with_the_site_of_an_earlier_one() -> None:
    assert sum(quick) > len(quick) / 5, f"{sum(quick)} of {len(quick)}"
