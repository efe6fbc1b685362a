"""Texts that imitate other languages and scripts: English ones with other words, for training and measuring.

Nothing of them is a real language. What stays is what boundaries depend on in all languages: which words come again
and where, how long paragraphs are, capitals, figures, marks.
"""

import random
import re
from functools import cache
from hashlib import blake2b

from annotated_briefings.intake.segmentation.paragraphs import stem
from annotated_briefings.intake.segmentation.words import FOLLOW_UP_WORDS, FUNCTION_WORDS, STOP_WORDS

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_CIPHER = str.maketrans(
    _VOWELS + _CONSONANTS + _VOWELS.upper() + _CONSONANTS.upper(),
    "uioea" + "dfgkhmrvbnptclzwsjqyx" + "UIOEA" + "DFGKHMRVBNPTCLZWSJQYX",
)
_NOUN = 5
"""Fewest letters of a word that may be written with a capital as nouns are in German."""
_FIRST, _SPREAD = 0x4E00, 2600
"""The characters that words without blanks are made of."""
_PARTICLES = "的了在是和有这那不也就都而及与或被把将对于为以从到"
_MARKS = str.maketrans({".": "。", ",": "，", "?": "？", "!": "！", ":": "：", ";": "；", "(": "（", ")": "）"})

_WITHOUT_MEANING = STOP_WORDS - FOLLOW_UP_WORDS
_KNOWN = sorted(word for word in FUNCTION_WORDS - STOP_WORDS if word.isascii())
"""English words that tell nothing of a subject, and those of other languages that are put in their place."""


def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=4).digest(), "big")


def foreign(text: str, *, nouns: bool) -> str:
    """Other words with the same repeats; with ``nouns``, two of five longer words always have a capital."""

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if word.lower() in _WITHOUT_MEANING:
            known = _KNOWN[_number(word.lower()) % len(_KNOWN)]
            return known.capitalize() if word[0].isupper() else known
        if nouns and len(word) >= _NOUN and word.islower() and _number(stem(word)) % 5 < 2:
            word = word.capitalize()
        return word.translate(_CIPHER)

    return _WORD.sub(other, text)


@cache
def _characters(word: str) -> str:
    """One to three characters that stand for a word; some characters are in many words, as in Chinese."""
    if word in STOP_WORDS:
        number = _number(word)
        return _PARTICLES[number % len(_PARTICLES)] if number % 3 else ""
    rng = random.Random(word)
    return "".join(
        chr(_FIRST + int(_SPREAD * rng.random() ** 2)) for _ in range(1 + (len(word) > 4) + (len(word) > 11))
    )


def unspaced(text: str) -> str:
    """A text without blanks, capitals or endings, with the marks of Chinese."""
    shown = _WORD.sub(lambda found: _characters(stem(found.group().lower())), text)
    return re.sub(r"[ \u00a0]+", "", shown.translate(_MARKS))
