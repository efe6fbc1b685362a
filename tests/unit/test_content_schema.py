"""The JSON Schemas of briefs, registries and settings."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content.own_page import parse_page
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_people, parse_stories, parse_tags
from annotated_briefings.content.schema import all_schemas
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.intake.decisions import decisions_schema, read_decisions
from annotated_briefings.project.settings import read_settings

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "site"


class Loader(yaml.CSafeLoader):
    """YAML as tools read it, but with dates as texts."""


Loader.yaml_implicit_resolvers = {
    key: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for key, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(name: str) -> Any:
    return json.loads(all_schemas()[name])


def checked(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader))]


def test_our_own_sites_keep_to_the_schemas(tmp_path: Path) -> None:
    create_site(tmp_path / "new")
    for root in (tmp_path / "new", GOLDEN, ROOT):
        assert checked("site", (root / "site.yaml").read_text(encoding="utf-8")) == []
        for name in ("entities", "tags", "stories"):
            path = root / "briefings" / f"{name}.yaml"
            if path.exists():
                assert checked(name, path.read_text(encoding="utf-8")) == [], path
        for path in (root / "briefings").rglob("*.md"):
            assert checked("brief", path.read_text(encoding="utf-8").split("---\n")[1]) == [], path
        for path in (root / "pages").glob("*.md"):
            assert checked("page", path.read_text(encoding="utf-8").split("---\n")[1]) == [], path


def test_the_schemas_know_the_fields_that_we_read_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[frozenset[str]] = []
    finish = Fields.finish

    def noted(fields: Fields) -> None:
        asked.append(frozenset(fields._asked))
        finish(fields)

    monkeypatch.setattr(Fields, "finish", noted)
    parse_brief(
        Source(
            "a.md",
            "---\ntitle: A\nkey_points: [{text: x}]\nfigures: [{value: 1}]\nsources: [{outlet: x}]\n"
            "annotations: [{quote: x}]\ncorrections: [{was: x}]\nanswers: [{question: x}]\n"
            "entities: {about: [x]}\nimage: {src: x}\n---\n",
        )
    )
    parse_entities(Source("e", "a: {name: A}"))
    parse_tags(Source("t", "a: {label: A}"))
    parse_stories(Source("s", "a: {title: A}"))
    parse_page(Source("pages/a.md", "---\ntitle: A\n---\n"))
    parse_people(Source("p", "a: {name: A}"))
    settings = (
        "title: A\ncheck: {ignore: [undated]}\nimport: {fields: {title: x}}\nfeeds: [{url: 'https://a.example/'}]\n"
    )
    read_settings(Source("site.yaml", settings))
    read_decisions(Source("decisions.yaml", "- {reject: 3f2a1b9c0d1e}\n"))
    known: set[frozenset[str]] = set()

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "properties" in node:
                known.add(frozenset(node["properties"]))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    for text in (*all_schemas().values(), decisions_schema()):
        walk(json.loads(text))
    assert set(asked) == known


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief", "titel: A\n"),
        ("brief", "title: A\nannotations: [{quote: x, note: y, kind: remark}]\n"),
        ("brief", "title: A\nsources: [{url: example.org}]\n"),
        ("brief", "title: A\ndate: yesterday\n"),
        ("entities", "a: {type: thing}\n"),
        ("tags", "a: [x]\n"),
        ("site", "base_url: example.org\n"),
    ],
)
def test_mistakes_are_found_while_typing(name: str, text: str) -> None:
    assert checked(name, text) != []
