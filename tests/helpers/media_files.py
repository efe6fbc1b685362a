"""Films, sounds and papers of every kind that is cleaned, around words that must go and words that stay."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

SECRET = b"Ada Ash 52.520008 13.404954 SN-4711"
"""What a camera or a program has written."""
SHOWN = b"SHOWN-TO-EVERYBODY" * 4
"""What is seen or heard."""
TIME = 3_849_984_000
"""A moment of recording, in seconds since 1904."""


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", len(content) + 8) + kind + content


def _track(handler: bytes, places: list[int], size: int) -> bytes:
    entry = struct.pack(">I", 86 + len(SECRET)) + b"avc1" + bytes(42) + b"\x0bGoPro 4711 " + bytes(20)
    entry = entry.ljust(86, b"\0") + bytes(len(SECRET))
    table = box(
        b"stbl",
        box(b"stsd", struct.pack(">II", 0, 1), entry if handler == b"vide" else box(b"mett", bytes(8))),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
        box(b"stsz", struct.pack(">III", 0, size, len(places))),
        box(b"stco", struct.pack(">II", 0, len(places)), *(struct.pack(">I", at) for at in places)),
    )
    return box(
        b"trak",
        box(b"tkhd", struct.pack(">IIIII", 0, TIME, TIME, 1, 0), bytes(64)),
        box(
            b"mdia",
            box(b"mdhd", struct.pack(">IIII", 0, TIME, TIME, 1000), bytes(8)),
            box(b"hdlr", bytes(8), handler, bytes(12), SECRET + b"\0"),
            box(b"minf", table),
        ),
    )


def film(brand: bytes = b"mp42", *, position_track: bool = True) -> bytes:
    head = box(b"ftyp", brand, bytes(4), brand)
    store = SHOWN + SECRET
    start = len(head) + 8
    tracks = [_track(b"vide", [start], len(SHOWN))]
    if position_track:
        tracks.append(_track(b"meta", [start + len(SHOWN)], len(SECRET)))
    else:
        store = SHOWN
    about = box(b"udta", box(b"\xa9xyz", SECRET), box(b"meta", bytes(4), box(b"ilst", SECRET)))
    moov = box(b"moov", box(b"mvhd", struct.pack(">IIII", 0, TIME, TIME, 1000), bytes(84)), *tracks, about)
    return head + box(b"mdat", store) + moov + box(b"free", SECRET) + box(b"uuid", bytes(16), SECRET)


def element(ident: str, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return bytes.fromhex(ident) + (len(content) | 1 << 56).to_bytes(8) + content


def matroska() -> bytes:
    info = element("1549A966", element("2AD7B1", b"\x0f\x42\x40"), element("7BA9", SECRET), element("5741", SECRET))
    tags = element("1254C367", element("7373", SECRET))
    cluster = element("1F43B675", element("A3", SHOWN))
    segment = element("18538067", info, tags, cluster, element("1941A469", SECRET), element("EC", SECRET))
    return element("1A45DFA3", element("4282", b"webm")) + segment


def mp3() -> bytes:
    title = b"TIT2" + struct.pack(">I", len(SECRET) + 1) + b"\0\0\0" + SECRET
    size = bytes((0, 0, len(title) >> 7, len(title) & 0x7F))
    ape_size = struct.pack("<III", 2000, 32 + len(SECRET), 1)
    ape = SECRET + b"APETAGEX" + ape_size + bytes(12)
    frame = b"\xff\xfb\x90\x00" + SHOWN
    return b"ID3\3\0\0" + size + title + frame + ape + (b"TAG" + SECRET).ljust(128, b"\0")


def _riff_chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def wav() -> bytes:
    chunks = _riff_chunk(b"fmt ", bytes(16)) + _riff_chunk(b"LIST", b"INFO" + SECRET) + _riff_chunk(b"bext", SECRET)
    chunks += _riff_chunk(b"data", SHOWN) + _riff_chunk(b"id3 ", SECRET)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WAVE" + chunks


def avi() -> bytes:
    head = _riff_chunk(b"LIST", b"hdrl" + _riff_chunk(b"avih", bytes(8)) + _riff_chunk(b"IDIT", SECRET))
    chunks = head + _riff_chunk(b"LIST", b"INFO" + SECRET) + _riff_chunk(b"JUNK", SECRET)
    chunks += _riff_chunk(b"LIST", b"movi" + SHOWN)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"AVI " + chunks


def aiff() -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return kind + struct.pack(">I", len(content)) + content + bytes(len(content) % 2)

    chunks = chunk(b"COMM", bytes(18)) + chunk(b"AUTH", SECRET) + chunk(b"ANNO", SECRET) + chunk(b"SSND", SHOWN)
    return b"FORM" + struct.pack(">I", len(chunks) + 4) + b"AIFF" + chunks


def flac() -> bytes:
    def block(kind: int, content: bytes) -> bytes:
        return bytes((kind,)) + len(content).to_bytes(3) + content

    return b"fLaC" + block(0, bytes(34)) + block(4, SECRET) + block(2, SECRET) + block(0x86, SECRET) + SHOWN


def _ogg_page(flags: int, number: int, laces: bytes, content: bytes) -> bytes:
    head = b"OggS\0" + bytes((flags,)) + bytes(8) + struct.pack("<III", 7, number, 0) + bytes((len(laces),)) + laces
    return head + content


def ogg(mark: bytes = b"OpusTags") -> bytes:
    first = b"OpusHead" if mark == b"OpusTags" else b"\x01vorbis"
    comment = b"ARTIST=" + SECRET * 20
    packet = mark + struct.pack("<I", 4) + b"Lavf" + struct.pack("<II", 1, len(comment)) + comment + b"\1"
    half = 255
    pages = _ogg_page(2, 0, bytes((len(first),)), first) + _ogg_page(0, 1, b"\xff", packet[:half])
    rest = packet[half:]
    laces = bytes([255] * (len(rest) // 255) + [len(rest) % 255])
    return pages + _ogg_page(1, 2, laces, rest) + _ogg_page(4, 3, bytes((len(SHOWN),)), SHOWN)


def rtf() -> bytes:
    inner = b"{\\info{\\author " + SECRET + b"}{\\title \\{ " + SECRET + b"}}{\\*\\company " + SECRET + b"}"
    return b"{\\rtf1\\ansi" + inner + b"\\pard " + SHOWN + b"\\par}"


def packed(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as found:
        return b"\n".join(found.read(name) for name in found.namelist())


def word(body: bytes = b"<w:p><w:t>" + SHOWN + b"</w:t></w:p>", **more: bytes) -> bytes:
    core = b"<cp:coreProperties><dc:creator>" + SECRET + b"</dc:creator></cp:coreProperties>"
    files = {
        "[Content_Types].xml": b"<Types/>",
        "docProps/core.xml": core,
        "docProps/app.xml": b"<Properties><Company>" + SECRET + b"</Company></Properties>",
        "docProps/thumbnail.jpeg": SECRET,
        "_rels/.rels": b'<Relationships><Relationship Id="r" Target="word/document.xml"/>'
        b'<Relationship Id="c" Target="docProps/core.xml"/><Relationship Id="a" Target="docProps/app.xml"/>'
        b"</Relationships>",
        "word/unlisted.xml": SECRET,
        "word/document.xml": b'<w:document w:rsidR="00A1">' + body + b"</w:document>",
    }
    return packed(files | {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in more.items()})


def text_document() -> bytes:
    meta = b"<office:meta><meta:initial-creator>" + SECRET + b"</meta:initial-creator></office:meta>"
    listed = (b"/", b"meta.xml", b"settings.xml", b"content.xml")
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "meta.xml": meta,
            "settings.xml": b'<s config:name="PrinterName">' + SECRET + b"</s>",
            "content.xml": b"<text:p>" + SHOWN + b"<!-- " + SECRET + b" --></text:p>",
            "unlisted.xml": SECRET,
            "META-INF/manifest.xml": b"<manifest:manifest>"
            + b"".join(b'<manifest:file-entry manifest:full-path="%s"/>' % name for name in listed)
            + b"</manifest:manifest>",
        }
    )


def pdf(*, in_stream: bool = False, more: bytes = b"") -> bytes:
    info = (
        b"<< /Author (" + SECRET + b" \\(x\\)) /Title <" + SECRET.hex().encode() + b"> /Producer (" + SECRET + b") >>"
    )
    packet = b'<?xpacket begin="" id="W5M0"?><rdf:RDF>' + SECRET + b"</rdf:RDF><?xpacket end='w'?>"
    plain = b"<< /Length %d /Type /Metadata /Subtype /XML >>\nstream\n" % len(packet) + packet + b"\nendstream"
    squeezed = zlib.compress(SECRET * 9)
    meta = (
        b"<< /Type /Metadata /Filter /FlateDecode /Length %d >>\nstream\n" % len(squeezed) + squeezed + b"\nendstream"
    )
    objects = [
        b"1 0 obj\n<< /Type /Catalog /Kids [2 0 R 3 0 R 5 0 R 8 0 R] >>\nendobj",
        b"2 0 obj\n" + plain + b"\nendobj",
        b"3 0 obj\n" + meta + b"\nendobj",
    ]
    if in_stream:
        inner = b"9 0 8 %d " % (len(info) + 1) + info + b" << /A (kept) >>"
        first = inner.index(b"<<")
        made = zlib.compress(inner)
        head = b"<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>" % (first, len(made))
        objects.append(b"7 0 obj\n" + head + b"\nstream\n" + made + b"\nendstream\nendobj")
    else:
        objects.append(b"9 0 obj\n" + info + b"\nendobj")
    picture = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(SECRET) + 8) + b"Exif\0\0" + SECRET + b"\xff\xda"
    objects.append(b"5 0 obj\n<< /Filter /DCTDecode >>\nstream\n" + picture + SHOWN + b"\nendstream\nendobj")
    return (
        b"%PDF-1.7\n" + b"\n".join(objects) + more + b"\ntrailer << /Root 1 0 R /Info 9 0 R >>\nstartxref\n0\n%%EOF\n"
    )
