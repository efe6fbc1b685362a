"""Who alone may read a text, or that nobody may yet, in the words of ``audience_words.txt``.

Words say so when a language knows all of them and they keep a text inside, or for some readers: `Vain sisäiseen
käyttöön`, `For subscribers only`. `Only members of the board voted` has other words too.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from annotated_briefings.base.meant.word_tables import (
    UNSPACED,
    WordPatterns,
    alternatives,
    folded,
    kinds_of,
    read_words,
)
from annotated_briefings.base.regex import regex

_FILES = (("base.meant", "audience_words.txt"),)
_LONGEST = 100
_WORD = regex(r"[^\W_]+")
_START = 2
"""Letters by which the languages of a text are chosen."""


@lru_cache(maxsize=4096)
def names_only_readers(text: str) -> bool:
    """Whether words say who alone may read a text, or that nobody may, and nothing else."""
    plain = folded(text.strip()) if len(text.strip()) <= _LONGEST else ""
    return any(map(_keeps, (kinds_of(plain, table) for table in _tables_for(plain)))) if plain else False


def _keeps(said: frozenset[str]) -> bool:
    """Whether words of these kinds keep a text for some, or from everybody."""
    if "not" in said:
        return not said.isdisjoint(("outer", "publish"))
    return "ban" in said or ("inner" in said and not said.isdisjoint(("use", "only"))) or {"only", "readers"} <= said


def _tables_for(text: str) -> list[WordPatterns]:
    """The tables of the languages that may know the first word of a text."""
    first = _WORD.search(text)
    if first is None:
        return []
    start = first[0][:_START]
    unspaced = not text.isascii()
    return [
        table
        for language, table in _tables().items()
        if (unspaced if language in UNSPACED else start in _beginnings()[language])
    ]


@cache
def _beginnings() -> Mapping[str, frozenset[str]]:
    """How the words of each language begin."""
    return {
        language: frozenset(folded(word)[:_START] for words in kinds.values() for word in words)
        for language, kinds in read_words(*_FILES).items()
    }


@cache
def _tables() -> Mapping[str, WordPatterns]:
    """For each language a pattern for every kind of word."""
    return {
        language: tuple((kind, regex(alternatives(words, language in UNSPACED))) for kind, words in kinds.items())
        for language, kinds in read_words(*_FILES).items()
    }
