"""Article boundaries in a dump of paragraphs without separators."""

from collections.abc import Collection, Sequence

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.segmentation.context import context_rows
from annotated_briefings.intake.segmentation.decode import (
    ALWAYS,
    NEVER,
    Weights,
    best_starts,
    gap_odds,
    probability,
    shipped_weights,
)
from annotated_briefings.intake.segmentation.features import feature_rows, measure
from annotated_briefings.intake.segmentation.paragraphs import (
    HEADLINE,
    SEPARATOR,
    ReadParagraph,
    is_byline,
    is_heading,
    read_paragraph,
)
from annotated_briefings.intake.segmentation.repeats import Collapsed, collapse

UNSURE_FROM, UNSURE_TO = 0.05, 0.95
"""Gaps with a probability between these are worth an editor's look."""
REPEAT_ODDS, REPEAT_LIFT = 3.9, 8.0
"""The edge of a repeated run is a boundary with these log-odds (.98), unless the model is sure of the contrary."""
APART, CLOSE = 1.8, -2.1
"""What room before a paragraph adds to its log-odds, and what its lack takes away, in files that leave room somewhere.

Nine of ten boundaries have it then, and one in seven other gaps (around sub-headings and quotations).
"""
HEADLINE_ODDS = 14.0
"""Log-odds of a start where a headline is over a byline, or over a paragraph at the edge of a repeated run: enough
for articles of a few paragraphs, which are rare where the model has learned."""
HEADED = 110
"""Fewest characters of a paragraph under a sub-heading."""


class Boundary(Value):
    """An article starts at a paragraph."""

    index: int
    """0-based paragraph index."""
    confidence: float
    """Probability that this is right, 0 to 1."""
    why: str
    """'first line', 'decision', 'repeat', 'model' or 'separator'."""


class Unsure(Value):
    """A gap worth an editor's look."""

    index: int
    """0-based index of the paragraph after the gap."""
    probability: float
    """Probability that an article starts there, 0 to 1."""
    chosen: bool
    """Whether it was taken as a boundary."""


class Segmentation(Value):
    """Where the articles of a dump start, and where that is uncertain."""

    boundaries: tuple[Boundary, ...]
    """Article starts in order; the first is at 0."""
    unsure: tuple[Unsure, ...]
    """Gaps worth an editor's look, in order."""
    subheadings: tuple[int, ...]
    """0-based indexes of paragraphs that look like sub-headings inside an article."""


def segment(
    paragraphs: Sequence[str],
    *,
    starts: Collection[int] = (),
    joins: Collection[int] = (),
    apart: Collection[int] = (),
) -> Segmentation:
    """Find the article starts of a dump.

    ``apart`` are 0-based indexes of paragraphs before which the file leaves more room than elsewhere: evidence, but
    no proof.

    ``starts`` and ``joins`` are an editor's decisions: 0-based indexes of paragraphs that must, and must not,
    open an article. They always win (a start over a join); indexes outside the dump and a join at 0 mean nothing.
    """
    texts = [i for i, p in enumerate(paragraphs) if p.strip() and not SEPARATOR.fullmatch(p.strip())]
    if not texts:
        return Segmentation((Boundary(0, 1.0, "first line"),) if paragraphs else (), (), ())
    # Separators are no text: the model never sees them, and what follows one is settled.
    parted = {
        n
        for n, i in enumerate(texts)
        if n and any(SEPARATOR.fullmatch(p.strip()) for p in paragraphs[texts[n - 1] + 1 : i])
    }
    place = {i: n for n, i in enumerate(texts)}
    wanted = {place[i] for i in starts if i in place}
    barred = {place[i] for i in joins if i in place} - wanted - {0}
    roomy = {place[i] for i in apart if i in place} - {0}
    found = _segment([paragraphs[i] for i in texts], wanted, barred, parted - barred, roomy, shipped_weights())
    return Segmentation(
        tuple(replace(b, index=texts[b.index] if b.index else 0) for b in found.boundaries),
        tuple(replace(u, index=texts[u.index]) for u in found.unsure),
        tuple(texts[i] for i in found.subheadings),
    )


def _segment(
    paragraphs: Sequence[str],
    starts: Collection[int],
    joins: Collection[int],
    parted: Collection[int],
    apart: Collection[int],
    weights: Weights,
) -> Segmentation:
    """Boundaries of a dump without separators; ``parted`` are paragraphs that followed one."""
    small = collapse(paragraphs)
    read = [read_paragraph(paragraphs[i]) for i in small.kept]
    place = {index: at for at, index in enumerate(small.kept)}
    at = [place[index] for index in small.same_as]
    edges = {at[e] for e in small.edges} - {0}
    settled = set(starts) | (set(parted) - {0})
    known = _shared_decisions(small, at, settled, joins)
    roomy = {at[i] for i in apart}
    headed = {at[i] for i in _headlines(paragraphs, small.edges)}
    below = {at[i + 1] for i in _headlines(paragraphs, small.edges)}

    def judged(known: dict[int, float]) -> tuple[list[float], set[int]]:
        odds = two_pass_scores(read, edges, known, weights)
        if roomy:
            odds = [o if i in known or not i else o + (APART if i in roomy else CLOSE) for i, o in enumerate(odds)]
        sure = dict.fromkeys(below, -HEADLINE_ODDS) | dict.fromkeys(headed, HEADLINE_ODDS) | known
        odds = [sure.get(i, o) for i, o in enumerate(odds)]
        return odds, set(best_starts(odds, weights.lengths))

    final, chosen = judged(known)
    if starts or joins:
        # What an editor has decided settles its own place; it takes no start away that was found without it, but one
        # right beside a start that was moved.
        decided = {at[i] for i in joins} | {at[i] + step for i in starts for step in (-1, 1)}
        chosen |= judged({at[i]: ALWAYS for i in parted if i})[1] - decided
    boundaries = tuple(
        b for i in range(len(at)) if (b := _boundary(i, at[i], small, starts, joins, parted, chosen, final))
    )
    opened = {b.index for b in boundaries}
    unsure = tuple(
        Unsure(i, probability(final[at[i]]), i in opened)
        for i in small.kept
        if i and i not in settled and i not in joins and _is_unsure(probability(final[at[i]]), i in opened)
    )
    return Segmentation(boundaries, unsure, _subheadings(paragraphs, opened))


def _is_unsure(likely: float, opened: bool) -> bool:
    """Whether an editor should look at a gap: one that may well be other than it was taken."""
    return likely < UNSURE_TO if opened else likely > UNSURE_FROM


def _headlines(paragraphs: Sequence[str], edges: Collection[int]) -> tuple[int, ...]:
    """Paragraphs of the form of a headline with a byline below them, or at the edge of a repeated run with text below
    them, in a dump that opens with a headline."""
    texts = [text.strip() for text in paragraphs]
    titled = [is_heading(text, HEADLINE) for text in texts]
    return tuple(
        i
        for i in range(1, len(texts) - 1)
        if titled[i]
        and not titled[i - 1]
        and (is_byline(texts[i + 1]) or (titled[0] and i in edges and len(texts[i + 1]) >= HEADED))
    )


def _shared_decisions(
    small: Collapsed, at: Sequence[int], starts: Collection[int], joins: Collection[int]
) -> dict[int, float]:
    """Log-odds of the gaps an editor decided, by place in the collapsed dump; inner decisions count for all copies."""
    shared = {at[i]: NEVER for i in joins if 0 < i < len(at) and i not in small.edges}
    return shared | {at[i]: ALWAYS for i in starts if 0 <= i < len(at)}


def two_pass_scores(
    read: Sequence[ReadParagraph], edges: Collection[int], known: dict[int, float], weights: Weights
) -> list[float]:
    """Log-odds of an article start before each paragraph of a collapsed dump; ``known`` gaps keep theirs."""
    shared = measure(read)
    rows = feature_rows(read, shared, [0, *sorted(edges)])
    first = _settled(gap_odds(rows, weights.first), edges, known)
    wider = [row + more for row, more in zip(rows, context_rows(read, shared, first), strict=True)]
    return _settled(gap_odds(wider, weights.second), edges, known)


def _settled(odds: Sequence[float], edges: Collection[int], known: dict[int, float]) -> list[float]:
    """Log-odds with what is known about repeats, separators and decisions."""
    return [known.get(i, max(o, min(REPEAT_ODDS, o + REPEAT_LIFT)) if i in edges else o) for i, o in enumerate(odds)]


def _boundary(
    i: int,
    at: int,
    small: Collapsed,
    starts: Collection[int],
    joins: Collection[int],
    parted: Collection[int],
    chosen: Collection[int],
    odds: Sequence[float],
) -> Boundary | None:
    """The boundary before paragraph ``i`` of the dump, if there is one."""
    if i == 0:
        return Boundary(0, 1.0, "decision" if 0 in starts else "first line")
    if i in starts:
        return Boundary(i, 1.0, "decision")
    if i not in parted and (i in joins or at not in chosen):
        return None
    if i in parted:
        return Boundary(i, 1.0, "separator")
    # A copy of the first article opens where the dump does; no gap was judged there.
    sure = probability(odds[at] if at else REPEAT_ODDS)
    return Boundary(i, round(sure, 4), "repeat" if i in small.edges else "model")


def _subheadings(paragraphs: Sequence[str], opened: Collection[int]) -> tuple[int, ...]:
    """Paragraphs with the form of a heading, inside an article and over a long paragraph."""
    return tuple(
        i
        for i in range(1, len(paragraphs) - 1)
        if i not in opened
        and i + 1 not in opened
        and is_heading(paragraphs[i].strip())
        and len(paragraphs[i + 1].strip()) >= HEADED
    )
