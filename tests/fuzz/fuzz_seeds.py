"""Small files of every kind that is read, for mutation to start from."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from format_writers import WRITERS, Block
from office_files import odt, rtf
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ONE = "The town of Vessby has opened a bridge that nobody asked for and that everybody now crosses twice a day."
TWO = "It cost 40 million crowns, which is twice the yearly budget of the town, and took nineteen months to build."
BRIEF = f"""---
title: "Bridge: opens"
slug: bridge
date: 2024-05-03
updated: 2024-05-04T10:00:00Z
lang: en
summary: A bridge has opened.
draft: false
publish_at: 2024-05-03T08:00:00Z
tags: [bridges, towns/vessby]
story: bridge
entities: {{about: [Vessby], mentions: [The Courier]}}
sources:
  - {{url: "https://courier.example/1?a=b#c", title: Bridge, outlet: Courier, published: 2024-05, role: original}}
key_points:
  - {{text: It *cost* much, quote: It cost 40 million crowns, source: 1}}
figures:
  - {{value: 40, unit: million crowns, what: cost, as_of: 2024, source: 1, quote: 40 million crowns}}
annotations:
  - {{id: n1, quote: nobody asked for, kind: check, author: B, date: 2024-05-05, note: "Is it *so*? [[Vessby]]"}}
corrections:
  - {{date: 2024-05-06, was: 39, now: 40, why: misread}}
unknowns: [Who paid?]
answers:
  - {{question: Who paid?, text: The town.}}
redirect_from: [/old/address/]
image: {{src: /a.png, alt: A bridge}}
imported: {{id: 0123456789ab, confidence: high}}
---
## What happened

{ONE} **{TWO}** See [[Vessby|the town]], [it](https://e.example "t") and ![a](b.png)[^1].

> "Nobody asked us", said *Anna Berg*.

- one
- two
  1. three

| a | b |
|--:|:--|
| `c` | ~~d~~ |

Term
: what it means

```py
x = 1
```

[^1]: A footnote \\* & &amp; <b>.
"""
SETTINGS = """title: A & B
base_url: https://example.org/news
language: en
timezone: Europe/Berlin
search: false
social_images: true
list_length: 20
leave_out: [days, sources]
import:
  fields: {title: kop, text: [inhoud, tekst]}
"""
REGISTRY = """anna-berg:
  name: Anna Berg
  type: person
  aliases: [A. Berg, "Berg, Anna"]
  parent: &p vessby
  same_as: [https://e.example/1]
vessby: {name: Vessby, type: place, ambiguous: [Ves], merged_into: anna-berg}
"""
DECISIONS = """- {split: dump.txt, line: 12}
- {join: dump.txt, text: It cost 40}
- {keep: 0123456789ab}
- {reject: 0123456789ab}
- {no_entity: Anna Berg}
"""
LEDGER = "".join(
    json.dumps(entry) + "\n"
    for entry in (
        {"id": "0123456789ab", "file": "dump.txt", "lines": "1-7", "verdict": "brief", "brief": "briefings/a.md"},
        {"id": "0123456789ac", "file": "b.html", "verdict": "near", "into": "0123456789ab", "score": 0.9},
    )
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge opens - Courier</title>
<meta property="og:title" content="Bridge opens"><meta name="author" content="Anna Berg">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge opens"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge opens</h1><p>{ONE}</p><p>{TWO} <b>Bold</b> &amp; more.</p>
</article><!-- remark --></body></html>"""
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Courier</title>
<item><title>Bridge opens</title><link>https://courier.example/1</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
<description><![CDATA[<p>{ONE}</p><p>{TWO}</p>]]></description></item></channel></rss>"""
MAIL = (
    "From: Courier <news@courier.example>\nSubject: =?utf-8?q?Bridge_opens?=\n"
    "Date: Fri, 3 May 2024 10:00:00 +0000\n"
    f'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; '
    f"charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{ONE}=20\n{TWO}\n--b\n"
    f"Content-Type: text/html\n\n{PAGE}\n--b--\n"
)
NOTES = json.dumps(
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": "urn:a",
        "creator": "B",
        "body": [{"type": "TextualBody", "value": "Why?", "purpose": "commenting"}],
        "target": {
            "source": "https://e.example/briefs/a/",
            "selector": [{"type": "TextQuoteSelector", "exact": "nobody asked", "prefix": "t "}],
        },
    }
)
FOREIGN = json.dumps(
    {
        "rows": [
            {
                "id": "x",
                "uri": "https://e.example/briefs/a/",
                "text": "Why?",
                "tags": ["check"],
                "user": "acct:b@hypothes.is",
                "created": "2024-05-03T10:00:00+00:00",
                "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "nobody asked"}]}],
            }
        ]
    }
)


def _word() -> bytes:
    document = docx.Document()
    for text, style in (("Bridge opens", "Title"), (ONE, "Normal"), ("More", "Heading 1"), (TWO, "Normal")):
        document.add_paragraph(text, style=style)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf() -> bytes:
    stream = f"BT /F1 12 Tf 72 700 Td ({ONE}) Tj 0 -14 Td ({TWO}) Tj ET"
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        f"/Contents 4 0 R>>endobj\n4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n"
    ).encode()


def _sheet() -> bytes:
    text = "urn:oasis:names:tc:opendocument:xmlns"
    rows = "".join(
        "<c:table-row>" + "".join(f"<c:table-cell><x:p>{cell}</x:p></c:table-cell>" for cell in row) + "</c:table-row>"
        for row in (("Title", "Text"), ("Bridge opens", ONE))
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", f'<o xmlns:c="{text}:table:1.0" xmlns:x="{text}:text:1.0"><c:table>{rows}</c:table></o>'
        )
    return file.getvalue()


def _archive() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", f"{ONE}\n{TWO}\n")
        archive.writestr("b/page.html", PAGE)
    return file.getvalue()


def _web_archive() -> bytes:
    file = BytesIO()
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer = WARCWriter(file, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            "https://courier.example/2", "response", payload=BytesIO(PAGE.encode()), http_headers=headers
        )
    )
    return file.getvalue()


FULLER = {
    "text": f"Bridge opens\n\n{ONE}\n{TWO}\n\nBRIDGE CLOSES\nBy Anna Berg\n{TWO}\n".encode(),
    "html": PAGE.encode(),
    "feed": FEED.encode(),
    "markdown": BRIEF.encode(),
    "notes": f"<en-export><note><content><![CDATA[<p>{ONE}</p>]]></content></note></en-export>".encode(),
    "mail": MAIL.encode(),
    "json": json.dumps({"title": "Bridge opens", "text": f"{ONE}\n{TWO}", "date": "2024-05-03"}).encode(),
    "table": f'title,date,text\nBridge opens,2024-05-03,"{ONE} {TWO}"\n'.encode(),
    "sheet": _sheet(),
    "mbox": b"From a@b.example Fri May  3 10:00:00 2024\n" + MAIL.encode(),
    "docx": _word(),
    "odt": odt("<text:h>Bridge</text:h><text:p>It is <text:span>open</text:span>.</text:p>", flat=True),
    "rtf": rtf(r"\pard\b Bridge\b0\par It is {\field{\*\fldinst HYPERLINK x}{\fldrslt open}}.\par"),
    "pdf": _pdf(),
    "zip": _archive(),
    "warc": _web_archive(),
}
"""Files that have more of their formats in them than the writers of all formats use."""
BLOCKS = [Block("p", ONE), Block("h", "More"), Block("li", TWO), Block("quote", TWO)]
"""What the writer of each format is given."""
TOLD = (
    f"1 of 2 DOCUMENTS\n\nThe Courier\n\nMay 3, 2024\n\nBridge opens\n\nBYLINE: Anna Berg\n\n{ONE}"
    f"\n\nLOAD-DATE: May 3, 2024\n\n2 of 2 DOCUMENTS\n\nThe Courier\n\nMay 4, 2024\n\nBill\n\n{TWO}\n",
    f"HD  Bridge opens\nBY  Anna Berg\nPD  3 May 2024\nSN  The Courier\nLP\n{ONE}\nTD\n{TWO}\n"
    "AN  Document C0000020240503\n",
    f"TY  - NEWS\nTI  - Bridge opens\nDA  - 2024/05/03\nAB  - {ONE}\nER  - \n",
    f"@misc{{a,\n title = {{Bridge}},\n abstract = {{{ONE}}}\n}}\n",
    f"Bridge opens\nThe Courier, 3 May 2024\n{ONE}\nhttps://a.example/1\n\nBill\nThe Echo, 4 May 2024\n{TWO}\n"
    "https://a.example/2\n",
    f"Menu\nBridge opens to lorries\nBy Anna Berg\n3 hours ago\nShare\nSave\n\n{ONE}\n\nAdvertisement\n\n{TWO}\n"
    "Most read\nA\n",
)
"""Texts of other programs, told by their lines."""


def _fuller(kind: str) -> tuple[bytes, ...]:
    """The files of a format besides the one that its writer makes."""
    marked = tuple(one.encode() for one in TOLD) if kind == "text" else ()
    return (*((FULLER[kind],) if kind in FULLER else ()), *marked)


SEEDS: dict[str, tuple[bytes, ...]] = {
    "brief": (BRIEF.encode(), b"---\ntitle: A\n---\nText.\n", b"Only text"),
    "lists": (SETTINGS.encode(), REGISTRY.encode(), b"bridges: {label: Bridges, aliases: [x], keywords: [y]}\n"),
    "decisions": (DECISIONS.encode(),),
    "ledger": (LEDGER.encode(),),
    "notes": (NOTES.encode(), FOREIGN.encode()),
    "patch": (BRIEF.encode(), REGISTRY.encode()),
} | {f"import-{kind}": (*_fuller(kind), write(BLOCKS)) for kind, write in WRITERS.items()}
"""For each target the files that mutation starts from."""
