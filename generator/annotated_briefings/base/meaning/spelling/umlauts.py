"""German umlauts that are written out: `ue` is `ü` and never `u`, so that `wuerde` is `würde` and not `wurde`."""

import re
from itertools import combinations

from annotated_briefings.base.meaning.lexicon import is_word
from annotated_briefings.base.regex import regex

_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LETTERS = {"ae": "ä", "oe": "ö", "ue": "ü"}
_PAIR = regex("[aou]e")
_WORD = regex(r"\w+")
_MOST = 3
"""Pairs of letters of a word that are tried."""


def written_out(word: str) -> str:
    """A German word in small letters without its umlauts, as keyboards without them write it."""
    return word.translate(_OUT)


def with_umlauts(word: str) -> str:
    """The German word, in small letters, that a letter sequence writes out; the sequence itself where there is none."""
    pairs = list(_PAIR.finditer(word))[:_MOST]
    if not pairs or is_word(word, "de"):
        return word
    for count in range(len(pairs), 0, -1):
        for chosen in combinations(pairs, count):
            spelled, at = "", 0
            for pair in chosen:
                spelled += word[at : pair.start()] + _LETTERS[pair[0]]
                at = pair.end()
            if is_word(spelled + word[at:], "de"):
                return spelled + word[at:]
    return word


def is_name_written_out(word: str, other: str, text: str = "") -> bool:
    """Whether two words with a capital are one name with and without its umlauts, as in `Jörg` and `Joerg`: neither is
    a word of the language, and no word of the ``text`` around is spelled as the other."""
    if not (word[:1].isupper() and other[:1].isupper()) or "ß" in word + other:
        return False
    a, b = word.lower(), other.lower()
    if written_out(a) != written_out(b) or any(is_word(one, "de") for one in (a, b) if one == written_out(one)):
        return False
    return {word, other}.isdisjoint(_WORD.findall(text))


def differ_by_an_umlaut(word: str, other: str) -> bool:
    """Whether two words in small letters are one but for an umlaut, in whatever spelling: `schon` and `schoen`."""
    one, two = written_out(word), written_out(other)
    return one != two and _PAIR.sub(_bare, one) == _PAIR.sub(_bare, two)


def _bare(found: re.Match[str]) -> str:
    return found[0][0]
