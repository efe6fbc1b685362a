"""What no reader of a PDF file sees: remarks and bytes between its objects, objects that nothing names, and what is
behind the end of the file or of packed content. It is overwritten where it is."""

import re
import zlib
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.output.unclear import Unclear

_STREAM = regex(rb"\bstream\r?\n(.*?)endstream\b", re.DOTALL)
_OBJECT = regex(rb"(?<!\d)(\d+)\s+(\d+)\s+obj\b")
_NAMED = regex(rb"(?<!\d)(\d+)\s+\d+\s+R\b")
_PARTS = regex(
    rb"(?P<string>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\))*\))|(?P<remark>%[^\r\n]*)",
    re.DOTALL,
)
_KEPT = regex(rb"%PDF-\d|%%EOF\s*\Z|%[\x80-\xff]{1,8}\s*\Z")
_ALONE = regex(rb"/Type\s*/(?:ObjStm|XRef)\b|/Linearized\b|/S\s+\d")
"""Objects that no other one names: stores of objects, tables, and hints for slow lines."""
_BETWEEN = regex(rb"(?<=endobj)(.*?)(?=(?<!\d)\d+\s+\d+\s+obj\b|\bxref\b|\btrailer\b|\bstartxref\b|\Z)", re.DOTALL)
_MOST = 100_000_000


def wipe_gaps(data: bytes, packed: bytes) -> bytes:
    """A document of the same length, but for its tail, without what no reader sees; ``packed`` is what its stores of
    objects hold. Raises Unclear for one with several states of an object."""
    end = data.rfind(b"%%EOF")
    if end < 0:
        raise Unclear
    data = data[: end + 5] + b"\n" * (data[end + 5 :] != b"")
    out = bytearray(data)
    plain = bytearray(data)
    for found in _STREAM.finditer(data):
        plain[found.start(1) : found.end(1)] = b" " * (found.end(1) - found.start(1))
        _wipe_behind(data, out, found)
    for found in _PARTS.finditer(bytes(plain)):
        if found["remark"] and not _KEPT.match(found[0]):
            _blank(out, found.start(), found.end())
            _blank(plain, found.start(), found.end())
    for found in _BETWEEN.finditer(bytes(plain)):
        # Nothing but blanks and the mark of the end may be there.
        for one in re.finditer(rb"[^\s]+", found[1]):
            if one[0] != b"%%EOF":
                _blank(out, found.start() + one.start(), found.start() + one.end())
    _wipe_unnamed(bytes(plain), out, packed)
    return bytes(out)


def _blank(out: bytearray, start: int, end: int) -> None:
    out[start:end] = b" " * (end - start)


def _wipe_behind(data: bytes, out: bytearray, stream: re.Match[bytes]) -> None:
    """Overwrite what is in a stream behind the end of its packed content."""
    head = data[max(0, data.rfind(b" obj", 0, stream.start())) : stream.start()]
    if not re.search(rb"/Filter\s*(?:\[\s*)?/FlateDecode\b", head):
        return
    reader = zlib.decompressobj()
    try:
        reader.decompress(stream[1], _MOST)
    except zlib.error:
        return
    rest = reader.unused_data
    if reader.eof and rest.strip(b"\0\r\n "):
        out[stream.end(1) - len(rest) : stream.end(1)] = bytes(len(rest) - 1) + b"\n"


def _objects(plain: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of what each object holds."""
    for found in _OBJECT.finditer(plain):
        end = plain.find(b"endobj", found.end())
        yield int(found[1]), found.end(), end if end >= 0 else len(plain)


def _wipe_unnamed(plain: bytes, out: bytearray, packed: bytes) -> None:
    objects = list(_objects(plain))
    if len({number for number, _, _ in objects}) < len(objects):
        raise Unclear
    named = {int(number) for number in _NAMED.findall(plain + b"\n" + packed)}
    # A table of objects that is packed names its root and its facts in its own head.
    for number, start, end in objects:
        if number not in named and not _ALONE.search(plain[start:end]):
            content = b" null"
            out[start:end] = (
                (content + b" " * (end - start - len(content))) if end - start >= 6 else b" " * (end - start)
            )
