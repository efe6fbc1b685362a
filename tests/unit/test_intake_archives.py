"""Archives: what lies in them is read by what it is, and what only tells of the rest is no article."""

import gzip
import json
import plistlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotated_briefings.base.source import Place, Source
from annotated_briefings.intake.decisions import Cut, Decisions, read_decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.reading import FileRead, split_all

GATE = (
    "The port of Varnholm closed its northern basin on Tuesday after divers found cracks in the lock gate.",
    "Repairs will take at least nine weeks, and forty ships a month will have to use the southern entrance.",
)
VOTE = (
    "The regional parliament voted by 41 to 38 to keep the two smallest hospitals open until the end of next year.",
    "Doctors had warned that closing them would leave three valleys more than an hour away from an emergency room.",
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(title: str, texts: tuple[str, ...]) -> bytes:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs(texts)}</body></html>".encode()


def web_archive(*answers: tuple[str, str, str, bytes]) -> bytes:
    """A web archive of answers: address, status, media type and bytes of each."""
    file = BytesIO()
    writer = WARCWriter(file, gzip=True)
    for address, status, media, data in answers:
        headers = StatusAndHeaders(f"{status} X", [("Content-Type", media)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(address, "response", payload=BytesIO(data), http_headers=headers))
    return file.getvalue()


RECORDED = web_archive(
    ("https://post.example/gate", "200", "text/html; charset=utf-8", page("Lock gate fails", GATE)),
    (
        "https://post.example/gone",
        "404",
        "text/html",
        page("Not found", ("This page is gone, as are others.",)),
    ),
    ("https://post.example/a.png", "200", "image/png", b"\x89PNG"),
    ("https://post.example/vote", "200", "application/xhtml+xml", page("Hospitals stay open", VOTE)),
)


def reported(documents: tuple[RawDocument, ...]) -> list[tuple[str, str]]:
    return [(document.given.title, document.given.url) for document in documents if not document.left_out]


def test_of_a_web_archive_the_pages_are_read_and_all_else_is_named() -> None:
    documents, found = read_any("a.warc.gz", RECORDED)
    assert not found
    assert reported(documents) == [
        ("Lock gate fails", "https://post.example/gate"),
        ("Hospitals stay open", "https://post.example/vote"),
    ]
    kinds = [(document.name, document.kind) for document in documents if document.left_out]
    assert kinds == [("a.warc.gz#2", "answer with status 404"), ("a.warc.gz#3", "other record")]


def test_the_index_of_a_packed_web_archive_is_no_article() -> None:
    record = {"id": "1", "url": "https://post.example/gate", "title": "Lock gate fails", "text": " ".join(GATE)}
    data = packed(
        {
            "archive/data.warc.gz": RECORDED,
            "datapackage.json": json.dumps({"profile": "data-package", "resources": [{"name": "data", "path": "x"}]}),
            "indexes/index.cdx": "example,post)/gate 20260303 https://post.example/gate text/html 200 A - - 5 0 data",
            "pages/pages.jsonl": json.dumps({"format": "json-pages-1.0"}) + "\n" + json.dumps(record),
            "logs/crawl.log": "2026-03-03 the crawl has begun and ended",
        }
    )
    documents, found = read_any("a.wacz", data)
    assert not found
    assert [title for title, _ in reported(documents)] == ["Lock gate fails", "Hospitals stay open"]
    index = [document.name for document in documents if document.kind == "index file"]
    assert index == [
        f"a.wacz/{name}" for name in ("datapackage.json", "indexes/index.cdx", "logs/crawl.log", "pages/pages.jsonl")
    ]


def post(title: str, texts: tuple[str, ...], day: str) -> str:
    foot = f'<div id="footer"><span id="timestamp"> {day} </span><span class="tag">ports</span></div>'
    return f'<html><head><meta charset="utf-8"/></head><body>{title}{paragraphs(texts)}{foot}</body></html>'


TUMBLR_XML = (
    '<?xml version="1.0"?><tumblr version="1.0"><tumblelog name="varnholm" title="Varnholm Notes"/><posts>'
    '<post id="1" url="https://v.tumblr.example/post/1" type="regular" date-gmt="2026-03-03 13:32:00 GMT">'
    "<regular-title>Lock gate fails</regular-title><regular-body>{}</regular-body></post>"
    '<post id="2" url="https://v.tumblr.example/post/2" type="link" date-gmt="2026-03-04 10:05:00 GMT">'
    "<link-text>Hospitals stay open</link-text><link-description>{}</link-description></post></posts></tumblr>"
).format(*(paragraphs(texts).replace("<", "&lt;") for texts in (GATE, VOTE)))
TUMBLR_JSON = {
    "meta": {"status": 200},
    "response": {
        "blog": {"name": "varnholm", "title": "Varnholm Notes"},
        "posts": [
            {"type": "text", "blog_name": "Varnholm Notes", "post_url": "https://v.tumblr.example/post/1",
             "date": "2026-03-03 13:32:00 GMT", "state": "published", "title": "Lock gate fails",
             "body": paragraphs(GATE)},
            {"type": "photo", "blog_name": "Varnholm Notes", "post_url": "https://v.tumblr.example/post/2",
             "date": "2026-03-04 10:05:00 GMT", "state": "published", "title": "Hospitals stay open",
             "caption": paragraphs(VOTE), "source": "A photographer"},
        ],
    },
}  # fmt: skip
POSTS = {
    "html/1.html": post("<h1>Lock gate fails</h1>", GATE, "March 3rd, 2026 2:32pm"),
    "html/2.html": post("<h1>Hospitals stay open</h1>", VOTE, "March 4th, 2026 11:05am"),
    "posts_index.html": "<h1>All posts</h1><a href='html/1.html'>Lock gate fails</a><p>and others of this blog</p>",
    "style.css": "p{}",
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", TUMBLR_XML.encode()),
        ("a.json", json.dumps(TUMBLR_JSON).encode()),
        ("a.zip", packed({"posts.zip": packed(dict(POSTS)), "payload-0.json": '{"data": {"email": "a@b.example"}}'})),
    ],
)
def test_exports_of_tumblr_give_their_posts(name: str, data: bytes) -> None:
    documents, found = read_any(name, data)
    articles = [document for document in documents if not document.left_out]
    assert not found
    assert [(d.given.title, d.given.published[:10]) for d in articles] == [
        ("Lock gate fails", "2026-03-03"),
        ("Hospitals stay open", "2026-03-04"),
    ]
    assert [tuple(p.text for p in d.paragraphs) for d in articles] == [GATE, VOTE]
    assert {d.given.outlet for d in articles} <= {"Varnholm Notes", ""}


LETTER = (
    "From: Post <news@post.example>\nSubject: Morning briefing\nDate: Tue, 03 Mar 2026 07:00:00 +0100\n"
    "Content-Type: text/html; charset=utf-8\n\n<h1>Morning briefing</h1>{}"
)
STORIES = "".join(
    f"<h2><a href='https://post.example/{n}'>{title}</a></h2>{paragraphs(texts)}"
    for n, (title, texts) in enumerate((("Lock gate fails", GATE), ("Hospitals stay open", VOTE)))
)
ARTICLES = "".join(
    f"<article><h2>{title}</h2>{paragraphs(texts)}</article>"
    for title, texts in (("Lock gate fails", GATE), ("Hospitals stay open", VOTE))
)


def decided(text: str) -> Decisions:
    decisions, found = read_decisions(Source("decisions.yaml", text))
    assert not found
    return decisions


def read(name: str, data: bytes, decisions: str) -> FileRead:
    return split_all(name, *read_any(name, data), decided(decisions))


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("letter.eml", LETTER.format(STORIES).encode(), "Morning briefing"),
        (
            "page.html",
            f"<html><head><title>News</title></head><body><h1>News of the week</h1>{ARTICLES}</body></html>".encode(),
            "News of the week",
        ),
    ],
)
def test_one_decision_makes_one_article_of_the_parts_of_a_file_again(name: str, data: bytes, title: str) -> None:
    parted = read(name, data, "- {join: other.eml}\n")
    assert [meta.headline.value for meta in parted.metas] == ["Lock gate fails", "Hospitals stay open"]
    joined = read(name, data, f"- {{join: {name}}}\n")
    assert [meta.headline.value for meta in joined.metas] == [title]
    assert [p.text for p in joined.articles[0].paragraphs] == ["Lock gate fails", *GATE, "Hospitals stay open", *VOTE]
    assert joined.articles[0].subheadings == (0, 3)
    assert joined.used == frozenset({0})
    assert parted.used == frozenset()
    assert {p.text for p in parted.left_out} == {p.text for p in joined.left_out}


def test_a_decision_about_a_whole_file_is_named_by_it() -> None:
    (cut,) = decided("- {join: letter.eml}\n").cuts
    assert cut == Cut(False, "letter.eml", 0, "", Place("decisions.yaml", 1, 3))
    assert cut.name == "join letter.eml"


PAGE = page("Lock gate fails", GATE)
MESSAGE = b"From: Ida Holt <ida@post.example>\nSubject: Lock gate fails\n\n" + "\n\n".join(GATE).encode() + b"\n"
SAFARI = {
    "WebMainResource": {
        "WebResourceData": PAGE,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://post.example/gate",
    }
}
KEPT = str(len(MESSAGE)).encode() + b"\n" + MESSAGE + plistlib.dumps({"flags": 8590195713})


@pytest.mark.parametrize(
    ("name", "data", "url"),
    [
        ("gate.html.gz", gzip.compress(PAGE), ""),
        ("gate.json.gz", gzip.compress(json.dumps({"title": "Lock gate fails", "text": "\n".join(GATE)}).encode()), ""),
        ("gate.webarchive", plistlib.dumps(SAFARI, fmt=plistlib.FMT_BINARY), "https://post.example/gate"),
        ("gate.webarchive", plistlib.dumps(SAFARI), "https://post.example/gate"),
        ("gate.emlx", KEPT, ""),
        ("gate.html.gz", gzip.compress(gzip.compress(PAGE)), ""),
    ],
)
def test_a_file_in_a_wrapper_is_read_as_what_it_is(name: str, data: bytes, url: str) -> None:
    (document,), found = read_any(name, data)
    assert not found
    assert document.given.title == "Lock gate fails"
    assert document.given.url == url
    assert " ".join(p.text for p in document.paragraphs) == " ".join(GATE)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.gz", gzip.compress(PAGE)[:-30]),
        ("a.gz", b"\x1f\x8b" + b"x" * 40),
        ("a.webarchive", b"bplist00 WebMainResource"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": 3})),
        ("a.emlx", b"12\nno message at all"),
    ],
)
def test_a_damaged_wrapper_takes_nothing_else_with_it(name: str, data: bytes) -> None:
    documents, found = read_any(name, data)
    assert documents or found


def test_the_parts_of_a_saved_page_in_an_archive_are_named_and_are_no_articles() -> None:
    parts = {"in/Gate.html": PAGE, "in/Gate_files/frame.html": page("Boats", VOTE), "in/Thumbs.db": b"\xd0\xcf\x11\xe0"}
    documents, found = read_any("a.zip", packed(dict(parts)))
    assert not found
    assert [title for title, _ in reported(documents)] == ["Lock gate fails"]
    assert [(d.name, d.kind) for d in documents if d.left_out] == [
        ("a.zip/in/Gate_files/frame.html", "part of a saved page"),
        ("a.zip/in/Thumbs.db", "asset"),
    ]


NITF = (
    '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><docdata><date.issue '
    'norm="20260303T143200+0100"/>{0}<doc.copyright holder="Post"/></docdata></head><body><body.head><hedline>'
    "<hl1>Lock gate fails</hl1></hedline><byline>By <person>Ida Holt</person></byline></body.head><body.content>{1}"
    "</body.content></body></nitf>"
)
NEWS_ITEM = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>2026-03-03T14:32:00+01:00'
    "</versionCreated>{0}</itemMeta><contentMeta><headline>Lock gate fails</headline><by>Ida Holt</by><creditline>Post"
    '</creditline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{1}</body></html>'
    "</inlineXML></contentSet></newsItem>"
)
NEWS_ML = (
    "<NewsML><NewsItem><NewsManagement><FirstCreated>20260303T143200+0100</FirstCreated>{0}</NewsManagement>"
    "<NewsComponent><NewsLines><HeadLine>Lock gate fails</HeadLine><ByLine>By Ida Holt</ByLine><CreditLine>Post"
    "</CreditLine></NewsLines><ContentItem><DataContent>{1}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)


@pytest.mark.parametrize("form", [NITF, NEWS_ITEM, NEWS_ML])
def test_reports_as_agencies_deliver_them_have_their_facts(form: str) -> None:
    (document,), found = read_any("a.xml", form.format("", paragraphs(GATE)).encode())
    assert not found
    given = document.given
    assert (given.title, given.author, given.outlet) == ("Lock gate fails", "Ida Holt", "Post")
    assert given.published == "2026-03-03T14:32:00+01:00"
    assert tuple(p.text for p in document.paragraphs) == GATE
    assert not given.held


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        (NEWS_ITEM, '<pubStatus qcode="stat:withheld"/>'),
        (NEWS_ITEM, "<embargoed>2031-03-05T10:00:00+01:00</embargoed>"),
        (NEWS_ML, '<Status FormalName="Canceled"/>'),
        (NITF, '<date.release norm="20310305T100000+0100"/>'),
    ],
)
def test_a_report_that_is_withheld_or_under_an_embargo_says_so(form: str, mark: str) -> None:
    (document,), _ = read_any("a.xml", form.format(mark, paragraphs(GATE)).encode())
    assert document.given.held or document.given.embargo


@pytest.mark.parametrize("time", ["Tue Mar  3 07:00:00 2026", "Tue, 3 Mar 2026 07:00:00 +0100", "2026-03-03 07:00:00"])
def test_the_lines_that_part_a_mailbox_have_their_time_in_any_form(time: str) -> None:
    form = "From q@quay.example {}\nFrom: Quay <q@quay.example>\nSubject: {}\n\n{}\n\n"
    stories = (("Lock gate fails", GATE), ("Hospitals stay open", VOTE))
    data = "".join(form.format(time, title, "\n\n".join(texts)) for title, texts in stories)
    documents, _ = read_any("a.mbox", data.encode())
    assert [document.given.title for document in documents] == ["Lock gate fails", "Hospitals stay open"]


def test_the_name_of_a_writer_may_be_a_link_to_a_note() -> None:
    head = '---\ntitle: Lock gate fails\nauthor:\n  - "[[Ida Holt]]"\n  - "[[people/jon|Jon Brede]]"\n---\n'
    (document,), _ = read_any("a.md", (head + "\n\n".join(GATE)).encode())
    assert document.given.author == "Ida Holt, Jon Brede"


def test_what_a_server_says_to_programs_of_search_ends_a_page_of_a_web_archive_and_holds_none_back() -> None:
    file = BytesIO()
    writer = WARCWriter(file, gzip=True)
    result = ("noindex, noarchive", "unavailable_after: 25 Jun 2031 15:00:00 GMT", "googlebot: nofollow")
    for number, robots in enumerate(result):
        head = [("Content-Type", "text/html; charset=utf-8"), ("X-Robots-Tag", robots)]
        payload = BytesIO(page(f"Lock gate {number} fails", GATE))
        headers = StatusAndHeaders("200 OK", head, protocol="HTTP/1.1")
        address = f"https://post.example/{number}"
        writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))
    documents, _ = read_any("a.warc.gz", file.getvalue())
    assert [(d.given.held, d.given.expires) for d in documents] == [
        ("", ""),
        ("", "2031-06-25T15:00:00+00:00"),
        ("", ""),
    ]
