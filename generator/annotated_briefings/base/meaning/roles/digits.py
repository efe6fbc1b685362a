"""What numbers in digits, and in words of a stated language, tell of a quote whose own words may not be known."""

from collections.abc import Sequence
from fractions import Fraction

from annotated_briefings.base.meaning.amounts import Amount, Amounts, is_same_number
from annotated_briefings.base.meaning.counted import counts_unit, pairs_of
from annotated_briefings.base.numbers.number_words import WordKind, number_word
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex

_WORD = regex(r"[^\W\d_]+")
_SPACELESS = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts in which a number and its scale are one word."""
_MILLION = 1_000_000
_ARTICLES = frozenset("a an one the per un une ein eine einer einen einem een één um uma uno una un'".split())
_SPELLED = 2
"""Most digits of numbers that people write in words."""


def has_in_digits(figure: Sequence[Amount], quote: str, amounts: Amounts, language: str) -> bool:
    """Whether the digits of each number of a figure are those of a number, or a sum, that a quote has in digits."""
    plain = plain_number_text(quote)
    written = [one for one in amounts.numbers if any(map(str.isdigit, plain[one.start : one.end]))]
    numbers = (*written, *pairs_of(quote, written, language))
    there = {_digits_of(value) for one in numbers for value in one.values}
    return all(there & {_digits_of(value) for value in one.values} for one in figure)


def is_in_words_of(language: str, figure: Sequence[Amount], quote: str, amounts: Amounts) -> bool:
    """Whether a quote has each number of a figure in words of a language; a scale alone is none, since what is before
    it may be a number of another language: `halvanden milliard`."""
    plain = plain_number_text(quote)

    def is_written(one: Amount) -> bool:
        words = (number_word(word, (language,)) for word in _WORD.findall(plain[one.start : one.end]))
        return any(word is not None and word.kind is not WordKind.TIMES for word in words)

    return all(any(is_same_number(one, other) and is_written(other) for other in amounts.numbers) for one in figure)


def is_bare_scale(figure: Sequence[Amount], quote: str, amounts: Amounts) -> bool:
    """Whether a quote has a number of a figure as a scale from a million on alone, with no article before it: in every
    language that is not one of them."""
    plain = plain_number_text(quote)

    def is_bare(one: Amount) -> bool:
        words = _WORD.findall(plain[one.start : one.end])
        before = _WORD.findall(plain[: one.start])[-1:]
        if len(words) != 1 or _SPACELESS.search(words[0]):
            return False
        return min(one.values) >= _MILLION and not (before and before[0] in _ARTICLES)

    same = [other for one in figure for other in amounts.numbers if is_same_number(one, other)]
    return bool(same) and all(map(is_bare, same))


def has_unit_in_digits(figure: Sequence[Amount], quote: str, amounts: Amounts, unit: str, language: str) -> bool:
    """Whether a number in digits has the unit of a figure, or the number of it and another unit that we know, so that
    words that we do not know need not say it."""
    plain = plain_number_text(quote)
    return any(
        any(one.units & other.units or (one.units and other.units and is_same_number(one, other)) for one in figure)
        or (bool(unit) and counts_unit(quote, other, unit, (language, "")))
        for other in amounts.numbers
        if any(map(str.isdigit, plain[other.start : other.end]))
    )


def is_plainly_other(one: Amount, quote: str, amounts: Amounts, language: str) -> bool:
    """Whether a number that nobody writes in words is none of those of a text whose words are not known."""
    wanted = {_digits_of(value) for value in one.values}
    alike = [other for other in amounts.numbers if wanted & {_digits_of(value) for value in other.values}]
    if alike and all(other.scale > 1 and not other.values & one.values for other in alike):
        # `2,4 mld` is no 2.4 million.
        return True
    if one.part or min(map(len, wanted)) <= _SPELLED:
        return False
    numbers = (*amounts.numbers, *pairs_of(quote, amounts.numbers, language))
    return not wanted & {_digits_of(value) for other in numbers for value in other.values}


def _digits_of(value: Fraction) -> str:
    """The digits of a number from its first to its last that is not zero."""
    decimal = value * 10**12
    return str(decimal.numerator // decimal.denominator).strip("0")
