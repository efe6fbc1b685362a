"""JSON Schemas of the files that editors write, for completion and checks in their editors (draft 2020-12)."""

import json
from typing import Any

from annotated_briefings.base.config import PARTS
from annotated_briefings.content.model import ENTITY_TYPES, KINDS

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""Our loader keeps `1.10` and `Yes` as texts; to other tools they are numbers and booleans."""
_LIST = {"type": "array", "items": _TEXT}
_MANY = {"anyOf": [_TEXT, _LIST]}
_DATE = {
    "type": ["string", "number"],
    "pattern": r"^\d{4}(-\d\d(-\d\d(T.+)?)?)?$",
    "examples": ["2023", "2023-05", "2023-05-12"],
}
_MOMENT = {"type": "string", "format": "date-time", "examples": ["2023-05-12T08:30:00+02:00"]}
_NUMBER = {"type": "integer", "minimum": 1, "description": "number of the source, from 1"}


def _object(properties: dict[str, Any], *required: str, description: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        found["required"] = list(required)
    if description:
        found["description"] = description
    return found


def _said(kind: dict[str, Any], description: str) -> dict[str, Any]:
    return {**kind, "description": description}


def _entries(item: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": item, "description": description}


def brief_schema() -> dict[str, Any]:
    """The front matter of a brief."""
    point = _object(
        {
            "text": _said(_TEXT, "the point, one line of Markdown"),
            "quote": _said(_TEXT, "the receipt: words of the text, or of the collected article"),
            "source": _NUMBER,
        },
        "text",
    )
    figure = _object(
        {
            "value": _said(_TEXT, "the number as written"),
            "unit": _said(_TEXT, "such as %"),
            "what": _said(_TEXT, "what it measures"),
            "as_of": _said(_DATE, "the time it is true for"),
            "source": _NUMBER,
            "quote": _said(_TEXT, "its words in the text"),
        },
        "value",
        "what",
    )
    source = _object(
        {
            "outlet": _said(_TEXT, "who published it"),
            "title": _said(_TEXT, "headline there"),
            "url": {"type": "string", "pattern": "^https?://"},
            "author": _TEXT,
            "published": _DATE,
            "role": _said(_TEXT, "original, copy, version, or a word of your own"),
            "lang": _said(_TEXT, "language of its headline and quotes, where it is another"),
        }
    )
    note = _object(
        {
            "id": _said(_TEXT, "permanent id; made from the quote where it is missing"),
            "quote": _said(_TEXT, "the words that the note is on"),
            "prefix": _said(_TEXT, "the words before them"),
            "suffix": _said(_TEXT, "the words after them"),
            "kind": {"enum": list(KINDS)},
            "author": _TEXT,
            "date": _DATE,
            "status": {"enum": ["public", "draft"]},
            "note": _said(_TEXT, "the remark, as Markdown"),
        },
        "quote",
        "note",
    )
    correction = _object(
        {
            "date": _DATE,
            "was": _said(_TEXT, "the wrong words"),
            "now": _said(_TEXT, "the right ones"),
            "why": _said(_TEXT, "how it came about"),
        }
    )
    answer = {
        "anyOf": [
            _TEXT,
            _object(
                {
                    "question": _said(_TEXT, "as it stands in the `unknowns` of the other brief"),
                    "brief": _said(_TEXT, "the other brief, where several ask the same"),
                    "answer": _said(_TEXT, "one line of Markdown"),
                },
                "question",
            ),
        ]
    }
    entities = {
        "anyOf": [_MANY, _object({"about": _MANY, "mentions": _MANY})],
        "description": "what the brief is about, and what it merely names",
    }
    return _schema(
        "brief",
        "Front matter of a brief",
        _object(
            {
                "title": _said(_TEXT, "the headline"),
                "slug": _said(_TEXT, "last part of the address (default: from the file name)"),
                "date": _said(_DATE, "date of the news, as precisely as known"),
                "updated": _said(_DATE, "the last change that readers should know of"),
                "summary": {**_TEXT, "description": "one or two sentences for lists, feeds and search results"},
                "why_it_matters": _MANY,
                "what_next": _MANY,
                "unknowns": _said(_MANY, "open questions"),
                "key_points": _entries({"anyOf": [_TEXT, point]}, "points, each with its receipt"),
                "figures": _entries(figure, "numbers worth knowing"),
                "entities": entities,
                "tags": _said(_MANY, "subject labels"),
                "story": _said(_TEXT, "id of the story that it belongs to"),
                "sources": _entries(source, "where the facts come from"),
                "annotations": _entries(note, "notes, each fixed to words of the text"),
                "corrections": _entries(correction, "what was wrong and was put right"),
                "answers": _entries(answer, "questions of other briefs that this one answers"),
                "lang": _said(_TEXT, "language tag, where it is not that of the site"),
                "draft": {"type": "boolean", "description": "never published while true"},
                "publish_at": _said(_MOMENT, "not published before"),
                "embargo_until": _said(_MOMENT, "not published before, whatever else is said"),
                "expires_at": _said(_MOMENT, "not published from then on"),
                "redirect_from": _said(_MANY, "old addresses, such as /old/address/"),
                "image": _object(
                    {
                        "src": _said(_TEXT, "file under static/ or beside the brief, or web address"),
                        "alt": _said(_TEXT, "what it shows"),
                        "credit": _TEXT,
                    },
                    "src",
                    "alt",
                ),
                "imported": {"type": "object", "description": "written by import; leave it as it is"},
            },
            "title",
        ),
    )


def entities_schema() -> dict[str, Any]:
    """briefings/entities.yaml."""
    entry = _object(
        {
            "name": _said(_TEXT, "the name shown"),
            "type": {"enum": list(ENTITY_TYPES)},
            "aliases": _said(_MANY, "other names, linked in texts too"),
            "description": _said(_TEXT, "one or two sentences"),
            "same_as": _said(_MANY, "addresses of the same thing elsewhere, such as Wikidata"),
            "website": {"type": "string", "pattern": "^https?://"},
            "ticker": _TEXT,
            "parent": _said(_TEXT, "id of the entity that it belongs to"),
            "was": _said(_MANY, "former names"),
            "merged_into": _said(_TEXT, "id of the entity that took its place"),
            "ambiguous": _said(_MANY, "names that count only where a brief lists the entity"),
            "requires": _said(_MANY, "words of which one must occur in a brief before any name counts"),
        }
    )
    return _schema("entities", "The entity registry: permanent id to entity", _by_id(entry))


def tags_schema() -> dict[str, Any]:
    """briefings/tags.yaml."""
    entry = _object(
        {
            "label": _said(_TEXT, "the label shown"),
            "aliases": _said(_MANY, "other labels that mean the same"),
            "parent": _said(_TEXT, "the wider tag"),
            "description": _said(_TEXT, "one or two sentences"),
            "keywords": _said(_MANY, "words that suggest the tag during import"),
        }
    )
    return _schema("tags", "The tag list: permanent slug to tag", _by_id(entry))


def stories_schema() -> dict[str, Any]:
    """briefings/stories.yaml."""
    entry = _object({"title": _TEXT, "description": _said(_TEXT, "one or two sentences")})
    return _schema("stories", "The list of stories: permanent id to story", _by_id(entry))


def site_schema() -> dict[str, Any]:
    """site.yaml."""
    count = {"type": "integer", "minimum": 1}
    fields = dict.fromkeys(("title", "text", "html", "author", "outlet", "published", "date", "url"), _MANY)
    return _schema(
        "site",
        "Settings of a site",
        _object(
            {
                "title": _said(_TEXT, "name of the site"),
                "description": _said(_TEXT, "one sentence for search results"),
                "base_url": {"type": "string", "pattern": "^https?://", "description": "where the site will be served"},
                "language": _said(_TEXT, "language tag, such as en or de"),
                "time_zone": _said(_TEXT, "such as Europe/Berlin"),
                "editor": _said(_TEXT, "who publishes the site"),
                "footer": _said(_TEXT, "a line for the foot of every page"),
                "home_briefs": _said(count, "briefs on the front page"),
                "feed_briefs": _said(count, "briefs in a feed"),
                "list_length": _said(count, "entries on a page of a long list"),
                "search": {"type": "boolean", "description": "whether there is a search page"},
                "news_sitemap": {
                    "type": "boolean",
                    "description": "whether there is a sitemap of the last two days' briefs",
                },
                "social_images": {
                    "type": "boolean",
                    "description": "whether each brief gets a picture for other sites",
                },
                "social_font": _said(_TEXT, "font file under static/ for these pictures"),
                "leave_out": {
                    "type": ["array", "string"],
                    "items": {"enum": list(PARTS)},
                    "description": "parts of the output that are not made",
                },
                "editor_url": _said(
                    _TEXT, "address that opens a file from the preview, such as vscode://file/{path}:{line}"
                ),
                "check": _object(
                    {
                        "ignore": _said(_MANY, "codes of warnings and hints that are not shown"),
                        "per_path": {
                            "type": "object",
                            "additionalProperties": _MANY,
                            "description": "pattern of paths, such as briefings/2023/*, to codes not shown there",
                        },
                    },
                    description="which warnings and hints are not shown",
                ),
                "import": _object(
                    {
                        "fields": _object(fields, description="what collected JSON calls its fields"),
                        "fold_from": {
                            "type": "number",
                            "exclusiveMinimum": 0,
                            "maximum": 1,
                            "description": "least likeness from which a text is folded into another; 1 for equal ones",
                        },
                    }
                ),
            }
        ),
    )


def _by_id(entry: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["object", "null"], "additionalProperties": {"anyOf": [entry, {"type": "null"}]}}


def _schema(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema, "$comment": name}


def all_schemas() -> dict[str, str]:
    """File name to the text of each schema."""
    made = (brief_schema(), entities_schema(), tags_schema(), stories_schema(), site_schema())
    return {f"{schema['$comment']}.schema.json": json.dumps(schema, indent=1) + "\n" for schema in made}
