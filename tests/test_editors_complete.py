"""Editors with a language server for YAML complete, explain and check every file that a site is written in."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from language_server import CURSOR, YamlServer

from annotated_briefings.base.config import SETTINGS
from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.content.cms.snippets import snippets
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.content.schema import all_schemas
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.intake.decisions import DECISION, decisions_schema, read_decisions
from annotated_briefings.project.settings import read_settings

FILES: dict[str, tuple[str, str, Table]] = {
    "site": ("site.yaml", "", SETTINGS),
    "entities": ("briefings/entities.yaml", "an-id:\n  ", ENTITY),
    "tags": ("briefings/tags.yaml", "an-id:\n  ", TAG),
    "stories": ("briefings/stories.yaml", "an-id:\n  ", STORY),
    "people": ("briefings/people.yaml", "an-id:\n  ", PERSON),
    "decisions": ("briefings/decisions.yaml", "- ", DECISION),
}
"""Of each file: where it is, what stands before the first key of an entry, and its fields."""
READERS: dict[str, Any] = {
    "brief": lambda text: parse_brief(Source("briefings/a.md", f"---\n{text}---\nA text.\n"))[1],
    "site": lambda text: read_settings(Source("site.yaml", text))[1],
    "entities": lambda text: parse_entities(Source("briefings/entities.yaml", text))[1],
    "tags": lambda text: parse_tags(Source("briefings/tags.yaml", text))[1],
    "stories": lambda text: parse_stories(Source("briefings/stories.yaml", text))[1],
    "people": lambda text: parse_people(Source("briefings/people.yaml", text))[1],
    "decisions": lambda text: read_decisions(Source("briefings/decisions.yaml", text))[1],
}
DOCS = Path(__file__).parents[1] / "docs" / "briefings"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("editors") / "site"
    create_site(folder)
    return folder


def running(site: Path) -> Iterator[YamlServer]:
    settings = json.loads((site / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    server = YamlServer(site, settings["yaml.schemas"])
    yield server
    server.stop()


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[YamlServer]:
    yield from running(site)


@pytest.fixture(scope="module")
def checker(site: Path) -> Iterator[YamlServer]:
    yield from running(site)


def entries_in(fields: Table, before: str, indent: str) -> Iterator[tuple[str, Table]]:
    """What stands before the first key of each mapping that is nested in a mapping, and its fields."""
    for field in fields:
        if field.inner:
            inner = f"{indent}  - " if field.kind.widget == "groups" else f"{indent}  "
            head = f"{before}{field.name}:\n{inner}"
            yield head, field.inner
            yield from entries_in(field.inner, head, indent + "    ")


def mappings(name: str) -> list[tuple[str, Table]]:
    _, before, table = FILES[name]
    return [(before, table), *entries_in(table, before, " " * len(before.rpartition("\n")[2]))]


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_each_key_is_proposed_and_explained(server: YamlServer, name: str) -> None:
    path = FILES[name][0]
    for before, table in mappings(name):
        proposed = server.proposed(path, f"{before}{CURSOR}\n")
        docs = {field.name: field.doc for field in table}
        # Beside the keys it may propose a whole entry, with the keys that it must have.
        assert {label: text for label, text in proposed.items() if not label.startswith("object(")} == docs
        for field in table:
            shown = server.hover(path, f"{before}{CURSOR}{field.name}: {field.example or '[]'}\n")
            assert field.doc in re.sub(r"\\(.)", r"\1", shown), shown


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_the_words_of_a_choice_are_proposed_and_a_text_is_left_to_its_writer(server: YamlServer, name: str) -> None:
    path = FILES[name][0]
    for before, table in mappings(name):
        for field in table:
            wanted = set(field.choices)
            if field.kind.widget == "switch":
                wanted = {"true", "false"}
            elif field.kind.name == "dmy or mdy":
                wanted = {"dmy", "mdy"}
            if field.kind.widget not in ("group", "groups"):
                opens = "[" if field.kind.widget == "lines" and field.choices else ""
                closes = "]" if opens else ""
                text = f"{before}{field.name}: {opens}{CURSOR}{closes}\n"
                assert set(server.proposed(path, text)) == wanted, text


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_unknown_keys_and_wrong_values_are_marked(checker: YamlServer, name: str) -> None:
    path = FILES[name][0]
    for before, table in mappings(name):
        found = checker.faults(path, f"{before}{table[0].name}x: 1\n")
        assert any(f"Property {table[0].name}x is not allowed." in one for one in found), (before, found)
        column = " " * len(before.rpartition("\n")[2])
        wrong = [f"{field.name}: {'a' if field.kind.widget == 'groups' else '[[a]]'}\n" for field in table]
        marked = {int(one.partition(":")[0]) for one in checker.faults(path, before + column.join(wrong))}
        assert marked == set(range(before.count("\n") + 1, before.count("\n") + 1 + len(table)))


@pytest.mark.slow
def test_messages_say_what_to_write(checker: YamlServer) -> None:
    path, entry = "briefings/entities.yaml", "an-id:\n  name: A\n  "
    assert checker.faults(path, f"{entry}website: a.example\n") == [
        "3: write a web address, which begins with https:// or http://"
    ]
    assert checker.faults(path, f"{entry}type: thing\n") == [
        '3: Value is not accepted. Valid values: "company", "person", "place", "organisation", "government", '
        '"product", "law", "event".'
    ]
    assert checker.faults(path, f"{entry}description: [a]\n") == ['3: Incorrect type. Expected "string".']
    assert checker.faults("briefings/decisions.yaml", "- {split: dump.txt}\n") == ['1: Missing property "line".']


@pytest.mark.slow
@pytest.mark.parametrize("by_settings", [True, False], ids=["settings of the site", "first line of the file"])
def test_the_files_of_a_new_site_have_no_mistakes(site: Path, checker: YamlServer, by_settings: bool) -> None:
    asked = checker if by_settings else YamlServer(site, {})
    try:
        for file in sorted({*site.rglob("*.yaml"), *site.rglob("*.yml")}):
            path, text = file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")
            assert asked.faults(path, text) == [], path
        # Each file that names its schema in its first line is checked against it.
        for name in ("site", "entities", "tags"):
            path = FILES[name][0]
            text = (site / path).read_text(encoding="utf-8")
            assert "is not allowed" in "".join(asked.faults(path, f"{text}\nan-id: {{unknwn: 1}}\n")), path
    finally:
        if not by_settings:
            asked.stop()


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_and_one_with_a_comment_alone_have_no_mistakes(checker: YamlServer, name: str) -> None:
    path = FILES[name][0]
    assert [checker.faults(path, text) for text in ("", "# nothing yet\n")] == [[], []]


def rejected(name: str, text: str) -> bool:
    """Whether a schema rejects a text of YAML, which other tools read with dates as texts."""

    class OtherTools(yaml.SafeLoader):
        pass

    OtherTools.yaml_implicit_resolvers = {
        key: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    schema = json.loads({**all_schemas(), "decisions": decisions_schema()}[name])
    return not jsonschema.Draft202012Validator(schema).is_valid(yaml.load(text, OtherTools))


def every_field(name: str) -> Iterator[tuple[str, Field]]:
    first = [("title: A\n", BRIEF), *entries_in(BRIEF, "title: A\n", "")] if name == "brief" else mappings(name)
    for before, table in first:
        for field in table:
            if field.kind.widget != "hidden" and field.name != "imported" and "imported:" not in before:
                yield before, field


@pytest.mark.parametrize("name", READERS)
def test_the_schemas_take_for_empty_what_we_do(name: str) -> None:
    for before, field in every_field(name):
        if field.name == "title" and name == "brief" and before == "title: A\n":
            before = ""
        # Other fields of its entry, which it would lack otherwise.
        table = next(table for head, table in [*_all(name)] if head == before or (not before and table is BRIEF))
        column = " " * len(before.rpartition("\n")[2])
        beside = [one for one in table if one.required and one is not field]
        text = f"{before}{field.name}:\n" + "".join(f"{column}{one.name}: {one.example}\n" for one in beside)
        sentence = [one for one in READERS[name](text) if one.severity is Severity.ERROR and one.code != "lost-receipt"]
        if name == "decisions" and not field.required:
            continue
        assert rejected(name, text) == bool(field.required or field.holds_back), (text, sentence)


def _all(name: str) -> list[tuple[str, Table]]:
    return [("title: A\n", BRIEF), *entries_in(BRIEF, "title: A\n", "")] if name == "brief" else mappings(name)


DECISIONS = {
    "- {split: dump.txt, line: 98}\n": True,
    "- {join: letter.eml}\n": True,
    "- {split: dump.txt, text: 1.10}\n": True,
    "- {reject: 012345678901}\n- {keep: 1e5000000000}\n": True,
    "- {not_story: [a, b]}\n": True,
    "- {no_entity: No}\n": True,
    "": True,
    "- {split: dump.txt}\n": False,
    "- {splitt: dump.txt, line: 1}\n": False,
    "- {join: dump.txt, line: first}\n": False,
    "- reject\n": False,
    "reject: a\n": False,
    "- {reject: [a, b]}\n": False,
}


@pytest.mark.parametrize(("text", "right"), DECISIONS.items())
def test_the_schema_of_decisions_takes_what_we_do(text: str, right: bool) -> None:
    assert (not READERS["decisions"](text)) == right
    assert rejected("decisions", text) is not right


def test_the_decisions_of_the_documentation_keep_to_the_schema() -> None:
    block = re.search(r"```yaml\n(- \{split.*?)```", (DOCS / "import.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    assert not rejected("decisions", block[1])
    assert not READERS["decisions"](block[1])


def typed(lines: list[str]) -> str:
    """What a snippet makes where its empty places are left empty, and the rest is left as it is proposed."""
    body = "\n".join(lines)
    for name, value in (("YEAR", "2026"), ("MONTH", "03"), ("DATE", "14")):
        body = body.replace(f"$CURRENT_{name}", value)
    body = body.replace("${RANDOM_HEX}", "3f9c2a")
    body = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", body)
    body = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)
    return re.sub(r"\$\d+", "", body).replace("\\", "")


def test_each_field_of_a_brief_has_a_snippet() -> None:
    made = json.loads(snippets())
    lists = {field.name.removesuffix("s") for field in BRIEF if field.kind.widget == "groups"}
    fields = [field for field in BRIEF if field.kind.widget != "hidden" and field.name != "id"]
    assert set(made) == {"brief", *lists, *(field.name for field in fields)}
    assert {name: made[name]["prefix"] for name in made} == {name: name for name in made}
    for field in fields:
        assert made[field.name]["description"] == field.doc


def test_what_a_snippet_makes_is_front_matter_that_we_read() -> None:
    made = json.loads(snippets())
    fields = {field.name for field in BRIEF}
    for name, snippet in made.items():
        written = typed(snippet["body"])
        if name == "brief":
            text = f"{written}A text.\n"
        elif name in fields:
            text = f"---\n{'' if name == 'title' else 'title: A'}\n{written}\n---\nA text.\n"
        else:
            entries = "\n".join(2 * [re.sub("^", "  ", written, flags=re.MULTILINE)])
            text = f"---\ntitle: A\n{name}s:\n{entries}\n---\nA text.\n"
        _, found = parse_brief(Source("briefings/a.md", text))
        slips = {"yaml", "unknown-key", "wrong-type", "duplicate-key", "front-matter"}
        lacking = {"a correction says nothing", "the note has no `quote`"}
        assert {one.message for one in found if one.code in slips} <= lacking, text
