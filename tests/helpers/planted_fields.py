"""Files of all formats with a word of its own in each of their fields: one file a format, for the account of words.

No words are in tags and keywords, which are no sentences, in comments of HTML, and in what browsers or mail servers
alone read.
"""

import json
from collections.abc import Callable
from itertools import count

from office_files import line, odt, packed, rtf, run, table, word

TEXT = (
    "Divers found the old dam sound on Tuesday, eleven days after a barge had struck its northern pier.",
    "The water board will open both lanes again on Friday morning, its engineer said to the county.",
)
BODY = "".join(f"<p>{one}</p>" for one in TEXT)
Plant = Callable[[], str]


def planter() -> tuple[Plant, list[str]]:
    """A function that gives a sentence with a new word, and the words that it has given."""
    numbers, given = count(1), list[str]()

    def plant() -> str:
        given.append(f"planted{next(numbers):02}")
        return f"the harbour master wrote {given[-1]} here"

    return plant, given


def _tags(names: str, plant: Plant, more: str = "") -> str:
    return "".join(f"<{name}{more}>{plant()}</{name}>" for name in names.split())


def rss(plant: Plant) -> bytes:
    spaces = (
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:own="https://own.example/ns"'
    )
    channel = f"<title>Quay</title>{_tags('description copyright itunes:summary itunes:subtitle media:rights', plant)}"
    media = (
        f'<media:group><media:content url="https://q.example/a.jpg"><media:title type="plain">{plant()}</media:title>'
        f'<media:description type="html">{plant()}</media:description><media:text>{plant()}</media:text>'
        f'<media:credit role="x">{plant()}</media:credit></media:content></media:group>'
        f'<media:description type="plain">{plant()}</media:description>'
        f'<media:copyright url="u">{plant()}</media:copyright>'
    )
    item = (
        f"<title>{plant()}</title><link>https://q.example/1</link><guid>https://q.example/1</guid>"
        f"<description>{plant()}</description><content:encoded><![CDATA[{BODY}<p>{plant()}.</p>]]></content:encoded>"
        f"{_tags('itunes:summary itunes:subtitle itunes:title dc:description dc:abstract dc:rights', plant)}"
        f"{_tags('dc:coverage dc:subject', plant)}"
        f'<own:deck lang="en">{plant()}</own:deck>{_tags("own:note comments source", plant)}{media}'
    )
    return f'<rss version="2.0" {spaces}><channel>{channel}<item>{item}</item></channel></rss>'.encode()


def atom(plant: Plant) -> bytes:
    entry = (
        f"<title>{plant()}</title><id>urn:1</id><updated>2026-03-03T09:30:00Z</updated><summary>{plant()}</summary>"
        f'<content type="html"><![CDATA[{BODY}<p>{plant()}.</p>]]></content><rights>{plant()}</rights>'
        f'<link href="https://q.example/1" title="{plant()}"/><category term="x"/>'
    )
    head = f"<title>Quay</title><id>urn:q</id><subtitle>{plant()}</subtitle><rights>{plant()}</rights>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}<entry>{entry}</entry></feed>'.encode()


def json_feed(plant: Plant) -> bytes:
    item: dict[str, object] = {
        "id": "1",
        "url": "https://q.example/1",
        "title": plant(),
        "content_html": BODY,
        "summary": plant(),
    }
    item |= {"_own": {"deck": plant()}, "attachments": [{"url": "https://q.example/a.mp3", "title": plant()}]}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "description": plant(), "items": [item]}
    return json.dumps(feed | {"user_comment": plant()}).encode()


def records(plant: Plant) -> bytes:
    item: dict[str, object] = {"title": plant(), "text": "\n".join(TEXT), "date": "2026-03-03", "outlet": "The Courier"}
    names = "excerpt deck caption description kicker notes alt_text pull_quote correction credit image_caption"
    item |= {name: plant() for name in names.split()}
    item |= {"image": {"caption": plant(), "alt": plant()}, "gallery": [{"title": plant(), "text": plant()}]}
    return json.dumps([item | {"section": plant(), "media": {"description": plant()}}]).encode()


def comma_table(plant: Plant) -> bytes:
    names = ["Title", "Text", "Teaser", "Caption", "Notes", "Section", "Translator", "Place", "Rights"]
    cells = [plant(), " ".join(TEXT), *(plant() for _ in names[2:])]
    return (",".join(names) + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n").encode()


def sheet(plant: Plant) -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = (("A", "Title", plant()), ("B", "Text", " ".join(TEXT)), ("C", "Notes", plant()))

    def cells(number: int) -> str:
        inner = (f'<c r="{at}{number}" t="inlineStr"><is><t>{row[number - 1]}</t></is></c>' for at, *row in rows)
        return f'<row r="{number}">{"".join(inner)}</row>'

    return packed(
        {
            "xl/workbook.xml": f'<workbook {space} xmlns:r="{office}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="r1" Target="worksheets/a.xml"/>'
            "</Relationships>",
            "xl/worksheets/_rels/a.xml.rels": '<Relationships xmlns="x"><Relationship Id="c1" '
            f'Type="{office}/comments" Target="../comments1.xml"/></Relationships>',
            "xl/comments1.xml": f"<comments {space}><authors><author>A</author></authors><commentList>"
            f'<comment ref="A2" authorId="0"><text><r><t>{plant()}</t></r></text></comment></commentList></comments>',
            "xl/worksheets/a.xml": f"<worksheet {space}><sheetData>{cells(1)}{cells(2)}</sheetData>"
            f"<headerFooter><oddHeader>&amp;C{plant()}</oddHeader></headerFooter></worksheet>",
        }
    )


def open_sheet(plant: Plant) -> bytes:
    note = f"<office:annotation><text:p>{plant()}</text:p></office:annotation>"
    cells = [("Title", plant()), ("Text", " ".join(TEXT)), ("Notes", plant())]
    names = "".join(f"<table:table-cell><text:p>{name}</text:p></table:table-cell>" for name, _ in cells)
    values = "".join(
        f"<table:table-cell>{note if name == 'Title' else ''}<text:p>{value}</text:p></table:table-cell>"
        for name, value in cells
    )
    rows = f"<table:table-row>{names}</table:table-row><table:table-row>{values}</table:table-row>"
    space = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    table_ = f'<table:table table:name="A">{rows}</table:table>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {space}><office:body><office:spreadsheet>{table_}"
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def page(plant: Plant) -> bytes:
    data = {"@type": "NewsArticle", "description": plant(), "alternativeHeadline": plant()}
    head = (
        f"<title>{plant()}</title><meta name='description' content='{plant()}'>"
        f"<meta property='og:description' content='{plant()}'>"
        f"<meta name='dcterms.abstract' content='{plant()}'>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    )
    body = (
        f"<header><p>{plant()}</p></header><nav><a href='/'>{plant()}</a></nav><article><h1>{plant()}</h1>"
        f"<p class='standfirst'>{plant()}</p>{BODY}<figure><img src='a.jpg' alt='{plant()}'>"
        f"<figcaption>{plant()}</figcaption></figure><table><caption>{plant()}</caption><tr><td>{plant()}</td><td>2</td>"
        f"</tr></table><aside><p>{plant()}</p></aside><details><summary>{plant()}</summary><p>{plant()}</p></details>"
        f"</article><footer><p>{plant()}</p></footer>"
    )
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def front_matter(plant: Plant) -> bytes:
    names = "title description excerpt deck caption notes subtitle kicker image_alt"
    fields = "\n".join(f"{name}: {plant()}" for name in names.split())
    text = f"{TEXT[0]}\n\n![{plant()}](a.jpg '{plant()}')\n\n{TEXT[1]}[^1]\n\n[^1]: {plant()}\n"
    return f"---\n{fields}\n---\n\n{text}".encode()


def mail(plant: Plant) -> bytes:
    head = (
        f"From: Quay <q@quay.example>\nSubject: {plant()}\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n"
        "MIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n'
    )
    parts = (
        f"Content-Type: text/html\n\n<html><body><div style='display:none'>{plant()}</div>{BODY}<p>{plant()}.</p>"
        f"<img src='https://q.example/a.png' alt='{plant()}'></body></html>",
        f'Content-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="a.txt"\n\n{plant()}\n',
    )
    return (head + "".join(f"\n--b\n{part}" for part in parts) + "\n--b--\n").encode()


def word_file(plant: Plant) -> bytes:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        line(run(plant()), style="Title")
        + line(run(TEXT[0]), reference, '<w:r><w:commentReference w:id="1"/></w:r>')
        + line(run(TEXT[1]))
        + table((plant(), plant()))
        + f'<w:p><w:r><w:drawing><docPr xmlns="x" descr="{plant()}"/></w:drawing></w:r></w:p>'
        + f'<w:p><w:del w:id="9"><w:r><w:delText>{plant()}</w:delText></w:r></w:del></w:p>'
        + '<w:sectPr><w:headerReference w:type="default" r:id="r_header1"/>'
        + '<w:footerReference w:type="default" r:id="r_footer1"/></w:sectPr>'
    )
    return word(
        body,
        comments=f'<w:comment w:id="1" w:author="A">{line(run(plant()))}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{line(run(plant()))}</w:footnote>',
        header1=line(run(plant())),
        footer1=line(run(plant())),
    )


def open_text(plant: Plant) -> bytes:
    body = (
        f'<text:h text:outline-level="1">{plant()}</text:h><text:p>{TEXT[0]}'
        f"<office:annotation><text:p>{plant()}</text:p></office:annotation>"
        f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{plant()}</text:p></text:note-body></text:note></text:p><text:p>{TEXT[1]}</text:p>"
        f"<table:table><table:table-row><table:table-cell><text:p>{plant()}</text:p></table:table-cell><table:table-cell>"
        f"<text:p>{plant()}</text:p></table:table-cell></table:table-row></table:table>"
    )
    pages = "".join(f"<style:{one}><text:p>{plant()}</text:p></style:{one}>" for one in ("header", "footer"))
    return odt(body, pages=pages, meta=f"<dc:description>{plant()}</dc:description><dc:subject>{plant()}</dc:subject>")


def rich_text(plant: Plant) -> bytes:
    return rtf(
        rf"{{\header {plant()}\par}}{{\footer {plant()}\par}}{plant()}\par {TEXT[0]}{{\footnote {plant()}}}"
        rf"{{\*\annotation {plant()}}}\par {TEXT[1]}\par "
    )


def nitf(plant: Plant) -> bytes:
    head = (
        f"<head><title>{plant()}</title><docdata><ed-msg info='{plant()}'/>"
        f"<key-list><keyword key='{plant()}'/></key-list></docdata></head>"
    )
    body = (
        f"<body><body.head><hedline><hl1>{plant()}</hl1><hl2>{plant()}</hl2></hedline><note><p>{plant()}</p></note>"
        f"<abstract><p>{plant()}</p></abstract></body.head><body.content>{BODY}<media><media-caption>{plant()}"
        f"</media-caption><media-producer>{plant()}</media-producer></media></body.content>"
        f"<body.end><tagline>{plant()}</tagline></body.end></body>"
    )
    return f"<nitf>{head}{body}</nitf>".encode()


def release(plant: Plant) -> bytes:
    return (
        f"PRESS RELEASE\nFor immediate release\n\n{plant().capitalize()}\n\n{TEXT[0]}\n\n{TEXT[1]} {plant()}.\n\n"
        f"ENDS\n\nNotes to editors\n\n1. {plant()}.\n\n2. {plant()}.\n\nAbout the water board\n\n{plant()}.\n\n"
        f"Contact: {plant()}\n"
    ).encode()


def evernote(plant: Plant) -> bytes:
    note = (
        f"<note><title>{plant()}</title><content><![CDATA[<en-note>{BODY}</en-note>]]></content>"
        f"<note-attributes><source-application>{plant()}</source-application></note-attributes>"
        f"<resource><recognition><![CDATA[<recoIndex/>]]></recognition><resource-attributes><file-name>{plant()}</file-name>"
        f"</resource-attributes></resource></note>"
    )
    return f'<?xml version="1.0"?><en-export version="10">{note}</en-export>'.encode()


FILES: dict[str, tuple[str, Callable[[Plant], bytes]]] = {
    "rss": ("a.xml", rss),
    "atom": ("a.atom", atom),
    "json feed": ("feed.json", json_feed),
    "records": ("a.json", records),
    "table": ("a.csv", comma_table),
    "spreadsheet": ("a.xlsx", sheet),
    "open spreadsheet": ("a.ods", open_sheet),
    "page": ("a.html", page),
    "markdown": ("a.md", front_matter),
    "mail": ("a.eml", mail),
    "word": ("a.docx", word_file),
    "open text": ("a.odt", open_text),
    "rich text": ("a.rtf", rich_text),
    "nitf": ("a.xml", nitf),
    "release": ("a.txt", release),
    "evernote": ("a.enex", evernote),
}
"""The files, each with its name, as functions that plant the words."""
