"""PNG, WebP and GIF without metadata: chunks are left out, those of the picture are copied as they are."""

from collections.abc import Iterator
from zlib import crc32

from annotated_briefings.output.pictures.exif import only_orientation, orientation_of

PNG = b"\x89PNG\r\n\x1a\n"
GIF = (b"GIF87a", b"GIF89a")
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT sTER acTL fcTL fdAT".split()
)
"""Chunks that decide how a picture looks (PNG, third edition, and its animations)."""
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WITH_EXIF, _WITH_XMP = 0x08, 0x04
_HEADER, _FRAME_HEAD = 10, 16
"""Bytes of the header of a WebP file, and of that of a frame."""
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""Application blocks of a GIF that decide how it looks: how often it runs, and its colours."""


def clean_png(data: bytes) -> bytes:
    """A PNG file with its colour profile and orientation alone."""
    out, orientation = [PNG], 0
    at = len(PNG)
    while at + 8 <= len(data):
        kind, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4])
        if kind == b"eXIf":
            orientation = orientation or orientation_of(data[at + 8 : end - 4].removeprefix(b"Exif\0\0"))
        elif kind in _PNG_KEPT:
            if orientation and kind in (b"IDAT", b"fdAT", b"IEND"):
                out.append(_png_chunk(b"eXIf", only_orientation(orientation)))
                orientation = 0
            out.append(data[at:end])
        at = end
        if kind == b"IEND":
            break
    return b"".join(out)


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + crc32(kind + content).to_bytes(4)


def clean_webp(data: bytes) -> bytes:
    """A WebP file (RFC 9649) with its colour profile and orientation alone."""
    chunks = list(_riff(data, 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))))
    exif = next((content for kind, content in chunks if kind == b"EXIF"), b"")
    orientation = orientation_of(exif.removeprefix(b"Exif\0\0"))
    if any(kind == b"VP8X" and len(content) < _HEADER for kind, content in chunks):
        return data[:12]
    kept = [(kind, _frame(content) if kind == b"ANMF" else content) for kind, content in chunks if kind in _WEBP_KEPT]
    if kept and kept[0][0] == b"VP8X":
        seen = kept[0][1][0] & ~(_WITH_EXIF | _WITH_XMP) | (_WITH_EXIF if orientation else 0)
        kept[0] = (b"VP8X", bytes((seen,)) + kept[0][1][1:])
        if orientation:
            kept.append((b"EXIF", only_orientation(orientation)))
    content = b"WEBP" + b"".join(_riff_chunk(*one) for one in kept)
    return b"RIFF" + len(content).to_bytes(4, "little") + content


def _frame(content: bytes) -> bytes:
    """A frame of an animation without chunks that are no part of its picture."""
    inner = (one for one in _riff(content, _FRAME_HEAD, len(content)) if one[0] in _WEBP_KEPT)
    return content[:_FRAME_HEAD] + b"".join(_riff_chunk(*one) for one in inner)


def _riff(data: bytes, at: int, stop: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= stop:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : min(at + 8 + size, stop)]
        at += 8 + size + size % 2


def _riff_chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def clean_gif(data: bytes) -> bytes:
    """A GIF file without comments and without blocks of programs that do not decide how it looks."""
    at = 13 + _colours(data, 10)
    out = [data[:at]]
    while at < len(data):
        mark, start = data[at], at
        if mark == 0x21:
            at = _blocks_end(data, at + 2)
            label = data[start + 1 : start + 2]
            if label == b"\xf9" or (label == b"\xff" and data[start + 3 : start + 14] in _GIF_LOOPS):
                out.append(data[start:at])
        elif mark == 0x2C:
            at = _blocks_end(data, at + 10 + _colours(data, at + 9) + 1)
            out.append(data[start:at])
        elif mark == 0x3B:
            out.append(data[at : at + 1])
            break
        else:
            at += 1
    return b"".join(out)


def _colours(data: bytes, at: int) -> int:
    """Bytes of the table of colours that a field of flags announces."""
    flags = data[at] if at < len(data) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    """Where a run of sub-blocks ends: after the first empty one."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return min(at + 1, len(data))
