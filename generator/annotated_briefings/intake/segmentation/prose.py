"""How much of a text is written in sentences, as articles are; cover pages, lists and forms are not."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.segmentation.paragraphs import HEADLINE, is_heading
from annotated_briefings.intake.segmentation.rules import STATED
from annotated_briefings.intake.segmentation.words import extent, units, word_count

_SENTENCE = regex(rf"[{STOPS}][\"”’'»)\]」』）]*(?:\s|$)|[。！？｡]")
_FEWEST = 4
"""Fewest words of a sentence; of Chinese and Japanese, characters."""
_NO_STOPS, _LINE = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 40
"""Thai, Lao, Burmese and Khmer have neither full stops nor blanks between words: a line of some length will do."""
_LABEL = regex(r"[^\W\d_][\w /&-]{0,30}\s?[:：]\s*\S")
_FORM, _LABELLED = 150, 0.3
"""Letters in sentences from which labels do not matter, and what is left of the likeness of a text with fewer."""
ENOUGH = 0.3
"""Share of sentences from which a text reads like an article."""
DOUBTFUL = 0.8
"""A text is named as doubtful below this likeness."""


def likeness(paragraphs: Sequence[str]) -> float:
    """How much a text reads like an article, 0.1 to 1: 1 from a share of ``ENOUGH`` sentences on.

    A headline above the text counts neither way. A text of few sentences among labels (``Job number: 17``) is a form.
    """
    body = paragraphs[1:] if len(paragraphs) > 1 and is_heading(paragraphs[0], HEADLINE) else paragraphs
    whole = sum(map(extent, body))
    written = sum(extent(text) for text in body if _is_written(text))
    share = min(1.0, written / whole / ENOUGH) if whole else 0.0
    labels = any(_LABEL.match(text) and not _is_written(text) and read_header(text) is None for text in paragraphs)
    return max(0.1, share if written >= _FORM or not labels else share * _LABELLED)


def _is_written(text: str) -> bool:
    """Whether a paragraph holds a whole sentence."""
    if _SENTENCE.search(text) and len(units(text)) >= _FEWEST:
        return True
    return extent(text) >= _LINE and _NO_STOPS.search(text) is not None


BARE = 8
"""Most words of a line that can be no article by itself."""
_SENTENCE_END = regex(rf"[{STOPS}][\"'”’»)\]]*$")


def bare_lines(paragraphs: Sequence[str], marks: Mapping[int, Collection[str]]) -> Iterator[int]:
    """Places at which no article starts: the last lines of a dump that are no sentences, such as a contact, and what
    is below the first of the header lines by which a file says that an article opens (``marks`` by place)."""
    for i in range(len(paragraphs) - 1, 0, -1):
        text = paragraphs[i]
        if word_count(text) > BARE or _SENTENCE_END.search(text) or _is_written(text):
            break
        yield i
    for opening in (i for i, kinds in marks.items() if STATED in kinds):
        yield from _below_headers(paragraphs, opening)
    if paragraphs and read_header(paragraphs[0]):
        yield from _below_headers(paragraphs, 0)


def _below_headers(paragraphs: Sequence[str], opening: int) -> Iterator[int]:
    for i in range(opening + 1, len(paragraphs)):
        if not read_header(paragraphs[i - 1]):
            return
        yield i
