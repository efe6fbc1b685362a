"""What a dump is like as a whole: the less its paragraphs share, the more articles it holds."""

from collections.abc import Sequence

from annotated_briefings.intake.segmentation.cohesion import Band
from annotated_briefings.intake.segmentation.paragraphs import CUES, ReadParagraph
from annotated_briefings.intake.segmentation.words import extent

DUMP = ("dump_cohesion", "dump_name_cohesion", "dump_near", "dump_length", "dump_days", "dump_follow_ups")
"""Names of the numbers of ``dump_row``."""
_LETTERS = 150
"""Letters that count as one (see ``extent``)."""


def dump_row(paragraphs: Sequence[ReadParagraph], words: Band, names: Band) -> list[float]:
    """The numbers of a dump, in the order of ``DUMP``, each a mean over its paragraphs."""
    count = len(paragraphs)
    gaps = range(1, count)
    if not gaps:
        return [0.0] * len(DUMP)

    def share(cue: str) -> float:
        place = CUES.index(cue)
        return sum(p.cues[place] > 0 for p in paragraphs) / count

    return [
        sum(words.cosine(i - 2, i, i, i + 2) for i in gaps) / len(gaps),
        sum(names.cosine(i - 2, i, i, i + 2) for i in gaps) / len(gaps),
        sum(words.cosine(i - 1, i, i, i + 1) > 0 for i in gaps) / len(gaps),
        min(4.0, sum(extent(p.text) for p in paragraphs) / count / _LETTERS),
        share("day"),
        share("follow_up_start"),
    ]
