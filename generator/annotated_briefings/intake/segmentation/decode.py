"""From gap features to boundaries: a logistic model, and the best sequence of segments under a length prior."""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.values import Value

NEVER, ALWAYS = -40.0, 40.0
"""Log-odds of a gap that is decided."""


class Curve(Value):
    """What one feature adds to the log-odds: a broken line through 0."""

    slope: float
    """Log-odds per unit of the feature, up to the first bend."""
    bends: tuple[tuple[float, float], ...]
    """(where, by how much the slope changes there), ascending."""


class Model(Value):
    """A logistic model with one curve per feature."""

    features: tuple[str, ...]
    """Names of its features, in the order of their rows."""
    curves: tuple[Curve, ...]
    """One a feature."""
    intercept: float
    """Log-odds of a gap of which nothing is known."""


class Weights(Value):
    """Everything that was learned: pure numbers."""

    first: Model
    """Looks at each gap by itself."""
    second: Model
    """Looks again, knowing what the first model thinks of the neighbourhood."""
    lengths: tuple[float, ...]
    """Log prior of a segment of 1, 2, 3 … paragraphs; the last entry holds for all longer ones."""


def model_from(data: dict[str, Any]) -> Model:
    """A model from its JSON form: ``{"intercept": n, "curves": {feature: [slope, [where, change], ...]}}``."""
    curves = tuple(Curve(float(c[0]), tuple((float(a), float(b)) for a, b in c[1:])) for c in data["curves"].values())
    return Model(tuple(data["curves"]), curves, float(data["intercept"]))


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that come with the package; written by ``bench/train_segmenter.py``."""
    text = package_text("intake.segmentation", "weights.json")
    data = json.loads(text)
    return Weights(model_from(data["first"]), model_from(data["second"]), tuple(map(float, data["lengths"])))


def _height(curve: Curve, x: float) -> float:
    y = curve.slope * x
    for where, change in curve.bends:
        if x <= where:
            break
        y += change * (x - where)
    return y


def gap_odds(rows: Sequence[Sequence[float]], model: Model) -> list[float]:
    """Log-odds of an article start before each paragraph."""
    return [model.intercept + sum(map(_height, model.curves, row)) for row in rows]


def probability(log_odds: float) -> float:
    """The probability of log-odds, safe for any size."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))


CAUTION = 0.4
"""Log-odds that a start must have beyond even: a false start costs an editor more than a missed one that is listed."""


def best_starts(odds: Sequence[float], lengths: Sequence[float], caution: float = CAUTION) -> list[int]:
    """The most probable set of segment starts; always holds 0 when there is a paragraph.

    Linear: segments longer than the prior's table all have its last entry, so their best opening is a running maximum.
    """
    odds = [o - caution for o in odds]
    count, longest = len(odds), len(lengths)
    best, back = [0.0] * (count + 1), [0] * (count + 1)
    far, far_start = -math.inf, 0
    for j in range(1, count + 1):
        if j >= longest:
            i = j - longest
            if best[i] + (odds[i] if i else 0.0) > far:
                far, far_start = best[i] + (odds[i] if i else 0.0), i
        value, start = far + lengths[-1], far_start
        for i in range(max(0, j - longest + 1), j):
            score = best[i] + (odds[i] if i else 0.0) + lengths[j - i - 1]
            if score > value:
                value, start = score, i
        best[j], back[j] = value, start
    starts = []
    j = count
    while j > 0:
        j = back[j]
        starts.append(j)
    return starts[::-1]
