"""What an article says, sentence by sentence, as digests that stay in the ledger where its text is not.

The digest of a sentence is a polynomial of its words and of the signs that turn them, with how many words it has. So
the digest of several sentences together follows from theirs, and one text is told from another however each of them was
cut into sentences and paragraphs. A sentence that replaces another one says something else: without the text
of both nobody can know that its words are harmless. The digests hold no word, and 24 bits of each sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.shingles import HashedWords, covered_by, hashed_words, sketch
from annotated_briefings.intake.model import Sketch

_PRIME = 16_777_213
"""The greatest prime number of 24 bits."""
_BASE = 9_973_591
_LONGEST = 200
"""Words of a sentence; what is longer is cut."""
_NUMBERED = regex(r"^[^\S\n]*(?:\(?\d{1,2}[.)][^\S\n]+(?=[^\d\n])|[•‣◦·∙–—-]\s+(?=\D))", re.MULTILINE)
"""A number or a sign before an item of a list, which some formats write and some do not."""
_WIDE = 0x2FFF
"""Behind signs of Chinese and Japanese there is no blank."""
_STOP, _BEFORE, _BESIDE, _JOINED, _DIGIT = 1, 2, 4, 8, 16
_KINDS = {
    ".!?…。！？\n": _STOP,
    "-−–+±": _BEFORE,
    "%‰£$¥€₹₽₩₺₴?？": _BESIDE,
    ".,)": _JOINED,
    "0123456789": _DIGIT,
}
"""Signs that end a sentence; that belong to the figure behind them; that belong to the figure behind them or else to
the word before them; that join a sign to what is before it; and digits."""
_MINUS = {ord("−"): ord("-"), ord("–"): ord("-"), ord("？"): ord("?")}
_LEAST_WORDS = 12
"""Words of a text that two articles have by no chance."""
_NEAR_WORDS, _NEAR = 3, 0.25
"""Words, and share of its words, by which another sentence in the place of one may be longer or shorter."""
_ALIKE = 0.25
"""Share of the word runs of a sentence that are in the other text, from which it is another form of one there."""


class Repetition(Value):
    """What one text says of what another one says, as far as digests tell."""

    added: tuple[str, ...]
    """The sentences that the other has not, as they are compared."""
    added_words: int
    """Words of those."""
    lost_words: int
    """Words of the sentences that only the other has."""
    kept_words: int
    """Words of those that both have."""
    first: int
    """Words of the other one before the first sentence that both have."""
    differs: bool
    """Whether a sentence replaces another one."""
    last_added: bool
    """Whether the last sentence is one of those that the other has not."""
    last_differs: bool
    """Whether it does so at the end of the text alone, where an excerpt may be cut."""


def digests(text: str) -> tuple[str, bytes]:
    """The digest of the words of a text and of the signs that turn them, however it is set (16 hex digits), empty where
    it is so short that two articles may have it by chance; and the digests of its sentences, four bytes each."""
    words = hashed_words(text)
    signs, kinds = _signs(words)
    bare = _NUMBERED.sub("", text)
    mine = words if bare == text else hashed_words(bare)
    packed = _packed(mine, *((signs, kinds) if mine is words else _signs(mine)))[0].astype("<u4").tobytes()
    if len(words.hashes) < _LEAST_WORDS:
        return "", packed
    turned = "".join(chr(_MINUS.get(sign, sign)) for _, sign in signs).replace("?", "")
    return blake2b(words.hashes.astype("<u4").tobytes() + turned.encode(), digest_size=8).hexdigest(), packed


def repetition_of(text: str, known: bytes, other: Sketch) -> Repetition:
    """What a text says of what another one says, of which the digests and the sketch are known."""
    hashed = hashed_words(_NUMBERED.sub("", text))
    packed, places = _packed(hashed, *_signs(hashed))
    mine, theirs = packed.tolist(), np.frombuffer(known, dtype="<u4").astype(np.int64).tolist()
    lost, new = Counter(theirs), Counter(mine)
    moved = (lost - new, new - lost)
    added: list[int] = []
    kept = sum(_words(one) * count for one, count in (lost & new).items())
    lost_words, first, differs = 0, -1, False
    at_end = False
    steps = [
        (step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end) for step in Indel.opcodes(theirs, mine)
    ]
    for old_start, old_end, new_start, new_end, same in _blocks(steps):
        if same:
            first = sum(map(_words, theirs[:old_start])) if first < 0 else first
            continue
        old, own = theirs[old_start:old_end], list(range(new_start, new_end))
        if old and own and _joined(old) == _joined([mine[n] for n in own]):
            kept += sum(map(_words, old))
            first = sum(map(_words, theirs[:old_start])) if first < 0 else first
            continue
        old = _taken(old, moved[0])
        own = [n for n in own if _taken([mine[n]], moved[1])]
        count, words = sum(map(_words, old)), sum(_words(mine[n]) for n in own)
        lost_words += count
        added += own
        if old and own and abs(count - words) <= max(_NEAR_WORDS, _NEAR * count):
            at_end = not differs and new_end == len(mine)
            differs = True
    texts = tuple(hashed.text[places[n][0] : places[n][1]] for n in added)
    if lost_words and not differs:
        forms = [n for n, one in zip(added, texts, strict=True) if covered_by(sketch("", one), [other]) >= _ALIKE]
        differs, at_end = bool(forms), forms == [len(mine) - 1]
    return Repetition(
        texts,
        sum(_words(mine[n]) for n in added),
        lost_words,
        kept,
        max(first, 0),
        differs,
        len(mine) - 1 in added,
        at_end,
    )


def _blocks(steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Parts of two sequences that are the same, and what is between them."""
    old = new = 0
    for _, a, b, c, d in (step for step in steps if step[0] == "equal"):
        if a > old or c > new:
            yield old, a, new, c, False
        yield a, b, c, d, True
        old, new = b, d
    ends = max((step[2] for step in steps), default=0), max((step[4] for step in steps), default=0)
    if ends[0] > old or ends[1] > new:
        yield old, ends[0], new, ends[1], False


def _taken(some: Sequence[int], left: Counter[int]) -> list[int]:
    """Those of some sentences that are among what is left over; the others are elsewhere in the other text."""
    out: list[int] = []
    for one in some:
        if left[one] > 0:
            left[one] -= 1
            out.append(one)
    return out


def _words(packed: int) -> int:
    return packed & 0xFF


def _joined(some: Sequence[int]) -> tuple[int, int]:
    """Digest and number of words of several sentences as one."""
    value = count = 0
    for one in some:
        value = (value * pow(_BASE, _words(one), _PRIME) + (one >> 8)) % _PRIME
        count += _words(one)
    return value, count


@cache
def _powers() -> NDArray[np.int64]:
    return np.array([pow(_BASE, n, _PRIME) for n in range(_LONGEST + 1)], dtype=np.int64)


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each character of the basic plane is."""
    kinds = np.zeros(0x10000, dtype=np.uint8)
    for signs, kind in _KINDS.items():
        for sign in signs:
            kinds[ord(sign)] |= kind
    return kinds


def _packed(
    words: HashedWords, signs: Sequence[tuple[int, int]], kinds: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], list[tuple[int, int]]]:
    """The packed digests of the sentences of a text, and where each is; ``kinds`` are those of its characters."""
    count = len(words.hashes)
    if not count:
        return np.zeros(0, dtype=np.int64), []
    stop = (kinds[:-1] & _STOP) != 0
    stops = np.flatnonzero(stop & (~words.inside[1:] | (words.characters[:-1] > _WIDE)))
    begins = np.diff(np.searchsorted(stops, words.starts), prepend=-1) != 0
    heads = np.flatnonzero(begins)
    begins |= (np.arange(count) - heads[np.cumsum(begins) - 1]) % _LONGEST == 0
    heads = np.flatnonzero(begins)
    lengths = np.diff(heads, append=count)
    behind = np.repeat(heads + lengths, lengths) - 1 - np.arange(count)
    values = words.hashes.astype(np.int64) % _PRIME
    for word, sign in signs:
        values[word] += _MINUS.get(sign, sign) * _BASE % _PRIME
    sums = np.add.reduceat(values % _PRIME * _powers()[behind], heads) % _PRIME
    ends = words.ends[heads + lengths - 1]
    return sums << 8 | lengths, list(zip(words.starts[heads].tolist(), ends.tolist(), strict=True))


def _signs(words: HashedWords) -> tuple[list[tuple[int, int]], NDArray[np.uint8]]:
    """The signs of a text that turn its figures and sentences, each with the place of the word that it belongs to; and
    the kinds of all its characters."""
    kinds = _kinds()[np.minimum(words.characters, 0xFFFF)]
    found = np.flatnonzero(kinds & (_BEFORE | _BESIDE))
    out: list[tuple[int, int]] = []
    for at in found.tolist():
        digit = bool(kinds[at + 1] & _DIGIT)
        joined = words.inside[at - 1] or kinds[at - 1] & _JOINED
        if kinds[at] & _BESIDE or (digit and not joined):
            word = int(np.searchsorted(words.starts, at)) - (0 if digit else 1)
            if 0 <= word < len(words.starts):
                out.append((word, int(words.characters[at])))
    return out, kinds
