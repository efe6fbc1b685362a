"""Offices that send texts, such as a press office, and public bodies, in the words of ``office_words.txt``.

The name of an office says nothing of who publishes a text or has written it. All its words are those of one language:
`Service de presse`. The name of a body has a word for one: `Ville de Vauclin`.
"""

import re
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

_FILES = (("base.meant", "office_words.txt"),)
_LONGEST = 80
_PARTS = regex(r"\s*[|·•]\s*|\s+[-–—:]+\s+|\s*[,;(]\s*|\s*\)\s*")
"""What parts a person, an office and a body in the name of a sender."""


@lru_cache(maxsize=1024)
def is_office(name: str) -> bool:
    """Whether a name is that of an office, or of what somebody does for one, and of nothing else."""
    return len(name) <= _LONGEST and any("office" in kinds_of(folded(name), table) for table in _tables().values())


@lru_cache(maxsize=1024)
def is_body(name: str) -> bool:
    """Whether a name has a word for a public body or an institution."""
    return bool(_bodies().search(folded(name)))


def without_offices(name: str) -> tuple[str, ...]:
    """The parts of a name without those of offices, and without an office beside the body that it belongs to. A name
    without offices and bodies is one part, whatever its punctuation is."""
    parts = [part for part in _PARTS.split(name.strip()) if part]
    kept = [_body_alone(part) for part in parts if not is_office(part)]
    return tuple(kept) if kept != parts or any(map(is_body, parts)) else (name,)


def _body_alone(part: str) -> str:
    """A part of a name without the office before or behind the body that it belongs to."""
    words = part.split()
    for n in range(len(words) - 1, 0, -1):
        if is_body(words[n]) and is_office(" ".join(words[:n])):
            return " ".join(words[n:])
    for n in range(1, len(words)):
        if is_office(" ".join(words[n:])) and is_body(before := " ".join(words[:n])):
            return before
    return part


@cache
def _tables() -> Mapping[str, WordPatterns]:
    """The words of offices in each language."""
    return {
        language: tuple(
            (kind, regex(alternatives(kinds[kind], language in UNSPACED)))
            for kind in ("office", "beside")
            if kind in kinds
        )
        for language, kinds in read_words(*_FILES).items()
    }


@cache
def _bodies() -> re.Pattern[str]:
    """The words for bodies in all languages."""
    tables = read_words(*_FILES)
    spaced, unspaced = (
        alternatives(
            [w for language, kinds in tables.items() if (language in UNSPACED) is one for w in kinds["body"]], one
        )
        for one in (False, True)
    )
    return regex(rf"(?<!\w)(?:{spaced})|{unspaced}")
