"""Files of other formats inside a Word document, shown at their place (`altChunk`, ISO/IEC 29500-1, 17.17.2)."""

from collections.abc import Callable, Iterator, Sequence

from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.encodings.decode import decode_text
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.mail.mime.structure import parse
from annotated_briefings.intake.formats.mail.parts import contents
from annotated_briefings.intake.formats.office.flow import InlineText, Item, Line, Part
from annotated_briefings.intake.formats.office.rtf import read_rtf_file
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile, ZipArchive
from annotated_briefings.intake.model import Paragraph

_LARGEST = 20_000_000
"""Bytes of such a file that are read."""
_UNREAD = "a part in a format that is not read"
_HEADING = 2
"""The level of its headings: they are below those of the document."""


def chunk_parts(archive: ZipArchive, name: str, read_word: Callable[[bytes], Sequence[Part]]) -> Iterator[Part]:
    """What a file inside a document holds; where it cannot be read, a line that is no text and says so."""
    try:
        data = archive.read(name) if archive.size(name) <= _LARGEST else b""
        yield from _parts(name, data, read_word)
    except (BrokenFile, RecursionError):
        yield Line((InlineText(name.rpartition("/")[2]),), aside=_UNREAD)


def _parts(name: str, data: bytes, read_word: Callable[[bytes], Sequence[Part]]) -> Iterator[Part]:
    if data.startswith(b"PK\x03\x04"):
        yield from read_word(data)
    elif data.lstrip().startswith(b"{\\rtf"):
        yield from read_rtf_file(data).parts
    elif name.lower().endswith((".mht", ".mhtml", ".eml")):
        texts = contents(name, parse(data)).texts
        for text in [one for one in texts if one.html] or texts:
            yield from _lines(text.text if text.html else _as_html(text.text))
    elif name.lower().endswith((".htm", ".html", ".xhtml")) or b"<" in data[:200]:
        yield from _lines(decode_text(name, data, "")[0])
    elif name.lower().endswith(".txt"):
        yield from _lines(_as_html(decode_text(name, data, "")[0]))
    else:
        raise BrokenFile(_UNREAD)


def _as_html(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{line}</p>" for line in escaped.splitlines())


def _lines(html: str) -> Iterator[Line]:
    for paragraph in html_paragraphs(html):
        yield from _line(paragraph)


def _line(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph as lines; of its form a heading, a quotation and the points of a list are kept."""
    points = paragraph.markdown.split("\n") if paragraph.markdown.startswith("- ") else []
    if points and all(point.startswith("- ") for point in points):
        yield from (Line((InlineText(point[2:]),), item=Item(0, -1)) for point in points)
        return
    line = Line((InlineText(paragraph.text),), aside=paragraph.aside)
    level = _HEADING if paragraph.heading else 0
    yield replace(line, level=level, quote=paragraph.markdown.startswith("> "))
