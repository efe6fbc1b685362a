"""Word documents and PDF files. The home of python-docx and pypdf."""

import re
from collections.abc import Iterator
from io import BytesIO

import docx
import pypdf
from docx.styles.style import BaseStyle, CharacterStyle
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from pypdf.errors import PyPdfError

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.held import read_marks

_RUNS = ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"
"""The runs of a paragraph but for deleted and moved ones; text boxes are texts of their own."""
_TINY = 1
"""Size of letters, in points, that nobody can read."""
_SCANNED = 20
"""Fewer characters of text a page than this: the pages are pictures."""


def read_docx(name: str, data: bytes) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The paragraphs of a Word document; one that starts with a title is one article, another may be a dump."""
    try:
        document = docx.Document(BytesIO(data))
    except Exception as error:  # python-docx raises whatever its zip and XML readers do
        return None, (_broken(name, "Word document", error),)
    paragraphs: list[Paragraph] = []
    title = ""
    for number, paragraph in enumerate(document.paragraphs, 1):
        text = " ".join(_seen(paragraph).split())
        style = (paragraph.style.name or "") if paragraph.style is not None else ""
        if not text:
            continue
        if style == "Title" and not paragraphs and not title:
            title = text
        else:
            paragraphs.append(Paragraph(text, number, number, "", style.startswith("Heading")))
    if not paragraphs:
        return None, (
            report("empty-file", "the document holds no text", Place(name), help="there is nothing to import in it"),
        )
    stated = document.core_properties
    mark = read_marks([("status", stated.content_status or "")])
    given = Given(
        title=title,
        author=stated.author or "" if title else "",
        published=stated.created.date().isoformat() if title and stated.created else "",
        language=stated.language or "",
        held=mark.held,
    )
    return RawDocument(name, tuple(paragraphs), "docx", bool(title), given), ()


def _seen(paragraph: WordParagraph) -> str:
    """What a reader of a paragraph sees: with words that tracked changes add, without those that they delete, without
    hidden ones, and without those that are struck out."""
    below = _hides(paragraph.style)
    return "".join(
        run.text
        for element in paragraph._p.xpath(_RUNS)
        if not _is_hidden(run := Run(element, paragraph), below) and not _is_white_or_tiny(run)
    )


def _is_hidden(run: Run, below: bool) -> bool:
    """Whether a run is hidden or struck out; ``below`` is whether the style of its paragraph is."""
    font = run.font
    if font.strike or font.double_strike:
        return True
    return (below or _hides(run.style)) if font.hidden is None else bool(font.hidden)


def _hides(style: BaseStyle | None) -> bool:
    """Whether a style hides its words, or the style that it is based on does where it does not say."""
    seen: set[str] = set()
    while isinstance(style, CharacterStyle) and style.style_id not in seen:
        if style.font.hidden is not None:
            return bool(style.font.hidden)
        seen.add(style.style_id)
        style = style.base_style
    return False


def _is_white_or_tiny(run: Run) -> bool:
    size, colour = run.font.size, run.font.color
    white = colour is not None and colour.rgb is not None and str(colour.rgb) == "FFFFFF"
    ground = run._r.xpath(
        "./w:rPr/w:shd | ./w:rPr/w:highlight | ancestor::w:p/w:pPr/w:shd | ancestor::w:tc/w:tcPr/w:shd"
    )
    return (size is not None and size.pt <= _TINY) or (white and not ground)


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
