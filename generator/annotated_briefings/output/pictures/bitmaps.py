"""Icons, cursors and bitmaps of Windows (ICO, CUR, BMP) with their pixels alone: each picture in one is written anew,
and nothing of what lies between, before or behind them."""

import struct
from collections.abc import Callable, Iterator

from annotated_briefings.output.pictures.chunks import PNG
from annotated_briefings.output.unclear import Unclear

ICON, CURSOR = b"\0\0\1\0", b"\0\0\2\0"
BITMAP = b"BM"
_HEAD, _ENTRY = 6, 16
_HEADERS = (12, 40, 52, 56, 108, 124)
"""Bytes of the headers that a bitmap may have."""
_PLAIN, _RLE, _FIELDS = 0, (1, 2), (3, 6)
"""How pixels are written: one after the other, in runs, by masks of colours."""
_SRGB = b"BGRs"


def is_icon(data: bytes) -> bool:
    """Whether a file begins as an icon or a cursor does: a list of pictures, each with its place behind the list."""
    if not data.startswith((ICON, CURSOR)) or len(data) < _HEAD + _ENTRY:
        return False
    (count,) = struct.unpack_from("<H", data, 4)
    size, at = struct.unpack_from("<II", data, _HEAD + 8)
    return 0 < count < 256 and data[_HEAD + 3] == 0 and size > 0 and at >= _HEAD + _ENTRY * count


def is_bitmap(data: bytes) -> bool:
    """Whether a file begins as a bitmap does."""
    return data.startswith(BITMAP) and len(data) >= 18 and struct.unpack_from("<I", data, 14)[0] in _HEADERS


def clean_icon(data: bytes, clean_png: Callable[[bytes], bytes]) -> bytes:
    """An icon or a cursor whose pictures are one behind the other. Raises Unclear."""
    pictures = list(_pictures(data, clean_png))
    at = _HEAD + _ENTRY * len(pictures)
    table = []
    for entry, picture in pictures:
        table.append(entry[:8] + struct.pack("<II", len(picture), at))
        at += len(picture)
    return data[:_HEAD] + b"".join(table) + b"".join(picture for _, picture in pictures)


def _pictures(data: bytes, clean_png: Callable[[bytes], bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The entries of the list and their pictures."""
    (count,) = struct.unpack_from("<H", data, 4)
    for number in range(count):
        entry = data[_HEAD + _ENTRY * number : _HEAD + _ENTRY * (number + 1)]
        if len(entry) < _ENTRY:
            raise Unclear
        size, at = struct.unpack_from("<II", entry, 8)
        picture = data[at : at + size]
        if len(picture) < size:
            raise Unclear
        yield entry, clean_png(picture) if picture.startswith(PNG) else _half_bitmap(picture)


def _half_bitmap(data: bytes) -> bytes:
    """A bitmap as icons hold it: without the header of a file, and with its mask below its colours."""
    if len(data) < 40 or struct.unpack_from("<I", data)[0] != 40:
        raise Unclear
    width, height, _, bits, kind = struct.unpack_from("<iiHHI", data, 4)
    if kind not in (_PLAIN, *_FIELDS) or width <= 0 or height <= 0 or bits not in (1, 4, 8, 16, 24, 32):
        raise Unclear
    rows = height // 2
    colours = 40 + _colours(data, bits) + (12 if kind in _FIELDS else 0) + _row(width, bits) * rows
    mask = _row(width, 1) * rows
    # Icons of 32 bits have their mask in the pixels, and often no other.
    end = colours if bits == 32 and len(data) < colours + mask else colours + mask
    if len(data) < end:
        raise Unclear
    return _without_size(data[:40]) + data[40:end]


def _without_size(header: bytes) -> bytes:
    """A header with zero in the fields of resolution, which nothing shows."""
    return header[:24] + bytes(8) + header[32:]


def _row(width: int, bits: int) -> int:
    return (width * bits + 31) // 32 * 4


def _colours(data: bytes, bits: int) -> int:
    (used,) = struct.unpack_from("<I", data, 32)
    if used > 256:
        raise Unclear
    return 4 * (used or (1 << bits if bits <= 8 else 0))


def clean_bitmap(data: bytes) -> bytes:
    """A bitmap without what lies between its parts and behind it, and without the name of a colour profile. Raises
    Unclear."""
    (start, size) = struct.unpack_from("<II", data, 10)
    header = data[14 : 14 + size]
    if size not in _HEADERS or len(header) < size:
        raise Unclear
    if size == 12:
        width, height, _, bits = struct.unpack_from("<HHHH", header, 4)
        kind, table, stored = _PLAIN, 3 * (1 << bits if bits <= 8 else 0), 0
    else:
        width, height, _, bits, kind, stored = struct.unpack_from("<iiHHII", header, 4)
        table = _colours(header, bits) + ({3: 12, 6: 16}.get(kind, 0) if size == 40 else 0)
    if kind not in (_PLAIN, *_RLE, *_FIELDS) or width <= 0 or (kind in _RLE and not stored):
        raise Unclear
    length = stored if kind in _RLE else _row(width, bits) * abs(height)
    pixels, colours = data[start : start + length], data[14 + size : 14 + size + table]
    if len(pixels) < length or len(colours) < table or start < 14 + size + table:
        raise Unclear
    if size == 124:
        # The profile may be the path of a file.
        header = header[:56] + _SRGB + header[60:112] + bytes(8) + header[120:]
    at = 14 + size + table
    return BITMAP + struct.pack("<IHHI", at + length, 0, 0, at) + header + colours + pixels
