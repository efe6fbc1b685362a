"""Whether words can be the name of a person, as far as words alone can tell."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.ner.lexicon import MONTHS_AND_DAYS, common_words, first_names, surnames

PARTICLES = frozenset(
    "van von der den de del della di da do dos das du la le las los el al bin ibn ben bint ter ten te zu zum zur af av "
    "d' l' het 't mac in dalla degli".split()
)
"""Small words inside names."""
_GIVEN_WORDS = frozenset(
    "rose olive amber crystal faith hope joy charity mercy patience autumn summer dawn eve grant guy pat rich rod wade "
    "drew miles norm cliff clay brook reed heath penny ginger candy angel hunter".split()
)
"""Given names that are mostly words, and in no list of names."""
_INITIALS = regex(r"(?:[^\W\d_]\.?-?)*[^\W\d_]\.|[^\W\d_a-z]")
_OFFICE = regex(
    r"(?:our |the |an? |unser\w* |der |die |la |les? |notre |nos |nuestr\w+ |onze |de |l['’])?(?:[^\W\d_]+ ){0,2}"
    r"(?:correspondents?|reporters?|writers?|editors?|staff|newsroom|news ?desk|desk|agencies|agenturen|redaktion|"
    r"korrespondent(?:in|en)?|rédaction|correspondante?s?|journalistes?|agences|redacción|corresponsal(?:es)?|agencias|"
    r"redactie|redacteuren|correspondenten|redazione|corrispondente|inviato|agenzie)",
    re.IGNORECASE,
)
"""An office or an agency in the place of a writer."""
_PARTS = regex(r",\s*|\s+(?:and|und|et|y|e|en|og|och|&|AND|UND|ET|Y)\s+")
_PLACE = regex(r"\s+in\s+(?!de[rn]\b|het\b|'t\b).*")
"""Where somebody writes, behind the name."""


def are_people(names: str, *, sure: bool = False) -> bool:
    """Whether words such as `Jane Doe and John Roe` can be names of people; ``sure`` where a headline may stand too.

    `Land and Sea`, `Popular Demand` and `Haus zu Haus` cannot: each word is a common one, or a name has one word.
    """
    parts = [part.split() for part in _PARTS.split(_PLACE.sub("", names)) if part.strip() and not is_office(part)]
    if not parts or len(parts[-1]) < 2:
        return False
    return all(_is_person(words, sure) if len(words) > 1 else _is_given(words[0]) for words in parts)


def is_office(names: str) -> bool:
    """Whether words such as `Our Correspondent` or `Staff and agencies` name offices instead of people."""
    return all(map(_OFFICE.fullmatch, _PARTS.split(names.strip())))


def _is_person(words: list[str], sure: bool) -> bool:
    low = [word.strip(".'’").lower() for word in words]
    own = [word for word, small in zip(words, low, strict=True) if small not in PARTICLES]
    joined = [word for word in words[1:-1] if word.islower()]
    if len({word.lower() for word in own}) < min(2, len(own)) or any(word.lower() not in PARTICLES for word in joined):
        return False
    if _is_given(words[0]):
        return low[0] not in MONTHS_AND_DAYS or low[-1] not in MONTHS_AND_DAYS
    if words[0].islower() and low[0] not in PARTICLES:
        return False
    if low[-1] in surnames() and low[-1] not in common_words():
        return True
    if joined or all(word in common_words() or word in MONTHS_AND_DAYS for word in low):
        return False
    return not sure or low[-1] not in common_words()


def _is_given(word: str) -> bool:
    """Whether a word is a given name, or the initial of one."""
    if _INITIALS.fullmatch(word):
        return True
    return all(part in first_names() or part in _GIVEN_WORDS for part in word.lower().split("-"))
