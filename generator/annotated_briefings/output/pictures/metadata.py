"""Taking out of pictures what cameras and programs wrote into them.

Which format a file has is told by its first bytes, not by its name. What is kept decides how a picture looks: its
compressed data bit for bit, its colours, and which way up it is.
"""

import re

from annotated_briefings.base.values import Value
from annotated_briefings.output.pictures.boxes import JP2, JXL, Unclear, clean_boxes, clean_heif
from annotated_briefings.output.pictures.chunks import GIF, PNG, clean_gif, clean_png, clean_webp
from annotated_briefings.output.pictures.exif import tells_in_tiff
from annotated_briefings.output.pictures.jpeg import START, clean_jpeg

_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_HEIF = frozenset((b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"mif2"))
_TELLS = re.compile(
    r"""(?:sodipodi:docname|inkscape:export-filename|sodipodi:absref)\s*=\s*["']([^"']+)["']
    |(file:///[^\s"'<>]+|[A-Za-z]:\\Users\\[^\s"'<>]+|/(?:home|Users)/[^\s"'<>/]+/[^\s"'<>]*)
    |<dc:(?:creator|rights|publisher|contributor)>\s*(?:<cc:Agent>\s*<dc:title>)?\s*([^<\s][^<]*)""",
    re.VERBOSE,
)
"""What drawing programs write into a drawing about its maker: names of files and of people."""


class Cleaned(Value):
    """A picture without metadata."""

    data: bytes
    """Its bytes; those that were given where there is nothing to take out."""
    unclear: bool = False
    """Whether it holds metadata that cannot be taken out, so that it must not be published."""


def may_tell(head: bytes) -> bool:
    """Whether a file that begins with some bytes, at least twelve, is a picture of a format that holds metadata."""
    known = head.startswith((START, PNG, *GIF, JXL, JP2, *_TIFF)) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    return known or (head[4:8] == b"ftyp" and not _HEIF.isdisjoint((head[8:12], *_brands(head))))


def clean(data: bytes) -> Cleaned:
    """A file without metadata; what is no picture is given back as it is. Never raises."""
    kind = data[8:12]
    try:
        if data.startswith(START):
            return Cleaned(clean_jpeg(data))
        if data.startswith(PNG):
            return Cleaned(clean_png(data))
        if data.startswith(GIF):
            return Cleaned(clean_gif(data))
        if data.startswith(b"RIFF") and kind == b"WEBP":
            return Cleaned(clean_webp(data))
        if data[4:8] == b"ftyp" and not _HEIF.isdisjoint((kind, *_brands(data))):
            return Cleaned(clean_heif(data))
        if data.startswith((JXL, JP2)):
            return Cleaned(clean_boxes(data))
    except (Unclear, IndexError):
        return Cleaned(data, unclear=True)
    return Cleaned(data, unclear=data.startswith(_TIFF) and tells_in_tiff(data))


def _brands(data: bytes) -> frozenset[bytes]:
    """The kinds of file that an ISO base media file says it is."""
    end = min(int.from_bytes(data[:4]), len(data), 256)
    return frozenset(data[at : at + 4] for at in range(16, end, 4))


def told_by_drawing(data: bytes) -> str:
    """What a drawing (SVG) tells of its maker, such as the path of a file; empty where it tells nothing."""
    found = _TELLS.search(data.decode("utf-8", "replace"))
    return next((part.strip() for part in found.groups() if part), "") if found else ""
