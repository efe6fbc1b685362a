"""Which films, sounds and papers there are, told by their first bytes: what is cleaned, and what is not published.

Texts are cleaned by ``output/comments``. Formats of which we know neither are published as they are.
"""

import gzip
import zlib
from collections.abc import Callable

from annotated_briefings.output.media.films import clean_film, is_film
from annotated_briefings.output.media.fonts import clean_font, is_font
from annotated_briefings.output.media.matroska import MATROSKA, clean_matroska
from annotated_briefings.output.media.office import ZIP, clean_office
from annotated_briefings.output.media.ogg import OGG, clean_ogg
from annotated_briefings.output.media.pdf import PDF, clean_pdf
from annotated_briefings.output.media.programs import WASM, clean_wasm
from annotated_briefings.output.media.rich_text import RTF, clean_rtf
from annotated_briefings.output.media.sounds import clean_sound, is_sound
from annotated_briefings.output.unclear import Unclear

_REFUSED = (
    b"%!PS",  # PostScript, EPS, older Illustrator files
    b"\xc5\xd0\xd3\xc6",  # EPS with a preview
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # older office files
    b"0&\xb2u\x8ef\xcf\x11",  # Windows Media
    b"FLV\x01",
    b".RMF",  # RealMedia
    b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5",  # InDesign
    b"\0\0\x01\xba",  # MPEG streams, in which camcorders keep their position
    b"PK\x05\x06",  # a zip file without files: what is in it is no file
    b"PK\x07\x08",  # a part of a zip file
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\xfd7zXZ\0",
    b"(\xb5/\xfd",  # Zstandard
    b"\x04\x22M\x18",  # LZ4
    b"MSCF",
    b"!<arch>\n",  # packages of Debian
    b"SQLite format 3\0",  # rows that were deleted stay in it
)
_BZIP, _TAR = (b"BZh", b"1AY&SY"), (257, b"ustar")
GZIP = b"\x1f\x8b\x08"
_LONGEST = 400_000_000
"""Bytes of a packed file when it is unpacked; more may be a trap."""
_SYNC = ((0, 188), (0, 192), (4, 196))
"""Where the first two packets of MPEG transport streams begin, each with a `G`."""


def is_media(head: bytes) -> bool:
    """Whether a file that begins with some bytes, at least 200, is a film, a sound or a paper with metadata."""
    known = head.startswith((MATROSKA, OGG, PDF, RTF, ZIP, GZIP, WASM)) or is_film(head) or is_sound(head)
    return known or is_font(head) or _is_refused(head)


def _is_refused(head: bytes) -> bool:
    stream = any(head[one : one + 1] == head[two : two + 1] == b"G" for one, two in _SYNC)
    packed = (head.startswith(_BZIP[0]) and head[4:10] == _BZIP[1]) or head[_TAR[0] :].startswith(_TAR[1])
    return packed or head.startswith(_REFUSED) or (stream and (b"\0" in head or not head.isascii()))


def clean_media(data: bytes, clean_picture: Callable[[bytes], bytes]) -> bytes | None:
    """A film, a sound or a paper without metadata; None for what is none. ``clean_picture`` cleans pictures in papers.
    Raises Unclear for what must not be published."""
    if _is_refused(data[:512]):
        raise Unclear
    if is_film(data):
        return clean_film(data)
    if data.startswith(MATROSKA):
        return clean_matroska(data)
    if data.startswith(OGG):
        return clean_ogg(data)
    if data.startswith(PDF):
        return clean_pdf(data)
    if data.startswith(RTF):
        return clean_rtf(data)
    if data.startswith(ZIP):
        return clean_office(data, clean_picture)
    if data.startswith(GZIP):
        return _clean_gzip(data, clean_picture)
    if data.startswith(WASM):
        return clean_wasm(data)
    if is_font(data):
        return clean_font(data)
    return clean_sound(data) if is_sound(data) else None


def _clean_gzip(data: bytes, clean: Callable[[bytes], bytes]) -> bytes:
    """A file packed with gzip, without its former name, its time, remarks, and what is behind its end."""
    reader = zlib.decompressobj(wbits=31)
    try:
        inner = reader.decompress(data, _LONGEST)
    except zlib.error as error:
        raise Unclear from error
    if not reader.eof:
        raise Unclear
    made = clean(inner)
    plain = data[3:8] == bytes(5) and made == inner and not reader.unused_data
    return data if plain else gzip.compress(made, mtime=0)
