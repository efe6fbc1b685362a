"""Words of a text with their places, sentence by sentence."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.languages import ENGLISH, Writing

ELIDED = ("d", "l", "qu", "dell", "all", "nell", "sull", "dall", "un", "quell", "s", "n", "c", "j", "m", "t")
"""Small words that French and Italian join to the next word by an apostrophe."""
_WORDS = (
    r"\d+(?:[.,]\d+)+|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Corp|Co|Ltd|Gen|Lt|Col|Sen|Rep|Gov|Prof)\.(?!\w)|[A-Z]\.(?= [A-Z])"
    rf"|(?:{'|'.join(ELIDED)})['’](?=[^\W\d_])"
    r"|[@#]?\w+(?:[-–.’'&+](?=\w)\w+)*\+?|[^\w\s]"
)
_TOKEN = regex(_WORDS)
_ELIDING = regex(rf"(?:{'|'.join(word.capitalize() for word in ELIDED)})['’](?=[^\W\d_])|{_WORDS}")
"""The same where an article is elided at the start of a sentence: `L'Italia`."""
_POSSESSIVE = regex(r"(.+)(['’]s|(?<=[A-Z]{2})['’]S)$")
_HEADLINE = 0.7
"""Share of capitalised words from which on capitals say nothing."""


_ROW = 0.3
"""Share of numbers and signs from which a line is a row of a table; one of prose has that share of small words."""


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
    writing: Writing
    """How the language of the text writes names."""


def tokenize(text: str, *, elides: bool = False) -> list[list[Token]]:
    """The tokens of each sentence; an elided article is one of its own (`elides`: at the start of a sentence too)."""
    starts = (*sentence_starts(text), len(text))
    pattern = _ELIDING if elides else _TOKEN
    return [found for left, right in pairwise(starts) if (found := _sentence(text, left, right, pattern))]


def _sentence(text: str, left: int, right: int, pattern: re.Pattern[str]) -> list[Token]:
    out: list[Token] = []
    opening = True
    for match in pattern.finditer(text, left, right):
        word, start = match[0], match.start()
        owner = _POSSESSIVE.fullmatch(word)
        if owner:
            out.append(Token(owner[1], start, start + len(owner[1]), opening))
            out.append(Token(owner[2], start + len(owner[1]), match.end(), False))
        else:
            out.append(Token(word, start, match.end(), opening))
        opening = word in '“"‘:•—' or (opening and not word[0].isalnum())
    return out


def usage(sentences: Sequence[Sequence[Token]], writing: Writing = ENGLISH) -> WordUsage:
    """How words are written where writing tells something: not at the start of a sentence, not in a headline."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        shouted = is_headline(sentence)
        for token in sentence:
            if not token.text[0].isalpha():
                continue
            if token.text[0].islower():
                lower[token.text] += 1
            elif not token.first and not shouted:
                capital[token.text] += 1
    return WordUsage(capital, lower, writing)


def is_headline(sentence: Sequence[Token]) -> bool:
    """Whether nearly all words of a sentence begin with a capital, which then says nothing."""
    words = [token.text for token in sentence if token.text[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    small = sum(word[0].islower() for word in long)
    closed = sentence[-1].text == "." and not is_shouted(sentence)
    return len(words) > 3 and len(long) > 2 and 8 * small <= len(long) and not closed


def is_shouted(sentence: Sequence[Token]) -> bool:
    """Whether a sentence is written in capitals."""
    words = [token.text for token in sentence if len(token.text) > 1 and token.text[0].isalpha()]
    return len(words) > 1 and sum(word.isupper() for word in words) > _HEADLINE * len(words)


def is_row(sentence: Sequence[Token]) -> bool:
    """Whether a line is a row of a table or a list of results: names and numbers, and hardly a word between them."""
    numbers = sum(token.text[0].isdigit() for token in sentence)
    small = sum(token.text[0].islower() and len(token.text) > 1 for token in sentence)
    signs = sum(not token.text[0].isalnum() for token in sentence)
    return numbers > 0 and numbers + signs >= _ROW * len(sentence) and small < _ROW * len(sentence)
