"""PDF files. The home of pypdf."""

import re
from collections.abc import Iterator
from io import BytesIO

import pypdf
from pypdf.errors import PyPdfError

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.model import RawDocument

_SCANNED = 20
"""Fewer characters of text a page than this: the pages are pictures."""


def _broken(name: str, what: str, error: Exception) -> Diagnostic:
    reason = str(error).split("\n")[0][:120] or type(error).__name__
    return report(
        "broken-file",
        f"the {what} cannot be read: {reason.lower()}",
        Place(name),
        help="open it and save it again, or save its text into a .txt file",
    )


def read_pdf(name: str, data: bytes) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The text of a PDF file with a text layer, as a dump; hyphens and line ends are repaired as in wrapped text."""
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        pages = [page.extract_text() or "" for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        return None, (_broken(name, "PDF file", error),)
    if sum(map(len, pages)) < _SCANNED * max(1, len(pages)):
        return None, (
            report(
                "no-article",
                "the PDF file has no text layer, its pages are pictures",
                Place(name),
                help="run it through text recognition first",
            ),
        )
    text = "\n\n".join(_without_page_lines(pages))
    document, found = read_text(name, text.encode())
    return (RawDocument(name, document.paragraphs, "pdf") if document else None), found


def _without_page_lines(pages: list[str]) -> Iterator[str]:
    """Pages without the lines that are at the same end of most of them, and without page numbers."""
    heads = [page.strip().split("\n")[0].strip() for page in pages]
    tails = [page.strip().split("\n")[-1].strip() for page in pages]
    for page in pages:
        lines = page.strip().split("\n")
        for at, same in ((0, heads), (-1, tails)):
            if lines and (
                re.fullmatch(r"(?:page )?\d{1,4}(?: of \d{1,4})?", lines[at].strip(), re.IGNORECASE)
                or (len(pages) > 2 and same.count(lines[at].strip()) > len(pages) // 2)
            ):
                del lines[at]
        yield "\n".join(lines)
