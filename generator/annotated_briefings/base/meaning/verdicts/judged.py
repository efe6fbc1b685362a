"""Whether the text around a passage takes it back in the words of the table of its language."""

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings, surroundings_of
from annotated_briefings.base.meaning.lexicon import LANGUAGES
from annotated_briefings.base.meaning.verdicts.before import (
    is_called_a_myth,
    is_conditional_before,
    is_denied_before,
    is_played_before,
)
from annotated_briefings.base.meaning.verdicts.behind import (
    is_conditional_behind,
    is_denied_behind,
    is_drilled_behind,
    is_judged_in_its_sentence,
    is_judged_untrue,
)
from annotated_briefings.base.meaning.verdicts.called_false import is_called_false
from annotated_briefings.base.meaning.verdicts.governed import is_governed
from annotated_briefings.base.meaning.verdicts.words import languages_near
from annotated_briefings.base.regex import regex

_NEAR = 300
"""Characters on each side of a sentence whose short words tell its language."""
_ENDED = regex(r"[.!?…。！？؟۔।][\W_]*\Z")
_CLAUSE_ENDED = regex(r"[,;:–—]\W*\Z")
_REACH = 600
_POINT = regex(r"(?<!\w)(?:[b-h]|[2-9])[.)]\s")
"""Another point behind a passage, of which the next sentence may speak."""
_ROW = "\t|"
"""Marks of rows of tables, which say nothing of the row above."""


def is_taken_back_in_words(text: str, start: int, end: int, around: Surroundings) -> bool:
    """Whether what is around a passage denies it, makes it depend on a condition, or calls it untrue, a myth, or a part
    of an exercise."""
    sentence = f"{around.head}{around.passage.lower()}{around.tail}"
    near = text[max(0, start - _NEAR) : end + _NEAR].lower()
    above = _line_above(text, start, around)
    below = "" if _POINT.search(around.tail) else _sentence_below(text, end, around)
    languages = languages_near(sentence, near)
    is_sure = not set(languages) & set(LANGUAGES)
    return any(
        _is_taken_back(around, above, below, one) or is_governed(around, below, one, is_sure=is_sure)
        for one in languages
    )


def _is_taken_back(around: Surroundings, above: str, below: str, language: str) -> bool:
    head, tail = around.head, around.tail
    ended = bool(_ENDED.search(around.passage))
    if is_denied_before(head, language) or is_conditional_before(head, language):
        return True
    if is_played_before(head, language) or is_called_a_myth(head, above, language):
        return True
    if is_judged_untrue(below, language) or is_called_false(around, language):
        return True
    return not ended and (
        (not _CLAUSE_ENDED.search(around.passage) and is_denied_behind(tail, language))
        or is_conditional_behind(around.passage, tail, language)
        or is_drilled_behind(tail, language)
        or is_judged_in_its_sentence(tail, language)
    )


def _line_above(text: str, start: int, around: Surroundings) -> str:
    """The sentence before that of a passage, or the line above it."""
    if around.before:
        return around.before[-1]
    lines = text[max(0, start - _REACH) : start].split("\n")[:-1]
    return next((one for one in reversed(lines) if one.strip()), "").lower()


def _sentence_below(text: str, end: int, around: Surroundings) -> str:
    """The sentence behind that of a passage, which may begin the next line."""
    if around.following.strip():
        return around.following
    stop = text.find("\n", max(0, end - 1))
    below = text[stop:].lstrip("\n")[:_REACH].partition("\n")[0] if 0 <= stop < end + _REACH else ""
    return "" if any(mark in below for mark in _ROW) else surroundings_of(below, 0, 0).tail
