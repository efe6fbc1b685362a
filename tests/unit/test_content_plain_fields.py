"""Marks of HTML and Markdown in fields that are neither are reported, in each field and each spelling."""

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import plain_texts
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags

MARKS = (
    "**closed**",
    "*closed*",
    "***closed***",
    "__closed__",
    "`closed`",
    "[closed](https://a.example/)",
    "[closed](other.md)",
    "![closed](a.png)",
    "[[closed]]",
    "[[other|closed]]",
    "<b>closed</b>",
    "<br>",
    "&nbsp;",
    "&amp;",
)
INNOCENT = (
    "M*A*S*H is back",
    "A 5* hotel and a 4* inn",
    "Two * three * four",
    "snake_case__name__x of a program",
    "[sic] and [2] and [...]",
    "AT&T and R&D",
    "3 < 4 > 2",
    "The day's 'quotes' and `open",
    "A star (*) and a dagger",
    "__init",
    "f(x) = [a] (b)",
)
HEAD = """\
---
title: "{0}"
date: 2026-03-14
summary: "{0}"
figures:
  - {{value: 3, what: "{0}"}}
corrections:
  - {{date: 2026-03-15, was: "{0}", now: "{0}", why: "{0}"}}
sources:
  - {{outlet: Quay Letter, title: "{0}"}}
image: {{src: a.png, alt: "{0}"}}
---
The day was 3 long.
"""


def codes(text: str) -> list[tuple[int, str]]:
    read = parse_brief(Source("briefings/a.md", HEAD.format(text)))[1]
    return [(d.place.line, d.help) for d in read if d.code == "shown-as-typed"]


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_is_reported_in_a_headline(mark: str) -> None:
    assert [line for line, _ in codes(f"The port is {mark} today")][:1] == [2]


def test_a_mark_over_two_lines_of_a_folded_text_is_reported_at_its_first_line() -> None:
    text = "---\ntitle: Port\nsummary: >\n  The port is [closed\n  today](x) and **shut\n  again** now.\n---\nText.\n"
    found = parse_brief(Source("briefings/a.md", text))[1]
    assert [(d.message, d.place.line, d.place.column) for d in found if d.code == "shown-as-typed"] == [
        ("readers would see `[closed today](x)` as it is typed", 4, 15),
        ("readers would see `**shut again**` as it is typed", 5, 17),
    ]


def test_each_field_that_is_no_markdown_is_looked_at() -> None:
    brief = parse_brief(Source("briefings/a.md", HEAD.format("x")))[0]
    assert brief
    filled = {name for name, text in plain_texts(BRIEF, brief) if text == "x"}
    assert filled == {"title", "summary", "what", "was", "now", "why", "alt"}
    remedies = {help_ for _, help_ in codes("The port is **closed** today")}
    assert remedies == {f"take the marks out: `{name}` is plain text" for name in filled}


@pytest.mark.parametrize("text", INNOCENT)
def test_signs_that_are_no_marks_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("parse", "entry"),
    [
        (parse_entities, "port: {{name: Port, description: '{}'}}\n"),
        (parse_tags, "port: {{label: Port, description: '{}'}}\n"),
        (parse_stories, "port: {{title: '{}'}}\n"),
        (parse_people, "port: {{name: Port, description: '{}'}}\n"),
    ],
)
def test_texts_of_registry_files_are_looked_at_too(parse, entry: str) -> None:  # type: ignore[no-untyped-def]
    found = parse(Source("briefings/registry.yaml", entry.format("It is **closed** now")))[1]
    field = "title" if "title" in entry else "description"
    assert [(d.message, d.help) for d in found] == [
        ("readers would see `**closed**` as it is typed", f"take the marks out: `{field}` is plain text")
    ]
    assert parse(Source("briefings/registry.yaml", entry.format("It is closed now")))[1] == ()
