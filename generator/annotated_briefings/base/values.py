"""The base of all frozen values.

``class Note(Value):`` with annotated fields declares one: frozen, without a ``__dict__``, hashable, and equal only to
values of its own class. Fields are given by position or by name. It is a `msgspec.Struct`, which a C library declares,
makes, compares, pickles and encodes. What must change, keeps computed properties, or leaves a field out of comparisons
is a dataclass of the standard library.
"""

from typing import Any, dataclass_transform

from msgspec import Struct
from msgspec.structs import replace as replace


@dataclass_transform(frozen_default=True)
class Value(Struct, frozen=True, array_like=True, tag=True, tag_field="class"):
    """A frozen value. It is encoded, for digests, as the list of the name of its class and its fields."""


def field_names(kind: type[Value]) -> tuple[str, ...]:
    """The names of the fields of a class of values, in order."""
    return kind.__struct_fields__


def as_data(value: Value) -> dict[str, Any]:
    """The fields of a value by name, and those of values in it likewise."""
    return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}


def _plain(part: object) -> object:
    if isinstance(part, Value):
        return as_data(part)
    return tuple(map(_plain, part)) if isinstance(part, tuple) else part
