"""Names in text by a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

The weights were trained by ``bench/train_names.py`` on corpora named in NOTICE, none of whose text is in them.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import pycrfsuite

from annotated_briefings.base.package_files import package_bytes
from annotated_briefings.base.values import Value
from annotated_briefings.intake.ner.lexicon import (
    COMPANY_PARTS,
    EVENT_PARTS,
    GOVERNMENT_PARTS,
    JOINERS,
    LAW_PARTS,
    MONTHS_AND_DAYS,
    NATIONS,
    ORGANISATION_PARTS,
    PLACE_PARTS,
    ROLES,
    bare,
    first_names,
    places,
)
from annotated_briefings.intake.ner.tokens import Token, WordUsage

_LISTS = (
    ("month", MONTHS_AND_DAYS),
    ("nation", NATIONS),
    ("role", ROLES),
    ("company", COMPANY_PARTS),
    ("government", GOVERNMENT_PARTS),
    ("organisation", ORGANISATION_PARTS),
    ("placepart", PLACE_PARTS),
    ("law", LAW_PARTS),
    ("event", EVENT_PARTS),
    ("joiner", JOINERS),
)


class NameSpan(Value):
    """A name in a sentence."""

    left: int
    """Place of its first token."""
    right: int
    """Place after its last token."""
    kind: str
    """``PER``, ``ORG``, ``LOC`` or ``MISC``."""
    sure: float
    """Probability that the tokens have these labels, the least of them, 0 to 1."""


def features(sentence: Sequence[Token], use: WordUsage) -> list[list[str]]:
    """The features of each token of a sentence, its neighbours' included."""
    own = [_own(token, use) for token in sentence]
    placed = _placed(sentence)
    out: list[list[str]] = []
    for at, token in enumerate(sentence):
        row = ["b", *own[at]]
        row += [f"place{n}" for n in (placed[at],) if n]
        if token.first:
            row.append("first")
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(sentence):
                near = own[at + step]
                row += [f"{step}{feature}" for feature in (near if abs(step) == 1 else near[:2])]
            else:
                row.append(f"{step}none")
        out.append(row)
    return out


def _shape(word: str) -> str:
    out = ""
    for character in word:
        sign = "A" if character.isupper() else "a" if character.islower() else "0" if character.isdigit() else character
        if sign != out[-1:] or len(out) < 2:
            out += sign
    return out[:8]


def _own(token: Token, use: WordUsage) -> list[str]:
    word = token.text
    low = word.lower()
    key = bare(word)
    out = [f"w={low}", f"s={_shape(word)}", f"e={low[-3:]}", f"p={low[:3]}"]
    out += [f"l={name}" for name, words in _LISTS if key in words]
    if word[0].isupper():
        if key in first_names():
            out.append("given")
        mid, small = use.capital[word], use.lower[low]
        out.append(f"c={min(3, mid)}{'<' if mid < small else '>' if small else ''}")
    elif word[0].islower() and use.capital[word.capitalize()]:
        out.append("alsocapital")
    return out


def _placed(sentence: Sequence[Token]) -> list[str]:
    """Where in the name of a known place each token is: ``B``, ``I`` or nothing."""
    known = places()
    out = [""] * len(sentence)
    at = 0
    while at < len(sentence):
        for width in (4, 3, 2, 1):
            words = [bare(t.text) for t in sentence[at : at + width]]
            if len(words) == width and sentence[at].text[0].isupper() and " ".join(words) in known:
                out[at : at + width] = ["B", *["I"] * (width - 1)]
                at += width - 1
                break
        at += 1
    return out


@cache
def _weights() -> bytes:
    return package_bytes("intake.ner", "weights.crfsuite")


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    # The tagger reads the weights where they lie and keeps no hold of them; without the cache above it would crash.
    tagger.open_inmemory(_weights())
    return tagger


def tag(sentence: Sequence[Token], use: WordUsage) -> tuple[NameSpan, ...]:
    """The names that the model sees in a sentence."""
    tagger = _tagger()
    labels = tagger.tag(features(sentence, use))
    return tuple(
        NameSpan(left, right, kind, min(tagger.marginal(labels[at], at) for at in range(left, right)))
        for left, right, kind in spans_of(labels)
    )


def spans_of(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First place, place after the last, and kind of each name in a row of ``B-``, ``I-`` and ``O`` labels."""
    left = 0
    kind = ""
    for at, label in enumerate((*labels, "O")):
        if kind and label != f"I-{kind}":
            yield left, at, kind
            kind = ""
        if label != "O" and not kind:
            left, kind = at, label[2:]
