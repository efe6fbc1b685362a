"""How a text is written in each format that is read: one writer a format, for all tests that try every format."""

import json
from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from office_files import column, line, odt, packed, pdf, rtf, run, word
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


class Block(NamedTuple):
    """A piece of a text: ``p``, ``h``, ``li`` or ``quote``, and its words."""

    kind: str
    text: str


Blocks = list[Block]
Writer = Callable[[Blocks], bytes]
_TAGS = {
    "p": "<p>{}</p>",
    "h": "<h2>{}</h2>",
    "li": "<ul><li>{}</li></ul>",
    "quote": "<blockquote><p>{}</p></blockquote>",
}
_MARKS = {"p": "{}", "h": "## {}", "li": "- {}", "quote": "> {}"}


def html(blocks: Blocks) -> str:
    return "".join(_TAGS[block.kind].format(escape(block.text)) for block in blocks)


def markdown(blocks: Blocks) -> str:
    return "\n\n".join(_MARKS[block.kind].format(block.text) for block in blocks)


def plain(blocks: Blocks) -> str:
    return "\n\n".join(block.text for block in blocks)


def as_page(blocks: Blocks) -> bytes:
    menu = "<nav><a href='/'>Home</a></nav>"
    return f"<html><head><title>Pier</title></head><body>{menu}<h1>Pier</h1>{html(blocks)}</body></html>".encode()


def as_feed(blocks: Blocks) -> bytes:
    item = f"<item><title>Pier</title><description><![CDATA[{html(blocks)}]]></description></item>"
    return f'<rss version="2.0"><channel><title>Quay</title>{item}</channel></rss>'.encode()


def as_json(blocks: Blocks) -> bytes:
    return json.dumps([{"title": "Pier", "html": html(blocks)}]).encode()


def as_channel(blocks: Blocks) -> bytes:
    post = {"id": 1, "type": "message", "text": [f"{plain(blocks)}\n", {"type": "bold", "text": ""}]}
    return json.dumps({"name": "Quay", "type": "public_channel", "messages": [post]}).encode()


def as_table(blocks: Blocks) -> bytes:
    return f'Title,Text\nPier,"{plain(blocks)}"\n'.encode()


def as_sheet(blocks: Blocks) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    cells = [("A1", "Title"), ("B1", "Text"), ("A2", "Pier"), ("B2", escape(plain(blocks)))]
    rows = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in cells if at.endswith(n))
        + "</row>"
        for n in "12"
    )
    return packed(
        {
            "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{office}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="r1" Target="a.xml"/>'
            "</Relationships>",
            "xl/a.xml": f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def as_mail(blocks: Blocks) -> bytes:
    head = (
        "From: Quay <q@quay.example>\nSubject: Pier\nDate: Tue, 03 Mar 2026 07:00:00 +0000\nContent-Type: text/html\n"
    )
    return f"{head}\n<html><body>{html(blocks)}</body></html>\n".encode()


def as_mailbox(blocks: Blocks) -> bytes:
    return b"From q@quay.example Tue Mar  3 07:00:00 2026\n" + as_mail(blocks)


def as_word(blocks: Blocks) -> bytes:
    styles = {"p": "", "h": "Heading2", "li": "ListBullet", "quote": "Quote"}
    return word("".join(line(run(escape(block.text)), style=styles[block.kind]) for block in blocks))


def as_open_text(blocks: Blocks) -> bytes:
    tags = {"h": '<text:h text:outline-level="2">{}</text:h>', "p": "<text:p>{}</text:p>"}
    listed = "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>"
    return odt("".join({**tags, "li": listed, "quote": tags["p"]}[b.kind].format(escape(b.text)) for b in blocks))


def as_rtf(blocks: Blocks) -> bytes:
    return rtf("".join(rf"{{\b {b.text}}}\par " if b.kind == "h" else rf"{b.text}\par " for b in blocks))


def as_pdf(blocks: Blocks) -> bytes:
    pages = []
    for at in range(0, len(blocks), 6):
        drawn, top = [], 780.0
        for block in blocks[at : at + 6]:
            lines = column(block.text, 60, top, 440)
            drawn += lines
            top -= 13 * len(lines) + 18
        pages.append(drawn)
    return pdf(*pages)


def as_web_archive(blocks: Blocks) -> bytes:
    file = BytesIO()
    writer = WARCWriter(file, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    body = BytesIO(as_page(blocks))
    writer.write_record(
        writer.create_warc_record("https://q.example/1", "response", payload=body, http_headers=headers)
    )
    return file.getvalue()


def as_notes(blocks: Blocks) -> bytes:
    content = f'<?xml version="1.0"?><en-note>{html(blocks)}</en-note>'
    note = f"<note><title>Pier</title><content><![CDATA[{content}]]></content></note>"
    return f'<?xml version="1.0"?><en-export version="10">{note}</en-export>'.encode()


def as_zip(blocks: Blocks) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for n, block in enumerate(blocks):
            archive.writestr(f"{n}.md", f"# Pier {n}\n\n{block.text}\n")
    return file.getvalue()


WRITERS: dict[str, Writer] = {
    "text": lambda blocks: plain(blocks).encode(),
    "html": as_page,
    "feed": as_feed,
    "json": as_json,
    "channel": as_channel,
    "table": as_table,
    "sheet": as_sheet,
    "markdown": lambda blocks: f"# Pier\n\n{markdown(blocks)}\n".encode(),
    "gemtext": lambda blocks: f"# Pier\n\n{markdown(blocks)}\n".replace("\n- ", "\n* ").encode(),
    "mail": as_mail,
    "mbox": as_mailbox,
    "docx": as_word,
    "odt": as_open_text,
    "rtf": as_rtf,
    "pdf": as_pdf,
    "warc": as_web_archive,
    "zip": as_zip,
    "notes": as_notes,
}
"""How the blocks of a text are written in each format that is read."""
