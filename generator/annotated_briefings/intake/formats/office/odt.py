"""OpenDocument texts (.odt, .fodt): what LibreOffice shows of them, in its order and form."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.office.flow import (
    BREAK,
    Cell,
    Grid,
    InlineText,
    Item,
    Line,
    Part,
    note_line,
)
from annotated_briefings.intake.formats.office.odt_styles import OdtStyles
from annotated_briefings.intake.formats.office.package import child, parse, read_part
from annotated_briefings.intake.formats.office.word_styles import Look
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile, ZipArchive
from annotated_briefings.intake.formats.unseen.apart import DELETED
from annotated_briefings.intake.model import COMMENT

_SKIPPED = ("annotation", "annotation-end", "tracked-changes", "hidden-text", "ruby-text")
"""Elements whose words are no text: remarks, deleted words, descriptions of pictures."""
_INDEXES = frozenset(
    "table-of-content alphabetical-index illustration-index table-index object-index user-index bibliography".split()
)
_HEADS = {"header": "head", "footer": "foot"}
_MOST = 200


class OpenDocument(Value):
    """An OpenDocument text, read."""

    parts: tuple[Part, ...]
    """Its paragraphs and tables, notes last."""
    around: tuple[Line, ...]
    """Heads and feet of its pages."""
    stated: tuple[tuple[str, str], ...]
    """Properties that may say who may read it, by their names."""


def read_odt(data: bytes) -> OpenDocument:
    """Read an OpenDocument text, packed or as one XML file; raises ``BrokenFile`` for what is none."""
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        root = parse(data, "document")
        roots = [root]
        meta: Element | None = root
    else:
        archive = ZipArchive(data)
        manifest = read_part(archive, "META-INF/manifest.xml")
        if manifest is not None and manifest.find(".//encryption-data") is not None:
            raise BrokenFile("it is encrypted")
        content, styles = read_part(archive, "content.xml"), read_part(archive, "styles.xml")
        meta = read_part(archive, "meta.xml")
        roots = [one for one in (content, styles) if one is not None]
    body = next((found for one in roots if (found := child(one, "body", "text")) is not None), None)
    if body is None:
        raise BrokenFile("it holds no text")
    reader = _OdtReader(OdtStyles(roots))
    parts = [*reader.parts(body), *reader.notes]
    around = (*_page_lines(roots, reader), *_unshown(body))
    return OpenDocument(tuple(parts), around, tuple(_properties(meta)))


def _unshown(body: Element) -> Iterator[Line]:
    """The comments of a text, and the words whose deletion is marked in it."""
    for tag, why in (("annotation", COMMENT), ("deletion", DELETED)):
        for one in body.iter(tag):
            texts = [" ".join("".join(p.itertext()).split()) for p in one.iter() if p.tag in ("p", "h")]
            yield Line((InlineText(" ".join(filter(None, texts))),), aside=why)


def _hides(paragraph: Element) -> bool:
    """Whether a field in a paragraph hides all of it."""
    return any(
        (one.tag == "hidden-paragraph" and one.get("is-hidden") == "true") or (one.tag in ("span", "a") and _hides(one))
        for one in paragraph
    )


class _OdtReader:
    """Reads the elements of a document in order."""

    def __init__(self, styles: OdtStyles) -> None:
        self.notes: list[Line] = []
        self._styles = styles
        self._frames: list[Element] = []
        self._numbers: dict[str, int] = {}
        self._count = 0

    def parts(self, around: Element, aside: str = "", ground: bool = False) -> Iterator[Part]:
        """The paragraphs, lists and tables inside an element."""
        for element in around:
            tag = element.tag
            if tag in ("p", "h"):
                yield from self._paragraph(element, aside, ground)
            elif tag == "list":
                yield from self._list(element, 0, element.get("style-name", ""), aside)
            elif tag == "table":
                yield self._table(element)
            elif tag == "section" and element.get("display", "true") != "true" and element.get("is-hidden") != "false":
                continue
            elif tag in _INDEXES:
                yield from self.parts(element, "a table of contents", ground)
            elif tag in ("frame", "g", "text-box", "custom-shape", "rect"):
                yield from self.parts(element, aside, True)
            elif tag not in _SKIPPED:
                yield from self.parts(element, aside, ground)

    def _paragraph(self, element: Element, aside: str, ground: bool, item: Item | None = None) -> Iterator[Part]:
        if _hides(element):
            return
        style = self._styles.get("paragraph", element.get("style-name", ""))
        first = self._count
        spans = tuple(self._spans(element, style.look, "", ground or style.ground))
        notes = tuple(range(first + 1, self._count + 1))
        if any(span.text.strip() for span in spans):
            level = element.get("outline-level", "1") if element.tag == "h" else str(style.level)
            why = aside or ("a caption" if {"caption", "illustration", "drawing"} & {*style.names} else "")
            yield Line(
                spans,
                int(level) if level.isdecimal() and not item else 0,
                style.title,
                style.quote and element.tag == "p",
                item,
                why,
                notes,
            )
        frames, self._frames = self._frames, []
        for frame in frames:
            yield from self.parts(frame, aside, True)

    def _spans(self, element: Element, look: Look, href: str, ground: bool) -> Iterator[InlineText]:
        """The words inside an element."""
        yield from _shown(element.text, look, href, ground)
        for inner in element:
            tag = inner.tag
            if tag == "span":
                own = self._styles.get("text", inner.get("style-name", "")).look
                yield from self._spans(inner, own.over(look), href, ground)
            elif tag == "a":
                yield from self._spans(inner, look, inner.get("href", "") or href, ground)
            elif tag == "s":
                count = inner.get("c", "")
                yield from _shown(" " * (min(int(count), _MOST) if count.isdecimal() else 1), look, href, ground)
            elif tag in ("tab", "soft-page-break"):
                yield from _shown(" ", look, href, ground)
            elif tag == "line-break":
                yield from _shown(BREAK, look, href, ground)
            elif tag == "note":
                yield from self._note(inner)
            elif tag in ("frame", "g", "custom-shape", "rect"):
                self._frames.append(inner)
            elif tag == "hidden-paragraph" or tag in _SKIPPED:
                pass
            else:
                yield from self._spans(inner, look, href, ground)
            yield from _shown(inner.tail, look, href, ground)

    def _note(self, element: Element) -> Iterator[InlineText]:
        """The number of a note; the note itself comes last."""
        self._count += 1
        number = self._count
        yield InlineText(f"[{number}]")
        body = child(element, "note-body")
        lines = [part for part in (self.parts(body) if body is not None else ()) if isinstance(part, Line)]
        self.notes.append(note_line(number, lines))

    def _list(self, element: Element, depth: int, style: str, aside: str) -> Iterator[Part]:
        """The lines of a list; a list may go on with the numbers of one before it."""
        style = element.get("style-name", "") or style
        level = self._styles.lists.get(style, {}).get(depth)
        numbered = level is not None and level.numbered
        number = level.start - 1 if level else 0
        if element.get("continue-numbering") == "true" or element.get("continue-list"):
            number = self._numbers.get(f"{style} {depth}", number)
        for entry in element:
            start = entry.get("start-value", "")
            number = int(start) - 1 if start.isdecimal() else number
            first = entry.tag == "list-item"
            for inner in entry:
                if inner.tag == "list":
                    yield from self._list(inner, depth + 1, style, aside)
                elif inner.tag in ("p", "h"):
                    number += first and inner.tag == "p"
                    item = Item(depth, number if numbered else -1) if first and inner.tag == "p" else None
                    yield from self._paragraph(inner, aside, False, item)
                    first = False
                else:
                    yield from self.parts(entry, aside)
                    break
        self._numbers[f"{style} {depth}"] = number

    def _table(self, table: Element) -> Grid:
        """A table; columns and rows that are repeated without words come once."""
        rows: list[tuple[Cell, ...]] = []
        headed = child(table, "table-header-rows") is not None
        for row in _rows(table):
            cells = []
            for cell in row:
                if cell.tag != "table-cell":
                    continue
                wide, high = cell.get("number-columns-spanned", ""), cell.get("number-rows-spanned", "")
                style = self._styles.get("table-cell", cell.get("style-name", ""))
                parts = tuple(self.parts(cell, "", style.ground))
                cells.append(Cell(parts, _number(wide), _number(high)))
            if any(cell.parts for cell in cells):
                rows.append(tuple(cells))
        return Grid(tuple(rows), headed)


def _rows(table: Element) -> Iterator[Element]:
    for inner in table:
        if inner.tag == "table-row":
            yield inner
        elif inner.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(inner)


def _number(text: str) -> int:
    return max(1, min(int(text), _MOST)) if text.isdecimal() else 1


def _shown(text: str | None, look: Look, href: str, ground: bool) -> Iterator[InlineText]:
    if text and not look.is_unseen(ground):
        yield InlineText(text, bool(look.bold), bool(look.italic), look.raised or "", href, look.size or 0.0)


def _page_lines(roots: list[Element], reader: _OdtReader) -> Iterator[Line]:
    """The heads and feet of pages, each once."""
    seen: set[str] = set()
    for root in roots:
        for page in root.iter("master-page"):
            for part in page:
                kind = _HEADS.get(part.tag.partition("-")[0])
                for line in reader.parts(part, ground=True) if kind else ():
                    if isinstance(line, Line) and line.text not in seen:
                        seen.add(line.text)
                        yield replace(line, aside=f"the {kind} of its pages", notes=())


def _properties(meta: Element | None) -> Iterator[tuple[str, str]]:
    for one in meta.iter() if meta is not None else ():
        if one.tag in ("user-defined", "title", "keyword", "subject", "description"):
            yield one.get("name", one.tag), " ".join("".join(one.itertext()).split())
