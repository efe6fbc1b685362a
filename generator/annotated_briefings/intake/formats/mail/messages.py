"""Messages: their letters, the messages and files in them, and what of them is not read, each as a document."""

import re
from collections.abc import Callable

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.mail.attachments import is_readable, why_unread
from annotated_briefings.intake.formats.mail.head import head_start
from annotated_briefings.intake.formats.mail.letters import letter_documents
from annotated_briefings.intake.formats.mail.mailbox import messages
from annotated_briefings.intake.formats.mail.marks import mailbox_mark
from annotated_briefings.intake.formats.mail.mime.structure import MailPart, parse, walk
from annotated_briefings.intake.formats.mail.parts import Contents, File, contents, inner_message
from annotated_briefings.intake.formats.mail.saved_text import with_plain_headers
from annotated_briefings.intake.formats.mail.stated import message_given, named
from annotated_briefings.intake.formats.web import read_page
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.letters import read_receiver, without_their_address
from annotated_briefings.intake.stated.marks.held import Mark, marked

MailRead = tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]
ReadFile = Callable[[str, bytes, str, str], MailRead]
"""Reads an attached file: its name, its bytes, its media type and its declared encoding."""
_SAVED = regex(r"<?saved by\b", re.IGNORECASE)
_DEEPEST = 10
"""Messages in each other that are read."""
_REPORT = "it is the report of a mail server, and no letter"


def read_message(name: str, data: bytes, read_file: ReadFile) -> MailRead:
    """A message as documents: its letter, which may hold several articles, and the messages and files in it; a saved
    page as its one article."""
    start = head_start(data)
    if start < 0 and (text := with_plain_headers(data)):
        data, start = text, 0
    documents, found = _read(name, parse(data[max(start, 0) :]), read_file, 0)
    above = " ".join(data[: max(start, 0)].decode("utf-8", "replace").replace("\ufeff", "").split())
    if above and documents:
        line = Paragraph(above, 0, 0, aside="above the headers of the message")
        documents = (replace(documents[0], around=(line, *documents[0].around)), *documents[1:])
    return documents, found


def read_mailbox(name: str, data: bytes, read_file: ReadFile, first: int = 1) -> MailRead:
    """Every message of a mailbox file, or of a part of one that begins with its message number ``first``."""
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    held = mailbox_mark(name)
    for number, raw in enumerate(messages(data), first):
        more, wrong = read_message(f"{name}#{number}", raw, read_file)
        documents += (replace(d, given=replace(d.given, held=d.given.held or held)) for d in more)
        found += wrong
    return tuple(documents), tuple(found)


def _read(name: str, message: MailPart, read_file: ReadFile, depth: int) -> MailRead:
    inside = contents(name, message)
    page = _page(name, message, inside)
    if page:
        return page
    given, found = message_given(name, message)
    found += inside.diagnostics
    mine, more = _letter(name, message, inside, given)
    names = _FileNames(name)
    documents = [*mine]
    for number, file in enumerate(inside.messages, 1):
        own = names.of(file.name or f"message {number}.eml")
        if inside.report or depth >= _DEEPEST:
            why = (
                "it was returned, or reported, by a mail server"
                if inside.report
                else "it lies too deep in other messages"
            )
            documents.append(RawDocument(own, (), "mail", True, left_out=why))
            continue
        some, wrong = _read(own, inner_message(file), read_file, depth + 1)
        documents += some
        found += wrong
    for file in inside.files:
        some, wrong = _attached(names.of(file.name or "part"), file, read_file)
        documents += some
        found += wrong
    for file, why in inside.unread:
        documents.append(RawDocument(names.of(file.name or "part"), (), "mail", True, left_out=why))
    if len(documents) > 1 and documents[0].left_out and not documents[1].left_out:
        # What is around the messages of a digest is listed with the first of them.
        documents[1] = replace(documents[1], around=(*documents[0].around, *documents[1].around))
    return tuple(_marked(one, given) for one in documents), (*found, *more)


def _letter(name: str, message: MailPart, inside: Contents, given: Given) -> MailRead:
    """The documents of the text of a message."""
    around = tuple(inside.around)
    if inside.report:
        return (RawDocument(name, (), "mail", True, given, _REPORT),), ()
    if not inside.texts:
        holds_more = bool(inside.messages or inside.files or inside.unread)
        why = "it has no text of its own" if holds_more else "it has no text"
        return (RawDocument(name, (), "mail", True, given, why, around=around),), ()
    reader = read_receiver((key, named(text)) for key, text in message.fields())
    given = replace(given, title=without_their_address(given.title, reader))
    return letter_documents(name, inside.texts, given, reader, around, message.header("Subject"))


def _page(name: str, message: MailPart, inside: Contents) -> MailRead | None:
    """The article of a page that a browser saved as a message; None for a letter."""
    address = "".join(message.header("Snapshot-Content-Location").split())
    if not (address or _SAVED.match(message.header("From"))) or not inside.texts:
        return None
    stated = ("".join(part.header("Content-Location").split()) for part in walk(message))
    address = next((one for one in (address, *stated) if has_web_scheme(one)), "")
    text = next((text.text for text in inside.texts if text.html), inside.texts[0].text)
    documents, found = read_page(name, text, address)
    unread = (
        RawDocument(f"{name}/{file.name or 'part'}", (), "mail", True, left_out=why) for file, why in inside.unread
    )
    return (*documents, *unread), (*inside.diagnostics, *found)


def _attached(name: str, file: File, read_file: ReadFile) -> MailRead:
    """The documents of an attached file, or one that says why it is not read."""
    why = "" if is_readable(file) else why_unread(file)
    documents: tuple[RawDocument, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    if not why:
        documents, found = read_file(name, file.data, file.media, file.charset)
    if documents:
        return documents, found
    why = why or "the attachment cannot be read: " + (found[0].message if found else "it holds no text")
    kind = "attached picture" if file.media.startswith("image/") else ""
    return (RawDocument(name, (), "mail", True, left_out=why, kind=kind),), ()


class _FileNames:
    """Names of what is in a message, each once."""

    def __init__(self, message: str) -> None:
        self._message = message
        self._given: set[str] = set()

    def of(self, name: str) -> str:
        name = " ".join(name.replace("/", " ").split()) or "part"
        number = 2
        one = name
        while one in self._given:
            one, number = f"{name} ({number})", number + 1
        self._given.add(one)
        return f"{self._message}/{one}"


def _marked(document: RawDocument, outer: Given) -> RawDocument:
    """A document in a message: what holds the message back holds it back too."""
    return replace(document, given=marked(document.given, Mark(outer.held, outer.embargo, outer.expires)))
