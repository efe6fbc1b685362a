"""Films, sounds and papers lose what cameras and programs wrote, or are refused, and keep what is shown."""

import re
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from media_files import (
    SECRET,
    SHOWN,
    TIME,
    aiff,
    avi,
    film,
    flac,
    matroska,
    mp3,
    ogg,
    packed,
    pdf,
    rtf,
    text_document,
    unpacked,
    wav,
    word,
)

from annotated_briefings.output.pictures import clean, may_have_metadata

CLEANED = {
    "MP4": film(),
    "MOV": film(b"qt  "),
    "M4A": film(b"M4A ", position_track=False),
    "3GP": film(b"3gp5"),
    "Matroska": matroska(),
    "MP3": mp3(),
    "WAV": wav(),
    "AVI": avi(),
    "AIFF": aiff(),
    "FLAC": flac(),
    "Opus": ogg(),
    "Vorbis": ogg(b"\x03vorbis"),
    "RTF": rtf(),
    "PDF": pdf(),
    "PDF with packed objects": pdf(in_stream=True),
    "Word": word(),
    "OpenDocument": text_document(),
}
SAME_LENGTH = ("MP4", "MOV", "M4A", "3GP", "Matroska", "AVI", "Opus", "Vorbis", "PDF", "PDF with packed objects")
REFUSED = {
    "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%For: Ada Ash\n",
    "EPS with a preview": b"\xc5\xd0\xd3\xc6" + bytes(300),
    "Illustrator": pdf(more=b"\n8 0 obj\n<< /AIPrivateData1 4 0 R >>\nendobj"),
    "older Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(300),
    "Windows Media": b"0&\xb2u\x8ef\xcf\x11" + bytes(300),
    "Flash": b"FLV\x01" + bytes(300),
    "transport stream": (b"G\x40" + bytes(186)) * 3,
    "stream of a camcorder": (bytes(4) + b"G\x40" + bytes(186)) * 3,
    "programme stream": b"\0\0\x01\xba" + bytes(300),
    "a locked PDF": pdf(more=b"\n8 0 obj\n<< /Encrypt 4 0 R >>\nendobj"),
    "a signed PDF": pdf(more=b"\n8 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj"),
    "a PDF with earlier states": pdf() + pdf(),
    "a PDF with files": pdf(more=b"\n8 0 obj\n<< /EmbeddedFiles 4 0 R >>\nendobj"),
    "Word with changes": word(b'<w:ins w:author="Ada Ash"><w:t>x</w:t></w:ins>'),
    "Word with remarks": word(word__comments_xml=SECRET),
    "slides with notes": word(ppt__notesSlides__a_xml=SECRET),
    "RTF with changes": b"{\\rtf1 \\deleted secret}",
    "a cut film": film()[:200],
    "a cut document": word()[:-40],
    "Photoshop": b"8BPS" + bytes(300),
}


def text_of(data: bytes) -> bytes:
    """All that can be read in a file, packed or not."""
    if data.startswith(b"PK"):
        return data + unpacked(data)
    out = data
    for found in re.finditer(rb"(?<!end)stream\n(.*?)\nendstream", data, re.DOTALL):
        try:
            out += zlib.decompressobj().decompress(found[1])
        except zlib.error:
            continue
    return out


@pytest.mark.parametrize("kind", CLEANED)
def test_what_cameras_and_programs_wrote_goes_and_what_is_shown_stays(kind: str) -> None:
    data = CLEANED[kind]
    assert may_have_metadata("", data[:256])
    made = clean(data)
    assert not made.unclear
    text = text_of(made.data)
    assert SECRET not in text
    assert SECRET.hex().encode() not in text
    assert b"GoPro" not in text
    assert struct.pack(">I", TIME) not in text
    assert SHOWN in text
    assert (len(made.data) == len(data)) or kind not in SAME_LENGTH
    # There is nothing more to take out.
    assert clean(made.data).data == made.data


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_cleaned_is_not_published(kind: str) -> None:
    data = REFUSED[kind]
    assert may_have_metadata("", data[:256])
    assert clean(data).unclear


def test_what_stands_in_packed_objects_beside_those_facts_stays() -> None:
    assert b"(kept)" in text_of(clean(pdf(in_stream=True)).data)


def test_the_checksums_of_changed_pages_are_right() -> None:
    made = clean(ogg()).data
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ 0x04C11DB7) & 0xFFFFFFFF if value >> 31 else value << 1
        table.append(value)
    [start, end, *_] = [found.start() for found in re.finditer(b"OggS", made)][1:]
    page, value = made[start : start + 22] + bytes(4) + made[start + 26 : end], 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ table[value >> 24 ^ byte]
    assert made[start + 22 : start + 26] == struct.pack("<I", value)


@pytest.mark.parametrize("kind", CLEANED)
@given(data=st.data())
@settings(max_examples=25)
def test_damaged_films_sounds_and_papers_raise_nothing(kind: str, data: st.DataObject) -> None:
    whole = bytearray(CLEANED[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    clean(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


@given(st.text(max_size=300))
@pytest.mark.parametrize(
    "start", ["ID3 is a tag.", "The free port.", "FORM 12 AIFF", "Gate ", "OggSound", "", "\ufeff"]
)
def test_a_text_is_none_of_them(start: str, text: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        data = (start + text).encode(encoding, "replace")
        if not text.startswith(("%", "{", "PK", "<")):
            assert clean(data).data == data


def test_a_packed_file_of_another_kind_stays_as_it_is() -> None:
    data = packed({"data.csv": b"a,b\n1,2\n"})
    assert clean(data).data == data
