"""Article boundaries in a dump of paragraphs without separators."""

import math
from collections.abc import Collection, Mapping, Sequence

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.segmentation.bylines import read_bylines
from annotated_briefings.intake.segmentation.context import TwoLooks
from annotated_briefings.intake.segmentation.decode import (
    ALWAYS,
    NEVER,
    chosen_starts,
    probability,
    settled_odds,
    shipped_weights,
)
from annotated_briefings.intake.segmentation.features import (
    read_collapsed,
    shared_lines,
)
from annotated_briefings.intake.segmentation.heads import (
    HEADED,
    Heads,
    headlines_over_text,
    is_headed_alone,
    is_signed_once,
    read_heads,
    titled_starts,
    torn_lines,
    unlike,
)
from annotated_briefings.intake.segmentation.paragraphs import (
    SEPARATOR,
    is_day,
    is_heading,
)
from annotated_briefings.intake.segmentation.prose import bare_lines
from annotated_briefings.intake.segmentation.repeats import Collapsed, collapse
from annotated_briefings.intake.segmentation.rules import STATED, kind_of, part
from annotated_briefings.intake.segmentation.words import changes_of_language, extent, language_of, weighed_as

UNSURE_FROM, UNSURE_TO = 0.04, 0.95
"""Gaps with a probability between these are worth an editor's look."""
REPEAT_ODDS, REPEAT_LIFT = 3.9, 5.0
"""The edge of a longer repeated run is a start with these log-odds (.98), unless the model is sure of the contrary."""
APART, CLOSE = 1.8, -2.1
"""What room before a paragraph adds to its log-odds, and what its lack takes away, in files that leave room somewhere.

Nine of ten boundaries have it then, and one in seven other gaps (around sub-headings and quotations).
"""
SURE = 3.0
"""Log-odds of a start that stays where an editor has put another right beside it."""
HINT_ODDS = -3.1
"""Log-odds of the first look from which a place is listed in a file in which no start was found: news in brief give
little to go by."""
BREAK_ODDS = -0.2
"""Most log-odds of a start below a line of signs in a dump that parts its articles by another kind."""
PARTED = 1.5
"""What is taken off elsewhere in a dump in which lines of signs or header lines part articles: they part all."""
LOOSE = -1.5
"""What is added where a line of wrapped text is as likely the rest of a paragraph as the begin of one."""
INSIDE = -3.0
"""What is added before a list, a quotation, a table or code: such a block belongs to the text above it."""
SPOKEN = 5.0
"""What is added where the language of a dump changes."""
HEADLINE_ODDS = 6.0
"""Log-odds of a start where a headline is over a byline, or over a paragraph at the edge of a repeated run."""
HEADED_OTHERS = 2.0
"""What is taken off where no article begins as the others do, in a dump whose articles all begin alike."""
HEADED_ALONE, FEW = 4.0, 20
"""What is taken off in a text that has a headline at its top alone, and the most paragraphs of such a text."""
HEADED_TITLE = 0.5
"""What is added to others of its headlines."""


class Boundary(Value):
    """An article starts at a paragraph."""

    index: int
    """0-based paragraph index."""
    confidence: float
    """Probability that this is right, 0 to 1."""
    why: str
    """'first line', 'decision', 'repeat', 'model' or 'separator'."""
    whole: float = 1.0
    """Probability that what follows, up to the next start, is one whole article, 0 to 1."""


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
    numbers: frozenset[int] = frozenset()
    """Those of paragraphs that begin with the number of their article in the dump."""
    labels: frozenset[int] = frozenset()
    """Those of paragraphs that name the section of the article below them."""
    above: frozenset[int] = frozenset()
    """Those of paragraphs above the first article, such as the name of a newsletter."""


def segment(
    paragraphs: Sequence[str],
    *,
    starts: Collection[int] = (),
    joins: Collection[int] = (),
    apart: Collection[int] = (),
    loose: Collection[int] = (),
    inside: Collection[int] = (),
    named: Collection[int] = (),
    foot: Collection[int] = (),
    rules: Mapping[int, str] | None = None,
) -> Segmentation:
    """Find the article starts of a dump.

    ``loose`` are indexes of paragraphs that may as well be the rest of the one above; ``inside`` are indexes of
    blocks that belong to the text above them, such as lists.

    ``named`` are indexes of headlines that a list of contents at the top of the dump names.

    ``foot`` are indexes of the last paragraphs where these are no text, such as credits and contacts.

    ``rules`` are the lines of signs as they were written, by the 0-based index of the paragraph that stands for them:
    evidence too, see ``rules.part``; ``STATED`` where the file says that an article opens.

    ``apart`` are indexes of paragraphs before which the file leaves more room than elsewhere: no proof. ``starts`` and
    ``joins`` are an editor's decisions: indexes of paragraphs that must, and must not, open an article. They always win
    (a start over a join); indexes outside the dump and a join at 0 mean nothing.
    """
    if rules is None:
        rules = {i: p.strip() for i, p in enumerate(paragraphs) if SEPARATOR.fullmatch(p.strip())}
    texts = [i for i, p in enumerate(paragraphs) if p.strip() and i not in rules]
    if not texts:
        return Segmentation((Boundary(0, 1.0, "first line"),) if paragraphs else (), (), ())
    # Separators are no text: the model never sees them.
    marks: dict[int, tuple[str, ...]] = {}
    for n, i in enumerate(texts[1:], 1):
        signs = [rules[j] for j in range(texts[n - 1] + 1, i) if j in rules]
        if signs:
            marks[n] = tuple(sorted({sign if sign == STATED else kind_of(sign) for sign in signs}))
    place = {i: n for n, i in enumerate(texts)}
    wanted = {place[i] for i in starts if i in place}
    barred = {place[i] for i in joins if i in place} - wanted - {0}
    roomy = {place[i] for i in apart if i in place} - {0}
    room = dict.fromkeys(range(1, len(texts)), CLOSE if roomy else 0.0) | dict.fromkeys(roomy, APART)
    room |= {place[i]: LOOSE for i in loose if place.get(i)} | {place[i]: INSIDE for i in inside if place.get(i)}
    kept = [paragraphs[i] for i in texts]
    room |= {i: room[i] + SPOKEN for i in changes_of_language(kept)}
    heads = read_heads(kept, {place[i] for i in inside if i in place}, {place[i] for i in named if i in place})
    found = _segment(kept, wanted, barred, marks, room, heads, sum(i in foot for i in texts))
    return Segmentation(
        tuple(replace(b, index=texts[b.index] if b.index else 0) for b in found.boundaries),
        tuple(replace(u, index=texts[u.index]) for u in found.unsure),
        tuple(texts[i] for i in found.subheadings),
        frozenset(texts[i] for i in heads.numbers),
        frozenset(texts[i] for i in heads.labels),
        frozenset(texts[: heads.above]),
    )


def _segment(
    paragraphs: Sequence[str],
    starts: Collection[int],
    joins: Collection[int],
    marks: Mapping[int, Collection[str]],
    room: Mapping[int, float],
    heads: Heads,
    foot: int,
) -> Segmentation:
    """Boundaries of a dump without separators; ``marks`` are the kinds of those that were before a paragraph, ``room``
    the log-odds that the space before a paragraph adds, ``heads`` what is at the head of all articles, ``foot`` the
    number of paragraphs at the end that are no text."""
    small = collapse(paragraphs)
    lines = shared_lines(small)
    language = language_of(paragraphs)
    torn = torn_lines(paragraphs)
    read = read_collapsed(paragraphs, small, lines, language, torn)
    place = {index: at for at, index in enumerate(small.kept)}
    at = [place[index] for index in small.same_as]
    lone = {i for i, p in enumerate(read) if p.title}
    space = {at[i]: room.get(i, 0.0) for i in small.kept if i}
    bylines = read_bylines(paragraphs)
    headlines = {*headlines_over_text(paragraphs, small.edges)} - bylines.inside
    headed = {at[i] for i in headlines | bylines.starts | heads.starts}
    below = {at[i] for i in {i + 1 for i in headlines} | bylines.inside | heads.inside} - headed
    below |= {at[i] for i in torn if at[i]} - headed
    firm = {at[e] for e in small.firm} - {0}
    titles = [p.title for p in read]
    look = TwoLooks(read, lines, shipped_weights(weighed_as(paragraphs, language, titles)))
    alike: Collection[int] = headed if heads.starts | bylines.starts else ()
    if not alike and language != "english":
        alike = titled_starts(titles, look.first)
    others = unlike(titles, alike, marked=bool(heads.starts))
    last = len(paragraphs) - foot
    signed = is_signed_once(paragraphs[:last], [i for i, more in room.items() if more > 0])
    is_one = not headed - {0} and not marks and len(read) <= FEW and (signed or is_headed_alone(paragraphs[:last]))
    bare = {at[i] for i in bare_lines(paragraphs, marks)} - headed - {0}
    parting = part({at[i]: kinds for i, kinds in marks.items() if at[i]}, read, look.first)
    # No gap was judged before a copy of what opens the dump.
    parted = {i for i, kinds in marks.items() if at[i] in parting.certain or (not at[i] and parting.kinds & {*kinds})}
    parted -= set(joins)
    settled = set(starts) | parted

    def judged(known: dict[int, float]) -> tuple[list[float], set[int]]:
        odds = [o if i in known else o + space.get(i, 0.0) for i, o in enumerate(look.again(known))]
        odds = [max(o, min(REPEAT_ODDS, o + REPEAT_LIFT)) if i in firm else o for i, o in enumerate(odds)]
        if parting.certain:
            # Where one kind of line parts articles, others are breaks: listed, and not cut.
            odds = [min(o, BREAK_ODDS) if i in parting.doubtful else o for i, o in enumerate(odds)]
            odds = [o if i in parting.certain else o - PARTED for i, o in enumerate(odds)]
        odds = [o + (-HEADED_OTHERS if i in others else HEADED_TITLE if others else 0) for i, o in enumerate(odds)]
        odds = [
            o - HEADED_ALONE if is_one and not (i in firm or (space.get(i, 0) > 0 and not signed)) else o
            for i, o in enumerate(odds)
        ]
        sure = (
            dict.fromkeys(bare, -HEADLINE_ODDS)
            | dict.fromkeys(below, -HEADLINE_ODDS)
            | dict.fromkeys(headed, HEADLINE_ODDS)
            | known
        )
        odds = settled_odds([sure.get(i, o) for i, o in enumerate(odds)], lone - {0})
        return odds, set(chosen_starts(odds))

    final, chosen = judged({at[i]: ALWAYS for i in parted if at[i]})
    if starts or joins:
        # What an editor has decided settles its own place and no other, but one right beside a start that was moved.
        known = _shared_decisions(small, at, starts, joins)
        moved = {at[i] + step for i in starts for step in (-1, 1)} - {at[i] for i in starts}
        chosen = {i for i in chosen if known.get(i, ALWAYS) > 0 and (i not in moved or final[i] > SURE)}
        chosen |= {i for i, odds in known.items() if odds > 0}
        final = [known.get(i, odds) for i, odds in enumerate(final)]
    boundaries = tuple(
        b for i in range(len(at)) if (b := _boundary(i, at[i], small, starts, joins, parted, chosen, final))
    )
    opened = {b.index for b in boundaries}
    if len(opened) == 1 and not joins:
        # One article at first sight: what spoke for a start by itself is worth a look, though nothing around it does.
        pairs = zip(look.first, final, strict=True)
        final = [max(o, min(BREAK_ODDS, first)) if first > HINT_ODDS and o < 0 else o for first, o in pairs]
    chance = [probability(final[n]) for n in at]
    for i in (*parted, *starts, *joins):
        chance[i] = float(i not in joins)
    boundaries = _with_wholeness(boundaries, chance)
    unsure = tuple(
        Unsure(i, probability(final[at[i]]), i in opened)
        for i in small.kept
        if i and i not in settled and i not in joins
        if at[i] in parting.doubtful or _is_unsure(probability(final[at[i]]), i in opened)
    )
    return Segmentation(boundaries, unsure, _subheadings(paragraphs, opened))


def _with_wholeness(boundaries: Sequence[Boundary], chance: Sequence[float]) -> tuple[Boundary, ...]:
    """Boundaries with the probability that both ends are right and nothing starts in between; ``chance`` is that of a
    start before each paragraph."""
    out = []
    for n, boundary in enumerate(boundaries):
        end = boundaries[n + 1].index if n + 1 < len(boundaries) else len(chance)
        after = boundaries[n + 1].confidence if n + 1 < len(boundaries) else 1.0
        inside = math.prod(1 - c for c in chance[boundary.index + 1 : end])
        out.append(replace(boundary, whole=round(boundary.confidence * after * inside, 4)))
    return tuple(out)


def _is_unsure(likely: float, opened: bool) -> bool:
    """Whether an editor should look at a gap: one that may well be other than it was taken."""
    return likely < UNSURE_TO if opened else likely > UNSURE_FROM


def _shared_decisions(
    small: Collapsed, at: Sequence[int], starts: Collection[int], joins: Collection[int]
) -> dict[int, float]:
    """Log-odds of the gaps an editor decided, by place in the collapsed dump; inner decisions count for all copies."""
    shared = {at[i]: NEVER for i in joins if 0 < i < len(at) and i not in small.edges}
    return shared | {at[i]: ALWAYS for i in starts if 0 <= i < len(at)}


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
    """Paragraphs with the form of a heading, inside an article and over a long paragraph that begins a sentence.

    A day, and the last of several short lines, are none.
    """
    return tuple(
        i
        for i in range(1, len(paragraphs) - 1)
        if i not in opened
        and i + 1 not in opened
        and is_heading(paragraphs[i].strip())
        and not (is_heading(paragraphs[i - 1].strip()) and i - 1 not in opened and i > 1)
        and not is_day(paragraphs[i])
        and extent(paragraphs[i + 1].strip()) >= HEADED
        and not paragraphs[i + 1].lstrip()[:1].islower()
    )
