"""Damaged files: cut or changed anywhere, an archive gives its articles or a message of our own."""

import gzip
import os
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from format_writers import WRITERS, Block
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotated_briefings.base.diagnostics import Diagnostic, show
from annotated_briefings.intake.formats.detect import read_any

BLOCKS = [
    Block("p", "The slip of Ardle was closed on Monday after two of its rollers had come loose in the storm."),
    Block("p", "Boats of more than six metres will have to use the ramp at Corran until the end of the summer."),
]
STEP = 23 if "BRIEFINGS_SOAK" in os.environ else 61
"""Of the bytes of a file one in so many is changed; all were, when the rules were made."""


def deflated(data: bytes, method: int = ZIP_DEFLATED) -> bytes:
    """A zip archive with the same files, packed another way."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def open_sheet() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    rows = "".join(
        "<c:table-row>" + "".join(f"<c:table-cell><x:p>{text}</x:p></c:table-cell>" for text in row) + "</c:table-row>"
        for row in (("Title", "Text"), ("Slip closed", BLOCKS[0].text), ("Ramp", BLOCKS[1].text))
    )
    content = (
        f'<o:document-content xmlns:o="{space}:office:1.0" xmlns:c="{space}:table:1.0" xmlns:x="{space}:text:1.0">'
        f"<o:body><o:spreadsheet><c:table c:name='Clips'>{rows}</c:table></o:spreadsheet></o:body>"
        "</o:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content.encode()})


def book() -> bytes:
    page = WRITERS["html"](BLOCKS)
    container = b'<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    return packed({"mimetype": b"application/epub+zip", "META-INF/container.xml": container, "a.xhtml": page})


def web_archive(compressed: bool) -> bytes:
    file = BytesIO()
    writer = WARCWriter(file, gzip=compressed)
    for number in (1, 2):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        page = BytesIO(WRITERS["html"](BLOCKS))
        record = writer.create_warc_record(
            f"https://q.example/{number}", "response", payload=page, http_headers=headers
        )
        writer.write_record(record)
    return file.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "a.docx": lambda: deflated(WRITERS["docx"](BLOCKS)),
    "stored.docx": lambda: WRITERS["docx"](BLOCKS),
    "a.odt": lambda: deflated(WRITERS["odt"](BLOCKS)),
    "a.xlsx": lambda: deflated(WRITERS["sheet"](BLOCKS)),
    "stored.xlsx": lambda: deflated(WRITERS["sheet"](BLOCKS), ZIP_STORED),
    "a.ods": open_sheet,
    "a.epub": book,
    "a.wacz": lambda: packed({"archive/data.warc.gz": web_archive(True), "datapackage.json": b'{"profile": "x"}'}),
    "a.zip": lambda: deflated(WRITERS["zip"](BLOCKS)),
    "stored.zip": lambda: WRITERS["zip"](BLOCKS),
    "a.warc": lambda: web_archive(False),
    "a.warc.gz": lambda: web_archive(True),
    "a.txt.gz": lambda: gzip.compress(WRITERS["text"](BLOCKS), mtime=0),
}


def damaged(data: bytes, step: int) -> Iterator[bytes]:
    """A file cut at some of its places, and with some of its bytes changed in several ways."""
    for at in range(0, len(data), step):
        yield data[:at]
        for mask in (0x01, 0x80, 0xFF):
            yield data[:at] + bytes((data[at] ^ mask,)) + data[at + 1 :]


FOREIGN = re.compile(
    r"zip file|central directory|bad (?:magic|crc)|crc-32|error -?\d|invalid|codec|no item|decompress|errno|list index"
    r"|literal|token|well-formed|column \d|key|exception|unpack requires|zlib|file-like|warc/|arc header|struct",
    re.IGNORECASE,
)
"""Words of the libraries that read archives."""


def reported(found: tuple[Diagnostic, ...]) -> list[str]:
    return [show(one) for one in found]


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_gives_its_articles_or_words_of_our_own(name: str) -> None:
    data = FILES[name]()
    for other in damaged(data, STEP if name != "a.warc" else 5 * STEP):
        documents, found = read_any(name, other)
        assert documents or found
        for one in found:
            assert one.help, one
            # A name in the damaged file may have any letters.
            assert not FOREIGN.search(re.sub(r"`[^`]*`", "", one.message)), one.message
            assert one.place.path.startswith(name)


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("a.epub", "a.warc")])
def test_a_file_that_is_cut_never_loses_words_in_silence(name: str) -> None:
    data = FILES[name]()
    whole = [p.text for d in read_any(name, data)[0] for p in d.paragraphs]
    assert whole
    for at in range(len(b"PK\3\4"), len(data), STEP):
        if data[at : at + 2] == b"\x1f\x8b":
            continue  # Between two records of a packed web archive: what is above is whole.
        documents, found = read_any(name, data[:at])
        assert found or [p.text for d in documents for p in d.paragraphs] == whole


def encrypted(data: bytes) -> bytes:
    """A zip archive whose first file is marked as encrypted, in its list too."""
    listed = data.index(b"PK\x01\x02")
    marked = bytearray(data)
    marked[6] |= 1
    marked[listed + 8] |= 1
    return bytes(marked)


def spoiled(data: bytes, name: bytes) -> bytes:
    """A zip archive in which the content of a file is not what its sum says."""
    at = data.index(name) + len(name) + 20
    return data[:at] + bytes((data[at] ^ 0xFF,)) + data[at + 1 :]


NOTE = ("Slip closed\n\n" + "\n\n".join(block.text for block in BLOCKS)).encode()
ZIP = packed({"a.txt": NOTE, "b.txt": NOTE, "c.txt": NOTE})


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        (
            "a.zip",
            ZIP[:-30],
            "a.zip: error[broken-file]: the archive cannot be read: it is no zip archive, or its end is missing\n"
            "  help: download it or pack it again",
        ),
        (
            "a.zip",
            spoiled(ZIP, b"b.txt"),
            "a.zip: error[broken-file]: `b.txt` in the archive is damaged\n"
            "  help: download it or pack it again; its other files were read",
        ),
        (
            "a.zip",
            spoiled(spoiled(ZIP, b"b.txt"), b"c.txt"),
            "a.zip: error[broken-file]: 2 files, `b.txt` the first of them, in the archive are damaged\n"
            "  help: download it or pack it again; its other files were read",
        ),
        (
            "a.zip",
            encrypted(ZIP),
            "a.zip: error[broken-file]: `a.txt` in the archive is encrypted\n"
            "  help: unpack it with its password, and import the folder",
        ),
        (
            "a.xlsx",
            FILES["a.xlsx"]()[:-30],
            "a.xlsx: error[broken-file]: the spreadsheet cannot be read: it is no zip archive, or its end is missing\n"
            "  help: open it, and save it again or as .csv",
        ),
        (
            "a.ods",
            encrypted(packed({"content.xml": b"x"})),
            "a.ods: error[broken-file]: the spreadsheet cannot be read: its part `content.xml` is encrypted\n"
            "  help: open it, and save it again or as .csv",
        ),
        (
            "a.xlsx",
            packed({"xl/workbook.xml": b"<workbook>"}),
            "a.xlsx: error[broken-file]: the spreadsheet cannot be read: its part `xl/workbook.xml` is no XML\n"
            "  help: open it, and save it again or as .csv",
        ),
        (
            "a.ods",
            packed({"other.xml": b"<a/>"}),
            "a.ods: error[broken-file]: the spreadsheet cannot be read: it holds no sheets\n"
            "  help: open it, and save it again or as .csv",
        ),
        (
            "a.txt.gz",
            FILES["a.txt.gz"]()[:-9],
            "a.txt.gz: error[broken-file]: the packed file cannot be read: it is cut off\n"
            "  help: download it or pack it again",
        ),
        (
            "a.warc",
            web_archive(False)[:300],
            "a.warc: error[broken-file]: the web archive cannot be read: its first record is damaged\n"
            "  help: download it again",
        ),
        (
            "a.warc",
            web_archive(False)[:-100],
            "a.warc: error[broken-file]: the web archive cannot be read from record 2 on: it is damaged or cut off "
            "there\n  help: download it again; everything before the fault was read",
        ),
        (
            "a.warc.gz",
            gzip.compress(web_archive(False)),
            "a.warc.gz: error[broken-file]: the web archive cannot be read to its end: its records are not packed one "
            "by one\n  help: unpack it, and import the .warc file",
        ),
    ],
)
def test_a_damaged_file_is_named_with_what_is_wrong_and_what_to_do(name: str, data: bytes, text: str) -> None:
    assert text in reported(read_any(name, data)[1])


def test_the_other_files_of_a_damaged_archive_are_read_and_the_damaged_ones_are_counted() -> None:
    documents, _ = read_any("a.zip", spoiled(encrypted(ZIP), b"b.txt"))
    assert [(d.name, d.left_out) for d in documents] == [
        ("a.zip/a.txt", "it is encrypted"),
        ("a.zip/b.txt", "it is damaged"),
        ("a.zip/c.txt", ""),
    ]


def test_several_files_packed_one_after_another_by_gzip_are_one_text() -> None:
    first, second = (gzip.compress(f"{block.text}\n\n".encode(), mtime=0) for block in BLOCKS)
    documents, found = read_any("a.txt.gz", first + second)
    assert found == ()
    assert [p.text for d in documents for p in d.paragraphs] == [block.text for block in BLOCKS]
