"""Words as the search knows them: folded, cut and without their endings, by one table of rules that browsers use too.

``static/js/words.js`` does the same with the same table, and a test compares the two over all letters.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from unicodedata import category, normalize

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex

RULES: Mapping[str, Any] = json.loads(package_text("output.search", "rules.json"))
"""The table of rules.

``unseen`` and ``marks`` are left out of words, ``whole`` are letters that keep their marks, ``letters`` are written in
another way, ``unspaced`` are the letters of scripts without blanks between words. For each language: ``forms`` of words
that no rule makes, ``beginnings`` and ``endings`` that forms of a word differ by (what is written in their place, and
how much must be left before it), ``finals`` by which stems without endings differ, and words that are ``whole``.
``spelt`` are pairs of letters that mean one with a mark in some languages.
"""
_MARKS = "".join(map(re.escape, (c for c in map(chr, range(0x20000)) if category(c)[0] == "M")))
_WORD = regex(rf"(?:[^\W_]|[{_MARKS}{RULES['unseen']}])+")
_PLAIN = regex(r"[a-z0-9]+")
_LEFT_OUT = regex(f"[{RULES['unseen']}]")
_UPON = regex(f"[{RULES['marks']}]")
_BARE = regex(f"[^{RULES['whole']}]+")
_LETTERS = str.maketrans(RULES["letters"])
_RUN = regex(f"([{RULES['unspaced']}])|[^{RULES['unspaced']}]+")
_APOSTROPHES = "'\u2019\u02bc"


class FoundWord(NamedTuple):
    """One word of a text."""

    word: str
    """Its folded form."""
    at: int
    """Its place among the words of the text; a pair of letters has that of its first."""
    stemmed: bool
    """Whether it may have endings: letters of scripts without blanks have none."""
    written: str
    """As it stands in the text, with all that it is written together with."""


@lru_cache(200_000)
def fold(word: str) -> str:
    """The form under which a word is found: without case, marks and letters that few keyboards have."""
    if _PLAIN.fullmatch(word):
        return word
    text = _LEFT_OUT.sub("", normalize("NFKC", word)).lower()
    text = _BARE.sub(lambda found: _UPON.sub("", normalize("NFD", found[0])), normalize("NFC", text))
    return "".join(_WORD.findall(normalize("NFC", text.translate(_LETTERS))))


def tokens(text: str, start: int = 0) -> Iterator[FoundWord]:
    """The words of a text; those of scripts without blanks as single letters and as overlapping pairs."""
    at, end = start, -1
    for found in _WORD.finditer(text):
        word = fold(found[0])
        # The ending of an English genitive is no word.
        if word == "s" and found.start() == end + 1 and text[end] in _APOSTROPHES:
            continue
        end = found.end()
        if word and word.isascii():
            # Most words: no script without blanks has such letters.
            yield FoundWord(word, at, True, found[0])
            at += 1
            continue
        before = ""
        for run in _RUN.finditer(word):
            sign = run[1] or ""
            if before and sign:
                yield FoundWord(before + sign, at - 1, False, found[0])
            yield FoundWord(run[0], at, not sign, found[0])
            before = sign
            at += 1


@lru_cache(200_000)
def stem(word: str, language: str) -> str:
    """A folded word without what its forms differ by in a language."""
    rules = RULES["languages"].get(language)
    if not rules:
        return word
    word = rules["forms"].get(word, word)
    if word in rules["whole"]:
        return word
    for beginning, least in rules["beginnings"]:
        if word.startswith(beginning) and len(word) - len(beginning) >= least:
            word = word[len(beginning) :]
            break
    for step in ("endings", "finals"):
        for ending, other, least in rules.get(step, ()):
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: len(word) - len(ending)] + str(other)
                break
    return word
