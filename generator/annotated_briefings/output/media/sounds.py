"""MP3, AAC, FLAC, WAV, AVI and AIFF files: tags and chunks that tell of persons, places and programs are cut out, or in
AVI, whose index counts in bytes, overwritten."""

from collections.abc import Iterator

from annotated_briefings.output.unclear import Unclear

_ID3, _FLAC, _AIFF = b"ID3", b"fLaC", b"FORM"
_WAV_KEPT = frozenset((b"fmt ", b"data", b"fact", b"cue ", b"smpl", b"inst", b"ds64", b"wavl", b"plst"))
_AIFF_KEPT = frozenset((b"COMM", b"SSND", b"MARK", b"INST", b"FVER", b"SAXL"))
_AVI_GONE = frozenset((b"JUNK", b"IDIT", b"ISMP", b"strn", b"strd", b"_PMX", b"IDPI"))
_FLAC_KEPT = frozenset((0, 3, 5))
"""Blocks of a FLAC file: how it sounds, where to find a moment, where tracks begin."""
_APE = b"APETAGEX"


def is_sound(head: bytes) -> bool:
    """Whether a file that begins with some bytes is one of these."""
    # A length of which no byte could be a letter, since nobody has so large a file.
    riff = head[:4] in (b"RIFF", b"RF64") and head[8:12] in (b"WAVE", b"AVI ") and head[7:8] != b" "
    aiff = head[:4] == _AIFF and head[8:12] in (b"AIFF", b"AIFC") and head[4:5] < b" "
    return head.startswith(_FLAC) or _has_id3(head) or riff or aiff or _is_frame(head)


def _has_id3(data: bytes) -> bool:
    return data.startswith(_ID3) and data[3:4] in (b"\2", b"\3", b"\4") and max(data[6:10], default=255) < 0x80


def _is_frame(head: bytes) -> bool:
    """Whether a frame of MPEG audio begins here; the bytes of other files seldom look so."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] == 0xFF:
        return False
    aac = head[1] & 0xF6 == 0xF0
    layer = head[1] & 0x06 in (2, 4)
    return aac or (layer and head[1] & 0x18 != 0x08 and head[2] >> 4 not in (0, 15) and head[2] & 12 != 12)


def clean_sound(data: bytes) -> bytes:
    """A sound without metadata. Raises Unclear."""
    if data[8:12] == b"AVI ":
        return _clean_avi(data)
    if data[:4] in (b"RIFF", b"RF64"):
        kept = b"".join(part for kind, part in _chunks(data, little=True) if kind in _WAV_KEPT)
        # A file of more than 4 GB has its length in a chunk of its own.
        size = data[4:8] if data[:4] == b"RF64" else (len(kept) + 4).to_bytes(4, "little")
        return data[:4] + size + data[8:12] + kept
    if data.startswith(_AIFF):
        kept = b"".join(part for kind, part in _chunks(data, little=False) if kind in _AIFF_KEPT)
        return _AIFF + (len(kept) + 4).to_bytes(4) + data[8:12] + kept
    found = _without_tags(data)
    return _clean_flac(found) if found.startswith(_FLAC) else found


def _chunks(data: bytes, *, little: bool) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little" if little else "big")
        end = min(at + 8 + size + size % 2, len(data))
        yield data[at : at + 4], data[at:end]
        at = end


def _without_tags(data: bytes) -> bytes:
    """A sound without the tags before it (ID3v2) and behind it (ID3v1, APE, Lyrics3)."""
    while _has_id3(data) and len(data) > 10:
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte & 0x7F
        data = data[10 + size + (10 if data[5] & 0x10 else 0) :].lstrip(b"\0")
    while True:
        if data[-128:-125] == b"TAG":
            data = data[:-128]
        elif data[-9:] == b"LYRICS200" and data[-15:-9].isdigit():
            data = data[: -15 - int(data[-15:-9])]
        elif data[-32:-24] == _APE:
            size = int.from_bytes(data[-20:-16], "little") + (32 if data[-9] & 0x80 else 0)
            data = data[:-size] if 32 <= size <= len(data) else data[:-32]
        elif data[-10:-7] == b"3DI":
            raise Unclear
        else:
            return data


def _clean_flac(data: bytes) -> bytes:
    out, at, last = [], 4, False
    while not last:
        if at + 4 > len(data):
            raise Unclear
        last, kind = data[at] >= 0x80, data[at] & 0x7F
        end = at + 4 + int.from_bytes(data[at + 1 : at + 4])
        if kind in _FLAC_KEPT:
            out.append(bytes((kind,)) + data[at + 1 : end])
        at = end
    if not out:
        raise Unclear
    out[-1] = bytes((out[-1][0] | 0x80,)) + out[-1][1:]
    return _FLAC + b"".join(out) + data[at:]


def _clean_avi(data: bytes) -> bytes:
    out = bytearray(data)
    _clean_list(data, out, 12, len(data))
    return bytes(out)


def _clean_list(data: bytes, out: bytearray, at: int, stop: int) -> None:
    while at + 8 <= stop:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = min(at + 8 + size, stop)
        named = data[at + 8 : at + 12]
        if kind in _AVI_GONE or (kind == b"LIST" and named in (b"INFO", b"exif", b"ncdt")):
            out[at : at + 4] = b"JUNK"
            out[at + 8 : end] = bytes(end - at - 8)
        elif kind == b"LIST" and named in (b"hdrl", b"strl", b"odml"):
            _clean_list(data, out, at + 12, end)
        at = end + size % 2
