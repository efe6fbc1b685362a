"""PDF files: their letters, put in reading order by their places and joined to paragraphs."""

from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.flow import InlineText, Line, Part
from annotated_briefings.intake.formats.office.pdf.joining import joined_parts
from annotated_briefings.intake.formats.office.pdf.letters import UnreadablePdf, read_letters
from annotated_briefings.intake.formats.office.pdf.order import blocks
from annotated_briefings.intake.formats.office.pdf.page_lines import without_page_lines
from annotated_briefings.intake.formats.office.pdf.rows import body_size, read_rows

__all__ = ["PdfDocument", "UnreadablePdf", "read_pdf_file"]
_SCANNED = 20
"""Fewer letters of text a page than this: the pages are pictures."""


class PdfDocument(Value):
    """A PDF file, read."""

    parts: tuple[Part, ...]
    """Its paragraphs and tables in reading order."""
    around: tuple[Line, ...]
    """Heads, feet and numbers of its pages, and words at their margins."""
    unsure: tuple[int, ...]
    """Numbers of pages, from 1, whose reading order is not known."""
    stated: tuple[tuple[str, str], ...]
    """Its properties by name."""


def read_pdf_file(data: bytes) -> PdfDocument:
    """Read a PDF file; raises ``UnreadablePdf``."""
    pages, stated = read_letters(data)
    if sum(len(page.letters) for page in pages) < _SCANNED * max(1, len(pages)):
        raise UnreadablePdf("has no text layer, its pages are pictures", "run it through text recognition first")
    size = body_size(page.letters for page in pages)
    rows, around = without_page_lines([read_rows(page.letters, page.links) for page in pages], size)
    ordered = [blocks(page) for page in rows]
    sideways = [Line((InlineText(page.sideways),), aside="words at the margin") for page in pages if page.sideways]
    unsure = tuple(n for n, page in enumerate(ordered, 1) if any(block.unsure for block in page))
    parts = joined_parts(ordered, size)
    return PdfDocument(tuple(parts), (*around, *sideways), unsure, stated)
