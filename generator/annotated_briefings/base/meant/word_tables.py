"""Tables of words by what they do, and what the words of a text do: the languages of statements about publication.

A table is a file with a section for each language; its lines are `kind: words`. A * stands for any ending of a word, an
underscore for a blank.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import category, decimal, normalize

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex

WordPatterns = tuple[tuple[str, re.Pattern[str]], ...]
"""A pattern for every kind of word of a language."""
WordTables = Mapping[str, Mapping[str, list[str]]]
"""The words of each language by what they do."""
UNSPACED = frozenset(("ja", "zh", "ko", "th"))
"""Languages whose words are not parted by blanks, or have particles at their ends."""
_APART = regex(r"[\W_]+")
_WORD = regex(r"[^\W_]+")
_START = 2
"""Letters by which the languages of a text are chosen."""
_UNSEEN = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Kinds of characters that do not tell words apart: accents, vowel signs, marks of direction."""


@cache
def read_words(*files: tuple[str, str]) -> WordTables:
    """The words of some tables, each the package and the name of its file, as one."""
    tables: dict[str, dict[str, list[str]]] = {}
    kinds: dict[str, list[str]] = {}
    words: list[str] = []
    for line in "\n".join(package_text(package, file) for package, file in files).splitlines():
        if line.startswith("["):
            kinds = tables.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            kind, colon, rest = line.partition(":")
            if colon and not line.startswith(" "):
                words = kinds.setdefault(kind, [])
            words += (rest if colon and not line.startswith(" ") else line).split()
    return tables


def folded(text: str) -> str:
    """A text without case, accents and marks of direction, its digits those of ASCII."""
    if text.isascii():
        return text.casefold()
    plain = normalize("NFD", normalize("NFKC", text).casefold().replace("ı", "i"))
    kept = (c for c in plain if category(c) not in _UNSEEN)
    digits = "".join(str(decimal(c)) if not c.isascii() and c.isdecimal() else c for c in kept)
    return normalize("NFC", digits).replace("ـ", "")


def alternatives(words: list[str], unspaced: bool) -> str:
    """The pattern of some words of a table, in a folded text."""
    forms = sorted((_pattern(word, unspaced) for word in words), key=len, reverse=True)
    return "|".join(forms) or r"(?!)"


def _pattern(word: str, unspaced: bool) -> str:
    form = re.escape(folded(word.rstrip("*"))).replace("_", r"[\W_]+")
    return form if unspaced else rf"{form}\w*" if word.endswith("*") else rf"{form}(?!\w)"


@cache
def patterns_of(*files: tuple[str, str]) -> Mapping[str, WordPatterns]:
    """For each language of some tables a pattern for every kind of word."""
    return {
        language: tuple((kind, regex(alternatives(words, language in UNSPACED))) for kind, words in kinds.items())
        for language, kinds in read_words(*files).items()
    }


def patterns_for(text: str, *files: tuple[str, str]) -> Iterator[WordPatterns]:
    """The patterns of the languages of some tables that may know the first word of a folded text."""
    first = _WORD.search(text)
    start = first[0][:_START] if first else ""
    for language, table in patterns_of(*files).items():
        if (not text.isascii()) if language in UNSPACED else start in _beginnings(*files)[language]:
            yield table


@cache
def _beginnings(*files: tuple[str, str]) -> Mapping[str, frozenset[str]]:
    """How the words of each language of some tables begin."""
    return {
        language: frozenset(
            part[:_START] for words in kinds.values() for word in words for part in _WORD.findall(folded(word))[:1]
        )
        for language, kinds in read_words(*files).items()
    }


def words_of(text: str, table: WordPatterns) -> Iterator[tuple[int, frozenset[str]]]:
    """The words of a folded text from its beginning, each with its end and its kinds; the first one without a kind is
    the last."""
    at = 0
    while at < len(text):
        if apart := _APART.match(text, at):
            at = apart.end()
            continue
        ends = [(match.end(), kind) for kind, pattern in table if (match := pattern.match(text, at))]
        at = max(ends)[0] if ends else len(text)
        yield at, frozenset(kind for end, kind in ends if end == at)


def kinds_of(text: str, table: WordPatterns) -> frozenset[str]:
    """The kinds of the words of a folded text; none where one of them is no word of the table."""
    found = [kinds for _, kinds in words_of(text, table)]
    return frozenset().union(*found) if all(found) else frozenset()
