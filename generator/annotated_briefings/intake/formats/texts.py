"""The readers of text files, pages and feeds: each sees first whether another program has written the file."""

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected, one_document, read_decoded
from annotated_briefings.intake.formats.encodings.decode import decode_text, page_charset
from annotated_briefings.intake.formats.exported import documents_of_page, outline_of_text
from annotated_briefings.intake.formats.feeds import (
    is_news_item,
    is_reference_list,
    read_feed,
    read_news_items,
    read_reference_list,
)
from annotated_briefings.intake.formats.lined.file_head import with_file_head
from annotated_briefings.intake.formats.lined.outline import Outline, documents_of_lines, plain_lines
from annotated_briefings.intake.formats.mail import read_saved_page
from annotated_briefings.intake.formats.marked import read_markdown_file
from annotated_briefings.intake.formats.markup import gemtext_as_markdown, is_timed_text, read_timed_text
from annotated_briefings.intake.formats.markup.hocr import is_scanned, scanned_text
from annotated_briefings.intake.formats.records import read_tumblr
from annotated_briefings.intake.formats.text import document_of_text, text_lines
from annotated_briefings.intake.formats.web import read_page

_TUMBLR, _HEAD = regex(rb"<tumblr[\s>]"), 4096


def read_text_file(file: CollectedFile) -> Detected:
    """The documents of a text file: those of the program that has written it, else one, which may be a dump."""
    text, encoding, found = decode_text(file.name, file.data, file.delivery.charset)
    if not encoding:
        return (), found
    if is_timed_text(text):
        documents, more = one_document(read_timed_text(file.name, text))
        return documents, (*found, *more)
    documents, more = _read_text(file, text, encoding)
    return documents, (*found, *more)


def _read_text(file: CollectedFile, text: str, encoding: str) -> Detected:
    lines, left = text_lines(text)
    outline = outline_of_text(plain_lines(lines))
    if outline is not None:
        first, *others = documents_of_lines(file.name, encoding, plain_lines(lines), outline)
        documents = (replace(first, around=(*first.around, *left)), *others)
        return documents, _miscounted(file, outline)
    document, found = document_of_text(file.name, text, encoding, loose=True)
    return one_document((with_file_head(document) if document else None, found))


def read_gemtext_file(file: CollectedFile) -> Detected:
    """A Gemtext file, as the Markdown that says the same."""
    return read_decoded(file, lambda text: one_document(read_markdown_file(file.name, gemtext_as_markdown(text))))


def _miscounted(file: CollectedFile, outline: Outline) -> tuple[Diagnostic, ...]:
    """What is wrong with the number of documents that the cover of a download names."""
    read = len(outline.stories)
    were = f"{read} {'were' if read > 1 else 'was'} read"
    return tuple(
        report(
            "count-differs",
            f"the cover names {counted} document{'s' if counted > 1 else ''}, and {were}",
            Place(file.name, place + 1, 1),
            help="compare the drafts with the list of documents, and download again what is missing",
        )
        for place, counted in outline.counted.items()
        if counted != read
    )


def read_page_file(file: CollectedFile) -> Detected:
    """The documents of a page: an export of a press database, a message that was saved as a page, or an article."""

    def read(text: str) -> Detected:
        if is_scanned(text):
            return _read_text(file, scanned_text(text), "html")
        exported = documents_of_page(file.name, text)
        if exported:
            return exported, ()
        return read_saved_page(file.name, text) or read_page(file.name, text, file.delivery.address)

    return read_decoded(file, read, page_charset(file.data))


def read_feed_file(file: CollectedFile) -> Detected:
    """The entries of a feed, or of an export or a list that looks like one."""
    if is_reference_list(file.data):
        return read_reference_list(file)
    if is_news_item(file.data):
        return read_news_items(file.name, file.data)
    if _TUMBLR.search(file.data[:_HEAD]):
        return read_tumblr(file.name, file.data, file.fields)
    return read_feed(file.name, file.data, file.delivery)
