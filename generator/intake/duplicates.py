"""Copies among articles: exact, near and contained ones, each with its score and reason.

Five-word shingles, sampled by hash, and containment (shared shingles over those of the shorter text) instead of
Jaccard similarity, because syndicated copies are cut and extended (Broder 1997, "On the resemblance and containment of
documents").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations
from zlib import crc32

from generator.intake.model import Folded, Version

SHINGLE = 5
_KEEP_ONE_IN = 4
"""Sampling of shingles; all are kept where that leaves too few."""
_FEW = 24
_COMMON = 12
"""A shingle in more articles than this is boilerplate."""
_LEAST_SHARED = 4
_NEAR, _FOLD, _SAME_STORY, _SHORTER = 0.8, 0.6, 0.35, 0.7
_CERTAIN = 0.98
"""Score that makes copies even of texts under headlines that have nothing in common."""
_REST = 40
"""Words that must remain of both texts before shared paragraphs are taken out of a comparison."""
_UNLIKE = 0.2
"""Containment under which two texts have nothing to do with each other."""
_WORD = re.compile(r"\w+")
_MASK = (1 << 60) - 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """What comparing needs to know of an article."""

    id: str
    """Id of the article."""
    words: int
    """Number of words."""
    shingles: frozenset[int]
    """Sampled hashes of its five-word shingles."""
    title: frozenset[str] = frozenset()
    """Content words of its stated headline; empty when it has none."""
    paragraphs: tuple[tuple[int, frozenset[int], int], ...] = ()
    """Hash, sampled shingles and number of words of each paragraph; empty for articles of earlier imports."""


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, no punctuation."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", ""))


def article_id(text: str) -> str:
    """Digest of the words of a text (12 hex digits); of its characters where it has no words."""
    words = " ".join(words_of(text)) or "".join(text.split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _shingles(words: Sequence[str], *, sampled: bool = False) -> list[int]:
    """Hashes of all runs of five words, or of a fixed sample of them; of the whole text when it is shorter.

    The two lowest bits come from two words of the run and decide the sample, so that the hash of a run that is not in
    it need not be computed: a quarter of the work.
    """
    h = [crc32(word.encode()) for word in words]
    if len(h) < SHINGLE:
        return [crc32(" ".join(words).encode()) << 2] if h else []
    runs = zip(h, h[1:], h[2:], h[3:], h[4:], strict=False)
    if sampled:
        return [
            ((a * 0x9E3779B1 + b * 0x85EBCA77 ^ c * 0xC2B2AE3D ^ d * 0x27D4EB2F ^ e << 7) & _MASK) << 2
            for a, b, c, d, e in runs if not (a ^ c) & 3
        ]
    return [
        ((a * 0x9E3779B1 + b * 0x85EBCA77 ^ c * 0xC2B2AE3D ^ d * 0x27D4EB2F ^ e << 7) & _MASK) << 2 | (a ^ c) & 3
        for a, b, c, d, e in runs
    ]


def sketch(identity: str, paragraphs: Sequence[str], title: str = "") -> Sketch:
    """The sketch of an article's paragraphs and its stated headline."""
    parts = [words_of(paragraph) for paragraph in paragraphs]
    words = [word for part in parts for word in part]
    kept = frozenset(_shingles(words, sampled=True))
    few = len(kept) < _FEW
    kept = frozenset(_shingles(words)) if few else kept
    own = (
        (crc32(" ".join(part).encode()), frozenset(_shingles(part, sampled=not few)) & kept, len(part))
        for part in parts
    )
    return Sketch(identity, len(words), kept, frozenset(w for w in words_of(title) if len(w) > 3), tuple(own))


def covered(shingles: frozenset[int], texts: Sequence[str]) -> float:
    """Share of some sampled shingles that stand in any of some texts, 0 to 1."""
    every: set[int] = set()
    for text in texts:
        every.update(_shingles(words_of(text)))
    return len(shingles & every) / len(shingles) if shingles else 0.0


def boilerplate(articles: Iterable[Sequence[str]], least: int = 3) -> frozenset[str]:
    """Paragraphs that stand in several different articles (calls to subscribe, legal lines), as compared words."""
    counts = Counter(text for paragraphs in articles for text in {" ".join(words_of(p)) for p in paragraphs})
    return frozenset(text for text, count in counts.items() if count >= least and text)


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
    titled = {s.id: s.title for s in (*known, *sketches)}
    roundups = _roundups(pairs)
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
        # Two headlines without a common word: a shared template, unless nearly every word is the same.
        strangers = bool(titled[short] and titled[long]) and not titled[short] & titled[long]
        if pair.score < (_CERTAIN if strangers else _FOLD):
            versions.append(Version(short, long, round(pair.score, 3)))
            continue
        if {short, long} & roundups or (short in fixed and not pair.alike):
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
        if first.id != second.id and count >= min(_LEAST_SHARED, *map(len, _comparable(first, second))):
            pair = _compare(first, second, count, paragraph_count)
            if pair.score >= _SAME_STORY:
                yield pair


def _sampled(shingles: frozenset[int]) -> frozenset[int]:
    return frozenset(h for h in shingles if h % _KEEP_ONE_IN == 0)


def _comparable(first: Sketch, second: Sketch) -> tuple[frozenset[int], frozenset[int]]:
    """The shingles of two sketches at the same sampling: a short text keeps all of its own, a long one does not."""
    a, b = first.shingles, second.shingles
    whole_a, whole_b = (any(h % _KEEP_ONE_IN for h in s) for s in (a, b))
    return (_sampled(a) if whole_a and not whole_b else a), (_sampled(b) if whole_b and not whole_a else b)


def _compare(first: Sketch, second: Sketch, count: int, paragraph_count: Mapping[int, int]) -> _Pair:
    sizes = {s.id: len(kept) for s, kept in zip((first, second), _comparable(first, second), strict=True)}
    short, long = sorted((first, second), key=lambda s: (s.words, sizes[s.id]))
    score = count / max(1, min(sizes.values()))
    other = count / max(1, max(sizes.values()))
    rest = [_without_shared(s, paragraph_count) for s in (short, long)]
    if all(words >= _REST for _, words in rest) and 2 * rest[0][1] >= short.words:
        # A footer under many articles must not make them copies: where nothing else is alike, it does not count.
        left = len(rest[0][0] & rest[1][0]) / (min(len(r) for r, _ in rest) or 1)
        if left < _UNLIKE:
            score = other = left
    ratio = short.words / max(1, long.words)
    alike = (score >= _NEAR and other >= _NEAR) or (score >= _FOLD and ratio >= _SHORTER)
    return _Pair(short.id, long.id, score, alike)


def _without_shared(one: Sketch, paragraph_count: Mapping[int, int]) -> tuple[frozenset[int], int]:
    """Shingles and number of words of the paragraphs that stand in at most two articles."""
    if not one.paragraphs:
        return one.shingles, 0
    own = [part for part in one.paragraphs if paragraph_count[part[0]] <= 2]
    return frozenset(h for _, shingles, _ in own for h in shingles), sum(words for _, _, words in own)


def _roundups(pairs: Sequence[_Pair]) -> set[str]:
    """Articles that share much with two others which have nothing to do with each other.

    Folding along such a bridge would put unrelated articles into one brief.
    """
    related = {frozenset((p.shorter, p.longer)) for p in pairs}
    partners: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.score >= _FOLD:
            partners[pair.longer].append(pair.shorter)
            if pair.alike:
                partners[pair.shorter].append(pair.longer)
    return {
        bridge for bridge, others in partners.items()
        if any(frozenset(two) not in related for two in combinations(others, 2))
    }


def _reason(pair: _Pair, short: str, sizes: Mapping[str, int]) -> str:
    share = f"{pair.score:.0%} of its passages"
    if pair.alike:
        return f"{share} stand in the other text, which is as long"
    return f"{share} stand in the other text, which has {sizes[pair.longer]} words to its {sizes[short]}"
