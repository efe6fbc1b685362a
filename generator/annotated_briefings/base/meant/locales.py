"""The data of languages (CLDR), each language's own.

Babel shares parts of its data between languages and keeps in them what it has looked up: once the Chinese names of
months were looked up, German and Arabic ones were Chinese too. Here each language is read from its file, without what
others left.

A language takes up to 3 MB. Only those that were read last are kept, since words for a million are looked up once in
forty languages. Code that needs a language again keeps what it has read, or the ``Locale``, which keeps its data.
"""

from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

__all__ = ["Locale", "UnknownLocaleError"]

_read = localedata.load
_KEPT = 4
"""Languages whose data are kept."""


def _load(name: Any, merge_inherited: bool = True) -> Any:
    """The data of a language, as ``babel.localedata.load`` gives them, shared with no other language."""
    return _own(str(name), merge_inherited)


@lru_cache(maxsize=_KEPT)
def _own(name: str, merge_inherited: bool) -> Any:
    # What was read for another language is forgotten, and that of the wider languages is read anew.
    localedata._cache.clear()
    localedata.load = _read
    try:
        return _read(name, merge_inherited)
    finally:
        localedata.load = _load
        localedata._cache.clear()


localedata.load = _load
