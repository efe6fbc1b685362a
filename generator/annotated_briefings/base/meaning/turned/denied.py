"""Whether words say the opposite, or leave open what they say, once they are cut out of their clause.

`was found not guilty of fraud` contains the words `guilty of fraud`, which alone mean the opposite. The clause
before the cut is read for words that deny what follows or leave it open, and what is right behind the cut for those
that languages write there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache, partial

from annotated_briefings.base.meaning.cut_off.bounds import loses_a_bound
from annotated_briefings.base.meaning.cut_off.far_subjects import is_denied_far_ahead
from annotated_briefings.base.meaning.cut_off.headings import is_under_a_denying_heading
from annotated_briefings.base.meaning.cut_off.messages import is_of_a_false_message
from annotated_briefings.base.meaning.cut_off.split_verbs import loses_a_particle
from annotated_briefings.base.meaning.cut_off.stories import is_of_a_story
from annotated_briefings.base.meaning.cut_off.surroundings import surroundings_of
from annotated_briefings.base.meaning.lexicon import LANGUAGES, languages_of
from annotated_briefings.base.meaning.turned.around import is_denied_around
from annotated_briefings.base.meaning.turned.at_the_end import is_taken_back_at_the_end
from annotated_briefings.base.meaning.turned.corrected import is_corrected
from annotated_briefings.base.meaning.turned.denials import (
    AND,
    CHINESE,
    DENIED_IN_HAN,
    JAPANESE_BEHIND,
    JAPANESE_HARMLESS,
    TABLES,
    WRITTEN_BEHIND,
    Denials,
)
from annotated_briefings.base.meaning.turned.denials_in_names import without_names
from annotated_briefings.base.meaning.turned.doubled import denials_before
from annotated_briefings.base.meaning.turned.enumerated import is_called_untrue
from annotated_briefings.base.meaning.turned.left_open import (
    is_asked,
    is_called_invented,
    is_conditional,
    is_conditional_in_han,
)
from annotated_briefings.base.meaning.turned.not_done import is_not_done, is_unmeant
from annotated_briefings.base.meaning.turned.supposed import (
    is_hoped_behind,
    is_supposed,
    is_supposed_in_han,
    is_supposed_in_japanese,
)
from annotated_briefings.base.meaning.turned.taken_back import is_taken_back_before, is_taken_back_behind
from annotated_briefings.base.meaning.verdicts.judged import is_taken_back_in_words
from annotated_briefings.base.meaning.verdicts.misstated import is_misstated
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_REACH = 400
"""Characters before a cut that are read."""
_BEHIND = 40
"""Those behind it."""
_MOST = 16
"""Words between a denial and the cut: farther away it hardly belongs to it."""
_WORD = regex(r"[^\W\d_]+")
_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»‹›「」『』', " ") | {"’": "'", "‘": "'", "\n": " ", "\u00a0": " "})
_WRAPPED = regex(r"(?<=[\w,'’-])[ \t]*\r?\n *(?=[^\W\d_])")
"""A line end, perhaps within a sentence: a small letter behind it tells."""
_KANA, _HAN = regex(r"[ぁ-んァ-ヶ]"), regex(r"[㐀-鿿]")
_ASIDE = regex(r"\([^()]*\)|\[[^\[\]]*\]")
_END_OF_CLAUSE = regex(r"[;；：،؛]|:(?=\s)|\s[-–—]\s|—")


class QuoteStanding(StrEnum):
    """How words occur in a text."""

    ABSENT = "absent"
    """They are not there."""
    TURNED = "turned"
    """They are there only where their clause denies them or leaves them open."""
    CHANGED = "changed"
    """They are there but for words in brackets, which say something else than the words that they are put for."""
    STATED = "stated"
    """They are there, and say the same alone."""


class _Read(Value):
    """The words of some languages, ready to be looked for."""

    particles: re.Pattern[str]
    others: re.Pattern[str]
    verbs: re.Pattern[str]
    unsure: re.Pattern[str]
    harmless: re.Pattern[str]
    ends: re.Pattern[str]
    that: re.Pattern[str]
    aside: re.Pattern[str]
    first: re.Pattern[str]
    concord: bool


def is_turned(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a passage of a text denies it, or leaves it open, with words that the passage is without.

    What begins with its sentence, or has its negation itself, says the same alone; so does what is denied twice.
    """
    behind = text[end : end + _REACH]
    return (
        is_asked(text[start:end], behind)
        or is_called_invented(behind)
        or is_taken_back_behind(text[start:end], behind)
        or is_unmeant(text[start:end], behind)
        or _is_turned_behind(text, start, end)
        or _is_turned_before(text, start, end)
        or is_taken_back_at_the_end(text, start, end)
        or is_denied_around(text, start, end)
        or is_corrected(text, start, end)
        or is_called_untrue(text, start, end)
        or is_under_a_denying_heading(text, start, end)
        or _is_cut_off(text, start, end)
    )


def _is_cut_off(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a passage turns it at some distance, or the sentences before it do."""
    around = surroundings_of(text, start, end)
    sentence = f"{around.head}{around.passage}{around.tail}"
    languages = _languages_of(sentence, text[max(0, start - _REACH) : end + _REACH])
    return (
        is_denied_far_ahead(around)
        or is_misstated(around)
        or is_of_a_story(around)
        or loses_a_particle(around, languages)
        or loses_a_bound(around, languages)
        or is_taken_back_in_words(text, start, end, around)
        or is_of_a_false_message(around, languages, bool(_HAN.search(sentence) or _KANA.search(sentence)))
    )


def _is_turned_behind(text: str, start: int, end: int) -> bool:
    behind = text[end : end + _BEHIND]
    if _KANA.search(text[max(0, start - _BEHIND) : end + _BEHIND]):
        denied = JAPANESE_BEHIND.match(behind) and not JAPANESE_HARMLESS.match(behind)
        return bool(denied) or is_supposed_in_japanese(behind)
    if WRITTEN_BEHIND.match(behind):
        return True
    return behind.startswith(",") and is_hoped_behind(behind, _languages(text[max(0, start - _REACH) : end + _BEHIND]))


def _is_turned_before(text: str, start: int, end: int) -> bool:
    low = max(0, start - _REACH)
    line = _WRAPPED.sub(_joined, text[low : start + 1])[: start - low]
    line = line[line.rfind("\n") + 1 :]
    if not line.strip():
        return False
    sentence = line[sentence_starts(line + "X")[-1] :]
    opening = sentence.translate(_QUOTES).lower()
    if is_taken_back_before(opening) or is_not_done(opening, text[start:end]):
        return True
    if _HAN.search(line[-_BEHIND:]):
        # Japanese denies behind the words alone.
        near = text[max(0, start - _BEHIND) : end + _BEHIND]
        if is_conditional_in_han(line) or is_supposed_in_han(line, text[start:end]):
            return True
        return not _KANA.search(near) and bool(CHINESE.search(line.translate(_QUOTES).rstrip()))
    typed = unicodedata.normalize("NFC", sentence)
    passage = unicodedata.normalize("NFC", text[start:end]).translate(_QUOTES).lower().strip()
    languages = _languages_of(f"{typed.translate(_QUOTES).lower()}{passage}", text[low : end + _BEHIND])
    titled = "en" in (languages or ("en",))
    denies = partial(_is_denial, languages)
    named = without_names(typed, text[start : end + _REACH], text, denies, has_headlines=titled)
    head = named.translate(_QUOTES).lower()
    if is_conditional(head, passage, languages):
        return True
    read = _read(languages)
    if read.first.match(passage):
        return False
    clause = _clause(head, read)
    near = " ".join(clause.split()[-_MOST:])
    if read.unsure.search(near) or is_supposed(head, near, passage, languages):
        return True
    # `nie` is a negation in one language and a verb of denying in another one.
    particles = {found.start() for found in read.particles.finditer(near)}
    verbs = {found.start() for found in read.verbs.finditer(near)} - particles
    has_that = bool(re.search(read.that, near))
    # Where no language is known, `nie` is Polish and not German.
    taken = set() if languages else {found.start() for found in read.others.finditer(near)}
    words = [found[0] for found in read.particles.finditer(near) if found.start() not in taken]
    negated = denials_before(words, passage, has_that) if read.concord else len(words)
    others = denials_before(read.others.findall(near), passage, has_that)
    return (max(negated, others) + len(verbs)) % 2 == 1


def has_denial(text: str, behind: str, around: str) -> bool:
    """Whether words of a text deny what is ``behind`` them, or leave it open, wherever they are; the language is that
    of the words ``around`` them."""
    if _HAN.search(text) or _KANA.search(text):
        return bool(DENIED_IN_HAN.search(text)) or is_supposed_in_han(text, behind)
    languages = _languages_of(text, around)
    read = _read(languages)
    head = read.harmless.sub(" ", f" {text.translate(_QUOTES).lower()} ")
    tables = (read.others, read.verbs, *((read.particles, read.unsure) if languages else ()))
    return any(table.search(head) for table in tables) or is_supposed(head, head, behind, languages)


def _is_denial(languages: Sequence[str], word: str) -> bool:
    """Whether a word denies, or leaves open, what follows it; German nouns are no such words, as all have a capital."""
    read = _read(languages)
    tables = (read.particles, read.others, read.unsure, *(() if "de" in languages else (read.verbs,)))
    return any(table.fullmatch(word) for table in tables)


def _joined(found: re.Match[str]) -> str:
    behind = found.string[found.end() : found.end() + 1]
    return " " * len(found[0]) if behind.islower() else found[0]


def _clause(head: str, read: _Read) -> str:
    """What is before a passage in its clause, without asides and harmless phrases."""
    plain = read.harmless.sub(" ", _ASIDE.sub(" ", f" {head} "))
    plain = read.aside.sub(r"\1 ", plain)
    ends = [0, *(found.end() for found in _ends(plain, read))]
    return plain[max(ends) :]


def _ends(plain: str, read: _Read) -> Iterator[re.Match[str]]:
    yield from _END_OF_CLAUSE.finditer(plain)
    for found in read.ends.finditer(plain):
        if not ((found[0] == "," or found[0] in AND) and read.that.match(plain, found.end())):
            yield found


def _languages_of(sentence: str, around: str) -> tuple[str, ...]:
    """The languages of a sentence: those of its words, of which those of the text around it are likelier."""
    own = _languages(sentence)
    if len(own) == 1:
        return own
    others = _languages(around)
    return tuple(one for one in own if one in others) or own or others


@lru_cache(maxsize=256)
def _languages(text: str) -> tuple[str, ...]:
    words = [word for word in _WORD.findall(text) if word.islower()] or _WORD.findall(text)
    return languages_of(words)


@lru_cache(maxsize=32)
def _read(languages: Sequence[str]) -> _Read:
    """The words that are looked for in a text of some languages; of all where it is of none that we know."""
    first = [TABLES[one] for one in languages or LANGUAGES]
    others = [table for name, table in TABLES.items() if name not in LANGUAGES]

    def any_of(tables: Sequence[Denials], name: str) -> str:
        return "|".join(filter(None, (getattr(one, name) for one in tables)))

    def words(name: str, tables: Sequence[Denials]) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w'-])(?:{any_of(tables, name) or '(?!)'})(?![\w-])")

    every = (*first, *others)
    ending = first if languages else every
    return _Read(
        words("particles", first),
        words("particles", others),
        words("verbs", every),
        words("unsure", every),
        words("harmless", every),
        re.compile(rf"(?<![\w'-])(?:{any_of(ending, 'ends')})(?![\w'-])|,"),
        re.compile(rf"\s*(?:{any_of(every, 'that')})(?![\w-])"),
        re.compile(rf"(?<=\w )({any_of(every, 'particles')}),[^,]{{1,60}},"),
        re.compile(rf"(?:{any_of(ending, 'ends')})(?![\w'-])|[,;:]"),
        bool(languages) and any(one.concord for one in first),
    )
