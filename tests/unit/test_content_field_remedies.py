"""Every message about the value of a field has a remedy, whatever is written there."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags

VALUES = (
    *("never", "tomorow", "some words", "ja", "maybe", "12:00", "5", "-5", "true", "2026-02-30", "“en”", "??"),
    *(
        "[a, b]",
        "[[a]]",
        "[]",
        "{a: b}",
        "{}",
        "[{a: b}]",
        "[x, {a: b}]",
        '"',
        "@x",
        "- x",
        "!x",
        "https://a.example/b c",
    ),
)
UNSEEN = (
    *(
        "next Friday",
        "forever",
        "n/a",
        "31.2.2026",
        "8am",
        "one",
        "٣",
        "0",
        "1.5",
        "null",
        "'x",
        "„ja“",
        "<a>",
        "*x*",
        "`x`",
    ),
    *(
        "[a, [b]]",
        "{a: {b: c}}",
        "[[[2026]]]",
        "{draft}",
        "(a, b)",
        "a: b",
        "|",
        ">",
        "&x",
        "#x",
        "x #y",
        "/a/ b",
        "\\",
    ),
)
"""Values that were chosen when the messages were written."""
READERS = {
    "entities": (ENTITY, parse_entities),
    "tags": (TAG, parse_tags),
    "stories": (STORY, parse_stories),
    "people": (PERSON, parse_people),
}


def lines(field: Field, value: str) -> Iterator[str]:
    """A field with a value, as it may be and for each of its entries, in a list and without one."""
    yield f"{field.name}: {value}"
    for inner in field.inner:
        yield f"{field.name}:\n  - {inner.name}: {value}"
        yield f"{field.name}:\n  {inner.name}: {value}"


@cache
def reported(value: str) -> tuple[tuple[str, Diagnostic], ...]:
    """Each message about a value wherever it may be written, with the lines of its field."""
    return tuple(_reported(value))


def _reported(value: str) -> Iterator[tuple[str, Diagnostic]]:
    for field in BRIEF:
        for line in lines(field, value):
            title = "" if field.name == "title" else "title: A crane\n"
            for zone in ("Europe/Berlin", ""):
                text = f"---\n{title}{line}\n---\nThe crane is up.\n"
                yield from ((line, one) for one in parse_brief(Source("briefings/a.md", text), zone)[1])
    for name, (table, parse) in READERS.items():
        source = [
            Source(f"briefings/{name}.yaml", f"crane: {{name: A, {f.name}: {value}}}\npier: {value}\n") for f in table
        ]
        yield from ((one.text, found) for one in source for found in parse(one)[1])


@pytest.mark.parametrize("value", [*VALUES, *UNSEEN])
def test_every_message_about_a_value_has_a_remedy(value: str) -> None:
    assert {(line, one.message) for line, one in reported(value) if not one.help} == set()


@pytest.mark.parametrize("value", [*VALUES, *UNSEEN])
def test_no_message_about_a_value_has_a_word_of_programs(value: str) -> None:
    words = re.compile(r"\b(?:mapping|scalar|sequence|node|token|parse\w*|null|boolean|string)\b")
    messages = {f"{one.message} | {one.help}" for _, one in reported(value)}
    assert {one for one in messages if words.search(re.sub(r"`[^`]*`", "", one))} == set()
