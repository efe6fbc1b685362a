"""The settings of Front Matter CMS, an extension of Visual Studio Code: a form beside the text of a brief."""

import json
from typing import Any

from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.content.fields import BRIEF

_TYPES: dict[str, dict[str, Any]] = {
    "line": {"type": "string", "single": True},
    "text": {"type": "string"},
    "lines": {"type": "list"},
    # Its dates always have a day and an hour.
    "date": {"type": "string", "single": True},
    "moment": {"type": "string", "single": True},
    "number": {"type": "number"},
    "switch": {"type": "boolean"},
    "choice": {"type": "choice"},
    "group": {"type": "fields"},
}
"""Lists of entries are left out: its blocks write keys of their own into every entry."""


def front_matter_settings() -> str:
    """The text of frontmatter.json."""
    settings = {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.framework.id": "other",
        "frontMatter.content.publicFolder": "static",
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.draftField": {"name": "draft", "type": "boolean"},
        "frontMatter.content.pageFolders": [
            {"title": "Briefs", "path": "[[workspace]]/briefings", "contentTypes": ["default"]}
        ],
        "frontMatter.taxonomy.frontMatterType": "YAML",
        "frontMatter.taxonomy.contentTypes": [
            {"name": "default", "fileType": "md", "pageBundle": False, "clearEmpty": True, "fields": _fields(BRIEF)}
        ],
    }
    return json.dumps(settings, indent=2) + "\n"


def _fields(table: Table) -> list[dict[str, Any]]:
    return [_field(field) for field in table if field.kind.widget in _TYPES]


def _field(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": field.name,
        "title": field.name.replace("_", " ").capitalize(),
        "description": field.doc,
        **_TYPES[field.kind.widget],
    }
    if field.required:
        made["required"] = True
    if field.new in ("true", "false"):
        made["default"] = field.new == "true"
    if field.choices:
        made["choices"] = list(field.choices)
    if field.inner:
        made["fields"] = _fields(field.inner)
    return made
