"""What a receipt is worth: words of its source, our own text, words that nobody has checked, or no receipt at all."""

from enum import StrEnum

from annotated_briefings.base.meaning.stated import Statement
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief, Figure, KeyPoint


class ReceiptKind(StrEnum):
    """What readers are told of a point or a figure."""

    QUOTED = "quoted"
    """The words are in the collected text of the source that is named."""
    OWN = "own"
    """No source is named, and the words are in the brief itself."""
    UNCHECKED = "unchecked"
    """A source is named whose text was never collected, or no words of it are given, or the number of a figure is in
    words that are not known."""
    UNSOURCED = "unsourced"
    """Neither words nor a source are given."""
    MISSING = "missing"
    """The words were looked for and not found, nothing proves that they ever were, their clause denies them, or
    they state another number."""


class Lookup(StrEnum):
    """What became of words that were looked for in the collected texts of a source."""

    FOUND = "found"
    """They are in one of its texts, here or as its proof in the ledger says."""
    NOT_FOUND = "not found"
    """Its text is here, and they are not in it."""
    TURNED = "turned"
    """They are in it where their clause denies them or leaves them open."""
    CHANGED = "changed"
    """They are in it but for words in brackets, which say something else."""
    UNPROVED = "unproved"
    """Its text was collected and is not here, and the ledger holds no proof of them."""
    NEVER = "never collected"
    """No text of the source was ever collected."""


_OF_SOURCE = {
    Lookup.FOUND: ReceiptKind.QUOTED,
    Lookup.NOT_FOUND: ReceiptKind.MISSING,
    Lookup.TURNED: ReceiptKind.MISSING,
    Lookup.CHANGED: ReceiptKind.MISSING,
    Lookup.UNPROVED: ReceiptKind.MISSING,
    Lookup.NEVER: ReceiptKind.UNCHECKED,
}


def receipt_kind(
    quote: str, source: int, in_body: bool, lookup: Lookup, statement: Statement = Statement.STATED
) -> ReceiptKind:
    """The verdict on one receipt.

    ``source`` is its number, 0 where none is named; ``in_body`` tells whether the words are in the brief's own text,
    which proves nothing of a source; ``said`` is what the words of a figure say of its number.
    """
    if not quote:
        return ReceiptKind.UNCHECKED if source else ReceiptKind.UNSOURCED
    if statement not in (Statement.STATED, Statement.UNREAD):
        return ReceiptKind.MISSING
    if not source:
        return ReceiptKind.OWN if in_body else ReceiptKind.MISSING
    found = _OF_SOURCE[lookup]
    return ReceiptKind.UNCHECKED if found is ReceiptKind.QUOTED and statement is Statement.UNREAD else found


def statement_of(claim: KeyPoint | Figure) -> Statement:
    """What the words of a receipt say of the number of their figure; a point has none."""
    return claim.statement if isinstance(claim, Figure) else Statement.STATED


class Receipts(Value):
    """The verdicts on the receipts of one brief."""

    points: tuple[ReceiptKind, ...]
    """Those of its key points, in order."""
    figures: tuple[ReceiptKind, ...]
    """Those of its figures, in order."""


def without_texts(brief: Brief) -> Receipts:
    """The verdicts where no text of any source was ever collected."""

    def kind(claim: KeyPoint | Figure) -> ReceiptKind:
        return receipt_kind(claim.quote, claim.source, claim.passage is not None, Lookup.NEVER, statement_of(claim))

    return Receipts(tuple(map(kind, brief.key_points)), tuple(map(kind, brief.figures)))
