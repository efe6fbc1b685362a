"""What a file is: a table of formats and of how each is recognised, in the order in which they are tried."""

import re
from collections.abc import Callable

from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.feeds import is_news_item
from annotated_briefings.intake.formats.kinds import format_of_media
from annotated_briefings.intake.formats.mail import head_start, is_saved_text
from annotated_briefings.intake.formats.notes import is_notes
from annotated_briefings.intake.formats.packed.archives import zip_contents
from annotated_briefings.intake.formats.records import is_script, is_table
from annotated_briefings.intake.formats.unread import (
    Unread,
    unread_binary,
    unread_page,
    unread_text,
    unread_xml,
    unread_zip,
)

_UNSURE = ("text", "markdown")
"""What a file is taken for that has no mark of another format."""
_LISTS = Unread("lists of feeds (OPML)", "save the feeds themselves, and import those")
_FEED = re.compile(r"<(rss|feed|rdf:RDF|tumblr)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|article)[\s>]", re.IGNORECASE | re.DOTALL
)
"""A comment ends at its first mark of an end: were that left open, a row of comments would take for ever."""
_OPML = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<opml\b", re.IGNORECASE | re.DOTALL)
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_JSON = re.compile(
    rf"\x1e?(?:\{{\s*(?:{_STRING}\s*:|\}}|//|/\*)"
    rf"|\[\s*(?:\]|[\[{{]\s*[\"\[{{\]}}\d]|(?:{_STRING}|-?\d[\d.eE+-]*|true|false|null)\s*(?:,|\]\s*\Z)|//|/\*))"
)
"""How JSON begins, and no text in brackets such as `[Update 14:00]`."""
_KEY = r"""(?:"[\w -]+"|'[\w -]+'|[\w-]+)[ \t]*:"""
_FRONT = re.compile(rf"---[ \t]*\n{_KEY}|\+\+\+[ \t]*\n[\w-]+ *=")
_YAML_LINE = re.compile(rf"{_KEY}|[ \t]|- |#|$")
_NEXT_BLOCK = re.compile(r"^---[ \t]*\n(?:title|headline|source)\s?:", re.IGNORECASE | re.MULTILINE)
_FRONT_LIMIT = 200_000
"""Bytes in which front matter ends, and a dump shows its second article."""
_XML_READ = 100_000
"""Bytes of an XML file in which an element for text stands."""
_CHAT = 50_000
"""Bytes of a page in which an export of a chat shows its first messages."""
_HEAD = 4096
"""Bytes by which most files are recognised."""


class Start(Value):
    """What is known of a file before it is read."""

    name: str
    """Its name in lower case."""
    data: bytes
    """Its bytes."""
    head: bytes
    """The first of them."""
    text: str
    """These as text, without white space before it."""

    def named(self, *suffixes: str) -> bool:
        """Whether its name ends in one of some suffixes."""
        return self.name.endswith(suffixes)


def _is_docx(start: Start) -> bool:
    return start.head.startswith(b"PK\x03\x04") and (b"word/" in start.data[:200_000] or start.named(".docx"))


def _is_sheet(start: Start) -> bool:
    if not start.head.startswith(b"PK\x03\x04"):
        return False
    names, stated = zip_contents(start.data)
    return "xl/workbook.xml" in names or stated.startswith("application/vnd.oasis.opendocument.spreadsheet")


def _is_odt(start: Start) -> bool:
    kind = b"application/vnd.oasis.opendocument.text"
    if start.head.startswith(b"PK\x03\x04"):
        return zip_contents(start.data)[1].startswith(kind.decode()) or start.named(".odt", ".ott")
    return kind in start.head and b"<office:document" in start.head


def _is_mail(start: Start) -> bool:
    return head_start(start.data) >= 0 or is_saved_text(start.data)


def _is_json(start: Start) -> bool:
    return bool(start.named(".json", ".jsonl", ".ndjson") or _JSON.match(start.text) or is_script(start.text))


def _is_xml(start: Start) -> bool:
    return start.text.startswith("<?xml") or bool(_FEED.match(start.text))


def _is_feed(start: Start) -> bool:
    report = start.text.startswith("<") and is_news_item(start.head)
    return report or (_is_xml(start) and bool(_FEED.search(start.text)))


def _is_html(start: Start) -> bool:
    return _is_xml(start) or bool(_HTML.match(start.text)) or start.named(".html", ".htm", ".xhtml")


def _is_table(start: Start) -> bool:
    return start.named(".csv", ".tsv", ".tab", ".psv") or is_table(start.text)


def _is_markdown(start: Start) -> bool:
    if _FRONT.match(start.text) and start.text.startswith("---"):
        return _is_front(start.data[:_FRONT_LIMIT].decode("utf-8", "replace").replace("\r\n", "\n"))
    return start.named(".md", ".markdown") or bool(_FRONT.match(start.text))


def _is_front(text: str) -> bool:
    """Whether the lines between the first two marks are front matter, and not the first article of a dump."""
    block, mark, rest = text.partition("\n")[2].partition("\n---")
    plain = all(_YAML_LINE.match(line) for line in block.split("\n"))
    return bool(mark) and plain and not _NEXT_BLOCK.search(rest)


def _unread(start: Start) -> Unread | None:
    if start.head.startswith(b"PK\x03\x04"):
        return unread_zip(*zip_contents(start.data))
    return unread_binary(start.name, start.head) or (_LISTS if _OPML.match(start.text) else None)


_BY_MARKS: tuple[tuple[str, Callable[[Start], bool]], ...] = (
    ("sheet", _is_sheet),
    ("docx", _is_docx),
    ("odt", _is_odt),
    ("rtf", lambda start: start.text.startswith("{\\rtf")),
    ("zip", lambda start: start.head.startswith(b"PK\x03\x04")),
    ("pdf", lambda start: start.head.lstrip().startswith(b"%PDF-")),
    ("warc", lambda start: start.head.startswith((b"WARC/", b"\x1f\x8b"))),
    ("mbox", lambda start: start.head.startswith(b"From ") and b"\n" in start.head),
    ("mail", _is_mail),
)
"""Formats with marks that nothing else has."""
_BY_WORDS: tuple[tuple[str, Callable[[Start], bool]], ...] = (
    ("json", _is_json),
    ("notes", lambda start: is_notes(start.text)),
    ("feed", _is_feed),
    ("html", _is_html),
    ("table", _is_table),
    ("markdown", _is_markdown),
)
"""Formats that are texts; what is none of them is plain text."""


def format_of(name: str, data: bytes, media: str = "") -> str | Unread:
    """What a file is, by its first bytes, then by the media type that its server declares, and only then by its name.

    Servers call feeds and papers pages, and pages papers: what has the marks of a format is of that format.
    """
    head = data[:_HEAD]
    start = Start(name.lower(), data, head, _text(head).lstrip())
    unread = _unread(start)
    if unread:
        return unread
    marked = next((kind for kind, is_it in _BY_MARKS if is_it(start)), "")
    if marked:
        return marked
    unread = None if is_script(start.text) else unread_text(name, start.text)
    if unread:
        return unread
    kind = next((kind for kind, is_it in _BY_WORDS if is_it(start)), "text")
    if kind == "html" and start.text.startswith("<?xml") and not _HTML.search(start.text):
        unread = unread_xml(_text(data[:_XML_READ]))
        if unread:
            return unread
    if kind == "html" and (unread := unread_page(data[:_CHAT].decode("utf-8", "replace"))):
        return unread
    return format_of_media(media) or kind if kind in _UNSURE else kind


def _text(head: bytes) -> str:
    """The first characters of a file, as far as that needs no statistics."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    return head.decode("utf-8-sig", "replace")
