"""Words that no reader of a document sees: they are named among what is around its article, and are no part of it."""

from annotated_briefings.base.values import replace
from annotated_briefings.intake.model import RawDocument

HIDDEN, DELETED, READING = "hidden words", "words that were deleted", "the reading of a word"
COMMENT = "a comment"
AROUND = "around the article"
"""Why the words of a page beside its article are no text of it."""
INSTEAD, POINTED = "shown where something else cannot be", "shown when one points at a word"
"""Why words that a reader does not see are no text."""
_UNSEEN = frozenset((HIDDEN, DELETED, COMMENT, READING, INSTEAD, POINTED))


def unseen_apart(document: RawDocument) -> RawDocument:
    """A document whose unseen words are around its article, so that no kept text holds them."""
    unseen = tuple(paragraph for paragraph in document.paragraphs if paragraph.aside in _UNSEEN)
    if not unseen:
        return document
    seen = tuple(paragraph for paragraph in document.paragraphs if paragraph.aside not in _UNSEEN)
    return replace(document, paragraphs=seen, around=(*document.around, *unseen))
