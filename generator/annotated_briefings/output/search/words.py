"""Words as the search knows them: folded, cut and without their endings, by one table of rules that browsers use too.

``static/js/words.js`` does the same with the same table, and a test compares the two over all letters.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from unicodedata import category, normalize

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex

RULES: Mapping[str, Any] = json.loads(package_text("output.search", "rules.json"))
"""The table of rules.

``unseen`` and ``marks`` are left out of words, ``whole`` are letters that keep their marks, ``letters`` are written in
another way, ``unspaced`` are the letters of scripts without blanks between words. For each language: ``forms`` of words
that no rule makes, ``beginnings`` and ``endings`` that forms of a word differ by (what is written in their place, and
how much must be left before it), ``finals`` by which stems without endings differ, and words that are ``whole``.
``spelt`` are pairs of letters that mean one with a mark in some languages. ``attached`` is what a word may have before
or behind it that is perhaps no part of it: such words are found where nothing else is. ``joined`` is what parts a word
or a figure that is also written as one: ``point`` are languages that group figures by points and not by commas,
``spaced`` those that do by blanks, ``eliding`` those that leave out a vowel before the next word, ``tails`` are short
forms of English words, ``apart`` what makes another word when it is joined, and ``units`` the signs behind a figure
that say what it counts, each as it is written in the index: `8 %` is also the word `8%`.
"""
_MARKS = "".join(map(re.escape, (c for c in map(chr, range(0x20000)) if category(c)[0] == "M")))
_WORD = regex(rf"(?:[^\W_]|[{_MARKS}{RULES['unseen']}])+")
_PLAIN = regex(r"[a-z0-9]+")
_LEFT_OUT = regex(f"[{RULES['unseen']}]")
_UPON = regex(f"[{RULES['marks']}]")
_BARE = regex(f"[^{RULES['whole']}]+")
_LETTERS = str.maketrans(RULES["letters"])
_UNSPACED = regex(f"[{RULES['unspaced']}]")
_HALF_BLANK = regex("(?<=[\u0600-\u06ff])\u200c(?=[\u0600-\u06ff])")
"""What parts the endings of Persian and Urdu words from them, where people also type a blank or nothing."""
_RUN = regex(f"([{RULES['unspaced']}])|[^{RULES['unspaced']}]+")
_JOINED = RULES["joined"]
_APOSTROPHES = _JOINED["apostrophes"]
_JOINTS = frozenset(f"{_JOINED['hyphens']}{_APOSTROPHES}{_JOINED['spaces']},. ")
_SIGNS = frozenset(",.")
_UNITS = _JOINED["units"]
_BLANKS = frozenset(f"{_JOINED['spaces']} ")
_GROUP = 3
"""Digits of a figure between two signs."""
_PAIR = 2


class FoundWord(NamedTuple):
    """One word of a text."""

    word: str
    """Its folded form."""
    at: int
    """Its place among the words of the text; a pair of letters has that of its first, and a figure in groups that of
    its last group, so that its decimals are beside it."""
    stemmed: bool
    """Whether it may have endings: letters of scripts without blanks have none."""
    written: str
    """The word as the text has it, with what is attached to it there; empty for a word that was made of several."""
    parts: int = 1
    """Words that it joins, since they are also written as one: `north-west` is `northwest`; none for a figure with the
    sign behind it."""


@lru_cache(200_000)
def fold(word: str) -> str:
    """The form under which a word is found: without case, marks and letters that few keyboards have."""
    if _PLAIN.fullmatch(word):
        return word
    text = _LEFT_OUT.sub("", normalize("NFKC", word)).lower()
    text = _BARE.sub(lambda found: _UPON.sub("", normalize("NFD", found[0])), normalize("NFC", text))
    return "".join(_WORD.findall(normalize("NFC", text.translate(_LETTERS))))


def tokens(text: str, start: int = 0, language: str = "") -> Iterator[FoundWord]:
    """The words of a text; those of scripts without blanks as single letters and as overlapping pairs. What is also
    written as one word follows its parts, as is usual in a language, or in any where none is given."""
    text = _HALF_BLANK.sub("-", text) if "\u200c" in text else text
    at, end = start, -1
    chain: list[str] = []
    joint = unit = ""
    for found in _WORD.finditer(text):
        word = fold(found[0])
        # The ending of an English genitive is no word.
        if word == "s" and found.start() == end + 1 and end >= 0 and text[end] in _APOSTROPHES:
            continue
        sign = text[end] if found.start() == end + 1 and end >= 0 else ""
        end = found.end()
        apart = False
        if chain and sign in _JOINTS and _joins(chain, joint, sign, word, found[0], language):
            joint = sign
        else:
            yield from _as_one(chain, at, unit)
            # The rest of a figure is no figure: that of `1,23,456` is 123,456 in India.
            apart = bool(chain) and sign in _SIGNS and is_figure(chain[-1]) and is_figure(word)
            chain, joint = [], ""
        unit = unit_behind(text, end) if word[-1:].isdigit() else ""
        if word and word.isascii():
            # Most words: no script without blanks has such letters.
            yield FoundWord(word, at, True, found[0])
            if unit and is_figure(word):
                yield FoundWord(word + unit, at, False, "", 0)
            chain = [] if apart else [*chain, word]
            at += 1
            continue
        chain = [] if not word or _UNSPACED.search(word) else [*chain, word]
        before = ""
        for run in _RUN.finditer(word):
            sign = run[1] or ""
            if before and sign:
                yield FoundWord(before + sign, at - 1, False, found[0])
            yield FoundWord(run[0], at, not sign, found[0])
            before = sign
            at += 1
            if unit and run.end() == len(word) and is_figure(run[0]):
                yield FoundWord(run[0] + unit, at - 1, False, "", 0)
    yield from _as_one(chain, at, unit)


def _as_one(chain: Sequence[str], after: int, unit: str) -> Iterator[FoundWord]:
    """Two words, or the groups of a figure, as one; ``after`` is the place after them, and ``unit`` the sign there."""
    if len(chain) >= _PAIR and is_figure(chain[0]) and is_figure(chain[-1]):
        yield FoundWord("".join(chain), after - 1, True, "", len(chain))
        if unit:
            yield FoundWord("".join(chain) + unit, after - 1, False, "", 0)
    elif len(chain) == _PAIR:
        yield FoundWord("".join(chain), after - len(chain), True, "", len(chain))


def unit_behind(text: str, at: int) -> str:
    """The sign at a place of a text, or after a blank there, that says what the figure before it counts."""
    at += text[at : at + 1] in _BLANKS
    return str(_UNITS.get(text[at : at + 1], ""))


def is_figure(word: str) -> bool:
    """Whether a folded word is a number."""
    return word.isascii() and word.isdigit()


def _joins(chain: Sequence[str], before: str, sign: str, word: str, written: str, language: str) -> bool:
    """Whether a word is also written as one with those before it, from which a sign parts it; ``before`` is the sign
    between those, where they are several."""
    first, last = chain[0], chain[-1]
    if is_figure(first) and is_figure(word):
        fits = len(word) == _GROUP and (before == sign if before else len(first) <= _GROUP and first[0] != "0")
        return fits and _groups(sign, language)
    if not word or is_figure(last):
        return False
    if sign in _JOINED["hyphens"]:
        return last not in _JOINED["apart"] and before in ("", *_JOINED["hyphens"])
    if before or sign not in _APOSTROPHES:
        return False
    return written[0].isupper() or (language not in _JOINED["eliding"] and word not in _JOINED["tails"])


def _groups(sign: str, language: str) -> bool:
    """Whether a sign parts the groups of a figure in a language."""
    if sign in ",.":
        return not language or (sign == ".") == (language in _JOINED["point"])
    if sign == " ":
        return language in _JOINED["spaced"]
    return sign not in _JOINED["hyphens"]


@lru_cache(200_000)
def stem(word: str, language: str) -> str:
    """A folded word without what its forms differ by in a language."""
    rules = RULES["languages"].get(language)
    if not rules:
        return word
    word = rules["forms"].get(word, word)
    if word in rules["whole"]:
        return word
    for beginning, least in rules["beginnings"]:
        if word.startswith(beginning) and len(word) - len(beginning) >= least:
            word = word[len(beginning) :]
            word = rules["forms"].get(word, word)
            break
    for step in ("endings", "finals"):
        for ending, other, least in rules.get(step, ()):
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: len(word) - len(ending)] + str(other)
                break
    return word


@lru_cache(200_000)
def attached(word: str, language: str) -> tuple[str, ...]:
    """The stems of what is left of a folded word without letters that are perhaps attached to it in a language."""
    rules = RULES["languages"].get(language, {}).get("attached")
    if not rules:
        return ()
    rests = [
        word[len(beginning) :]
        for beginning, least in rules["beginnings"]
        if word.startswith(beginning) and len(word) - len(beginning) >= least
    ]
    stems = {stem(rest, language) for rest in rests}
    for known in (stem(word, language), *sorted(stems)):
        for ending, other, least in rules["endings"]:
            if known.endswith(ending) and len(known) - len(ending) >= least:
                stems.add(known[: len(known) - len(ending)] + str(other))
    return tuple(sorted(stems - {stem(word, language)}))
