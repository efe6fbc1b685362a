"""Whether a correction in another paragraph of a text takes back what a passage says: `Correction: The mill employs 40
people, not 400.`"""

import re
from collections.abc import Iterator
from functools import lru_cache

from annotated_briefings.base.regex import regex

_LABEL = regex(
    r"(?:\A|\n)\W*(?:corrections?|erratum|errata|korrektur|berichtigung|richtigstellung|correctif|rectificatif"
    r"|rectification"
    r"|erratum|fe de errores|fe de erratas|corrección|rectificación|rettifica|correzione|errata corrige|correctie"
    r"|rectificatie"
    r"|rättelse|rettelse|korreksjon|correção|errata|sprostowanie|korekta|поправка|исправление|уточнение"
    r"|виправлення|更正|訂正"
    r"|정정)[^\n:：.】］\]]{0,40}?(?:[:：.】］\]]|\s[–—-]\s)([^\n]+)",
    re.IGNORECASE,
)
_NOT = regex(
    r"(?<!\w)(?:(?:and |und |et |y |e |en |och |og |i |a |и |а |та )?(?:not|nicht|non pas|non|no|não|niet|inte"
    r"|ikke|nie|не)"
    r"|rather than|instead of|statt|anstatt|au lieu de|en lugar de|en vez de|anziché|invece (?:di|che)|in plaats van"
    r"|i stället för|i stedet for|em vez de|zamiast|вместо|замість)"
    r" (?:(?:an?|the|at|in|on|by|to|auf|am|im|de|d['’]|à|en|a|i|på|w|в|на) )?([^,.;:()]{1,60})",
    re.IGNORECASE,
)
_BEHIND = regex(
    r"\s(?:as|like|wie|comme|como|come|zoals|som|jak|как|як|but|sondern|mais|sino|ma|maar|men|lecz|но"
    r"|але)(?!\w)",
    re.I,
)
_QUOTED = regex(r"[「『]([^」』]{1,40})[」』](?:とある|としたの|と書い|は誤|應為|应为|系|係|有误|有誤)")
_STATED_BEFORE = regex(
    r"(?:(?:earlier|previous|original) version|früheren (?:fassung|version)|version (?:précédente|antérieure"
    r"|initiale)"
    r"|versión anterior|versione precedente|eerdere versie|tidigare version|tidligere versj?i?on|versão anterior"
    r"|poprzedniej wersji|предыдущей версии)[^.;]{0,60}?(?:said|stated|wrote|reported|gave|claimed|hieß|stand"
    r"|indiquait|disait"
    r"|affirmait|decía|afirmaba|indicaba|diceva|riportava|stond|stod|dizia|podaliśmy|говорилось"
    r"|сообщалось)\W([^;\n]+?)(?:[.;]|\Z)",
    re.IGNORECASE,
)
_WORD = regex(r"\w+(?:[.,]\d+)*")
_CONTENT = 4
"""Letters of a word that is more than grammar."""
_MOST = 0.6
"""Share of the words of a passage that a withdrawn sentence has where it is the same one."""


@lru_cache(maxsize=8)
def _corrections(text: str) -> tuple[re.Match[str], ...]:
    """The paragraphs of a text that correct it; it is asked for each of its passages."""
    return tuple(_LABEL.finditer(text))


def is_corrected(text: str, start: int, end: int) -> bool:
    """Whether a paragraph other than that of a passage corrects it by name."""
    passage = text[start:end]
    for found in _corrections(text):
        if found.start() <= start < found.end():
            continue
        correction = found[1]
        for value in _withdrawn(correction):
            if _has(passage, value) and _is_of(text, start, end, correction, value):
                return True
        for match in _STATED_BEFORE.finditer(correction):
            words = _content(passage)
            if words and len(words & _content(match[1])) >= _MOST * len(words):
                return True
    return False


def _withdrawn(correction: str) -> Iterator[str]:
    """What a correction says to be wrong: a number, or a few words."""
    for found in _NOT.finditer(correction):
        value = _BEHIND.split(found[1])[0].strip(" \"'“”„«»")
        number = next((word for word in _WORD.findall(value) if word[0].isdigit()), "")
        if number or len(value.split()) <= 4:
            yield number or value
    yield from (found[1] for found in _QUOTED.finditer(correction))


def _has(passage: str, value: str) -> bool:
    if not value.isascii() and not re.search(r"[^\W\d_]\s|\A[^\W\d_]+\Z", value):
        return value in passage
    return bool(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(value)}(?!\w)(?![.,]\d)", passage, re.IGNORECASE))


def _is_of(text: str, start: int, end: int, correction: str, value: str) -> bool:
    """Whether the sentence of a passage and a correction share a word beside the value, and so a subject.

    A correction that quotes the text word for word needs none.
    """
    if any(found[1] == value for found in _QUOTED.finditer(correction)):
        return True
    low = max(text.rfind(mark, 0, start) for mark in "\n.!?") + 1
    sentence = text[low:end]
    return bool((_content(sentence) & _content(correction)) - _content(value))


def _content(text: str) -> frozenset[str]:
    """The words of content of a text, and its numbers, in small letters."""
    words = map(str.lower, _WORD.findall(text))
    return frozenset(word for word in words if len(word) >= _CONTENT or word[0].isdigit())
