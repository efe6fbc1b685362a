"""Spreadsheets: the cells of Office Open XML (ISO/IEC 29500) and OpenDocument (ISO/IEC 26300) as rows of text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.collected_file import CollectedFile
from annotated_briefings.intake.formats.office.package import part_bytes, whole_tree
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile, ZipArchive
from annotated_briefings.intake.formats.records.json_files import Read
from annotated_briefings.intake.formats.records.tables import Row, read_rows
from annotated_briefings.intake.model import COMMENT, FieldMap, Paragraph, RawDocument

_BOOK = "xl/workbook.xml"
_UNPACKED = 300_000_000
"""Bytes of XML that are read from one file."""
_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""Numbers of the formats that show a day."""
_LITERAL = regex(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CELL = regex(r"([A-Z]{1,3})(\d+)")
_FORMULA_LINK = regex(r'\s*=?\s*HYPERLINK\(\s*"(https?://(?:[^"]|"")+)"', re.IGNORECASE)
_WIDEST, _LONGEST = 500, 1_000_000
"""Columns and rows that are read of a sheet."""


_HIDDEN = "its column is hidden"
_PRINTED = "the head or the foot of its pages"
_PRINT_CODE = regex(r"&(?:[LCRPNDTZFABUIESXYGK]|\"[^\"]*\"|\d{1,3})")
"""Codes of a head or foot: its places, and what a program fills in (ISO/IEC 29500-1, 18.3.1.46)."""
_UNSEEN = ("collapse", "filter")
_GROUPS = ("table-row-group table-rows table-header-rows table-column-group table-columns table-header-columns").split()
"""Elements around rows and columns of an OpenDocument table."""


class _Sheet(Value):
    """A sheet of a workbook."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    columns: frozenset[int] = frozenset()
    """0-based places of the columns that are hidden."""
    beside: tuple[Paragraph, ...] = ()
    """Remarks on cells, and words above and below printed pages: they are in no article."""


def read_sheet_file(file: CollectedFile) -> Read:
    """The articles of all sheets of a spreadsheet whose columns have names."""
    try:
        archive = ZipArchive(file.data)
        if archive.unpacked > _UNPACKED:
            message = f"the spreadsheet unpacks to more than {_UNPACKED // 1_000_000} MB"
            return (), (report("too-large", message, Place(file.name), help="split it into smaller files"),)
        sheets = list(_office(archive) if _BOOK in archive.names else _open(archive))
    except (ValueError, OverflowError, RecursionError) as error:
        reason = str(error) if isinstance(error, BrokenFile) else "it is not what spreadsheet programs write"
        message, remedy = f"the spreadsheet cannot be read: {reason}", "open it, and save it again or as .csv"
        return (), (report("broken-file", message, Place(file.name), help=remedy),)
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        return (), (
            report("empty-file", "the spreadsheet is empty", Place(file.name), help="there is nothing to import in it"),
        )
    several = len(filled) > 1
    read = [_read(f"{file.name}/{sheet.name}" if several else file.name, sheet, file.fields) for sheet in filled]
    articles = any(not document.left_out for documents, _ in read for document in documents)
    # Sheets of figures beside one of articles are no fault.
    found = [one for _, some in read for one in some if not articles or one.code != "no-article"]
    return tuple(document for documents, _ in read for document in documents), tuple(found)


def _read(name: str, sheet: _Sheet, own: FieldMap) -> Read:
    if sheet.hidden:
        return (RawDocument(name, (), "json", True, left_out="its sheet is hidden"),), ()
    used = sorted(n for n in sheet.columns if any(row.cells[n : n + 1] and row.cells[n].strip() for row in sheet.rows))
    if not used:
        return _with_beside(read_rows(name, sheet.rows, own), sheet.beside)
    documents, found = read_rows(name, tuple(_without(row, sheet.columns) for row in sheet.rows), own)
    hidden = (RawDocument(f"{name}#column {_letters(n)}", (), "json", True, left_out=_HIDDEN) for n in used)
    return _with_beside(((*documents, *hidden), found), sheet.beside)


def _with_beside(read: Read, beside: tuple[Paragraph, ...]) -> Read:
    documents, found = read
    first = tuple(replace(one, around=(*one.around, *beside)) for one in documents[:1])
    return (*first, *documents[1:]), found


def _without(row: Row, columns: frozenset[int]) -> Row:
    """A row with empty cells where its columns are hidden."""
    return replace(row, cells=tuple("" if n in columns else cell for n, cell in enumerate(row.cells)))


def _office(archive: ZipArchive) -> Iterator[_Sheet]:
    book = _root(archive, _BOOK)
    strings = [_string(one) for one in _xml(archive, "xl/sharedStrings.xml", "si")]
    days = _day_styles(archive)
    from_1904 = any(_flag(one.get("date1904")) for one in _all(book, "workbookPr"))
    targets = _targets(archive, _BOOK)
    for sheet in _all(book, "sheet"):
        path = targets.get(_attribute(sheet, "id"), "")
        if path not in archive.names:
            continue
        root = _root(archive, path)
        outside = _targets(archive, path)
        links = {
            link.get("ref", "").partition(":")[0]: outside.get(_attribute(link, "id"), "")
            for link in _all(root, "hyperlink")
        }
        rows = tuple(_office_rows(root, strings, days, links, 1462 if from_1904 else 0))
        columns = frozenset(_hidden_columns(root))
        beside = tuple(_beside(archive, root, outside.values()))
        yield _Sheet(sheet.get("name", ""), rows, sheet.get("state", "visible") != "visible", columns, beside)


def _beside(archive: ZipArchive, root: Element, targets: Iterable[str]) -> Iterator[Paragraph]:
    """The remarks on the cells of a sheet, and what is printed above and below its pages."""
    for path in targets:
        if "comment" in path.lower() and path.endswith(".xml"):
            # Both kinds: the old remarks, and those in which several answer one another.
            for one in (*_xml(archive, path, "comment"), *_xml(archive, path, "threadedComment")):
                texts = [inner.text or "" for inner in one.iter() if _local(inner) in ("t", "text")]
                yield from _aside("".join(texts), COMMENT)
    for one in _all(root, "headerFooter"):
        for inner in one:
            yield from _aside(_PRINT_CODE.sub(" ", inner.text or ""), _PRINTED)


def _aside(text: str, why: str) -> Iterator[Paragraph]:
    words = " ".join(text.split())
    if words:
        yield Paragraph(words, 0, 0, aside=why)


def _hidden_columns(root: Element) -> Iterator[int]:
    for one in _all(root, "col"):
        if _flag(one.get("hidden")) or one.get("width") == "0":
            yield from range(int(one.get("min") or 1) - 1, min(_WIDEST, int(one.get("max") or 1)))


def _office_rows(
    root: Element, strings: list[str], days: frozenset[int], links: Mapping[str, str], later: int
) -> Iterator[Row]:
    number = 0
    for row in _all(root, "row"):
        number = int(row.get("r") or number + 1)
        cells: list[str] = []
        link = ""
        for cell in _children(row, "c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            at = _column(place[1]) if place else len(cells)
            if at >= _WIDEST:
                break
            cells += [""] * (at - len(cells))
            cells.append(_office_cell(cell, strings, days, later))
            link = link or links.get(cell.get("r", ""), "") or _formula_link(cell)
        if any(cells):
            yield Row(number, tuple(cells), link, _flag(row.get("hidden")))


def _formula_link(cell: Element) -> str:
    """The web address to which the formula of a cell leads."""
    found = next((_FORMULA_LINK.match(one.text or "") for one in _children(cell, "f")), None)
    return found[1].replace('""', '"') if found else ""


def _office_cell(cell: Element, strings: list[str], days: frozenset[int], later: int) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_string(one) for one in _children(cell, "is"))
    value = "".join(one.text or "" for one in _children(cell, "v"))
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    if kind == "e":
        return ""
    if kind == "n" and value and int(cell.get("s") or 0) in days:
        return _day(float(value) + later)
    return value.removesuffix(".0") if kind == "n" else value


def _day(serial: float) -> str:
    """A day that is counted from the end of 1899; day 0 is none."""
    return (date(1899, 12, 30) + timedelta(days=int(serial))).isoformat() if 1 <= serial < 2_900_000 else ""


def _day_styles(archive: ZipArchive) -> frozenset[int]:
    """The numbers of the styles of cells that show a day."""
    if "xl/styles.xml" not in archive.names:
        return frozenset()
    root = _root(archive, "xl/styles.xml")
    own = {int(one.get("numFmtId") or 0) for one in _all(root, "numFmt") if _shows_day(one.get("formatCode", ""))}
    styles = [int(one.get("numFmtId") or 0) for cells in _all(root, "cellXfs") for one in _children(cells, "xf")]
    return frozenset(n for n, number in enumerate(styles) if number in _DATES or number in own)


def _shows_day(code: str) -> bool:
    return bool(re.search(r"[yd]", _LITERAL.sub("", code), re.IGNORECASE))


def _targets(archive: ZipArchive, path: str) -> dict[str, str]:
    """What the ids in a part of the file lead to: other parts of it, and web addresses."""
    folder, _, base = path.rpartition("/")
    out: dict[str, str] = {}
    for one in _xml(archive, f"{folder}/_rels/{base}.rels", "Relationship"):
        target = one.get("Target", "")
        outside = one.get("TargetMode") == "External"
        out[one.get("Id", "")] = target if outside else normpath(join(folder, target)).lstrip("/")
    return out


def _open(archive: ZipArchive) -> Iterator[_Sheet]:
    if "content.xml" not in archive.names:
        raise BrokenFile("it holds no sheets")
    root = _root(archive, "content.xml")
    unseen = {
        _attribute(style, "name")
        for style in _all(root, "style")
        if any(_attribute(one, "display") == "false" for one in _children(style, "table-properties"))
    }
    for table in _all(root, "table"):
        hidden = _attribute(table, "style-name") in unseen or _attribute(table, "display") == "false"
        notes = (" ".join(" ".join(p.itertext()) for p in _all(one, "p")) for one in _all(table, "annotation"))
        beside = tuple(one for words in notes for one in _aside(words, COMMENT))
        yield _Sheet(_attribute(table, "name"), tuple(_open_rows(table)), hidden, frozenset(_collapsed(table)), beside)


def _collapsed(table: Element) -> Iterator[int]:
    """The places of the columns of a table that are not shown."""
    at = 0
    for column, shown in _parts_of(table, "table-column"):
        times = int(_attribute(column, "number-columns-repeated") or 1)
        if not shown or _attribute(column, "visibility") in _UNSEEN:
            yield from range(at, min(_WIDEST, at + times))
        at += times


def _parts_of(element: Element, name: str, shown: bool = True) -> Iterator[tuple[Element, bool]]:
    """The rows or columns of a table in order, and whether the groups that they are in are shown."""
    for one in element:
        if _local(one) == name:
            yield one, shown
        elif _local(one) in _GROUPS:
            yield from _parts_of(one, name, shown and _attribute(one, "display") != "false")


def _open_rows(table: Element) -> Iterator[Row]:
    number = 1
    for row, shown in _parts_of(table, "table-row"):
        cells: list[str] = []
        for cell in row:
            if _local(cell) in ("table-cell", "covered-table-cell"):
                text = _open_cell(cell)
                times = int(_attribute(cell, "number-columns-repeated") or 1)
                cells += [text] * (times if text else min(times, _WIDEST))
        if any(cells) and number <= _LONGEST:
            link = next((_attribute(one, "href") for one in _all(row, "a")), "")
            hidden = not shown or _attribute(row, "visibility") in _UNSEEN
            yield Row(number, tuple(cells[:_WIDEST]), link if has_web_scheme(link) else "", hidden)
        number += int(_attribute(row, "number-rows-repeated") or 1)


def _open_cell(cell: Element) -> str:
    if _attribute(cell, "value-type") == "date":
        return _attribute(cell, "date-value")[:10]
    shown = "\n".join("".join(_open_text(one)) for one in _children(cell, "p"))
    number = _attribute(cell, "value") if _attribute(cell, "value-type") == "float" else ""
    return number or shown


def _open_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if _local(inner) in ("line-break", "tab", "s"):
            yield "\n" if _local(inner) == "line-break" else " "
        elif _local(inner) != "annotation":
            yield from _open_text(inner)
        yield inner.tail or ""


def _string(element: Element) -> str:
    """The text of a string of a workbook, without the marks of how it is pronounced."""
    runs = [one for part in element for one in (_children(part, "t") if _local(part) == "r" else [part])]
    return "".join(one.text or "" for one in runs if _local(one) == "t")


def _xml(archive: ZipArchive, path: str, name: str) -> list[Element]:
    return list(_all(_root(archive, path), name)) if path in archive.names else []


def _root(archive: ZipArchive, path: str) -> Element:
    return whole_tree(part_bytes(archive, path), path)


def _all(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if _local(one) == name)


def _children(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element if _local(one) == name)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _flag(text: str | None) -> bool:
    return text in ("1", "true", "on")


def _letters(place: int) -> str:
    """The name of a column by its 0-based place: A, B, ... AA."""
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
