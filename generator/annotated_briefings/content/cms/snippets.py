"""Snippets of Visual Studio Code for the front matter of a brief, where its YAML extension completes nothing."""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from annotated_briefings.base.yaml.field_table import Field, Markdown, Table
from annotated_briefings.content.fields import BRIEF

_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_STOPS = {"lines": "[$%d]", "moment": f"{_TODAY} ${{%d:08:00}}"}
"""What is typed for a value, by the widget of its field; anything else is an empty place."""
_DATED_TODAY = frozenset({"date", "updated"})
_SELDOM = frozenset({"id", "prefix", "suffix", "reply_to", "lang", "licence", "brief"})
"""Fields of entries that few entries need."""


def snippets() -> str:
    """The text of .vscode/briefings.code-snippets: one snippet a field, one for one more entry of each list, and one
    for the front matter of a new brief."""
    made = {"brief": _snippet("brief", "front matter of a new brief", _new())}
    for field in BRIEF:
        if field.kind.widget == "hidden" or field.name == "id":
            continue
        made[field.name] = _snippet(field.name, field.doc, _lines(field, count(1)))
        if field.kind.widget == "groups":
            one = field.name.removesuffix("s")
            made[one] = _snippet(one, f"one more of {field.name}, in the column of the dash above", _entry(field.inner))
    return json.dumps(made, indent=2) + "\n"


def _snippet(prefix: str, doc: str, lines: Iterator[str]) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "description": doc, "body": list(lines)}


def _new() -> Iterator[str]:
    stops = count(1)
    yield "---"
    for field in BRIEF:
        if field.name == "id":
            yield "id: ${RANDOM_HEX}${RANDOM_HEX}"
        elif field.required or field.name == "date":
            yield from _lines(field, stops)
        elif field.new is not None:
            yield f"{field.name}: {_literal(field.new)}".rstrip()
    yield from ("---", "$0")


def _lines(field: Field, stops: Iterator[int]) -> Iterator[str]:
    widget = field.kind.widget
    if widget == "groups":
        yield f"{field.name}:"
        yield from (f"  {line}" for line in _entry(field.inner))
    elif field.inner:
        yield f"{field.name}:"
        for inner in field.inner:
            yield from (f"  {line}" for line in _lines(inner, stops))
    elif field.choices or widget == "switch":
        yield f"{field.name}: ${{{next(stops)}|{','.join(field.choices or ('true', 'false'))}|}}"
    elif widget == "lines" and field.kind.markdown is not Markdown.NONE:
        # A text may hold commas, at which names between brackets are parted.
        yield f"{field.name}:"
        yield f"  - ${next(stops)}"
    elif field.name in _DATED_TODAY:
        yield f"{field.name}: ${{{next(stops)}:{_TODAY}}}"
    else:
        yield f"{field.name}: {_STOPS.get(widget, '$%d') % next(stops)}"


def _entry(table: Table) -> Iterator[str]:
    stops = count(1)
    sign = "-"
    for field in table:
        if field.name not in _SELDOM:
            yield from (f"{sign} {line}" for line in _lines(field, stops))
            sign = " "


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
