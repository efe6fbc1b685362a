"""Smaller copies of large pictures, for screens that need no more: equal bytes for equal pictures."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps, __version__, features

WIDTHS = (480, 960, 1600)
"""Widths of copies in pixels: a telephone, a page, and a page on a screen of twice as many points."""
LEAST = 640
"""Pictures that are not wider have no copies."""
_KINDS = (".jpg", ".jpeg", ".png", ".webp")
_MOST = 120_000_000
"""Points of a picture that is taken apart."""
_COLOURS = 64
"""Most colours of a drawing, every point of which is kept; a grey photograph has four times as many."""
_QUALITY = 80


class Smaller(NamedTuple):
    """A copy of a picture."""

    width: int
    """Its width in pixels."""
    data: bytes
    """A WebP file."""


def may_be_smaller(name: str, width: int) -> bool:
    """Whether a picture of a name and a width may have smaller copies."""
    return width > LEAST and name.lower().endswith(_KINDS)


def maker() -> str:
    """What the bytes of copies depend on besides the picture: the library and its encoder."""
    return f"{__version__} {features.version('webp')}"


def smaller(data: bytes, size: tuple[int, int]) -> tuple[Smaller, ...]:
    """The copies of a picture whose width and height, as browsers show it, are known; the smallest first.

    None is wider than the picture or has as many bytes. There are none of what moves, of what cannot be read, and where
    the library cannot write WebP. Of what a camera wrote into the picture a copy has the profile of its colours alone.
    """
    if not features.check("webp"):
        return ()
    with catch_warnings():
        simplefilter("ignore")
        try:
            return tuple(copy for copy in _copies(data, *size) if len(copy.data) < len(data))
        except Exception:
            return ()


def _copies(data: bytes, width: int, height: int) -> Iterator[Smaller]:
    with Image.open(BytesIO(data)) as opened:
        if getattr(opened, "is_animated", False) or opened.width * opened.height > _MOST:
            return
        profile = opened.info.get("icc_profile") if opened.mode in ("RGB", "RGBA", "P") else None
        is_photograph = opened.format == "JPEG"
        # Of a photograph no more is decoded than the largest copy needs.
        opened.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
        image = ImageOps.exif_transpose(opened)
    is_drawing = not is_photograph and image.getcolors(_COLOURS) is not None
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.info.clear()
    for wanted in WIDTHS:
        if wanted < width:
            copy = image.resize((wanted, max(1, round(height * wanted / width))), Image.Resampling.LANCZOS)
            out = BytesIO()
            copy.save(out, "WEBP", quality=_QUALITY, lossless=is_drawing, icc_profile=profile or b"")
            yield Smaller(wanted, out.getvalue())
