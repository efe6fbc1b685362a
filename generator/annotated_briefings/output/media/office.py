"""Office files that are zip files: Word, Excel, PowerPoint, OpenDocument and EPUB.

What names persons, programs and times is left out of the files in them, pictures in them are cleaned, and one with
tracked changes or remarks is refused: what it shows is not all that it says. Other zip files are left as they are.
"""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from annotated_briefings.output.unclear import Unclear

ZIP = b"PK\x03\x04"
_LONGEST = 400_000_000
"""Bytes of a document when it is unpacked; more may be a trap."""
_EMPTIED = re.compile(r"docProps/(?:core|app)\.xml\Z|(?:.*/)?meta\.xml\Z")
_DROPPED = re.compile(r"docProps/thumbnail\.|Thumbnails/|(?:word|xl|ppt)/(?:people|persons/.*|commentAuthors)\.xml\Z")
_REMARKS = re.compile(
    r"(?:word|ppt|xl)/(?:(?:threaded)?comments?\w*/|comments\w*\.xml\Z)|xl/revisions/|ppt/notesSlides/"
    r"|_xmlsignatures/|META-INF/documentsignatures\.xml\Z",
    re.IGNORECASE,
)
"""Remarks, earlier states, notes of speakers, and signatures, which any change would break."""
_CHANGES = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b|<text:tracked-changes\b|<office:annotation\b"
)
_TRACES = re.compile(rb' w:rsid\w*="[^"]*"|<w:rsid\w* [^>]*/>|<x15ac:absPath\b[^>]*/>| userName="[^"]*"')
"""Numbers of sessions, folders and names of those who worked on a document."""
_PRINTERS = re.compile(rb'(config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*')
_TEXT = re.compile(rb">[^<]+<")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|emf|wmf)\Z", re.IGNORECASE)
_FORMS = ("[Content_Types].xml", "mimetype")


def clean_office(data: bytes, clean_picture: Callable[[bytes], bytes]) -> bytes | None:
    """A document without metadata; None for a zip file of another kind. Raises Unclear."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if not any(mark in names for mark in _FORMS):
                return None
            if sum(info.file_size for info in packed.infolist()) > _LONGEST or any(map(_REMARKS.search, names)):
                raise Unclear
            files = [(info, packed.read(info)) for info in packed.infolist()]
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise Unclear from error
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for info, content in files:
            if not _DROPPED.search(info.filename):
                # A fixed time, so that the same document gives the same bytes.
                kept = ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
                kept.compress_type = ZIP_STORED if info.compress_type == ZIP_STORED else ZIP_DEFLATED
                made.writestr(kept, _clean_part(info.filename, content, clean_picture))
    return out.getvalue()


def _clean_part(name: str, content: bytes, clean_picture: Callable[[bytes], bytes]) -> bytes:
    if _EMPTIED.match(name) or name == "docProps/custom.xml":
        return _TEXT.sub(b"><", content)
    if _PICTURE.search(name):
        return clean_picture(content)
    if name.endswith((".xml", ".rels")):
        if _CHANGES.search(content):
            raise Unclear
        return _PRINTERS.sub(rb"\1", _TRACES.sub(b"", content))
    return content
