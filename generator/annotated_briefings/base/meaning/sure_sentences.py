"""Ends of sentences that are hardly an abbreviation or an ordinal number, so that no part of a sentence is shown alone.

An abbreviation before a name, or a number behind it, looks like an end of a sentence. What is an abbreviation differs
from language to language, and nobody knows them all: a long one before a name may still pass for the end of a
sentence (`Hwy. Nine`). Two sentences that are not parted keep their meaning; a sentence that is torn may say the
opposite.
"""

import re
import unicodedata
from functools import lru_cache

from annotated_briefings.base.meaning.lexicon import is_word, languages_of
from annotated_briefings.base.sentences import last_word, sentence_starts, starts_plainly

_ALSO_WORDS = frozenset(
    "mass conn ext min max tel esp spec temp gen mil art fig par sec cap vol ed op cit est pl os al av ave str sen rev "
    "col mar jan sun sat wed dec oct sol mag red rel ref reg res abb alt ant bot dem ind int lat med mod mus nat "
    "ord pop rec rep sim sub sup syn tab trad var ver".split()
)
"""Abbreviations that are words too, in some language."""
_SHORT, _SHORT_UNKNOWN, _SHORT_UNCASED = 5, 4, 2
"""Most letters of a last word that may be an abbreviation: in a language whose words are known and do not have it, in
one whose words are not known, and in a script without capitals, where abbreviations are letters."""
_VOWELS = frozenset("aeiouyæøœıаеёиоуыэюяіїєαεηιουω")
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXLC]+)\Z")
"""What may be an ordinal number with its stop: `7.`, `XIV.`."""
_WORD = re.compile(r"[^\W\d_]+")
_TOLD_BY = 80
"""Words of a text by which its language is told."""


def sure_starts(text: str) -> tuple[int, ...]:
    """Offsets where the sentences of a text surely start; the first is 0.

    They are those of ``sentence_starts`` without the ones behind a full stop that may be that of an abbreviation or of
    an ordinal number.
    """
    starts = sentence_starts(text)
    return starts if len(starts) == 1 else (0, *(start for start in starts[1:] if _is_sure(text, start)))


def _is_sure(text: str, start: int) -> bool:
    """Whether a sentence surely starts at a place behind its sign and closing marks."""
    at = start - 1
    while at > 0 and (text[at].isspace() or unicodedata.category(text[at]) in ("Pe", "Pf", "Pi") or text[at] in "\"'"):
        at -= 1
    if text[at] != "." or "\n" in text[at:start] or starts_plainly(text, start):
        return True
    if text[start:].lstrip()[:1].isdigit():
        # `kl. 9.30`
        return False
    return not _may_be_short(text, last_word(text, at))


def _may_be_short(text: str, word: str) -> bool:
    """Whether the last word before a full stop may be an abbreviation or an ordinal number."""
    low = word.lower()
    if not word or _NUMBER.match(word):
        return bool(word)
    if "." in word or low in _ALSO_WORDS:
        return True
    if not word.isalpha() or len(word) > _SHORT:
        return False
    if word.lower() == word.upper():
        return len(word) <= _SHORT_UNCASED
    if not _VOWELS & set(unicodedata.normalize("NFD", low)):
        return True
    languages = languages_of(_words(text))
    if not languages:
        return len(word) <= _SHORT_UNKNOWN
    return not any(is_word(low, language) for language in languages)


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[str, ...]:
    """The words by which the language of a text is told: those without capitals, or all where there are no others."""
    words = _WORD.findall(text)[:_TOLD_BY]
    return tuple(word for word in words if word.islower()) or tuple(words)
