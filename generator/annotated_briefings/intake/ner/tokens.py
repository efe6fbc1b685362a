"""Words of a text with their places, sentence by sentence."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Corp|Co|Ltd|Gen|Lt|Col|Sen|Rep|Gov|Prof)\.(?!\w)|[A-Z]\.(?= [A-Z])"
    r"|[@#]?\w+(?:[-–.’'&+](?=\w)\w+)*\+?|[^\w\s]"
)
_POSSESSIVE = re.compile(r"(.+)(['’]s)$")
_HEADLINE = 0.7
"""Share of capitalised words from which on capitals say nothing."""


class Token(Value):
    """A word or a sign."""

    text: str
    """As written, without a possessive ending."""
    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset after its last one."""
    first: bool
    """Whether it is the first word of its sentence, or of a quotation in it."""


class WordUsage(Value):
    """How the words of a text are written in it."""

    capital: Counter[str]
    """Words with a capital inside sentences, as written."""
    lower: Counter[str]
    """Words in lower case."""


def tokenize(text: str) -> list[list[Token]]:
    """The tokens of each sentence."""
    starts = (*sentence_starts(text), len(text))
    return [found for left, right in pairwise(starts) if (found := _sentence(text, left, right))]


def _sentence(text: str, left: int, right: int) -> list[Token]:
    out: list[Token] = []
    opening = True
    for match in _TOKEN.finditer(text, left, right):
        word, start = match[0], match.start()
        owner = _POSSESSIVE.fullmatch(word)
        if owner:
            out.append(Token(owner[1], start, start + len(owner[1]), opening))
            out.append(Token(owner[2], start + len(owner[1]), match.end(), False))
        else:
            out.append(Token(word, start, match.end(), opening))
        opening = word in '“"‘:•—' or (opening and not word[0].isalnum())
    return out


def usage(sentences: Sequence[Sequence[Token]]) -> WordUsage:
    """How words are written where writing tells something: not at the start of a sentence, not in a headline."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        words = [token for token in sentence if token.text[0].isalpha()]
        shouted = len(words) > 3 and sum(t.text[0].isupper() for t in words) > _HEADLINE * len(words)
        for token in words:
            if token.text[0].islower():
                lower[token.text] += 1
            elif not token.first and not shouted:
                capital[token.text] += 1
    return WordUsage(capital, lower)
