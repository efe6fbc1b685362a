"""AVIF and HEIC without metadata (ISO/IEC 14496-12 and 23008-12): its bytes are overwritten where they are, since other
boxes point to the picture by its offset. JPEG XL and JPEG 2000: their boxes are left out."""

from collections.abc import Iterator, Sequence

from annotated_briefings.output.iso_boxes import Box, boxes
from annotated_briefings.output.unclear import Unclear

JXL, JP2 = b"\0\0\0\x0cJXL \r\n\x87\n", b"\0\0\0\x0cjP  \r\n\x87\n"
_CONTAINERS = frozenset((b"moov", b"trak", b"mdia", b"minf", b"stbl"))
_AT_TOP = frozenset((b"ftyp", b"meta", b"mdat", b"moov"))
"""Boxes of which a picture file is made; all others are overwritten."""
_OF_PROGRAMS = frozenset((b"uuid", b"udta", b"jumb", b"xml ", b"Exif", b"brob", b"jbrd", b"uinf"))
"""Boxes that hold what programs and cameras write about a picture."""
_PICTURES = frozenset(
    (b"av01", b"hvc1", b"hev1", b"grid", b"iovl", b"iden", b"tmap", b"jpeg", b"avc1", b"lhv1", b"vvc1")
)
"""Items that are pictures or parts of one; all others are about it."""


_EMPTY_EXIF = b"\0\0\0\0MM\0*\0\0\0\x08\0\0"
"""The offset of a TIFF structure, and one without entries."""


def clean_heif(data: bytes) -> bytes:
    """An AVIF or HEIC file of the same length, with zeros in place of metadata. Raises Unclear."""
    out = bytearray(data)
    todo = list(boxes(data, 0, len(data)))
    top = {box.at for box in todo}
    if not any(box.kind == b"moov" for box in todo):
        _wipe_between(data, out, todo)
    while todo:
        box = todo.pop()
        known = box.kind in _AT_TOP or box.at not in top
        if box.kind in _CONTAINERS:
            todo += boxes(data, box.start, box.end)
        elif box.kind in _OF_PROGRAMS or not known:
            out[box.at + 4 : box.at + 8] = b"free"
            _wipe(out, box.start, box.end)
        elif box.kind == b"meta":
            _wipe_items(data, out, box)
    return bytes(out)


def _wipe_between(data: bytes, out: bytearray, top: Sequence[Box]) -> None:
    """Overwrite what lies in the stores of a picture file and belongs to no item."""
    meta = next((box for box in top if box.kind == b"meta"), None)
    inner = {box.kind: box for box in boxes(data, meta.start + 4, meta.end)} if meta else {}
    if b"iloc" not in inner:
        return
    used = sorted(
        (start, start + length)
        for _, method, extents in _places(data, inner[b"iloc"])
        if not method
        for start, length in extents
    )
    if any(start == end for start, end in used):
        # An item without a length reaches to the end.
        return
    for box in top:
        if box.kind == b"mdat":
            at = box.start
            for start, end in used:
                if box.start <= start < box.end:
                    _wipe(out, at, max(at, start))
                    at = max(at, end)
            _wipe(out, at, max(at, box.end))


def _wipe(out: bytearray, start: int, end: int) -> None:
    if end > len(out):
        raise Unclear
    out[start:end] = bytes(max(0, end - start))


def _wipe_items(data: bytes, out: bytearray, meta: Box) -> None:
    """Overwrite the items of a picture file that are no pictures, wherever the table of places says that they are."""
    inner = {box.kind: box for box in boxes(data, meta.start + 4, meta.end)}
    for kind in _OF_PROGRAMS & inner.keys():
        box = inner[kind]
        out[box.at + 4 : box.at + 8] = b"free"
        _wipe(out, box.start, box.end)
    about = dict(_items_about(data, inner[b"iinf"])) if b"iinf" in inner else {}
    if not about:
        return
    if b"iloc" not in inner:
        raise Unclear
    store = inner[b"idat"].start if b"idat" in inner else None
    for item, method, extents in _places(data, inner[b"iloc"]):
        if item not in about:
            continue
        base = {0: 0, 1: store}.get(method)
        if base is None:
            raise Unclear
        for start, length in extents:
            if not length:
                raise Unclear
            _wipe(out, base + start, base + start + length)
        if about[item] == b"Exif" and extents:
            # Programs refuse a file whose Exif cannot be read.
            start, length = extents[0]
            if length < len(_EMPTY_EXIF):
                raise Unclear
            out[base + start : base + start + len(_EMPTY_EXIF)] = _EMPTY_EXIF


def _items_about(data: bytes, iinf: Box) -> Iterator[tuple[int, bytes]]:
    """Ids and kinds of the items that are about a picture, such as Exif and XMP."""
    at = iinf.start + (6 if data[iinf.start] == 0 else 8)
    for box in boxes(data, at, iinf.end):
        if box.kind != b"infe" or (version := data[box.start]) < 2:
            raise Unclear
        size = 2 if version == 2 else 4
        item = int.from_bytes(data[box.start + 4 : box.start + 4 + size])
        kind = data[box.start + 6 + size : box.start + 10 + size]
        if kind not in _PICTURES:
            yield item, kind


def _places(data: bytes, iloc: Box) -> Iterator[tuple[int, int, Sequence[tuple[int, int]]]]:
    """Of each item its id, the way in which its offsets count, and its stretches: offset and length."""
    at = iloc.start
    version = data[at]
    sizes = data[at + 4] >> 4, data[at + 4] & 15, data[at + 5] >> 4, data[at + 5] & 15 if version else 0
    offset_size, length_size, base_size, index_size = sizes
    wide = 4 if version == 2 else 2
    at += 6

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > iloc.end:
            raise Unclear
        return int.from_bytes(data[at - size : at])

    for _ in range(number(wide)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        if number(2):
            raise Unclear
        base = number(base_size)
        if not length_size:
            raise Unclear
        extents: list[tuple[int, int]] = []
        for _ in range(number(2)):
            number(index_size)
            start = number(offset_size)
            extents.append((base + start, number(length_size)))
        yield item, method, extents


def clean_boxes(data: bytes) -> bytes:
    """A JPEG XL or JPEG 2000 file without boxes of metadata. Raises Unclear."""
    return b"".join(data[box.at : box.end] for box in boxes(data, 0, len(data)) if box.kind not in _OF_PROGRAMS)
