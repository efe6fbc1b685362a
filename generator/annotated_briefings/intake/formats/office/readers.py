"""The readers of office files by their formats, and what they say of files that they cannot read."""

from collections.abc import Iterable, Iterator

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected
from annotated_briefings.intake.formats.office.articles import documents
from annotated_briefings.intake.formats.office.flow import InlineText, Line, Part
from annotated_briefings.intake.formats.office.odt import read_odt
from annotated_briefings.intake.formats.office.rtf import read_rtf_file
from annotated_briefings.intake.formats.office.word import read_word
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.model import Given, RawDocument
from annotated_briefings.intake.stated.marks.held import marked
from annotated_briefings.intake.stated.marks.properties import properties_mark

_OF_THE_FILE = frozenset("author creator producer creationdate moddate trapped status".split())
"""Properties that tell who made a file, when and by what, and nothing of its articles."""


def read_docx(file: CollectedFile) -> Detected:
    """The articles of a Word document."""
    try:
        word = read_word(file.data)
    except (BrokenFile, RecursionError) as error:
        return (), (_broken(file.name, "Word document", error),)
    given = marked(Given(language=word.language), properties_mark(word.stated, word.remarks))
    around = (*word.around, *_stated_lines(word.stated, word.parts))
    return _filled(file.name, documents(file.name, "docx", word.parts, around, given, word.marks))


def read_opendocument(file: CollectedFile) -> Detected:
    """The articles of an OpenDocument text."""
    try:
        text = read_odt(file.data)
    except (BrokenFile, RecursionError) as error:
        return (), (_broken(file.name, "OpenDocument text", error),)
    given = marked(Given(), properties_mark(text.stated))
    around = (*text.around, *_stated_lines(text.stated, text.parts))
    return _filled(file.name, documents(file.name, "odt", text.parts, around, given))


def read_rtf(file: CollectedFile) -> Detected:
    """The articles of an RTF file."""
    try:
        text = read_rtf_file(file.data)
    except (BrokenFile, RecursionError) as error:
        return (), (_broken(file.name, "RTF file", error),)
    given = marked(Given(), properties_mark(text.stated))
    around = (*text.around, *_stated_lines(text.stated, text.parts))
    return _filled(file.name, documents(file.name, "rtf", text.parts, around, given))


def read_pdf(file: CollectedFile) -> Detected:
    """The articles of a PDF file with a text layer."""
    from annotated_briefings.intake.formats.office.pdf import UnreadablePdf, read_pdf_file

    try:
        pdf = read_pdf_file(file.data)
    except UnreadablePdf as error:
        code = "no-article" if "text layer" in str(error) else "broken-file"
        return (), (report(code, f"the PDF file {error}", Place(file.name), help=error.remedy),)
    given = marked(Given(), properties_mark(pdf.stated))
    around = (*pdf.around, *_stated_lines(pdf.stated, pdf.parts))
    documents_found, found = _filled(file.name, documents(file.name, "pdf", pdf.parts, around, given))
    if pdf.unsure:
        pages = ", ".join(map(str, pdf.unsure))
        where = f"page {pages}" if len(pdf.unsure) == 1 else f"pages {pages}"
        message = f"on {where} columns and rows of a table look alike: the lines may be in a wrong order"
        remedy = "compare the draft with the file; no points, figures or summary are drawn from these lines"
        found = (*found, report("reading-order", message, Place(file.name), help=remedy))
    return documents_found, found


def _stated_lines(stated: Iterable[tuple[str, str]], parts: Iterable[Part]) -> Iterator[Line]:
    """Properties of a document with words that are in none of its articles, each text once."""
    named = [(name, value) for name, value in stated if bare_key(name) not in _OF_THE_FILE]
    used = [part.text for part in parts if isinstance(part, Line)]
    once = {one.text.partition(": ")[2]: one for one in unused_fields(named, used)}
    for one in once.values():
        yield Line((InlineText(one.text),), aside=one.aside)


def _filled(name: str, found: tuple[RawDocument, ...]) -> Detected:
    if not any(document.paragraphs for document in found):
        return (), (
            report("empty-file", "the document holds no text", Place(name), help="there is nothing to import in it"),
        )
    return found, ()


def _broken(name: str, what: str, error: Exception) -> Diagnostic:
    reason = str(error) if isinstance(error, BrokenFile) else "its elements lie too deep in each other"
    return report(
        "broken-file",
        f"the {what} cannot be read: {reason}",
        Place(name),
        help="open it and save it again, or save its text into a .txt file",
    )
