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
_SHORT, _MOST_SHORT, NEAR = 4.0, 4, 0.1
"""What part of the typical article of a dump the shortest usual one is, its most paragraphs, and how likely a shorter
one is in comparison."""


def typical_size(odds: Sequence[float]) -> float:
    """How many paragraphs an article of a dump has on average, by the log-odds of its starts."""
    return max(1.0, len(odds) / (1 + sum(probability(o) for o in odds[1:])))


def shortest_usual(odds: Sequence[float]) -> int:
    """How many paragraphs an article of a dump has at least, as a rule, by the log-odds of its starts."""
    return max(1, min(_MOST_SHORT, round(typical_size(odds) / _SHORT)))


def settled_odds(odds: Sequence[float], lone: Collection[int]) -> list[float]:
    """Log-odds of each start, given what two starts near each other say of one another.

    ``lone`` are paragraphs that cannot be an article by themselves, as headlines: of a start before one and a start
    after it at most one holds. Two starts that enclose less than the shortest usual article are ``NEAR`` times as
    likely as they would be apart. Sums over all sets of starts (forward-backward on a chain).
    """
    count, shortest = len(odds), max(2, shortest_usual(odds))
    near = NEAR if shortest_usual(odds) > 1 else 1.0
    chance = [probability(max(-_CERTAIN, min(_CERTAIN, o))) for o in odds]

    def weight(i: int, size: int) -> float:
        """What a start at ``i`` weighs when the article above it has ``size`` paragraphs; sizes from ``shortest`` on
        are one."""
        return 0.0 if size == 1 and i - 1 in lone else near if size < shortest else 1.0

    sizes = range(1, shortest + 1)
    # ahead[i][size]: weight of all that may follow from paragraph i on, when the article above has that size there.
    ahead = [[1.0] * (shortest + 1) for _ in range(count + 1)]
    for i in range(count - 1, 0, -1):
        opened, shut = chance[i] * ahead[i + 1][1], 1 - chance[i]
        row = [0.0, *(opened * weight(i, d) + shut * ahead[i + 1][min(shortest, d + 1)] for d in sizes)]
        whole = max(row)
        ahead[i] = [value / whole for value in row]
    out = list(odds[:1])
    above = [0.0, 1.0, *[0.0] * (shortest - 1)]
    for i in range(1, count):
        opened = chance[i] * sum(above[d] * weight(i, d) for d in sizes)
        grown = [0.0] * (shortest + 1)
        for d in sizes:
            grown[min(shortest, d + 1)] += above[d] * (1 - chance[i])
        against = sum(grown[d] * ahead[i + 1][d] for d in sizes)
        settled = math.log(max(opened * ahead[i + 1][1], 1e-18) / max(against, 1e-18))
        certain = abs(odds[i]) >= _CERTAIN and i not in lone and i - 1 not in lone
        out.append(odds[i] if certain else settled)
        whole = opened + sum(grown)
        above = [0.0, opened / whole, *(value / whole for value in grown[2:])]
    return out


def chosen_starts(odds: Sequence[float]) -> list[int]:
    """The starts that are more probable than not; always holds 0 when there is a paragraph."""
    return [i for i, o in enumerate(odds) if not i or o > 0]
