"""What is made by walking over the tables of fields: texts that readers see, parts of copies, front matter written."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_table import Copy, Field, Markdown, Part, Table, TextUse, write_table
from annotated_briefings.base.yaml.patch import Path
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.model import Ref


def shown_texts(table: Table, value: Any, *shown: TextUse) -> Iterator[str]:
    """The texts of a brief or an entry that readers see, as plain text; ``shown`` says which of them."""
    for field, owner in _shown_fields(table, value):
        if field.shown in shown:
            for name in field.attributes if field.inner else field.attributes[:1]:
                yield from field_texts(field, getattr(owner, name))


def kept_texts(table: Table, value: Any) -> Iterator[str]:
    """The texts of a brief or an entry that readers see, as the model keeps them: as HTML, or else plain."""
    for field, owner in _shown_fields(table, value):
        for name in ("html",) if "html" in field.attributes else field.attributes:
            kept = getattr(owner, name)
            yield from (one for one in (kept if isinstance(kept, tuple) else (kept,)) if isinstance(one, str))


def markdown_html(table: Table, value: Any) -> Iterator[str]:
    """The texts of a brief or an entry that are read as Markdown, as HTML; not the text of the brief itself."""
    for field, owner in _shown_fields(table, value):
        if "html" in field.attributes:
            yield owner.html
        elif field.kind.html:
            found = getattr(owner, field.attributes[0])
            yield from found if isinstance(found, tuple) else (found,)


def with_html(table: Table, value: Any, change: Callable[[str], str]) -> Any:
    """A brief or an entry whose texts that are read as Markdown have other HTML; the plain text of each is made anew.
    The text of the brief itself stays as it is."""
    changed: dict[str, Any] = {}
    for field in table:
        if field.shown is TextUse.NO:
            continue
        own = field.attributes[0]
        found = getattr(value, own)
        if field.inner and field.fills is None:
            several = isinstance(found, tuple)
            entries = [with_html(field.inner, one, change) for one in (found if several else (found,)) if one]
            changed[own] = tuple(entries) if several else (entries or (found,))[0]
        elif "html" in field.attributes:
            html = change(value.html)
            if html != value.html:
                changed |= {"html": html} | ({"text": plain_text(html)} if "text" in field.attributes else {})
        elif field.kind.html:
            changed[own] = tuple(map(change, found)) if isinstance(found, tuple) else change(found)
    return replace(value, **changed) if changed else value


def plain_texts(table: Table, value: Any) -> Iterator[tuple[str, str]]:
    """The sentences of a brief or an entry that readers see and that are no Markdown, each with the name of its field;
    not the text of the brief itself."""
    for field, owner in _shown_fields(table, value):
        if field.shown is TextUse.TEXT and not field.kind.html and "html" not in field.attributes and not field.inner:
            yield from ((field.name, text) for text in field_texts(field, getattr(owner, field.attributes[0])))


def _shown_fields(table: Table, value: Any) -> Iterator[tuple[Field, Any]]:
    """The fields that readers see, each with the brief or the entry that has it."""
    for field in table:
        if field.shown is TextUse.NO:
            continue
        if field.inner and field.fills is None:
            found = getattr(value, field.attributes[0])
            for entry in found if isinstance(found, tuple) else (found,) if found else ():
                yield from _shown_fields(field.inner, entry)
        else:
            yield field, value


def markdown_paths(form: Markdown, table: Table = BRIEF) -> Iterator[Path]:
    """The names of the fields whose texts are read as Markdown of one form, each with those that it is in."""
    for field in table:
        if field.kind.markdown is form:
            yield (field.name,)
        yield from ((field.name, *path) for path in markdown_paths(form, field.inner))


def field_texts(field: Field, value: Any) -> Iterator[str]:
    """The texts of a field without entries, as plain text."""
    for one in value if isinstance(value, tuple) else (value,):
        text = one.text if isinstance(one, Ref) else one
        if text:
            yield plain_text(text) if field.kind.html else text


def write_brief(values: Mapping[str, Any]) -> list[str]:
    """The lines of the front matter of a brief with some values, by key; see ``write_table``."""
    return write_table(BRIEF, values)


def new_brief(values: Mapping[str, Any]) -> list[str]:
    """The lines of the front matter of a new brief: some values, and what editors are offered to fill in."""
    out: list[str] = []
    for field in BRIEF:
        if field.name in values:
            out += write_table((field,), {field.name: values[field.name]})
        elif field.new is not None:
            out.append(f"{field.name}: {field.new}".rstrip())
    return out


def parts_of(part: Part, copy: Copy) -> tuple[Field, ...]:
    """The fields that are in a part of a copy, in order."""
    return tuple(field for field in BRIEF if field.part is part and copy not in field.left_out_of)


def example_of(field: Field) -> str:
    """A value of a field as an editor would write it, in YAML on one line."""
    if not field.inner:
        return field.example
    entry = "{" + ", ".join(f"{one.name}: {example_of(one)}" for one in field.inner) + "}"
    return f"[{entry}]" if field.kind.widget == "groups" else entry
