"""What a file is: the first format of the table whose marks it has."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.feeds import is_news_item, is_reference_list
from annotated_briefings.intake.formats.kinds import TABLE, FileFormat, Start, format_of_media, load
from annotated_briefings.intake.formats.mail import head_start, is_saved_text
from annotated_briefings.intake.formats.markup import is_gemtext, is_timed_text, unread_markup, unread_vocabulary
from annotated_briefings.intake.formats.notes import is_notes
from annotated_briefings.intake.formats.packed.archives import zip_contents
from annotated_briefings.intake.formats.records import is_script, is_table
from annotated_briefings.intake.formats.unread import (
    Unread,
    unread_binary,
    unread_page,
    unread_text,
    unread_zip,
)

_LISTS = Unread("lists of feeds (OPML)", "save the feeds themselves, and import those")
_FEED = regex(r"<(rss|feed|rdf:RDF|tumblr)[\s>]", re.IGNORECASE)
_HTML = regex(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|article)[\s>]", re.IGNORECASE | re.DOTALL
)
"""A comment ends at its first mark of an end: were that left open, a row of comments would take for ever."""
_OPML = regex(r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<opml\b", re.IGNORECASE | re.DOTALL)
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_JSON = regex(
    rf"\x1e?(?:\{{\s*(?:{_STRING}\s*:|\}}|//|/\*)"
    rf"|\[\s*(?:\]|[\[{{]\s*[\"\[{{\]}}\d]|(?:{_STRING}|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\s*(?:,|\]\s*\Z)|//|/\*))"
)
"""How JSON begins, and no text in brackets such as `[Update 14:00]`."""
_IN_WORDS = r"\w\u0300-\u036f\u0590-\u05cf\u0610-\u06ed\u0900-\u0eff\u1000-\u109f\u1780-\u17ff-"
"""What is in a word: letters, and the vowel signs of scripts in which these are no letters to the pattern."""
_KEY = rf"""(?:"[{_IN_WORDS} ]+"|'[{_IN_WORDS} ]+'|[{_IN_WORDS}]+)[ \t]*:"""
_FRONT = regex(rf"---[ \t]*\n{_KEY}|\+\+\+[ \t]*\n[\w-]+ *=")
_YAML_LINE = regex(rf"{_KEY}|[ \t]|- |#|$")
_NEXT_BLOCK = regex(r"^---[ \t]*\n(?:title|headline|source)\s?:", re.IGNORECASE | re.MULTILINE)
_FRONT_LIMIT = 200_000
"""Bytes in which front matter ends, and a dump shows its second article."""
_XML_READ, _XML_END = 100_000, 400
"""Bytes of a file by which its vocabulary is told, and those in which its root is closed."""
_ANY_XML = ("html", "table", "markdown", "text")
"""Formats of which XML of any vocabulary would be; all others have marks of their own."""
_CHAT = 50_000
"""Bytes of a page in which an export of a chat shows its first messages."""
_HEAD = 4096
"""Bytes by which most files are recognised."""


def is_docx(start: Start, named: bool) -> bool:
    """Word documents: zip files with a folder ``word/``, or with the name of one."""
    return start.head.startswith(b"PK\x03\x04") and (b"word/" in start.data[:200_000] or named)


def is_sheet(start: Start, named: bool) -> bool:
    """Spreadsheets: zip files with a workbook, or that state it; damaged ones by their names."""
    if not start.head.startswith(b"PK\x03\x04"):
        return False
    names, stated = zip_contents(start.data)
    if not stated:
        return named or "xl/workbook.xml" in names
    return stated.startswith("application/vnd.oasis.opendocument.spreadsheet")


def is_odt(start: Start, named: bool) -> bool:
    """OpenDocument texts: zip files that state it or are so named, and single files that state it."""
    kind = b"application/vnd.oasis.opendocument.text"
    if start.head.startswith(b"PK\x03\x04"):
        return zip_contents(start.data)[1].startswith(kind.decode()) or named
    return kind in start.head and b"<office:document" in start.head


def is_rtf(start: Start, _named: bool) -> bool:
    """RTF files."""
    return start.text.startswith("{\\rtf")


def is_pdf(start: Start, _named: bool) -> bool:
    """PDF files, also with white space before them."""
    return start.head.lstrip().startswith(b"%PDF-")


def is_mailbox(start: Start, _named: bool) -> bool:
    """Mailboxes: several lines, of which the first has the mark of a message."""
    return start.head.startswith(b"From ") and b"\n" in start.head


def is_note_export(start: Start, _named: bool) -> bool:
    """Exports of Evernote."""
    return is_notes(start.text)


def is_mail(start: Start, _named: bool) -> bool:
    """Messages, and letters saved as text."""
    return head_start(start.data) >= 0 or is_saved_text(start.data)


def is_json(start: Start, named: bool) -> bool:
    """JSON by its name or its first characters, also in a script."""
    return bool(named or _JSON.match(start.text) or is_script(start.text))


def _is_xml(start: Start) -> bool:
    return start.text.startswith("<?xml") or bool(_FEED.match(start.text))


def is_xml_feed(start: Start, _named: bool) -> bool:
    """XML with the root of a feed, reports of news agencies, and lists of reference managers."""
    report = start.text.startswith("<") and (is_news_item(start.head) or is_reference_list(start.head))
    return report or (_is_xml(start) and bool(_FEED.search(start.text)))


def is_html(start: Start, named: bool) -> bool:
    """Pages by their first element or their name, and all other XML but subtitles."""
    return (_is_xml(start) and not is_timed_text(start.text)) or bool(_HTML.match(start.text)) or named


def is_gemini(start: Start, named: bool) -> bool:
    """Gemtext by its name, or by links as nothing else writes them."""
    return named or (not start.text.startswith("<") and is_gemtext(start.text))


def is_csv(start: Start, named: bool) -> bool:
    """Tables by their name or their lines."""
    return named or is_table(start.text)


def is_markdown(start: Start, named: bool) -> bool:
    """Markdown by its front matter or its name, and no dump of articles with such heads."""
    if _FRONT.match(start.text) and start.text.startswith("---"):
        return _is_front(start.data[:_FRONT_LIMIT].decode("utf-8", "replace").replace("\r\n", "\n"))
    return named or bool(_FRONT.match(start.text))


def _is_front(text: str) -> bool:
    """Whether the lines between the first two marks are front matter, and not the first article of a dump."""
    block, mark, rest = text.partition("\n")[2].partition("\n---")
    plain = all(_YAML_LINE.match(line) for line in block.split("\n"))
    return bool(mark) and plain and not _NEXT_BLOCK.search(rest)


def _unread(start: Start) -> Unread | None:
    if start.head.startswith(b"PK\x03\x04"):
        return unread_zip(*zip_contents(start.data))
    return unread_binary(start.name, start.head) or (_LISTS if _OPML.match(start.text) else None)


def _is_of(form: FileFormat, start: Start) -> bool:
    """Whether a file has the marks of a format."""
    named = start.name.endswith(form.endings)
    if form.test:
        return bool(load(form.test)(start, named))
    return start.head.startswith(form.starts) if form.starts else named


def format_of(name: str, data: bytes, media: str = "") -> str | Unread:
    """What a file is, by its first bytes, then by the media type that its server declares, and only then by its name.

    Servers call feeds and papers pages, and pages papers: what has the marks of a format is of that format.
    """
    head = data[:_HEAD]
    start = Start(name.lower(), data, head, _text(head).lstrip())
    unread = _unread(start)
    if unread:
        return unread
    marked = next((form for form in TABLE if not form.text and _is_of(form, start)), None)
    if marked:
        return marked.name
    unread = None if is_script(start.text) else unread_text(name, start.text)
    if unread:
        return unread
    form = next((form for form in TABLE if form.text and _is_of(form, start)), TABLE[-1])
    kind = form.name
    unread = _unread_markup(kind, start, start.name.endswith(form.endings))
    if unread:
        return unread
    if kind == "html" and (unread := unread_page(data[:_CHAT].decode("utf-8", "replace"))):
        return unread
    return format_of_media(media) or kind if form.unsure else kind


def _unread_markup(kind: str, start: Start, named: bool) -> Unread | None:
    """What a file is whose markup no reader knows; ``named`` where it has an ending of its format."""
    if kind in _ANY_XML and start.text.startswith("<"):
        text, end = _text(start.data[:_XML_READ]), start.data[-_XML_END:].decode("utf-8", "replace")
        unread = unread_vocabulary(text, end, page=kind == "html" and named)
        if unread:
            return unread
    if kind == "text" or (kind == "table" and not named):
        return unread_markup(start.name, _text(start.data[:_XML_READ]))
    return None


def _text(head: bytes) -> str:
    """The first characters of a file, as far as that needs no statistics."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    return head.decode("utf-8-sig", "replace")
