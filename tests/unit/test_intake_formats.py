"""Collected material of every kind, read into articles."""

import gzip
import json
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from annotated_briefings.base.diagnostics import show
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.importer.inputs import list_files
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.packed import archives
from annotated_briefings.intake.formats.recognise import format_of
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.pipeline import import_documents

FIRST = "The town of Vessby has opened a bridge that nobody asked for and that everybody now crosses twice a day."
SECOND = "It cost 40 million crowns, which is twice the yearly budget of the town, and took nineteen months to build."
THIRD = "The mayor, who had wanted a ferry, cut the ribbon and went home without a word to the waiting reporters."

PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge opens | Harbour Courier</title>
<link rel="canonical" href="https://courier.example/bridge">
<meta property="og:site_name" content="Harbour Courier">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Bridge opens in Vessby", "datePublished": "2024-05-03T08:00:00+02:00",
"author": [{{"@type": "Person", "name": "Ada Holm"}}], "publisher": {{"name": "Harbour Courier"}}}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge opens in Vessby</h1><p>{FIRST}</p><p>{SECOND} See the <a href="https://vessby.example/plan">plan</a>.</p>
<h2>What people say</h2><ul><li>It is high, say the children.</li><li>It is loud, say the gulls.</li></ul>
<blockquote><p>A bridge is a promise in steel, and we keep it.</p></blockquote><p>{THIRD}</p></article>
<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>"""


def one(name: str, data: bytes) -> RawDocument:
    documents, found = read_any(name, data)
    assert [show(d) for d in found] == []
    assert len(documents) == 1
    return documents[0]


def draft(document: RawDocument) -> str:
    outcome = import_documents((document,), Known(Decisions()), lambda _: (), write_brief)[1]
    assert len(outcome) == 1
    return outcome[0].text


def test_a_saved_page_gives_its_article_and_what_it_says_about_it() -> None:
    document = one("page.html", PAGE.encode())
    given = document.given
    assert (given.title, given.author, given.outlet) == ("Bridge opens in Vessby", "Ada Holm", "Harbour Courier")
    assert (given.published, given.url) == ("2024-05-03T08:00:00+02:00", "https://courier.example/bridge")
    text = draft(document)
    assert "\n## What people say\n" in text
    assert "\n- It is high, say the children.\n- It is loud, say the gulls.\n" in text
    assert "\n> A bridge is a promise in steel, and we keep it.\n" in text
    assert "[plan](https://vessby.example/plan)" in text
    assert "Subscribe" not in text
    assert "Home" not in text
    assert '\n    url: "https://courier.example/bridge"\n' in text
    assert "derived: [summary, key_points, figures]" in text


def test_a_page_without_an_article_is_said() -> None:
    documents, found = read_any("page.html", b"<!doctype html><html><body></body></html>")
    assert documents == ()
    assert [show(d).split("\n")[0] for d in found] == [
        "page.html: warning[no-article]: no article was found in the page"
    ]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Courier</title><item><title>Bridge opens &amp; closes</title><link>https://courier.example/1</link>
<pubDate>Fri, 03 May 2024 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Second</title><description>{THIRD}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>One</title>
<author><name>Ada Holm</name></author><link href="https://wire.example/1"/><updated>2024-05-03T08:00:00Z</updated>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wire",
        "items": [
            {
                "id": "1",
                "title": "One",
                "url": "https://wire.example/1",
                "date_published": "2024-05-03T08:00:00Z",
                "authors": [{"name": "Ada Holm"}],
                "content_text": f"{FIRST}\n{SECOND} 1 < 2 & 3",
            }
        ],
    }
)


def test_a_feed_gives_an_article_an_entry_with_full_content_where_there_is_one() -> None:
    documents, found = read_any("feed.xml", RSS.encode())
    assert found == ()
    assert [d.name for d in documents] == ["feed.xml#1", "feed.xml#2"]
    assert [p.text for p in documents[0].paragraphs] == [FIRST, SECOND]
    assert documents[0].given.title == "Bridge opens & closes"
    assert (documents[0].given.outlet, documents[0].given.published) == ("Harbour Courier", "2024-05-03T08:00:00+00:00")
    assert [p.text for p in documents[1].paragraphs] == [THIRD]


def test_atom_and_json_feeds_are_read_alike() -> None:
    for name, data in (("a.atom", ATOM), ("feed.json", JSON_FEED)):
        document = one(name, data.encode())
        assert (document.given.title, document.given.author, document.given.outlet) == ("One", "Ada Holm", "Wire")
        assert document.given.url == "https://wire.example/1"
        assert document.given.published.startswith("2024-05-03")
        assert document.paragraphs[0].text == FIRST
    assert one("feed.json", JSON_FEED.encode()).paragraphs[1].text == f"{SECOND} 1 < 2 & 3"


def test_a_list_of_feeds_and_a_broken_feed_are_refused_with_advice() -> None:
    documents, found = read_any("feeds.opml", b'<?xml version="1.0"?><opml version="2.0"><body/></opml>')
    assert documents == ()
    assert show(found[0]) == (
        "feeds.opml: error[unread-format]: lists of feeds (OPML) are not read\n"
        "  help: save the feeds themselves, and import those"
    )
    _, found = read_any("feed.xml", b"<rss><channel><item></rss>")
    assert show(found[0]) == (
        "feed.xml: error[broken-feed]: the feed cannot be read: mismatched tag\n"
        "  help: save it again, or open it in a browser to see what is wrong"
    )


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes_and_that_is_said() -> None:
    documents, found = read_any("feed.xml", RSS[: RSS.rindex("</item>")].encode())
    assert len(documents) == 2
    assert [show(diagnostic) for diagnostic in found] == [
        "feed.xml: warning[damaged-feed]: the feed is damaged: no element found; 2 entries were read\n"
        "  help: look whether the last ones are whole and none is missing; if not, save the feed again"
    ]


RECORD = {
    "headline": "Bridge opens",
    "body": f"{FIRST}\n\n{SECOND}",
    "authors": [{"name": "Ada Holm"}, "B. Roe"],
    "source": {"name": "Courier"},
    "date": "2024-05-03 08:00:00",
    "link": "https://courier.example/1",
}


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([RECORD]),
        json.dumps(RECORD),
        json.dumps({"status": "ok", "articles": [RECORD, RECORD]}),
        json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "id": 2}) + "\n",
    ],
)
def test_json_and_json_lines_are_read_whatever_the_fields_are_called(data: str) -> None:
    documents, found = read_any("data.json", data.encode())
    assert found == ()
    assert documents[0].given.title == "Bridge opens"
    assert documents[0].given.author == "Ada Holm, B. Roe"
    assert (documents[0].given.outlet, documents[0].given.published) == ("Courier", "2024-05-03")
    assert [p.text for p in documents[0].paragraphs] == [FIRST, SECOND]


def test_a_broken_line_and_an_entry_without_text_do_not_stop_the_others() -> None:
    data = json.dumps(RECORD) + "\n{broken\n" + json.dumps({"title": "No text"}) + "\n" + json.dumps(RECORD)
    documents, found = read_any("data.jsonl", data.encode())
    assert [d.left_out for d in documents] == ["", "it has no text", ""]
    assert [show(d).split("\n")[0].split(": Expecting")[0] for d in found] == [
        "data.jsonl:2:1: error[broken-record]: the line is not JSON",
        "data.jsonl#3: warning[no-article]: the entry holds no text",
    ]


def test_a_markdown_file_keeps_its_blocks_and_its_front_matter() -> None:
    text = (
        f"---\ntitle: Bridge opens\nauthor: Ada Holm\ndate: 2024-05-03\n---\n\n{FIRST} It is **high**.\n\n"
        f"## More\n\n- one\n- two\n\n```\nx = 1\n\ny = 2\n```\n\n{SECOND}\n"
    )
    document = one("note.md", text.encode())
    assert (document.given.title, document.given.author, document.given.published) == (
        "Bridge opens",
        "Ada Holm",
        "2024-05-03",
    )
    written = draft(document)
    for part in ("It is **high**.", "\n## More\n", "\n- one\n- two\n", "```\nx = 1\n\ny = 2\n```"):
        assert part in written


def test_a_markdown_file_without_front_matter_takes_its_first_heading() -> None:
    assert one("note.md", f"# Bridge opens\n\n{FIRST}\n".encode()).given.title == "Bridge opens"


def message(html: str = "", plain: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Harbour Letter <letter@courier.example>"
    mail["To"] = "you@example.org"
    mail["Subject"] = "The week in Vessby"
    mail["Date"] = "Fri, 03 May 2024 08:00:00 +0200"
    mail.set_content(plain or "plain")
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


def test_a_newsletter_is_read_with_sender_subject_and_date() -> None:
    document = one("letter.eml", bytes(message(f"<p>{FIRST}</p><p>{SECOND}</p>")))
    assert document.whole
    assert (document.given.title, document.given.outlet, document.given.published) == (
        "The week in Vessby",
        "Harbour Letter",
        "2024-05-03",
    )
    assert [p.text for p in document.paragraphs] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("between", "titles"),
    [
        ("{head}\n\n", ["BRIDGE OPENS IN VESSBY", "MAYOR WANTED A FERRY"]),
        ("------\n\n", ["", ""]),
    ],
)
def test_a_plain_newsletter_with_several_headlines_holds_several_articles(between: str, titles: list[str]) -> None:
    heads = ("BRIDGE OPENS IN VESSBY", "MAYOR WANTED A FERRY")
    body = "Good morning.\n\n" + "".join(
        between.format(head=head) + text + "\n\n" for head, text in zip(heads, (FIRST, SECOND), strict=True)
    )
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["To"] = "Letter <letter@courier.example>", "Morning letter", "you@example.org"
    mail.set_content(body + "Goodbye.\n")
    documents, found = read_any("letter.eml", bytes(mail))
    assert found == ()
    assert [d.given.title for d in documents] == titles
    assert [d.name for d in documents] == ["letter.eml#1", "letter.eml#2"]
    assert [p.text for p in documents[0].paragraphs if p.text != "Good morning."] == [FIRST]


def test_a_mailbox_gives_every_message() -> None:
    box = b"".join(
        b"From x@example.org Fri May  3 08:00:00 2024\n" + bytes(message(plain=text)) + b"\n"
        for text in (FIRST, SECOND)
    )
    documents, found = read_any("letters.mbox", box)
    assert found == ()
    assert [d.paragraphs[0].text for d in documents] == [FIRST, SECOND]


def test_a_word_document_keeps_its_title_and_headings() -> None:
    document = docx.Document()
    document.add_heading("Bridge opens", 0)
    document.add_paragraph(FIRST)
    document.add_heading("More", 1)
    document.add_paragraph(SECOND)
    file = BytesIO()
    document.save(file)
    read = one("note.docx", file.getvalue())
    assert read.given.title == "Bridge opens"
    assert [(p.text, p.heading) for p in read.paragraphs] == [(FIRST, False), ("More", True), (SECOND, False)]


def test_a_pdf_without_text_is_said() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    file = BytesIO()
    writer.write(file)
    documents, found = read_any("scan.pdf", file.getvalue())
    assert documents == ()
    assert show(found[0]) == (
        "scan.pdf: warning[no-article]: the PDF file has no text layer, its pages are pictures\n"
        "  help: run it through text recognition first"
    )


def test_an_archive_gives_what_is_in_it_and_a_damaged_one_is_said() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("b/page.html", PAGE)
        archive.writestr("a.txt", f"{FIRST}\n{SECOND}\n")
        archive.writestr("__MACOSX/a.txt", "x")
    documents, found = read_any("all.zip", file.getvalue())
    assert found == ()
    assert [d.name for d in documents] == ["all.zip/a.txt", "all.zip/b/page.html"]
    _, found = read_any("all.zip", file.getvalue()[:200])
    assert show(found[0]) == (
        "all.zip: error[broken-file]: the archive cannot be read: it is no zip archive, or its end is missing\n"
        "  help: download it or pack it again"
    )


def packed(*members: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ((20_000, 30_000), "the archive unpacks to more than 500 MB"),
        ((7, 500_000_000), "the archive unpacks to more than 7 files"),
    ],
)
def test_archives_in_an_archive_have_no_more_room_than_the_archive(
    monkeypatch: pytest.MonkeyPatch, limits: tuple[int, int], message: str
) -> None:
    monkeypatch.setattr(archives, "_MEMBERS", limits[0])
    monkeypatch.setattr(archives.UnpackBudget.__init__, "__defaults__", (limits[1], limits[0]))
    inner = packed(("a.txt", b"x" * 10_000), ("b.txt", b"y" * 10_000))
    _, found = read_any("bomb.zip", packed(*((f"{n}.zip", inner) for n in range(4))))
    assert [d.message for d in found if d.code == "too-large"][:1] == [message]


def test_an_archive_in_an_archive_in_an_archive_is_not_followed_for_ever() -> None:
    data = b"x"
    for _ in range(6):
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            archive.writestr("in.zip", data)
        data = file.getvalue()
    _, found = read_any("deep.zip", data)
    assert [d.message for d in found] == ["archives lie too deep in each other"]


def test_a_web_archive_gives_its_pages_with_their_addresses() -> None:
    file = BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    page = PAGE.replace('<link rel="canonical" href="https://courier.example/bridge">', "")
    writer.write_record(
        writer.create_warc_record(
            "https://courier.example/2", "response", payload=BytesIO(page.encode()), http_headers=headers
        )
    )
    document = one("crawl.warc.gz", file.getvalue())
    assert document.given.url == "https://courier.example/2"
    _, found = read_any("crawl.warc.gz", gzip.compress(b"nonsense"))
    assert found


def test_a_page_in_another_encoding_is_read() -> None:
    page = PAGE.replace("Vessby", "Väßby").encode("cp1252")
    documents, _ = read_any("page.html", page)
    assert documents[0].given.title == "Bridge opens in Väßby"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("x", b"%PDF-1.7", "pdf"),
        ("x.txt", b"<!DOCTYPE html><p>", "html"),
        ("x", b"<?xml version='1.0'?><rss>", "feed"),
        ("x", b"[1, 2]", "json"),
        ("x.txt", b"A sentence. Another one.", "text"),
        ("x.md", b"Words", "markdown"),
        ("x", b"---\ntitle: A\n---\n", "markdown"),
        ("x", b"---\nA sentence after a separator.", "text"),
        ("x", b"From: a@b.c\nSubject: x\n\nHello", "mail"),
        ("x", b"From a@b.c Fri\nSubject: x\n\nHello", "mbox"),
        ("x", b"WARC/1.0\r\n", "warc"),
        ("x", b"PK\x03\x04", "zip"),
        ("x.html", b"words only", "html"),
    ],
)
def test_the_content_decides_what_a_file_is(name: str, data: bytes, kind: str) -> None:
    assert format_of(name, data) == kind


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.json", "a.md", "a.eml", "a.warc.gz"]))
def test_no_bytes_make_reading_raise(data: bytes, name: str) -> None:
    read_any(name, data)


@given(
    st.sampled_from(["html", "feed", "json", "markdown", "mail", "mbox", "docx", "pdf", "warc", "zip"]),
    st.binary(max_size=120),
)
def test_a_forced_format_never_raises(kind: str, data: bytes) -> None:
    read_any("a", data, kind)


def test_a_site_says_what_its_records_call_their_fields() -> None:
    record = {"kop": "Bridge opens", "inhoud": "The bridge is open. " * 4, "meta": {"krant": "Courier"}, "text": "no"}
    fields = (("title", ("kop",)), ("text", ("inhoud",)), ("outlet", ("meta.krant",)))
    (document,), found = read_any("data.json", json.dumps([record]).encode(), "", 0, fields)
    assert found == ()
    assert (document.given.title, document.given.outlet) == ("Bridge opens", "Courier")
    assert document.paragraphs[0].text.startswith("The bridge is open.")


ENTRY = "<item><title>Weir</title>{link}{more}<description>" + FIRST + "</description></item>"
CHANNEL = "<rss version='2.0' xmlns:media='m'><channel><title>Sall</title><link>https://sall.example/</link>{more}"


@pytest.mark.parametrize("blank", ["", "\n", "\n  \n"])
def test_an_entry_has_its_own_words_writer_and_address(blank: str) -> None:
    picture = "<media:content url='x.jpg'><media:description>Herons at dawn</media:description></media:content>"
    head = CHANNEL.format(more="<managingEditor>desk@sall.example (Ann Wick)</managingEditor>")
    entry = ENTRY.format(link="<link>/news/1</link>", more=picture)
    (document,), found = read_any("a.xml", f"{blank}<?xml version='1.0'?>{head}{entry}</channel></rss>".encode())
    assert found == ()
    assert [p.text for p in document.paragraphs] == [FIRST]
    assert (document.given.author, document.given.url) == ("", "https://sall.example/news/1")


def test_the_picture_of_an_atom_entry_is_no_text() -> None:
    text = "<feed xmlns='http://www.w3.org/2005/Atom'><title>S</title><entry><title>T</title>"
    text += f"<content type='image/png'>iVBORw0KGgo=</content><summary>{FIRST}</summary></entry></feed>"
    (document,), _ = read_any("a.atom", text.encode())
    assert [p.text for p in document.paragraphs] == [FIRST]


def test_the_folder_that_a_browser_saves_with_a_page_holds_no_articles(tmp_path: Path) -> None:
    (tmp_path / "Bridge.html").write_text(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", encoding="utf-8")
    folder = tmp_path / "Bridge_files"
    folder.mkdir()
    (folder / "saved_resource.html").write_text("<p>Ad</p>", encoding="utf-8")
    (folder / "gtm.js.download").write_text("x", encoding="utf-8")
    refused: list[tuple[str, str]] = []
    assert list_files((tmp_path,), refused) == [tmp_path / "Bridge.html"]
    assert refused == [(str(folder), "it holds the parts of the saved page beside it")]
