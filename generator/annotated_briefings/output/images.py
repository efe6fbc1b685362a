"""How large pictures are, so that pages keep a place for those that have not arrived."""

import re
from typing import BinaryIO
from warnings import catch_warnings, simplefilter

from PIL import Image

from annotated_briefings.base.regex import regex

_KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_DRAWING = ".svg"
_HEAD = 65_536
"""Bytes at the start of a drawing among which its root is looked for."""
_TURNED = range(5, 9)
"""Orientations of Exif in which a picture lies on its side: browsers turn it before they lay it out."""
_ORIENTATION = 0x0112
_SVG = regex(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = rb"""\s%s=["']\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*["']"""
_WIDTH, _HEIGHT = regex(_LENGTH % b"width"), regex(_LENGTH % b"height")


def is_picture(name: str) -> bool:
    """Whether a file is called as pictures are."""
    return name.lower().endswith((*_KINDS, _DRAWING))


def dimensions(name: str, file: BinaryIO) -> tuple[int, int] | None:
    """Width and height of a picture as browsers show it, in CSS pixels; None for what is none or says none. Only the
    start of the file is read.

    A drawing (SVG) without a width and a height of its own fills the place that it is given, and has none.
    """
    return _of_drawing(file.read(_HEAD)) if name.lower().endswith(_DRAWING) else _of_photograph(file)


def _of_drawing(head: bytes) -> tuple[int, int] | None:
    root = _SVG.search(head)
    width, height = (_WIDTH.search(root[0]), _HEIGHT.search(root[0])) if root else (None, None)
    return (int(width[1]), int(height[1])) if width and height and int(width[1]) and int(height[1]) else None


def _of_photograph(file: BinaryIO) -> tuple[int, int] | None:
    # Nothing is decoded, so that Pillow's warning of large pictures means nothing here; files may be broken in any way.
    with catch_warnings():
        simplefilter("ignore")
        try:
            with Image.open(file) as image:
                width, height = image.size
                # Not `getexif`, which decodes the whole of a PNG file.
                exif = Image.Exif()
                exif.load(image.info.get("exif", b""))
                turned = exif.get(_ORIENTATION) in _TURNED
        except Exception:
            return None
    return (height, width) if turned else (width, height)
