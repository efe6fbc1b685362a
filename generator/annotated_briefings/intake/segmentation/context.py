"""The second look at every gap: compared with the articles that the first look found on both sides of it."""

import math
from collections.abc import Sequence

from annotated_briefings.intake.segmentation.cohesion import LONGEST
from annotated_briefings.intake.segmentation.decode import probability
from annotated_briefings.intake.segmentation.features import Cohesion
from annotated_briefings.intake.segmentation.paragraphs import ReadParagraph

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
)
SURE = 2.5
"""Log-odds of the starts that show whether articles of this dump open with headlines."""
REACH = 15
"""Farthest neighbouring boundary looked for, paragraphs."""
SIDE = 8
"""Most paragraphs of a side that are compared word by word."""


def _cut(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _sides(odds: Sequence[float], i: int) -> tuple[int, int]:
    """Where the article before the gap begins and the one after it ends, by the first look; exclusive end."""
    left = next((j for j in range(i - 1, max(0, i - REACH - 1), -1) if odds[j] > 0), max(0, i - REACH))
    stop = min(len(odds), i + REACH)
    return left, next((j for j in range(i + 1, stop) if odds[j] > 0), stop)


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


def _typical(odds: Sequence[float]) -> float:
    """How many paragraphs an article of this dump has on average, by the first look."""
    return max(1.0, len(odds) / (1 + sum(probability(o) for o in odds[1:])))


def context_rows(paragraphs: Sequence[ReadParagraph], shared: Cohesion, odds: Sequence[float]) -> list[list[float]]:
    """One row per paragraph, in the order of ``CONTEXT``, from the log-odds of the first look."""
    words, names = shared.words, shared.names
    near = [_cut(o, 8.0) for o in odds]
    untitled = _untitled(paragraphs, odds) if paragraphs else 0.0
    typical = _typical(odds)
    rows = [[0.0] * len(CONTEXT)] if paragraphs else []
    for i in range(1, len(paragraphs)):
        left, right = _sides(odds, i)
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
            ]
        )
    return rows
