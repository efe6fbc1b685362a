"""Texts as sets of hashed word runs, and the pairs of texts that share many.

Five-word shingles, sampled by hash, and containment (shared shingles over those of the shorter text) instead of
Jaccard similarity, because syndicated copies are cut and extended (Broder 1997, "On the resemblance and containment of
documents"). NumPy does the hashing and the join: 100,000 articles fit in memory that way.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotated_briefings.base.values import Value
from annotated_briefings.intake.dedup.words import compared, words_of
from annotated_briefings.intake.model import Sketch

SHINGLE = 5
_KEEP_ONE_IN = 4
"""Sampling of shingles; all are kept where that leaves too few."""
_FEW = 24
_COMMON = 12
"""A shingle in more articles than this is boilerplate."""
_LEAST_SHARED = 4
_OWN = 2
"""A shingle in more articles than this is not an article's own: a footer, or a story with many versions."""
_LEAST_OWN = 10
"""Sampled shingles (some 40 words) of their own that two texts need before what many share is taken out."""
_SAME = 0.8
"""Share of both texts from which on even what many articles share counts."""
_UNLIKE = 0.2
"""Containment under which two texts have nothing to do with each other."""
_SLICE_OF_ROWS = 500_000
"""Rows that are compared at a time."""
_SLICE = 5_000
"""Articles whose shingles are unpacked at a time."""
_LOWER = np.uint64(0xFFFFFFFF)
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0x20000, 0x3FFFF),
)
"""Letters of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
_MULTIPLIERS = tuple(np.uint32(n) for n in (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1))
_BASE = 0x9E3779B97F4A7C15
_MIX = 0xD6E8FEB86659FD93
_INVERSE = pow(_BASE, -1, 1 << 64)

Hashes = NDArray[np.uint32]


class Overlap(Value):
    """What two texts share."""

    first: int
    """Place of one sketch."""
    second: int
    """Place of the other, greater than ``first``."""
    of_first: float
    """Share of the first text's shingles that are in the second, 0 to 1."""
    of_second: float
    """Share of the second text's shingles that are in the first, 0 to 1."""


@cache
def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """Powers of a number modulo 2**64, from the 0th on."""
    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)


class HashedWords(NamedTuple):
    """The words of a text as it is compared."""

    text: str
    """The text, with blanks around it."""
    characters: NDArray[np.uint32]
    """Its characters."""
    inside: NDArray[np.bool_]
    """Whether each of them is part of a word."""
    starts: NDArray[np.int64]
    """Where each word begins."""
    ends: NDArray[np.int64]
    """Where each word ends."""
    hashes: Hashes
    """A hash of each."""


def hashed_words(text: str) -> HashedWords:
    """The words of a text, each with a hash.

    A polynomial of its characters, taken for all words at once from running sums: 77 microseconds for 390 words, where
    splitting and hashing one by one takes 240.
    """
    plain = f" {compared(text)} "
    characters = np.frombuffer(plain.encode("utf-32-le", "replace"), dtype="<u4")
    inside = np.strings.isalnum(characters.view("<U1")) | (characters == ord("_"))
    starts = np.flatnonzero(inside[1:] & ~inside[:-1]) + 1
    ends = np.flatnonzero(inside[:-1] & ~inside[1:]) + 1
    if characters.max() >= _UNSPACED[0][0]:
        starts, ends = _with_letters(characters, inside)
    size = 1 << max(16, len(characters).bit_length())
    sums = np.cumsum(characters * _powers(_BASE, size)[: len(characters)], dtype=np.uint64)
    hashes = (sums[ends - 1] - sums[starts - 1]) * _powers(_INVERSE, size)[starts]
    # The first character counts in the lowest bits alone: once more, so that it reaches the ones that are kept.
    mixed = ((hashes * np.uint64(_MIX)) >> np.uint64(32)).astype(np.uint32)
    return HashedWords(plain, characters, inside, starts, ends, mixed)


def _word_hashes(text: str) -> Hashes:
    """A hash of each word of a text."""
    return hashed_words(text).hashes


def _with_letters(characters: NDArray[np.uint32], inside: NDArray[np.bool_]) -> tuple[NDArray[np.int64], ...]:
    """Starts and ends of words where some scripts write none apart: there each letter counts as a word."""
    alone = np.zeros(len(characters), dtype=np.bool_)
    for first, last in _UNSPACED:
        alone |= (characters >= first) & (characters <= last)
    alone &= inside
    begins = inside[1:] & (~inside[:-1] | alone[1:] | alone[:-1])
    finishes = inside[:-1] & (~inside[1:] | alone[:-1] | alone[1:])
    return np.flatnonzero(begins) + 1, np.flatnonzero(finishes) + 1


def _runs(words: Hashes) -> Hashes:
    """Hashes of all runs of five words; of the whole text when it is shorter."""
    width = min(SHINGLE, len(words))
    count = len(words) - width + 1 if width else 0
    mixed = np.zeros(count, dtype=np.uint32)
    for at in range(width):
        mixed ^= mixed >> np.uint32(15)
        mixed += words[at : at + count]
        mixed *= _MULTIPLIERS[at]
    mixed ^= mixed >> np.uint32(13)
    return mixed


def _in_sample(hashes: Hashes | NDArray[np.uint64]) -> NDArray[np.bool_]:
    flags: NDArray[np.bool_] = np.logical_not(hashes & hashes.dtype.type(_KEEP_ONE_IN - 1))
    return flags


def sketch(identity: str, text: str, title: str = "") -> Sketch:
    """The sketch of an article's text and its stated headline."""
    words = _word_hashes(text)
    runs = _runs(words)
    sampled = np.unique(runs[_in_sample(runs)])
    kept = sampled if len(sampled) >= _FEW else np.unique(runs)
    named = frozenset(word for word in words_of(title) if len(word) > 3)
    return Sketch(identity, len(words), kept.astype("<u4").tobytes(), named)


def covered(shingles: bytes, texts: Iterable[str]) -> float:
    """Share of the shingles of a sketch that are in any of some texts, 0 to 1."""
    own = np.frombuffer(shingles, dtype="<u4")
    every = [_runs(_word_hashes(text)) for text in texts]
    return float(np.isin(own, np.concatenate(every)).mean()) if every and len(own) else 0.0


def covered_by(one: Sketch, others: Sequence[Sketch]) -> float:
    """Share of a text's shingles that are in any of some others, 0 to 1; as far as the samples tell."""
    own = np.frombuffer(one.shingles, dtype="<u4")
    own = own[_in_sample(own)] if any(not _whole(other) for other in others) else own
    every = [np.frombuffer(other.shingles, dtype="<u4") for other in others]
    return float(np.isin(own, np.concatenate(every)).mean()) if every and len(own) else 0.0


def _whole(one: Sketch) -> bool:
    """Whether a sketch holds all shingles of its text, not a sample."""
    return not bool(_in_sample(np.frombuffer(one.shingles, dtype="<u4")).all())


def overlaps(sketches: Sequence[Sketch], least: float) -> list[Overlap]:
    """Pairs of different articles of which at least a given share of the one with fewer shingles is in the other.

    A shingle in many articles counts only between texts that are nearly the same. Where two texts share only what
    further ones share too, and have much that is their own, a footer makes them look alike: it does not count.
    """
    rows, lengths, in_sample = _rows(sketches)
    whole = in_sample < lengths
    starts, counts = _repeated(rows)
    wide = rows[_stretches(starts[counts > _OWN], counts[counts > _OWN], len(rows))]
    own = lengths - _per_article(wide, len(sketches))
    own_in_sample = in_sample - _per_article(wide[_in_sample(wide >> np.uint64(32))], len(sketches))
    keys, shared, narrow, common = _count_pairs(rows, starts, counts)
    a, b = (keys >> np.uint64(32)).astype(np.int64), (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    # A text that kept all its shingles and one that kept a sample are compared by the sample.
    alike = whole[a] == whole[b]
    size_a, size_b = (np.maximum(1, np.where(alike, lengths[x], in_sample[x])) for x in (a, b))
    own_a, own_b = (np.where(alike, own[x], own_in_sample[x]) for x in (a, b))
    nearly_same = (shared + common) >= _SAME * np.maximum(size_a, size_b)
    shared += np.where(nearly_same, common, 0)
    footer = (np.minimum(own_a, own_b) >= _LEAST_OWN) & (narrow < _UNLIKE * np.minimum(own_a, own_b))
    footer &= 2 * np.where(size_a <= size_b, own_a, own_b) >= np.minimum(size_a, size_b)
    of_a = np.where(footer, narrow / np.maximum(own_a, 1), shared / size_a)
    of_b = np.where(footer, narrow / np.maximum(own_b, 1), shared / size_b)
    enough = shared >= np.minimum(_LEAST_SHARED, np.minimum(size_a, size_b))
    good = np.flatnonzero(enough & (np.maximum(of_a, of_b) >= least))
    found = zip(a[good].tolist(), b[good].tolist(), of_a[good].tolist(), of_b[good].tolist(), strict=True)
    return [Overlap(*row) for row in found if sketches[row[0]].id != sketches[row[1]].id]


def closest(some: Sequence[Sketch], others: Sequence[Sketch], least: float, most: int) -> Iterator[list[int]]:
    """For each of some texts the places of those others that share most with it, best first: each shares at least
    ``least`` of the shorter one with it, however common that is; ``most`` of them."""
    rows, lengths, in_sample = _rows(others)
    hashes, owners = (rows >> np.uint64(32)).astype(np.uint32), (rows & _LOWER).astype(np.int64)
    for one in some:
        own = np.frombuffer(one.shingles, dtype="<u4")
        sampled = _in_sample(own)
        starts, ends = np.searchsorted(hashes, own, "left"), np.searchsorted(hashes, own, "right")
        counts = ends - starts
        places = np.repeat(ends - np.cumsum(counts), counts) + np.arange(counts.sum())
        shared = np.bincount(owners[places], minlength=len(others))
        few = np.bincount(owners[places[np.repeat(sampled, counts)]], minlength=len(others))
        # A text that kept all its shingles and one that kept a sample are compared by the sample.
        alike = (in_sample < lengths) == (not sampled.all())
        size = np.where(alike, np.minimum(lengths, len(own)), np.minimum(in_sample, sampled.sum()))
        share = np.where(alike, shared, few) / np.maximum(size, 1)
        best = np.argsort(-share, kind="stable")[:most]
        yield [int(place) for place in best if share[place] >= least]


def _rows(sketches: Sequence[Sketch]) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]:
    """Sorted rows of a hash (upper half) and the place of its article; for each article its hashes, all and sampled.

    Filled in slices: the rows of 100,000 articles take 80 MB, and nothing else of that size is held with them.
    """
    lengths = np.array([len(s.shingles) // 4 for s in sketches], dtype=np.int64)
    in_sample = np.zeros(len(sketches), dtype=np.int64)
    rows = np.empty(int(lengths.sum()), dtype=np.uint64)
    filled = 0
    for at in range(0, len(sketches), _SLICE):
        hashes = np.frombuffer(b"".join(s.shingles for s in sketches[at : at + _SLICE]), dtype="<u4")
        owners = np.repeat(np.arange(at, min(at + _SLICE, len(sketches))), lengths[at : at + _SLICE])
        in_sample += np.bincount(owners[_in_sample(hashes)], minlength=len(sketches))
        rows[filled : filled + len(hashes)] = hashes.astype(np.uint64) << np.uint64(32) | owners.astype(np.uint64)
        filled += len(hashes)
    rows.sort()
    return rows, lengths, in_sample


def _per_article(rows: NDArray[np.uint64], count: int) -> NDArray[np.int64]:
    """How many of some rows each article has."""
    return np.bincount((rows & _LOWER).astype(np.int64), minlength=count)


def _repeated(rows: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Starts and lengths of the stretches of sorted rows that have the same hash, for hashes in several articles."""
    same = np.empty(max(0, len(rows) - 1), dtype=np.bool_)
    for at in range(0, len(same), _SLICE_OF_ROWS):
        # What is compared is as large as the rows: never all of it at once.
        end = min(at + _SLICE_OF_ROWS, len(same))
        same[at:end] = (rows[at + 1 : end + 1] ^ rows[at:end]) < np.uint64(1 << 32)
    edges = np.flatnonzero(np.diff(same, prepend=False, append=False))
    return edges[::2].astype(np.int64), (edges[1::2] - edges[::2] + 1).astype(np.int64)


def _stretches(starts: NDArray[np.int64], counts: NDArray[np.int64], total: int) -> NDArray[np.bool_]:
    """For each of some rows whether it lies in one of the stretches."""
    steps = np.zeros(total + 1, dtype=np.int8)
    steps[starts] += 1
    steps[starts + counts] -= 1
    return np.cumsum(steps[:-1], dtype=np.int8).astype(np.bool_)


def _count_pairs(
    rows: NDArray[np.uint64], starts: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of articles (the lower place in the upper half), and for each how many shingles they share that few
    articles have, that only the two have, and that many have; of those many only pairs with the first are counted.
    """
    few: list[NDArray[np.uint64]] = [np.zeros(0, np.uint64)]
    only = np.zeros(0, np.uint64)
    many: list[NDArray[np.uint64]] = [np.zeros(0, np.uint64)]
    for count in range(2, _COMMON + 1):
        places = starts[counts == count]
        group = rows[places[:, None] + np.arange(count)] & _LOWER
        # Rows are sorted by article within a hash, so the first of two is always the lower.
        pairs = [(group[:, x] << np.uint64(32)) | group[:, y] for x, y in combinations(range(count), 2)]
        few += pairs
        only = pairs[0] if count == _OWN else only
    for start, count in zip(starts[counts > _COMMON], counts[counts > _COMMON], strict=True):
        group = rows[start : start + count] & _LOWER
        many.append((group[0] << np.uint64(32)) | group[1:])
    tables = [np.unique(np.concatenate(keys), return_counts=True) for keys in (few, [only], many)]
    keys = np.union1d(tables[0][0], tables[2][0])
    out: list[NDArray[np.int64]] = []
    for found, number in tables:
        column = np.zeros(len(keys), dtype=np.int64)
        column[np.searchsorted(keys, found)] = number
        out.append(column)
    return keys, out[0], out[1], out[2]
