"""Newsletters: messages (.eml), mailboxes (.mbox) and web pages saved as messages (.mhtml)."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from generator.base.diagnostics import Diagnostic, report
from generator.base.source import Place
from generator.intake.formats.markup import html_paragraphs
from generator.intake.formats.text import read_text
from generator.intake.formats.web import read_page
from generator.intake.model import Given, RawDocument

_START = re.compile(rb"^From .+$", re.MULTILINE)


def read_message(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """A message as a document that may hold several articles; a saved page as its one article."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:
        part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "text/plain")), None)
    if part is None:
        return (), (report("no-article", "the message holds no text", Place(name),
                           help="save its text into a .txt file"),)
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError):
        text = bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    if message.get("Snapshot-Content-Location"):
        document, found = read_page(name, text)
        return ((document,) if document else ()), found
    if part.get_content_type() == "text/html":
        paragraphs = html_paragraphs(text)
    else:
        plain, _ = read_text(name, text.encode())
        paragraphs = plain.paragraphs if plain else ()
    return (RawDocument(name, paragraphs, "mail", _single(text), _given(message)),), ()


def _single(text: str) -> bool:
    """Whether a message is one article: several headings that lead elsewhere make it a round-up."""
    return len(re.findall(r"<h[1-3][^>]*>\s*<a ", text, re.IGNORECASE)) < 2


def _given(message: EmailMessage) -> Given:
    sender, address = parseaddr(str(message.get("From", "")))
    try:
        date = parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError):
        date = ""
    return Given(" ".join(str(message.get("Subject", "")).split()), "", sender or address, date)


def read_mailbox(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """Every message of a mailbox file."""
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    for number, raw in enumerate(_messages(data), 1):
        more, wrong = read_message(f"{name}#{number}", raw)
        documents += more
        found += wrong
    return tuple(documents), tuple(found)


def _messages(data: bytes) -> Iterator[bytes]:
    places = [m for m in _START.finditer(data) if m.start() == 0 or data[: m.start()].endswith((b"\n\n", b"\r\n\r\n"))]
    if not places:
        yield data
        return
    ends = [m.start() for m in places[1:]] + [len(data)]
    for start, end in zip(places, ends, strict=True):
        yield data[start.end() : end].lstrip(b"\r\n").replace(b"\n>From ", b"\nFrom ")
