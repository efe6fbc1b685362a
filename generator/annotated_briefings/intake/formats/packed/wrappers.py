"""Files around one file: packed by gzip, a page as Safari saves it, a message as Apple Mail keeps it."""

import plistlib
import zlib
from typing import Any
from xml.parsers.expat import ExpatError

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile

_MOST = 300_000_000
"""Bytes that a packed file may have when it is unpacked."""
_GZIP = b"\x1f\x8b"
_PLIST = (b"bplist00", b"<?xml")
_KEPT = regex(rb"\s*(\d{1,10})[ \t]*\r?\n(?=[A-Za-z][\w-]*:|From )")
"""The number of bytes of a message, on the line above it."""
_DAMAGE = (zlib.error, plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError,
           OverflowError, RecursionError, AttributeError)  # fmt: skip


class Inside(Value):
    """The file in a wrapper."""

    name: str
    """Its name."""
    data: bytes
    """Its bytes."""
    address: str = ""
    """Where it was found, if the wrapper says so."""
    media: str = ""
    """Its media type."""
    charset: str = ""
    """Its encoding."""


def unwrapped(name: str, data: bytes) -> Inside | None:
    """What a wrapper holds; None for any other file, and for a damaged one. Raises ``BrokenFile`` for what was packed
    by gzip and is damaged."""
    try:
        if data.startswith(_GZIP) and not name.lower().endswith((".warc.gz", ".arc.gz", ".tgz", ".tar.gz")):
            return _unpacked(name, data)
        if data.startswith(_PLIST) and b"WebMainResource" in data:
            return _saved(name, plistlib.loads(data))
        length = _KEPT.match(data) if name.lower().endswith((".emlx", ".partial.emlx")) else None
        if length:
            return Inside(name, data[length.end() : length.end() + int(length[1])], media="message/rfc822")
    except BrokenFile:
        raise
    except _DAMAGE:
        return None
    return None


def _unpacked(name: str, data: bytes) -> Inside | None:
    """The content of a gzip file; None where that is a web archive, or an archive of several files."""
    inner, rest = b"", data
    try:
        while rest.startswith(_GZIP):
            reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
            inner += reader.decompress(rest, _MOST - len(inner))
            if reader.unconsumed_tail or inner.startswith(b"WARC/") or inner[257:262] == b"ustar":
                return None
            if not reader.eof:
                raise BrokenFile("it is cut off")
            rest = reader.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise BrokenFile("it is damaged") from error
    return Inside(name[:-3] if name.lower().endswith(".gz") else name, inner)


def _saved(name: str, archive: Any) -> Inside:
    """The page of a web archive of Safari."""
    page = archive["WebMainResource"]
    return Inside(
        name,
        bytes(page["WebResourceData"]),
        str(page.get("WebResourceURL") or ""),
        str(page.get("WebResourceMIMEType") or "").lower(),
        str(page.get("WebResourceTextEncodingName") or "").lower(),
    )
