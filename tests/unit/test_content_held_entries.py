"""An entry of a list or of a registry file that may not be for the public is left out, and no comment is ever shown."""

from typing import Any

import pytest

from annotated_briefings.base.config import SETTINGS, read_config
from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.content.fields import BRIEF, ENTITY, STORY, TAG
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags

HELD = [
    "draft: true",
    "draft:",
    "status: private",
    "status: draft",
    "public: false",
    "embargo_until: 2044-01-01",
    "embargo_untill: 2044-01-01",
    "Entwurf: ja",
    "hidden: 1",
    "confidential: yes",
]
LISTS = [field for field in BRIEF if field.inner and field.kind.widget == "groups"]
REGISTRY: list[tuple[Any, Table]] = [(parse_entities, ENTITY), (parse_tags, TAG), (parse_stories, STORY)]
TEXTS = ("line", "text", "lines")


def entry(table: Table, word: str) -> str:
    """An entry of which every text holds a word."""
    return ", ".join(f'{field.name}: "{word} the port {field.name}"' for field in table if is_text(field))


def is_text(field: Field) -> bool:
    return field.kind.widget in TEXTS and not field.choices and field.kind.name != "a web address"


def brief(lines: str) -> tuple[Any, list[str]]:
    text = f"---\ntitle: Cranes\ndate: 2026-01-01\nsummary: s\n{lines}\n---\nThe port runs three cranes.\n"
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    return found, [one.code for one in diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize("key", HELD)
@pytest.mark.parametrize("field", LISTS, ids=lambda field: str(field.name))
def test_an_entry_of_any_list_that_is_held_back_is_left_out(field: Field, key: str) -> None:
    held, open_one = entry(field.inner, "Zeppelin"), entry(field.inner, "Harbour")
    found, codes = brief(f"{field.name}:\n  - {{{held}, {key} }}\n  - {{{open_one}}}")
    assert "hold-back" in codes or (field.name, key[:6]) == ("annotations", "status")
    assert "Zeppelin" not in repr([getattr(found, name) for name in field.attributes if found and codes])


@pytest.mark.parametrize("key", HELD)
def test_the_number_of_a_source_that_is_held_back_stays(key: str) -> None:
    found, codes = brief(
        f'sources:\n  - {{outlet: Zeppelin, title: "Zeppelin", url: "https://zeppelin.example/", {key} }}\n'
        "  - {outlet: Courier}\nkey_points:\n  - {text: Three cranes, quote: three cranes, source: 2}"
    )
    assert codes == ["hold-back"]
    assert [source.outlet for source in found.sources] == ["", "Courier"]
    assert found.key_points[0].source == 2
    assert "eppelin" not in repr(found)


@pytest.mark.parametrize("key", HELD)
@pytest.mark.parametrize(("parse", "table"), REGISTRY)
def test_an_entry_of_a_registry_file_that_is_held_back_is_left_out(parse: Any, table: Table, key: str) -> None:
    text = f"zeppelin: {{{entry(table, 'Zeppelin')}, {key} }}\nharbour:\n"
    found, diagnostics = parse(Source("briefings/x.yaml", text))
    assert [getattr(one, "slug", None) or one.id for one in found] == ["harbour"]
    assert "hold-back" in [one.code for one in diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize("name", [field.name for field in SETTINGS if is_text(field)])
def test_no_comment_of_a_setting_is_read(name: str) -> None:
    settings, _ = read_config(Source("site.yaml", f'{name}: "Harbour <!-- ask, Anna --> news"\n'), {})
    assert "Anna" not in repr(settings)


@pytest.mark.parametrize(
    ("parse", "name"),
    [(parse, field.name) for parse, table in REGISTRY for field in table if is_text(field)],
)
def test_no_comment_of_a_registry_file_is_read(parse: Any, name: str) -> None:
    found, _ = parse(Source("briefings/x.yaml", f'harbour: {{{name}: "Harbour <!-- ask, Anna --> news"}}\n'))
    assert "Anna" not in repr(found)


@pytest.mark.parametrize(
    ("outer", "name"),
    [("", field.name) for field in BRIEF if is_text(field)]
    + [(field.name, one.name) for field in LISTS for one in field.inner if is_text(one)],
)
def test_no_comment_in_the_front_matter_is_shown(outer: str, name: str) -> None:
    value = f'{name}: "Harbour <!-- ask Anna --> news"'
    found, _ = brief(
        f"{outer}:\n  - {{text: a, quote: three cranes, note: b, question: c, was: d, {value}}}" if outer else value
    )
    assert "Anna" not in repr(found)
