"""Whether words say the opposite, or leave open what they say, once they are cut out of their clause.

`was found not guilty of fraud` contains the words `guilty of fraud`, which alone mean the opposite. The clause
before the cut is read for words that deny what follows or leave it open, and what is right behind the cut for those
that languages write there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from annotated_briefings.base.meaning.lexicon import LANGUAGES, languages_of
from annotated_briefings.base.meaning.turned.denials import (
    AND,
    CHINESE,
    JAPANESE_BEHIND,
    JAPANESE_HARMLESS,
    TABLES,
    WRITTEN_BEHIND,
    Denials,
)
from annotated_briefings.base.meaning.turned.left_open import (
    is_asked,
    is_called_invented,
    is_conditional,
    is_conditional_in_han,
)
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_REACH = 400
"""Characters before a cut that are read."""
_BEHIND = 40
"""Those behind it."""
_MOST = 16
"""Words between a denial and the cut: farther away it hardly belongs to it."""
_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»‹›「」『』', " ") | {"’": "'", "‘": "'", "\n": " ", "\u00a0": " "})
_WRAPPED = re.compile(r"(?<=[\w,'’-])[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
"""A line end, perhaps within a sentence: a small letter behind it tells."""
_KANA, _HAN = re.compile(r"[ぁ-んァ-ヶ]"), re.compile(r"[㐀-鿿]")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_END_OF_CLAUSE = re.compile(r"[;；：،؛]|:(?=\s)|\s[-–—]\s|—")


class QuoteStanding(StrEnum):
    """How words stand in a text."""

    ABSENT = "absent"
    """They are not there."""
    TURNED = "turned"
    """They are there only where their clause denies them or leaves them open."""
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
    own: re.Pattern[str]
    concord: bool


def is_turned(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a passage of a text denies it, or leaves it open, with words that the passage is without.

    What begins with its sentence, or has its negation itself, says the same alone; so does what is denied twice.
    """
    behind = text[end : end + _REACH]
    return (
        is_asked(text[start:end], behind)
        or is_called_invented(behind)
        or _is_turned_behind(text, start, end)
        or _is_turned_before(text, start, end)
    )


def _is_turned_behind(text: str, start: int, end: int) -> bool:
    behind = text[end : end + _BEHIND]
    if _KANA.search(text[max(0, start - _BEHIND) : end + _BEHIND]):
        return bool(JAPANESE_BEHIND.match(behind) and not JAPANESE_HARMLESS.match(behind))
    return bool(WRITTEN_BEHIND.match(behind))


def _is_turned_before(text: str, start: int, end: int) -> bool:
    low = max(0, start - _REACH)
    line = _WRAPPED.sub(_joined, text[low : start + 1])[: start - low]
    line = line[line.rfind("\n") + 1 :]
    if not line.strip():
        return False
    if _HAN.search(line[-_BEHIND:]):
        # Japanese denies behind the words alone.
        near = text[max(0, start - _BEHIND) : end + _BEHIND]
        if is_conditional_in_han(line):
            return True
        return not _KANA.search(near) and bool(CHINESE.search(line.translate(_QUOTES).rstrip()))
    head = unicodedata.normalize("NFC", line[sentence_starts(line + "X")[-1] :]).translate(_QUOTES).lower()
    passage = unicodedata.normalize("NFC", text[start:end]).translate(_QUOTES).lower().strip()
    languages = _languages(text[low : end + _BEHIND])
    if is_conditional(head, languages):
        return True
    read = _read(languages)
    if read.first.match(passage):
        return False
    clause = _clause(head, read)
    if read.own.match(passage):
        # `n'est [pas coupable]`: half of the negation is in the passage.
        clause = re.sub(r"\b(?:n[e']|no|non|não)(?=\W|\w)", " ", clause)
    near = " ".join(clause.split()[-_MOST:])
    if read.unsure.search(near):
        return True
    # `nie` is a negation in one language and a verb of denying in another one.
    particles = {found.start() for found in read.particles.finditer(near)}
    verbs = {found.start() for found in read.verbs.finditer(near)} - particles
    negated = min(1, len(particles)) if read.concord else len(particles)
    denials = max(negated, bool(read.others.search(near))) + len(verbs)
    return denials % 2 == 1


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
        words("own", every),
        bool(languages) and any(one.concord for one in first),
    )
