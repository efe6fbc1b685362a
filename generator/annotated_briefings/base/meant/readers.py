"""Whether a field speaks of those who may read something, and names some and not everybody, however nested."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotated_briefings.base.meant.states import affirms, denies, field_kinds, is_closed, key_words, names_open
from annotated_briefings.base.regex import regex

_CLOCKS = frozenset("at on date time from after day".split())
"""Words that make of an audience the time at which something was read."""
_CHANGES = frozenset("write update delete edit admin create comment moderate owner permission".split())
"""Keys below an audience that name others than readers."""
_FIGURES = regex(r"[\W\d_]*")
_DEEPEST = 6
"""Levels that are looked at below a key."""


def excludes(key: str, value: Any) -> bool:
    """Whether a key speaks of those who may read something, and its value, however nested, names some and not
    everybody: `acl: [members]`, `privacy: {level: friends}`."""
    words = key_words(key)
    if not _CLOCKS.isdisjoint(words) or "audience" not in field_kinds(" ".join(words)):
        return False
    named = list(_named(value, _DEEPEST))
    private = "privacy" in words
    found = [one for one in named if not _FIGURES.fullmatch(one)]
    return bool(found) and not any(_is_everybody(one, private) for one in found)


def shuts_within(key: str, value: Any) -> bool:
    """Whether a key names a state, and its value states one for each of several things, such as languages, of which one
    at least is not public: `fieldStatus: {"*": {en: draft}}`."""
    nested = isinstance(value, Mapping) and "state" in field_kinds(key)
    return nested and any(is_closed(one) for one in _leaves(value, _DEEPEST))


def _leaves(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for one in value.values() if depth else ():
            yield from _leaves(one, depth - 1)
    elif isinstance(value, str):
        # Lists are of what was before, too.
        yield value


def _is_everybody(value: str, private: bool) -> bool:
    if denies(value) or affirms(value):
        return denies(value) if private else affirms(value)
    tail = re.split(r"[:/]", value)[-1]
    return names_open(value) or names_open(" ".join(key_words(tail)))


def _named(value: Any, depth: int) -> Iterator[str]:
    """Those whom a value names, without those who may do more than read."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            kinds = field_kinds(str(key))
            if str(key).startswith("@") or str(key).casefold() in _CHANGES or not depth:
                continue
            if isinstance(below, (bool, str)) and (affirms(str(below)) or denies(str(below))):
                # `{friends: true}` names friends, `{private: false}` everybody.
                answer = affirms(str(below))
                shut = "closed" in kinds or "good" in kinds or "open" in kinds
                if answer:
                    yield str(key)
                elif shut:
                    yield "public" if "closed" in kinds else "private"
            else:
                yield from _named(below, depth - 1)
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        for one in value if depth else ():
            yield from _named(one, depth - 1)
    elif value is not None and str(value).strip():
        yield str(value).strip()
