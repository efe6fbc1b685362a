"""Tables of fields: each key of a mapping once, with everything that is made from it.

Reading, JSON Schemas, what editors are told, forms and writing all walk over such a table, so that a new field cannot
be forgotten in one of them. The tables themselves are in ``content.fields`` (briefs and registry files) and
``base.config`` (settings).
"""

import json
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.writer import quoted


class TextUse(StrEnum):
    """What readers of the site see of the text of a field."""

    TEXT = "text"
    """Its sentences. The leak check looks for those of everything that is not public."""
    NAME = "name"
    """A name or a short fact that many briefs and pages share. It may appear anywhere, so it is not looked for."""
    NO = "no"
    """Nothing: it decides something, or is a record of import's own."""


class Part(StrEnum):
    """Where a field is in the copies of a brief: Markdown twin, feeds and search records."""

    NONE = "none"
    """It is no part of them, or a part that no other field is like, such as the title."""
    BEFORE = "before"
    """Before the text."""
    AFTER = "after"
    """After the text."""


class Copy(StrEnum):
    """Copies of a brief that hold its fields."""

    TWIN = "twin"
    """The Markdown twin."""
    FEED = "feed"
    """The entry in feeds."""
    SEARCH = "search"
    """The record in the search index."""


class Markdown(StrEnum):
    """What of Markdown the texts of a field are read as."""

    NONE = "none"
    """They are plain."""
    INLINE = "inline"
    """A line without blocks."""
    BLOCKS = "blocks"
    """A text with blocks."""


class Quoting(StrEnum):
    """Whose words a text has between quotation marks, or as a block of quoted text."""

    SOURCES = "sources"
    """Those of the sources of its brief."""
    OTHERS = "others"
    """Those of the sources too, of the brief itself, or of somebody to whom it links."""
    NONE = "none"
    """Nobody's that could be looked up: it is looked up as a whole, was wrong, or is copied from elsewhere."""


FieldReader = Callable[[Fields, "Field", Any], Any]
"""Reads one field of a mapping. The third argument is what the readers of this table may look at besides."""


class Kind(Value):
    """How the values of some fields are read, written, checked and typed in."""

    name: str
    """What documentation calls such a value."""
    read: FieldReader
    """Reads it. Gives one value, or a tuple of them for a field that fills several attributes."""
    schema: Callable[["Field"], dict[str, Any]]
    """Its JSON Schema, without description."""
    widget: str
    """The widget of a form: ``line``, ``text``, ``lines``, ``date``, ``moment``, ``number``, ``switch``, ``choice``,
    ``group`` (a form of its own), ``groups`` (a list of them), or ``hidden``."""
    write: Callable[[Any], list[str]]
    """Writes a value as YAML: what is after the colon, then the lines below, without their indent."""
    html: bool = False
    """Whether the model holds the text as HTML."""
    markdown: Markdown = Markdown.NONE
    """What of Markdown its texts are read as; of a list of entries, those entries that are a text alone."""
    entry: type[Value] | None = None
    """The class of its entries, where they are what their fields say and nothing else; these are shown and written in
    one way wherever a brief is."""


class Field(Value):
    """One key of a mapping."""

    name: str
    """The key."""
    kind: Kind
    """What its values are."""
    shown: TextUse
    """What readers see of its text."""
    doc: str
    """What it is, in one line without a full stop."""
    example: str = ""
    """A value as an editor would write it, in YAML on one line; fields with entries have the examples of those."""
    fills: tuple[str, ...] | None = None
    """Attributes of the model that it fills; that of its own name where none is given. The text that readers see is
    in the first. Empty for what is written for others than our model."""
    required: bool = False
    """Whether editors are told that it is required."""
    choices: tuple[str, ...] = ()
    """The only values that it may have; the first is meant where it is left out."""
    inner: tuple["Field", ...] = ()
    """Fields of its entries."""
    part: Part = Part.NONE
    """Where it is in copies of a brief."""
    heading: str = ""
    """The key in words.yaml of its heading in copies and on the page; its name where none is given."""
    left_out_of: tuple[Copy, ...] = ()
    """Copies that do without it."""
    section: str = ""
    """Id of its own section after the text on the page of a brief; empty where the page has a special place for it."""
    json_ld: str = ""
    """Property of schema.org that carries it in the JSON-LD of a brief."""
    holds_back: bool = False
    """Whether it can keep a text from being public: where its value cannot be used, nothing is published."""
    quoting: Quoting = Quoting.SOURCES
    """Whose words it quotes, where it is a text that readers see."""
    also: tuple[str, ...] = ()
    """What other tools and other languages call it, in small letters: an unknown key of such a name means this one."""
    new: str | None = None
    """What a brief that ``briefings new`` makes has for it, in YAML; None for nothing."""

    @property
    def attributes(self) -> tuple[str, ...]:
        """Attributes of the model that it fills."""
        return (self.name,) if self.fills is None else self.fills


Table = tuple[Field, ...]
"""All fields of a mapping, in the order in which they are written and documented."""


def read_table(table: Iterable[Field], fields: Fields, about: Any = None) -> dict[str, Any]:
    """The values of a mapping by attribute of the model. Keys that the table lacks are left to ``Fields.finish``."""
    out: dict[str, Any] = {}
    for field in table:
        if field.holds_back:
            fields.hold_back(field.name, field.choices)
        if field.also:
            fields.lacking.called.append((field.also, field.name))
        fills = field.fills
        if fills is None:
            out[field.name] = field.kind.read(fields, field, about)
        elif len(fills) == 1:
            out[fills[0]] = field.kind.read(fields, field, about)
        elif fills:
            out.update(zip(fills, field.kind.read(fields, field, about), strict=True))
    return out


def read_entry(table: Iterable[Field], fields: Fields, about: Any = None) -> dict[str, Any]:
    """The same for a mapping of its own, whose unknown keys are reported."""
    out = read_table(table, fields, about)
    fields.finish()
    return out


def key_for(table: Table, text: str) -> str:
    """The key that a text is likely meant for which stands for a whole entry: an address for one, any other for the
    first that is no id."""
    is_address = has_web_scheme(text)
    address = next((field.name for field in table if field.kind.name == "a web address"), "")
    first = next((field.name for field in table if field.required), "")
    return (
        (address if is_address else "")
        or first
        or next(f.name for f in table if f.name != "id" and f.kind.widget in ("line", "text"))
    )


def with_other_names(table: Table, names: Mapping[str, str]) -> Table:
    """A table whose fields know their other names. Raises KeyError for a field that the table lacks."""
    if unknown := names.keys() - {field.name for field in table}:
        raise KeyError(", ".join(sorted(unknown)))
    return tuple(replace(field, also=tuple(names.get(field.name, "").split())) for field in table)


def write_table(table: Table, values: Mapping[str, Any]) -> list[str]:
    """The lines of a YAML mapping with some values, by key, in the order of the table.

    An entry is a mapping of its own. Raises KeyError for a key that the table lacks.
    """
    if unknown := values.keys() - {field.name for field in table}:
        raise KeyError(", ".join(sorted(unknown)))
    out: list[str] = []
    for field in table:
        if field.name in values:
            value = values[field.name]
            first, *more = _nested(field.inner, value) if field.inner else field.kind.write(value)
            out += [f"{field.name}: {first}" if first else f"{field.name}:", *(f"  {line}" for line in more)]
    return out


def _nested(table: Table, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return ["", *write_table(table, value)]
    out = [""]
    for entry in value:
        first, *more = write_table(table, entry)
        out += [f"- {first}", *(f"  {line}" for line in more)]
    return out


EMPTY: dict[str, Any] = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""Schema of no value. Written in this way, it makes no tool propose `null`."""


def object_schema(table: Table, description: str = "") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a mapping with these fields and no other. A field that is empty counts as left
    out, unless it is required or could hold something back."""
    properties: dict[str, Any] = {}
    for field in table:
        schema = field.kind.schema(field)
        if schema and not field.required and not field.holds_back:
            schema = {"anyOf": [schema, EMPTY]}
        properties[field.name] = {**schema, "description": field.doc}
    found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [field.name for field in table if field.required]:
        found["required"] = required
    if description:
        found["description"] = description
    return found


def schema_text(title: str, schema: dict[str, Any]) -> str:
    """The text of a file with the JSON Schema of a whole file."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
    return json.dumps(whole, indent=1) + "\n"


def one_line(value: Any) -> list[str]:
    """A value that is safe in YAML as it is, such as a date or a word."""
    return [str(value)]


def in_quotes(value: Any) -> list[str]:
    """A text, in quotes where YAML would take it for something else."""
    return [quoted(value)]


class FormField(Value):
    """What a form must know of a field."""

    name: str
    """The key that it changes."""
    widget: str
    """One of the widgets of ``Kind``."""
    help: str
    """What it is, in one line."""
    example: str
    """A value as an editor would write it."""
    required: bool
    """Whether it must be filled in."""
    choices: tuple[str, ...]
    """The only values that it may have; empty where any will do."""
    inner: tuple["FormField", ...]
    """The fields of its entries."""


def form_of(table: Table) -> tuple[FormField, ...]:
    """The form of a mapping; what import keeps for itself is not in it."""
    return tuple(
        FormField(
            field.name,
            field.kind.widget,
            field.doc,
            field.example,
            field.required,
            field.choices,
            form_of(field.inner),
        )
        for field in table
        if field.kind.widget != "hidden"
    )
