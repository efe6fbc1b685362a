"""Any collected file: what it is by its content, and its documents."""

import gzip
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import whole_url
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.feed import read_feed
from annotated_briefings.intake.formats.kinds import format_of_media, read_content_type
from annotated_briefings.intake.formats.mail import read_mailbox, read_message
from annotated_briefings.intake.formats.marked import read_markdown_file
from annotated_briefings.intake.formats.normal import normal
from annotated_briefings.intake.formats.office import read_docx, read_pdf
from annotated_briefings.intake.formats.records import FieldMap, is_script, read_json_file
from annotated_briefings.intake.formats.text import LIMIT, page_charset, read_text
from annotated_briefings.intake.formats.web import read_page
from annotated_briefings.intake.model import Delivery, RawDocument

Detected = tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]
_PAGE = ("text", "html", "markdown", "docx", "pdf", "mail")
"""Formats of what is one document: the address at which it was found leads to that."""
_UNSURE = ("text", "markdown")
"""What a file is taken for that has no mark of another format."""
_DEPTH, _MEMBERS, _UNPACKED = 3, 20_000, 500_000_000
"""Archives inside archives, files in one, and bytes unpacked: more than this is no collection but a trap."""
_PAGES = 2_000_000_000
"""Bytes of pages that are read from one web archive."""
_NO_DELIVERY = Delivery()
_DAMAGE = (zlib.error, EOFError, ValueError, LookupError)
"""What the readers of archives raise for damaged ones, besides errors of their own."""
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9_-]*: .*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n")
_MAIL = re.compile(rb"^(?:From|Subject|Date|To|Received|Return-Path|MIME-Version|Message-ID): ", re.MULTILINE)
_FEED = re.compile(r"<(rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|article)[\s>]", re.IGNORECASE | re.DOTALL
)
"""A comment ends at its first mark of an end: were that left open, a row of comments would take for ever."""
_FRONT = re.compile(r"---[ \t]*\n[\w-]+:|\+\+\+[ \t]*\n[\w-]+ *=")
_YAML_LINE = re.compile(r"[\w-]+:|[ \t]|- |#|$")
_NEXT_BLOCK = re.compile(r"^---[ \t]*\n(?:title|headline|source)\s?:", re.IGNORECASE | re.MULTILINE)
_FRONT_LIMIT = 200_000
"""Bytes in which front matter ends, and a dump shows its second article."""


def format_of(name: str, data: bytes, media: str = "") -> str:
    """What a file is, by its first bytes, then by the media type that its server declares, and only then by its name;
    empty for a list of feeds (OPML).

    Servers call feeds and papers pages, and pages papers: what has the marks of a format is of that format.
    """
    kind = _by_content(name, data)
    return format_of_media(media) or kind if kind in _UNSURE else kind


def _by_content(name: str, data: bytes) -> str:
    head = data[:4096]
    if head.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data[:200_000] or name.lower().endswith(".docx") else "zip"
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and name.lower().endswith(".warc.gz")):
        return "warc"
    if head.startswith(b"From ") and b"\n" in head:
        return "mbox"
    if _HEADER.match(head) and len(_MAIL.findall(head.split(b"\n\n")[0].split(b"\r\n\r\n")[0])) >= 2:
        return "mail"
    text = head.decode("utf-8-sig", "replace")
    start = text.lstrip()
    if start[:1] in ("{", "[") or is_script(start):
        return "json"
    if start.startswith("<?xml") or _FEED.match(start):
        if "<opml" in text.lower():
            return ""
        return "feed" if _FEED.search(text) else "html"
    if start.lower().startswith("<opml"):
        return ""
    if _HTML.match(text) or name.lower().endswith((".html", ".htm", ".xhtml")):
        return "html"
    marked = name.lower().endswith((".md", ".markdown"))
    if _FRONT.match(start) and start.startswith("---"):
        marked = _is_front(data[:_FRONT_LIMIT].decode("utf-8", "replace").replace("\r\n", "\n"))
    return "markdown" if marked or (_FRONT.match(start) and not start.startswith("---")) else "text"


def _is_front(text: str) -> bool:
    """Whether the lines between the first two marks are front matter, and not the first article of a dump."""
    block, mark, rest = text.partition("\n")[2].partition("\n---")
    plain = all(_YAML_LINE.match(line) for line in block.split("\n"))
    return bool(mark) and plain and not _NEXT_BLOCK.search(rest)


@dataclass(slots=True)
class _UnpackBudget:
    """Bytes and members that may still be unpacked from an archive and all archives in it."""

    bytes: int = _UNPACKED
    members: int = _MEMBERS


def read_any(
    name: str,
    data: bytes,
    forced: str = "",
    depth: int = 0,
    fields: FieldMap = (),
    first: int = 1,
    delivery: Delivery = _NO_DELIVERY,
) -> Detected:
    """The documents of a file of any known format, or of its lines from ``first`` on, with what it states in normal
    form; never raises for bad input."""
    documents, found = _read(name, data, forced, depth, fields, first, None, delivery)
    return tuple(map(normal, documents)), found


def _read(
    name: str,
    data: bytes,
    forced: str,
    depth: int,
    fields: FieldMap,
    first: int,
    budget: _UnpackBudget | None,
    delivery: Delivery = _NO_DELIVERY,
) -> Detected:
    kind = forced or format_of(name, data, delivery.media)
    documents, found = _of_kind(kind, name, data, depth, fields, first, budget, delivery)
    if not delivery.address:
        return documents, found
    if len(documents) == 1 and kind in _PAGE:
        return (_addressed(documents[0], delivery.address),), found
    return tuple(_made_whole(document, delivery.address) for document in documents), found


def _of_kind(
    kind: str,
    name: str,
    data: bytes,
    depth: int,
    fields: FieldMap,
    first: int,
    budget: _UnpackBudget | None,
    delivery: Delivery,
) -> Detected:
    if len(data) > LIMIT and kind not in ("zip", "warc", "mbox", "json"):
        message = f"the file has {len(data) / 1e6:.0f} MB; the limit is {LIMIT / 1e6:.0f} MB"
        return (), (report("too-large", message, Place(name), help="split it into smaller files"),)
    if kind == "zip":
        return _zip(name, data, depth, fields, budget or _UnpackBudget())
    if kind == "warc":
        return _warc(name, data)
    if kind == "mail":
        return read_message(name, data)
    if kind == "mbox":
        return read_mailbox(name, data)
    if kind == "feed":
        return read_feed(name, data, delivery)
    if kind == "docx":
        return _one(read_docx(name, data))
    if kind == "pdf":
        return _one(read_pdf(name, data))
    if not kind:
        return (), (
            report(
                "no-article",
                "an OPML file lists feeds and holds no articles",
                Place(name),
                help="save the feeds themselves and import those",
            ),
        )
    return _textual(name, data, kind, fields, first, delivery)


def _one(result: tuple[RawDocument | None, tuple[Diagnostic, ...]]) -> Detected:
    document, found = result
    return ((document,) if document else ()), found


def _textual(
    name: str,
    data: bytes,
    kind: str,
    fields: FieldMap = (),
    first: int = 1,
    delivery: Delivery = _NO_DELIVERY,
) -> Detected:
    if kind == "text":
        return _one(read_text(name, data, loose=True, declared=delivery.charset))
    declared = delivery.charset or (page_charset(data) if kind == "html" else "")
    plain, found = read_text(name, data, len(data), declared=declared)
    if plain is None:
        return (), found
    text = data.decode(plain.encoding, "replace")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if kind == "html":
        documents, more = _one(read_page(name, text, delivery.address))
    elif kind == "json":
        documents, more = read_json_file(name, text, fields, first)
    else:
        documents, more = _one(read_markdown_file(name, text))
    return documents, (*found, *more)


def _zip(name: str, data: bytes, depth: int, fields: FieldMap, budget: _UnpackBudget) -> Detected:
    """Every file of an archive, by name."""
    if depth >= _DEPTH:
        return (), (
            report(
                "broken-file",
                "archives lie too deep in each other",
                Place(name),
                help="unpack it and import the folder",
            ),
        )
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    for member in _members(name, data, budget):
        if isinstance(member, Diagnostic):
            found.append(member)
        else:
            more, wrong = _read(f"{name}/{member[0]}", member[1], "", depth + 1, fields, 1, budget)
            documents += more
            found += wrong
    return tuple(documents), tuple(found)


def _members(name: str, data: bytes, budget: _UnpackBudget) -> Iterator[tuple[str, bytes] | Diagnostic]:
    """Names and bytes of the files of an archive, and what is wrong with it."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
            for member in members:
                base = member.filename.rpartition("/")[2]
                if base.startswith(".") or member.filename.startswith("__MACOSX/"):
                    continue
                budget.bytes -= member.file_size
                budget.members -= 1
                if budget.bytes < 0 or budget.members < 0:
                    what = "500 MB" if budget.bytes < 0 else f"{_MEMBERS} files"
                    yield report(
                        "too-large",
                        f"the archive unpacks to more than {what}",
                        Place(name),
                        help="unpack it and import parts of it",
                    )
                    return
                yield member.filename, archive.read(member)
    except (*_DAMAGE, BadZipFile, RuntimeError, NotImplementedError, OSError, LZMAError, struct.error) as error:
        yield report(
            "broken-file",
            f"the archive cannot be read: {str(error).lower()}",
            Place(name),
            help="download or pack it again; encrypted archives must be unpacked first",
        )


def _warc(name: str, data: bytes) -> Detected:
    """The HTML pages of a web archive."""
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    for number, page in enumerate(_pages(name, data), 1):
        if isinstance(page, Diagnostic):
            found.append(page)
        elif page[1]:
            more, _ = _textual(f"{name}#{number}", page[1], "html", delivery=Delivery(charset=page[2]))
            documents += (_addressed(document, page[0]) for document in more)
    if not documents and not found:
        found.append(
            report(
                "no-article",
                "the web archive holds no page with an article",
                Place(name),
                help="check that it was recorded to the end",
            )
        )
    return tuple(documents), tuple(found)


def _pages(name: str, data: bytes) -> Iterator[tuple[str, bytes, str] | Diagnostic]:
    """Addresses, HTML and declared encodings of the records of a web archive, no HTML for other records, and what is
    wrong with it."""
    left = _PAGES
    try:
        for record in ArchiveIterator(BytesIO(data)):
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in kind:
                yield "", b"", ""
                continue
            body = record.content_stream().read(LIMIT)
            left -= len(body)
            if left < 0:
                yield report(
                    "too-large",
                    "the pages of the web archive are larger than 2 GB",
                    Place(name),
                    help="split it, and import the parts; everything before that was read",
                )
                return
            charset = read_content_type(kind)[1]
            yield record.rec_headers.get_header("WARC-Target-URI") or "", body, charset
    except (*_DAMAGE, ArchiveLoadFailed, gzip.BadGzipFile, AttributeError, TypeError) as error:
        yield report(
            "broken-file",
            f"the web archive cannot be read: {str(error).strip().lower()}",
            Place(name),
            help="download it again; everything before the fault was read",
        )


def _made_whole(document: RawDocument, address: str) -> RawDocument:
    """A document of a feed that was found at an address, from which its own may start."""
    url = document.given.url
    return replace(document, given=replace(document.given, url=whole_url(address, url))) if url else document


def _addressed(document: RawDocument, address: str) -> RawDocument:
    if document.given.url or not address.startswith("http"):
        return document
    return replace(document, given=replace(document.given, url=address))
