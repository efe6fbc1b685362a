"""Which films, sounds and papers there are, told by their first bytes: what is cleaned, and what is not published.

Formats of which we know neither are published as they are: texts, fonts, tables of numbers and program code hold what
somebody typed into them, and nothing else.
"""

from collections.abc import Callable

from annotated_briefings.output.media.films import clean_film, is_film
from annotated_briefings.output.media.matroska import MATROSKA, clean_matroska
from annotated_briefings.output.media.office import ZIP, clean_office
from annotated_briefings.output.media.ogg import OGG, clean_ogg
from annotated_briefings.output.media.pdf import PDF, clean_pdf
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
)
_SYNC = ((0, 188), (0, 192), (4, 196))
"""Where the first two packets of MPEG transport streams begin, each with a `G`."""


def is_media(head: bytes) -> bool:
    """Whether a file that begins with some bytes, at least 200, is a film, a sound or a paper with metadata."""
    known = head.startswith((MATROSKA, OGG, PDF, RTF, ZIP)) or is_film(head) or is_sound(head)
    return known or _is_refused(head)


def _is_refused(head: bytes) -> bool:
    stream = any(head[one : one + 1] == head[two : two + 1] == b"G" for one, two in _SYNC)
    return head.startswith(_REFUSED) or (stream and (b"\0" in head or not head.isascii()))


def clean_media(data: bytes, clean_picture: Callable[[bytes], bytes]) -> bytes | None:
    """A film, a sound or a paper without metadata; None for what is none. ``clean_picture`` cleans pictures in papers.
    Raises Unclear for what must not be published."""
    if _is_refused(data[:256]):
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
    return clean_sound(data) if is_sound(data) else None
