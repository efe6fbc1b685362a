"""Pictures lose what cameras and programs wrote into them, and look as they did."""

import struct
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from urllib.parse import quote, unquote, unquote_to_bytes
from zlib import compress, crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, TiffImagePlugin

from annotated_briefings.output.pictures import clean, clean_text, may_have_metadata

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


def reported(data: bytes) -> set[int]:
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
        assert reported(found.data) <= {0x0112}
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
    whole = picture(form) if form != "TIFF" else tiff(metadata=True)
    cut = data.draw(st.integers(12, len(whole)))
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[at] = data.draw(st.integers(0, 255))
    for damaged in (whole[:cut], bytes(changed)):
        found = clean(damaged)
        # A chunk that was cut in its middle may get its last bytes.
        assert found.unclear or len(found.data) <= len(damaged) + 2


def tiff(*, metadata: bool) -> bytes:
    """A TIFF file, with the name of its maker or without."""
    out = BytesIO()
    info = TiffImagePlugin.ImageFileDirectory_v2()
    if metadata:
        info[0x013B] = SECRET.decode()
    Image.new("RGB", (4, 4)).save(out, "TIFF", tiffinfo=info)
    return out.getvalue()


def test_a_picture_whose_metadata_cannot_be_taken_out_is_unclear() -> None:
    assert clean(tiff(metadata=True)).unclear
    assert not clean(tiff(metadata=False)).unclear
    assert clean(tiff(metadata=False) + SECRET).unclear
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
    revealing = (
        box(b"Exif", SECRET) + box(b"xml ", SECRET) + box(b"brob", b"Exif" + compress(SECRET)) + box(b"jumb", SECRET)
    )
    assert clean(head + revealing + picture_box).data == head + picture_box


@pytest.mark.parametrize("data", [b"", b"one", b"glTF" + SECRET, b"\0\0\0\x18word" + SECRET, b"RIFF\0\0\0\0DATA"])
def test_what_is_no_picture_is_left_alone(data: bytes) -> None:
    assert clean(data).data == data
    assert not clean(data).unclear
    assert not may_have_metadata("a.bin", data)


@pytest.mark.parametrize("form", [*FORMATS, "TIFF"])
def test_pictures_are_known_by_their_first_bytes(form: str) -> None:
    assert may_have_metadata("a.bin", (picture(form) if form != "TIFF" else tiff(metadata=True))[:256])


def bitmap(bits: int = 24) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((7, 5)).convert("RGB" if bits == 24 else "P").save(out, "BMP")
    return out.getvalue()


@pytest.mark.parametrize("bits", [8, 24])
def test_a_bitmap_is_its_pixels(bits: int) -> None:
    plain = bitmap(bits)
    assert clean(plain).data == plain.replace(plain[38:46], plain[38:46])
    start = int.from_bytes(plain[10:14], "little")
    moved = plain[:6] + b"SN47" + (start + len(SECRET)).to_bytes(4, "little") + plain[14:start] + SECRET + plain[start:]
    found = clean(moved + SECRET)
    assert not found.unclear
    assert found.data == clean(plain).data
    assert clean(plain[:-9]).unclear


def icon(picture_data: bytes, between: bytes = b"") -> bytes:
    """An icon of one picture, with something between the list and the picture, and behind it."""
    entry = bytes((7, 5, 0, 0, 1, 0, 32, 0)) + struct.pack("<II", len(picture_data), 22 + len(between))
    return b"\0\0\1\0\1\0" + entry + between + picture_data + between


@pytest.mark.parametrize("form", ["png", "bmp"])
def test_an_icon_is_its_pictures(form: str) -> None:
    out = BytesIO()
    Image.new("RGBA", (16, 16), "teal").save(out, "ICO", bitmap_format=form, sizes=[(16, 16)])
    plain = out.getvalue()
    assert shown(clean(plain).data) == shown(plain)
    inner = picture("PNG") if form == "png" else plain[22:] + SECRET
    found = clean(icon(inner, SECRET))
    assert not found.unclear
    assert SECRET not in found.data
    assert clean(found.data).data == found.data
    with Image.open(BytesIO(found.data)) as image:
        image.load()
    assert clean(icon(b"no picture " + SECRET)).unclear


def heif(*boxes: tuple[bytes, bytes]) -> bytes:
    return picture("AVIF") + b"".join((8 + len(content)).to_bytes(4) + kind + content for kind, content in boxes)


@pytest.mark.parametrize("kind", [b"uuid", b"free", b"skip", b"Cust", b"mdat"])
def test_boxes_and_stores_that_belong_to_no_picture_are_overwritten(kind: bytes) -> None:
    found = clean(heif((kind, SECRET)))
    assert not found.unclear
    assert SECRET not in found.data
    assert shown(found.data) == shown(picture("AVIF"))


REFUSED = [
    b"8BPS\0\1" + SECRET,
    b"gimp xcf v011" + SECRET,
    b"\0\0\0\x18ftypcrx " + SECRET,
    b"FUJIFILMCCD-RAW " + SECRET,
    b"IIRO\x08\0\0\0" + SECRET,
    b"II+\0\x08\0\0\0" + SECRET,
    b"PK\3\4" + b"\0" * 26 + b"mimetypeimage/openraster" + SECRET,
    b"\xff\x4f\xff\x51" + SECRET,
    b"AT&TFORM" + SECRET,
]


@pytest.mark.parametrize("data", REFUSED)
def test_formats_of_programs_and_raw_data_of_cameras_are_refused(data: bytes) -> None:
    assert may_have_metadata("a.bin", data[:256])
    assert clean(data).unclear


@pytest.mark.parametrize("name", ["a.psd", "a.NEF", "a.tga", "a.svgz", "a.xcf"])
def test_pictures_without_a_mark_of_their_format_are_known_by_their_names(name: str) -> None:
    assert may_have_metadata(name, b"any bytes at all")
    assert clean(b"any bytes at all", name).unclear


@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_picture_that_still_holds_metadata_is_refused(form: str) -> None:
    assert clean(b"\0" + picture(form), f"a.{form.lower()}").unclear
    assert not clean(b"one", f"a.{form.lower()}").unclear


HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="4"'
TOLD = [
    ("", "<!-- SN-4711 -->"),
    ("", "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>SN-4711</r:RDF></metadata>"),
    ("", "<title>SN-4711</title><desc>SN-4711</desc>"),
    ("", "<script>SN-4711</script>"),
    ("", "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>SN-4711</p></foreignObject>"),
    ("", "SN-4711"),
    ("", "<?adobe SN-4711?>"),
    ("", "<x:grid xmlns:x='http://ada.example/SN-4711'>SN-4711</x:grid>"),
    ("", "<image xlink:href='file:///home/ada/SN-4711.png'/>"),
    ("", "<image href='https://ada.example/SN-4711.png'/>"),
    ("", "<use href='../SN-4711.svg#a'/>"),
    ("", "<style>/* SN-4711 */</style>"),
    ("", "<style>@import 'https://ada.example/SN-4711.css';</style>"),
    ("", "<style>g{-inkscape-font-specification:'SN-4711'}</style>"),
    ("", "<a href='javascript:SN-4711'/>"),
    ("", "<set attributeName='href' to='https://ada.example/SN-4711'/>"),
    ("", "<g id='SN-4711'/>"),
    ("", "<g display='none'><text>SN-4711</text></g>"),
    ("", "<text style='fill:red; display : none'>SN-4711</text>"),
    (" xmlns:s='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' s:docname='SN-4711'", ""),
    (" onload='SN-4711' data-name='SN-4711' aria-label='SN-4711'", ""),
    (" id='SN-4711'", ""),
    (" style=\"background:url('https://ada.example/SN-4711')\"", ""),
    (" xml:base='file:///home/ada/SN-4711'", ""),
]


@pytest.mark.parametrize(("attributes", "inside"), TOLD)
def test_a_drawing_is_what_is_drawn(attributes: str, inside: str) -> None:
    drawing = f'{HEAD}{attributes}>{inside}<path d="M0 0h4v4z"/></svg>'
    found = clean(drawing.encode(), "a.svg")
    assert not found.unclear
    assert b"4711" not in found.data
    assert b'<path d="M0 0h4v4z"/></svg>' in found.data
    assert clean(found.data, "a.svg").data == found.data
    head = '<?xml version="1.0"?>\n<!-- SN-4711 -->\n<!DOCTYPE svg [<!ENTITY a "SN-4711">]>\n'
    outside = f"{head}{drawing}<!-- SN-4711 -->"
    assert clean(outside.encode(), "a.svg").data == found.data
    assert clean(outside.encode("utf-16"), "a.svg").data == found.data


@pytest.mark.parametrize(
    "inside",
    [
        "<style>.a{display:inline}</style><text class='a' display='none'>SN-4711</text>",
        "<text display='none'>SN-4711<set attributeName='display' to='inline' begin='1s'/></text>",
        "<g display='none'><text id='a'>SN-4711</text></g><use href='#a'/>",
        "<text display='inline'>SN-4711</text>",
    ],
)
def test_what_a_drawing_may_show_stays_in_it(inside: str) -> None:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>"
    assert b"SN-4711" in clean(drawing.encode(), "a.svg").data


def test_a_drawing_with_nothing_else_in_it_stays_as_it_is() -> None:
    parts = (
        f"{HEAD} viewBox='0 0 4 4'>\n <defs>",
        "<linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient>",
        "<symbol id='sail'><path d='M0 0'/></symbol><g id='used'/></defs>\n <style>.a{fill:url(#g)}</style>",
        "<use xlink:href='#used'/><rect class='a' fill='url(#g)' style='stroke:red'/>",
        "<text x='1'>Lund &amp; more</text><a href='https://quay.example/'><circle r='1'/></a>",
        "<animate attributeName='r' values='1;2' dur='2s'/></svg>\n",
    )
    drawing = "".join(parts)
    assert clean(drawing.encode(), "a.svg").data == drawing.encode()


@pytest.mark.parametrize(
    "drawing",
    [
        f"{HEAD}><g></svg>",
        "<html></html>",
        f'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>{HEAD}>&c;</svg>',
        f"{HEAD}><style>g{{background:\\75rl(https://ada.example/x)}}</style></svg>",
        f"{HEAD}>{'<g>' * 400}{'</g>' * 400}</svg>",
    ],
)
def test_a_drawing_that_cannot_be_read_is_refused(drawing: str) -> None:
    assert clean(drawing.encode(), "a.svg").unclear


def address(data: bytes, kind: str = "image/jpeg") -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


WAYS = {
    "markdown": "![The mole]({})",
    "html": '<img src="{}" alt="The mole">',
    "unquoted": "<img src={} alt=x>",
    "style sheet": "body{{background:url({})}}",
    "json": '{{"image": "{}"}}',
    "drawing": "<svg xmlns='http://www.w3.org/2000/svg'><image href='{}'/></svg>",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", FORMATS)
def test_pictures_that_are_written_as_addresses_are_cleaned_like_files(way: str, form: str) -> None:
    data = picture(form)
    for kind in (f"image/{form.lower()}", "", "application/octet-stream", "IMAGE/X; charset=utf-8"):
        if way == "unquoted" and " " in kind:
            continue
        text = WAYS[way].replace("{{", "{").replace("}}", "}").replace("{}", address(data, kind))
        assert clean_text(text) == text.replace(address(data, kind), address(clean(data).data, kind))


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.replace("/", "%2F").replace("+", "%2B"),
        lambda text: text.replace("+", "-").replace("/", "_").rstrip("="),
        lambda text: "\n".join(text[at : at + 76] for at in range(0, len(text), 76)),
        lambda text: text.replace("/", "&#x2F;").replace("+", "&#43;"),
        lambda text: text.replace("/", "\\/"),
    ],
)
def test_however_the_signs_are_written_the_picture_is_cleaned(write: Callable[[str], str]) -> None:
    text = f'<img src="data:image/jpeg;base64,{write(b64encode(picture("JPEG")).decode())}" alt="x">'
    assert clean_text(text) == f'<img src="{address(clean(picture("JPEG")).data)}" alt="x">'


@pytest.mark.parametrize("before", ["", "İstanbul, ſo: a, b ", "Data: 5, data:x y, metadata: z "])
@pytest.mark.parametrize("scheme", ["data:", "DATA:", "dAtA:"])
def test_the_scheme_of_a_written_picture_may_have_any_letters_and_texts_before_it(scheme: str, before: str) -> None:
    data = picture("JPEG")
    text = f'{before}<img src="{address(data)}">'
    was, now = (b64encode(one).decode() for one in (data, clean(data).data))
    assert clean_text(text.replace("data:image", f"{scheme}image")) == text.replace(was, now)


@pytest.mark.parametrize("data", [tiff(metadata=True), b"8BPS" + SECRET])
def test_a_written_picture_that_cannot_be_cleaned_is_left_empty(data: bytes) -> None:
    assert clean_text(f"![x]({address(data)}) and more") == "![x](data:,) and more"


def test_drawings_that_are_written_letter_by_letter_are_cleaned() -> None:
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'><!-- SN-4711 --><path d='M0 0'/></svg>"
    clean_one = clean(drawing.encode()).data
    for text in (f'url("data:image/svg+xml,{drawing}")', f"url(data:image/svg+xml;utf8,{quote(drawing)}) no-repeat"):
        made = clean_text(text)
        assert "4711" not in unquote(made)
        assert unquote_to_bytes(made.partition(",")[2]).startswith(clean_one)
        assert clean_text(made) == made
    assert clean_text('"data:image/svg+xml,<svg x"') == '"data:,"'


@pytest.mark.parametrize("text", ["data: 3, 4 and 5", "See data:text/plain,hello and data:model/gltf;base64,Z2xURgAB."])
def test_other_addresses_of_data_stay_as_they_are(text: str) -> None:
    assert clean_text(text) == text
