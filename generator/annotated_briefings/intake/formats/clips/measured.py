"""Lines of any text in which a media monitor says what it has measured of an article, beside its outlet and day."""

from collections.abc import Iterator

from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.labels import part_measures
from annotated_briefings.intake.model import Paragraph

MEASURES = "figures of a media monitor"
"""Why such words are no text."""


def mark_measures(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, marked where it only measures; one that names an outlet and a day too as two."""
    line = None if paragraph.aside or paragraph.markdown else part_measures(paragraph.text)
    if line is None or not line.measures or (line.rest and not find_day(line.rest)):
        yield paragraph
        return
    if line.rest:
        yield replace(paragraph, text=line.rest)
    yield Paragraph(line.measures, paragraph.line, paragraph.last_line, aside=MEASURES)
