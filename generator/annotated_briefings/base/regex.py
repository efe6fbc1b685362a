"""Regular expressions that are compiled when they are first used.

The package holds some two thousand of them, and a command uses a few dozen to a few hundred. To compile all of them
while modules are loaded took a quarter to half of the time of a command on a small site (`python -m bench.tricks`).
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, AnyStr, cast

_METHODS = "match search fullmatch finditer findall split sub subn".split()


def regex(pattern: AnyStr, flags: int = 0) -> "re.Pattern[AnyStr]":
    """As `re.compile`, but `pattern` is compiled at its first use, which raises `re.error` if it is wrong."""
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))


def _compiling(method: str) -> Callable[..., Any]:
    """A method that compiles the expression before it does what the method of that name does."""

    def first_use(self: "LazyPattern", *arguments: Any, **named: Any) -> Any:
        return getattr(self.compiled, method)(*arguments, **named)

    return first_use


class LazyPattern:
    """A regular expression with the methods and attributes of `re.Pattern`.

    Libraries look for them in the class. After the first use, the methods of an instance are those of the compiled
    expression themselves, so that a call costs no more.
    """

    match, search, fullmatch, finditer, findall, split, sub, subn = map(_compiling, _METHODS)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> "re.Pattern[Any]":
        """The expression of the standard library."""
        compiled: re.Pattern[Any] = re.compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return compiled

    @property
    def flags(self) -> int:
        """All flags that hold, those within the expression too."""
        return self.compiled.flags

    @property
    def groups(self) -> int:
        """The number of groups."""
        return self.compiled.groups

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The number of each group that has a name."""
        return self.compiled.groupindex

    def __reduce__(self) -> tuple[type["LazyPattern"], tuple[str | bytes, int]]:
        return LazyPattern, (self.pattern, self._flags)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyPattern) and (self.pattern, self._flags) == (other.pattern, other._flags)

    def __hash__(self) -> int:
        return hash((self.pattern, self._flags))
