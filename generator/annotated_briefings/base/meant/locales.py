"""The data of languages (CLDR), each language's own.

Babel shares parts of its data between languages and keeps in them what it has looked up: once the Chinese names of
months were looked up, German and Arabic ones were Chinese too. Here each language is read from its file, without what
others left.
"""

from typing import Any

from babel import Locale, UnknownLocaleError, localedata

__all__ = ["Locale", "UnknownLocaleError"]

_read = localedata.load
_own: dict[tuple[str, bool], Any] = {}


def _load(name: Any, merge_inherited: bool = True) -> Any:
    """The data of a language, as ``babel.localedata.load`` gives them, shared with no other language."""
    key = (str(name), merge_inherited)
    if key not in _own:
        # What was read for another language is forgotten, and that of the wider languages is read anew.
        localedata._cache.clear()
        localedata.load = _read
        try:
            _own[key] = _read(name, merge_inherited)
        finally:
            localedata.load = _load
            localedata._cache.clear()
    return _own[key]


localedata.load = _load
