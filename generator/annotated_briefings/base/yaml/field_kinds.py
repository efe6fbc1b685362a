"""Kinds of fields that know nothing of news: texts, dates, numbers, choices, addresses, nested mappings."""

import re
from typing import Any

from annotated_briefings.base.meant.languages import is_language, language_meant
from annotated_briefings.base.paths import has_web_scheme, is_web_address
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.yaml.field_table import Field, FieldReader, Kind, in_quotes, object_schema, one_line
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.writer import in_brackets, listed, quoted

ANY_TEXT: dict[str, Any] = {"if": {"type": ["array", "object", "null"]}, "then": {"type": "string"}}
"""Schema of a text. Our reader keeps `1.10` and `Yes` as texts; to other tools they are numbers and booleans. Were it a
list of types, these tools would propose `true` and `false` for every text."""
MANY: dict[str, Any] = {"if": {"type": "array"}, "then": {"items": ANY_TEXT}, "else": ANY_TEXT}
"""Schema of a text or a list of texts."""
_DATE = {
    "type": ["string", "number"],
    "pattern": r"^\d{4}(-\d\d(-\d\d([T ].+)?)?)?$",
    "patternErrorMessage": "write a date, such as 2023-05-12, 2023-05 or 2023",
    "examples": ["2023", "2023-05", "2023-05-12"],
}
_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\d[T ] *\d\d?:\d\d.*$",
    "patternErrorMessage": "write a day and an hour, such as 2023-05-12 08:30",
    "examples": ["2023-05-12T08:30:00+02:00", "2023-05-12 08:30"],
}


WEB_ADDRESS: dict[str, Any] = {
    "type": "string",
    "pattern": "^https?://",
    "patternErrorMessage": "write a web address, which begins with https:// or http://",
}
"""Schema of a web address."""

_INNER = regex(r"(?<=[(<\"'“])https?://[^\s<>\"'“”()]+(?=[)>\"'”])")
"""A web address between brackets or quotation marks, as in Markdown and in mails."""
_BLANK = regex(r"\s")
_HOST = regex(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#]|$)")


def _fixed(schema: dict[str, Any]) -> Any:
    return lambda _: schema


def _listed(texts: Any) -> list[str]:
    return [listed(texts)]


def _in_brackets(value: Any) -> list[str]:
    return [in_brackets(value)]


def _below(texts: Any) -> list[str]:
    return ["", *(f"- {quoted(text)}" for text in texts)]


def _yes_or_no(value: Any) -> list[str]:
    return ["true" if value else "false"]


def read_text(fields: Fields, field: Field, _: Any) -> str:
    """A text as typed, trimmed, without comments."""
    return fields.text(field.name)


def read_word(fields: Fields, field: Field, _: Any) -> str:
    """A word, such as an id; a comment may follow it."""
    return fields.word(field.name)


def read_prose(fields: Fields, field: Field, _: Any) -> str:
    """A text as one paragraph."""
    return " ".join(fields.text(field.name).split())


def read_texts(fields: Fields, field: Field, _: Any) -> tuple[str, ...]:
    """A list of names; one text may hold several that commas part."""
    return fields.texts(field.name, names=True)


def read_choice(fields: Fields, field: Field, _: Any) -> str:
    """One of the choices of a field; the first where it is left out."""
    return fields.choice(field.name, field.choices, field.choices[0])


def read_address(fields: Fields, field: Field, _: Any) -> str:
    """A web address; empty where the text is none, which is reported."""
    text = fields.word(field.name)
    if text and (not is_web_address(text) or _BLANK.search(text)):
        message = f"`{shortened(text)}` is not a web address"
        fields.report("wrong-type", message, fields.place(field.name), address_remedy(text))
        return ""
    return text


def address_remedy(text: str, otherwise: str = "") -> str:
    """What to do about a text that must be a web address and is none: the address in it, where there is one."""
    if inner := _INNER.search(text):
        return f"write `{inner[0]}`"
    begun = has_web_scheme(text)
    whole = text if begun else f"https://{text.lstrip('/')}"
    _, slash, path = whole.removeprefix("https://").removeprefix("http://").partition("/")
    whole = whole[: -len(path)] + re.sub(r"\s+", "%20", path) if slash and path else whole
    if (begun or _HOST.match(text.lstrip("/"))) and is_web_address(whole) and not _BLANK.search(whole):
        return f"write `{whole}`"
    other = "it must start with `https://` or `http://`" if "://" in text and not begun else ""
    return otherwise or other or "copy it whole from the browser"


def read_language(fields: Fields, field: Field, _: Any) -> str:
    """The tag of a language; empty where the text is none, which is reported."""
    text = fields.word(field.name)
    if not text or is_language(text):
        return text
    meant = language_meant(text)
    remedy = f"write `{meant}`" if meant else "write its tag, such as `en`, `de` or `pt-BR`"
    fields.report("unknown-language", f"`{text}` is no language tag", fields.place(field.name), remedy)
    return ""


TEXT = Kind("a text", read_text, _fixed(ANY_TEXT), "line", in_quotes)
PROSE = Kind("a text", read_prose, _fixed(ANY_TEXT), "text", in_quotes)
WORD = Kind("a word", read_word, _fixed(ANY_TEXT), "line", one_line)
"""A text that YAML takes for nothing else."""
LANGUAGE = Kind("a language tag", read_language, _fixed(ANY_TEXT), "line", one_line)
TEXTS = Kind("a text or a list of texts", read_texts, _fixed(MANY), "lines", _listed)
DATE = Kind("a date", lambda fields, field, _: fields.when(field.name), _fixed(_DATE), "date", one_line)
MOMENT = Kind("a time", lambda fields, field, _: fields.moment(field.name), _fixed(_MOMENT), "moment", one_line)
FLAG = Kind(
    "true or false", lambda fields, field, _: fields.flag(field.name), _fixed({"type": "boolean"}), "switch", _yes_or_no
)
CHOICE = Kind("one of a few words", read_choice, lambda field: {"enum": list(field.choices)}, "choice", one_line)
ADDRESS = Kind("a web address", read_address, _fixed(WEB_ADDRESS), "line", in_quotes)
RECORD = Kind("written by import", read_text, _fixed({}), "hidden", one_line)
"""What import writes for itself, safe in YAML as it is; so are the others below, but for quotes and lines."""
RECORD_TEXT = Kind("written by import", read_text, _fixed({}), "hidden", in_quotes)
RECORD_LIST = Kind("written by import", read_text, _fixed({}), "hidden", _listed)
RECORD_GROUPS = Kind("written by import", read_text, _fixed({}), "groups", one_line)
RECORD_GROUP = Kind("written by import", read_text, _fixed({}), "hidden", _in_brackets)
RECORD_LINES = Kind("written by import", read_text, _fixed({}), "hidden", _below)


def count_kind(schema: dict[str, Any], read: FieldReader) -> Kind:
    """Whole numbers."""
    return Kind("a whole number", read, _fixed(schema), "number", one_line)


def group(read: FieldReader) -> Kind:
    """A nested mapping."""
    return Kind("fields of its own", read, lambda field: object_schema(field.inner), "group", one_line)


def groups(read: FieldReader, other: dict[str, Any] | None = None, name: str = "a list of entries") -> Kind:
    """A list of nested mappings; an entry that is no mapping may also be of another schema."""

    def schema(field: Field) -> dict[str, Any]:
        return {"type": "array", "items": mapping_or(other, field) if other else object_schema(field.inner)}

    return Kind(name, read, schema, "groups", one_line)


def mapping_or(other: dict[str, Any], field: Field) -> dict[str, Any]:
    """The schema of a mapping, or of what is none. Were it a list of alternatives, tools would report of a slip in the
    one that it is not the other."""
    return {"if": {"type": ["object", "null"]}, "then": object_schema(field.inner), "else": other}
