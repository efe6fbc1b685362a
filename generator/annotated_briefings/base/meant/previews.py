"""Whether a notice says that its page is a preview, or not published yet, in the words of ``preview_words.txt``.

A sentence says so when a language knows all its words: `This article is not published yet`, `You are viewing a draft`.
`The report is not published yet` is news: a report is no article of the page.
"""

from collections.abc import Iterator, Mapping
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

_FILES = (("base.meant", "preview_words.txt"),)
_LONGEST = 160
_SENTENCE = regex(r"(?:[.!?…。！？।؟]+\s*|\s*[:：;]\s*|\s+[–—|-]+\s+)")
_WORD = regex(r"[^\W_]+")
_START = 2
"""Letters by which the languages of a sentence are chosen."""
_SHORT = 2
"""Words of a sentence beside such a one that may say anything, such as `Please note:`."""


@lru_cache(maxsize=4096)
def says_unpublished(line: str) -> bool:
    """Whether a line says that its page is not public yet, or is seen before it is, and nothing else."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return False
    found = False
    for sentence in filter(None, _SENTENCE.split(line)):
        readings = list(_readings(sentence))
        if any(map(_closes, readings)):
            found = True
        elif not any({"preview"} <= said or {"draft"} <= said for said in readings) and len(sentence.split()) > _SHORT:
            return False
    return found


def _closes(said: frozenset[str]) -> bool:
    """Whether a sentence of words of these kinds says that its page is not public."""
    of_page = not said.isdisjoint(("item", "preview", "draft", "mode"))
    if "mode" in said:
        return True
    if "not" in said and "public" in said:
        return of_page or "yet" in said
    if "unpublished" in said:
        return of_page
    if "see" in said and not said.isdisjoint(("draft", "preview")):
        return True
    return {"only", "editors", "item"} <= said and not said.isdisjoint(("see", "visible"))


def _readings(sentence: str) -> Iterator[frozenset[str]]:
    """What the words of a sentence do, in each language that knows all of them."""
    text = folded(sentence)
    first = _WORD.search(text)
    start = first[0][:_START] if first else ""
    for language, table in _tables().items():
        if (not text.isascii()) if language in UNSPACED else start in _beginnings()[language]:
            yield kinds_of(text, table)


@cache
def _beginnings() -> Mapping[str, frozenset[str]]:
    """How the words of each language begin."""
    return {
        language: frozenset(folded(word.partition("_")[0])[:_START] for words in kinds.values() for word in words)
        for language, kinds in read_words(*_FILES).items()
    }


@cache
def _tables() -> Mapping[str, WordPatterns]:
    """For each language a pattern for every kind of word."""
    return {
        language: tuple((kind, regex(alternatives(words, language in UNSPACED))) for kind, words in kinds.items())
        for language, kinds in read_words(*_FILES).items()
    }
