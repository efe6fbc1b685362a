"""Lines that say when, or that their text must not be, published, in the languages of ``release_words.txt``
and ``event_words.txt``.

A line is such a statement when every word of it is one of its language that speaks of publication or says nothing by
itself: `Not for publication before 5 March`, `Veröffentlichung erst ab Montag`. One word of news, as in `The arms
embargo ends in March`, makes it a sentence like any other.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise

from annotated_briefings.base.meant.word_tables import (
    UNSPACED,
    WordPatterns,
    WordTables,
    alternatives,
    folded,
    kinds_of,
    read_words,
    words_of,
)
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.months import MONTH_WORDS, WEEKDAYS

_DAYS = "days"
_TIMES, _TIMES_UNSPACED = "times", "times_unspaced"
_NO_LANGUAGES = frozenset((_DAYS, _TIMES, _TIMES_UNSPACED))
"""Tables whose words are those of all languages."""
_NUMBER = r"\d[\w.,:/'’–-]*"
_NUMBER_UNSPACED = r"\d+\s?[年月日時时点點分号號년월일시분]?"
_NAMED_DAYS = (
    r"(?:[月火水木金土日]曜日?|星期[一二三四五六日天]|周[一二三四五六日]|[월화수목금토일]요일"
    r"|(?<=[(（])[月火水木金土日월화수목금토일](?=[)）]))"
)
_MARK = regex(r"\s[–—-]+\s|(?<!\d)[:：|]\s?(?=\D)|[:：|]\s|[\])】]\s*")
"""What parts a statement from the headline behind it."""
_LONGEST = 160
_MOST_PARTS = 3
_LABEL_END = regex(r"\s*(?:[:：|\])】]|\s[–—-]+\s|(?=\d))")
"""What is behind a label, and makes it one."""
_FIGURES = regex(
    r"(?<!\d)(?:20\d\d(?!\d)|\d{1,2}[:.h]\d\d|\d{1,2}[./-] ?(?:\d{1,2}|[ivx]{1,4})(?!\w)|\d{1,2}\.(?=\s|$)"
    r"|\d{1,2} ?(?:[ap]\.? ?m|h|u)(?!\w)|\d{1,4} ?[年月日時时点點년월일시])"
)
"""What may be a day or an hour in figures, whether or not it can be read."""
_NEAR = 3
"""Words that may be between a label and a moment in small letters."""
_LEAST_NAME = 4
"""Letters of a name of a month or a day that is no other word too."""
_WORD = regex(r"[^\W_]+")
_START, _TRIGGER = 3, 4
"""Letters by which the languages of a line are chosen, and by which a word is told that statements need."""
_LEADS, _RELEASES = frozenset(("until", "from")), frozenset(("publish", "release"))
"""Kinds of words that lead to a time, and before which they mean `for`."""
_OF_FIRST_DAY = frozenset(("earliest", "not", "until", "from", "beside", _DAYS))
_HOLDING = ("embargo", "release", "publish", "closed")
_RELEASE_WORDS = ("intake.stated.closed", "release_words.txt")
_EVENT_WORDS = ("intake.stated.closed", "event_words.txt")
_PLEA_WORDS = ("intake.stated.closed", "plea_words.txt")


def states_closed(line: str) -> bool:
    """Whether a line, or the words before a mark in it, say that its text is not to be published, or not yet."""
    text = folded(line) if len(line.strip()) <= _LONGEST else ""
    if not _may_state(text):
        return False
    if _is_statement(text):
        return True
    marks = [found.start() for found in _MARK.finditer(text)][:_MOST_PARTS]
    return any(_opens_headline(kinds) for at in marks for kinds in _readings(text[:at]))


def is_statement(line: str) -> bool:
    """Whether a whole line says so, and nothing else."""
    text = folded(line) if len(line.strip()) <= _LONGEST else ""
    return _may_state(text) and _is_statement(text)


def is_lifted(value: str) -> bool:
    """Whether the value of a field about an embargo says that there is none (any longer): `lifted`, `aufgehoben`."""
    return bool(value) and any(map(_frees, _readings(folded(f"embargo {value}")))) if len(value) <= _LONGEST else False


def names_first_day(line: str) -> bool:
    """Whether a line says before which day not, and nothing else: `Nicht vor dem 5. März 2031`."""
    text = folded(line) if len(line.strip()) <= _LONGEST else ""
    found = (kinds for kinds in _readings(text) if _DAYS in kinds and kinds <= _OF_FIRST_DAY)
    return any("earliest" in kinds or {"not", "until"} <= kinds for kinds in found)


def language_names() -> tuple[str, ...]:
    """The languages of the tables (BCP 47)."""
    return tuple(_tables())


def plea_kinds(words: str) -> Iterator[frozenset[str]]:
    """What the words of a note to editors or of a plea do, in each language that knows all of them."""
    text = folded(words)
    for table in _plea_tables_with(text):
        if kinds := kinds_of(text, table):
            yield kinds


def labels_time(line: str) -> bool:
    """Whether a line begins with a label that holds its text back, and something like a day or an hour is behind it,
    whether or not that can be read. Between the two may be a few words, and any in capitals."""
    text = folded(line) if len(line.strip()) <= _LONGEST else ""
    first = _WORD.search(text) if _may_state(text) else None
    loud = line.upper() == line != line.lower()
    for language in _languages(first[0][:_START]) if first else ():
        end = _label_end(text, _tables()[language])
        found = _moment_words().search(text, end) if end else None
        if found and (loud or len(_WORD.findall(text[end : found.start()])) <= _NEAR):
            return True
    return False


def _label_end(text: str, table: WordPatterns) -> int:
    """Where the label ends that a text begins with, in the words of a language; 0 where there is none."""
    kinds: set[str] = set()
    for at, found in words_of(text, table):
        if not found or (not kinds and found == {_DAYS}):
            # A label does not begin with a day: `Mail` is one in Estonian.
            return 0
        kinds |= found
        closed = "embargo" in kinds or ("not" in kinds and not kinds.isdisjoint(("publish", "release")))
        if closed and ("until" in found or _LABEL_END.match(text, at)):
            return at
    return 0


def asks_for_time(line: str) -> bool:
    """Whether a line that holds its text back holds it back for a time: it speaks of an embargo, or of until when.

    Words mean this in the language of most words of the line: the Polish `do` is no word of `do not publish`.
    """
    text = folded(line)
    starts = [found.start() for found in _WORD.finditer(text)]
    known: list[tuple[int, bool, bool]] = []
    for language, table in _tables().items():
        unspaced = language in UNSPACED
        kinds = [_kinds_at(text, at, table) for at in (range(len(text)) if unspaced else starts)]
        every = frozenset().union(*kinds)
        # A ban, such as 公開禁止, is called as an embargo is.
        waits = not every.isdisjoint(("embargo", "event"))
        embargo = waits and not (unspaced and "not" in every and "until" not in every)
        # `Nie do publikacji` and `Nie do maja` have one word for two.
        leads = (one & _LEADS and not after & _RELEASES for one, after in pairwise((*kinds, frozenset[str]())))
        known.append((sum(map(bool, kinds)), embargo, any(leads)))
    most = max(count for count, _, _ in known)
    return any(embargo for _, embargo, _ in known) or all(leads for count, _, leads in known if count == most)


def _kinds_at(text: str, at: int, table: WordPatterns) -> frozenset[str]:
    return frozenset(kind for kind, pattern in table if pattern.match(text, at))


def _is_statement(text: str) -> bool:
    readings = list(_readings(text))
    return any(map(_holds, readings)) and not any(map(_frees, readings))


def _opens_headline(kinds: frozenset[str]) -> bool:
    """Whether words of these kinds before a headline hold back what follows: they name a moment, and could not begin a
    headline themselves, as `Embargo: a history` and `Not to be used after May: old banknotes` do."""
    until = "from" not in kinds or "until" in kinds
    return _DAYS in kinds and ("embargo" in kinds or ("publish" in kinds and until)) and _holds(kinds)


def _frees(kinds: frozenset[str]) -> bool:
    """Whether words of these kinds say that nothing is held back (any longer): `no embargo`, `embargo lifted`."""
    return "embargo" in kinds and kinds.isdisjoint((_DAYS, "publish")) and not kinds.isdisjoint(("not", "may"))


def _holds(kinds: frozenset[str]) -> bool:
    """Whether words of these kinds, and no others, hold a text back."""
    happens = "event" in kinds or {"speaker", "speaks"} <= kinds
    timed = _DAYS in kinds or happens
    if ("event" in kinds or "speaker" in kinds or "speaks" in kinds) and (
        kinds.isdisjoint(("from", "until")) or not timed
    ):
        # `The press conference is not public` says nothing of its text.
        return False
    if "embargo" in kinds:
        return not _frees(kinds)
    if "not" in kinds and not kinds.isdisjoint(("publish", "release")):
        return True
    if "publish" in kinds and timed and not kinds.isdisjoint(("from", "until", "only", "may")):
        return True
    return "closed" in kinds or ("release" in kinds and timed)


def _readings(text: str) -> Iterator[frozenset[str]]:
    """The kinds of the words of a text, in each language that knows all of them."""
    first = _WORD.search(text)
    for language in _languages(first[0][:_START]) if first else ():
        kinds = kinds_of(text, _tables()[language])
        if kinds:
            yield kinds


def _may_state(text: str) -> bool:
    """Whether a text has a word without which it is no statement."""
    starts, unspaced = _triggers()
    if any(word[:_TRIGGER] in starts for word in _WORD.findall(text)):
        return True
    return not text.isascii() and unspaced.search(text) is not None


def _plea_tables_with(text: str) -> Iterable[WordPatterns]:
    """The tables of those languages that may know the first word of a text."""
    first = _WORD.search(text)
    start = first[0][:_START] if first else ""
    beginnings = {start[: end + 1] for end in range(len(start))}
    known = start.isalpha() and _plea_beginnings()[_DAYS].isdisjoint(beginnings)
    return (
        table
        for language, table in _plea_tables().items()
        if not known or language in UNSPACED or not _plea_beginnings()[language].isdisjoint(beginnings)
    )


@cache
def _plea_beginnings() -> dict[str, frozenset[str]]:
    """How the first parts of the words of each language begin, and those of days."""
    words = {language: [*chain(*kinds.values())] for language, kinds in _plea_words().items()}
    words[_DAYS] = [*words[_DAYS], *MONTH_WORDS, *WEEKDAYS]
    parts = {name: (_WORD.match(folded(word)) for word in some) for name, some in words.items()}
    return {name: frozenset(part[0][:_START] for part in some if part) for name, some in parts.items()}


def _plea_words() -> WordTables:
    """The words of each language by what they do, with those of pleas and of notes to editors."""
    return read_words(_RELEASE_WORDS, _EVENT_WORDS, _PLEA_WORDS)


def _words() -> WordTables:
    """The words of each language by what they do."""
    return read_words(_RELEASE_WORDS, _EVENT_WORDS)


@cache
def _tables() -> dict[str, WordPatterns]:
    """For each language a pattern for every kind of word."""
    return _patterns(_words())


@cache
def _plea_tables() -> dict[str, WordPatterns]:
    """The same, with the words of pleas and of notes to editors too."""
    return _patterns(_plea_words())


def _patterns(found: WordTables) -> dict[str, WordPatterns]:
    days = [*found[_DAYS][_DAYS], *MONTH_WORDS, *WEEKDAYS]
    out = {}
    for language, kinds in found.items():
        if language not in _NO_LANGUAGES:
            unspaced = language in UNSPACED
            number = _NUMBER_UNSPACED + "|" + _NAMED_DAYS if unspaced else _NUMBER
            moment = re.compile(f"{number}|{alternatives([] if unspaced else days, unspaced)}")
            table = [(kind, re.compile(alternatives(words, unspaced))) for kind, words in kinds.items()]
            out[language] = (*table, (_DAYS, moment))
    return out


@cache
def _moment_words() -> re.Pattern[str]:
    """What is like a day or an hour in any language: figures, names of months and days, words such as `tomorrow`."""
    found = _words()
    names = [name for name in (*MONTH_WORDS, *WEEKDAYS) if len(name) >= _LEAST_NAME]
    spaced = alternatives([*names, *found[_DAYS][_DAYS], *found[_TIMES][_TIMES]], unspaced=False)
    unspaced = alternatives(found[_TIMES_UNSPACED][_TIMES], unspaced=True)
    return re.compile(rf"{_FIGURES.pattern}|(?<!\w)(?:{spaced})|{unspaced}")


@lru_cache(maxsize=4096)
def _languages(start: str) -> tuple[str, ...]:
    """The languages that have a word beginning with some letters; all of them for numbers and days."""
    if start in _beginnings_of_days() or not start.isalpha():
        return tuple(_tables())
    return tuple(language for language, own in _beginnings().items() if language in UNSPACED or start in own)


@cache
def _beginnings_of_days() -> frozenset[str]:
    return frozenset(folded(word)[:_START] for word in (*_words()[_DAYS][_DAYS], *MONTH_WORDS, *WEEKDAYS))


@cache
def _beginnings() -> dict[str, frozenset[str]]:
    """How the words of each language begin; those that any letters may follow have as many letters as are compared."""
    out = {}
    for language, kinds in _words().items():
        if language not in _NO_LANGUAGES:
            forms = [folded(word.rstrip("*")).partition("_")[0] for words in kinds.values() for word in words]
            out[language] = frozenset(part for form in forms for part in (form[:_START], form.partition("'")[0]))
    return out


@cache
def _triggers() -> tuple[frozenset[str], re.Pattern[str]]:
    """How words begin without which no line is a statement, and such words where there are no blanks."""
    starts: set[str] = set()
    unspaced: set[str] = set()
    for language, kinds in _words().items():
        words = {folded(word.rstrip("*")) for kind in _HOLDING for word in kinds.get(kind, ())}
        if language in UNSPACED:
            unspaced |= words
        else:
            starts |= {part[:_TRIGGER] for word in words for part in word.split("_")[:1]}
    return frozenset(starts), re.compile("|".join(sorted(map(re.escape, unspaced))))
