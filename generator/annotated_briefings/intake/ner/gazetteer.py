"""Names that are known in advance, found in a sentence: of several that begin at one word the longest."""

from collections.abc import Sequence
from functools import cache

from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.lexicon import common_words, first_names, known_names, places
from annotated_briefings.intake.ner.tokens import ELIDED, Token

_LONGEST = 7
"""Words of the longest known name."""


class KnownSpan(Value):
    """A known name in a sentence."""

    left: int
    """Place of its first token."""
    right: int
    """Place after its last token."""
    kind: str
    """Its type, such as ``place`` or ``company``."""


def spelled(word: str) -> str:
    """A word in the form in which known names are compared."""
    return word.lower().replace("’", "'").rstrip(".")


@cache
def _kinds() -> dict[str, str]:
    """Known names as their tokens, with their types."""
    out = {_tokens(name): "place" for name in places()}
    out |= {_tokens(name): kind for name, kind in known_names().items()}
    return out


def _tokens(name: str) -> str:
    words: list[str] = []
    for word in name.replace("’", "'").split():
        head, mark, rest = word.partition("'")
        elided = [head + mark] if rest and head in ELIDED else []
        owner = word.removesuffix("'s")
        words += [*elided, rest] if elided else [owner, "'s"] if owner != word else [word]
    return " ".join(map(spelled, words))


@cache
def _widest() -> dict[str, int]:
    """First words of known names with the number of tokens of the longest."""
    out: dict[str, int] = {}
    for name in _kinds():
        words = name.split(" ")
        out[words[0]] = max(out.get(words[0], 0), min(len(words), _LONGEST))
    return out


def known_spans(sentence: Sequence[Token]) -> tuple[KnownSpan, ...]:
    """The known names of a sentence, none inside another."""
    words = [spelled(token.text) for token in sentence]
    widest, kinds = _widest(), _kinds()
    out: list[KnownSpan] = []
    at = 0
    while at < len(words):
        right = at
        if _is_written_as_name(sentence[at].text):
            for width in range(min(widest.get(words[at], 0), len(words) - at), 0, -1):
                kind = kinds.get(" ".join(words[at : at + width]), "")
                if kind and _ends_as_name(sentence[at : at + width]):
                    right = at + width
                    out.append(KnownSpan(at, right, kind))
                    break
        at = max(right, at + 1)
    return tuple(out)


def _is_written_as_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or any(c.isupper() for c in word)


def _ends_as_name(tokens: Sequence[Token]) -> bool:
    """Whether the last word of some tokens is written with a capital, as their first is, or is no English word."""
    last = next((t.text for t in reversed(tokens) if t.text not in ("'s", "’s", "'")), "")
    return _is_written_as_name(last) or (len(tokens) > 1 and last not in common_words())


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of some people."""
    return spelled(word) in first_names()
