"""How paragraphs hang together: shared terms near each other, lexical chains, and a unigram model of segments."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from itertools import accumulate

BAND = 16
"""Paragraphs farther apart than this are not compared."""
LONGEST = 48
"""Longest segment the unigram model weighs as a whole, paragraphs."""
CHAIN_GAP = 6
"""A chain of a term breaks when this many paragraphs pass without it."""

LOCAL, FEWEST = 0.8, 3
"""Share of its places in a dump that a local term has around a gap, and fewest places of one."""

Terms = Sequence[Sequence[str]]


def idf(paragraphs: Terms) -> dict[str, float]:
    """Weight of each term: how few of the paragraphs hold it."""
    spread = Counter(t for terms in paragraphs for t in set(terms))
    count = len(paragraphs)
    return {t: math.log((count + 1) / (c + 0.5)) for t, c in spread.items()}


class Band:
    """Dot products of paragraph vectors up to ``BAND`` apart, and cosines of windows made from them."""

    def __init__(self, paragraphs: Terms, weights: dict[str, float]) -> None:
        self._rows: list[list[float]] = []
        self._count = len(paragraphs)
        recent: dict[str, deque[tuple[int, float]]] = defaultdict(deque)
        for j, terms in enumerate(paragraphs):
            row = [0.0] * (BAND + 1)
            for term, c in Counter(terms).items():
                value = (1 + math.log(c)) * weights[term]
                places = recent[term]
                places.append((j, value))
                while places[0][0] < j - BAND:
                    places.popleft()
                for i, other in places:
                    row[j - i] += value * other
            self._rows.append(row)
        self._norms: dict[tuple[int, int], float] = {}

    def _block(self, a: int, b: int, c: int, d: int) -> float:
        """Sum of the products of paragraphs a..b-1 with c..d-1, where b <= c."""
        rows = self._rows
        # Products of row j with a..b-1 lie reversed at distances j-b+1 .. j-a.
        return sum(sum(rows[j][j - b + 1 : j - a + 1]) for j in range(c, d))

    def _norm(self, a: int, b: int) -> float:
        key = (a, b)
        found = self._norms.get(key)
        if found is None:
            rows = self._rows
            total = sum(rows[j][0] + 2 * sum(rows[j][1 : j - a + 1]) for j in range(a, b))
            found = self._norms[key] = math.sqrt(max(0.0, total))
        return found

    def cosine(self, a: int, b: int, c: int, d: int) -> float:
        """Cosine of the summed vectors of paragraphs a..b-1 and c..d-1, where b <= c; 0 when one is empty."""
        a, d = max(0, a), min(self._count, d)
        if a >= b or c >= d:
            return 0.0
        norms = self._norm(a, b) * self._norm(c, d)
        return self._block(a, b, c, d) / norms if norms > 0 else 0.0


def chains(paragraphs: Terms, weights: dict[str, float]) -> tuple[list[float], list[float], list[float]]:
    """Per gap: summed weight of the lexical chains that cross it, begin after it, and end before it."""
    count = len(paragraphs)
    places: dict[str, list[int]] = defaultdict(list)
    for i, terms in enumerate(paragraphs):
        # In the order of the text: sums in the order of a set would differ from process to process.
        for term in dict.fromkeys(terms):
            places[term].append(i)
    step, begin, end = [0.0] * (count + 2), [0.0] * (count + 1), [0.0] * (count + 1)
    for term, at in places.items():
        weight, first = weights[term], 0
        for k in range(1, len(at) + 1):
            if k < len(at) and at[k] - at[k - 1] <= CHAIN_GAP:
                continue
            if k - first > 1:
                begin[at[first]] += weight
                end[at[k - 1] + 1] += weight
                step[at[first] + 1] += weight
                step[at[k - 1] + 1] -= weight
            first = k
    return list(accumulate(step)), begin, end


def held(paragraphs: Terms, weights: dict[str, float]) -> list[float]:
    """Per gap, the summed weight of the local terms on both of its sides, each as often as on its rarer side.

    A term is local to a gap when most of its places in the dump lie within ``BAND`` paragraphs of it: of one subject
    all articles share words, and such a word belongs to one of them.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, terms in enumerate(paragraphs):
        for term in dict.fromkeys(terms):
            places[term].append(i)
    out = [0.0] * (len(paragraphs) + 1)
    for term, at in places.items():
        need = math.ceil(LOCAL * len(at))
        if len(at) < FEWEST or need > 2 * BAND:
            continue
        # No gap outside of these has enough of the places around it.
        for i in range(max(at[0] + 1, at[need - 1] - BAND + 1), min(at[-1], at[-need] + BAND) + 1):
            low, here, high = bisect_left(at, i - BAND), bisect_left(at, i), bisect_left(at, i + BAND)
            if high - low >= need:
                out[i] += weights[term] * min(here - low, high - here)
    return out[: len(paragraphs)]


def _shared_ids(paragraphs: Terms) -> tuple[list[list[int]], list[int]]:
    """Terms that are in two paragraphs or more, as numbers, and how often each is in the dump."""
    spread = Counter(t for terms in paragraphs for t in set(terms))
    ids: dict[str, int] = {}
    rows = [[ids.setdefault(t, len(ids)) for t in terms if spread[t] > 1] for terms in paragraphs]
    totals = [0] * len(ids)
    for row in rows:
        for t in row:
            totals[t] += 1
    return rows, totals


def segment_scores(paragraphs: Terms, strength: float) -> list[list[float]]:
    """Log-likelihood gain of each segment under its own unigram model over the dump's.

    ``scores[i][k]`` is for the segment of ``k + 1`` paragraphs that opens at ``i``. The model is a
    Dirichlet-multinomial with the dump's own word shares as base and ``strength`` pseudo-counts (words).
    """
    rows, totals = _shared_ids(paragraphs)
    sizes = [len(terms) for terms in paragraphs]
    whole = max(1, sum(sizes))
    gains = []
    for total in totals:
        prior = strength * total / whole
        gains.append([math.log1p(c / prior) for c in range(total + 1)])
    log_size = [math.lgamma(strength + m) - math.lgamma(strength) - m * math.log(strength) for m in range(whole + 1)]
    scores: list[list[float]] = []
    for i in range(len(paragraphs)):
        counts: dict[int, int] = {}
        gain, size, out = 0.0, 0, []
        for j in range(i, min(len(paragraphs), i + LONGEST)):
            for t in rows[j]:
                c = counts.get(t, 0)
                gain += gains[t][c]
                counts[t] = c + 1
            size += sizes[j]
            out.append(gain - log_size[size])
        scores.append(out)
    return scores


def _log_sum(values: list[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(v - top) for v in values))


def boundary_odds(scores: list[list[float]], penalty: float, heat: float) -> list[float]:
    """Per gap, the log-odds (cut to ±12) that a segment opens there, over all segmentations weighed by their scores.

    ``penalty`` is the cost of a segment in nats, ``heat`` divides all scores.
    """
    count = len(scores)
    ahead = [0.0] * (count + 1)
    weighed = [[(s - penalty) / heat for s in row] for row in scores]
    for i in range(count - 1, -1, -1):
        ahead[i] = _log_sum([w + ahead[i + 1 + k] for k, w in enumerate(weighed[i])])
    incoming: list[list[float]] = [[] for _ in range(count + 1)]
    behind = [0.0] * (count + 1)
    for i in range(count):
        if i:
            behind[i] = _log_sum(incoming[i])
        for k, w in enumerate(weighed[i]):
            incoming[i + 1 + k].append(behind[i] + w)
    total = ahead[0]
    return [_log_odds(behind[i] + ahead[i] - total) for i in range(count)]


def _log_odds(log_probability: float) -> float:
    p = math.exp(min(0.0, log_probability))
    if p <= 6e-6:
        return -12.0
    return min(12.0, math.log(p / (1 - p))) if p < 1 else 12.0
