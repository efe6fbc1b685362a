"""The words of files that are no plain texts: papers, mails, and what is packed in zip and gzip files."""

import re
import zlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import is_text_file

_RTF, _ZIP, _GZIP, _PDF = b"{\\rtf", b"PK\x03\x04", b"\x1f\x8b", b"%PDF-"
_MAILS = (".eml", ".mht", ".mhtml", ".mbox")
_CONTROL = regex(
    rb"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|\?)?|\\([{}\\])|\\(par|line|tab|cell|row)\b ?|\\[-_*|:]"
    rb"|\\[a-z]+-?\d* ?|[{}\r\n]"
)
_HEAD = 512
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_LONGEST, _DEEPEST = 100_000_000, 4


def holds_words(head: bytes) -> bool:
    """Whether a file that is no text by its name may hold words, by its first bytes."""
    return head.startswith((_RTF, _ZIP, _GZIP, _PDF)) or (b"\0" not in head and bool(head))


def words_of(path: str, data: bytes) -> bytes:
    """The words of a file, in UTF-8 or as they are written; those of a plain text are the text."""
    return b"\n".join(_words(path.lower(), data, 0))


def _words(path: str, data: bytes, depth: int) -> Iterator[bytes]:
    if data.startswith(_RTF):
        yield _rich_text(data)
    elif data.startswith(_PDF):
        yield _paper(data)
    elif data.startswith(_ZIP) and depth < _DEEPEST:
        yield from _zip(data, depth)
    elif data.startswith(_GZIP) and depth < _DEEPEST:
        yield from _words(path.removesuffix(".gz"), _gzip(data), depth + 1)
    elif path.endswith(_MAILS):
        yield data
        yield from _mail(data)
    elif not depth or is_text_file(path) or holds_words(data[:_HEAD]) or data[:2] in _WIDE:
        yield data


def _rich_text(data: bytes) -> bytes:
    def read(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return bytes((int(found[1], 16),)).decode("cp1252", "replace").encode()
        if found[2]:
            return (
                chr(int(found[2]) % 65536).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
            )
        return found[3] or (b"\n" if found[4] else b"")

    return _CONTROL.sub(read, data)


def _paper(data: bytes) -> bytes:
    # Loaded only where a paper is read: most sites have none.
    from annotated_briefings.intake.formats.office.pdf.letters import UnreadablePdf, read_letters

    try:
        pages, _ = read_letters(data)
    except UnreadablePdf:
        return b""
    return "\n".join("".join(one.text for one in page.letters) + page.sideways for page in pages).encode()


def _zip(data: bytes, depth: int) -> Iterator[bytes]:
    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > _LONGEST:
                return
            for info in packed.infolist():
                yield info.filename.encode("utf-8", "replace")
                yield from _words(info.filename.lower(), packed.read(info), depth + 1)
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error):
        return


def _gzip(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _LONGEST)
    except zlib.error:
        return b""


def _mail(data: bytes) -> Iterator[bytes]:
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        content = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(content, bytes):
            try:
                yield content.decode(part.get_content_charset("utf-8"), "replace").encode("utf-8", "replace")
            except LookupError:
                yield content
