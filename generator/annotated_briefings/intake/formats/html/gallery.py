"""Picture galleries: pages whose captions are their text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.html.blocks import PlacedBlock
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.segmentation.words import word_count

_CAPTION = "a caption"
_NUMBER = "the number of a picture"
_FEWEST, _SENTENCE = 3, 4
"""Captions of a gallery, and words of one that tells something."""
_COUNTER = regex(
    r"\s*(?:\w+\.?\s)?\d{1,3}\s?(?:/|of|von|sur|de|di|van|av|af|z|из|з|od)\s?\d{1,3}[\s.:|–-]*(?=\D)", re.IGNORECASE
)
"""The number of a picture among all: `2 / 4`."""


def captions_of_gallery(found: Sequence[PlacedBlock], chosen: Collection[int]) -> frozenset[int]:
    """The places of the captions of a page, where these tell most of its article; none for any other page."""
    own = [n for n, (one, _) in enumerate(found) if one.aside == _CAPTION and word_count(one.text) >= _SENTENCE]
    words = sum(word_count(found[n][0].text) for n in own)
    others = sum(word_count(found[n][0].text) for n in chosen if n not in own)
    distinct = len({found[n][0].text for n in own})
    return frozenset(own) if distinct >= _FEWEST and distinct == len(own) and words >= others else frozenset()


def with_captions(chosen: Iterable[tuple[bool, Paragraph]]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The text of an article with the captions of a gallery, which ``chosen`` marks, as paragraphs; and the numbers
    before them, which are no text."""
    parts = [p for caption, one in chosen for p in (_parted(one) if caption else (one,))]
    numbers = tuple(p for p in parts if p.aside == _NUMBER)
    return tuple(p for p in parts if p.aside != _NUMBER), numbers


def _parted(block: Paragraph) -> Iterator[Paragraph]:
    counter = _COUNTER.match(block.text)
    if counter is None:
        yield replace(block, aside="")
        return
    yield Paragraph(counter[0].strip(), 0, 0, aside=_NUMBER)
    markdown = block.markdown[counter.end() :].strip() if block.markdown.startswith(counter[0]) else ""
    yield replace(block, text=block.text[counter.end() :].strip(), markdown=markdown, aside="")
