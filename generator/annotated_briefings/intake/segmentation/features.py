"""One row of numbers per gap between paragraphs: what speaks for and against an article start there."""

import math
from collections.abc import Collection, Sequence

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.segmentation.cohesion import Band, boundary_odds, chains, held, idf, segment_scores
from annotated_briefings.intake.segmentation.dump_level import DUMP, dump_row
from annotated_briefings.intake.segmentation.naming import NAMING, SUBJECT, naming_rows, subject_counts
from annotated_briefings.intake.segmentation.paragraphs import CUES, TAIL_CUES, ReadParagraph, read_paragraph
from annotated_briefings.intake.segmentation.repeats import FEW, Collapsed, RepeatedRun
from annotated_briefings.intake.segmentation.words import Language

WINDOWS = (1, 2, 3, 5, 8)
"""Sizes of the windows compared around a gap, paragraphs."""
NAME_WINDOWS = (2, 5, 8)
COHESION = (
    *(f"cosine_{k}" for k in WINDOWS),
    *(f"name_cosine_{k}" for k in NAME_WINDOWS),
    "depth_2",
    "depth_3",
    "rank_3",
    "first_back",
    "first_ahead",
    "first_lean",
    "last_lean",
    "name_lean",
    "last_name_lean",
    "new_terms",
    "lost_terms",
    "chains_cross",
    "chains_begin",
    "chains_end",
    "words_held",
    "names_held",
    "words_held_share",
    "names_held_share",
    "unigram_words",
    "unigram_names",
    "unigram_fine",
    "unigram_short",
)
HEADINGS = (
    "heading_plain",
    "title_styled",
    "after_heading_plain",
    "after_title_styled",
    "heading_untitled",
    "after_heading_untitled",
    "title_as_first",
    "plain_unlike_first",
    "after_title_as_first",
)
SHARED_LINES = (
    "run_opens",
    "run_opens_short",
    "run_opens_often",
    "after_run",
    "common",
    "common_heading",
    "after_common",
    "after_common_heading",
    "after_last_common",
    "inside_run",
    "inside_run_share",
)
FEATURES = (*COHESION, *SUBJECT, *NAMING, *HEADINGS, *SHARED_LINES, "dump_size", *DUMP, *CUES, *TAIL_CUES)
STRENGTH, NAME_STRENGTH = 400.0, 1600.0
"""Pseudo-counts of the unigram models of content words, and of content words with names once more; words."""


class Cohesion(Value):
    """What a dump's paragraphs share; measured once, read by both passes."""

    words: Band
    """Cosines of content words."""
    names: Band
    """Cosines of words in names."""
    weights: dict[str, float]
    """Inverse paragraph frequency of each term."""
    word_scores: list[list[float]]
    """Segment scores of the unigram model of content words."""
    name_scores: list[list[float]]
    """Segment scores of the unigram model with names counted once more, see ``segment_scores``."""
    words_held: list[float]
    """Per gap, how much local content words hold its sides together, see ``held``; logarithm of 1 more."""
    names_held: list[float]
    """The same of the words in names."""


def measure(paragraphs: Sequence[ReadParagraph]) -> Cohesion:
    """Compare the paragraphs of a dump with each other."""
    terms = [p.terms for p in paragraphs]
    names = [tuple(sorted(p.name_words)) for p in paragraphs]
    weights, name_weights = idf(terms), idf(names)
    both = [t + tuple(w.lower() for w in n) for t, n in zip(terms, names, strict=True)]
    return Cohesion(
        Band(terms, weights),
        Band(names, name_weights),
        weights,
        segment_scores(terms, STRENGTH),
        segment_scores(both, NAME_STRENGTH),
        list(map(math.log1p, held(terms, weights))),
        list(map(math.log1p, held(names, name_weights))),
    )


def _depth(values: list[float], i: int) -> float:
    """How far the similarity at a gap lies under its neighbours' peaks."""
    left, right = max(values[max(0, i - 4) : i + 1]), max(values[i : i + 5])
    return left + right - 2 * values[i]


def _share_of_peak(values: list[float], i: int) -> float:
    """A value as a share of the greatest one near it."""
    peak = max(values[max(0, i - 5) : i + 6])
    return values[i] / peak if peak > 0 else 0.5


def _rank(values: list[float], i: int) -> float:
    near = values[max(1, i - 5) : i + 6]
    return sum(v < values[i] for v in near) / max(1, len(near) - 1)


def _fresh_share(terms: set[str], known: set[str], weights: dict[str, float]) -> float:
    # Exact sums: those of a set would differ from process to process, since its order does.
    whole = math.fsum(weights[t] for t in terms)
    return math.fsum(weights[t] for t in terms if t not in known) / whole if whole > 0 else 0.5


def _vocabulary_rows(paragraphs: Sequence[ReadParagraph], weights: dict[str, float]) -> list[tuple[float, float]]:
    """Share of the terms after a gap that are new, and of those before it that do not come again."""
    sets = [set(p.terms) for p in paragraphs]
    rows = []
    for i in range(len(sets)):
        left8, left3 = set().union(*sets[max(0, i - 8) : i]), set().union(*sets[max(0, i - 3) : i])
        right8, right3 = set().union(*sets[i : i + 8]), set().union(*sets[i : i + 3])
        rows.append((_fresh_share(right3, left8, weights), _fresh_share(left3, right8, weights)))
    return rows


def _cohesion_rows(paragraphs: Sequence[ReadParagraph], shared: Cohesion) -> list[list[float]]:
    words, named = shared.words, shared.names
    count = len(paragraphs)
    cosines = {k: [0.0] + [words.cosine(i - k, i, i, i + k) for i in range(1, count)] for k in WINDOWS}
    fresh = _vocabulary_rows(paragraphs, shared.weights)
    cross, begin, end = chains([p.terms for p in paragraphs], shared.weights)
    plain = boundary_odds(shared.word_scores, 20.0, 4.0)
    with_names = boundary_odds(shared.name_scores, 20.0, 4.0)
    fine = boundary_odds(shared.name_scores, 2.0, 2.0)
    short = boundary_odds(shared.word_scores, 3.0, 1.0)
    rows = []
    for i in range(count):
        back, ahead = words.cosine(i - 6, i, i, i + 1), words.cosine(i, i + 1, i + 1, i + 7)
        last_back, last_ahead = words.cosine(i - 7, i - 1, i - 1, i), words.cosine(i - 1, i, i, i + 6)
        rows.append(
            [
                *(cosines[k][i] for k in WINDOWS),
                *(named.cosine(i - k, i, i, i + k) for k in NAME_WINDOWS),
                _depth(cosines[2], i),
                _depth(cosines[3], i),
                _rank(cosines[3], i),
                back,
                ahead,
                ahead - back,
                last_back - last_ahead,
                named.cosine(i, i + 1, i + 1, i + 7) - named.cosine(i - 6, i, i, i + 1),
                named.cosine(i - 7, i - 1, i - 1, i) - named.cosine(i - 1, i, i, i + 6),
                *fresh[i],
                math.log1p(max(0.0, cross[i])),
                math.log1p(begin[i]),
                math.log1p(end[i]),
                shared.words_held[i],
                shared.names_held[i],
                _share_of_peak(shared.words_held, i),
                _share_of_peak(shared.names_held, i),
                plain[i],
                with_names[i],
                fine[i],
                short[i],
            ]
        )
    return rows


class SharedLines(Value):
    """What of a collapsed dump is in it more than once; places are those of the collapsed dump."""

    opens: dict[int, RepeatedRun]
    """The repeated run that begins at a place."""
    ends: frozenset[int]
    """Places right after a repeated run, or where a copy of one was taken out."""
    common: frozenset[int]
    """Paragraphs that are elsewhere too, and are in no repeated run."""
    inside: dict[int, float]
    """Places inside a repeated run, not at an edge of one, and the share of the dump that the run is, 0 to 1."""

    @property
    def starts(self) -> list[int]:
        """Places that open articles for certain, as far as repeats tell."""
        opens = {i for i, run in self.opens.items() if run.length > FEW}
        return sorted({0} | opens | self.ends)


def shared_lines(small: Collapsed) -> SharedLines:
    """The repeats of a collapsed dump, by places in it."""
    place = {index: n for n, index in enumerate(small.kept)}
    opens = {place[run.start]: run for run in small.runs}
    ends = frozenset(place[small.same_as[e]] for e in small.ends) - {0}
    inside: dict[int, float] = {}
    # The shortest run that holds a place says most of it.
    for start, run in sorted(opens.items(), key=lambda item: -item[1].length):
        share = min(1.0, run.length / len(place))
        inside |= dict.fromkeys(range(start + 1, min(len(place), start + run.length)), share)
    inside = {i: share for i, share in inside.items() if i not in ends and i not in opens}
    return SharedLines(opens, ends, frozenset(place[i] for i in small.common), inside)


def read_collapsed(
    paragraphs: Sequence[str],
    small: Collapsed,
    lines: SharedLines,
    language: Language,
    torn: Collection[int] = (),
) -> list[ReadParagraph]:
    """The paragraphs of a collapsed dump, read; lines that several articles share say nothing of their subjects, and
    those of ``torn``, which are in mid-sentence, are no headings."""
    read = [read_paragraph(paragraphs[i], language) for i in small.kept]
    if torn:
        pairs = zip(small.kept, read, strict=True)
        read = [replace(p, heading=False, title=False) if i in torn else p for i, p in pairs]
    silent = frozenset[str]()
    return [
        replace(p, terms=(), names=silent, name_words=silent, acronyms=silent) if n in lines.common else p
        for n, p in enumerate(read)
    ]


def _shared_row(paragraphs: Sequence[ReadParagraph], i: int, lines: SharedLines) -> list[float]:
    run = lines.opens.get(i)
    here, before = i in lines.common, i - 1 in lines.common
    heading, heading_before = paragraphs[i].heading, paragraphs[i - 1].heading
    return [
        float(run is not None),
        float(run is not None and run.length <= FEW),
        float(run is not None and run.count > 2),
        float(i in lines.ends),
        float(here and not heading),
        float(here and heading),
        float(before and not heading_before),
        float(before and heading_before),
        float(before and not heading_before and not here),
        float(i in lines.inside),
        lines.inside.get(i, 0.0),
    ]


def feature_rows(paragraphs: Sequence[ReadParagraph], shared: Cohesion, lines: SharedLines) -> list[list[float]]:
    """One row per paragraph, in the order of ``FEATURES``; row ``i`` is about the gap before paragraph ``i``.

    Places where repeats show an article start tell whether the dump carries headlines.
    """
    if not paragraphs:
        return []
    known_starts = lines.starts
    whole = [math.log(len(paragraphs)), *dump_row(paragraphs, shared.words, shared.names)]
    cohesion, naming = _cohesion_rows(paragraphs, shared), naming_rows(paragraphs)
    subject = [0.0, *subject_counts(paragraphs), 0.0]
    styled = sum(paragraphs[i].title for i in known_starts) / max(1, len(known_starts))
    # Several known starts and no headline among them: this dump has none, and short lines are sub-headings.
    untitled = min(1.0, (len(known_starts) - 1) / 3) if not styled else 0.0
    # A dump that opens with a headline over a text has one over other articles too, as a rule.
    first = float(len(paragraphs) > 1 and paragraphs[0].title and not paragraphs[1].title)
    rows = []
    for i, here in enumerate(paragraphs):
        before = paragraphs[i - 1]
        rows.append(
            [
                *cohesion[i],
                subject[i + 1],
                subject[i],
                subject[i + 2],
                *naming[i],
                here.heading * (1 - styled),
                here.title * styled,
                before.heading * (1 - styled),
                before.title * styled,
                here.heading * untitled,
                before.heading * untitled,
                here.title * first,
                (1 - here.title) * first,
                before.title * first,
                *_shared_row(paragraphs, i, lines),
                *whole,
                *here.cues,
                *before.tail,
            ]
        )
    return rows
