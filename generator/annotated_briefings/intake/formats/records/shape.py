"""Where in a JSON value its records are: lists of objects with texts, at any depth, whatever they are called."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.records.around import lacking_approval, with_things_around
from annotated_briefings.intake.formats.records.keys import FieldNames, key_of, layers, values_of
from annotated_briefings.intake.formats.records.trees.rich_text import rich_html
from annotated_briefings.intake.formats.records.values import address, text_of, words

FULL, PART = 2, 1
"""What speaks for a record: a text, or at least a headline with a teaser or an address."""
_LOOKED_AT = 40
"""Items of a list by which it is judged."""
_DEEPEST = 40
_HEADS, _ROWS = ("columns", "header", "headers", "fields", "cols"), ("data", "rows", "values", "records")
"""How tables inside JSON call the names of their columns, and their rows."""
_NO_RECORDS = frozenset(
    map(
        key_of,
        "comments replies responses annotations notes highlights children related related_articles media images "
        "attachments multimedia keywords tags authors categories entities sentences embeds links topics concepts "
        "custom_excerpt facets aggregations sources".split(),
    )
)
"""Lists inside a record, or beside records, that are about them."""


class Group(Value):
    """Objects of one kind in a JSON value."""

    path: str
    """The names that lead to them, parted by points; empty for the value itself."""
    weight: int
    """``FULL``, ``PART``, or 0."""
    items: tuple[Any, ...]
    """The objects, and whatever else is between them."""


def find_records(value: Any, names: FieldNames) -> tuple[tuple[Any, ...], tuple[Group, ...]]:
    """The records of a JSON value in order, and the other groups of objects that look like some."""
    groups = _merged(_groups(value, "", names, _DEEPEST))
    best = max((group.weight for group in groups), default=0)
    if best:
        chosen = [group for group in groups if group.weight == best]
        return tuple(item for group in chosen for item in group.items), tuple(g for g in groups if g.weight < best)
    return tuple(_first_list(value)), ()


def weight_of(item: Any, names: FieldNames) -> int:
    """How much an item looks like a record, see ``FULL`` and ``PART``."""
    if not isinstance(item, Mapping):
        return 0
    found = layers(item)
    if any(_is_text(value) for value in values_of(found, (*names["html"], *names["text"]))):
        return FULL
    if any(words(value) for value in values_of(found, names["title"])):
        teased = any(_is_text(value) for value in values_of(found, names["teaser"]))
        named = any(address(value) for value in values_of(found, names["url"]))
        return PART if teased or named else 0
    return 0


def _is_text(value: Any) -> bool:
    """Whether a field holds words: two, or as many signs of a script without blanks."""
    text = text_of(value).strip() or rich_html(value)
    return " " in text or "\n" in text or (len(text) > 7 and not text.isascii())


def _groups(value: Any, path: str, names: FieldNames, depth: int) -> list[Group]:
    if isinstance(value, list) and depth:
        return _of_list(value, path, names, depth)
    if not isinstance(value, Mapping) or not depth:
        return []
    weight = weight_of(value, names)
    if weight == FULL and any(words(one) for one in values_of(layers(value), names["title"])):
        return [Group(path, FULL, (value,))]
    rows = _rows_of(value)
    if rows:
        return _of_list(rows, path, names, depth)
    held = _as_list(value, names)
    if held is not None:
        return _of_list(held, path, names, depth)
    below = [
        _with_things_around(group, inner, value, names)
        for key, inner in value.items()
        if key_of(str(key)) not in _NO_RECORDS
        for group in _groups(inner, f"{path}.{key}" if path else str(key), names, depth - 1)
        # What has a headline has its text in an object below it.
        if not (weight and group.items[0] is inner)
    ]
    # A text beside a list of records is a message about them.
    return below if not weight or any(g.weight >= weight for g in below) else [*below, Group(path, weight, (value,))]


def _with_things_around(group: Group, inner: Any, around: Mapping[str, Any], names: FieldNames) -> Group:
    """Records in an object, with what that one says beside them of who may read them."""
    beside = [
        (str(k), v) for k, v in around.items() if v is not inner and not (weight_of(v, names) or k in _NO_RECORDS)
    ]
    if not beside or not group.weight:
        return group
    if len(group.items) == 1 and isinstance(group.items[0], Mapping):
        return replace(group, items=(with_things_around(group.items[0], beside),))
    stated = lacking_approval(beside)
    items = tuple({**stated, **one} if isinstance(one, Mapping) else one for one in group.items) if stated else ()
    return replace(group, items=items) if items else group


def _as_list(value: Mapping[str, Any], names: FieldNames) -> list[Any] | None:
    """Objects that are kept by their numbers or addresses instead of in a list."""
    known = {key_of(name) for some in names.values() for name in some}
    inner = list(value.values())
    if not inner or not all(isinstance(one, Mapping) for one in inner) or any(key_of(k) in known for k in value):
        return None
    return inner if len(inner) > 1 and min(weight_of(one, names) for one in inner[:_LOOKED_AT]) else None


def _rows_of(value: Mapping[str, Any]) -> list[Any]:
    """The rows of a table that is kept as names of columns and lists of cells, each as an object."""
    head, rows = ([value[key] for key in keys if isinstance(value.get(key), list)] for keys in (_HEADS, _ROWS))
    return _objects_of(head[0], rows[0]) if head and rows else []


def _objects_of(head: Any, rows: Sequence[Any]) -> list[Any]:
    names = [one.get("name") if isinstance(one, Mapping) else one for one in head] if isinstance(head, list) else []
    if not rows or not all(isinstance(one, list) for one in rows) or not all(isinstance(one, str) for one in names):
        return []
    return [dict(zip(names, row, strict=False)) for row in rows] if names else []


def _of_list(items: Sequence[Any], path: str, names: FieldNames, depth: int) -> list[Group]:
    items = _objects_of(items[0], items[1:]) or items if items else items
    objects = [one for one in items if isinstance(one, (Mapping, list))]
    weight = max((weight_of(one, names) for one in islice(objects, _LOOKED_AT)), default=0)
    if weight == FULL:
        return [Group(path, FULL, tuple(items))]
    below = [group for one in objects for group in _groups(one, path, names, depth - 1)]
    if any(group.weight > weight for group in below):
        return below
    return [Group(path, weight, tuple(items))] if weight else below


def _merged(groups: list[Group]) -> list[Group]:
    """Groups under one path as one."""
    out: dict[tuple[str, int], list[Any]] = {}
    for group in groups:
        out.setdefault((group.path, group.weight), []).extend(group.items)
    return [Group(path, weight, tuple(items)) for (path, weight), items in out.items()]


def _first_list(value: Any) -> Sequence[Any]:
    """What counts as records where nothing looks like one: the longest list of objects, or the value itself."""
    longest = max(_lists(value, _DEEPEST), key=len, default=[])
    return longest or (value if isinstance(value, list) else [value] if isinstance(value, Mapping) else [])


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    """The lists of objects in a value, outermost first."""
    if not depth:
        return
    if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        yield value
    for inner in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from _lists(inner, depth - 1)
