"""Whether the beginning of a sentence takes back what follows it: `denied that`, `only if`, `in a drill`, `Myth:`."""

import re
from functools import lru_cache

from annotated_briefings.base.meaning.verdicts.words import NO_CONDITION, UNSPACED, words

_MOST = 14
"""Words between the word that begins what is denied and the passage; farther away it hardly belongs to it."""
_NEAR = 16
"""Characters between a denial and the passage, in languages without blanks."""
_NO_AS = r"(?!(?:as|als|comme|come|como|som|jak|kuin|mint)\s)"
"""Before conjunctions that make a comparison of a condition: `as if`."""
_NO_COMMA = frozenset(("ja", "zh", "th", "ko", "tr", "hi", "ur"))
"""Languages whose conditions are told by words that are in no other place."""


@lru_cache(maxsize=64)
def _denied(language: str) -> re.Pattern[str]:
    denying = words(language, "denied", "rejected", "withdrawn", "false", "rumour", "untrue")
    if language in UNSPACED:
        return re.compile(rf"{denying}[^。！？.!?]{{0,{_NEAR}}}\Z")
    opens, that = words(language, "and"), words(language, "that")
    not_true = rf"{words(language, 'not')}(?:\s+[^\s,;:]+){{0,2}}?\s+{words(language, 'true')}"
    between = rf"(?P<between>(?:\s+(?!{opens})[^\s,;:]+){{0,5}}?)"
    return re.compile(rf"(?:{denying}|{not_true}){between}[\s,:]+{that}(?P<rest>[^;]*)\Z")


@lru_cache(maxsize=64)
def _negated(language: str) -> re.Pattern[str]:
    return re.compile(rf"{words(language, 'not')}(?:\s+[^\s,;:]+){{0,1}}?\s*\Z")


@lru_cache(maxsize=64)
def _not(language: str) -> re.Pattern[str]:
    return re.compile(words(language, "not", "behind"))


@lru_cache(maxsize=64)
def _goes_on(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,،]\s*{words(language, 'and')}\s")


@lru_cache(maxsize=64)
def _condition(language: str) -> re.Pattern[str]:
    condition = words(language, "if", "unless")
    if language in _NO_COMMA:
        return re.compile(condition)
    opens, that = words(language, "and"), words(language, "that")
    alone = words(language, "unless")
    longer = rf"(?:{condition}){NO_CONDITION}(?:\s[^,،;:]*[,،]|(?=\s*\Z))"
    return re.compile(rf"(?:\A\W*(?:{_NO_AS}{opens}\s+)?|[,،:]\s*|{that}\s+){longer}|\A\W*{alone}")


@lru_cache(maxsize=64)
def _two_words(language: str) -> re.Pattern[str]:
    """Conditions of several words, such as `only if`: they need no comma."""
    return re.compile(rf"\A\W*(?:(?=[^\s]+\s+[^\s]+)(?:{words(language, 'if', 'unless')}))")


@lru_cache(maxsize=64)
def _framed(language: str) -> re.Pattern[str]:
    drill = words(language, "drill")
    if language in UNSPACED:
        return re.compile(rf"\A.{{0,12}}?{drill}")
    inside = words(language, "in")
    small = r"(?:[^\s,;:]+\s+){0,3}?"
    if inside == "(?!)":
        return re.compile(rf"\A\W*{small}{drill}")
    return re.compile(rf"\A\W*(?:{inside}\s*{small}{drill}|{small}{drill}\s+(?:[^\s,;:]{{1,3}}\s+)?{inside})")


@lru_cache(maxsize=64)
def _played(language: str) -> re.Pattern[str]:
    if language in UNSPACED:
        return re.compile(rf"{words(language, 'play')}[^。]{{0,{_NEAR}}}\Z")
    return re.compile(
        rf"{words(language, 'in')}\s+(?:[^\s,;:]+\s+){{0,2}}?{words(language, 'play', 'drill')}[^;:]*?"
        rf"[\s,]{words(language, 'that')}[^;,]*\Z"
    )


@lru_cache(maxsize=64)
def _label(language: str) -> re.Pattern[str]:
    return re.compile(rf"\A\W*{words(language, 'myth')}(?:\s+(?:no\.\s*|nr\.\s*|n°\s*)?\d{{1,2}})?\s*[:：]")


@lru_cache(maxsize=64)
def _label_alone(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*{words(language, 'myth')}(?:\s+(?:no\.\s*|nr\.\s*|n°\s*)?\d{{1,2}})?\s*[.:!?：？！]?\W*")


def is_denied_before(head: str, language: str) -> bool:
    """Whether the beginning of a sentence says that what follows is not so."""
    found = _denied(language).search(head)
    if found is None:
        return False
    if language in UNSPACED:
        return True
    rest = found["rest"]
    return (
        len(rest.split()) <= _MOST
        and not _goes_on(language).search(rest)
        and not _negated(language).search(head[: found.start()])
        and not _not(language).search(found["between"])
    )


def is_conditional_before(head: str, language: str) -> bool:
    """Whether the beginning of a sentence is a condition of what follows."""
    found = _two_words(language).match(head) if language not in _NO_COMMA else None
    if found and " " in found[0].strip():
        return not _goes_on(language).search(head[found.end() :])
    found = _condition(language).search(head)
    if found is None:
        return False
    return language in _NO_COMMA or not _goes_on(language).search(head[found.end() :])


def is_played_before(head: str, language: str) -> bool:
    """Whether the beginning of a sentence tells of an exercise in which what follows happens, or of a play."""
    return bool(_framed(language).match(head) or _played(language).search(head))


def is_called_a_myth(head: str, above: str, language: str) -> bool:
    """Whether a label at the beginning of a sentence, or the sentence or line above it, calls it a myth."""
    return bool(_label(language).match(head) or (above.strip() and _label_alone(language).fullmatch(above)))
