"""The table of the formats that are read: how each is named, recognised and read."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, cast

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_PACKAGE = "annotated_briefings.intake.formats"
_CHARSET = regex(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


class Start(Value):
    """What is known of a file before it is read."""

    name: str
    """Its name in lower case."""
    data: bytes
    """Its bytes."""
    head: bytes
    """The first of them."""
    text: str
    """These as text, without white space before it."""


class FileFormat(Value):
    """A format that is read."""

    name: str
    """Its name for ``--from``."""
    about: str
    """The files that people have in it, as the documentation lists them (Markdown)."""
    endings: tuple[str, ...]
    """How names of such files end; the commonest first."""
    reader: str
    """The function that reads it, as ``module:function`` below this package: a ``CollectedFile`` in, documents and
    diagnostics out."""
    starts: tuple[bytes, ...] = ()
    """Bytes with which only its files begin."""
    test: str = ""
    """The function that recognises it, as ``module:function``: from the start of a file, and whether its name has one
    of the endings. Without ``starts`` and without it, an ending is enough."""
    text: bool = False
    """Whether its files are texts; they are recognised after all others, and after texts that are not read."""
    unsure: bool = False
    """Whether a media type of another format counts for more, as nothing marks its files for certain."""
    media: tuple[str, ...] = ()
    """Media types by which servers name it."""
    page: bool = False
    """Whether a file is one document: the address at which it was found leads to that."""
    archived: bool = False
    """Whether an article in a web archive may have it; of scripts and data between programs nothing is read there."""
    large: bool = False
    """Whether its reader has limits of its own, as it holds many documents."""
    holds: bool = False
    """Whether there are files of other formats in it: its reader is also given ``InnerFiles``."""


TABLE = (
    FileFormat(
        "sheet",
        "spreadsheets",
        (".xlsx", ".ods"),
        "records.sheets:read_sheet_file",
        test="recognise:is_sheet",
        media=(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
        large=True,
    ),
    FileFormat(
        "docx",
        "Word documents",
        (".docx",),
        "office.readers:read_docx",
        test="recognise:is_docx",
        media=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        page=True,
        archived=True,
    ),
    FileFormat(
        "odt",
        "OpenDocument texts, packed or as one file (`.fodt`)",
        (".odt", ".ott"),
        "office.readers:read_opendocument",
        test="recognise:is_odt",
        media=("application/vnd.oasis.opendocument.text",),
        page=True,
        archived=True,
    ),
    FileFormat(
        "rtf",
        "RTF files",
        (".rtf",),
        "office.readers:read_rtf",
        test="recognise:is_rtf",
        media=("application/rtf", "text/rtf"),
        page=True,
        archived=True,
    ),
    FileFormat(
        "zip",
        "zip files that hold files of the other formats",
        (".zip",),
        "holding:read_zip",
        starts=(b"PK\x03\x04",),
        media=("application/zip",),
        large=True,
        holds=True,
    ),
    FileFormat(
        "pdf",
        "PDF files",
        (".pdf",),
        "office.readers:read_pdf",
        test="recognise:is_pdf",
        media=("application/pdf",),
        page=True,
        archived=True,
    ),
    FileFormat(
        "warc",
        "web archives, also packed ones (WACZ)",
        (".warc.gz", ".warc"),
        "holding:read_web_archive",
        starts=(b"WARC/", b"\x1f\x8b"),
        media=("application/warc",),
        large=True,
        holds=True,
    ),
    FileFormat(
        "mbox",
        "mailboxes",
        (".mbox",),
        "holding:read_mailbox_file",
        test="recognise:is_mailbox",
        media=("application/mbox",),
        large=True,
        holds=True,
    ),
    FileFormat(
        "mail",
        "letters and newsletters as messages or saved as text, with the messages and files in them, and pages saved as "
        "messages",
        (".eml", ".mhtml"),
        "holding:read_message_file",
        test="recognise:is_mail",
        media=("message/rfc822", "multipart/related"),
        page=True,
        holds=True,
    ),
    FileFormat(
        "channel",
        "exports of Telegram channels as JSON or pages, and saved pages of channels, each post an article",
        ("result.json", "messages.html"),
        "channels.exports:read_channel_file",
        test="channels.exports:is_channel",
        text=True,
        large=True,
    ),
    FileFormat(
        "json",
        "JSON and JSON Lines: answers of news interfaces, exports of feed readers, reading lists and content "
        "management systems",
        (".json", ".jsonl", ".ndjson"),
        "records.json_files:read_json_file",
        test="recognise:is_json",
        text=True,
        media=("application/feed+json", "application/json", "application/ld+json", "application/x-ndjson"),
        large=True,
    ),
    FileFormat(
        "notes",
        "exports of Evernote, each note an article",
        (".enex",),
        "notes.evernote:read_notes_file",
        test="recognise:is_note_export",
        text=True,
    ),
    FileFormat(
        "feed",
        "RSS, Atom, RDF and JSON feeds",
        (".xml", ".rss", ".atom", ".rdf"),
        "texts:read_feed_file",
        test="recognise:is_xml_feed",
        text=True,
        media=("application/atom+xml", "application/rdf+xml", "application/rss+xml"),
        archived=True,
    ),
    FileFormat(
        "html",
        "saved web pages, and pages of text recognition (hOCR)",
        (".html", ".htm", ".xhtml", ".hocr"),
        "texts:read_page_file",
        test="recognise:is_html",
        text=True,
        media=("application/xhtml+xml", "text/html"),
        page=True,
        archived=True,
    ),
    FileFormat(
        "gemtext",
        "Gemtext pages of the Gemini network",
        (".gmi", ".gemini", ".gemtext"),
        "texts:read_gemtext_file",
        test="recognise:is_gemini",
        text=True,
        media=("text/gemini",),
        page=True,
    ),
    FileFormat(
        "table",
        "tables as CSV or TSV, with any sign between the cells and in any encoding",
        (".csv", ".tsv", ".tab", ".psv"),
        "records.tables:read_table_file",
        test="recognise:is_csv",
        text=True,
        media=("text/csv", "text/tab-separated-values"),
        large=True,
    ),
    FileFormat(
        "markdown",
        "Markdown files, with or without front matter",
        (".md", ".markdown"),
        "marked:read_markdown",
        test="recognise:is_markdown",
        text=True,
        unsure=True,
        media=("text/markdown", "text/x-markdown"),
        page=True,
    ),
    FileFormat(
        "text",
        "text dumps with one or more articles run together, in any encoding; downloads of press databases, lists of "
        "references (RIS, EndNote, BibTeX) and of clippings, pages pasted from a browser",
        (".txt",),
        "texts:read_text_file",
        text=True,
        unsure=True,
        page=True,
    ),
)
"""The formats, in the order in which they are tried; what is of none is of the last."""
FORMATS = tuple(one.name for one in reversed(TABLE))
"""Names for ``--from``: the most general first."""
_NAMED = {one.name: one for one in TABLE}
_MEDIA = {media: one.name for one in TABLE for media in one.media}
"""Types that say what a file is. Servers send anything as plain text, XML or mere bytes: these types say nothing."""


def format_named(name: str) -> FileFormat:
    """The format of a name."""
    return _NAMED[name]


@cache
def load(function: str) -> Callable[..., Any]:
    """The function that ``module:function`` names; its module is imported when it is first needed."""
    module, _, name = function.partition(":")
    return cast(Callable[..., Any], getattr(import_module(f"{_PACKAGE}.{module}"), name))


def read_content_type(header: str) -> tuple[str, str]:
    """Media type and encoding of a ``Content-Type`` header, lower-case; empty where it does not name them."""
    charset = _CHARSET.search(header)
    return header.partition(";")[0].strip().lower(), charset[1].lower() if charset else ""


def format_of_media(media: str) -> str:
    """The format that a media type (``text/html``, lower-case, without parameters) names; empty where it names none."""
    return _MEDIA.get(media, "")


def may_be_archived(media: str) -> bool:
    """Whether an answer of a media type in a web archive may be an article."""
    name = format_of_media(media)
    return "html" in media or bool(name and _NAMED[name].archived)
