"""The sentences of two texts put beside each other: what one of them lacks, and what differs between forms of one."""

from collections import Counter
from collections.abc import Sequence

from annotated_briefings.base.meaning.guard import change_of_meaning
from annotated_briefings.base.meaning.spelling.optional import spelled

_LIKE = 0.5
"""Share of common words from which two sentences are taken for two forms of one."""
_FEW = 8
"""Sentences left over, of both texts, up to which they are compared as one passage too."""
_LETTERS_PER_WORD = 2
"""Letters that stand for a word where words are not parted."""
_MOST_SHOWN = 3
"""Differences that are listed; more add nothing to the verdict."""


def length(text: str) -> int:
    """How many words a text has, as far as they can be counted."""
    words = len(text.split())
    return words if words > len(text) / 12 else len(text) // _LETTERS_PER_WORD


def _left_over(sentences: Sequence[str], counts: Counter[str]) -> list[str]:
    """The sentences that a count still holds, in order."""
    out: list[str] = []
    for sentence in sentences:
        if counts[sentence]:
            counts[sentence] -= 1
            out.append(sentence)
    return out


def aligned(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str], tuple[str, ...]]:
    """The sentences that only the first of two texts has, those that only the second has, and in words what differs
    between two forms of one sentence."""
    mine, theirs = Counter(one), Counter(other)
    left, right, text = _left_over(one, mine - theirs), _left_over(other, theirs - mine), " ".join(other)
    if (
        left
        and right
        and len(left) + len(right) <= _FEW
        and not change_of_meaning(" ".join(left), " ".join(right), text)
    ):
        # One side may have ended its sentences elsewhere.
        return [], [], ()
    own: list[str] = []
    differs: list[str] = []
    rest = [(sentence, units(sentence)) for sentence in right]
    for sentence in left:
        words = units(sentence)
        shares = [share(words, theirs) for _, theirs in rest]
        best = max(shares, default=0.0)
        if best < _LIKE:
            own.append(sentence)
            continue
        found, _ = rest.pop(shares.index(best))
        if changed := change_of_meaning(sentence, found, text):
            differs.append(changed)
            if len(differs) == _MOST_SHOWN:
                break
    return own, [sentence for sentence, _ in rest], tuple(differs)


def share(one: Counter[str], other: Counter[str]) -> float:
    """Share of the words of two sentences that both have, of those of the shorter one."""
    return sum(min(count, other[word]) for word, count in one.items()) / max(1, min(one.total(), other.total()))


def units(text: str) -> Counter[str]:
    """The words of a sentence; its letters where there are few blanks."""
    text = spelled(text)
    words = text.lower().split()
    return Counter(words if len(words) > len(text) / 12 else text)
