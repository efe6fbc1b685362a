"""Boxes with other articles inside a text: a label such as `Read also` and the headlines below it."""

from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import replace
from annotated_briefings.intake.labels.page_lines import PageRole, page_line
from annotated_briefings.intake.model import Paragraph

MORE = "a link to more"
"""Why such lines are no text."""
_ENDED = regex(rf"[{STOPS}。][\"'”’»」)\]]*$")
_MOST, _LONGEST = 5, 25
"""Headlines in a box, and words of one."""
_LONGEST_LABEL = 40


def without_boxes(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs with such boxes marked as no text; a line that goes on as a sentence is none of a box."""
    out = list(paragraphs)
    for n, paragraph in enumerate(paragraphs):
        if len(paragraph.text) > _LONGEST_LABEL or page_line(paragraph.text) != PageRole.READ_ALSO:
            continue
        titles = _titles(paragraphs[n + 1 : n + 1 + _MOST])
        if not titles and not paragraph.aside:
            continue
        for at in range(n, n + 1 + titles):
            out[at] = replace(out[at], aside=out[at].aside or MORE, heading=False)
    return tuple(out)


def _titles(below: Sequence[Paragraph]) -> int:
    """How many of some paragraphs are headlines of other articles."""
    count = 0
    for one in below:
        short = len(one.text.split()) <= _LONGEST and len(one.text) <= 8 * _LONGEST
        # The heading below a headline that is none is that of the text that goes on.
        own = one.heading and count and not below[0].heading
        if not short or own or _ENDED.search(one.text) or one.markdown.startswith(("|", ">", "`")):
            break
        count += 1
    return count
