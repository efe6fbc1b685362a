"""Word documents (.docx): what Word shows of them, in its order and form."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.office.chunks import chunk_parts
from annotated_briefings.intake.formats.office.flow import Cell, Grid, InlineText, Item, Line, Part, note_line
from annotated_briefings.intake.formats.office.package import (
    child,
    read_part,
    related,
    relations,
    value,
)
from annotated_briefings.intake.formats.office.word_lists import ItemMark, Lists
from annotated_briefings.intake.formats.office.word_runs import Runs
from annotated_briefings.intake.formats.office.word_styles import Styles, WordStyle, depth_of, is_ground, level_of
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile, ZipArchive
from annotated_briefings.intake.formats.unseen.apart import DELETED
from annotated_briefings.intake.model import COMMENT, PICTURE

_MAIN = "word/document.xml"
_FRAMES = ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "body", "txbxContent")
"""Elements around paragraphs whose content is the document's own."""
_WIDEST = 200
_DEEPEST = 3
"""Documents in each other."""


class WordDocument(Value):
    """A Word document, read."""

    parts: tuple[Part, ...]
    """Its paragraphs and tables, notes last."""
    around: tuple[Line, ...]
    """Heads and feet of its pages."""
    language: str
    """Language that its properties name; empty for none."""
    stated: tuple[tuple[str, str], ...]
    """Properties that may say who may read it, by their names."""
    marks: tuple[str, ...]
    """Words that are drawn across its pages."""
    remarks: tuple[str, ...]
    """Comments beside its text, which are never shown."""


def read_word(data: bytes, depth: int = 0) -> WordDocument:
    """Read a Word document that lies ``depth`` deep in others; raises ``BrokenFile`` for what is none."""
    if depth > _DEEPEST:
        raise BrokenFile("it lies too deep in other documents")
    archive = ZipArchive(data)
    main = next(iter(related(archive, "", "officeDocument")), _MAIN)
    root = read_part(archive, main)
    body = child(root, "body")
    if root is None or body is None:
        raise BrokenFile("it holds no document")
    reader = _WordReader(archive, main, depth)
    ground = child(root, "background") is not None
    parts = list(reader.parts(body, ground))
    parts += reader.note_parts()
    around, marks = _page_lines(archive, main, body)
    remarks = tuple(_remarks(archive, main))
    around += (_beside(words, COMMENT) for words in remarks)
    around += (_beside(words, DELETED) for words in _deleted(body))
    around += (_beside(words, PICTURE) for words in _picture_accounts(body))
    language, stated = _properties(archive)
    return WordDocument(tuple(parts), tuple(around), language, tuple(stated), tuple(marks), remarks)


class _WordReader:
    """Reads the elements of one part of a document in order."""

    def __init__(self, archive: ZipArchive, part: str, depth: int = 0) -> None:
        self._archive, self._part, self._depth = archive, part, depth
        self._links = relations(archive, part)
        self.styles = Styles(self._related("styles"))
        self._lists = Lists(self._related("numbering"))
        self._runs = Runs(self.styles, self._links)
        self._held: list[InlineText] = []
        self._count = 0

    def _related(self, kind: str) -> Element | None:
        return next((read_part(self._archive, name) for name in related(self._archive, self._part, kind)), None)

    def parts(self, around: Element, ground: bool = False, aside: str = "") -> Iterator[Part]:
        """The paragraphs and tables inside an element."""
        for element in around:
            if element.tag == "p":
                yield from self._paragraph(element, ground, aside)
            elif element.tag == "tbl":
                yield self._table(element, ground)
            elif element.tag == "sdt":
                content = child(element, "sdtContent")
                gallery = value(element, "sdtPr", "docPartObj", "docPartGallery")
                if content is not None and child(element, "sdtPr", "showingPlcHdr") is None:
                    yield from self.parts(content, ground, "a table of contents" if "Contents" in gallery else aside)
            elif element.tag == "AlternateContent":
                yield from self.parts(next(iter(element), element), ground, aside)
            elif element.tag == "altChunk":
                inside = self._links.get(element.get("id", ""), "")
                yield from chunk_parts(self._archive, inside, lambda data: read_word(data, self._depth + 1).parts)
            elif element.tag in _FRAMES:
                yield from self.parts(element, ground, aside)

    def _paragraph(self, element: Element, ground: bool, aside: str) -> Iterator[Part]:
        properties = child(element, "pPr")
        named = value(properties, "pStyle") or self.styles.paragraph
        style = self.styles.get(named)
        ground = ground or style.ground or is_ground(child(properties, "shd"))
        first = len(self._runs.notes)
        contents = self._runs.fields.lists_contents
        spans = [*self._held, *self._runs.spans(element, style, ground)]
        contents = contents or self._runs.fields.lists_contents or style.name.lower().startswith("toc ")
        self._held = []
        if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
            # Its end was deleted: it goes on in the next one.
            self._held = [*spans, InlineText(" ")] if spans else []
        elif any(span.text.strip() for span in spans):
            line = self._line(properties, style, spans)
            notes = tuple(range(first + 1, len(self._runs.notes) + 1))
            why = "a table of contents" if contents else aside or ("a caption" if style.name == "caption" else "")
            yield replace(line, notes=notes, aside=why)
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            # The frame may have any colour: what is white on it can be read.
            yield from self.parts(box, True)

    def _line(self, properties: Element | None, style: WordStyle, spans: list[InlineText]) -> Line:
        own = level_of(properties)
        level = style.level if own is None else own
        list_id = value(properties, "numPr", "numId") or style.list_id
        depth = depth_of(properties)
        if depth is None:
            depth = style.depth or 0
        mark = self._lists.mark(list_id, depth) if list_id not in ("", "0") else None
        if mark is None and not list_id:
            mark, depth = self._named_mark(style.name.lower())
        title = style.name.lower() == "title"
        if mark is not None and (level or title):
            spans = [InlineText(f"{mark.label} "), *spans] if mark.label else spans
        item = Item(depth, mark.number) if mark is not None and not level and not title else None
        return Line(tuple(spans), level, title, style.quote and not level, item)

    def _named_mark(self, style: str) -> tuple[ItemMark | None, int]:
        """The mark and the depth of a line by the name of its style alone, as small programs write lists."""
        named = re.fullmatch(r"list (bullet|number)(?: ([2-5]))?", style)
        depth = int(named[2] or 1) - 1 if named else 0
        if named is None or named[1] == "bullet":
            self._count = 0
            return (ItemMark(-1, "") if named else None), depth
        self._count += 1
        return ItemMark(self._count, ""), depth

    def _table(self, table: Element, ground: bool) -> Grid:
        """A table; cells that go on from the row above add to its height."""
        styled = self.styles.get(value(table, "tblPr", "tblStyle"))
        ground = ground or styled.ground
        rows: list[list[Cell]] = []
        above: dict[int, tuple[int, int]] = {}
        headed = False
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            cells: list[Cell] = []
            column = _number(value(row, "trPr", "gridBefore"))
            for cell in _inside(row, "tc"):
                properties = child(cell, "tcPr")
                if child(properties, "cellDel") is not None:
                    continue
                wide = max(1, _number(value(properties, "gridSpan")))
                merged = child(properties, "vMerge")
                if merged is not None and merged.get("val", "continue") == "continue" and column in above:
                    at, place = above[column]
                    rows[at][place] = replace(rows[at][place], high=rows[at][place].high + 1)
                else:
                    shaded = ground or is_ground(child(properties, "shd"))
                    above.pop(column, None)
                    if merged is not None:
                        above[column] = len(rows), len(cells)
                    cells.append(Cell(tuple(self.parts(cell, shaded)), wide))
                column += wide
            headed = headed or (not rows and child(row, "trPr", "tblHeader") is not None)
            rows.append(cells)
        return Grid(tuple(map(tuple, rows)), headed)

    def note_parts(self) -> Iterator[Line]:
        """The notes that were referred to, by their numbers; they may refer to others."""
        found: dict[str, dict[str, Element]] = {}
        number = 0
        while number < len(self._runs.notes):
            kind, name = self._runs.notes[number]
            number += 1
            if kind not in found:
                root = self._related(f"{kind}s")
                found[kind] = {note.get("id", ""): note for note in (root.findall(kind) if root is not None else ())}
            note = found[kind].get(name)
            if note is not None:
                yield note_line(number, _lines(self.parts(note)))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those inside content controls and marks of changes."""
    for inner in element:
        if inner.tag == tag:
            yield inner
        elif inner.tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _inside(inner, tag)


def _number(text: str) -> int:
    return min(int(text), _WIDEST) if text.isdecimal() else 0


def _lines(parts: Iterable[Part]) -> Iterator[Line]:
    for part in parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for row in part.rows for cell in row for line in _lines(cell.parts))


def _page_lines(archive: ZipArchive, main: str, body: Element) -> tuple[list[Line], list[str]]:
    """The heads and feet of the pages, each once, and words drawn across the pages."""
    targets = relations(archive, main)
    found: dict[str, Line] = {}
    marks: list[str] = []
    for section in body.iter("sectPr"):
        for reference in section:
            if reference.tag not in ("headerReference", "footerReference"):
                continue
            part = targets.get(reference.get("id", ""), "")
            root = read_part(archive, part)
            if root is None:
                continue
            kind = "head" if reference.tag == "headerReference" else "foot"
            for line in _lines(_WordReader(archive, main).parts(root, True)):
                found.setdefault(line.text, replace(line, aside=f"the {kind} of its pages"))
            marks += (path.get("string", "") for path in root.iter("textpath"))
    return list(found.values()), marks


def _remarks(archive: ZipArchive, main: str) -> Iterator[str]:
    for part in related(archive, main, "comments"):
        root = read_part(archive, part)
        for paragraph in root.iter("p") if root is not None else ():
            yield _words(paragraph)


def _deleted(body: Element) -> Iterator[str]:
    """The words whose deletion is marked, a text for each paragraph and each row of a table."""
    rows = [row for row in body.iter("tr") if child(row, "trPr", "del") is not None]
    yield from (" ".join(_words(p) for p in row.iter("p")) for row in rows)
    inside = {id(paragraph) for row in rows for paragraph in row.iter("p")}
    for paragraph in body.iter("p"):
        if id(paragraph) not in inside:
            yield " ".join("".join(text.text or "" for text in paragraph.iter("delText")).split())


def _picture_accounts(body: Element) -> Iterator[str]:
    """What a document tells those who do not see its pictures, each text once."""
    texts = (" ".join(one.get(name, "").split()) for one in body.iter("docPr") for name in ("title", "descr"))
    yield from dict.fromkeys(text for text in texts if " " in text)


def _beside(words: str, why: str) -> Line:
    return Line((InlineText(words),), aside=why)


_PROPERTIES = ("title", "keywords", "category", "subject", "description")


def _properties(archive: ZipArchive) -> tuple[str, list[tuple[str, str]]]:
    """The language of a document, and properties that may say who may read it."""
    language = ""
    stated: list[tuple[str, str]] = []
    for part in related(archive, "", "core-properties"):
        root = read_part(archive, part)
        language = _words(child(root, "language"))
        stated.append(("status", _words(child(root, "contentStatus"))))
        stated += ((name, _words(child(root, name))) for name in _PROPERTIES)
    for part in related(archive, "", "custom-properties"):
        root = read_part(archive, part)
        stated += ((one.get("name", ""), _words(one)) for one in (root if root is not None else ()))
    return language, stated


def _words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
