"""The configuration of Sveltia CMS and Decap CMS: a form for the front matter of briefs."""

import json
from collections.abc import Iterator
from typing import Any

from annotated_briefings.base.yaml.field_table import Field, Table
from annotated_briefings.content.fields import BRIEF

_WIDGETS = {
    "line": {"widget": "string"},
    "text": {"widget": "text"},
    "lines": {"widget": "list"},
    # Their date widgets write a day and an hour where only the month is known.
    "date": {"widget": "string"},
    "moment": {"widget": "string"},
    "number": {"widget": "number", "value_type": "int"},
    "switch": {"widget": "boolean"},
    "choice": {"widget": "select"},
    "group": {"widget": "object"},
    "groups": {"widget": "list"},
}


_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Edit briefs</title>
</head>
<body>
<script src="sveltia-cms.js" onerror="document.body.textContent = this.dataset.missing"
  data-missing="Put sveltia-cms.js of the npm package @sveltia/cms into this folder, and load the page again."></script>
</body>
</html>
"""


def sveltia_page() -> str:
    """The text of admin/index.html, which opens the form with the program that lies beside it."""
    return _PAGE


def sveltia_config() -> str:
    """The text of admin/config.yml."""
    collection = {
        "name": "briefings",
        "label": "Briefs",
        "label_singular": "Brief",
        "folder": "briefings",
        "path": "{{year}}/{{slug}}",
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": "title",
        "fields": [*_fields(BRIEF), {"name": "body", "label": "Text", "widget": "markdown"}],
    }
    config = {
        "backend": {"name": "github", "repo": "owner/repository", "branch": "main"},
        "media_folder": "static/img",
        "public_folder": "/img",
        # An empty field that can hold a brief back would hold it back.
        "output": {"omit_empty_optional_fields": True},
        "collections": [collection],
    }
    return "\n".join(["# Write the name of your repository below `backend`.", *_lines(config), ""])


def _fields(table: Table) -> list[dict[str, Any]]:
    return [_field(field) for field in table]


def _field(field: Field) -> dict[str, Any]:
    if field.kind.widget == "hidden":
        return {"name": field.name, "widget": "hidden"}
    made: dict[str, Any] = {
        "name": field.name,
        "label": field.name.replace("_", " ").capitalize(),
        "hint": field.doc,
        "required": field.required,
        **_WIDGETS[field.kind.widget],
    }
    if field.new in ("true", "false"):
        made["default"] = field.new == "true"
    if field.choices:
        made["options"] = list(field.choices)
    if field.inner:
        made["fields"] = _fields(field.inner)
    return made


def _lines(value: dict[str, Any] | list[Any]) -> Iterator[str]:
    """YAML with texts between double quotes, as in JSON."""
    pairs = value.items() if isinstance(value, dict) else ((None, one) for one in value)
    for key, one in pairs:
        head = f"{key}:" if key else "-"
        if not isinstance(one, dict | list) or not one:
            yield f"{head} {json.dumps(one, ensure_ascii=False)}"
        elif key:
            yield head
            yield from (f"  {line}" for line in _lines(one))
        else:
            first, *more = _lines(one)
            yield f"- {first}"
            yield from (f"  {line}" for line in more)
