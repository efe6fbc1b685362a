"""Whether a number is a level or a change: `rose to 5` and `inflation at 5` say nothing of a rise by 5.

A number is a change where its clause tells of a rise or a fall and the word before it says by how much, or none does;
it is a level where that word says up to where. Where no word tells, it may be either.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from annotated_briefings.base.meaning.amounts import Amount
from annotated_briefings.base.meaning.counted import SMALL, names_word
from annotated_briefings.base.meaning.directions import direction_of_measure, directions
from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex


class Role(StrEnum):
    """What a number is."""

    LEVEL = "level"
    """It tells how high something is."""
    CHANGE = "change"
    """It tells by how much something rose or fell."""
    UNKNOWN = "unknown"
    """Nothing tells which of both it is."""


_WORD = regex(r"[^\W\d_]+")
_BORDER = regex(r"[;:()!?\n]|[.,](?!\d)|[，；。、：]")
_HEDGES = frozenset(
    "about around some nearly almost roughly approximately just only more less than over under an average"
    " between record an the etwa rund fast knapp gut circa ca mehr weniger als über unter mindestens zwischen nur"
    " environ près plus moins presque quelque entre seulement unos unas casi alrededor cerca más menos aproximadamente"
    " circa quasi più meno oltre solo mais menos quase apenas ongeveer bijna ruim zowat meer minder dan cirka omkring"
    " nästan næsten drygt knappt över mer mere än end około prawie ponad niemal asi téměř více přibližně около почти"
    " примерно более свыше майже близько понад приблизно حوالي نحو اكثر من yaklaşık neredeyse noin lähes eur usd"
    " gbp".split()
)
"""Words between a number and the word that says what it is."""
_TO = {
    "en": "to at",
    "de": "auf bei",
    "fr": "à au jusqu'à",
    "es": "a al hasta",
    "it": "a al all'",
    "pt": "para a até",
    "nl": "naar tot op",
    "sv": "till",
    "da": "til",
    "nb": "til",
    "no": "til",
    "nn": "til",
    "pl": "do",
    "cs": "na",
    "sk": "na",
    "ru": "до",
    "uk": "до",
    "bg": "до",
    "ar": "الى",
    "ro": "la",
    "el": "στο στα στις στους σε",
    "zh": "到 至 为 為",
}
"""Words before a number up to which something rises or falls, by language."""
_BY = {
    "de": "um",
    "nl": "met",
    "sv": "med",
    "da": "med",
    "nb": "med",
    "no": "med",
    "nn": "med",
    "pl": "o",
    "cs": "o",
    "sk": "o",
    "ru": "на",
    "uk": "на",
    "bg": "с със",
    "ar": "بمقدار بنسبه",
    "ro": "cu",
    "el": "κατά",
}
"""Words before a number by which something rises or falls, by language."""
_OF = frozenset("of by von de d del dell dello di du um un em en van på av af с на o κατά cu".split())
"""Words that say so right behind a word for a rise or a fall: `a rise of 5`, `a augmenté de 5`."""
_TO_BEHIND = {
    "ja": r"\s?[^\W\d_]{0,3}[%％]?に",
    "ko": r"\s?[^\W\d_]{0,3}%?(?:으로|로)",
    "tr": r"['’]y?[ae]\b|\s?\w+y[ae]\b",
    "fi": r"\s?\w+(?:oon|iin|aan|ään|een|uun)\b",
    "hu": r"\s?%?-?\w*r[ae]\b",
}
"""Endings of a number or of its unit that say up to where."""
_BY_BEHIND = {"fi": r"\s?\w+ll[aä]\b", "hu": r"\s?%?-?\w*[kv][ae]l\b"}
_LAST_WORD = regex(r"([^\W\d_]+)[.\s]*\Z")
_AT_LEAST = regex(r"(?:\bat (?:least|most)|\bau (?:moins|plus)|\bal men[oi]s?)\s\Z")
_SPACELESS = "到至为為"
_OF_IS_NOT_FROM = frozenset("en sv da nb no nn ru uk pl cs".split())
_OTHER_END = regex(r"\s?(?<![^\W\d_])(?:à|a|to|bis|al|hasta|до|do|tot|till|til|[-–])\s?[^\s\d]{0,3}(\d[\d.,]*)")
"""What is behind the first number of a range."""
_NEAR = 24
_WIDE = 4
"""How many times its beginning the end of a range is at most: `by 3 to 5`, and `by 40 to 900` is no range."""
_RANGE = regex(r"(\d[\d.,]*)[^\W\d_%€$£]{0,3}\s?%?\s\Z")
"""What is before the word `to` of a range of numbers."""
_FROM = regex(r"\b(?:from|von|desde|van|från|fra|passé de|z|ze|с|со|з|із|من)\s\S{0,3}\Z")
_UP = regex(r"\b(?:up|bis|as (?:much|many|high) as)\s\Z")
_STATES = regex(
    r"(?:\bat|\b(?:is|was|were|are|stood|stands|stayed|remained|reached|hit|totalled|beträgt|betrug|liegt|lag|erreicht\w*"
    r"|est|était|atteint|atteignait|établi\w*|élèv\w*|es|era|fue|alcanz\w*|situ\w*|ubic\w*|è|ammont\w*|raggiun\w*|foi"
    r"|ating\w*|bedraagt|bedroeg|ligt|är|var|uppgår|uppgick|er|udgør|wynosi\w*|wyniosła?|činí|činila|je|byla"
    r"|составил\w*|составля\w*|становит\w*|склал\w*|складає|بلغ\w*|يبلغ)\b|[为為是は])"
)
"""Words that tell how high something is, where nothing rises or falls."""
_CHANGES = regex(
    r"\b(?:change|difference|differential|gain|loss|cut|hike|veränderung|änderung|unterschied|plus|minus|variation"
    r"|différence|écart|cambio|variación|diferencia|variazione|differenza|variação|diferença|verandering|verschil"
    r"|förändring|skillnad|ændring|forskel|zmiana|różnica|změna|rozdíl|изменение|разница|зміна|різниця)\b|变化|差|変化"
)


def role_of_figure(value: str, unit: str, what: str, language: str, quote: str) -> Role:
    """What the number of a figure is, as what it measures tells: `rise in fares`, or fares."""
    if value.lstrip()[:1] in "+-−±" or direction_of_measure(what, language) or _CHANGES.search(plain_number_text(what)):
        return Role.CHANGE
    words = _words(f"{what} {unit}")
    if words and directions(words[-1], language) and len(words) <= _SHORT and not _follows(words, _words(quote)):
        return Role.CHANGE
    return Role.UNKNOWN if directions(f"{what} {unit}", language) or not what.strip() else Role.LEVEL


def is_rate(what: str) -> bool:
    """Whether a measure is in per cent itself, so that its change is another number: `inflation`, and not `sales`."""
    return any(_RATES.match(word) for word in _words(what))


_RATES = regex(
    r"inflati|inflaci|inflaç|inflac|инфляц|інфляц|التضخم|enflasyon|unemploy|arbeitslos|chômage|desempleo|paro\Z|disoccupa"
    r"|desemprego|werkloos|arbejdsløs|arbetslös|bezroboc|nezaměst|безработ|безробіт|البطاله|işsizlik"
    r"|rates?\Z|shares?\Z|\w*quote[n]?\Z|\w*anteil|taux\Z|tasas?\Z|tass[oi]\Z|taxas?\Z|turnout|percentage|\w*rente?n?\Z"
    r"|stopa|míra\Z|ставк|доля|частка|nisbet|\w*zins|intérêt|interés|interess|juros?\Z"
)
"""Beginnings of words for rates and shares."""
_SHORT = 4
"""Words of a measure that may end in its direction: `price rise`."""


def _follows(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words are all in others, in their order: a measure in the words of the quote says no more than it."""
    rest = iter(others)
    return all(word in rest for word in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(plain_number_text(text))


def role_in(text: str, one: Amount, language: str, what: str) -> Role:
    """What a number of a text is; ``what`` tells what it is about, where no rise or fall is told."""
    plain = plain_number_text(text)
    left = max((found.end() for found in _BORDER.finditer(plain, 0, one.start)), default=0)
    right = next((found.start() for found in _BORDER.finditer(plain, one.end)), len(plain))
    clause, behind = plain[left:right], plain[one.end : right]
    before = _without_hedges(plain[left : one.start])
    if one.sign:
        return Role.UNKNOWN
    candidates = [language] if language in _TO or language in _TO_BEHIND else list(languages_of(_WORD.findall(plain)))
    if not directions(clause, language):
        return Role.LEVEL if _is_state(before, what) else Role.UNKNOWN
    roles = {
        _marked(before, plain[one.start : one.end], behind, (one_language, language)) for one_language in candidates
    }
    return roles.pop() if len(roles) == 1 else Role.UNKNOWN


def _without_hedges(before: str) -> str:
    """The text before a number without words such as `about`."""
    rest = _AT_LEAST.sub("", re.sub(r"[+$€£¥₹₽₩~±%]+\s?\Z", "", before))
    while (found := _LAST_WORD.search(rest)) and found[1] in _HEDGES:
        rest = rest[: found.start()]
    return rest


def _marked(before: str, number: str, behind: str, languages: tuple[str, str]) -> Role:
    marked, language = languages
    ended = _ends_with(before, plain_number_text(_TO.get(marked, "")))
    if ended:
        rest = before.rstrip()[: -len(ended)]
        return Role.UNKNOWN if _UP.search(rest) or _is_range(rest, number) else Role.LEVEL
    if (ending := _TO_BEHIND.get(marked)) and re.match(ending, behind):
        return Role.LEVEL
    words = _WORD.findall(before)
    if words and words[-1] in _OF:
        find = _OTHER_END.match if marked in _OF_IS_NOT_FROM else _OTHER_END.search
        other = find(behind[:_NEAR])
        if other and (marked not in _OF_IS_NOT_FROM or _size(number) * _WIDE > _size(other[1])):
            return Role.UNKNOWN
        if directions(" ".join(words[-2:-1]), language):
            return Role.CHANGE
    if _ends_with(before, plain_number_text(_BY.get(marked, ""))) or (
        (by := _BY_BEHIND.get(marked)) and re.match(by, behind)
    ):
        return Role.CHANGE
    is_bare = words and directions(words[-1], language) and re.search(r"[^\W\d_]\s?\Z", before)
    return Role.CHANGE if is_bare else Role.UNKNOWN


def _is_range(rest: str, number: str) -> bool:
    """Whether a number before the word `to` is the other end of a range, and not what something rose from or by."""
    found = _RANGE.search(rest)
    if not found or _FROM.search(rest[: found.start()]):
        return False
    return _size(found[1]) * _WIDE > _size(number)


def _ends_with(before: str, words: str) -> str:
    """The word of some with which a text ends; Chinese ones are parted from nothing."""
    rest = before.rstrip()
    found = (word for word in words.split() if rest.endswith(word))
    return next((word for word in found if word in _SPACELESS or not rest[: -len(word)][-1:].isalpha()), "")


def _size(number: str) -> int:
    return int(re.sub(r"\D", "", number) or 0)


def _is_state(before: str, what: str) -> bool:
    """Whether a clause without a rise or a fall says how high something is that ``what`` names."""
    found = _STATES.search(before)
    if not found:
        return False
    subject = _WORD.findall(before[: found.start()])
    named = [word for word in _words(what) if len(word) >= _LEAST and word not in SMALL and not directions(word)]
    first = next((at for at, word in enumerate(subject) if any(names_word(word, name) for name in named)), None)
    return first is not None and all(word not in SMALL - _ARTICLES for word in subject[:first])


_LEAST = 4
_ARTICLES = frozenset("the a an der die das le la les l el los las il lo gli i o os as het de den det l".split())


def contradict(one: Role, others: Sequence[Role]) -> bool:
    """Whether a number is a level and all others are changes, or the other way round."""
    opposite = {Role.LEVEL: Role.CHANGE, Role.CHANGE: Role.LEVEL}.get(one)
    return bool(others) and all(other is opposite for other in others)
