"""Whether a line asks those who read it to keep its text to themselves: `Please keep this between us for now`.

A clause says so when a language knows all its words. Before it may stand a few words, such as `Early version -`; behind
it stands nothing: `Keep it between us, she told the court` is news.
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
from annotated_briefings.base.sentences import STOPS

_WORDS = ("intake.stated.closed", "confidence_words.txt")
_LONGEST = 120
_CLAUSE = regex(rf"\s+[–—-]+\s+|[,;:،؛，、：；{STOPS}]+\s*")
_MOST_BEFORE = 4
"""Words of a clause before the one that asks."""
_QUOTED = regex(r"[\"“”„«»‹›「」『』]")
_WORD = regex(r"[^\W_]+")
_START = 2
"""Letters by which the languages of a clause are chosen."""


@lru_cache(maxsize=4096)
def asks_for_silence(line: str) -> bool:
    """Whether a line asks to keep its text secret for the time being, or among those who have it."""
    line = line.strip()
    if not line or len(line) > _LONGEST or _QUOTED.search(line):
        return False
    clauses = [one for one in _CLAUSE.split(line) if one]
    if not clauses or any(len(one.split()) > _MOST_BEFORE for one in clauses[:-1]):
        return False
    return any(map(_asks, _readings(clauses[-1])))


def _asks(said: frozenset[str]) -> bool:
    if "us" in said:
        return not said.isdisjoint(("keep", "now"))
    return "quiet" in said and not said.isdisjoint(("ask", "now"))


def _readings(clause: str) -> list[frozenset[str]]:
    text = folded(clause)
    first = _WORD.search(text)
    start = first[0][:_START] if first else ""
    known = [(language, table) for language, table in _tables().items() if _may_know(language, start, text)]
    return [kinds_of(text, table) for _, table in known]


def _may_know(language: str, start: str, text: str) -> bool:
    return not text.isascii() if language in UNSPACED else start in _beginnings()[language]


@cache
def _beginnings() -> Mapping[str, frozenset[str]]:
    return {
        language: frozenset(folded(word.partition("_")[0])[:_START] for words in kinds.values() for word in words)
        for language, kinds in read_words(_WORDS).items()
    }


@cache
def _tables() -> Mapping[str, WordPatterns]:
    return {
        language: tuple((kind, regex(alternatives(words, language in UNSPACED))) for kind, words in kinds.items())
        for language, kinds in read_words(_WORDS).items()
    }
