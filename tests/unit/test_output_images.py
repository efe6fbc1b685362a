"""How large pictures are."""

from io import BytesIO
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from annotated_briefings.output.images import dimensions, is_picture


def drawn(kind: str, **options: object) -> bytes:
    """A picture of 30 by 20 pixels."""
    out = BytesIO()
    Image.new("RGB", (30, 20)).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.png", "PNG"),
        ("a.jpg", "JPEG"),
        ("A.JPEG", "JPEG"),
        ("a.gif", "GIF"),
        ("a.webp", "WEBP"),
        # What a picture is called need not be what it is.
        ("a.png", "JPEG"),
    ],
)
def test_a_picture_says_how_large_it_is(name: str, kind: str) -> None:
    assert is_picture(name)
    assert dimensions(name, BytesIO(drawn(kind))) == (30, 20)


@pytest.mark.parametrize(("orientation", "size"), [(1, (30, 20)), (3, (30, 20)), (6, (20, 30)), (8, (20, 30))])
def test_a_picture_that_lies_on_its_side_is_as_large_as_browsers_show_it(
    orientation: int, size: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert dimensions("a.jpg", BytesIO(drawn("JPEG", exif=exif))) == size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">', (40, 30)),
        ("<?xml version='1.0'?>\n<svg\n width='40.5px' viewBox='0 0 1 1'\n height='30'/>", (40, 30)),
        # The width of a line is none of the drawing.
        ('<svg stroke-width="9" height="30">', None),
        ('<svg width="100%" height="30">', None),
        ('<svg width="0" height="30">', None),
        ('<svg viewBox="0 0 40 30">', None),
        ('<g width="40" height="30">', None),
    ],
)
def test_a_drawing_is_as_large_as_it_says(text: str, size: tuple[int, int] | None) -> None:
    assert dimensions("a.svg", BytesIO(text.encode())) == size


def test_a_large_picture_is_measured_without_a_warning(recwarn: pytest.WarningsRecorder) -> None:
    whole = drawn("PNG")
    head = b"IHDR" + (12_000).to_bytes(4) * 2 + whole[24:29]
    assert dimensions("a.png", BytesIO(whole[:12] + head + crc32(head).to_bytes(4) + whole[33:])) == (12_000, 12_000)
    assert len(recwarn) == 0


@given(st.sampled_from(["a.png", "a.jpg", "a.gif", "a.webp", "a.svg", "a.avif"]), st.binary(max_size=200))
def test_whatever_a_file_holds_measuring_it_never_raises(name: str, data: bytes) -> None:
    assert dimensions(name, BytesIO(data)) is None


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "png", "a.png.zip", "a.mp4"])
def test_other_files_are_no_pictures(name: str) -> None:
    assert not is_picture(name)
