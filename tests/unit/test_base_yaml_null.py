"""`Null` and `NULL` are words and names, and so is `null` in a list of names; `null` alone and `~` are no value."""

from collections.abc import Iterator

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.project.settings import read_settings

TEXTS = {
    "a text", "a list of names", "a name", "a text or a list of texts", "a line of Markdown",
    "a line of Markdown, or a list of them", "Markdown",
}  # fmt: skip
"""Kinds of fields that hold what people write."""
REGISTRIES = [(ENTITY, parse_entities), (TAG, parse_tags), (STORY, parse_stories), (PERSON, parse_people)]
NOT_ANY_TEXT = {"id", "slug", "brief", "role", "mail", "lang"}


def parsed(head: str) -> object:
    found, diagnostics = parse_brief(Source("briefings/a.md", f"---\n{head}\n---\nMara Null has come.\n"))
    return found, [d.message for d in diagnostics]


def fields_of(table: Table, before: str = "") -> Iterator[tuple[Field, str]]:
    """The text fields of a table, with the lines in which each stands but for its value."""
    for field in table:
        if field.kind.widget == "groups":
            yield from (
                (inner, f"{before}{field.name}:\n  - {inner.name}: ")
                for inner in field.inner
                if inner.kind.name in TEXTS and inner.name not in NOT_ANY_TEXT
            )
        elif field.kind.name in TEXTS and field.name not in NOT_ANY_TEXT:
            yield field, f"{before}{field.name}: "


@pytest.mark.parametrize("word", ["Null", "NULL"])
@pytest.mark.parametrize("lines", [lines for _, lines in fields_of(BRIEF)], ids=lambda lines: "".join(lines.split()))
def test_a_text_of_a_brief_is_the_word_that_was_typed(word: str, lines: str) -> None:
    title = "" if lines.startswith("title:") else "title: T\n"
    assert parsed(f"{title}{lines}{word}") == parsed(f'{title}{lines}"{word}"')
    assert "\n" in lines or parsed(f"{title}{lines}{word}") != parsed(f"{title}{lines}~")


@pytest.mark.parametrize("word", ["Null", "NULL"])
@pytest.mark.parametrize("table", range(len(REGISTRIES)))
def test_a_text_of_a_registry_is_the_word_that_was_typed(word: str, table: int) -> None:
    fields, parse = REGISTRIES[table]
    for field, lines in fields_of(fields, "  "):
        entry, _ = parse(Source("r.yaml", f"a:\n{lines}{word}\n"))
        assert entry == parse(Source("r.yaml", f'a:\n{lines}"{word}"\n'))[0], field.name
        # Addresses must be some.
        assert (entry != parse(Source("r.yaml", f"a:\n{lines}~\n"))[0]) is (field.name != "same_as"), field.name


@pytest.mark.parametrize("word", ["null", "Null", "NULL"])
def test_the_word_is_an_id_in_every_registry(word: str) -> None:
    for fields, parse in REGISTRIES:
        (entry,), _ = parse(Source("r.yaml", f"{word}: {{description: A word.}}\n"))
        assert word in str(entry), fields
        assert parse(Source("r.yaml", f"{word}:\n"))[0], fields


@pytest.mark.parametrize("word", ["null", "Null", "NULL"])
@pytest.mark.parametrize("lines", ["{0}: [{1}]", "{0}:\n  - {1}", "{0}: [a, {1}]"])
def test_a_list_of_names_has_the_word_that_was_typed(word: str, lines: str) -> None:
    for name in ("tags", "author", "reviewed_by", "aliases", "entities"):
        brief, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: T\n{lines.format(name, word)}\n---\nText.\n"))
        quoted = lines.format(name, f'"{word}"')
        other, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: T\n{quoted}\n---\nText.\n"))
        assert brief is not None
        assert word in str(brief), name
        assert {ref.text for ref in brief.tags} == {ref.text for ref in other.tags} if other else False


@pytest.mark.parametrize("word", ["null", "~"])
def test_what_programs_write_for_no_value_is_none(word: str) -> None:
    for field, lines in fields_of(BRIEF):
        if field.required or "\n" in lines:
            continue
        assert parsed(f"title: T\n{lines}{word}") == parsed(f"title: T\n{lines}"), field.name


def test_the_settings_keep_the_word() -> None:
    config, diagnostics = read_settings(Source("site.yaml", "title: Null\nbase_url: https://pages.example\n"))
    assert (config.title, diagnostics) == ("Null", ())
