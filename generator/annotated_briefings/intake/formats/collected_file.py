"""A collected file as the readers of formats are given it, and what they give back."""

from collections.abc import Callable

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.encodings.decode import decode_text
from annotated_briefings.intake.formats.text import document_of_text
from annotated_briefings.intake.model import Delivery, FieldMap, RawDocument

Detected = tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]
_SHORT = 4096
"""Characters of a text that may be nothing but comments."""
_NO_DELIVERY = Delivery()


class CollectedFile(Value):
    """A file to read."""

    name: str
    """Its name, as it is shown."""
    data: bytes
    """Its bytes."""
    fields: FieldMap = ()
    """What its site calls the fields of records."""
    first: int = 1
    """The line of the whole file with which it begins; of a mailbox the message."""
    delivery: Delivery = _NO_DELIVERY
    """What is known of it if a server sent it."""
    depth: int = 0
    """How many files it lies in."""


def one_document(result: tuple[RawDocument | None, tuple[Diagnostic, ...]]) -> Detected:
    """What a reader gives back that has found one document or none."""
    document, found = result
    return ((document,) if document else ()), found


def read_decoded(file: CollectedFile, read: Callable[[str], Detected], declared: str = "") -> Detected:
    """What a reader makes of the text of a file, with what is wrong with its encoding."""
    text, encoding, found = decode_text(file.name, file.data, file.delivery.charset or declared)
    if not encoding:
        return (), found
    if len(text) < _SHORT or not text.strip():
        plain, wrong = document_of_text(file.name, text, encoding)
        if plain is None:
            return (), (*found, *wrong)
    text = text.removeprefix("\ufeff")
    documents, more = read(text.replace("\r\n", "\n").replace("\r", "\n"))
    return documents, (*found, *more)
