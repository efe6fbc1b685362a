"""JSON Schemas of the files that editors write, for completion and checks in their editors (draft 2020-12)."""

from annotated_briefings.base.config import SETTINGS
from annotated_briefings.base.yaml.field_table import EMPTY, Table, object_schema, schema_text
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.own_page import PAGE


def all_schemas() -> dict[str, str]:
    """The text of the schema of each file, by the name of the file without its ending; ``brief`` and ``page`` are
    those of front matter."""
    return {
        "brief": schema_text("Front matter of a brief", object_schema(BRIEF)),
        "page": schema_text("Front matter of a page of the site's own", object_schema(PAGE)),
        "entities": _by_id("The entity registry: permanent id to entity", ENTITY),
        "tags": _by_id("The tag list: permanent slug to tag", TAG),
        "stories": _by_id("The list of stories: permanent id to story", STORY),
        "people": _by_id("The list of people: permanent id to person", PERSON),
        "site": schema_text("Settings of a site", object_schema(SETTINGS)),
    }


def _by_id(title: str, table: Table) -> str:
    entries = {"type": "object", "additionalProperties": {"anyOf": [object_schema(table), EMPTY]}}
    return schema_text(title, {"anyOf": [entries, EMPTY]})
