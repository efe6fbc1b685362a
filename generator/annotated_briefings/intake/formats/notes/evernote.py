"""Exports of Evernote: each note an article, with the address and the writer that its clipper has kept."""

import re
from collections.abc import Iterator
from html import unescape

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected, read_decoded
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.head_labels import labelled_writer
from annotated_briefings.intake.stated.marks.held import marked, read_marks

_NOTE = regex(r"<note\b[^>]*>(.*?)(?:</note>|\Z)", re.DOTALL)
_CONTENT = regex(r"<content\b[^>]*>\s*(?:<!\[CDATA\[(.*?)\]\]>|(.*?))\s*(?:</content>|\Z)", re.DOTALL)
_TAG = regex(r"<tag\b[^>]*>([^<]*)</tag>")
_FIELD = regex(r"<([\w-]+)\b[^>]*>([^<]+)</")
_READ = frozenset(("title", "author", "source-url", "created", "updated", "data"))
_ENCRYPTED = regex(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>|<en-crypt\b.*?</en-crypt\s*>", re.DOTALL)
_NO_TEXT = "it has no text"
_TOP = 4
"""Paragraphs at the top of a note among which its byline is."""


def is_notes(text: str) -> bool:
    """Whether a text begins as an export of Evernote does."""
    return bool(re.match(r"(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<en-export\b", text.lstrip(), re.IGNORECASE))


def read_notes_file(file: CollectedFile) -> Detected:
    """The notes of an export; one that breaks off is read as far as it goes."""
    return read_decoded(file, lambda text: _read_notes(file.name, text))


def _read_notes(name: str, text: str) -> Detected:
    documents = tuple(_documents(name, text))
    if documents:
        return documents, ()
    return (), (
        report("empty-file", "the export holds no notes", Place(name), help="there is nothing to import in it"),
    )


def _documents(name: str, text: str) -> Iterator[RawDocument]:
    for number, note in enumerate(_NOTE.findall(text), 1):
        content = _CONTENT.search(note)
        html = (content[1] if content[1] is not None else unescape(content[2])) if content else ""
        paragraphs = html_paragraphs(re.sub(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>", "", html))
        head = note[: content.start()] + note[content.end() :] if content else note
        given = Given(
            title=_field(head, "title"),
            # The writer of a note is the user of the program, where the text names its own.
            author="" if any(map(_is_byline, paragraphs[:_TOP])) else _field(head, "author"),
            url=_field(head, "source-url"),
        )
        given = marked(given, read_marks([("tags", [unescape(tag) for tag in _TAG.findall(head)])]))
        other_fields = [(field, unescape(words)) for field, words in _FIELD.findall(head) if field not in _READ]
        used = (given.title, given.author, *(one.text for one in paragraphs))
        left = unused_fields(other_fields, used) if paragraphs else ()
        closed = bool(_ENCRYPTED.search(html)) and not html_paragraphs(_ENCRYPTED.sub("", html))
        why = f"the note `{given.title}` is encrypted" if closed else "" if paragraphs else _NO_TEXT
        yield RawDocument(f"{name}#{number}", paragraphs, "html", True, given, why, around=left)


def _is_byline(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return bool(byline_names(text) or labelled_writer(text, below_headline=True))


def _field(note: str, name: str) -> str:
    found = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", note, re.DOTALL)
    return " ".join(unescape(found[1]).split()) if found else ""
