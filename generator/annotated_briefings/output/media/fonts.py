"""Fonts (OpenType, WOFF, WOFF2) with the tables that programs read and nothing else: no tables of the programs that
made them, no private block, nothing between the tables and nothing behind the end.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotated_briefings.base.regex import regex
from annotated_briefings.output.comments.markup import without_markup_comments
from annotated_briefings.output.unclear import Unclear

_SFNT = (b"\0\1\0\0", b"OTTO", b"true", b"typ1")
_COLLECTION, _WOFF, _WOFF2 = b"ttcf", b"wOFF", b"wOF2"
_TABLES = frozenset(
    """cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca prep gasp CFF CFF2 VORG EBDT EBLC EBSC CBDT CBLC
    sbix COLR CPAL BASE GDEF GPOS GSUB JSTF MATH avar cvar fvar gvar HVAR MVAR STAT VVAR hdmx kern LTSH MERG PCLT VDMX
    vhea vmtx acnt ankr bdat bhed bloc bsln fdsc feat fmtx gcid just kerx lcar ltag mort morx opbd prop trak xref Zapf
    hsty Silf Glat Gloc Feat Sill""".split()
)
"""Tables of OpenType, of Apple and of Graphite. ``DSIG``, a signature, goes: it is void when anything else goes."""
_DRAWINGS = "SVG"
_TIMES = "FFTM"
"""The times at which FontForge worked on a font: numbers alone."""
_WOFF2_TAGS = """cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca prep CFF VORG EBDT EBLC gasp hdmx kern LTSH
PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG sbix acnt avar bdat bloc bsln cvar fdsc
feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill""".split()
_REMARK = regex(rb"<!--|<metadata\b|<\?(?!xml\s)|\x1f\x8b")
_MOST = 100_000_000


class _Table(NamedTuple):
    tag: str
    checksum: int
    length: int
    """Bytes of the table when it is unpacked."""
    data: bytes


def is_font(head: bytes) -> bool:
    """Whether a file that begins with some bytes is a font."""
    tables = int.from_bytes(head[4:6])
    return head.startswith((_COLLECTION, _WOFF, _WOFF2)) or (head[:4] in _SFNT and 0 < tables < 256 and len(head) > 12)


def clean_font(data: bytes) -> bytes:
    """A font without what no program reads; the bytes that were given where there is no such thing. Raises Unclear."""
    try:
        if data.startswith(_WOFF2):
            return _clean_woff2(data)
        if data.startswith(_WOFF):
            return _clean_woff(data)
        if data.startswith(_COLLECTION):
            _check_collection(data)
            return data
        return _clean_sfnt(data)
    except (struct.error, zlib.error) as error:
        raise Unclear from error


def _kept(table: _Table, content: bytes) -> bool:
    if table.tag.rstrip() == _DRAWINGS:
        if _REMARK.search(content):
            raise Unclear
        return True
    return table.tag.rstrip() in _TABLES


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _clean_sfnt(data: bytes) -> bytes:
    tables = list(_sfnt_tables(data, 0))
    kept = [table for table in tables if _kept(table, table.data)]
    if len(kept) == len(tables) and _is_filled(data, [(0, 12 + 16 * len(tables)), *_stretches(data, 0)]):
        return data
    return _sfnt(data[:4], kept)


def _sfnt_tables(data: bytes, at: int) -> Iterator[_Table]:
    (count,) = struct.unpack_from(">H", data, at + 4)
    for number in range(count):
        tag, checksum, start, length = struct.unpack_from(">4sIII", data, at + 12 + 16 * number)
        if start + length > len(data):
            raise Unclear
        yield _Table(tag.decode("latin-1"), checksum, length, data[start : start + length])


def _stretches(data: bytes, at: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, at + 4)
    found = (struct.unpack_from(">II", data, at + 20 + 16 * number) for number in range(count))
    return [(start, start + length) for start, length in found]


def _is_filled(data: bytes, used: Sequence[tuple[int, int]]) -> bool:
    """Whether there is nothing but zeros outside of some stretches of a file."""
    at = 0
    for start, end in (*sorted(used), (len(data), len(data))):
        if data[at:start].strip(b"\0"):
            return False
        at = max(at, end)
    return True


def _sfnt(kind: bytes, tables: Sequence[_Table]) -> bytes:
    """A font of some tables, with its checksum made anew."""
    log = max(len(tables), 1).bit_length() - 1
    head = kind + struct.pack(">HHHH", len(tables), 16 << log, log, 16 * len(tables) - (16 << log))
    start = len(head) + 16 * len(tables)
    entries, store = b"", b""
    for table in sorted(tables, key=lambda table: table.tag):
        content = table.data
        if table.tag == "head":
            content = content[:8] + bytes(4) + content[12:]
        entries += struct.pack(">4sIII", table.tag.encode("latin-1"), _sum(content), start + len(store), table.length)
        store += _padded(content)
    made = bytearray(head + entries + store)
    for tag, _, at, length in struct.iter_unpack(">4sIII", entries):
        if tag == b"head" and length >= 12:
            made[at + 8 : at + 12] = ((0xB1B0AFBA - _sum(bytes(made))) & 0xFFFFFFFF).to_bytes(4)
    return bytes(made)


def _sum(data: bytes) -> int:
    padded = _padded(data)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


def _check_collection(data: bytes) -> None:
    """Refuse a collection of fonts that holds anything else: its fonts share tables, and nothing can be taken out."""
    major, _, count = struct.unpack_from(">HHI", data, 4)
    used = [(0, 12 + 4 * count + (12 if major == 2 else 0))]
    for (at,) in struct.iter_unpack(">I", data[12 : 12 + 4 * count]):
        tables = list(_sfnt_tables(data, at))
        if not all(_kept(table, table.data) for table in tables):
            raise Unclear
        used += [(at, at + 12 + 16 * len(tables)), *_stretches(data, at)]
    if (major == 2 and any(data[12 + 4 * count : 24 + 4 * count])) or not _is_filled(data, used):
        raise Unclear


def _clean_woff(data: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", data, 12)
    version, (meta_at, meta_length) = data[20:24], struct.unpack_from(">II", data, 24)
    kept: list[_Table] = []
    for number in range(count):
        tag, start, packed, length, checksum = struct.unpack_from(">4sIIII", data, 44 + 20 * number)
        if start + packed > len(data):
            raise Unclear
        content = data[start : start + packed]
        if packed < length:
            plain, content = _exactly(content, length)
        else:
            plain = content
        table = _Table(tag.decode("latin-1"), checksum, length, content)
        if _kept(table, plain):
            kept.append(table)
    meta = _notice(data[meta_at : meta_at + meta_length]) if meta_length else (0, b"")
    made = _woff(data[4:8], version, kept, meta)
    return data if made == data else made


def _exactly(packed: bytes, length: int) -> tuple[bytes, bytes]:
    """A table unpacked, and its packed bytes without what is behind them."""
    reader = zlib.decompressobj()
    plain = reader.decompress(packed, min(length + 1, _MOST))
    if len(plain) != length or not reader.eof:
        raise Unclear
    return plain, packed[: len(packed) - len(reader.unused_data)]


def _notice(packed: bytes) -> tuple[int, bytes]:
    """What a font tells of its licence in XML, without comments: its length and its packed bytes."""
    reader = zlib.decompressobj()
    plain = reader.decompress(packed, _MOST)
    made = without_markup_comments(plain.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    if made != plain:
        return len(made), zlib.compress(made, 9)
    return len(plain), packed[: len(packed) - len(reader.unused_data)]


def _woff(flavor: bytes, version: bytes, tables: Sequence[_Table], meta: tuple[int, bytes]) -> bytes:
    start = 44 + 20 * len(tables)
    entries, store = b"", b""
    for table in tables:
        place = start + len(store)
        entries += struct.pack(
            ">4sIIII", table.tag.encode("latin-1"), place, len(table.data), table.length, table.checksum
        )
        store += _padded(table.data)
    whole = 12 + 16 * len(tables) + sum(table.length + -table.length % 4 for table in tables)
    length, packed = meta
    meta_at = start + len(store) if packed else 0
    size = start + len(store) + len(packed)
    head = _WOFF + flavor + struct.pack(">IHHI", size, len(tables), 0, whole) + version
    return head + struct.pack(">IIIII", meta_at, len(packed), length, 0, 0) + entries + store + packed


def _clean_woff2(data: bytes) -> bytes:
    """A WOFF2 font without the blocks behind its tables. Those are packed together by Brotli, which Python cannot read:
    one with a table that no program reads is refused."""
    count, packed_size = struct.unpack_from(">H", data, 12)[0], struct.unpack_from(">I", data, 20)[0]
    if data[4:8] == _COLLECTION:
        raise Unclear
    at = 48
    for _ in range(count):
        flags = data[at]
        at += 1
        if flags & 63 == 63:
            tag = data[at : at + 4].decode("latin-1").rstrip()
            at += 4
        else:
            tag = _WOFF2_TAGS[flags & 63]
        length, at = _base128(data, at)
        changed = flags >> 6 != 3 if tag in ("glyf", "loca") else flags >> 6 != 0
        if changed:
            _, at = _base128(data, at)
        if tag not in _TABLES and not (tag == _TIMES and length == 28) and tag not in ("DSIG", "meta"):
            raise Unclear
    end = at + packed_size
    if end > len(data):
        raise Unclear
    made = _padded(data[:end])
    made = made[:8] + len(made).to_bytes(4) + made[12:28] + bytes(20) + made[48:]
    return data if made == data else made


def _base128(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(5):
        byte = data[at]
        value, at = value << 7 | byte & 127, at + 1
        if not byte & 128:
            return value, at
    raise Unclear
