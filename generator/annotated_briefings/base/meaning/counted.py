"""What the numbers of a quote count or measure, as far as the words behind them tell.

Nobody can know all words for things, so another thing is told only where it is certain: the number has another measure
behind it (`feet` for metres), a plural noun where the figure is in a measure (`12 ships` for tonnes), or one where the
very word of the figure is behind another number of the quote (`12 ships carried 40 containers`).
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from annotated_briefings.base.meaning.lexicon import LANGUAGES, is_word, languages_of
from annotated_briefings.base.meaning.measures import PER, measures_of
from annotated_briefings.base.meaning.units import PERCENT, POINTS
from annotated_briefings.base.numbers.number_reader import Amount
from annotated_briefings.base.numbers.number_words import WORD_LANGUAGES, number_word
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace

_WORD = regex(r"[^\W\d_]+(?:/h)?")
_BEHIND = regex(r"[ \u00a0-]?([^\W\d_]+(?:/h)?)")
_BEFORE = regex(r"([^\W\d_]+)['.]?[ \u00a0]\Z")
_MOST = 3
"""Words behind a number that may say what it counts."""
_MOST_ADDED = 16
"""Numbers of a quote of which pairs are added up."""
_PERSONS = frozenset(
    "people persons personnes personas persone pessoas personen menschen mensen leute gens gente men women".split()
)
"""Words that hold also for those who are counted under another name."""
_NO_THING = frozenset(
    "units items pieces unités unidades times this thus across less others was has does plus dans hors puis más después"
    " jamais".split()
)
"""Words in s that are no plural of a thing either."""
_NO_NOUN = regex(r"(?:ss|us|is|dos|das|és|ées)\Z")
"""Endings of words in s that are no plural of a thing, or say what became of somebody: `heridos`."""
_PLURAL = regex(r"[^\W\d_]{3,}[sx]\Z")


_IN_A_YEAR = frozenset(
    "in since until till during early late mid year years fiscal season spring summer autumn winter seit"
    " bis ab jahr jahre"
    " jahres frühjahr sommer herbst en depuis dès fin début année annee an desde hasta año nel dal anno em"
    " até ano sinds"
    " jaar i år sedan siden året vuonna vuodesta vuoteen w od do roku rok lato lipcu v ve roce yılı в с до"
    " у з за році"
    " року году года في عام سنه منذ"
    " january february march april may june july august september october november december januar februar"
    " märz mai juni"
    " juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre"
    " décembre enero febrero"
    " marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile"
    " maggio giugno"
    " luglio settembre ottobre novembre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro"
    " dezembro".split()
)
"""Words before a number like 2025 that make it a year."""
_OF_A_YEAR = frozenset("году года год годом року році рік roku roce yılında yılı yılının".split())
"""Words behind one that do."""
_SIGNS_OF_A_YEAR = ("年", "년")
SMALL = frozenset(
    "in on at of to by for from with and or but the a an this that these those last next each every all"
    " were was are is"
    " had have has did of off than as per into over under about since until after before more less other others"
    " im am an auf aus bei mit von vor zu zum zur und oder aber der die das den dem des im vorjahr weniger"
    " mehr als pro je"
    " waren wurden sind hatte hatten en au aux à de des du et ou mais le la les un une dans sur par pour"
    " plus moins contre"
    " ont sont était étaient el los las del al y o pero con por para más menos fueron eran son il lo gli i"
    " e ed ma nel nella"
    " nei nelle alla al del della dei con per più meno sono erano os as o a um uma no na nos nas do da dos"
    " das em com mais"
    " menos foram het een en of in op van met voor naar bij meer minder dan zijn waren den det de ett et"
    " och och i på av till"
    " för med från mer än var og eller fra ved av til for som ja tai sekä on oli w we z ze na do od i oraz"
    " a v ve s se k ke"
    " za o po ve ile bir и в на с со к по от до за из а но і й у з та від до و في من الى على".split()
)
"""Small words, which are no things."""
_PERSON = frozenset({"person"})


def is_year(text: str, number: Amount, numbers: Sequence[Amount]) -> bool:
    """Whether a number of a text is surely a year: `in 2025 ships came`; ``numbers`` are all numbers of the text."""
    if not number.year or number.units or any(one.part and one.end == number.end for one in numbers):
        # `1 in 2000` is a part.
        return False
    plain = plain_number_text(text)
    before, behind = _BEFORE.search(plain[: number.start]), words_behind(plain, number)
    if plain.startswith(_SIGNS_OF_A_YEAR, number.end) or (behind and behind[0] in _OF_A_YEAR):
        return True
    return before is not None and before[1] in _IN_A_YEAR


def are_of_one_kind(text: str, one: Amount, other: Amount, language: str) -> bool:
    """Whether two numbers of a text may be added up: they count or measure the same, as far as the words behind them
    tell; one that has no such word may count what the other does: `from 40 ships to 32`."""
    plain = plain_number_text(text)
    first, second = words_behind(plain, one), words_behind(plain, other)
    measures, others = _kinds(first, language), _kinds(second, language)
    if measures and others:
        return bool(measures & others)
    things, other_things = _things(first), _things(second)
    if measures or others:
        return not (other_things if measures else things)
    return not things or not other_things or any(names_word(a, b) for a in things for b in other_things)


def _kinds(words: Sequence[str], language: str) -> frozenset[str]:
    return measures_of(words, language) or (_PERSON if words and words[0] in _PERSONS else frozenset())


def _things(words: Sequence[str]) -> list[str]:
    """The words behind a number that may name what it counts."""
    return list(takewhile(lambda word: word not in SMALL, words))


def counts_another_thing(
    text: str, same: Sequence[Amount], numbers: Sequence[Amount], unit: str, languages: tuple[str, str]
) -> bool:
    """Whether those numbers of a text that are the number of a figure surely count another thing than its unit.

    ``numbers`` are all numbers of the text; ``unit`` is in words, without shares and currencies; ``languages`` are
    those of the text and of the figure.
    """
    plain = plain_number_text(text)
    # Capitals tell nouns where nothing has moved.
    shown = text if len(text) == len(plain) else plain
    named, measures = named_by(unit, languages[1])
    if not named or not same:
        return False
    spoken = languages[0]
    behind = [words_behind(shown, one) for one in same]
    for one, words in zip(same, behind, strict=True):
        is_unit = _names(words, named, measures, spoken) and not _is_other_measure(words, measures, spoken)
        # `60 pounds` are a sum of money too.
        if (not one.units and (not words or is_unit)) or measures & measures_of(words, spoken):
            return False
    # `m` is a metre and a million.
    measured = bool(measures) and any(len(word) > 1 for word in named)
    elsewhere = any(_names(words_behind(shown, one), named, measures, spoken) for one in numbers if one not in same)
    return all(
        ((elsewhere or measured) and bool(one.units))
        or _is_other_measure(words, measures, spoken)
        or ((elsewhere or measured) and _is_noun(words, named, unit, measured))
        for one, words in zip(same, behind, strict=True)
    )


def names_another_thing(text: str, same: Sequence[Amount], unit: str, languages: tuple[str, str]) -> bool:
    """Whether those numbers of a text that are the number of a figure surely have another noun behind them than its
    unit, which the text has nowhere: `48,000 cars` for vehicles.

    ``languages`` are those of the text and of the figure. Where they differ, or the unit is no word of the text's
    language, nothing is told; nor is it of persons, who are counted under many names.
    """
    plain = plain_number_text(text)
    shown = text if len(text) == len(plain) else plain
    things = list(takewhile(lambda word: word.lower() not in PER and word.lower() not in SMALL, _WORD.findall(unit)))
    named, measures = named_by(" ".join(things), languages[1])
    if languages[0] != languages[1] or not (named and same) or measures or set(named) & _PERSONS:
        return False
    words = _WORD.findall(plain)
    spoken = languages_of([word for word in _WORD.findall(shown) if word.islower()] or words) or languages[:1]
    known = all(_is_known(name, spoken) for name in named)
    if not known or not _has_noun(things, unit):
        return False
    if any(names_word(word, name) for word in words for name in named) or _PERSONS & set(words):
        return False
    behind = [_things(words_behind(shown, one)) for one in same]
    return all(
        not one.units and not measures_of(found, languages[0]) and _has_noun(found, unit)
        for one, found in zip(same, behind, strict=True)
    )


def _is_known(noun: str, languages: Sequence[str]) -> bool:
    """Whether a noun, or what it is the regular plural of, is a word of one of some languages."""
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"))
    return any(is_word(form, one) for form in forms for one in languages if one in LANGUAGES)


def _has_noun(words: Sequence[str], unit: str) -> bool:
    """Whether one of the words behind a number is surely the name of things, as far as that can be told."""
    if unit[:1].isupper() and any(word[0].isupper() and word[1:].islower() for word in words):
        return True
    lower = list(takewhile(lambda word: word.islower(), words))
    return any(_PLURAL.match(word) and not _NO_NOUN.search(word) and word not in _NO_THING for word in lower)


def named_by(unit: str, language: str) -> tuple[list[str], frozenset[str]]:
    """The words of a unit that name what is counted, and the measures that they may be."""
    words = _WORD.findall(plain_number_text(unit))
    # Of `cars a year` the cars are counted.
    head = next((at for at, word in enumerate(words) if at and word in PER), len(words))
    found = (measures_of(words[at : at + _MOST + 1], language) for at in range(head))
    measures = next((one for one in found if one), frozenset[str]())
    # `miles` is a measure here, and a thousand in Spanish.
    return [word for word in words if measures_of([word], language) or not number_word(word, WORD_LANGUAGES)], measures


def counts_unit(text: str, number: Amount, unit: str, languages: tuple[str, str]) -> bool:
    """Whether a number of a text has the unit of a figure behind it."""
    named, measures = named_by(unit, languages[1])
    words = words_behind(plain_number_text(text), number)
    return _names(words, named, measures, languages[0]) and not _is_other_measure(words, measures, languages[0])


def words_behind(shown: str, number: Amount) -> list[str]:
    """The words right behind a number."""
    out: list[str] = []
    at = number.end
    while len(out) < _MOST and (found := _BEHIND.match(shown, at)):
        out.append(found[1])
        at = found.end()
    return out


def _names(words: Sequence[str], named: Sequence[str], measures: frozenset[str], language: str) -> bool:
    """Whether one of the words behind a number is the unit."""
    plain = [plain_number_text(word) for word in words]
    return bool(measures & measures_of(plain, language)) or any(
        names_word(word, name) for word in plain for name in named
    )


def names_word(word: str, name: str) -> bool:
    """Whether two words are forms of one, as far as their beginnings tell."""
    least = min(len(word), len(name))
    common = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), least)
    return word == name or (least >= 3 and common >= max(2, least - (2 if least > 4 else 1)))


def _is_other_measure(words: Sequence[str], measures: frozenset[str], language: str) -> bool:
    """Whether a number has a measure behind it that is none of those of a figure."""
    found = measures_of(words, language)
    return bool(measures and found) and not found & measures


def _is_noun(words: Sequence[str], named: Sequence[str], unit: str, measured: bool) -> bool:
    """Whether the first word behind a number is surely the name of things, as that of the figure is; things are never
    what is ``measured``."""
    if not words or set(named) & _PERSONS:
        return False
    first = words[0]
    if first[0].isupper():
        # As German nouns are written, if the unit is.
        return unit[:1].isupper() and first[1:].islower()
    plural = _PLURAL.match(first) and not _NO_NOUN.search(first) and first not in _NO_THING
    return bool(plural) and (measured or any(_PLURAL.match(name) for name in named))


def pairs_of(quote: str, numbers: Sequence[Amount], language: str) -> Iterator[Amount]:
    """The sums and differences of two numbers of a quote that count or measure the same."""
    counted = [one for one in numbers if not one.alone][:_MOST_ADDED]
    for at, one in enumerate(counted):
        for other in counted[at + 1 :]:
            if one.year is not other.year or not (one.units & other.units or one.units == other.units):
                continue
            if not (one.units or are_of_one_kind(quote, one, other, language)):
                continue
            values = frozenset(value for a in one.values for b in other.values for value in (a + b, abs(a - b)))
            units = (one.units & other.units) | ({POINTS} if PERCENT in one.units else set())
            yield replace(one, values=values, units=units, sign=0, end=other.end)
