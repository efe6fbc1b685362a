"""What lies in archives: the files of a zip file, and the pages of a web archive. The home of warcio."""

import gzip
import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.kinds import may_be_archived, read_content_type
from annotated_briefings.intake.formats.text import LIMIT

_MEMBERS, _UNPACKED = 20_000, 500_000_000
"""Files in an archive, and bytes unpacked: more than this is no collection but a trap."""
_PAGES = 2_000_000_000
"""Bytes of pages that are read from one web archive."""
_DAMAGE = (zlib.error, EOFError, ValueError, LookupError)
"""What the readers of archives raise for damaged ones, besides errors of their own."""
ZIP_DAMAGE = (*_DAMAGE, BadZipFile, RuntimeError, NotImplementedError, OSError, LZMAError, struct.error)
"""What the reader of zip files raises for damaged ones."""
_STATED = 200
_WEB_ARCHIVE = re.compile(r"(?:.*/)?archive/[^/]+\.(?:warc|arc)(?:\.gz)?", re.IGNORECASE)


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


@dataclass(slots=True)
class UnpackBudget:
    """Bytes and members that may still be unpacked from an archive and all archives in it."""

    bytes: int = _UNPACKED
    members: int = _MEMBERS


def zip_contents(data: bytes) -> tuple[frozenset[str], str]:
    """The names of what lies in a zip file, and what its file `mimetype` states; nothing for a damaged one."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            stated = "mimetype" in names and archive.getinfo("mimetype").file_size < _STATED
            return names, archive.read("mimetype").decode("latin-1").strip() if stated else ""
    except ZIP_DAMAGE:
        return frozenset(), ""


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
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = accumulate(archive.getinfo(name).file_size for name in names)
            return {name: archive.read(name) for name, size in zip(names, sizes, strict=True) if size <= LIMIT}
    except ZIP_DAMAGE:
        return {}


def zip_members(name: str, data: bytes, budget: UnpackBudget) -> Iterator[tuple[str, bytes] | Diagnostic]:
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
    except ZIP_DAMAGE as error:
        yield report(
            "broken-file",
            f"the archive cannot be read: {str(error).lower()}",
            Place(name),
            help="download or pack it again; encrypted archives must be unpacked first",
        )


def archived_pages(name: str, data: bytes) -> Iterator[ArchivedPage | Diagnostic]:
    """What servers answered, in the order of the records of a web archive, and what is wrong with it; answers without
    their bytes where they are not read: errors, redirections, scripts, pictures and the like."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left = _PAGES
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(data)), 1):
            if record.rec_type != "response" or not record.http_headers:
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            media, charset = read_content_type(record.http_headers.get_header("Content-Type", ""))
            status = record.http_headers.get_statuscode() or "200"
            if not status.startswith("2") or not may_be_archived(media):
                yield ArchivedPage(number, address, b"", media, status=status)
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
            yield ArchivedPage(number, address, body, media, charset, status)
    except (*_DAMAGE, ArchiveLoadFailed, gzip.BadGzipFile, AttributeError, TypeError) as error:
        yield report(
            "broken-file",
            f"the web archive cannot be read: {str(error).strip().lower()}",
            Place(name),
            help="download it again; everything before the fault was read",
        )
