"""From gap features to boundaries: logistic models, and what rules starts out that exclude one another."""

import json
import math
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.values import Value
from annotated_briefings.intake.segmentation.words import Language

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


def model_from(data: dict[str, Any]) -> Model:
    """A model from its JSON form: ``{"intercept": n, "curves": {feature: [slope, [where, change], ...]}}``."""
    curves = tuple(Curve(float(c[0]), tuple((float(a), float(b)) for a, b in c[1:])) for c in data["curves"].values())
    return Model(tuple(data["curves"]), curves, float(data["intercept"]))


@cache
def shipped_weights(language: Language) -> Weights:
    """The weights that come with the package for a kind of text; written by ``bench/train_segmenter.py``."""
    data = json.loads(package_text("intake.segmentation", "weights.json"))[language]
    return Weights(model_from(data["first"]), model_from(data["second"]))


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


CAUTION = 0.15
"""What is taken off the log-odds of the second look: in dumps that nobody trained on, fewer starts were right than
the model said."""
_CERTAIN = 20.0
"""Log-odds beyond which sums of chances would lose their last digits."""


def settled_odds(odds: Sequence[float], lone: Collection[int]) -> list[float]:
    """Log-odds of each start, given that two starts that enclose nothing but a headline cannot both be right.

    ``lone`` are paragraphs that cannot be an article by themselves: of a start before one and a start after it at most
    one holds. Sums over all allowed sets of starts (forward-backward on a chain), so that a probability above one half
    is never given to both.
    """
    count = len(odds)
    chance = [probability(max(-_CERTAIN, min(_CERTAIN, o))) for o in odds]
    # ahead[i]: weight of all that may follow, when paragraph i opens an article (1) or does not (0).
    ahead = [(1.0, 1.0)] * count
    for i in range(count - 2, -1, -1):
        open_next, shut_next = chance[i + 1] * ahead[i + 1][1], (1 - chance[i + 1]) * ahead[i + 1][0]
        free = open_next + shut_next
        bound = shut_next if i in lone else free
        whole = free + bound
        ahead[i] = (free / whole, bound / whole)
    out = []
    shut_before, open_before = 1.0, 0.0
    for i in range(count):
        opened = chance[i] * (shut_before if i - 1 in lone else shut_before + open_before)
        shut = (1 - chance[i]) * (shut_before + open_before)
        total = opened + shut
        open_before, shut_before = opened / total, shut / total
        weight, against = open_before * ahead[i][1], shut_before * ahead[i][0]
        out.append(math.log(max(weight, 1e-18) / max(against, 1e-18)) if i - 1 in lone or i in lone else odds[i])
    return out


def chosen_starts(odds: Sequence[float]) -> list[int]:
    """The starts that are more probable than not; always holds 0 when there is a paragraph."""
    return [i for i, o in enumerate(odds) if not i or o > 0]
