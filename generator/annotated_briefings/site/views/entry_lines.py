"""Entries of a field in words, where they are what their fields say and nothing else: on pages and in copies."""

from collections.abc import Iterator
from html import escape
from typing import Any

from annotated_briefings.base.dates import When
from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.i18n import Words
from annotated_briefings.base.yaml.field_table import Field, TextUse
from annotated_briefings.content.from_fields import field_texts


def line_html(field: Field, entry: Any, words: Words) -> str:
    """An entry as a line of HTML: each date in it, and each text that readers see, behind its label."""
    return " · ".join(
        f"{escape(words.text(f'{field.name}_{inner.name}'))}{words.text('colon')}{shown}"
        for inner in field.inner
        if (shown := _shown(inner, entry, words))
    )


def line_text(field: Field, entry: Any, words: Words) -> str:
    """The same as plain text."""
    return plain_text(line_html(field, entry, words))


def _shown(inner: Field, entry: Any, words: Words) -> str:
    value = getattr(entry, inner.attributes[0])
    if isinstance(value, When):
        return escape(words.date(value))
    return "" if inner.shown is TextUse.NO else words.join(_texts(inner, entry, value))


def _texts(inner: Field, entry: Any, value: Any) -> Iterator[str]:
    if "html" in inner.attributes:
        yield entry.html
    elif inner.kind.html:
        yield from filter(None, value if isinstance(value, tuple) else (value,))
    else:
        yield from map(escape, field_texts(inner, value))
