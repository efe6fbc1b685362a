"""Whether a quote states a figure: its number, the share or currency that it is in, and its direction."""

import re
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from annotated_briefings.base.meaning.amounts import (
    Amount,
    in_points,
    is_same_number,
    is_share_of,
    read_amounts,
)
from annotated_briefings.base.meaning.counted import (
    counts_another_thing,
    is_year,
    named_by,
    names_another_thing,
    pairs_of,
    words_behind,
)
from annotated_briefings.base.meaning.counted_as import CountedAs, WrittenFigure, counted_as
from annotated_briefings.base.meaning.directions import direction_at, direction_of_measure, directions
from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.meaning.rates import other_time
from annotated_briefings.base.meaning.read_languages import (
    ANY_MARK,
    has_known_words,
    main_language,
    marks_in,
    read_in,
)
from annotated_briefings.base.meaning.roles.changes import Role, contradict, is_rate, role_in, role_of_figure
from annotated_briefings.base.meaning.roles.digits import (
    has_in_digits,
    has_unit_in_digits,
    is_bare_scale,
    is_in_words_of,
    is_plainly_other,
)
from annotated_briefings.base.meaning.roles.labels import is_label
from annotated_briefings.base.meaning.roles.unread_scales import is_unscaled
from annotated_briefings.base.meaning.units import PERCENT, is_weight, units_of
from annotated_briefings.base.numbers.number_words import WordKind, number_word
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace

_WORD = regex(r"[^\W\d_]+")
_DIGITS = regex(r"[+-]?\d[\d.,'/-]*")
_OTHER_MATHS = regex(r"[×⁰¹²³⁴-⁹]|\d ?x ?10\b|\^|\d[eE][+-]?\d")
"""Powers and products, which we do not read."""
_BELOW_ZERO = regex(
    r"\b(?:below|under|minus|loss|deficit|unter|sous|bajo|fall|drop|decline|rückgang|baisse)", re.IGNORECASE
)
"""Words of a figure that tell that it is below zero, or a fall."""
_ENGLISH_SCALE = regex(r"\b(?:b|tr)illions?\b", re.IGNORECASE)
_OWN_SCALE = regex(r"\b(?:Billion|Trillion)\b|illions? d(?:['’]|e )")
"""The same in a German or French unit, where it is a million times as much."""
_PER = regex(r"\b(?:per|je|pro|par|por|a|each|every)\b|/|每|لكل")
_DAYS = 31
_CJK_SCALES = (("万亿", 12), ("百万", 6), ("千万", 7), ("万", 4), ("亿", 8))


class Statement(StrEnum):
    """What a quote says of a figure."""

    STATED = "stated"
    """It states the figure."""
    UNREAD = "unread"
    """Nobody can tell: it has no number in digits that is another one, and its words for numbers are not known."""
    OTHER_NUMBER = "other number"
    """None of its numbers is that of the figure."""
    OTHER_UNIT = "other unit"
    """It has the number, and not in the share or the currency of the figure."""
    OTHER_THING = "other thing"
    """It has the number with another noun behind it than the unit of the figure."""
    YEAR = "year"
    """It has the number as a year, where the figure counts something."""
    RANK = "rank"
    """It has the number as that of one thing in a row."""
    PART = "part"
    """It has the number as a share of a hundred of the things, or as one side of a ratio."""
    PACKS = "packs"
    """It has the number as one of pairs, crates or other packs of the things."""
    SMALLER = "smaller"
    """It has the number as the minutes of a time of day, or as the smaller part of a number in two units."""
    LEVEL = "level"
    """It has the number as what something rose or fell to, where the figure is a rise or a fall."""
    CHANGE = "change"
    """It has the number as a rise or a fall, where the figure tells how high something is."""
    OTHER_SIGN = "other sign"
    """It has the number below zero, where the figure has no minus sign and is no fall."""
    OTHER_DIRECTION = "other direction"
    """It tells of a rise where the figure is a fall, or the other way round."""


_NO_COUNTS = {
    CountedAs.RANK: Statement.RANK,
    CountedAs.PART: Statement.PART,
    CountedAs.PACKS: Statement.PACKS,
    CountedAs.SMALLER: Statement.SMALLER,
}
_CELSIUS, _FAHRENHEIT = regex(r"\s?(?:° ?C(?![^\W\d_])|℃)"), regex(r"\s?(?:° ?F(?![^\W\d_])|℉)")


def states(quote: str, value: str, unit: str, what: str, languages: tuple[str, str]) -> Statement:
    """What a quote says of a figure, which is a value and its unit; ``what`` is what it measures.

    ``languages`` are the codes of the quote's language, as far as it is stated, and of that of the figure. Where a
    quote is in a language whose words for numbers are not known, only numbers are other ones that nobody writes in
    words; smaller ones are unread.
    """
    quote, value, unit = (_with_scale(text) for text in (quote, value, unit))
    figure, spoken = _figure(value, unit, languages[1]), (main_language(languages[0]), main_language(languages[1]))
    words = _DIGITS.sub(" ", f"{value} {unit}").strip()
    if is_weight(words, quote):
        figure = tuple(replace(one, units=frozenset()) for one in figure)
    found = _statement_of(figure, quote, what, spoken[0], words)
    if found in (Statement.STATED, Statement.UNREAD) and is_unscaled(value, unit, quote, figure):
        return Statement.OTHER_NUMBER
    if found is not Statement.STATED or not figure:
        return found
    amounts = read_amounts(quote, read_in(quote, spoken[0]), ANY_MARK).numbers
    same = [other for other in amounts if any(is_same_number(one, other) for one in figure)]
    is_fall = direction_of_measure(what, spoken[1]) == {-1} or _BELOW_ZERO.search(f"{unit} {what}")
    if same and all(one.sign < 0 for one in same) and not any(one.sign for one in figure) and not is_fall:
        return Statement.OTHER_SIGN
    # Percentage points are a difference, whatever the figure measures.
    role = (
        None
        if figure and all(map(in_points, figure))
        else _other_role(quote, same, amounts, (value, unit, what), spoken)
    )
    if role is not None:
        return role
    if other_time(quote, same, unit, spoken):
        return Statement.OTHER_UNIT
    if any(one.units for one in figure):
        return found
    counted = [other for other in same if not is_year(quote, other, amounts)]
    named, measures = named_by(words, spoken[1])
    if same and not counted and named and "year" not in measures:
        return Statement.YEAR
    kind = counted_as(quote, counted, amounts, WrittenFigure(value, words, what, spoken[1]), spoken[0])
    if kind in _NO_COUNTS:
        return _NO_COUNTS[kind]
    if not same:
        counted = [
            pair for pair in pairs_of(quote, amounts, spoken[0]) if any(is_same_number(one, pair) for one in figure)
        ]
        if named and "year" not in measures and any(pair.year for pair in counted):
            return Statement.OTHER_UNIT
    is_other = counts_another_thing(quote, counted or same, amounts, words, spoken)
    if is_other:
        return Statement.OTHER_UNIT
    return Statement.OTHER_THING if names_another_thing(quote, counted or same, words, spoken) else found


def _other_role(
    quote: str,
    same: Sequence[Amount],
    amounts: Sequence[Amount],
    written: tuple[str, str, str],
    spoken: tuple[str, str],
) -> Statement | None:
    """What those numbers of a quote that are the number of a figure are, where that is a level and the figure a change,
    or the other way round; ``written`` are its value, its unit and what it measures."""
    value, unit, what = written
    role = role_of_figure(value, unit, what, spoken[1], quote)
    if not contradict(role, [role_in(quote, one, spoken[0], what) for one in same]):
        return None
    if role is Role.CHANGE:
        values = frozenset[Fraction]().union(*(one.values for one in same))
        pairs = pairs_of(quote, amounts, spoken[0])
        return None if any(pair.values & values for pair in pairs) else Statement.LEVEL
    shares = all(PERCENT in one.units for one in same)
    levels = any(role_in(quote, one, spoken[0], what) is Role.LEVEL for one in amounts)
    return Statement.CHANGE if levels or not shares or is_rate(what) else None


def _with_scale(text: str) -> str:
    """A text with the scales of temperatures in words."""
    return _CELSIUS.sub(" degrees celsius", _FAHRENHEIT.sub(" degrees fahrenheit", text))


def unstated_numbers(text: str, quote: str, languages: tuple[str, str]) -> tuple[str, ...]:
    """The numbers in digits of a text that its quote does not state, as they are written there.

    ``languages`` are the codes of those of the quote and of the text. Years and small numbers without a unit are left
    out: they may be days, and what a text counts itself.
    """
    plain = plain_number_text(text)
    if not any(map(str.isdigit, plain)):
        return ()
    shown = text if len(text) == len(plain) else plain
    spoken = (main_language(languages[0]), main_language(languages[1]))
    amounts = read_amounts(text, read_in(text, spoken[1]), ANY_MARK)
    return tuple(
        shown[one.start : one.end]
        for one in amounts.numbers
        if any(map(str.isdigit, plain[one.start : one.end])) and not one.alone and not _may_be_a_date(one)
        if _statement_of((replace(one, sign=0),), quote, "", spoken[0]) not in (Statement.STATED, Statement.UNREAD)
        or _is_of_another_kind(text, one, amounts.numbers, quote, spoken)
    )


def _is_of_another_kind(text: str, one: Amount, numbers: Sequence[Amount], quote: str, spoken: tuple[str, str]) -> bool:
    """Whether a number of a text is a rise or a fall, or counts something, and in a quote it is a level or a name."""
    amounts = read_amounts(quote, read_in(quote, spoken[0]), ANY_MARK).numbers
    same = [other for other in amounts if is_same_number(replace(one, sign=0), other)]
    if contradict(role_in(text, one, spoken[1], quote), [role_in(quote, other, spoken[0], text) for other in same]):
        return not any(one.values & pair.values for pair in pairs_of(quote, amounts, spoken[0]))
    named = [word.lower() for word in words_behind(plain_number_text(text), one)[:1]]
    if not (same and named) or is_label(text, one, numbers, (), spoken[1]):
        return False
    return all(is_label(quote, other, amounts, named, spoken[0]) for other in same)


def _may_be_a_date(number: Amount) -> bool:
    return not number.units and number.scale == 1 and (number.year or max(number.values) <= _DAYS)


def _statement_of(figure: Sequence[Amount], quote: str, what: str, language: str, unit: str | None = None) -> Statement:
    """What a quote in a language says of the numbers of a figure in a unit, or of a text, which measure something."""
    if not figure:
        return Statement.STATED
    of_quote = read_in(quote, language)
    found = _stated(figure, quote, what, of_quote, ANY_MARK)
    if found is Statement.STATED and (marks := marks_in(quote, language)) != ANY_MARK:
        found = _stated(figure, quote, what, of_quote, marks)
    amounts = read_amounts(quote, of_quote, ANY_MARK)
    in_digits = has_in_digits(figure, quote, amounts, language)
    if found is Statement.STATED and not in_digits and is_bare_scale(figure, quote, amounts):
        return Statement.UNREAD
    if has_known_words(quote, language) and not _OTHER_MATHS.search(quote):
        return found
    if found is Statement.STATED:
        # A scale may have a number before it that is not known: `два миллиарда`.
        return found if in_digits or is_in_words_of(language, figure, quote, amounts) else Statement.UNREAD
    if found is Statement.OTHER_DIRECTION:
        return found
    is_other = any(is_plainly_other(one, quote, amounts, language) for one in figure)
    is_other = is_other or (unit is not None and has_unit_in_digits(figure, quote, amounts, unit, language))
    return found if is_other else Statement.STATED if in_digits else Statement.UNREAD


def _stated(figure: Sequence[Amount], quote: str, what: str, languages: tuple[str, ...], marks: str) -> Statement:
    """What a quote says of the numbers of a figure where it is read in one way."""
    amounts = read_amounts(quote, languages, marks)
    other_unit = other_direction = False
    sums: list[Amount] | None = None
    for one in figure:
        same = [other for other in amounts.numbers if is_same_number(one, other)]
        united = [other for other in same if _has_unit(one, other, amounts.loose)]
        if not united:
            sums = list(pairs_of(quote, amounts.numbers, languages[0])) if sums is None else sums
            pairs = [other for other in sums if is_same_number(one, other)]
            same += pairs
            united = [other for other in pairs if _has_unit(one, other, amounts.loose)]
        if not same:
            return Statement.OTHER_NUMBER
        other_unit |= not united
        other_direction |= bool(one.sign and united) and not any(
            _has_sign(one, other, quote, languages[0]) for other in united
        )
    if other_unit:
        return Statement.OTHER_UNIT
    if not any(one.sign for one in figure) and (of_figure := direction_of_measure(what, languages[0])):
        other_direction = directions(quote, languages[0]) == {-one for one in of_figure}
    return Statement.OTHER_DIRECTION if other_direction else Statement.STATED


@lru_cache(maxsize=1024)
def _figure(value: str, unit: str, language: str) -> tuple[Amount, ...]:
    """The numbers of a figure, each of which must be stated."""
    languages = read_in(f"{value} {unit}", main_language(language))
    if _is_of_short_scale(f"{value} {unit}"):
        languages = ("en", *languages)
    amounts = read_amounts(value, languages, ANY_MARK)
    plain = plain_number_text(unit)
    units = frozenset[str]().union(*(found.units for found in units_of(plain)))
    scale = _scale(plain, languages)
    numbers = (
        replace(
            one,
            values=frozenset(a * b for a in one.values for b in scale),
            units=one.units or amounts.loose or units,
        )
        for one in amounts.numbers
        if one.part or not one.alone
    )
    # One number that is written twice is looked for once.
    return tuple({replace(one, start=0, end=0): one for one in numbers}.values())


def _is_of_short_scale(figure: str) -> bool:
    """Whether a billion of a figure is the English one; one that may be that of another language as well is."""
    found = languages_of([word.lower() for word in _WORD.findall(figure)])
    return bool(_ENGLISH_SCALE.search(figure)) and "en" in found and not _OWN_SCALE.search(figure)


def _scale(unit: str, languages: tuple[str, ...]) -> frozenset[Fraction]:
    """What the words of a unit multiply a number by."""
    counted = _PER.split(unit)[0]
    found = frozenset({Fraction(1)})
    for sign, power in _CJK_SCALES:
        if sign in counted:
            return frozenset({Fraction(10**power)})
    for word in _WORD.findall(counted):
        of_word = languages[:1] if _ENGLISH_SCALE.fullmatch(word) and languages[:1] == ("en",) else languages
        known = [one.values for at in of_word if (one := number_word(word, (at,))) and one.kind is WordKind.TIMES]
        if known:
            # What is such a word in another language may be no number here: `miles`.
            own = number_word(word, languages[:1])
            sure = own is not None and own.kind is WordKind.TIMES
            values = frozenset[Fraction]().union(*known, () if sure else {Fraction(1)})
            found = frozenset(a * b for a in found for b in values)
    return found


def _has_unit(one: Amount, other: Amount, loose: frozenset[str]) -> bool:
    """Whether a number of a quote is in the unit of a number of a figure."""
    if not one.units or one.units & other.units or (one.units & loose and not other.units):
        return True
    return is_share_of(one, other) or bool(in_points(one) & in_points(other))


def _has_sign(one: Amount, other: Amount, quote: str, language: str) -> bool:
    """Whether a number of a quote does not contradict the sign of a number of a figure."""
    if other.sign:
        return one.sign == other.sign
    return direction_at(plain_number_text(quote), other.start, other.end, language) != {-one.sign}
