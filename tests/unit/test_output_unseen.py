"""A secret at every place that a format has for what nobody sees: none is published, or the file is left out."""

import gzip
import io
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo, is_zipfile

import pytest
from media_files import packed, pdf, rtf, text_document, word
from PIL import ImageFont
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.output.comments import has_comments, without_comments
from annotated_briefings.output.comments.scripts import without_script_comments
from annotated_briefings.output.pictures import clean
from annotated_briefings.output.unclear import Unclear
from annotated_briefings.project.package_data import card_font

SECRET = "quorvex4711"
KEPT = "SEEN-BY-ALL"
FONT = card_font()

TEXTS: dict[str, tuple[str, ...]] = {
    "a.css": (
        "/* {0} */ .{1} {{ color: red }}",
        "/***** {0} *****/ .{1} {{ color: red }}",
        "/*\\*/ .{1} {{ color: red }} /* {0} */",
        ".{1} {{ color: red /* {0} */ }} /* {0}",
        ".{1}::after {{ content: '/* seen */' }} /**{0}**/",
        ".{1} {{ background: url(/*seen*/a.png) }} /*/ {0} /*/",
        ".{1} {{ color: red }}\n/*# sourceMappingURL=data:{0} */",
        "<!-- .{1} {{ color: red }} --> /* {0} */",
        "@media /* {0} */ print {{ .{1} {{ color: red }} }}",
    ),
    "a.js": (
        "// {0}\ngo('{1}')",
        "/* {0} */go('{1}')",
        "go('{1}') // {0}",
        "go(`// {1} ${{ 1 /* {0} */ }} `)",
        "go(/[/*]/, '{1}') /* {0} */",
        "if (x) /'/.test('{1}') // {0} '",
        "x = 4 / 2 // {0}\ngo('{1}') / 1",
        "go({{a: {{}}}}, '{1}')\n//# sourceMappingURL={0}.map",
        "//@ sourceMappingURL={0}\ngo('{1}')",
        "<!-- {0}\ngo('{1}')\n--> {0}",
        "function f() {{}} /* {0}\n*/ go('{1}')",
        "/*! licence of {1} */ go() //# sourceURL={0}",
    ),
    "a.json5": ("// {0}\n{{a: '{1}'}}", "{{a: '{1}', /* {0} */ b: 'http://seen'}}"),
    "a.json": ('/* {0} */ {{"a": "{1} // seen"}}',),
    "a.html": (
        "<!doctype html><p>{1}<!-- {0} --></p>",
        "<p>{1}</p><![CDATA[ {0} ]]>",
        "<p>{1}</p><!{0}>",
        "<p>{1}</p><?php {0} ?>",
        "<p>{1}</p {0}></ {0}>",
        "<p>{1}</p><!--[if IE]>{0}<![endif]-->",
        "<p>{1}</p><!--{0}",
        "<style>/* {0} */ .{1} {{}}</style>",
        "<script>// {0}\ngo('{1}')</script>",
        "<svg><!-- {0} --><text>{1}</text></svg>",
        "<p>{1}</p><!-- {0} --!>",
        "<!-- a --><p>{1}</p><!-- <!-- {0} -->",
    ),
    "a.xml": (
        "<a><!-- {0} -->{1}</a>",
        "<?xml version='1.0'?><?{0} x?><a>{1}</a>",
        "<!-- {0} --><a><![CDATA[<!-- {1} -->]]></a>",
        "<!DOCTYPE a [<!ENTITY x '{0}'>]><a>{1}</a>",
        "<!DOCTYPE a [<!-- {0} --><!ENTITY x '{1}'>]><a>&x;</a>",
        "<a>{1}</a><!-- {0}",
    ),
    "a.vtt": (
        "WEBVTT\n\nNOTE {0}\n\n00:01.000 --> 00:02.000\n{1}\n",
        "WEBVTT {0}\n\n00:01.000 --> 00:02.000\n{1}\n",
        "WEBVTT\nX-FIELD: {0}\n\n00:01.000 --> 00:02.000\n{1}\n",
        "WEBVTT\r\n\r\nNOTE\r\n{0}\r\n{0}\r\n\r\n00:01.000 --> 00:02.000\r\n{1}\r\n",
        "WEBVTT\n\n{0}\n00:01.000 --> 00:02.000\n{1}\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000 align:start {0}:x\n{1} <{0}>\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n{1} <!-- {0} -->\n",
        "WEBVTT\n\nSTYLE\n::cue {{ /* {0} */ color: red }}\n\n00:01.000 --> 00:02.000\n{1}\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n{1}\n\n{0} without a time\n",
    ),
    "a.srt": (
        "1\n00:00:01,000 --> 00:00:02,000\n{1} <!-- {0} -->\n",
        "1\n00:00:01,000 --> 00:00:02,000 {0}\n{1}\n",
    ),
    "a.ics": (
        "{0}\nBEGIN:VCALENDAR\nSUMMARY:{1}\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{1}\nX-DESK:{0}\nEND:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nSUMMARY:{1}\nCOMMENT;LANGUAGE=en:see\n {0}\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nSUMMARY:{1}\nEND:VCALENDAR\n{0}\n",
    ),
    "a.vcf": ("BEGIN:VCARD\nFN:{1}\nX-DESK:{0}\nEND:VCARD\n", "BEGIN:VCARD\nFN:{1}\nEND:VCARD\n{0}\n"),
    "a.eml": (
        "Received: from {0}\nFrom: a@x.example\nBcc: {0}@x.example\nSubject: {1}\n\nSeen.\n",
        "From: a@x.example\nContent-Type: text/html\n\n<p>{1}<!-- {0} --></p>\n",
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n{0}\n--b\nContent-Type: text/plain\n"
        "X-Desk: {0}\n\n{1}\n--b--\n{0}\n",
        "From: a@x.example\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<p>{1}<!=\n-- {0} --></p>\n",
    ),
    "a.md": (
        "<!-- {0} -->\n\n{1}\n",
        "[//]: # ({0})\n\n{1}\n",
        "{1}\n\n[comment]: <> ({0})\n",
        '{1}\n\n[_]: # "{0}"\n',
    ),
}
"""By the name of a file, texts with a secret in them and a word that is seen."""
PLACES = [(name, text) for name, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), PLACES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_no_text_is_published_with_what_nobody_sees(name: str, text: str, encoding: str) -> None:
    encoding = "utf-8" if name.endswith(".eml") else encoding
    assert has_comments(name)
    made = without_comments(name, text.format(SECRET, KEPT).encode(encoding)).decode(encoding)
    assert SECRET not in made
    assert KEPT in made
    if "seen" in text:
        assert "seen" in made
    assert without_comments(name, made.encode(encoding)).decode(encoding) == made


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", 'go("http://seen", \'/* a */\', `// ${a / b} /* */`, /\\/\\/[/*]/g)'),
        ("a.js", "return /[\"']/.test(x) ? a++ / 2 : b[0] / 3 / (c) / 4"),
        ("a.js", "x = {} / 1; /re/.exec(`${{a: `${1}`}.a}`); a.return / 2 / 1"),
        ("a.js", "#!/usr/bin/env node\ngo()"),
        ("a.css", "a{background:url(//x.example/a.png)}b{content:\"\\\"/* seen */\"}"),
        ("a.xml", '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a b="c">d</a>'),
        ("a.html", "<!DOCTYPE html><p title='a > b'>1 < 2 & <b>c</b></p><textarea><!-- a --></textarea>"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n<v Ann>One</v> <i>two</i>\n"),
        ("a.ics", "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Ships\r\nSUMMARY:One\r\n two\r\nEND:VCALENDAR\r\n"),
        ("a.md", "Text with `<!-- code -->` and [a link][1].\n\n[1]: https://x.example (A title)\n"),
        ("a.csv", "# a row,1\n"),
        ("a.yaml", "a: 1 # seen\n"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_comment_stays(name: str, text: str) -> None:
    assert without_comments(name, text.encode()).decode() == text


@pytest.mark.parametrize("text", ["go(`a", "go() /* never closed", "`${1"])
def test_a_script_without_an_end_is_not_published(text: str) -> None:
    with pytest.raises(Unclear):
        without_script_comments(text + " // a")


@pytest.mark.parametrize(("name", "data"), [("a.js.map", b'{"sources": []}'), ("a.vtt", b"1\n00:01 --> 00:02\nA\n")])
def test_a_file_that_no_reader_opens_is_not_published(name: str, data: bytes) -> None:
    with pytest.raises(Unclear):
        without_comments(name, data)


def sfnt(*, table: bytes = b"", tail: bytes = b"", gap: bytes = b"") -> bytes:
    """A font with a table of a program, with bytes between its tables, or behind its end."""
    (count,) = struct.unpack_from(">H", FONT, 4)
    entries = [list(struct.unpack_from(">4sIII", FONT, 12 + 16 * n)) for n in range(count)]
    if table:
        entries.append([b"DeSk", 0, len(FONT), len(table)])
    shift = 16 * bool(table) + len(gap)
    head = FONT[:4] + struct.pack(">H", len(entries)) + FONT[6:12]
    listed = b"".join(struct.pack(">4sIII", tag, check, start + shift, size) for tag, check, start, size in entries)
    return head + listed + gap + FONT[12 + 16 * count :] + table + tail


def woff(
    *, private: bytes = b"", meta: bytes = b"", table: bytes = b"", tail: bytes = b"", packed_tail: bytes = b""
) -> bytes:
    """The same as a font for the web."""
    (count,) = struct.unpack_from(">H", FONT, 4)
    found = [struct.unpack_from(">4sIII", FONT, 12 + 16 * n) for n in range(count)]
    tables = [(tag, check, FONT[start : start + size]) for tag, check, start, size in found]
    tables += [(b"DeSk", 0, table)] if table else []
    start, entries, store = 44 + 20 * len(tables), b"", b""
    for tag, check, content in tables:
        squeezed = zlib.compress(content) + packed_tail
        squeezed = squeezed if len(squeezed) < len(content) else content
        entries += struct.pack(">4sIIII", tag, start + len(store), len(squeezed), len(content), check)
        store += squeezed + bytes(-len(squeezed) % 4)
    notice = zlib.compress(meta) if meta else b""
    at = start + len(store)
    head = b"wOFF" + FONT[:4] + struct.pack(">IHHIHH", at + len(notice) + len(private), len(tables), 0, 0, 1, 0)
    blocks = struct.pack(">IIIII", at if meta else 0, len(notice), len(meta), at + len(notice), len(private))
    return head + blocks + entries + store + notice + private + tail


def woff2(*, private: bytes = b"", tail: bytes = b"", table: bytes = b"") -> bytes:
    """A font for the web whose tables are packed together, and are none."""
    listed = b"\x00\x10" + (b"\x3fDeSk\x20" if table else b"")
    store = KEPT.encode().ljust(16) + table
    at = 48 + len(listed) + len(store)
    head = b"wOF2" + FONT[:4] + struct.pack(">IHHII", at + len(private), 1 + bool(table), 0, 0, len(store))
    return head + bytes(4) + bytes(12) + struct.pack(">II", at, len(private)) + listed + store + private + tail


def with_member(
    name: str, content: bytes, *, entry_comment: bytes = b"", comment: bytes = b"", extra: bytes = b""
) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        info = ZipInfo(name, (2026, 3, 3, 7, 0, 0))
        info.comment, info.extra = entry_comment, extra
        made.writestr(info, content)
        made.writestr("seen.txt", KEPT)
        made.comment = comment
    return out.getvalue()


def gzipped(name: str = "") -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=out, mtime=1) as made:
        made.write(KEPT.encode())
    return out.getvalue()


def wasm(section: bytes) -> bytes:
    kept = KEPT.encode()
    return b"\0asm\1\0\0\0" + b"\x0b" + bytes([len(kept)]) + kept + (b"\0" + bytes([len(section)]) + section)


S = SECRET.encode()
FIELD = b"\xfe\xca" + struct.pack("<H", len(S)) + S
PICTURE = b"\xff\xd8\xff\xfe" + struct.pack(">H", len(S) + 2) + S + b"\xff\xd9"
EPUB = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": b'<container><rootfile full-path="OEBPS/a.opf"/></container>',
    "OEBPS/a.opf": b'<package><item id="a" href="a.xhtml"/><item id="s" href="a.css"/><!-- %s --></package>' % S,
    "OEBPS/a.xhtml": b"<p>%s<!-- %s --></p>" % (KEPT.encode(), S),
    "OEBPS/a.css": b"/* %s */ p{}" % S,
    "OEBPS/notes.txt": S,
}
FILES: dict[str, Callable[[], bytes]] = {
    "a table of a font": lambda: sfnt(table=S),
    "between tables of a font": lambda: sfnt(gap=S + bytes(-len(S) % 4)),
    "behind a font": lambda: sfnt(tail=S),
    "behind a collection of fonts": lambda: b"ttcf\0\1\0\0" + struct.pack(">II", 1, 16) + FONT + S,
    "the private block of a web font": lambda: woff(private=S),
    "the notice of a web font": lambda: woff(meta=b"<metadata><license>Free</license><!-- %s --></metadata>" % S),
    "a table of a web font": lambda: woff(table=S),
    "behind a web font": lambda: woff(tail=S),
    "behind packed tables of a web font": lambda: woff(packed_tail=S),
    "the private block of a packed web font": lambda: woff2(private=S),
    "behind a packed web font": lambda: woff2(tail=S),
    "a table of a packed web font": lambda: woff2(table=S),
    "the comment of a zip file": lambda: with_member("a.txt", b"a", comment=S),
    "the comment of a packed file": lambda: with_member("a.txt", b"a", entry_comment=S),
    "more fields of a packed file": lambda: with_member("a.txt", b"a", extra=FIELD),
    "behind a zip file": lambda: with_member("a.txt", b"a") + S,
    "between files of a zip file": lambda: with_member("a.txt", b"a").replace(b"PK\x01\x02", S + b"PK\x01\x02", 1),
    "a page in a zip file": lambda: with_member("a.html", b"<!-- %s -->" % S),
    "a zip file in a zip file": lambda: with_member("b.zip", with_member("a.txt", b"a", comment=S)),
    "what a program left in a zip file": lambda: with_member("__MACOSX/._a.txt", S),
    "a copy that an editor left in a zip file": lambda: with_member("notes.txt~", S),
    "a source map in a zip file": lambda: with_member("a.js.map", S),
    "a book": lambda: packed(EPUB),
    "the comment of a book": lambda: packed(EPUB)[:-2] + struct.pack("<H", len(S)) + S,
    "behind a book": lambda: packed(EPUB) + S,
    "an unlisted file of Word": lambda: word(word__other_xml=S),
    "a remark in Word": lambda: word(b"<w:p><w:t>%s</w:t><!-- %s --></w:p>" % (KEPT.encode(), S)),
    "hidden words in Word": lambda: word(b"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>%s</w:t></w:r></w:p>" % S),
    "a hidden sheet": lambda: word(b'<sheet name="%s" sheetId="1" state="veryHidden"/>' % S),
    "a hidden row": lambda: word(b'<row r="2" hidden="1"><c>%s</c></row>' % S),
    "a hidden slide": lambda: word(b'<p:sld show="0">%s</p:sld>' % S),
    "cells of another file": lambda: word(xl__externalLinks__a_xml=S),
    "data of Word": lambda: word(customXml__item1_xml=b"<a>%s</a>" % S),
    "behind a document": lambda: text_document() + S,
    "the name of a packed file": lambda: gzipped(SECRET),
    "behind a packed file": lambda: gzipped() + S,
    "a picture in a packed file": lambda: gzip.compress(PICTURE),
    "an archive": lambda: b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + S.ljust(300, b"\0"),
    "another archive": lambda: b"7z\xbc\xaf\x27\x1c" + S,
    "deleted rows": lambda: b"SQLite format 3\0" + S,
    "a section of a program": lambda: wasm(b"\x04name" + S),
    "behind a paper": lambda: pdf() + S,
    "a remark in a paper": lambda: pdf(more=b"\n% " + S),
    "between objects of a paper": lambda: pdf(more=b"\n" + S),
    "an object that nothing names": lambda: pdf(more=b"\n77 0 obj\n(%s)\nendobj" % S),
    "a remark in an object": lambda: pdf(more=b"\n8 0 obj\n<< /A 1 %% %s\n >>\nendobj" % S),
    "behind packed content": lambda: pdf(
        more=b"\n8 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"q") + S + b"\nendstream\nendobj"
    ),
    "a group of RTF": lambda: rtf()[:-1] + b"{\\*\\desk " + S + b"}}",
    "hidden words of RTF": lambda: rtf()[:-1] + b"{\\v " + S + b"}}",
    "behind RTF": lambda: rtf() + S,
}  # fmt: skip
LEFT_OUT = {
    "behind a collection of fonts", "a table of a packed web font", "a source map in a zip file",
    "hidden words in Word",
    "a hidden sheet", "a hidden row", "a hidden slide", "cells of another file", "an archive", "another archive",
    "deleted rows", "hidden words of RTF", "between files of a zip file",
}  # fmt: skip


def everything_in(data: bytes) -> bytes:
    """The bytes of a file, and of all that is packed in it."""
    out = data
    if data.startswith(b"PK") and is_zipfile(io.BytesIO(data)) and not data.count(S + b"PK"):
        with ZipFile(io.BytesIO(data)) as found:
            out += b"".join(everything_in(found.read(one)) + one.comment + one.extra for one in found.infolist())
    if data.startswith(b"\x1f\x8b"):
        out += zlib.decompress(data, wbits=31)
    if data.startswith(b"wOFF"):
        at, size = struct.unpack_from(">II", data, 24)
        out += zlib.decompress(data[at : at + size]) if size else b""
    return out


@pytest.mark.parametrize("place", FILES)
def test_no_file_is_published_with_what_nobody_sees(place: str) -> None:
    data = FILES[place]()
    assert S in everything_in(data) or place.startswith(("a table of a web", "a picture"))
    made = clean(data)
    assert made.unclear == (place in LEFT_OUT), place
    if not made.unclear:
        assert S not in everything_in(made.data)
        assert clean(made.data).data == made.data
        if "font" in place and "packed" not in place.replace("packed tables", ""):
            drawn = ImageFont.truetype(io.BytesIO(made.data), 20).getmask("Harbour")
            assert bytes(drawn) == bytes(ImageFont.truetype(io.BytesIO(FONT), 20).getmask("Harbour"))


def test_a_site_publishes_no_unseen_byte_and_names_what_it_leaves_out(case: Case) -> None:
    case.brief("a", "title: A\ndate: 2025-01-01")
    for number, (name, text) in enumerate(PLACES):
        case.write(f"static/t{number}/{name}", text.format(SECRET, KEPT))
    for number, make in enumerate(FILES.values()):
        case.write(f"static/f{number}.bin", make())
    case.write("static/app.js.map", f'{{"sourcesContent": ["{SECRET}"]}}')
    files = case.build().files()
    assert {name for name, data in files.items() if S in everything_in(data)} == set()
    assert sum(name.startswith("t") and name[1].isdigit() for name in files) == len(PLACES)
    assert case.report
    messages = [show(d) for d in case.report.diagnostics if d.code == "picture-metadata"]
    assert len(messages) == len(LEFT_OUT) + 1
    assert (
        "static/app.js.map: warning[picture-metadata]: `static/app.js.map` holds what its readers do not see, and it "
        "cannot be taken out\n  help: it is not published; delete it, or leave it out when you build the script"
        in messages
    )
