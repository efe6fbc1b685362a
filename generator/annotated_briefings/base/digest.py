"""Canonical digests of frozen values: equal values have equal digests in every process."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from marshal import dumps
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
    return ("t", *[part if type(part) in _ATOMS else _WAYS[type(part)](part) for part in value])


def _dataclass(kind: type) -> Plain:
    """Written out for each class: a field that is declared as text or number need not be looked at, and mypy holds the
    declarations. Half the time of one that looks at all fields."""
    parts = "".join(
        f"v.{one.name}, " if one.type in _ATOMS else f"p if type(p := v.{one.name}) in atoms else ways[type(p)](p), "
        for one in fields(kind)
    )
    plain: Plain = eval(f"lambda v: ({kind.__name__!r}, {parts})", {"atoms": _ATOMS, "ways": _WAYS})

    def kept(value: object) -> object:
        known: bytes | None = getattr(value, "_digest", None)
        if known is None:
            known = blake2b(dumps(cast(Any, plain(value)), _FORMAT), digest_size=16).digest()
            object.__setattr__(value, "_digest", known)
        return (kind.__name__, known)

    return kept if issubclass(kind, Shared) else plain


def _how(kind: type) -> Plain:
    """How values of a kind are made plain."""
    if kind in _ATOMS:
        return lambda value: value
    if kind is tuple:
        return cast(Plain, _tuple)
    if is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, Enum):
        return lambda value: ("e", kind.__name__, value.name)
    if issubclass(kind, date):
        return lambda value: ("d", value.isoformat())
    # Sets, dicts and floats have no canonical text; a silent one would break the memo.
    raise TypeError(f"a {kind.__name__} has no canonical digest")


class _Ways(dict[type, Plain]):
    """How values of each kind are made plain, found when one is met for the first time."""

    def __missing__(self, kind: type) -> Plain:
        self[kind] = how = _how(kind)
        return how


_WAYS = _Ways()


def digest(*values: object) -> str:
    """Hex digest (32 characters) of frozen values; raises TypeError for sets, dicts and floats, but where a field is
    declared to hold a text or a number, which mypy sees to."""
    return blake2b(dumps(cast(Any, _tuple(values)), _FORMAT), digest_size=16).hexdigest()
