"""Passages of a text that may be what a quote was taken from, for an editor to choose from."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

_WORD = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""A word; of scripts without spaces a letter."""
_LEAST = 0.3
"""Share of equal words from which on a passage is worth showing."""


class SimilarPassage(Value):
    """A passage that may be meant."""

    words: str
    """The words as the text has them."""
    before: str
    """The rest of its sentence before it."""
    after: str
    """The rest of its sentence after it."""
    share: float
    """How much of both is equal, 0 to 1."""


def similar_passages(text: str, quote: str, most: int = 3) -> tuple[SimilarPassage, ...]:
    """The passages that are most like a quote, the likest first; each has its words only once in the text."""
    wanted = [match[0].casefold() for match in _WORD.finditer(quote)]
    found = {one.words: one for one in _all(text, wanted) if one.share >= _LEAST and text.count(one.words) == 1}
    return tuple(sorted(found.values(), key=lambda one: -one.share)[:most])


def _all(text: str, wanted: Sequence[str]) -> Iterator[SimilarPassage]:
    for start, end in pairwise((*sentence_starts(text), len(text))):
        sentence = text[start:end]
        words = list(_WORD.finditer(sentence))
        matcher = SequenceMatcher(None, wanted, [match[0].casefold() for match in words], autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            continue
        equal = sum(block.size for block in blocks)
        # As many words as the quote has, around those that are equal.
        first = max(0, blocks[0].b - blocks[0].a)
        last = min(len(words), blocks[-1].b + len(wanted) - blocks[-1].a)
        left, right = words[first].start(), words[last - 1].end()
        share = 2 * equal / (len(wanted) + last - first)
        yield SimilarPassage(sentence[left:right], sentence[:left].lstrip(), sentence[right:].rstrip(), share)
