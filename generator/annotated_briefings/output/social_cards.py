"""Pictures of briefs for other sites (OpenGraph); with `dimensions`, the only home of Pillow."""

from functools import lru_cache
from io import BytesIO
from zlib import Z_RLE

from PIL import Image, ImageDraw, ImageFont

from annotated_briefings.base.values import Value

_WIDTH, _HEIGHT = 1200, 630
_EDGE, _LINES = 80, 4
_ROOM = _WIDTH - 2 * _EDGE
_STRIP = 60
"""Height of a small line."""
_SIZES = (76, 66, 56, 48)
_PAPER, _INK, _GREY = 0, 3, 2
"""Shades from the paper to the ink of the light theme; soft edges of letters fall between them. Four take two bits a
point, and a picture 7 kB; sixteen took 13."""
_PALETTE = [
    round(paper + (ink - paper) * shade / _INK)
    for shade in range(_INK + 1)
    for paper, ink in ((251, 28), (249, 26), (243, 22))
]
Font = ImageFont.FreeTypeFont


class CardJob(Value):
    """What a picture shows."""

    title: str
    """Headline."""
    kicker: str
    """Story or tag, or empty."""
    foot: str
    """Name of the site and the date."""
    font: bytes
    """A font file."""
    rtl: bool
    """Whether the text runs from right to left."""


@lru_cache(maxsize=16)
def _font(data: bytes, size: int) -> Font:
    return ImageFont.truetype(BytesIO(data), size)


@lru_cache(maxsize=4)
def _blank(data: bytes) -> bytes:
    """What a font draws for a character that it does not have."""
    return bytes(_font(data, 24).getmask("\U0010fffe"))


@lru_cache(maxsize=8192)
def _has(data: bytes, char: str) -> bool:
    return bytes(_font(data, 24).getmask(char)) != _blank(data)


def can_show(text: str, font: bytes) -> bool:
    """Whether a font has every character of a text."""
    return all(_has(font, char) for char in set(text) if not char.isspace())


def is_font(data: bytes) -> bool:
    """Whether some bytes are a font that can be rendered with."""
    try:
        _font(data, 24)
    except OSError:
        return False
    return True


@lru_cache(maxsize=8192)
def _width(data: bytes, size: int, text: str) -> float:
    return _font(data, size).getlength(text)


def _lines(text: str, font: bytes, size: int) -> list[str]:
    """A text broken into lines that fit; scripts without spaces break anywhere."""
    joint = " " if " " in text else ""
    words = text.split(" ") if joint or _width(font, size, text) <= _ROOM else list(text)
    between = _width(font, size, " ") if joint else 0
    lines = [[words[0]]]
    used = _width(font, size, words[0])
    # Words are measured one by one, since headlines share them; what a space does to its neighbours is far less than
    # the edge.
    for word in words[1:]:
        more = between + _width(font, size, word)
        if used + more > _ROOM:
            lines.append([word])
            used = more - between
        else:
            lines[-1].append(word)
            used += more
    return [joint.join(line) for line in lines]


def _one_line(text: str) -> str:
    """A text without line ends and other signs that no font draws; they would stop the drawing."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def draw_card(job: CardJob) -> bytes:
    """A PNG of 1200 by 630 pixels; a text for which the font lacks characters is left out."""
    font, rtl = job.font, job.rtl
    title, kicker, foot = _one_line(job.title), _one_line(job.kicker), _one_line(job.foot)
    # One byte a pixel, no colours to reduce, runs instead of matches: 5 ms a picture where RGB took 31.
    image = Image.new("L", (_WIDTH, _HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((_EDGE, 64, _WIDTH - _EDGE, 70), fill=_INK)
    draw.rectangle((_EDGE, 76, _WIDTH - _EDGE, 77), fill=_INK)
    _paste(image, 116, kicker, font, rtl)
    if can_show(title, font):
        size, lines = next(
            ((s, found) for s in _SIZES if len(found := _lines(title, font, s)) <= _LINES),
            (_SIZES[-1], _lines(title, font, _SIZES[-1])),
        )
        if len(lines) > _LINES:
            lines = [*lines[: _LINES - 1], lines[_LINES - 1].rstrip() + "…"]
        for at, line in enumerate(lines):
            _write(draw, line, 176 + round(at * size * 1.22), _font(font, size), rtl, _INK)
    draw.rectangle((_EDGE, 532, _WIDTH - _EDGE, 533), fill=_INK)
    _paste(image, 552, foot, font, rtl)
    image.putpalette(_PALETTE)
    out = BytesIO()
    image.save(out, "PNG", compress_level=3, compress_type=Z_RLE)
    return out.getvalue()


def _write(draw: ImageDraw.ImageDraw, text: str, top: int, font: Font, rtl: bool, shade: int) -> None:
    place, anchor = (_WIDTH - _EDGE, "ra") if rtl else (_EDGE, "la")
    draw.text((place, top), text, fill=shade, font=font, anchor=anchor)


def _paste(image: Image.Image, top: int, text: str, font: bytes, rtl: bool) -> None:
    if can_show(text, font):
        left, above, drawn = _small(text, font, rtl)
        image.paste(drawn, (left, top + above))


@lru_cache(maxsize=256)
def _small(text: str, font: bytes, rtl: bool) -> tuple[int, int, Image.Image]:
    """A small line and where it is; pictures share days and tags."""
    strip = Image.new("L", (_WIDTH, _STRIP), _PAPER)
    _write(ImageDraw.Draw(strip), text, 0, _font(font, 30), rtl, _GREY)
    box = strip.getbbox() or (0, 0, 1, 1)
    return box[0], box[1], strip.crop(box)
