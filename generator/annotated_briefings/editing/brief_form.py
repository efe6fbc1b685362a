"""The form of a brief: the values of its fields as they were typed, and the smallest edit of its file that gives other
ones.

The form is made from the table of fields, so that every field can be edited; comments, order, quotes and unknown keys
of the file stay. A value is a text, a list of texts, a mapping of a group, or a list of such mappings.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml import nodes
from annotated_briefings.base.yaml.field_table import Field, Table, TextUse
from annotated_briefings.base.yaml.names import split_names
from annotated_briefings.base.yaml.patch import Append, Change, Path, Put, Remove, Set, value_at
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.writer import Data
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.frontmatter import patch_front_matter, split_front_matter
from annotated_briefings.content.guesses import as_typed, first_outlet, settling

FormValues = Mapping[str, Any]
"""FormValues by field."""


class BriefForm(Value):
    """What a form of a brief shows."""

    values: Mapping[str, Any]
    """The value of every field; empty for one that the file lacks."""
    body: str
    """The text below the front matter, as it was typed."""


def read_form(text: str) -> BriefForm | None:
    """The form of a brief's file; None where its front matter cannot be read."""
    root = front_matter(text)
    split, found = split_front_matter(Source("", text))
    if found or (root is None and split.yaml.strip()):
        return None
    return BriefForm({field.name: form_value(field, value_at(root, (field.name,))) for field in _SHOWN}, split.body)


def front_matter(text: str) -> nodes.Node | None:
    """The front matter of a brief's file; None where there is none, or none that can be read."""
    split, _ = split_front_matter(Source("", text))
    return read_yaml(Source("", text), split.yaml, 1)[0] if split.yaml.strip() else None


_SHOWN: Table = tuple(field for field in BRIEF if field.kind.widget != "hidden")


def form_value(field: Field, raw: Any) -> Any:
    """The value of a field as its form has it, from what is written in the file; empty where nothing is."""
    widget = field.kind.widget
    if widget == "groups":
        return [_entry(field, one) for one in raw] if isinstance(raw, list) else []
    if widget == "group":
        if isinstance(raw, dict):
            return {one.name: form_value(one, raw.get(one.name)) for one in field.inner}
        # A plain list of entities means those that are merely named.
        last = field.inner[-1]
        return {one.name: form_value(one, raw if one is last else None) for one in field.inner}
    if widget == "lines":
        if isinstance(raw, list):
            return [one for one in raw if isinstance(one, str) and one]
        names = field.shown is not TextUse.TEXT
        return [name for _, name in split_names(raw)] if raw and names else [raw] if raw else []
    return raw if isinstance(raw, str) else ""


def _entry(field: Field, raw: Any) -> dict[str, Any]:
    """An entry of a list; a text alone is its first field."""
    if not isinstance(raw, dict):
        raw = {field.inner[0].name: raw}
    return {one.name: form_value(one, raw.get(one.name)) for one in field.inner}


def edited_text(text: str, values: FormValues, body: str | None = None) -> str | None:
    """The file of a brief with other values in some fields, and another text below its front matter unless that is
    None; None where no small edit is known to be right. A guess of import whose field is changed is settled by that.

    Raises KeyError for a field that the form lacks.
    """
    fields = {field.name: field for field in _SHOWN}
    if unknown := values.keys() - fields.keys():
        raise KeyError(", ".join(sorted(unknown)))
    root = front_matter(text)
    changes = [
        change
        for name, field in fields.items()
        if name in values
        for change in _field_changes(_SHOWN, field, (name,), value_at(root, (name,)), values[name])
    ]
    after = patch_front_matter(text, changes)
    if after is None:
        return None
    edited, new = {str(change.path[0]) for change in changes}, front_matter(after)
    settled = {name for name in edited if not _keeps(value_at(root, (name,)), value_at(new, (name,)))}
    settled |= {"outlet"} if _outlet(root) != _outlet(new) else set()
    after = patch_front_matter(after, settling(after, settled))
    if after is None or body is None:
        return after
    split, _ = split_front_matter(Source("", after))
    return after if split.body == body else after[: split.body_offset] + body


def _keeps(old: Any, new: Any) -> bool:
    """Whether a value has an entry of a list of its own as it was: nobody has settled that by a change of another."""
    if isinstance(old, dict) and isinstance(new, dict):
        return any(_keeps(one, new.get(key)) for key, one in old.items() if isinstance(one, list))
    return isinstance(old, list) and isinstance(new, list) and any(one in new for one in old)


def _outlet(root: nodes.Node | None) -> Any:
    number = first_outlet(root)
    return None if number is None else value_at(root, ("sources", number, "outlet"))


def _field_changes(table: Table, field: Field, path: Path, raw: Any, new: Any) -> Iterator[Change]:
    """The changes that bring a field from what is written to another value; none where that says the same."""
    wanted, widget = tidy(field, new), field.kind.widget
    if tidy(field, form_value(field, raw)) == wanted:
        return
    if not wanted:
        if raw is not None:
            yield Remove(path)
    elif widget == "groups" and isinstance(raw, list) and raw:
        yield from _list_changes(field, path, raw, wanted)
    elif widget == "group" and isinstance(raw, dict) and raw:
        for one in field.inner:
            yield from _field_changes(field.inner, one, (*path, one.name), raw.get(one.name), wanted.get(one.name))
    elif widget == "group" and isinstance(raw, list) and wanted.keys() <= {field.inner[-1].name}:
        # A plain list of entities means those that are merely named.
        yield from _field_changes(table, field.inner[-1], path, raw, wanted.get(field.inner[-1].name))
    elif widget == "lines" and isinstance(raw, list) and raw and all(isinstance(one, str) for one in raw):
        yield from _edits(path, raw, wanted, lambda at, value: [Set((*path, at), value)])
    elif widget == "lines" and isinstance(raw, str) and len(wanted) == 1:
        yield Set(path, wanted[0])
    else:
        names = [one.name for one in table]
        yield Set(path, data_of(field, wanted), tuple(names[: names.index(field.name)]))


def _list_changes(field: Field, path: Path, raw: Sequence[Any], wanted: Sequence[FormValues]) -> Iterator[Change]:
    old = [tidy_entry(field.inner, _entry(field, one)) for one in raw]
    data = {_key(one): one for one in wanted}

    def changed(at: int, key: str) -> Iterator[Change]:
        entry = raw[at]
        if not isinstance(entry, dict) or not entry:
            yield Set((*path, at), _mapping(field.inner, data[key]))
            return
        changes = [
            change
            for one in field.inner
            for change in _field_changes(
                field.inner, one, (*path, at, one.name), entry.get(one.name), data[key].get(one.name)
            )
        ]
        # New fields come first, so that no entry is empty in between.
        yield from sorted(changes, key=lambda change: isinstance(change, Remove) and len(change.path) == len(path) + 2)

    for change in _edits(path, list(map(_key, old)), list(map(_key, wanted)), changed):
        if isinstance(change, Append):
            items = tuple(_mapping(field.inner, data[str(key)]) for key in change.items)
            yield Append(change.path, items)
        elif isinstance(change, Put):
            yield Put(change.path, _mapping(field.inner, data[str(change.item)]))
        else:
            yield change


def _key(entry: FormValues) -> str:
    return json.dumps(entry, sort_keys=True)


def _edits(
    path: Path, old: Sequence[str], new: Sequence[str], changed: Callable[[int, str], Iterable[Change]]
) -> Iterator[Change]:
    """The changes of a list, from its end, so that the places of those that follow stay as they are."""
    for kind, a1, a2, b1, b2 in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if kind == "equal":
            continue
        both = min(a2 - a1, b2 - b1)
        if fresh := new[b1 + both : b2]:
            at = a1 + both
            yield from (
                [Append(path, tuple(fresh))] if at >= len(old) else (Put((*path, at), one) for one in fresh[::-1])
            )
        yield from (Remove((*path, at)) for at in reversed(range(a1 + both, a2)))
        for n in range(both):
            yield from changed(a1 + n, new[b1 + n])


def tidy(field: Field, value: Any) -> Any:
    """A value of a form without blanks around it and without what is empty."""
    widget = field.kind.widget
    if widget == "groups":
        entries = [tidy_entry(field.inner, one) for one in value or () if isinstance(one, Mapping)]
        return [entry for entry in entries if entry]
    if widget == "group":
        return tidy_entry(field.inner, value) if isinstance(value, Mapping) else {}
    if widget == "lines":
        return [text for one in value or () if (text := str(one).strip())]
    return str(value or "").strip()


def tidy_entry(table: Table, value: FormValues) -> dict[str, Any]:
    """The same for a mapping."""
    found = {field.name: tidy(field, value.get(field.name)) for field in table}
    return {name: one for name, one in found.items() if one}


def data_of(field: Field, value: Any) -> Data:
    """A tidy value as YAML data, typed as people do."""
    widget = field.kind.widget
    if widget == "groups":
        return [_mapping(field.inner, one) for one in value]
    if widget == "group":
        return _mapping(field.inner, value)
    return tuple(value) if widget == "lines" else as_typed(field, value)


def _mapping(table: Table, value: FormValues) -> dict[str, Data]:
    return {field.name: data_of(field, value[field.name]) for field in table if field.name in value}
