"""Canonical digests of frozen values: equal values have equal digests in every process."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from marshal import dumps
from operator import attrgetter
from typing import Any, cast

_ATOMS = frozenset({str, bytes, int, bool, type(None)})
_FORMAT = 2
"""marshal's last format without references and interning marks: its bytes depend on the value alone."""


class Shared:
    """A frozen dataclass whose values stand in many others: the digest of each is computed once and kept with it.

    Cards of briefs stand in a dozen lists each, and feed entries, the largest of views, in as many feeds.
    """

    __slots__ = ("_digest",)


Plain = Callable[[Any], object]
"""Makes a value plain: nested tuples of texts, bytes, numbers and None, each kind of value told from the others."""


def _tuple(value: tuple[object, ...]) -> object:
    # The check here instead of in the call: most parts are plain, and views have hundreds of thousands.
    return ("t", *[part if type(part) in _ATOMS else _plain(part) for part in value])


def _dataclass(kind: type) -> Plain:
    name, names = kind.__name__, [field.name for field in fields(kind)]

    def few(value: object) -> tuple[object, ...]:
        return tuple(getattr(value, name) for name in names)

    # An attrgetter of one name gives its value alone, and one of none is refused.
    read: Callable[[object], tuple[object, ...]] = attrgetter(*names) if len(names) > 1 else few

    def parts(value: object) -> object:
        return (name, *[part if type(part) in _ATOMS else _plain(part) for part in read(value)])

    def kept(value: object) -> object:
        known: bytes | None = getattr(value, "_digest", None)
        if known is None:
            known = blake2b(dumps(cast(Any, parts(value)), _FORMAT), digest_size=16).digest()
            object.__setattr__(value, "_digest", known)
        return (name, known)

    return kept if issubclass(kind, Shared) else parts


def _how(kind: type) -> Plain:
    """How values of a kind are made plain."""
    if kind in _ATOMS:
        return lambda value: value
    if kind is tuple:
        return _tuple
    if is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, Enum):
        return lambda value: ("e", kind.__name__, value.name)
    if issubclass(kind, date):
        return lambda value: ("d", value.isoformat())
    # Sets, dicts and floats have no canonical text; a silent one would break the memo.
    raise TypeError(f"a {kind.__name__} has no canonical digest")


_HOW: dict[type, Plain] = {}
"""How values of each kind that has been met are made plain."""


def _plain(value: object) -> object:
    kind = type(value)
    how = _HOW.get(kind)
    if how is None:
        how = _HOW[kind] = _how(kind)
    return how(value)


def digest(*values: object) -> str:
    """Hex digest (32 characters) of frozen values; raises TypeError for sets, dicts and floats."""
    return blake2b(dumps(cast(Any, _plain(values)), _FORMAT), digest_size=16).hexdigest()
