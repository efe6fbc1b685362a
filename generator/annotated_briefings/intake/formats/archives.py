"""What lies in archives: the files of a zip file, and the pages of a web archive. The home of warcio."""

import gzip
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.kinds import read_content_type
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
    """The pages of an export that are about the account: lists of what somebody reads and claps for (Medium)."""
    pages = [name for name in names if name.endswith(".html")]
    folders = {part for name in pages for part in name.split("/")[:-1]}
    if not {"posts", "profile"} <= folders:
        return frozenset()
    return frozenset(name for name in pages if "posts" not in name.split("/")[:-1])


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


def archived_pages(name: str, data: bytes) -> Iterator[tuple[str, bytes, str] | Diagnostic]:
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
