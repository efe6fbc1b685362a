"""How large pictures are, so that pages keep a place for those that have not arrived."""

import re
from collections.abc import Iterable
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image

from generator.output.render import Output

_KINDS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_TURNED = range(5, 9)
"""Orientations of Exif in which a picture lies on its side: browsers turn it before they lay it out."""
_ORIENTATION = 0x0112
_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = rb"""\s%s=["']\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*["']"""
_WIDTH, _HEIGHT = re.compile(_LENGTH % b"width"), re.compile(_LENGTH % b"height")


def picture_sizes(files: Iterable[Output]) -> dict[str, tuple[int, int]]:
    """Path of every file that is a picture to its width and height in CSS pixels; those that say none are left out."""
    sizes = ((file.path, dimensions(file.path, file.data)) for file in files)
    return {path: size for path, size in sizes if size}


def dimensions(name: str, data: bytes) -> tuple[int, int] | None:
    """Width and height of a picture as browsers show it, in CSS pixels; None for what is no picture or says none.

    A drawing (SVG) without a width and a height of its own fills the place that it is given, and has none.
    """
    lower = name.lower()
    if lower.endswith(".svg"):
        return _of_drawing(data)
    return _of_photograph(data) if lower.endswith(_KINDS) else None


def _of_drawing(data: bytes) -> tuple[int, int] | None:
    root = _SVG.search(data)
    width, height = (_WIDTH.search(root[0]), _HEIGHT.search(root[0])) if root else (None, None)
    return (int(width[1]), int(height[1])) if width and height and int(width[1]) and int(height[1]) else None


def _of_photograph(data: bytes) -> tuple[int, int] | None:
    # Nothing is decoded, so that Pillow's warning of large pictures means nothing here; files may be broken in any way.
    with catch_warnings():
        simplefilter("ignore")
        try:
            with Image.open(BytesIO(data)) as image:
                width, height = image.size
                # Not `getexif`, which decodes the whole of a PNG file.
                exif = Image.Exif()
                exif.load(image.info.get("exif", b""))
                turned = exif.get(_ORIENTATION) in _TURNED
        except Exception:
            return None
    return (height, width) if turned else (width, height)
