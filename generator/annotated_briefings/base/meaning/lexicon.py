"""Which letter sequences are words of some language, to tell a typing error from another word.

The word list of each language is shipped as a Bloom filter (Bloom, "Space/time trade-offs in hash coding with
allowable errors", 1970): every word of the lists is found, and one other text in a hundred is taken for a word. That
error is on the safe side, since a word is never accepted in place of another.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from unicodedata import normalize

from annotated_briefings.base.package_files import package_bytes

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt")
"""Languages whose words are known."""
HASHES = 7
"""Bits that are set for each word; the best number for an error of one in a hundred."""


def plain_word(word: str) -> str:
    """A word in the form in which the lists are searched: lower case, composed letters."""
    return normalize("NFC", word).lower()


def places_of(word: str, size: int) -> Iterator[int]:
    """The bits of a word in a filter of ``size`` bits (double hashing, Kirsch and Mitzenmacher 2006)."""
    first, second = _hashes(word)
    return ((first + number * second) % size for number in range(HASHES))


@lru_cache(maxsize=8192)
def _hashes(word: str) -> tuple[int, int]:
    """The two numbers of a word that its bits follow from in the filters of all languages."""
    hashed = blake2b(word.encode(), digest_size=16).digest()
    return int.from_bytes(hashed[:8]), int.from_bytes(hashed[8:]) | 1


@lru_cache(maxsize=len(LANGUAGES))
def _filter(language: str) -> bytes:
    return package_bytes("base.meaning", f"lexicon_{language}.bloom")


@lru_cache(maxsize=32_768)
def _known_by(word: str) -> int:
    """Which of ``LANGUAGES`` know a word: a bit for each."""
    first, second = _hashes(plain_word(word))
    known = 0
    for number, language in enumerate(LANGUAGES):
        bits = _filter(language)
        size = len(bits) * 8
        # Most words are in no list, which their first or second bit tells.
        for at in range(first, first + HASHES * second, second):
            place = at % size
            if not bits[place >> 3] >> (place & 7) & 1:
                break
        else:
            known |= 1 << number
    return known


def is_word(word: str, language: str) -> bool:
    """Whether a letter sequence is a word of one of ``LANGUAGES``."""
    return bool(_known_by(word) >> LANGUAGES.index(language) & 1)


def languages_of(words: Sequence[str]) -> tuple[str, ...]:
    """The languages that know most of some words; empty where none knows two thirds of them."""
    counts = Counter(map(_known_by, words)).items()
    known = [sum(count for bits, count in counts if bits >> number & 1) for number in range(len(LANGUAGES))]
    most = max(known)
    enough = 3 * most >= 2 * len(words) > 0
    return tuple(name for name, count in zip(LANGUAGES, known, strict=True) if count == most and enough)
