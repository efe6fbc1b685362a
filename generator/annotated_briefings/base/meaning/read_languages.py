"""The languages in which a quote and a figure are read: those that are stated, and those of their words."""

from annotated_briefings.base.meaning.lexicon import LANGUAGES, is_word, languages_of
from annotated_briefings.base.numbers.number_words import FIRST_LANGUAGES, WORD_LANGUAGES
from annotated_briefings.base.numbers.numerals import BOTH_MARKS, decimal_marks, plain_number_text
from annotated_briefings.base.regex import regex

ANY_MARK = ",."
"""Marks before decimals where it makes no difference."""
_WORD = regex(r"[^\W\d_]+")
_SPACELESS = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_ARABIC = regex(r"[\u0600-\u06ff]")
_LATIN = regex(r"[a-z\u00df-\u024f\u1e00-\u1eff]")
_AMBIGUOUS = regex(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![.,]?\d)")
"""A number whose mark can be before decimals or between groups."""
_GROUPED = regex(r"(?<![\d.,])[1-9]\d{0,2}\.(?:\d\d0(?!\d)|\d{3}[ \u00a0]mill)")
"""A point between groups where it may be one before decimals: nobody ends decimals with a zero."""


def main_language(language: str) -> str:
    """The code of a language without its region."""
    return language.partition("-")[0].lower()


def read_in(text: str, stated: str) -> tuple[str, ...]:
    """The languages whose words for numbers are read in a text: the one that is stated first."""
    return tuple(dict.fromkeys((stated, *languages_of(latin_words(text)), *FIRST_LANGUAGES)))


def marks_in(quote: str, stated: str) -> str:
    """The marks that are before decimals in a quote, where that makes a difference."""
    if not _AMBIGUOUS.search(plain_number_text(quote)):
        return ANY_MARK
    if _SPACELESS.search(quote):
        return "."
    found = languages_of(latin_words(quote))
    if stated in BOTH_MARKS and _GROUPED.search(plain_number_text(quote)):
        return ","
    return decimal_marks((stated,) if stated in found or (not found and stated in BOTH_MARKS) else found)


def latin_words(text: str) -> list[str]:
    """The words by which a language is told: those without capitals, or all where there are no others."""
    words = _WORD.findall(text)
    return [word for word in words if word.islower()] or words


def has_known_words(quote: str, stated: str) -> bool:
    """Whether the words for numbers of the language of a quote are known to us."""
    letters = "".join(_WORD.findall(quote)).lower()
    if not letters or _SPACELESS.search(letters):
        return True
    if _ARABIC.search(letters):
        return stated in WORD_LANGUAGES
    if not _LATIN.search(letters):
        return False
    words = latin_words(quote)
    found = languages_of(words)
    if stated in found or (not found and stated in LANGUAGES):
        return stated in WORD_LANGUAGES and 2 * sum(is_word(word, stated) for word in words) >= len(words)
    return bool(found) and set(found) <= set(WORD_LANGUAGES)
