"""What fields say of the ways by which a text is published, and of the time at which it goes public, in the languages
of ``way_words.txt``.

A field keeps a text from the web where it names the web and denies it, or lists ways and names paper alone. One that
denies paper, or an app beside a web that is affirmed, keeps it from nobody who reads the web.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from annotated_briefings.base.meant.flags import without_sign
from annotated_briefings.base.meant.states import affirms, field_kinds, is_not_public, value_kinds

_WEB = frozenset(("web", "site"))
_NOTHING = frozenset("none null nil".split())
"""Values that say of a site that there is none."""


def lacks_web(key: str, value: Any) -> bool:
    """Whether a field says that its text is not for the web: `web: no`, `channels: [print]`, `{web: no}` below it."""
    kinds = field_kinds(key)
    if kinds.isdisjoint(_WEB | {"ways", "print"}):
        return False
    if isinstance(value, list):
        return bool(value) and all(lacks_web(key, one) for one in value)
    if isinstance(value, Mapping):
        items = [(str(name), one) for name, one in value.items()]
        return "ways" in kinds and any(lacks_web(*one) for one in without_other_ways(items))
    found_kinds = value_kinds(_written(value))
    if "ways" in kinds:
        return "print" in found_kinds and found_kinds <= {"print", "only"}
    if "print" in kinds:
        return "only" in found_kinds or ("only" in kinds and affirms(_written(value)))
    if "print" in found_kinds and "only" in found_kinds:
        return True
    denied = "no" in found_kinds or ("web" in kinds and bool(found_kinds & {"wait", "closed"}))
    return denied and "not" not in kinds and _written(value) not in _NOTHING


def without_other_ways(pairs: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Fields without those that deny one way to the web, where another is affirmed: `web: yes`, `app: no`."""
    items = list(pairs)
    if not any(_opens_web(*one) for one in items):
        return items
    return [one for one in items if field_kinds(one[0]).isdisjoint(_WEB) or not lacks_web(*one)]


def names_public_time(key: str) -> bool:
    """Whether a key names the time at which something goes public: `liveDate`, `on sale from`."""
    kinds = field_kinds(key)
    timed = "time" in kinds or "from" in kinds
    return not kinds & {"not", "until", "closed"} and ("golive" in kinds or ("goes" in kinds and timed))


def _opens_web(key: str, value: Any) -> bool:
    kinds = field_kinds(key)
    return (
        ("web" in kinds or kinds <= {"good", "goes"})
        and bool(kinds)
        and affirms(_written(value))
        and (not is_not_public(key, _written(value)))
    )


def _written(value: Any) -> str:
    return without_sign(str(value).strip().casefold()) if isinstance(value, (str, int, float)) else ""
