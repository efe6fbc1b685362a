"""The last part of a compound, which says what the thing is: a tidal power station is a power station."""

from functools import lru_cache

from annotated_briefings.base.meaning.lexicon import is_word

_LANGUAGES = frozenset({"de", "nl"})
"""Languages that write compounds as one word, and whose words are known."""
_FIRST, _LAST = 4, 5
"""Letters of the first and of the last part at least."""
_LINKS = ("", "s", "n", "en", "es", "er", "e")
"""Letters between two parts."""
_NO_FIRST = frozenset(
    "aneinander auseinander durch entgegen fort gegen herum hinter miss nach nieder other ober onder over tegen tran "
    "trans tussen über unter voll voor wider wieder zurück zusammen zwischen".split()
)
"""Beginnings that make another word of what follows."""
_NO_LAST = frozenset(
    "ander andere anders eigen hundert losen losem loser loses schaft schaften statt weise weisen".split()
)
"""Ends of words that mean something else where they are alone."""


_LOANED = ("anz", "enz", "ion", "ionen", "ismus", "ive", "iven", "ment", "tät")
"""Endings of words from Latin, which often begin like two words: they are last parts after a linking ``s`` alone."""


@lru_cache(100_000)
def last_part(written: str, language: str) -> str:
    """The longest last part of a compound, in lower case; empty for a word that is none."""
    if language not in _LANGUAGES or len(written) < _FIRST + _LAST or (language == "de" and not written[0].isupper()):
        return ""
    word = written.lower()
    for at in range(_FIRST, len(word) - _LAST + 1):
        last = word[at:]
        linked = word[at - 1] == "s" or not last.endswith(_LOANED)
        if linked and last not in _NO_LAST and _begins(word[:at], language) and is_word(last, language):
            return last
    return ""


def _begins(text: str, language: str) -> bool:
    """Whether a text is the first part of a compound."""
    parts = (text.removesuffix(link) for link in _LINKS if text.endswith(link))
    return any(len(part) >= _FIRST and part not in _NO_FIRST and is_word(part, language) for part in parts)
