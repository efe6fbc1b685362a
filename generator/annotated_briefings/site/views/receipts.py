"""What readers are told of a receipt, in words: the same on pages, in feeds, in Markdown and in mails."""

from annotated_briefings.base.i18n import Words
from annotated_briefings.content.model import Brief, Figure, KeyPoint, SourceRef
from annotated_briefings.site.model.receipts import ReceiptKind, Receipts
from annotated_briefings.site.model.relations import name_of_source

NAMED = (ReceiptKind.QUOTED, ReceiptKind.UNCHECKED)
"""Receipts beside which their source is named."""


def source_name(words: Words, brief: Brief, number: int) -> str:
    """The name of a source, by its number in the file."""
    return shown_name(words, brief, brief.sources[number - 1], brief.shown_number(number))


def shown_name(words: Words, brief: Brief, source: SourceRef, number: int) -> str:
    """The name of a source: its outlet, its own headline or its host, or else that it has none; ``number`` is that on
    the page."""
    if name := name_of_source(brief, source):
        return name
    return words.text("source_unnamed") if source.title else words.text("source_n", number=number)


def receipt_label(words: Words, brief: Brief, claim: KeyPoint | Figure, kind: ReceiptKind) -> str:
    """What a receipt is, such as ``Quoted from TechCrunch`` or ``Our text``; a source is named only where the words
    were found in its text."""
    if kind is ReceiptKind.QUOTED:
        return words.text("receipt_quoted", name=source_name(words, brief, claim.source))
    return words.text(f"receipt_{kind}")


def receipt_line(words: Words, brief: Brief, claim: KeyPoint | Figure, kind: ReceiptKind) -> str:
    """The same for texts without links: it names the source too that nobody has checked."""
    if kind is ReceiptKind.UNCHECKED and brief.shown_number(claim.source):
        return words.text("receipt_unchecked_of", name=source_name(words, brief, claim.source))
    return receipt_label(words, brief, claim, kind)


def shown_words(claim: KeyPoint | Figure, kind: ReceiptKind) -> str:
    """The words of a receipt that readers see: none that were looked for in vain."""
    return "" if kind is ReceiptKind.MISSING else claim.quote


def point_receipts(words: Words, brief: Brief, verdicts: Receipts) -> tuple[str, ...]:
    """The receipt of each key point in one line."""
    pairs = zip(brief.key_points, verdicts.points, strict=True)
    return tuple(receipt_line(words, brief, point, kind) for point, kind in pairs)


def figure_receipts(words: Words, brief: Brief, verdicts: Receipts) -> tuple[str, ...]:
    """The receipt of each figure in one line."""
    pairs = zip(brief.figures, verdicts.figures, strict=True)
    return tuple(receipt_line(words, brief, figure, kind) for figure, kind in pairs)


def role_label(source: SourceRef, words: Words) -> str:
    """The role of a source for readers; a role of the editor's own stays as it is written."""
    key = f"role_{source.role}"
    return words.text(key) if words.has(key) else source.role
