"""JSON Schemas of the files that editors write, for completion and checks in their editors (draft 2020-12)."""

import json
from typing import Any

from annotated_briefings.base.config import SETTINGS
from annotated_briefings.base.yaml.field_table import object_schema
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG


def brief_schema() -> dict[str, Any]:
    """The front matter of a brief."""
    return _schema("brief", "Front matter of a brief", object_schema(BRIEF))


def entities_schema() -> dict[str, Any]:
    """briefings/entities.yaml."""
    return _schema("entities", "The entity registry: permanent id to entity", _by_id(object_schema(ENTITY)))


def tags_schema() -> dict[str, Any]:
    """briefings/tags.yaml."""
    return _schema("tags", "The tag list: permanent slug to tag", _by_id(object_schema(TAG)))


def stories_schema() -> dict[str, Any]:
    """briefings/stories.yaml."""
    return _schema("stories", "The list of stories: permanent id to story", _by_id(object_schema(STORY)))


def people_schema() -> dict[str, Any]:
    """briefings/people.yaml."""
    return _schema("people", "The list of people: permanent id to person", _by_id(object_schema(PERSON)))


def site_schema() -> dict[str, Any]:
    """site.yaml."""
    return _schema("site", "Settings of a site", object_schema(SETTINGS))


def _by_id(entry: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["object", "null"], "additionalProperties": {"anyOf": [entry, {"type": "null"}]}}


def _schema(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema, "$comment": name}


def all_schemas() -> dict[str, str]:
    """File name to the text of each schema."""
    made = (brief_schema(), entities_schema(), tags_schema(), stories_schema(), people_schema(), site_schema())
    return {f"{schema['$comment']}.schema.json": json.dumps(schema, indent=1) + "\n" for schema in made}
