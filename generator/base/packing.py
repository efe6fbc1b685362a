"""Frozen dataclasses that are made and pickled by the ten thousand."""

from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def quick_to_make(kind: type[T]) -> type[T]:
    """Make a frozen dataclass with slots in a third of the time.

    Its own ``__init__`` looks up ``object.__setattr__`` and a name for every field; this one calls what the slots
    themselves are written by. It is compiled from text, as that of a dataclass is. Raises TypeError for fields that
    are no plain ones.
    """
    of = fields(kind)  # type: ignore[arg-type]
    if any(f.default_factory is not MISSING or f.kw_only or not f.init for f in of) or hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__name__} has fields that are not simply put in")
    known: dict[str, Any] = {f"set_{f.name}": getattr(kind, f.name).__set__ for f in of}
    known |= {f"default_{f.name}": f.default for f in of if f.default is not MISSING}
    parts = ", ".join(f.name if f.default is MISSING else f"{f.name}=default_{f.name}" for f in of)
    lines = "".join(f"\n    set_{f.name}(self, {f.name})" for f in of)
    exec(f"def __init__(self, {parts}):{lines or ' pass'}", known)
    changed: Any = kind
    changed.__init__ = known["__init__"]
    return kind


def quick_to_pack(kind: type[T]) -> type[T]:
    """Pickle a frozen dataclass with slots in half the time, and make it as fast as ``quick_to_make`` does: its fields
    are looked up once, not for every value."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    setters = [kind.__dict__[name].__set__ for name in names]
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    def take(value: object, state: tuple[object, ...]) -> None:
        for put, part in zip(setters, state, strict=True):
            put(value, part)

    changed: Any = kind
    changed.__getstate__ = lambda value: read(value)
    changed.__setstate__ = take
    return quick_to_make(kind)
