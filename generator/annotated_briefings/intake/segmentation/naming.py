"""Names and subjects around a gap: which are new there, and which shorten or repeat those above."""

import math
from collections import Counter, deque
from collections.abc import Sequence

from annotated_briefings.intake.segmentation.paragraphs import ReadParagraph

SUBJECT = ("subject_begins", "subject_began_before", "subject_begins_next")
NAMING = (
    "shared_names",
    "name_count",
    "new_names",
    "short_for_above",
    "next_short_for_above",
    "introduces",
    "name_turnover",
    "acronym_above",
)


def _short_for(here: ReadParagraph, full: set[str]) -> float:
    """Lone names that shorten one of the full names above."""
    own = {w for name in here.names if " " in name for w in name.split()}
    return min(2.0, float(sum(1 for n in here.names if n in full and n not in own)))


def naming_rows(paragraphs: Sequence[ReadParagraph]) -> list[list[float]]:
    """One row per paragraph, in the order of ``NAMING``."""
    count = len(paragraphs)
    frequency = Counter(n for p in paragraphs for n in p.names)
    rows = []
    recent: deque[ReadParagraph] = deque(maxlen=8)
    for i, here in enumerate(paragraphs):
        above = list(recent)
        full = {w for p in above for n in p.names if " " in n for w in (n.split()[0], n.split()[-1])}
        names6 = set().union(*(p.names for p in above[-6:]))
        words6 = set().union(*(p.name_words for p in above[-6:]))
        left4 = set().union(*(p.name_words for p in above[-4:]))
        right4 = set().union(*(p.name_words for p in paragraphs[i : i + 4]))
        near = here.names | (paragraphs[i + 1].names if i + 1 < count else frozenset())
        later = {n for p in paragraphs[i + 1 : i + 8] for n in p.names if " " not in n}
        acronyms = set().union(*(p.introduced for p in above)) & here.acronyms - here.introduced
        new = sum(1 for n in here.names if words6.isdisjoint(n.split()))
        rows.append(
            [
                math.fsum(1 / (1 + frequency[n] / 5) for n in near if n in names6),
                min(6.0, float(len(here.names))),
                new / len(here.names) if here.names else 0.3,
                _short_for(here, full),
                _short_for(paragraphs[i + 1], full) if i + 1 < count else 0.0,
                min(2.0, float(sum(1 for n in here.names if " " in n and n.split()[-1] in later and n not in names6))),
                1 - len(left4 & right4) / min(len(left4), len(right4)) if left4 and right4 else 0.5,
                min(2.0, float(len(acronyms))),
            ]
        )
        recent.append(here)
    return rows


def subject_counts(paragraphs: Sequence[ReadParagraph]) -> list[float]:
    """For each paragraph, how many of the next eight repeat the word that it brings up and they repeat most.

    The subject of an article is named where the article starts, not a paragraph later.
    """
    sets = [frozenset(p.terms) | {w.lower() for w in p.name_words} for p in paragraphs]
    out = []
    for i, here in enumerate(sets):
        fresh = here.difference(*sets[max(0, i - 8) : i])
        ahead = sets[i + 1 : i + 9]
        out.append(float(max((sum(t in s for s in ahead) for t in fresh), default=0)))
    return out
