"""Taking out of pictures, films, sounds and papers what cameras and programs wrote into them.

Which format a file has is told by its first bytes, not by its name. A picture is published only after the reader of its
format has kept what decides how it looks, and nothing else: its compressed data bit for bit, its colours, and which way
up it is. Formats in which that cannot be done are left out. Films, sounds and papers are in ``output/media``.
"""

from annotated_briefings.base.values import Value
from annotated_briefings.output.media import clean_media, is_media
from annotated_briefings.output.pictures.bitmaps import clean_bitmap, clean_icon, is_bitmap, is_icon
from annotated_briefings.output.pictures.boxes import JP2, JXL, clean_boxes, clean_heif
from annotated_briefings.output.pictures.chunks import GIF, PNG, clean_gif, clean_png, clean_webp
from annotated_briefings.output.pictures.drawings import clean_drawing, is_drawing
from annotated_briefings.output.pictures.embedded import NOTHING, clean_addresses
from annotated_briefings.output.pictures.jpeg import START, clean_jpeg
from annotated_briefings.output.pictures.refused import ENDINGS, holds_signs, is_refused
from annotated_briefings.output.pictures.tiff import has_metadata_in_tiff
from annotated_briefings.output.unclear import Unclear

_TIFF = (b"II*\0", b"MM\0*")
_HEIF = frozenset((b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"mif2"))
_NAMES = tuple(
    ".png .jpg .jpeg .jpe .jfif .gif .webp .avif .heic .heif .jxl .jp2 .jpx .ico .cur .bmp .dib .tif .tiff".split()
)
"""Endings of pictures that have a reader."""
_DRAWINGS = (".svg",)


class Cleaned(Value):
    """A picture without metadata."""

    data: bytes
    """Its bytes; those that were given where there is nothing to take out."""
    unclear: bool = False
    """Whether it holds metadata that cannot be taken out, so that it must not be published."""


def may_have_metadata(name: str, head: bytes) -> bool:
    """Whether a file may be a picture with metadata, by its name and by its first bytes, at least twelve."""
    ending = name.lower()
    if ending.endswith((*_NAMES, *_DRAWINGS, *ENDINGS)) or is_refused(head) or is_icon(head) or is_bitmap(head):
        return True
    if is_media(head):
        return True
    known = head.startswith((START, PNG, *GIF, JXL, JP2, *_TIFF)) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    return known or (head[4:8] == b"ftyp" and not _HEIF.isdisjoint((head[8:12], *_brands(head)))) or is_drawing(head)


def clean(data: bytes, name: str = "") -> Cleaned:
    """A file without metadata; what is none of these is given back as it is. ``name`` tells of formats that have no
    mark of their own. Never raises."""
    try:
        cleaned = _clean(data)
    except (Unclear, IndexError, RecursionError, ValueError):
        return Cleaned(data, unclear=True)
    if cleaned is not None:
        return Cleaned(cleaned)
    ending = name.lower()
    hidden = ending.endswith((*_DRAWINGS, *ENDINGS)) or (ending.endswith(_NAMES) and holds_signs(data))
    return Cleaned(data, unclear=bool(data) and hidden)


def clean_text(text: str) -> str:
    """A text with the pictures that are in it as addresses cleaned; one that must not be published is left empty."""
    return clean_addresses(text, _embedded)


def left_out(before: str, after: str) -> int:
    """How many pictures ``clean_text`` has left out of a text."""
    return after.count(NOTHING) - before.count(NOTHING) if before is not after else 0


def _embedded(data: bytes) -> bytes | None:
    found = clean(data)
    return None if found.unclear else found.data


def _clean(data: bytes) -> bytes | None:
    """A picture without metadata; None for what is no picture. Raises Unclear."""
    kind = data[8:12]
    if is_refused(data[:256]) or (data.startswith(_TIFF) and has_metadata_in_tiff(data)):
        raise Unclear
    if data.startswith(_TIFF):
        return data
    if data.startswith(START):
        return clean_jpeg(data)
    if data.startswith(PNG):
        return clean_png(data)
    if data.startswith(GIF):
        return clean_gif(data)
    if data.startswith(b"RIFF") and kind == b"WEBP":
        return clean_webp(data)
    if data[4:8] == b"ftyp" and not _HEIF.isdisjoint((kind, *_brands(data))):
        return clean_heif(data)
    if data.startswith((JXL, JP2)):
        return clean_boxes(data)
    if is_icon(data):
        return clean_icon(data, clean_png)
    if is_bitmap(data):
        return clean_bitmap(data)
    if is_drawing(data):
        return clean_drawing(data, clean_text)
    return clean_media(data, _in_paper)


def _in_paper(data: bytes) -> bytes:
    """A picture of a document. Raises Unclear."""
    found = _clean(data)
    return data if found is None else found


def _brands(data: bytes) -> frozenset[bytes]:
    """The kinds of file that an ISO base media file says it is."""
    end = min(int.from_bytes(data[:4]), len(data), 256)
    return frozenset(data[at : at + 4] for at in range(16, end, 4))
