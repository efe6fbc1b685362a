"""Whether somebody has yet to agree to a text before it is published, in the words of ``approval_words.txt``
and ``condition_words.txt``.

Words say so when a language knows all of them, and a word for a consent is among them and one for what is not there
yet, or is refused: `Publication awaits the consent of the editor`. `No approval for the quay` speaks of something else.
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
    words_of,
)
from annotated_briefings.base.regex import regex

_FILES = (
    ("base.meant", "approval_words.txt"),
    ("intake.stated.closed", "release_words.txt"),
    ("base.meant", "condition_words.txt"),
    ("intake.stated.closed", "event_words.txt"),
)
_KINDS = frozenset(
    "approval wait refused given need desk state beside publish release not until from only may lock checks "
    "still".split()
)
_LONGEST = 160
_WORD = regex(r"[^\W_]+")
_START = 3
_OF_TEXT = frozenset(("publish", "desk"))
"""Kinds of words that say that a consent is one to a text."""
_LACKING = frozenset(("wait", "refused", "not"))


@lru_cache(maxsize=4096)
def states_unapproved(line: str) -> bool:
    """Whether a line says, and nothing else, that nobody has agreed yet to the publication of its text."""
    return any(_lacks(kinds) and _OF_TEXT & kinds for kinds in _readings(line))


@lru_cache(maxsize=4096)
def lacks_consent(key: str, value: str) -> bool:
    """Whether a key, its words parted by blanks, and its value say together that nobody has agreed yet to a text."""
    if len(value) > _LONGEST or not value.strip():
        return False
    if any(_lacks(kinds) for kinds in _readings(f"{key} {value}")):
        return True
    for language, kinds in _known(key):
        if "approval" in kinds and _OF_TEXT & kinds:
            # The value may name who has to agree, and why.
            kinds = frozenset[str]().union(*_words(value, _tables()[language]))
            if _LACKING & kinds and _lacks(kinds | kinds):
                return True
    return False


def awaits_somebody(value: str) -> bool:
    """Whether a value says, and nothing else, that somebody's work on a text is still to come: `waiting for lawyer`."""
    return any({"desk", "wait"} <= kinds for kinds in _readings(value)) if len(value) <= _LONGEST else False


def names_consent(key: str) -> bool:
    """Whether a key names the consent to a publication, and so has a value where there is one."""
    return any({"approval", "publish"} <= kinds and not _LACKING & kinds for _, kinds in _known(key))


def _lacks(kinds: frozenset[str]) -> bool:
    if {"checks", "still", "desk"} <= kinds:
        # `Lawyers still reading`.
        return True
    if "approval" not in kinds:
        # `Status: waiting for the editor`.
        return {"desk", "wait"} <= kinds and not kinds.isdisjoint(("state", "publish"))
    if "need" in kinds:
        return "not" not in kinds or "until" in kinds
    if _LACKING & kinds:
        return True
    if "lock" in kinds:
        return not kinds.isdisjoint(("until", "from"))
    return "publish" in kinds and not kinds.isdisjoint(("until", "from", "only"))


def _readings(text: str) -> Iterator[frozenset[str]]:
    return (kinds for _, kinds in _known(text))


def _known(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The languages that know all words of a text, with what these do."""
    text = folded(text.strip()) if len(text.strip()) <= _LONGEST else ""
    starts = {word[:end] for word in _WORD.findall(text) for end in range(1, _START + 1)}
    for language in _languages(frozenset(starts), not text.isascii()) if starts else ():
        if kinds := kinds_of(text, _tables()[language]):
            yield language, kinds


def _words(text: str, table: WordPatterns) -> Iterator[frozenset[str]]:
    """The kinds of the words of a text, of those too that are behind words which the table does not know."""
    text = folded(text)
    for found in _WORD.finditer(text):
        yield from (kinds for _, kinds in words_of(found[0], table))
    yield from (kinds for _, kinds in words_of(text, table))


def _languages(starts: frozenset[str], beyond_ascii: bool) -> tuple[str, ...]:
    """The languages of which some words begin as a consent, or an editor, does."""
    return tuple(
        language
        for language, own in _beginnings().items()
        if (beyond_ascii if language in UNSPACED else not own.isdisjoint(starts))
    )


@cache
def _beginnings() -> Mapping[str, frozenset[str]]:
    return {
        language: frozenset(
            part[:_START]
            for kind in ("approval", "desk")
            for word in kinds.get(kind, ())
            for part in _WORD.findall(folded(word.rstrip("*")))[:1]
        )
        for language, kinds in read_words(*_FILES).items()
        if "approval" in kinds
    }


@cache
def _tables() -> Mapping[str, WordPatterns]:
    return {
        language: tuple(
            (kind, regex(alternatives(words, language in UNSPACED) + (r"|\d+\.?" if kind == "beside" else "")))
            for kind, words in kinds.items()
            if kind in _KINDS
        )
        for language, kinds in read_words(*_FILES).items()
        if "approval" in kinds
    }
