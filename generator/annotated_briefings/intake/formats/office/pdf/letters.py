"""The letters of a PDF file with their places on the page. The home of pdfminer.six."""

import logging
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTFigure, LTImage, LTItem, LTLayoutContainer, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.pdf.packet import packet_properties

# What pdfminer remarks on damaged files is nothing for terminals.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())
_MOST_LETTERS = 5_000_000
"""Letters of a file; a thousand full pages."""
_LARGEST = 200_000_000
"""Bytes that one stream of a file unpacks to."""
_PACKED = 190_000
"""Bytes of a stream that can unpack to more than that."""
_TILTED = 0.15
"""Slope of words that are drawn across a page, as no scanner tilts a text."""
_TINY = 1.0
"""Size of letters, in points, that nobody can read."""
_LIGATURES = str.maketrans({0xFB00 + n: s for n, s in enumerate(("ff", "fi", "fl", "ffi", "ffl", "ft", "st"))})
_NO_LETTER = regex(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_WHITE = 0.99


class UnreadablePdf(ValueError):
    """Why a PDF file cannot be read, in words that follow `the PDF file`."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(why)
        self.remedy = remedy


class Letter(NamedTuple):
    """A letter and its place in points, from the lower left corner of the page."""

    text: str
    """The letter, or the letters of a ligature."""
    left: float
    right: float
    base: float
    """Height of the line that it stands on."""
    size: float
    bold: bool
    italic: bool


class Frame(NamedTuple):
    """A part of a page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class PageLetters(Value):
    """The letters of a page."""

    letters: tuple[Letter, ...]
    """Those that a reader sees, in the order in which they are drawn."""
    sideways: str
    """Words that are written sideways or across the page."""
    links: tuple[tuple[Frame, str], ...]
    """Where links are, and their addresses."""
    height: float
    """Height of the page."""


def read_letters(data: bytes) -> tuple[tuple[PageLetters, ...], tuple[tuple[str, str], ...]]:
    """The letters of the pages of a file, and its properties by name; raises ``UnreadablePdf``."""
    _refuse_traps(data)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        return tuple(_pages(document)), tuple(_properties(document))
    except UnreadablePdf:
        raise
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadablePdf(
            "is encrypted, and cannot be read without its password",
            "open it with its password, print it into a new PDF file, and import that",
        ) from error
    except Exception as error:  # pdfminer raises whatever it meets in a damaged file
        reason = str(error).split("\n")[0][:80].lower() or type(error).__name__
        raise UnreadablePdf(
            f"cannot be read: {reason}", "open it and print it into a new PDF file, or save its text into a .txt file"
        ) from error


def _properties(document: PDFDocument) -> Iterator[tuple[str, str]]:
    for info in document.info:
        for name, value in info.items():
            if isinstance(value, bytes):
                yield str(name), decode_text(value)
    packet = resolve1(document.catalog.get("Metadata"))
    if isinstance(packet, PDFStream):
        yield from packet_properties(packet.get_data())


def _pages(document: PDFDocument) -> Iterator[PageLetters]:
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        device.links = () if page.rotate % 360 else tuple(_links(page))
        interpreter.process_page(page)
        if device.page is not None:
            yield device.page
            device.page = None


class _Device(PDFLayoutAnalyzer):
    """Takes the letters of each page as pdfminer comes to them."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.page: PageLetters | None = None
        self.links: tuple[tuple[Frame, str], ...] = ()
        self._left = _MOST_LETTERS

    def receive_layout(self, ltpage: LTPage) -> None:
        """Called at the end of each page."""
        letters: list[Letter] = []
        sideways: list[str] = []
        grounds: list[Frame] = []
        paper = Frame(0, 0, ltpage.width, ltpage.height)
        unread = 0
        for item in _flat(ltpage):
            if isinstance(item, LTRect | LTImage):
                if isinstance(item, LTImage) or (item.fill and not _is_white(_hashed(item.non_stroking_color))):
                    grounds.append(Frame(*item.bbox))
                continue
            if not isinstance(item, LTChar):
                continue
            self._left -= 1
            if self._left < 0:
                raise UnreadablePdf(
                    f"has more than {_MOST_LETTERS // 1_000_000} million letters", "split it, and import the parts"
                )
            text = item.get_text().translate(_LIGATURES)
            unread += _NO_LETTER.search(text) is not None
            middle = (item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2
            if item.size <= _TINY or not paper.holds(*middle):
                continue
            if _is_white(_hashed(item.graphicstate.ncolor)) and not any(ground.holds(*middle) for ground in grounds):
                continue
            if not item.upright or abs(item.matrix[1]) > _TILTED * abs(item.matrix[0]):
                sideways.append(text)
                continue
            bold, slanted = _face(item.fontname)
            base = item.matrix[5]
            base = base if item.y0 <= base <= item.y1 else item.y0 + 0.2 * item.size
            letters.append(Letter(_NO_LETTER.sub("\ufffd", text), item.x0, item.x1, base, item.size, bold, slanted))
        if unread * 5 > len(letters) > 20:
            raise UnreadablePdf(
                "has fonts that do not say which letters they draw", "run it through text recognition first"
            )
        self.page = PageLetters(tuple(letters), "".join(sideways), self.links, float(ltpage.height))


def _flat(around: LTLayoutContainer) -> Iterator[LTItem]:
    for item in around:
        if isinstance(item, LTFigure):
            yield from _flat(item)
        else:
            yield item


@lru_cache(maxsize=256)
def _face(font: str) -> tuple[bool, bool]:
    """Whether the letters of a font are bold, and whether they are slanted."""
    name = font.rpartition("+")[2].lower()
    return any(word in name for word in ("bold", "black", "heavy", "demi")), "italic" in name or "oblique" in name


def _hashed(colour: object) -> object:
    return tuple(colour) if isinstance(colour, list) else colour


@lru_cache(maxsize=256)
def _is_white(colour: object) -> bool:
    parts = colour if isinstance(colour, tuple) else (colour,)
    if not all(isinstance(part, int | float) for part in parts) or not parts:
        return False
    if len(parts) == 4:  # inks: cyan, magenta, yellow, black
        return all(part <= 1 - _WHITE for part in parts)
    return all(part >= _WHITE for part in parts)


def _links(page: PDFPage) -> Iterator[tuple[Frame, str]]:
    """Where a page has links to the web."""
    left, bottom = page.mediabox[0], page.mediabox[1]
    for one in resolve1(page.annots) or ():
        note = resolve1(one)
        action = resolve1(note.get("A")) if isinstance(note, dict) else None
        address = resolve1(action.get("URI")) if isinstance(action, dict) else None
        place = resolve1(note.get("Rect")) if isinstance(note, dict) else None
        if isinstance(address, bytes) and isinstance(place, list) and len(place) == 4:
            corners = [float(resolve1(corner)) for corner in place]
            across, up = sorted(corners[::2]), sorted(corners[1::2])
            frame = Frame(across[0] - left, up[0] - bottom, across[1] - left, up[1] - bottom)
            yield frame, address.decode("utf-8", "replace")


def _refuse_traps(data: bytes) -> None:
    """Refuse a file with a stream that unpacks to more than any page needs."""
    for start in re.finditer(rb"stream\r?\n", data):
        end = data.find(b"endstream", start.end())
        if end - start.end() < _PACKED:
            continue
        unpack, size = zlib.decompressobj(), 0
        rest = data[start.end() : end]
        try:
            while rest and size <= _LARGEST:
                size += len(unpack.decompress(rest, 1_000_000))
                rest = unpack.unconsumed_tail
        except zlib.error:
            continue
        if size > _LARGEST:
            raise UnreadablePdf(
                f"unpacks to more than {_LARGEST // 1_000_000} MB", "print it into a new PDF file, and import that"
            )
