"""PDF files (ISO 32000): what names persons, programs and times is overwritten where it is, since the table of objects
counts in bytes.

One that is locked or signed, that holds earlier states of itself, or the layers of Illustrator, is refused.
"""

import re
import zlib
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.output.media.pdf_gaps import wipe_gaps
from annotated_briefings.output.unclear import Unclear

PDF = b"%PDF-"
_REFUSED = regex(rb"/Encrypt\b|/ByteRange\b|/AIPrivateData|/AIMetaData|/EmbeddedFiles?\b")
_INFO = regex(rb"/Info\s+(\d+)\s+(\d+)\s+R")
_PACKET = regex(rb"(<\?xpacket begin=[^>]*\?>)(.*?)(<\?xpacket end=[^>]*\?>)", re.DOTALL)
_STREAM = regex(rb"<<((?:[^<>]|<[^<>]*>|<<(?:[^<>]|<[^<>]*>|<<[^<>]*>>)*>>)*)>>\s*stream\r?\n")
_SEGMENT = regex(rb"\xff[\xe1\xed](..)(?:Exif\0\0|http://ns\.adobe\.com/|Photoshop 3\.0\0)", re.DOTALL)
_STRING = regex(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)|(?<!<)<[0-9A-Fa-f\s]*>(?!>)", re.DOTALL)
_LINEAR = 1024
_MOST = 100_000_000


def clean_pdf(data: bytes) -> bytes:
    """A document of the same length, but for what is behind its end, without metadata. Raises Unclear."""
    ends = data.count(b"%%EOF")
    if _REFUSED.search(data) or ends > (2 if b"/Linearized" in data[:_LINEAR] else 1):
        raise Unclear
    out = bytearray(data)
    for found in _PACKET.finditer(data):
        out[found.start(2) : found.end(2)] = b" " * (found.end(2) - found.start(2))
    for found in _SEGMENT.finditer(data):
        size = int.from_bytes(found[1])
        out[found.start(1) + 2 : found.start(1) + size] = bytes(max(0, size - 2))
    numbers = {int(found[1]) for found in _INFO.finditer(data)}
    plain = {number for number in numbers if _blank_object(data, out, number)}
    packed = _clean_streams(data, out, numbers - plain)
    if numbers - plain - packed:
        raise Unclear
    made = bytes(out)
    return wipe_gaps(made, b"\n".join(_stored_objects(made)))


def _stored_objects(data: bytes) -> Iterator[bytes]:
    """What the packed stores of objects hold."""
    for found in _STREAM.finditer(data):
        if b"/ObjStm" in found[1]:
            packed = b"/FlateDecode" in found[1]
            yield _unpacked(data[found.end() :]) if packed else data[found.end() : data.find(b"endstream", found.end())]


def _blank_object(data: bytes, out: bytearray, number: int) -> bool:
    """Blank the texts of an object that is plainly in a file; whether there is one."""
    there = False
    for found in re.finditer(rb"(?<!\d)%d\s+\d+\s+obj\b" % number, data):
        end = data.find(b"endobj", found.end())
        out[found.end() : end] = _blank(data[found.end() : end])
        there = True
    return there


def _blank(text: bytes) -> bytes:
    """A text whose strings are blanks."""

    def blank(found: re.Match[bytes]) -> bytes:
        inner = len(found[0]) - 2
        return b"(" + b" " * inner + b")" if found[0][:1] == b"(" else b"<" + (b"20" * inner)[:inner] + b">"

    return _STRING.sub(blank, text)


def _clean_streams(data: bytes, out: bytearray, numbers: set[int]) -> set[int]:
    """Blank some objects and all metadata in packed streams; the numbers of the objects that were there."""
    done: set[int] = set()
    for found in _STREAM.finditer(data):
        head = found[1]
        if b"/ObjStm" not in head and not re.search(rb"/Type\s*/Metadata\b", head):
            continue
        if b"/FlateDecode" not in head:
            continue
        end = data.find(b"endstream", found.end())
        if b"/DecodeParms" in head or end < 0:
            raise Unclear
        # The end of line before the word is no part of the stream.
        end -= len(data[found.end() : end]) - len(data[found.end() : end].removesuffix(b"\n").removesuffix(b"\r"))
        content = data[found.end() : end]
        unpacked = _unpacked(content)
        if b"/ObjStm" in head:
            made, inside = _blank_in_objects(head, unpacked, numbers)
            done |= inside
        else:
            made = b" " * len(unpacked)
        if made != unpacked:
            packed = zlib.compress(made, 9)
            if len(packed) > len(content):
                raise Unclear
            out[found.end() : end] = packed + bytes(len(content) - len(packed))
    return done


def _unpacked(content: bytes) -> bytes:
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(content, _MOST)
    except zlib.error as error:
        raise Unclear from error
    if reader.unconsumed_tail:
        raise Unclear
    return found


def _blank_in_objects(head: bytes, content: bytes, numbers: set[int]) -> tuple[bytes, set[int]]:
    first = re.search(rb"/First\s+(\d+)", head)
    if not first:
        raise Unclear
    start = int(first[1])
    pairs = list(_pairs(content[:start]))
    made, inside = content, set[int]()
    for at, (number, offset) in enumerate(pairs):
        if number in numbers:
            stop = start + pairs[at + 1][1] if at + 1 < len(pairs) else len(content)
            made = made[: start + offset] + _blank(content[start + offset : stop]) + made[stop:]
            inside.add(number)
    return made, inside


def _pairs(head: bytes) -> Iterator[tuple[int, int]]:
    numbers = [int(word) for word in head.split() if word.isdigit()]
    return zip(numbers[::2], numbers[1::2], strict=False)
