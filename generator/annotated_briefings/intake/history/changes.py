"""The words that differ between two texts of one source, and which quotes rest on them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise, takewhile
from unicodedata import normalize

from annotated_briefings.base.digest import digest
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_LETTER = r"\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = regex(
    rf"""
    (?:(?<![\w)])[+±−–-])?[$€£¥]?(?:\d{{1,3}}(?:[\ \u00a0\u202f\u2009'’]\d{{3}})+(?!\d)|\d+)
        (?:[.,:/]\d+)*(?:\s?[%‰°])?(?:[^\W\d_{_LETTER}]+)?
    |[{_LETTER}]
    |[^\W_]+(?:['’][^\W_]+)*
    |[?!？！]
    """,
    re.VERBOSE,
)
"""Numbers with sign, currency and unit; letters of scripts without spaces or capitals one by one; words; marks of
questions and exclamations."""
_SAME = str.maketrans("’−–\u00a0\u202f", "'--  ")
_JOINED = 1
"""Equal words between two differences that are shown as one."""
LONGEST = 11
"""Words of either side that are kept of a difference: fewer than twelve."""
_LETTERS = 3
"""Letters of scripts that are read one by one which count as a word."""
_ONE_LETTER = regex(f"[{_LETTER}]")
_LIKE = 0.6
"""Share of equal words from which two sentences in different places are one that was moved and changed."""
MOST = 20
"""Differences of one version that are kept."""


class WordChange(Value):
    """Some words of a source and what is in their place now."""

    was: str
    """The words of the earlier text; empty where words were added."""
    now: str
    """The words of the later text; empty where words are gone."""


class Difference(Value):
    """What differs between two texts of one source."""

    changes: tuple[WordChange, ...]
    """The words, in the order of the text."""
    old: str
    """The words of the earlier text, made plain for comparing."""
    new: str
    """The words of the later text, likewise."""
    gone: tuple[str, ...]
    """The sentences of the earlier text that the later one does not have, likewise."""
    kept: tuple[str, ...]
    """Those that it has."""

    def rests(self, words: str) -> bool:
        """Whether some words stood in the earlier text, and the later one has them no more or in another sentence."""
        plain = plain_words(words)
        if not plain or not _inside(plain, self.old):
            return False
        if not _inside(plain, self.new):
            return True
        return any(_inside(plain, one) for one in self.gone) and not any(_inside(plain, one) for one in self.kept)

    @property
    def own(self) -> tuple[str, ...]:
        """Words of the earlier text that the later one has nowhere, and that say enough to be known again elsewhere."""
        found = (change.was for change in self.changes if not change.was.endswith("…") and _speaks(change.was))
        return tuple(dict.fromkeys(was for was in found if not _inside(plain_words(was), self.new)))


class _ComparedWord(Value):
    plain: str
    """The form that is compared."""
    start: int
    """Its offset in the text."""
    end: int
    """Where it ends."""
    first: bool
    """Whether a sentence starts with it."""


def plain_words(text: str) -> str:
    """The words of a text for comparing, between single spaces: no punctuation, no capitals."""
    return " ".join(token.plain.lower() for token in _tokens(text))


def words_digest(text: str) -> str:
    """A digest of the words of a text: equal for texts that differ in punctuation, capitals and spaces alone."""
    return digest(plain_words(text))[:16]


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, without those that hold no word."""
    starts = (*sentence_starts(text), len(text))
    found = (text[a:b].strip() for a, b in pairwise(starts))
    return [sentence for sentence in found if plain_words(sentence)]


def difference(old: str, new: str) -> Difference:
    """What differs between an earlier and a later text."""
    before, after = sentences_of(old), sentences_of(new)
    left, right = [plain_words(one) for one in before], [plain_words(one) for one in after]
    changes = [change for was, now in _places(before, after) for change in _words_changed(was, now)]
    there = set(right)
    return Difference(
        tuple(changes),
        " ".join(left),
        " ".join(right),
        tuple(one for one in left if one not in there),
        tuple(one for one in left if one in there),
    )


def _places(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences that differ, place by place. One that has only moved is no difference; one that was changed
    as well is compared with what it was."""
    moved = Counter(before) & Counter(after)
    found: list[tuple[list[str], list[str]]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            moved -= Counter(before[a1:a2])
        else:
            found.append(([*before[a1:a2]], [*after[b1:b2]]))
    for side in (0, 1):
        left = moved.copy()
        for place in found:
            for sentence in [*place[side]]:
                if left[sentence]:
                    left[sentence] -= 1
                    place[side].remove(sentence)
    pairs: list[tuple[int, str, str]] = []
    for at, was in ((at, was) for at, (was, come) in enumerate(found) if not come):
        for sentence in [*was]:
            others = [(now, one) for gone, now in found if not gone for one in now]
            now, other = max(others, key=lambda pair: _likeness(sentence, pair[1]), default=([], ""))
            if _likeness(sentence, other) >= _LIKE:
                was.remove(sentence)
                now.remove(other)
                pairs.append((at, sentence, other))
    pairs += [(at, " ".join(was), " ".join(now)) for at, (was, now) in enumerate(found) if was or now]
    return [(was, now) for _, was, now in sorted(pairs)]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, plain_words(one).split(), plain_words(other).split(), autojunk=False).ratio()


def holds(text: str, words: str) -> bool:
    """Whether a text has some words, one after another and each as a whole."""
    plain = plain_words(words)
    return bool(plain) and _inside(plain, plain_words(text))


def _speaks(was: str) -> bool:
    """Whether words are so much their own that a text which has them speaks of the same: a figure, or several words."""
    tokens = _tokens(was)
    figure = any(any(c.isdigit() for c in token.plain) for token in tokens)
    letters = sum(bool(_ONE_LETTER.fullmatch(token.plain)) for token in tokens)
    long = letters >= 2 * _LETTERS or any(len(token.plain) >= 4 for token in tokens)
    return len(tokens) > 1 and (figure or long)


def _inside(plain: str, whole: str) -> bool:
    return f" {plain} " in f" {whole} "


def _tokens(text: str) -> list[_ComparedWord]:
    starts = set(sentence_starts(text))
    out: list[_ComparedWord] = []
    last = -1
    for match in _TOKEN.finditer(text):
        first = any(at in starts for at in range(last + 1, match.start() + 1))
        out.append(_ComparedWord(normalize("NFKC", match[0].translate(_SAME)), match.start(), match.end(), first))
        last = match.start()
    return out


def _words_changed(old: str, new: str) -> Iterator[WordChange]:
    a, b = _tokens(old), _tokens(new)
    left, right = [t.plain for t in a], [t.plain for t in b]
    for a1, a2, b1, b2 in _runs(left, right):
        if _capitals_alone(a[a1:a2], b[b1:b2]):
            continue
        (c1, c2), (d1, d2) = _widened(a, b, (a1, a2), (b1, b2))
        yield WordChange(_shown(old, a[c1:c2]), _shown(new, b[d1:d2]))


def _runs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Places of the differences; those that few equal words part are one."""
    out: list[tuple[int, int, int, int]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if out and a1 - out[-1][1] <= _JOINED and b1 - out[-1][3] <= _JOINED:
            out[-1] = (out[-1][0], a2, out[-1][2], b2)
        else:
            out.append((a1, a2, b1, b2))
    return out


def _capitals_alone(gone: Sequence[_ComparedWord], come: Sequence[_ComparedWord]) -> bool:
    """Whether words differ by a capital at the start of a sentence alone."""
    if len(gone) != len(come):
        return False
    return all(
        one.plain == other.plain or (one.plain.lower() == other.plain.lower() and (one.first or other.first))
        for one, other in zip(gone, come, strict=True)
    )


def _widened(
    a: Sequence[_ComparedWord], b: Sequence[_ComparedWord], old: tuple[int, int], new: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """One word more where a side is a single word or none: `six` says less than `six weeks`."""
    (a1, a2), (b1, b2) = old, new
    if min(a2 - a1, b2 - b1) > 1 or max(a2 - a1, b2 - b1) > LONGEST:
        return old, new
    whole = (a1 == a2 and (b1 == len(b) or b[b1].first)) or (b1 == b2 and (a1 == len(a) or a[a1].first))
    if whole:
        # Whole sentences have come or gone.
        return old, new
    if a2 < len(a) and b2 < len(b) and not a[a2].first and not b[b2].first:
        return (a1, a2 + 1), (b1, b2 + 1)
    if a1 and b1 and (a1 == len(a) or not a[a1].first) and (b1 == len(b) or not b[b1].first):
        return (a1 - 1, a2), (b1 - 1, b2)
    return old, new


def _shown(text: str, tokens: Sequence[_ComparedWord]) -> str:
    """Words as they are written, cut where they are many."""
    if not tokens:
        return ""
    kept = [*takewhile(lambda place: place[0] <= LONGEST * _LETTERS, zip(_lengths(tokens), tokens, strict=True))]
    return " ".join(text[tokens[0].start : kept[-1][1].end].split()) + ("…" if len(tokens) > len(kept) else "")


def _lengths(tokens: Sequence[_ComparedWord]) -> Iterator[int]:
    """How long some words are up to each of them, counted in letters of scripts that are read one by one."""
    return accumulate(1 if _ONE_LETTER.fullmatch(token.plain) else _LETTERS for token in tokens)
