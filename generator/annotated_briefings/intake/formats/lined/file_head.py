"""The head of a file with several articles: a few lines above all of them, such as a section, a paper and a day."""

from collections.abc import Iterator
from itertools import pairwise

from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.model import Paragraph, RawDocument
from annotated_briefings.intake.segmentation.rules import STATED

TOP = "the top of the file"
_FEWEST, _MOST, _LONGEST, _WIDE = 2, 4, 60, 2
"""Lines of a head, and characters of one; blank lines that part it from the articles, and these from one another."""


def with_file_head(document: RawDocument) -> RawDocument:
    """A document whose first lines are above all of its articles: they are no text, and their day and paper are those
    of each article that states none."""
    paragraphs = document.paragraphs
    gaps = _gaps(paragraphs)
    end = next((n for n, gap in enumerate(gaps, 1) if gap), 0)
    if document.whole or not _FEWEST <= end <= _MOST or gaps[end - 1] < _WIDE:
        return document
    days = [day_line(one.text) for one in paragraphs[:end]]
    parted = [n for n, gap in enumerate(gaps, 1) if gap >= gaps[end - 1] and n > end]
    heads = [paragraphs[n].text for n in (end, *parted)]
    if sum(map(bool, days)) != 1 or not parted or not all(map(_is_head, (*heads, *(p.text for p in paragraphs[:end])))):
        return document
    day = next(filter(None, days))
    names = [one.text for one, found in zip(paragraphs, days, strict=False) if not found and not one.text.isupper()]
    given = replace(document.given, paper_day=document.given.paper_day or day)
    given = replace(given, paper=given.paper or (names[0] if len(names) == 1 else ""))
    head = tuple(replace(one, aside=TOP) for one in paragraphs[:end])
    starts = {id(paragraphs[n]) for n in parted}
    return replace(
        document,
        paragraphs=tuple(_apart(paragraphs[end:], starts)),
        given=given,
        around=(*document.around, *head),
    )


def _apart(paragraphs: tuple[Paragraph, ...], starts: set[int]) -> Iterator[Paragraph]:
    """Paragraphs with a separator before each that begins an article."""
    for one in paragraphs:
        if id(one) in starts:
            yield Paragraph(SEPARATOR, one.line, one.line, STATED)
        yield one


def _gaps(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """The blank lines below each paragraph but the last."""
    return [below.line - above.last_line - 1 for above, below in pairwise(paragraphs)]


def _is_head(text: str) -> bool:
    return len(text) <= _LONGEST * 2 and (len(text) <= _LONGEST or text[-1] not in STOPS) and text[-1] not in ".!:;,"
