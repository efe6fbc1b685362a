"""Forms of other editors are made from the table of fields, and are what these editors read."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from command_line import call
from programs import lacking

from annotated_briefings.base.yaml.field_table import Table
from annotated_briefings.content.cms.front_matter import front_matter_settings
from annotated_briefings.content.cms.sveltia import sveltia_config
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.editing.scaffold import create_site

SCHEMA = Path(__file__).parents[1] / "validators/node_modules/@sveltia/cms/schema/sveltia-cms.json"


def names(fields: list[dict[str, Any]]) -> list[Any]:
    return [[field["name"], names(field["fields"])] if "fields" in field else field["name"] for field in fields]


def of_table(table: Table, *left_out: str) -> list[Any]:
    kept = [field for field in table if field.kind.widget not in left_out]
    return [
        [field.name, of_table(field.inner, *left_out)] if field.inner and field.kind.widget != "hidden" else field.name
        for field in kept
    ]


def test_sveltia_has_each_field_of_a_brief_and_its_text() -> None:
    (collection,) = yaml.safe_load(sveltia_config())["collections"]
    assert names(collection["fields"]) == [*of_table(BRIEF), "body"]


def test_front_matter_cms_has_each_field_but_lists_of_entries_and_what_import_keeps() -> None:
    (kind,) = json.loads(front_matter_settings())["frontMatter.taxonomy.contentTypes"]
    assert names(kind["fields"]) == of_table(BRIEF, "groups", "hidden")


def test_the_configuration_of_sveltia_keeps_to_its_own_schema() -> None:
    if not SCHEMA.exists():
        lacking("@sveltia/cms")
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(yaml.safe_load(sveltia_config()))] == []


def test_init_writes_the_forms_only_when_asked_and_into_a_site_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    forms = {"admin/config.yml", "admin/index.html", "frontmatter.json"}
    assert not forms & set(create_site(site).paths)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert call(capsys, site, "init", str(site), "--cms")[0] == 0
    assert (site / "frontmatter.json").read_text(encoding="utf-8") == front_matter_settings()
    assert (site / "admin" / "config.yml").read_text(encoding="utf-8") == sveltia_config()
    assert {path: path.read_bytes() for path in before} == before
    assert forms <= set(create_site(tmp_path / "new", cms=True).paths)
