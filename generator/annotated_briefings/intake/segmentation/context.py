"""The second look at every gap: compared with the articles that the first look found on both sides of it."""

import math
from collections.abc import Mapping, Sequence

from annotated_briefings.intake.segmentation.cohesion import LONGEST, Band
from annotated_briefings.intake.segmentation.decode import (
    CAUTION,
    Weights,
    gap_odds,
    probability,
    shortest_usual,
    typical_size,
)
from annotated_briefings.intake.segmentation.features import Cohesion, SharedLines, feature_rows, measure
from annotated_briefings.intake.segmentation.paragraphs import CUES, ReadParagraph

CONTEXT = (
    "odds",
    "best_before",
    "best_after",
    "split_gain",
    "split_gain_per_paragraph",
    "side_cosine",
    "side_name_cosine",
    "back",
    "ahead",
    "lean",
    "before_size",
    "after_size",
    "short_for_side",
    "typical",
    "before_share",
    "after_share",
    "heading_alone",
    "after_heading_alone",
    "title_among_titled",
    "plain_among_titled",
    "rival",
    "rival_odds",
    "rival_lean",
    "rival_name_lean",
    "rival_words_held",
    "rival_names_held",
    "rival_above",
    "rival_above_odds",
    "day_as_in_starts",
    "style_as_in_starts",
)
SURE = 2.5
"""Log-odds of the starts that show whether articles of this dump open with headlines."""
STYLE = ("day", "date", "start_cue", "says", "role", "figures", "quote_start", "definite_start", "indefinite_start")
"""Cues of which articles of one outlet show the same ones where they start."""
FEW_STARTS = 4.0
"""How many starts the paragraphs of the dump count as, when it is told what its starts show."""
REACH = 15
"""Farthest neighbouring boundary looked for, paragraphs."""
RIVAL = -1.5
"""Least log-odds of a place that may be where the article starts instead of its neighbour."""
SIDE = 8
"""Most paragraphs of a side that are compared word by word."""


def _cut(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _sides(odds: Sequence[float], i: int, shortest: int) -> tuple[int, int]:
    """Where the article before the gap begins and the one after it ends, by the first look; exclusive end.

    A place nearer than ``shortest`` is another opinion of where the same article starts, unless the first look is sure
    of it.
    """

    def opens(j: int) -> bool:
        return odds[j] > (0 if abs(i - j) >= shortest else SURE)

    left = next((j for j in range(i - 1, max(0, i - REACH - 1), -1) if opens(j)), max(0, i - REACH))
    stop = min(len(odds), i + REACH)
    return left, next((j for j in range(i + 1, stop) if opens(j)), stop)


def _rival(odds: Sequence[float], i: int, reach: int) -> int | None:
    """The likeliest other place near a gap at which the article may start instead."""
    near = [j for j in range(max(1, i - reach), min(len(odds), i + reach + 1)) if j != i]
    best = max(near, key=lambda j: odds[j], default=i)
    return best if best != i and odds[best] > RIVAL else None


def _lean(band: Band, low: int, i: int, j: int, high: int) -> float:
    """How much what is between a gap and its rival speaks for the gap: it belongs to the article before, or to the
    one after."""
    first, last = min(i, j), max(i, j)
    back, ahead = band.cosine(low, first, first, last), band.cosine(first, last, last, high)
    return back - ahead if i > j else ahead - back


def _rivalry(shared: Cohesion, odds: Sequence[float], i: int, low: int, high: int, reach: int) -> list[float]:
    j = _rival(odds, i, reach)
    if j is None:
        return [0.0] * 8
    return [
        1.0,
        _cut(odds[i] - odds[j], 4.0),
        _lean(shared.words, low, i, j, high),
        _lean(shared.names, low, i, j, high),
        shared.words_held[j] - shared.words_held[i],
        shared.names_held[j] - shared.names_held[i],
        float(j < i),
        _cut(odds[j], 4.0) * (j < i),
    ]


def _split_gain(scores: list[list[float]], left: int, i: int, right: int) -> float:
    """How much better two unigram models fit the two sides than one model both, nats."""
    if right - left > LONGEST:
        return 0.0
    return scores[left][i - left - 1] + scores[i][right - i - 1] - scores[left][right - left - 1]


def _short_names(here: ReadParagraph, side: Sequence[ReadParagraph]) -> float:
    """Lone names at the gap that shorten a full name of the side before."""
    full = {w for p in side for n in p.names if " " in n for w in (n.split()[0], n.split()[-1])}
    own = {w for n in here.names if " " in n for w in n.split()}
    return min(2.0, float(sum(1 for n in here.names if n in full and n not in own)))


def _untitled(paragraphs: Sequence[ReadParagraph], odds: Sequence[float]) -> float:
    """How sure it is that the articles of a dump have no headlines, 0 to 1."""
    sure = [paragraphs[i].title for i, o in enumerate(odds) if o > SURE or i == 0]
    return (1 - sum(sure) / len(sure)) * min(1.0, (len(sure) - 1) / 4)


def _titled(paragraphs: Sequence[ReadParagraph], odds: Sequence[float]) -> float:
    """How sure it is that the articles of a dump have headlines, 0 to 1: the first one, and the likely starts."""
    likely = [1.0, *(probability(o) for o in odds[1:])]
    count = sum(likely)
    return sum(p.title * c for p, c in zip(paragraphs, likely, strict=True)) / count * min(1.0, (count - 1) / 3)


def _styles(paragraphs: Sequence[ReadParagraph], odds: Sequence[float]) -> list[list[float]]:
    """Per paragraph and cue of ``STYLE``, how much more usual what it shows is in the sure starts of the dump than in
    all its paragraphs, log ratio; the paragraph itself does not count."""
    places = [CUES.index(name) for name in STYLE]
    shown = [[p.cues[c] > 0 for c in places] for p in paragraphs]
    sure = [i for i, o in enumerate(odds) if o > SURE or i == 0]
    usual = [(sum(column) + 1) / (len(shown) + 2) for column in zip(*shown, strict=True)]
    starts = [sum(shown[i][c] for i in sure) for c in range(len(STYLE))]
    opens = frozenset(sure)
    out = []
    for i, here in enumerate(shown):
        rest = len(sure) - (i in opens)
        row = []
        for c, has in enumerate(here):
            share = (starts[c] - (i in opens and has) + FEW_STARTS * usual[c]) / (rest + FEW_STARTS)
            row.append(math.log(share / usual[c]) if has else math.log((1 - share) / (1 - usual[c])))
        out.append(row)
    return out


def context_rows(paragraphs: Sequence[ReadParagraph], shared: Cohesion, odds: Sequence[float]) -> list[list[float]]:
    """One row per paragraph, in the order of ``CONTEXT``, from the log-odds of the first look."""
    words, names = shared.words, shared.names
    near = [_cut(o, 8.0) for o in odds]
    untitled = _untitled(paragraphs, odds) if paragraphs else 0.0
    titled = _titled(paragraphs, odds) if paragraphs else 0.0
    typical = typical_size(odds)
    shortest = shortest_usual(odds)
    styles = _styles(paragraphs, odds)
    rows = [[0.0] * len(CONTEXT)] if paragraphs else []
    for i in range(1, len(paragraphs)):
        left, right = _sides(odds, i, shortest)
        low, high = max(left, i - SIDE), min(right, i + SIDE)
        gain = _split_gain(shared.name_scores, left, i, right)
        back, ahead = words.cosine(low, i, i, i + 1), words.cosine(i, i + 1, i + 1, high)
        last_ahead, last_back = words.cosine(i - 1, i, i, high), words.cosine(low, i - 1, i - 1, i)
        rows.append(
            [
                near[i],
                max(near[max(0, i - 3) : i]),
                max(near[i + 1 : i + 4], default=0.0),
                _cut(gain, 100.0) / 10,
                gain / (right - left),
                words.cosine(low, i, i, high),
                names.cosine(low, i, i, high),
                back,
                ahead,
                last_ahead - last_back,
                (i - left) / 5,
                (right - i) / 5,
                _short_names(paragraphs[i], paragraphs[left:i]),
                math.log(typical),
                min(3.0, (i - left) / typical),
                min(3.0, (right - i) / typical),
                paragraphs[i].heading * untitled,
                paragraphs[i - 1].heading * untitled,
                paragraphs[i].title * titled,
                (1 - paragraphs[i].title) * titled,
                *_rivalry(shared, odds, i, low, high, max(1, shortest - 1)),
                styles[i][0],
                sum(styles[i]),
            ]
        )
    return rows


class TwoLooks:
    """Log-odds of an article start before each paragraph of a collapsed dump: by itself, then among the others."""

    def __init__(self, read: Sequence[ReadParagraph], lines: SharedLines, weights: Weights) -> None:
        self._read, self._weights, self._shared = read, weights, measure(read)
        self._rows = feature_rows(read, self._shared, lines)
        self.first = gap_odds(self._rows, weights.first)

    def again(self, known: Mapping[int, float]) -> list[float]:
        """The second look; ``known`` gaps keep their log-odds."""
        first = [known.get(i, o) for i, o in enumerate(self.first)]
        more = context_rows(self._read, self._shared, first)
        wider = [row + context for row, context in zip(self._rows, more, strict=True)]
        return [known.get(i, o - CAUTION) for i, o in enumerate(gap_odds(wider, self._weights.second))]
