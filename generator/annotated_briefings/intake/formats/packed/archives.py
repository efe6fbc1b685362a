"""What lies in archives: the files of a zip file, and the pages of a web archive. The home of warcio."""

import logging
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.kinds import may_be_archived, read_content_type
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile, BrokenPart, ZipArchive
from annotated_briefings.intake.formats.text import LIMIT

# What warcio would say about odd records, in words of its own: what cannot be read is reported by us.
logging.getLogger("warcio").addHandler(logging.NullHandler())
_MEMBERS, _UNPACKED = 20_000, 500_000_000
"""Files in an archive, and bytes unpacked: more than this is no collection but a trap."""
_PAGES = 2_000_000_000
"""Bytes of pages that are read from one web archive."""
_DAMAGE = (zlib.error, EOFError, ValueError, LookupError, OSError, AttributeError, TypeError)
"""What the reader of web archives raises for damaged ones, besides errors of its own."""
_STATED = 200
_CHUNK = 65_536
_WEB_ARCHIVE = regex(r"(?:.*/)?archive/[^/]+\.(?:warc|arc)(?:\.gz)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """What a server answered, as a web archive holds it."""

    number: int
    """Number of its record, from 1."""
    address: str
    """Where it was found."""
    data: bytes
    """Its bytes; empty for what is not read."""
    media: str
    """Its declared media type."""
    charset: str = ""
    """Its declared encoding."""
    status: str = "200"
    """The status of the answer."""
    robots: str = ""
    """What it tells programs of search."""


@dataclass(slots=True)
class UnpackBudget:
    """Bytes and members that may still be unpacked from an archive and all archives in it."""

    bytes: int = _UNPACKED
    members: int = _MEMBERS


def zip_contents(data: bytes) -> tuple[frozenset[str], str]:
    """The names of what lies in a zip file, and what its file `mimetype` states; nothing for a damaged one."""
    try:
        archive = ZipArchive(data)
    except BrokenFile:
        return frozenset(), ""
    try:
        stated = archive.read("mimetype") if 0 < archive.size("mimetype") < _STATED else b""
    except BrokenFile:
        stated = b""
    return archive.names, stated.decode("latin-1").strip()


def account_pages(names: Iterable[str]) -> frozenset[str]:
    """The pages of an export that are about the account: lists of what somebody reads and claps for (Medium), or
    of the posts themselves (Tumblr)."""
    every = frozenset(names)
    if "posts.zip" in every:
        return frozenset(name for name in every if name.startswith("payload") and name.endswith(".json"))
    if "posts_index.html" in every:
        return frozenset(("posts_index.html",))
    pages = [name for name in every if name.endswith(".html")]
    folders = {part for name in pages for part in name.split("/")[:-1]}
    if not {"posts", "profile"} <= folders:
        return frozenset()
    return frozenset(name for name in pages if "posts" not in name.split("/")[:-1])


def index_files(names: Iterable[str]) -> frozenset[str]:
    """The files of a packed web archive (WACZ) that only tell what is in it."""
    every = frozenset(names)
    packed = "datapackage.json" in every and any(_WEB_ARCHIVE.fullmatch(name) for name in every)
    return frozenset(name for name in every if packed and not _WEB_ARCHIVE.fullmatch(name))


def read_members(data: bytes, names: Sequence[str]) -> dict[str, bytes]:
    """Some files of a zip file by their names, as many as are small together."""
    out: dict[str, bytes] = {}
    try:
        archive = ZipArchive(data)
    except BrokenFile:
        return out
    sizes = accumulate(map(archive.size, names))
    for name, size in zip(names, sizes, strict=True):
        with suppress(BrokenFile):
            out |= {name: archive.read(name)} if size <= LIMIT else {}
    return out


def zip_members(
    name: str, data: bytes, budget: UnpackBudget
) -> Iterator[tuple[str, bytes] | tuple[str, BrokenPart] | Diagnostic]:
    """Names of the files of an archive with their bytes, or with why they cannot be read; what is wrong with it."""
    try:
        archive = ZipArchive(data)
    except BrokenFile as error:
        remedy = "download it or pack it again"
        yield report("broken-file", f"the archive cannot be read: {error}", Place(name), help=remedy)
        return
    for member in archive.parts:
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
        try:
            yield member.filename, archive.read(member)
        except BrokenPart as error:
            yield member.filename, error


def archived_pages(name: str, data: bytes) -> Iterator[ArchivedPage | Diagnostic]:
    """What servers answered, in the order of the records of a web archive, and what is wrong with it; answers without
    their bytes where they are not read: errors, redirections, scripts, pictures and the like."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left, number, start, end = _PAGES, 0, 0, 0
    try:
        every = ArchiveIterator(BytesIO(data))
        every.INC_RECORD = ""  # What it would print, in words of its own.
        for number, record in enumerate(every, 1):
            page = _page(number, record)
            left -= len(page.data) if page else 0
            if left < 0:
                yield report(
                    "too-large",
                    "the pages of the web archive are larger than 2 GB",
                    Place(name),
                    help="split it, and import the parts; everything before that was read",
                )
                return
            if every.err_count or _is_cut(record):
                yield _damaged(name, number)
                return
            start, end = every.get_record_offset(), every.get_record_offset() + every.get_record_length()
            if page:
                yield page
        if not _is_whole(data, start, end):
            yield _damaged(name, number + 1)
    except (*_DAMAGE, ArchiveLoadFailed) as error:
        yield _packed_as_one(name) if "non-chunked" in str(error).lower() else _damaged(name, number + 1)


def _page(number: int, record: Any) -> ArchivedPage | None:
    """What a record holds that a server answered; None for all other records."""
    if record.rec_type != "response" or not record.http_headers:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    media, charset = read_content_type(record.http_headers.get_header("Content-Type", ""))
    status = record.http_headers.get_statuscode() or "200"
    if not status.startswith("2") or not may_be_archived(media):
        return ArchivedPage(number, address, b"", media, status=status)
    robots = ", ".join(value for key, value in record.http_headers.headers if key.lower() == "x-robots-tag")
    return ArchivedPage(number, address, record.content_stream().read(LIMIT), media, charset, status, robots)


def _is_cut(record: Any) -> bool:
    """Whether a record ends in its head, or before the length that it states."""
    content = record.raw_stream
    while content.read(_CHUNK):
        pass
    headless = record.format == "warc" and not record.rec_headers.get_header("Content-Length")
    return headless or getattr(content, "limit", 0) > 0


def _is_whole(data: bytes, start: int, end: int) -> bool:
    """Whether a web archive ends with the last record that was found: whole, and nothing but blank lines below."""
    if data[start : start + 2] == b"\x1f\x8b":
        last = zlib.decompressobj(zlib.MAX_WBITS | 16)
        rest = data[start:end]
        while rest and not last.eof:
            last.decompress(rest, _CHUNK)
            rest = last.unconsumed_tail
        return last.eof and not data[end:].strip(b"\0\r\n")
    return not data[end:].strip()


def _packed_as_one(name: str) -> Diagnostic:
    """The diagnostic for a web archive that was packed as a whole, not record by record."""
    message = "the web archive cannot be read to its end: its records are not packed one by one"
    return report("broken-file", message, Place(name), help="unpack it, and import the .warc file")


def _damaged(name: str, number: int) -> Diagnostic:
    """The diagnostic for a web archive that is read up to one of its records."""
    if number == 1:
        message, remedy = "the web archive cannot be read: its first record is damaged", "download it again"
    else:
        message = f"the web archive cannot be read from record {number} on: it is damaged or cut off there"
        remedy = "download it again; everything before the fault was read"
    return report("broken-file", message, Place(name), help=remedy)
