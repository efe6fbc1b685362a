"""Films and sounds in ISO base media files and QuickTime (MP4, MOV, M4A, 3GP; ISO/IEC 14496-12).

Their tables point into the file by offset, so metadata are overwritten where they are: boxes of programs, the times of
recording, the names of devices, and whole tracks of positions that cameras write beside the picture.
"""

from collections.abc import Iterator

from annotated_briefings.output.iso_boxes import Box, boxes
from annotated_briefings.output.unclear import Unclear

_AT_TOP = frozenset(
    b"ftyp moov mdat moof mfra free skip wide pdin styp sidx ssix prft emsg pnot meco uuid meta udta".split()
)
_CONTAINERS = frozenset(b"moov trak mdia minf stbl edts dinf mvex moof traf mfra".split())
_WIPED = frozenset(b"udta meta uuid free skip wide meco prft pnot XMP_ cprt clip emsg".split())
"""Boxes of what programs and cameras write, and such as may hold what was there before."""
_TIMED = frozenset(b"mvhd tkhd mdhd".split())
_SEEN = frozenset(b"vide soun text sbtl subt clcp hint tmcd pict auxv".split())
"""Kinds of tracks that somebody sees or hears; others, such as `meta`, hold positions and movements of the camera."""
_FILM_STARTS = frozenset(b"ftyp moov mdat wide free skip pnot".split())
_PICTURES = frozenset(b"avif avis heic heix heim heis hevc hevx mif1 msf1 mif2 crx ".split())
_COMPRESSOR = slice(50, 82)
"""Where the name of the device is in the description of a picture."""


def is_film(head: bytes) -> bool:
    """Whether a file that begins with some bytes is a film or a sound of this format, and no picture."""
    kind = head[4:8]
    # The length before it begins with a zero, and no text does.
    known = head[:1] == b"\0" and kind in _FILM_STARTS and len(head) >= 12
    return known and (kind != b"ftyp" or head[8:12] not in _PICTURES)


def clean_film(data: bytes) -> bytes:
    """A film of the same length without metadata. Raises Unclear."""
    out = bytearray(data)
    top = list(boxes(data, 0, len(data)))
    if not any(box.kind == b"moov" for box in top):
        raise Unclear
    for box in top:
        if box.kind in _WIPED or box.kind not in _AT_TOP:
            _wipe(out, box)
        elif box.kind in _CONTAINERS:
            _clean_inside(data, out, box)
    return bytes(out)


def _clean_inside(data: bytes, out: bytearray, parent: Box) -> None:
    for box in boxes(data, parent.start, parent.end):
        if box.kind in _WIPED:
            _wipe(out, box)
        elif box.kind == b"trak" and _handler(data, box) not in _SEEN:
            for start, length in _samples(data, box):
                if start + length > len(data):
                    raise Unclear
                out[start : start + length] = bytes(length)
            _wipe(out, box)
        elif box.kind in _CONTAINERS:
            _clean_inside(data, out, box)
        elif box.kind in _TIMED:
            # The times at which it was made and changed.
            out[box.start + 4 : box.start + (20 if data[box.start] == 1 else 12)] = bytes(
                16 if data[box.start] == 1 else 8
            )
        elif box.kind == b"hdlr":
            # Behind the kind of the track stands a name.
            out[box.start + 24 : box.end] = bytes(max(0, box.end - box.start - 24))
        elif box.kind == b"stsd":
            _clean_description(data, out, box)


def _clean_description(data: bytes, out: bytearray, stsd: Box) -> None:
    for entry in boxes(data, stsd.start + 8, stsd.end):
        if entry.end - entry.at >= 86 and entry.kind not in (b"mp4a", b"text", b"tx3g", b"wvtt"):
            at = entry.at
            out[at + _COMPRESSOR.start : at + _COMPRESSOR.stop] = bytes(32)


def _wipe(out: bytearray, box: Box) -> None:
    out[box.at + 4 : box.at + 8] = b"free"
    out[box.start : box.end] = bytes(box.end - box.start)


def _inner(data: bytes, box: Box, *path: bytes) -> Box | None:
    for kind in path:
        found = next((one for one in boxes(data, box.start, box.end) if one.kind == kind), None)
        if found is None:
            return None
        box = found
    return box


def _handler(data: bytes, trak: Box) -> bytes:
    found = _inner(data, trak, b"mdia", b"hdlr")
    return bytes(data[found.start + 8 : found.start + 12]) if found else b""


def _samples(data: bytes, trak: Box) -> Iterator[tuple[int, int]]:
    """Place and length of each chunk of samples of a track."""
    table = _inner(data, trak, b"mdia", b"minf", b"stbl")
    if table is None:
        return
    inner = {box.kind: box for box in boxes(data, table.start, table.end)}
    places = inner.get(b"stco") or inner.get(b"co64")
    if places is None or b"stsz" not in inner or b"stsc" not in inner:
        raise Unclear
    width = 8 if places.kind == b"co64" else 4
    chunks = _numbers(data, places.start + 8, places.end, width)
    same = int.from_bytes(data[inner[b"stsz"].start + 4 : inner[b"stsz"].start + 8])
    sizes = iter(_numbers(data, inner[b"stsz"].start + 12, inner[b"stsz"].end, 4))
    runs = _numbers(data, inner[b"stsc"].start + 8, inner[b"stsc"].end, 4)
    firsts, counts = runs[::3], runs[1::3]
    at = 0
    for number, start in enumerate(chunks, 1):
        while at + 1 < len(firsts) and firsts[at + 1] <= number:
            at += 1
        count = counts[at] if counts else 0
        yield start, sum(same or next(sizes, 0) for _ in range(count))


def _numbers(data: bytes, start: int, end: int, width: int) -> list[int]:
    return [int.from_bytes(data[at : at + width]) for at in range(start, end - width + 1, width)]
