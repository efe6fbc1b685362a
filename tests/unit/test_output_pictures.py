"""Pictures lose what cameras and programs wrote into them, and look as they did."""

import struct
from collections.abc import Callable
from io import BytesIO
from zlib import compress, crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, TiffImagePlugin

from annotated_briefings.output.pictures import clean, may_tell, told_by_drawing

SECRET = b"Ada Ash 52.520008 13.404954 SN-4711"
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>' + SECRET + b"</rdf:RDF></x:xmpmeta>"


def exif(orientation: int = 1) -> bytes:
    """Exif of a camera with its maker, its owner and a position."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = found[0x013B] = found[0x8298] = SECRET.decode()
    found.get_ifd(0x8769)[0xA431] = SECRET.decode()
    found.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 17.8), 29: SECRET.decode()})
    return found.tobytes()


def picture(form: str, orientation: int = 1, **more: object) -> bytes:
    """A small picture of one format with all metadata that Pillow writes."""
    image = Image.linear_gradient("L").resize((24, 16)).convert("RGB")
    image.putpixel((3, 2), (200, 30, 10))
    out = BytesIO()
    known = {"exif": exif(orientation), "xmp": XMP, "icc_profile": ICC, "comment": SECRET}
    image.save(out, form, **{**known, **more})
    return out.getvalue()


def shown(data: bytes) -> tuple[object, ...]:
    """What is seen of a picture: all frames, turned as they are shown."""
    with Image.open(BytesIO(data)) as image:
        frames = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frames.append((image.info.get("duration"), image.convert("RGBA").tobytes()))
        return image.size, image.getexif().get(0x0112, 1), image.info.get("loop"), tuple(frames)


def told(data: bytes) -> set[int]:
    with Image.open(BytesIO(data)) as image:
        found = image.getexif()
        return set(found) | set(found.get_ifd(0x8825)) | set(found.get_ifd(0x8769))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", FORMATS)
def test_metadata_go_and_the_picture_stays(form: str, orientation: int) -> None:
    data = picture(form, orientation)
    assert SECRET in data
    found = clean(data)
    assert not found.unclear
    assert SECRET not in found.data
    assert shown(found.data) == shown(data)
    assert clean(found.data).data == found.data
    if form != "AVIF":
        # That of an AVIF file is kept by the box that turns it; its Exif are empty.
        assert told(found.data) <= {0x0112}
    with Image.open(BytesIO(found.data)) as image:
        assert form == "GIF" or image.info.get("icc_profile") == ICC


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_without_metadata_stays_as_it_is(form: str) -> None:
    image = Image.linear_gradient("L").resize((24, 16)).convert("RGB")
    out = BytesIO()
    image.save(out, form)
    assert clean(out.getvalue()).data == out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP", "AVIF"])
def test_animations_run_on(form: str) -> None:
    frames = [Image.new("RGB", (16, 12), colour) for colour in ("red", "green", "blue")]
    out = BytesIO()
    frames[0].save(
        out, form, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=3, exif=exif(), xmp=XMP
    )
    data = out.getvalue()
    found = clean(data)
    assert not found.unclear
    assert SECRET not in found.data
    assert shown(found.data) == shown(data)


blocks = st.lists(st.tuples(st.integers(0, 255), st.binary(max_size=60)), max_size=6)


def with_segments(data: bytes, many: list[tuple[int, bytes]], after: bytes) -> bytes:
    """A JPEG file with more application segments and comments, and something after its end."""
    made = b"".join(
        b"\xff"
        + bytes((0xE1 + kind % 15 if kind % 16 else 0xFE,))
        + (2 + len(SECRET + more)).to_bytes(2)
        + SECRET
        + more
        for kind, more in many
    )
    return data[:2] + made + data[2:] + after


def with_chunks(data: bytes, many: list[tuple[int, bytes]], after: bytes) -> bytes:
    """A PNG file with more chunks that are not critical, before its picture."""
    kinds = (b"tEXt", b"iTXt", b"zTXt", b"tIME", b"caBX", b"vpAg", b"eXIf", b"prVW")

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + crc32(kind + content).to_bytes(4)

    made = b"".join(chunk(kinds[kind % len(kinds)], SECRET + more) for kind, more in many)
    return data[:33] + made + data[33:] + after


def with_riff(data: bytes, many: list[tuple[int, bytes]], after: bytes) -> bytes:
    """A WebP file with more chunks after its picture."""
    kinds = (b"EXIF", b"XMP ", b"JUNK", b"abcd")
    made = b"".join(
        kinds[kind % len(kinds)]
        + struct.pack("<I", len(SECRET + more))
        + SECRET
        + more
        + b"\0" * (len(SECRET + more) % 2)
        for kind, more in many
    )
    inner = data[8:] + made
    return b"RIFF" + struct.pack("<I", len(inner)) + inner + after


def with_extensions(data: bytes, many: list[tuple[int, bytes]], after: bytes) -> bytes:
    """A GIF file with more comments and application blocks before its picture."""
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)

    def block(kind: int, more: bytes) -> bytes:
        head = b"\x21\xfe" if kind % 2 else b"\x21\xff\x0bXMP DataXMP"
        return head + bytes((len(SECRET + more),)) + SECRET + more + b"\0"

    return data[:at] + b"".join(block(*one) for one in many) + data[at:] + after


WITH: dict[str, Callable[[bytes, list[tuple[int, bytes]], bytes], bytes]] = {
    "JPEG": with_segments,
    "PNG": with_chunks,
    "WEBP": with_riff,
    "GIF": with_extensions,
}


@pytest.mark.parametrize("form", WITH)
@settings(max_examples=60, deadline=None)
@given(many=blocks, after=st.sampled_from([b"", SECRET, b"\0" * 7 + SECRET]))
def test_whatever_blocks_are_added_none_of_their_bytes_is_left(
    form: str, many: list[tuple[int, bytes]], after: bytes
) -> None:
    plain = picture(form)
    found = clean(WITH[form](plain, many, after)).data
    assert SECRET not in found
    assert found == clean(plain).data


@pytest.mark.parametrize("form", [*FORMATS, "TIFF"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_pictures_raise_nothing_and_end(form: str, data: st.DataObject) -> None:
    whole = picture(form) if form != "TIFF" else tiff(tell=True)
    cut = data.draw(st.integers(12, len(whole)))
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[at] = data.draw(st.integers(0, 255))
    for damaged in (whole[:cut], bytes(changed)):
        found = clean(damaged)
        # A chunk that was cut in its middle may get its last bytes.
        assert found.unclear or len(found.data) <= len(damaged) + 2


def tiff(*, tell: bool) -> bytes:
    """A TIFF file, with the name of its maker or without."""
    out = BytesIO()
    info = TiffImagePlugin.ImageFileDirectory_v2()
    if tell:
        info[0x013B] = SECRET.decode()
    Image.new("RGB", (4, 4)).save(out, "TIFF", tiffinfo=info)
    return out.getvalue()


def test_a_picture_whose_metadata_cannot_be_taken_out_is_unclear() -> None:
    assert clean(tiff(tell=True)).unclear
    assert not clean(tiff(tell=False)).unclear
    avif = picture("AVIF")
    assert clean(avif.replace(b"iloc", b"ilok")).unclear


def test_a_picture_in_a_jpeg_file_beside_the_main_one_goes() -> None:
    """Phones append further pictures and films, each with metadata of its own."""
    found = clean(picture("JPEG") + picture("JPEG")).data
    assert found == clean(picture("JPEG")).data


def test_boxes_of_jpeg_xl_that_are_about_the_picture_go() -> None:
    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4) + kind + content

    head = b"\0\0\0\x0cJXL \r\n\x87\n" + box(b"ftyp", b"jxl \0\0\0\0jxl ")
    picture_box = box(b"jxlc", b"\xff\x0a12345")
    telling = (
        box(b"Exif", SECRET) + box(b"xml ", SECRET) + box(b"brob", b"Exif" + compress(SECRET)) + box(b"jumb", SECRET)
    )
    assert clean(head + telling + picture_box).data == head + picture_box


@pytest.mark.parametrize(
    "data", [b"", b"one", b"%PDF-1.7 " + SECRET, b"\0\0\0\x18ftypmp42" + SECRET, b"RIFF\0\0\0\0WAVE"]
)
def test_what_is_no_picture_is_left_alone(data: bytes) -> None:
    assert clean(data).data == data
    assert not clean(data).unclear
    assert not may_tell(data)


@pytest.mark.parametrize("form", [*FORMATS, "TIFF"])
def test_pictures_are_known_by_their_first_bytes(form: str) -> None:
    assert may_tell((picture(form) if form != "TIFF" else tiff(tell=True))[:256])


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        ('<svg inkscape:export-filename="/home/ada/plan.png"/>', "/home/ada/plan.png"),
        ('<svg sodipodi:docname="ada.svg"/>', "ada.svg"),
        ("<svg><!-- C:\\Users\\ada\\plan.ai --></svg>", "C:\\Users\\ada\\plan.ai"),
        ('<svg><image href="file:///tmp/a.png"/></svg>', "file:///tmp/a.png"),
        ("<svg><dc:creator><cc:Agent>\n<dc:title>Ada Ash</dc:title>", "Ada Ash"),
        ('<svg><a href="/home/"><text>file</text></a></svg>', ""),
        ("<svg><!-- A plan of the port. --><path d='M0 0'/></svg>", ""),
    ],
)
def test_drawings_that_tell_of_their_makers_are_known(drawing: str, what: str) -> None:
    assert told_by_drawing(drawing.encode()) == what
