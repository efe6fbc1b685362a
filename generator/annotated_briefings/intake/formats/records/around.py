"""What objects in a record, beside it and around it say of it: who may read it, and what nothing else is made of.

`{"clearance": {"cleared": false}, "item": {...}}` has a record that is not cleared.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.meant.states import lacks_approval
from annotated_briefings.base.sentences import shortened
from annotated_briefings.intake.formats.records.keys import (
    FieldNames,
    fact_keys,
    folded,
    holds_fields,
    key_of,
    text_keys,
    values_of,
)
from annotated_briefings.intake.stated.marks.held import NO_MARK, read_marks

_ELSEWHERE = frozenset(
    "user users viewer me session account site sites website config configuration settings options features request "
    "response query params parameters pagination paging page pages pageinfo links cursor context environment app "
    "client server service api apiinfo error errors warnings debug stats statistics counts timing cache ads ad "
    "advertising newsletter navigation menu layout theme i18n translations locale routing route router channel feed "
    "author authors owner outlet outlets newspaper publication publisher source sources header headers extensions "
    "schema jsonapi version next previous "
    "related comments replies media image images video photo discussion reactions thread poll parent".split()
)
"""What objects are called that are about those who ask, about programs or about others."""
_DEEPEST, _MOST, _LONGEST = 4, 40, 200
"""Levels and values of an object that are looked at, and characters of what is told of it."""
_BESIDE = "{} beside the record"
"""The name under which an object that was not used is told of."""


def with_things_around(record: Mapping[str, Any], beside: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    """A record that is the only one, with what is beside it or beside an object in which it is: what says who may
    read it, and the words of objects that say something else."""
    others = [(key, value) for key, value in beside if key not in record]
    stated = {key: value for key, value in others if read_marks(((key, value),)) != NO_MARK}
    return {**record, **stated, **_things(((k, v) for k, v in others if k not in stated), record)}


def with_own_objects(item: Mapping[str, Any], names: FieldNames) -> Mapping[str, Any]:
    """A record with what the objects in it say of the consent to it; those beside the object that has its text state
    what is true of that."""
    known = fact_keys(names) | text_keys(names)
    objects = [
        (str(key), one) for key, one in item.items() if isinstance(one, Mapping) and not holds_fields(str(key), one)
    ]
    if not objects:
        return item
    # `editorial` is a publisher, too.
    stated = lacking_approval(objects)
    if any(True for _ in values_of([folded(item)], (*names["html"], *names["text"], *names["title"]))):
        return {**stated, **item} if stated else item
    others = [(key, one) for key, one in objects if key_of(key) not in known and read_marks(((key, one),)) == NO_MARK]
    return {**item, **stated, **_things(others, item)}


def lacking_approval(beside: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Of objects, what says that nobody has agreed to a publication."""
    return {
        name: value
        for key, one in beside
        if isinstance(one, Mapping) and bare_key(key) not in _ELSEWHERE
        for path, value in _leaves_of(one)
        for name in _names(key, path)
        if lacks_approval(name, _written(value))
    }


def _things(beside: Iterable[tuple[str, Any]], taken: Collection[str]) -> dict[str, Any]:
    """The fields that objects beside a record make of it, without those names that it has itself."""
    out: dict[str, Any] = {}
    for key, value in beside:
        if isinstance(value, Mapping) and bare_key(key) not in _ELSEWHERE:
            leaves = _leaves_of(value)
            stated = [
                (name, one)
                for path, one in leaves
                for name in _names(key, path)
                if read_marks(((name, one),)) != NO_MARK
            ]
            out |= {name: one for name, one in stated if name not in taken}
            if leaves and not stated:
                listed = "; ".join(f"{' '.join(path)}: {_written(one)}" for path, one in leaves)
                out[_BESIDE.format(key)] = shortened(listed, _LONGEST)
    return out


def _names(key: str, path: Sequence[str]) -> tuple[str, str]:
    """What a value in an object is called: by itself, and with what is around it."""
    return path[-1], " ".join((key, *path))


def _leaves_of(value: Mapping[str, Any]) -> list[tuple[tuple[str, ...], Any]]:
    return [leaf for _, leaf in zip(range(_MOST), _leaves(value, (), _DEEPEST), strict=False)]


def _leaves(value: Mapping[str, Any], path: tuple[str, ...], depth: int) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, one in value.items():
        if isinstance(one, Mapping):
            yield from _leaves(one, (*path, str(key)), depth - 1) if depth else ()
        elif one is None or isinstance(one, (str, bool, int, float)):
            yield (*path, str(key)), one


def _written(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
