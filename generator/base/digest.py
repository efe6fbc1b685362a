"""Canonical digests of frozen values: equal values have equal digests in every process."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=256)
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _encode(value: object, out: list[str]) -> None:
    if value is None or isinstance(value, bool):
        out.append(str(value))
    elif isinstance(value, Enum):
        out.append(f"e{type(value).__name__}.{value.name}")
    elif isinstance(value, str):
        out.append(f"s{len(value)}:")
        out.append(value)
    elif isinstance(value, int):
        out.append(f"i{value}")
    elif isinstance(value, (datetime, date)):
        out.append(f"d{value.isoformat()}")
    elif isinstance(value, tuple):
        out.append(f"({len(value)}")
        for item in value:
            _encode(item, out)
        out.append(")")
    elif is_dataclass(value) and not isinstance(value, type):
        out.append(type(value).__name__ + "{")
        for name in _field_names(type(value)):
            _encode(getattr(value, name), out)
        out.append("}")
    else:
        # Sets, dicts and floats have no canonical text; a silent one would break the memo.
        raise TypeError(f"a {type(value).__name__} has no canonical digest")


def digest(*values: object) -> str:
    """Hex digest (32 characters) of frozen values; raises TypeError for sets, dicts and floats."""
    out: list[str] = []
    for value in values:
        _encode(value, out)
    return blake2b("\x00".join(out).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
