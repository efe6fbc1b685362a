"""Canonical digests of frozen values: equal values have equal digests in every process."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
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


@lru_cache(maxsize=256)
def _reader(kind: type) -> Callable[[object], tuple[object, ...]]:
    """Reads all fields of a dataclass as a tuple."""
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else lambda _: ()


def _plain(value: object) -> object:
    """A value as nested tuples of texts, bytes, numbers and None, each kind of value told apart from the others."""
    kind = type(value)
    if kind is tuple:
        # The check here instead of in the call: most parts are plain, and views have hundreds of thousands.
        return ("t", *[part if type(part) in _ATOMS else _plain(part) for part in value])  # type: ignore[attr-defined]
    if kind in _ATOMS:
        return value
    if is_dataclass(kind):
        return _kept(value) if isinstance(value, Shared) else _fields(value)
    if isinstance(value, Enum):
        return ("e", kind.__name__, value.name)
    if isinstance(value, (datetime, date)):
        return ("d", value.isoformat())
    # Sets, dicts and floats have no canonical text; a silent one would break the memo.
    raise TypeError(f"a {kind.__name__} has no canonical digest")


def _fields(value: object) -> tuple[object, ...]:
    kind: type = type(value)
    parts = _reader(kind)(value)
    return (kind.__name__, *[part if type(part) in _ATOMS else _plain(part) for part in parts])


def _kept(value: Shared) -> tuple[object, ...]:
    known: bytes | None = getattr(value, "_digest", None)
    if known is None:
        known = blake2b(dumps(cast(Any, _fields(value)), _FORMAT), digest_size=16).digest()
        object.__setattr__(value, "_digest", known)
    return (type(value).__name__, known)


def digest(*values: object) -> str:
    """Hex digest (32 characters) of frozen values; raises TypeError for sets, dicts and floats."""
    return blake2b(dumps(cast(Any, _plain(values)), _FORMAT), digest_size=16).hexdigest()
