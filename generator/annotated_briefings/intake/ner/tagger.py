"""Names in text by a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

The weights were trained by ``bench/train_names.py`` on corpora named in NOTICE, none of whose text is in them.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from annotated_briefings.base.package_files import package_bytes
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.ner.crf import RandomField
from annotated_briefings.intake.ner.gazetteer import known_spans
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
    common_words,
    first_names,
    surnames,
)
from annotated_briefings.intake.ner.tokens import Token, WordUsage, is_headline, is_row, is_shouted

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
    """The features of each token of a sentence, its neighbours' included; headlines are read as if recased."""
    sentence = recased(sentence, use)
    own = [_own(token, use) for token in sentence]
    known = _known(sentence)
    out: list[list[str]] = []
    for at, token in enumerate(sentence):
        row = ["b", *own[at]]
        if known[at]:
            row.append(f"known{known[at]}")
        if token.first:
            row.append("first")
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(sentence):
                near = own[at + step]
                row += [f"{step}{feature}" for feature in (near if abs(step) == 1 else near[:2])]
                if abs(step) == 1 and known[at + step]:
                    row.append(f"{step}known{known[at + step]}")
            else:
                row.append(f"{step}none")
        out.append(row)
    return out


def recased(sentence: Sequence[Token], use: WordUsage) -> Sequence[Token]:
    """A headline or a line of capitals as its words are written elsewhere: small ones small, names with capitals."""
    if not (is_shouted(sentence) or (is_headline(sentence) and not is_row(sentence))):
        return sentence
    named = {at for span in known_spans(sentence) for at in range(span.left, span.right)}
    return [
        token if at in named and not token.text.isupper() else replace(token, text=_usual(token.text, at in named, use))
        for at, token in enumerate(sentence)
    ]


def _usual(word: str, known: bool, use: WordUsage) -> str:
    """A word of a headline as it would be written in a sentence."""
    low, capital = word.lower(), word.capitalize()
    if not word[0].isupper() or (word.isupper() and (use.capital[word] or "." in word)):
        return word
    if known or use.capital[capital] > use.lower[low]:
        return capital if len(word) > 3 or not word.isupper() else word
    if use.lower[low] or low in common_words():
        return low
    if word.isupper():
        return word if len(word) < 5 and low not in first_names() else capital
    return word


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
        if key in surnames():
            out.append("surname")
        out.append("common" if key in common_words() else "rare")
        mid, small = use.capital[word], use.lower[low]
        out.append(f"c={min(3, mid)}{'<' if mid < small else '>' if small else ''}")
    elif word[0].islower() and use.capital[word.capitalize()]:
        out.append("alsocapital")
    return out


def _known(sentence: Sequence[Token]) -> list[str]:
    """Where in a known name each token is: ``B`` or ``I`` with the type of the name, or nothing."""
    out = [""] * len(sentence)
    for span in known_spans(sentence):
        marks = ["B", *["I"] * (span.right - span.left - 1)]
        wide = "2" if len(marks) > 1 else ""
        out[span.left : span.right] = [f"{mark}{wide}{span.kind}" for mark in marks]
    return out


@cache
def _field() -> RandomField:
    return RandomField(package_bytes("intake.ner", "weights.crfsuite"))


class Tagged(Value):
    """What the model sees in a sentence."""

    spans: tuple[NameSpan, ...]
    """The names, none inside another."""
    chances: tuple[float, ...]
    """Probability of each token to be in a name, 0 to 1."""


def tag(sentences: Sequence[Sequence[Token]], use: WordUsage) -> list[Tagged]:
    """The names that the model sees in each sentence of a text."""
    field = _field()
    outside = field.labels.index("O")
    out: list[Tagged] = []
    for found in field.label([features(sentence, use) for sentence in sentences]):
        columns = [field.labels.index(label) for label in found.labels]
        sure = [float(chances[column]) for chances, column in zip(found.chances, columns, strict=True)]
        spans = tuple(
            NameSpan(left, right, kind, min(sure[left:right])) for left, right, kind in spans_of(found.labels)
        )
        out.append(Tagged(spans, tuple((1 - found.chances[:, outside]).tolist())))
    return out


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
