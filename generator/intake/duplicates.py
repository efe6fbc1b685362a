"""Copies among articles: exact, near and contained ones, each with its score and reason.

Five-word shingles, sampled by hash, and containment (shared shingles over those of the shorter text) instead of
Jaccard similarity, because syndicated copies are cut and extended (Broder 1997, "On the resemblance and containment of
documents").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from generator.intake.model import Folded, Version

SHINGLE = 5
_KEEP_ONE_IN = 4
"""Sampling of shingles; all are kept where that leaves too few."""
_FEW = 24
_COMMON = 12
"""A shingle in more articles than this is boilerplate."""
_LEAST_SHARED = 4
_NEAR, _FOLD, _SAME_STORY, _SHORTER = 0.8, 0.6, 0.35, 0.7
_REST = 40
"""Words that must remain of both texts before shared paragraphs are taken out of a comparison."""
_UNLIKE = 0.2
"""Containment under which two texts have nothing to do with each other."""
_WORD = re.compile(r"\w+")
_PRIME = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """What comparing needs to know of an article."""

    id: str
    """Id of the article."""
    words: int
    """Number of words."""
    shingles: frozenset[int]
    """Sampled hashes of its five-word shingles."""
    paragraphs: tuple[tuple[int, frozenset[int], int], ...] = ()
    """Hash, sampled shingles and number of words of each paragraph; empty for articles of earlier imports."""


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") % _PRIME


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, no punctuation."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", ""))


def article_id(text: str) -> str:
    """Digest of the words of a text (12 hex digits)."""
    return blake2b(" ".join(words_of(text)).encode(), digest_size=6).hexdigest()


def _shingles(words: Sequence[str]) -> list[int]:
    """Polynomial hashes of all runs of five words; of the whole text when it is shorter."""
    hashes = [_word_hash(word) for word in words]
    if len(hashes) < SHINGLE:
        return [sum(h * 31**n for n, h in enumerate(hashes)) % _PRIME] if hashes else []
    return [
        (a * 1_000_003 + b * 10_007 + c * 101 + d * 7 + e) % _PRIME
        for a, b, c, d, e in zip(hashes, hashes[1:], hashes[2:], hashes[3:], hashes[4:], strict=False)
    ]


def sketch(identity: str, paragraphs: Sequence[str]) -> Sketch:
    """The sketch of an article's paragraphs."""
    words = [word for paragraph in paragraphs for word in words_of(paragraph)]
    every = frozenset(_shingles(words))
    sampled = frozenset(h for h in every if h % _KEEP_ONE_IN == 0)
    kept = sampled if len(sampled) >= _FEW else every
    parts = []
    for paragraph in paragraphs:
        own = words_of(paragraph)
        parts.append((_word_hash(" ".join(own)), frozenset(_shingles(own)) & kept, len(own)))
    return Sketch(identity, len(words), kept, tuple(parts))


def covered(shingles: frozenset[int], texts: Sequence[str]) -> float:
    """Share of some sampled shingles that stand in any of some texts, 0 to 1."""
    every: set[int] = set()
    for text in texts:
        every.update(_shingles(words_of(text)))
    return len(shingles & every) / len(shingles) if shingles else 0.0


@dataclass(frozen=True, slots=True)
class Copies:
    """What was found among articles."""

    folded: tuple[Folded, ...]
    """Articles that need no brief of their own; ``where`` is filled in by the caller."""
    versions: tuple[Version, ...]
    """Pairs that tell the same story."""


def find_copies(
    sketches: Sequence[Sketch], known: Sequence[Sketch] = (), apart: frozenset[str] = frozenset()
) -> Copies:
    """Fold copies among new articles (in order of arrival) and into known ones; articles ``apart`` are never folded.

    Two articles with the same id are exact copies. Of a group the longest stands for all, the first of equals; a known
    article always stands for new ones. Nothing is folded into a round-up, a text that holds two distinct articles.
    """
    pairs = list(_similar_pairs([*known, *_unique(sketches)]))
    fixed = {s.id for s in known}
    sizes = {s.id: s.words for s in (*known, *sketches)}
    roundups = _roundups(pairs, sizes)
    parent: dict[str, str] = {}
    folded: dict[str, Folded] = {}
    versions: list[Version] = []
    place = {s.id: n for n, s in reversed(list(enumerate((*known, *sketches))))}

    def main(identity: str) -> str:
        while identity in parent:
            identity = parent[identity]
        return identity

    for pair in sorted(pairs, key=lambda p: (-p.score, place[p.shorter], place[p.longer])):
        short, long = pair.shorter, pair.longer
        if pair.score < _FOLD or {short, long} & roundups or (short in fixed and not pair.alike):
            versions.append(Version(short, long, round(pair.score, 3)))
            continue
        if short in fixed or (long not in fixed and pair.alike and place[long] > place[short]):
            # A known brief stays; of two alike, the first to arrive.
            short, long = long, short
        if short in fixed or short in parent or short in apart or main(long) == short:
            continue
        parent[short] = long
        folded[short] = Folded(short, "", long, "near" if pair.alike else "contained", round(pair.score, 3),
                               _reason(pair, short, sizes))
    return Copies(tuple(replace(found, into=main(found.into)) for found in folded.values()), tuple(versions))


def _unique(sketches: Sequence[Sketch]) -> list[Sketch]:
    return list({s.id: s for s in reversed(sketches)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _Pair:
    shorter: str
    longer: str
    score: float
    alike: bool
    """Whether both texts are nearly whole in the other."""


def _similar_pairs(sketches: Sequence[Sketch]) -> Iterator[_Pair]:
    """Pairs of articles that share a good part of the shorter one."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(sketches):
        for shingle in one.shingles:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if 1 < len(members) <= _COMMON:
            shared.update(combinations(members, 2))
    paragraph_count = Counter(h for s in sketches for h in {part[0] for part in s.paragraphs})
    for (a, b), count in sorted(shared.items()):
        first, second = sketches[a], sketches[b]
        if first.id != second.id and count >= min(_LEAST_SHARED, len(first.shingles), len(second.shingles)):
            pair = _compare(first, second, count, paragraph_count)
            if pair.score >= _SAME_STORY:
                yield pair


def _compare(first: Sketch, second: Sketch, count: int, paragraph_count: Mapping[int, int]) -> _Pair:
    short, long = sorted((first, second), key=lambda s: len(s.shingles))
    score = count / max(1, len(short.shingles))
    other = count / max(1, len(long.shingles))
    rest = [_without_shared(s, paragraph_count) for s in (short, long)]
    if all(words >= _REST for _, words in rest):
        # A footer under many articles must not make them copies: where nothing else is alike, it does not count.
        left = len(rest[0][0] & rest[1][0]) / (min(len(r) for r, _ in rest) or 1)
        if left < _UNLIKE:
            score = other = left
    ratio = len(short.shingles) / max(1, len(long.shingles))
    alike = (score >= _NEAR and other >= _NEAR) or (score >= _FOLD and ratio >= _SHORTER)
    return _Pair(short.id, long.id, score, alike)


def _without_shared(one: Sketch, paragraph_count: Mapping[int, int]) -> tuple[frozenset[int], int]:
    """Shingles and number of words of the paragraphs that stand in at most two articles."""
    if not one.paragraphs:
        return one.shingles, 0
    own = [part for part in one.paragraphs if paragraph_count[part[0]] <= 2]
    return frozenset(h for _, shingles, _ in own for h in shingles), sum(words for _, _, words in own)


def _roundups(pairs: Sequence[_Pair], sizes: Mapping[str, int]) -> set[str]:
    """Articles that hold two others which have nothing to do with each other."""
    alike = {frozenset((p.shorter, p.longer)) for p in pairs}
    held: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.score >= _FOLD and not pair.alike:
            held[pair.longer].append(pair.shorter)
    return {
        long for long, inside in held.items()
        if any(frozenset(two) not in alike and sum(sizes[i] for i in two) <= 1.1 * sizes[long]
               for two in combinations(inside, 2))
    }


def _reason(pair: _Pair, short: str, sizes: Mapping[str, int]) -> str:
    share = f"{pair.score:.0%} of its passages"
    if pair.alike:
        return f"{share} stand in the other text, which is as long"
    return f"{share} stand in the other text, which has {sizes[pair.longer]} words to its {sizes[short]}"
