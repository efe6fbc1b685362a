"""Tables as records: a row with the names of the columns, and an article a row."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.meant.states import lacks_approver
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.kinds import ONLY_POSTS
from annotated_briefings.intake.formats.collected_file import CollectedFile, read_decoded
from annotated_briefings.intake.formats.records.json_files import Read, documents_of, missing
from annotated_briefings.intake.formats.records.keys import FieldNames, key_of, known_keys, names_with
from annotated_briefings.intake.formats.spoken.conversations import is_conversation
from annotated_briefings.intake.formats.text import LIMIT
from annotated_briefings.intake.formats.unread import CHATS, refuse
from annotated_briefings.intake.model import FieldMap, Paragraph, RawDocument

_SIGNS = (",", ";", "\t", "|")
"""What parts cells, likeliest first."""
_STATED = regex(r'"?sep=(.)"?[ \t]*\r?\n')
"""A first line that names the sign, for spreadsheet programs."""
_TRIED = 40
"""Rows by which the sign is found."""
_ABOVE = 10
"""Rows above the names of the columns at most: titles and remarks."""
_LONGEST_NAME = 60
_REMARK = regex(r"\s*[(\[].*?[)\]]\s*|^\W+|\W+$")
PEOPLE = frozenset(("email", "emailaddress", "mail", "mailadresse"))
"""Columns of lists of people: of these nothing is kept."""
_NAMING = (
    "name the columns in the first row, such as `title`, `text`, `date` and `url`, or map their names in site.yaml:"
)
_MAP = "`import: {fields: {text: its-name}}`"


class Row(Value):
    """A row of a table."""

    number: int
    """Its line or number, from 1."""
    cells: tuple[str, ...]
    """Its cells."""
    link: str = ""
    """Web address to which one of its cells leads."""
    hidden: bool = False
    """Whether a spreadsheet does not show it."""


def read_table_file(file: CollectedFile) -> Read:
    """The rows of a CSV file, whatever sign parts its cells."""
    return read_decoded(file, lambda text: _read_table(file.name, text, file.fields))


def _read_table(name: str, text: str, own: FieldMap) -> Read:
    rows, found = _parsed(name, text, names_with(own))
    documents, more = read_rows(name, rows, own)
    return documents, (*found, *more)


def table_records(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a CSV file by the names in its first row, whatever they are."""
    rows = [row for row in _cells(text, _sign(text, names_with(()))) if any(row.cells)]
    for row in rows[1:]:
        yield row.number, dict(zip(rows[0].cells, row.cells, strict=False))


def is_table(text: str) -> bool:
    """Whether a text without a telling name begins as a table does whose columns have known names."""
    if _STATED.match(text):
        return True
    names = names_with(())
    first = text.partition("\n")[0]
    sign = max(_SIGNS, key=first.count)
    rows = list(islice(_cells(text, sign), 4))
    if len(rows) < 2 or any(len(row.cells) != len(rows[0].cells) for row in rows[:-1]):
        return False
    known = _known(rows[0].cells, names)
    return len(rows[0].cells) > 2 and len(known) > 2 and len(known) * 2 >= len(rows[0].cells) and _has_text(known)


def read_rows(name: str, rows: Sequence[Row], own: FieldMap = ()) -> Read:
    """The articles of the rows of a table below the names of its columns."""
    names = names_with(own)
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if rows and is_conversation([dict(zip(map(_name, rows[0].cells), row.cells, strict=False)) for row in rows[1:]]):
        return (), (refuse(name, CHATS),)
    head = next((n for n, row in enumerate(rows[:_ABOVE]) if len(_known(row.cells, names)) > 1), None)
    if head is None:
        head = next((n for n, row in enumerate(rows[:1]) if _has_text(_known(row.cells, names))), None)
    if head is None:
        return _refused(name, rows, "the table has no row with names of columns that are known", _NAMING)
    columns = _columns(rows[head].cells, rows[head - 1].cells if head else (), names)
    if not _has_text(_known(columns, names)):
        return _refused(name, rows[head:], "the table has no column with a text", _NAMING)
    texts = {key_of(one) for field in ("text", "html", "teaser") for one in names[field]}
    body = rows[head + 1 :]
    records = [(row.number, record) for row in body if (record := _record(row, columns, texts)) is not None]
    documents = documents_of(name, records, names, known=known_keys(names))
    taken = {number for number, _ in records}
    left = [_left(name, row, above=True) for row in rows[:head]]
    left += (_left(name, row) for row in body if row.number not in taken)
    return (*documents, *left), missing(name, documents)


def _columns(cells: Sequence[str], above: Sequence[str], names: FieldNames) -> list[str]:
    """The names of columns; of one that is not known, the name that it shares with those beside it in the row above,
    where that is known and nothing else has it."""
    columns = [_name(cell) for cell in cells]
    shared = ""
    for n, cell in enumerate(above[: len(columns)]):
        shared = _name(cell) or shared
        taken = _known(columns, names)
        group = _known((shared,), names)
        if shared and group and not (_known((columns[n],), names) or group & taken):
            columns[n] = shared
    return columns


def _refused(name: str, rows: Sequence[Row], message: str, remedy: str) -> Read:
    if any(key_of(_name(cell)) in PEOPLE for row in rows[:1] for cell in row.cells):
        return (RawDocument(name, (), "json", True, left_out=ONLY_POSTS, kind="reader list"),), ()
    paragraphs = tuple(Paragraph(" ".join(" ".join(row.cells).split()), row.number, row.number) for row in rows)
    document = RawDocument(name, paragraphs, "json", True, left_out=message)
    return (document,), (report("no-article", message, Place(name), help=f"{remedy} {_MAP}"),)


def _left(name: str, row: Row, *, above: bool = False) -> RawDocument:
    """A row that is no record."""
    text = Paragraph(" ".join(" ".join(row.cells).split()), row.number, row.number)
    why = "its row is hidden" if row.hidden else "it is above the names of the columns"
    if not row.hidden and not above and len(row.cells) > 1:
        why = "it has more cells than the table has columns" if _filled(row) > 1 else why
    return RawDocument(f"{name}#{row.number}", (text,), "json", True, left_out=why)


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _record(row: Row, columns: Sequence[str], texts: set[str]) -> Mapping[str, str] | None:
    """A row by the names of its columns; none for one that is hidden, or whose cells are not where they belong."""
    if row.hidden:
        return None
    cells = list(row.cells)
    if any(cell.strip() for cell in cells[len(columns) :]):
        last = next((n for n in range(len(columns) - 1, -1, -1) if columns[n]), -1)
        if last < 0 or key_of(columns[last]) not in texts:
            return None
        # A sign inside a text that nobody has quoted.
        cells[last:] = [", ".join(cell.strip() for cell in cells[last:] if cell.strip())]
    out: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and not cell.strip() and lacks_approver(column, ""):
            # Nobody has agreed to its text yet.
            out[column] = ""
        if column and cell.strip():
            out[column] = (
                f"{out[column]}\n{cell}" if column in out and key_of(column) in texts else out.get(column, cell)
            )
    if row.link and not any(has_web_scheme(cell.strip()) for cell in cells):
        out["url"] = row.link
    return out


def _name(cell: str) -> str:
    """The name of a column without remarks in brackets."""
    return _REMARK.sub("", " ".join(cell.replace(". ", " ").split()))


def _known(cells: Sequence[str], names: FieldNames) -> frozenset[str]:
    """The fields whose names some cells are."""
    keys = {key_of(_name(cell)) for cell in cells if cell.strip() and len(cell) <= _LONGEST_NAME}
    return frozenset(field for field, known in names.items() if any(key_of(one) in keys for one in known))


def _has_text(known: frozenset[str]) -> bool:
    return bool(known & {"text", "html", "teaser"}) or {"title", "url"} <= known


def _parsed(name: str, text: str, names: FieldNames) -> tuple[list[Row], tuple[Diagnostic, ...]]:
    stated = _STATED.match(text)
    skipped = 1 if stated else 0
    text = text[stated.end() :] if stated else text
    sign = stated[1] if stated else _sign(text, names)
    rows = list(_cells(text, sign, skipped))
    last = rows[-1] if rows else None
    if last and "\n" in "".join(last.cells):
        start = _offset(text, last.number - skipped)
        if text.count('"', start) % 2:
            message = "the quotation mark that opens in this row is not closed"
            remedy = "close it: the rest of the file was read as one cell"
            return rows, (report("broken-record", message, Place(name, last.number, 1), help=remedy),)
    return rows, ()


def _offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _sign(text: str, names: FieldNames) -> str:
    """The sign that parts the cells: the one that gives names of columns, and rows of one length."""

    def fits(sign: str) -> tuple[int, float]:
        rows = [row for row in islice(_cells(text, sign), _TRIED) if any(row.cells)]
        widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
        known = max((len(_known(row.cells, names)) for row in rows[:_ABOVE]), default=0)
        return known, max(widths.values(), default=0) / max(1, len(rows))

    return max(_SIGNS, key=fits)


def _cells(text: str, sign: str, skipped: int = 0) -> Iterator[Row]:
    csv.field_size_limit(LIMIT * 50)
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, skipinitialspace=sign != "\t")
    before = 0
    try:
        for cells in reader:
            yield Row(before + 1 + skipped, tuple(cells))
            before = reader.line_num
    except csv.Error:
        # A sign of which the reader makes nothing: no other text than this one holds it.
        return
