"""Tables and spreadsheets: the row with the names of the columns, and an article a row; nothing vanishes."""

import re
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.recognise import format_of
from annotated_briefings.intake.model import RawDocument

TEXT = "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out."
TITLE, AUTHOR, OUTLET, URL = "Weir opened by hand", "Ines Dahl", "Kelby Echo", "https://echo.example/weir"


def quoted(cells: list[str], sign: str) -> str:
    return sign.join('"' + cell.replace('"', '""') + '"' for cell in cells)


def stated(document: RawDocument) -> tuple[str, str, str, str, str]:
    given = document.given
    return given.title, given.author, given.outlet, given.url, given.published


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Title,Author,Outlet,URL,Date,Text", "2026-03-03"),
        ("headline,byline,source,link,published_at,body", "2026-03-03T08:00:00Z"),
        ("Titel,Autor,Medium,Link,Datum,Text", "03.03.2026"),
        ("Überschrift,Verfasser,Zeitung,Adresse,Erscheinungsdatum,Volltext", "3. März 2026"),
        ("Titre,Auteur,Média,Lien,Date de publication,Contenu", "3 mars 2026"),
        ("Título,Autor,Medio,Enlace,Fecha,Contenido", "3/3/2026"),
        ("标题,作者,来源,链接,日期,正文", "2026年3月3日"),
        ("العنوان,الكاتب,المصدر,الرابط,التاريخ,النص", "2026-03-03"),
        ("Article Title,Writer,Publication Name,Web-Link,Pub. date (UTC),Full text", "46084"),
    ],
)
def test_a_table_is_read_by_its_columns_in_every_language_and_with_every_sign(head: str, sign: str, day: str) -> None:
    rows = [head.split(","), [TITLE, AUTHOR, OUTLET, URL, day, f"{TEXT}\nA second line."]]
    documents, found = read_any("a.csv", "\r\n".join(quoted(row, sign) for row in rows).encode())
    assert found == ()
    title, author, outlet, url, published = stated(documents[0])
    assert (title, author, outlet, url, published[:10]) == (TITLE, AUTHOR, OUTLET, URL, "2026-03-03")
    assert [p.text for p in documents[0].paragraphs] == [TEXT, "A second line."]
    assert documents[0].name == "a.csv#2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("first", ["", "sep=;\n"])
def test_a_table_is_read_in_any_encoding_and_with_a_line_for_spreadsheet_programs(encoding: str, first: str) -> None:
    text = f"{first}Titel;Text;Datum\nWehr geöffnet;Das Wehr in Kelby wurde am Sonntag geöffnet;28.11.2026\n"
    documents, _ = read_any("a.csv", text.encode(encoding))
    assert documents[0].given.title == "Wehr geöffnet"
    assert documents[0].given.published == "2026-11-28"


def test_one_date_of_a_column_tells_the_order_of_all_of_them() -> None:
    text = "Date,Title,Text\n3/4/2026,A,First text here\n28/11/2026,B,Second text here\n"
    assert [d.given.published for d in read_any("a.csv", text.encode())[0]] == ["2026-04-03", "2026-11-28"]
    text = text.replace("28/11/2026", "5/6/2026")
    assert [d.given.published for d in read_any("a.csv", text.encode())[0]] == ["", ""]


def test_rows_above_the_names_and_rows_with_too_many_cells_are_named_and_a_loose_comma_stays_in_its_text() -> None:
    text = "Clips of March,,\nTitle,Text,Views\nA,First text here,1\nB,Second,text,here,2,3\n"
    documents, found = read_any("a.csv", text.encode())
    assert found == ()
    assert [(d.name, d.left_out) for d in documents] == [
        ("a.csv#3", ""),
        ("a.csv#1", "it is above the names of the columns"),
        ("a.csv#4", "it has more cells than the table has columns"),
    ]
    (document,) = read_any("a.csv", b"Title,Text\nA,The weir, by hand, was opened\n")[0]
    assert document.paragraphs[0].text == "The weir, by hand, was opened"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-03-03,Kelby,4\n2026-03-04,Lund,5\n", "the table has no row with names of columns that are known"),
        ("Date,Outlet,Views\n2026-03-03,Kelby Echo,4\n", "the table has no column with a text"),
    ],
)
def test_a_table_without_names_or_without_a_text_is_refused_with_a_remedy(text: str, message: str) -> None:
    (document,), found = read_any("a.csv", text.encode())
    assert document.left_out == message
    assert [show(one) for one in found] == [
        f"a.csv: warning[no-article]: {message}\n"
        "  help: name the columns in the first row, such as `title`, `text`, `date` and `url`, or map their names in "
        "site.yaml: `import: {fields: {text: its-name}}`"
    ]


def test_a_table_of_addresses_holds_no_articles() -> None:
    documents, found = read_any("a.csv", f"Datum;Medium;Titel;Link\n3.3.2026;Echo;Weir;{URL}\n".encode())
    assert [one.left_out for one in documents] == ["it has an address and no text"]
    assert found[0].message == "the entry holds an address and no text"


def test_names_of_columns_may_be_mapped() -> None:
    fields = (("text", ("Wortlaut",)), ("title", ("Kopfzeile",)))
    (document,), _ = read_any("a.csv", f"Kopfzeile;Wortlaut\n{TITLE};{TEXT}\n".encode(), fields=fields)
    assert (document.given.title, document.paragraphs[0].text) == (TITLE, TEXT)


def test_a_quotation_mark_that_is_not_closed_is_said() -> None:
    _, found = read_any("a.csv", b'Title,Text\nA,"First text here\nB,Second text here\n')
    assert [show(one) for one in found] == [
        "a.csv:2:1: error[broken-record]: the quotation mark that opens in this row is not closed\n"
        "  help: close it: the rest of the file was read as one cell"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Date,Outlet,Headline,URL,Snippet\n1,2,3,4,5\n", "table"),
        ("title\tauthor\ttext\nA\tB\tC\n", "table"),
        ("Harbour, bridge, text: a title\n\nThe bridge was closed, said the port.\n", "text"),
        ("Title: A\nAuthor: B\n\nThe bridge was closed, said the port, on Friday.\n", "text"),
        ("Date, place and text of the letter\nThe letter was found on Friday, in the old mill, by Ines.\n", "text"),
    ],
)
def test_a_table_without_a_telling_name_is_known_by_its_columns(text: str, kind: str) -> None:
    assert format_of("x", text.encode()) == kind


Cell = str | tuple[str, str]
"""A text; or an amount or a day with the attributes by which a spreadsheet writes it."""


def workbook(
    rows: list[list[Cell]], *, hidden: int = 0, link: str = "", sheet: str = "visible", column: int = 0
) -> bytes:
    """An Office Open XML file of one sheet; cells such as `("n", "46084")` are numbers in the style of a day."""
    strings: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = ""
        for at, cell in enumerate(row):
            place = f"{chr(65 + at)}{number}"
            if isinstance(cell, tuple) and cell[0] == "f":
                cells += f'<c r="{place}" t="str"><f>{escape(cell[1])}</f><v>open</v></c>'
            elif isinstance(cell, tuple):
                cells += f'<c r="{place}" s="1"><v>{cell[1]}</v></c>'
            elif cell:
                strings.append(cell)
                cells += f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
        state = ' hidden="1"' if number == hidden else ""
        lines.append(f'<row r="{number}"{state}>{cells}</row>')
    links = '<hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks>' if link else ""
    columns = f'<cols><col min="{column}" max="{column}" hidden="1"/></cols>' if column else ""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packed = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Clips" sheetId="1" '
        f'state="{sheet}" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packed}"><Relationship Id="rId1" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{packed}"><Relationship Id="rId1" '
        f'Target={quoteattr(link)} TargetMode="External"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">'
        + "".join(f"<si><r><t>{escape(one[:3])}</t></r><r><t>{escape(one[3:])}</t></r></si>" for one in strings)
        + "</sst>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}" xmlns:r="{relations}">{columns}<sheetData>'
        f"{''.join(lines)}</sheetData>{links}</worksheet>",
    }
    return packed_file(parts)


def open_document(
    rows: list[list[Cell]], *, hidden: int = 0, sheet: str = "visible", column: int = 0, grouped: bool = False
) -> bytes:
    """An OpenDocument spreadsheet of one sheet; ``grouped`` rows are hidden by the group around them."""
    lines = f'<c:table-column c:number-columns-repeated="{column - 1}"/>' if column > 1 else ""
    lines += '<c:table-column c:visibility="collapse"/>' if column else ""
    for number, row in enumerate(rows, 1):
        cells = ""
        for cell in row:
            if isinstance(cell, tuple):
                day = 'o:value-type="date" o:date-value="2026-03-03T00:00:00"'
                cells += f"<c:table-cell {day}><x:p>3. Mar</x:p></c:table-cell>"
            elif cell:
                paragraphs = "".join(f"<x:p>{escape(line)}</x:p>" for line in cell.split("\n"))
                cells += f'<c:table-cell o:value-type="string">{paragraphs}</c:table-cell>'
            else:
                cells += '<c:table-cell c:number-columns-repeated="1"/>'
        state = ' c:visibility="collapse"' if number == hidden and not grouped else ""
        line = f'<c:table-row{state}>{cells}<c:table-cell c:number-columns-repeated="16000"/></c:table-row>'
        closed = f'<c:table-row-group c:display="false">{line}</c:table-row-group>'
        lines += closed if number == hidden and grouped else line
    lines += '<c:table-row c:number-rows-repeated="1048000"><c:table-cell/></c:table-row>'
    shown = "true" if sheet == "visible" else "false"
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<o:document-content xmlns:o="{space}:office:1.0" xmlns:c="{space}:table:1.0" xmlns:x="{space}:text:1.0" '
        f'xmlns:y="{space}:style:1.0">'
        f'<o:automatic-styles><y:style y:name="ta1" y:family="table"><y:table-properties c:display="{shown}"/>'
        '</y:style></o:automatic-styles><o:body><o:spreadsheet><c:table c:name="Clips" c:style-name="ta1">'
        f"{lines}</c:table></o:spreadsheet></o:body></o:document-content>"
    )
    return packed_file({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def packed_file(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


ROWS: list[list[Cell]] = [
    ["Titel", "Autor", "Medium", "Link", "Datum", "Text"],
    [TITLE, AUTHOR, OUTLET, URL, ("n", "46084"), TEXT],
    [],
    ["Second", "", OUTLET, "", ("n", "46084"), f"{TEXT} Again & again."],
]


@pytest.mark.parametrize("make", [workbook, open_document])
def test_a_spreadsheet_is_read_as_a_table_with_its_days(make: object) -> None:
    data = make(ROWS)  # type: ignore[operator]
    documents, found = read_any("a.bin", data)
    assert found == ()
    assert stated(documents[0]) == (TITLE, AUTHOR, OUTLET, URL, "2026-03-03")
    assert [d.name for d in documents] == ["a.bin#2", "a.bin#4"]
    assert documents[1].paragraphs[0].text == f"{TEXT} Again & again."
    assert documents[1].given.author == ""


def test_what_a_spreadsheet_hides_is_left_out_and_a_link_behind_a_cell_is_the_address() -> None:
    documents, _ = read_any(
        "a.xlsx", workbook([["Title", "Text"], [TITLE, TEXT], ["Secret", "Not for all."]], hidden=3, link=URL)
    )
    assert [(d.given.url, d.left_out) for d in documents] == [(URL, ""), ("", "its row is hidden")]
    documents, _ = read_any("a.xlsx", workbook(ROWS, sheet="hidden"))
    assert [d.left_out for d in documents] == ["its sheet is hidden"]


@pytest.mark.parametrize("separator", [", ", ";", ","])
def test_an_address_in_the_formula_of_a_cell_is_the_address(separator: str) -> None:
    formula = f'HYPERLINK("{URL}"{separator}"open")'
    documents, _ = read_any("a.xlsx", workbook([["Title", "Text", "Link"], [TITLE, TEXT, ("f", formula)]]))
    assert [d.given.url for d in documents] == [URL]


@pytest.mark.parametrize("make", [workbook, open_document])
def test_what_either_kind_of_spreadsheet_hides_is_left_out_by_name(make: Callable[..., bytes]) -> None:
    rows: list[list[Cell]] = [["Title", "Note", "Text"], [TITLE, "Not for all.", TEXT], ["Secret", "", "Not for all."]]
    documents, _ = read_any("a.bin", make(rows, hidden=3))
    assert [(d.name, d.left_out) for d in documents] == [("a.bin#2", ""), ("a.bin#3", "its row is hidden")]
    documents, _ = read_any("a.bin", make(rows[:2], column=2))
    assert [(d.name, d.left_out) for d in documents] == [("a.bin#2", ""), ("a.bin#column B", "its column is hidden")]
    assert "Not for all" not in repr(documents)
    documents, _ = read_any("a.bin", make(rows, sheet="hidden"))
    assert [(d.left_out, d.paragraphs) for d in documents] == [("its sheet is hidden", ())]


def test_rows_in_a_closed_group_are_hidden() -> None:
    rows: list[list[Cell]] = [["Title", "Text"], [TITLE, TEXT], ["Secret", "Not for all."]]
    documents, _ = read_any("a.ods", open_document(rows, hidden=3, grouped=True))
    assert [d.left_out for d in documents] == ["", "its row is hidden"]


def test_a_damaged_spreadsheet_is_said() -> None:
    data = packed_file({"xl/workbook.xml": "<workbook", "[Content_Types].xml": ""})
    documents, found = read_any("a.xlsx", data)
    assert documents == ()
    assert show(found[0]).startswith("a.xlsx: error[broken-file]: the spreadsheet cannot be read: ")
    assert found[0].help == "open it, and save it again or as .csv"


WORDS = st.lists(st.integers(0, 99), max_size=6).map(lambda numbers: " ".join(f"w{n}" for n in numbers))


@pytest.mark.slow
@given(
    st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["csv", "xlsx", "ods"]),
)
def test_every_word_of_a_table_is_in_an_article_or_in_what_is_left_out(
    rows: list[tuple[str, str]], sign: str, form: str
) -> None:
    table: list[list[Cell]] = [["Title", "Text"]]
    table += [[title, text] for title, text in rows]
    data = {
        "csv": "\n".join(quoted([str(cell) for cell in row], sign) for row in table).encode(),
        "xlsx": workbook(table),
        "ods": open_document(table),
    }[form]
    documents, _ = read_any(f"a.{form}", data)
    found = " ".join(f"{d.given.title} {' '.join(p.text for p in d.paragraphs)}" for d in documents)
    assert sorted(re.findall(r"w\d+", found)) == sorted(re.findall(r"w\d+", " ".join(map(" ".join, rows))))
    assert all(one.left_out or one.paragraphs for one in documents)


@given(st.text(max_size=200))
def test_no_text_makes_reading_a_table_raise(text: str) -> None:
    read_any("a.csv", text.encode("utf-8", "replace"))
    read_any("a.csv", ("Title,Text\n" + text).encode("utf-8", "replace"))


SMALL_TABLES = {
    "one row below a heading": ("<h2>Best in show</h2><table><tr><td>Champion</td><td>Bluebell</td></tr></table>", 1),
    "one row beside other tables": (
        "<table><tr><td>Cow</td><td>Bluebell</td></tr><tr><td>Bull</td><td>Duke</td></tr></table>"
        "<table><tr><td>Cock</td><td>Rusty</td><td>95 points</td></tr></table>",
        2,
    ),
    # Not seen before.
    "one row with a head of its own": ("<table><tr><th>Siegerin</th><td>Bella, Hof Moos</td></tr></table>", 1),
    "one row in Greek": ("<h3>Νικητής</h3><table><tr><td>Πρώτος</td><td>Άρης</td><td>95</td></tr></table>", 1),
    "a row of links": (
        "<h3>More</h3><table><tr><td><a href=/a>Farm</a></td><td><a href=/b>Fair</a></td></tr></table>",
        0,
    ),
    "a frame": ("<table><tr><td><p>Bluebell won for the third time in four years.</p></td><td></td></tr></table>", 0),
}


@pytest.mark.parametrize("case", SMALL_TABLES)
def test_a_table_of_one_row_goes_whole(case: str) -> None:
    html, count = SMALL_TABLES[case]
    page = (
        "<html><head><title>Show</title></head><body><h1>Kelby show</h1><p>The show drew 4,100 visitors on "
        f"Saturday, the most since 2008, the union said.</p>{html}<p>The next show is on 6 November 2027, it says."
        "</p></body></html>"
    )
    (document,) = read_any("a.html", page.encode())[0]
    tables = [one for one in document.paragraphs if one.markdown.startswith("|")]
    assert len(tables) == count
