"""Newsletters: messages (.eml), mailboxes (.mbox) and web pages saved as messages (.mhtml)."""

import re
from collections.abc import Iterator, Sequence
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from functools import partial
from itertools import pairwise

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.text import SEPARATOR, read_text
from annotated_briefings.intake.formats.web import read_page
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.embargoes import is_embargo, read_until
from annotated_briefings.intake.stated.letters import read_receiver, without_receiver, without_their_address
from annotated_briefings.intake.stated.senders import Sender, read_sender
from annotated_briefings.intake.stated.state_lines import read_headers

_TOP = 4
"""Paragraphs at the top of a message among which its own byline stands."""
_LEAST = 12
"""Words of an article in a message that holds several; what is shorter greets or says goodbye."""
_START = re.compile(rb"^From [^\r\n]*\d\d?:\d\d[^\r\n]*\d{4}[^\r\n]*\r?$(?=\n(?:[A-Za-z][\w-]*:|>From ))", re.MULTILINE)
"""What parts a mailbox: a sender and a time on one line, and header lines below it. Text may begin with "From" too."""
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,9})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_LONGEST_FOOTER = 60
"""Words of the footer of a mailing list."""
_ADDRESS = re.compile(r"\S@\S+\.\w|https?://|www\.|\+?\d[\d ()/-]{7,}\d")
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_ANSWER = re.compile(r"(?:(?:re|fwd?|fw|aw|wg|tr|rv|antw|vs|sv)(?:\[\d+\])?\s*:\s*)+(?=\S)", re.IGNORECASE)
"""What mail programs put before the subject of a letter that is answered or passed on."""
_LONGEST_SIGNATURE = 120
"""Words of a signature; what is longer is another part of a newsletter."""
_DRAFTS = frozenset("draft drafts entwurf entwürfe brouillon brouillons borrador borradores unsent outbox".split())
_TRASH = frozenset("trash bin deleted papierkorb corbeille papelera".split()) | {"deleted items", "deleted messages"}
"""What folders of drafts and of thrown-away messages are called."""
_EXPUNGED = 0x0008
"""Flag of a message that was deleted and not yet taken out of its mailbox file."""
_FAULTS = (RecursionError, AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What the standard library's reader of headers and parts raises for those that it cannot make sense of."""


def read_message(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """A message as a document that may hold several articles; a saved page as its one article."""
    try:
        return _read_message(name, data)
    except _FAULTS:
        return (), (
            report(
                "broken-file",
                "the message cannot be read: its parts or headers are not as they should be",
                Place(name),
                help="save its text into a .txt file",
            ),
        )


def _read_message(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    parts = list(_texts(message))
    if not parts:
        return (), (
            report("no-article", "the message holds no text", Place(name), help="save its text into a .txt file"),
        )
    if message.get("Snapshot-Content-Location"):
        page = next((text for html, text in parts if html), parts[0][1])
        document, found = read_page(name, page, _base(message, "Snapshot-Content-Location"))
        return ((document,) if document else ()), found
    base = _base(message, "Content-Location")
    reader = read_receiver((name, str(value)) for name, value in message.items())
    paragraphs: list[Paragraph] = []
    for html, text in parts:
        if html:
            read = html_paragraphs(text, base)
        else:
            plain, _ = read_text(name, text.encode("utf-8", "replace"))
            read = tuple(map(_unquoted, plain.paragraphs)) if plain else ()
        paragraphs += (one for paragraph in _signed(read) for one in without_receiver(paragraph, reader))
    given = _given(message)
    if any(byline_names(one.text) for one in paragraphs[:_TOP]):
        given = replace(given, author="")
    given = replace(given, title=without_their_address(given.title, reader))
    paragraphs = _with_footer(paragraphs)
    blocks = _blocks(paragraphs) if not any(html for html, _ in parts) else []
    if len(blocks) > 1:
        return tuple(
            RawDocument(f"{name}#{number}", tuple(block), "mail", True, replace(given, title=title))
            for number, (title, block) in enumerate(blocks, 1)
        ), ()
    single = _single("\n".join(text for _, text in parts))
    return (RawDocument(name, tuple(paragraphs), "mail", single, given),), ()


def _base(message: EmailMessage, header: str) -> str:
    """The web address that a header names, or the first part that has one of its own; empty where there is none."""
    for part in message.walk():
        for name in (header, "Content-Location"):
            value = "".join(str(part.get(name) or "").split())
            if value.startswith(("http://", "https://")):
                return value
    return ""


def _with_footer(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with a few lines of addresses below the last line of signs marked as no text."""
    last = max((n for n, p in enumerate(paragraphs) if p.text == SEPARATOR), default=0)
    below = paragraphs[last + 1 :]
    words = sum(len(p.text.split()) for p in below)
    if not last or not below or words > _LONGEST_FOOTER or not any(_ADDRESS.search(p.text) for p in below):
        return paragraphs
    return [*paragraphs[:last], *(replace(p, aside=p.aside or "a footer") for p in below)]


def _blocks(paragraphs: Sequence[Paragraph]) -> list[tuple[str, list[Paragraph]]]:
    """The articles of a plain message, each with its headline: under lines in capitals, or between separator lines."""
    heads = {n for n, p in enumerate(paragraphs) if _shouts(p.text) and n + 1 < len(paragraphs)}
    out: list[tuple[str, list[Paragraph]]] = [("", [])]
    for number, paragraph in enumerate(paragraphs):
        if len(heads) > 1 and number in heads:
            out.append((paragraph.text, []))
        elif len(heads) < 2 and paragraph.text == SEPARATOR:
            out.append(("", []))
        elif paragraph.text != SEPARATOR:
            out[-1][1].append(paragraph)
    return [(title, block) for title, block in out if sum(map(_news, block)) >= _LEAST]


def _news(paragraph: Paragraph) -> int:
    """The words of a paragraph that are news."""
    return 0 if paragraph.aside or why_aside(paragraph.text) else len(paragraph.text.split())


def _shouts(text: str) -> bool:
    """Whether a line is a headline in capitals."""
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(text.split()) <= 14 and len(letters) > 7 and all(c.isupper() for c in letters)


def _texts(part: Message) -> Iterator[tuple[bool, str]]:
    """The text of a message in order, each with whether it is HTML: of alternatives one, of everything else all."""
    if part.get_content_type() == "multipart/alternative":
        choices = [list(_texts(child)) for child in part.iter_parts()] if isinstance(part, EmailMessage) else []
        rich = [choice for choice in choices if any(html for html, _ in choice)]
        yield from (rich or [choice for choice in choices if choice] or [[]])[-1]
    elif part.is_multipart():
        for child in part.iter_parts() if isinstance(part, EmailMessage) else ():
            yield from _texts(child)
    elif part.get_content_type() in ("text/html", "text/plain") and part.get_content_disposition() != "attachment":
        try:
            text = _content(part) if isinstance(part, EmailMessage) else ""
        except (LookupError, UnicodeError, KeyError):
            raw = part.get_payload(decode=True)
            text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
        if str(part.get_param("format", "")).lower() == "flowed":
            text = _unflowed(text)
        if text.strip():
            yield part.get_content_type() == "text/html", text


def _content(part: EmailMessage) -> str:
    """The text of a part; one in UTF-8 that names no encoding is read as such."""
    raw = part.get_payload(decode=True)
    if (part.get_content_charset() or "us-ascii") == "us-ascii" and isinstance(raw, bytes):
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")
    return str(part.get_content())


def _unflowed(text: str) -> str:
    """Text whose lines end in a blank where they go on (RFC 3676), with such lines joined."""
    out: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        above = out[-1] if out else ""
        if above.endswith(" ") and above != "-- " and _depth(above) == _depth(line) and line.strip("> "):
            out[-1] = above + line[_depth(line) :].removeprefix(" ")
        else:
            out.append(line)
    return "\n".join(out)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(">"))


def _unquoted(paragraph: Paragraph) -> Paragraph:
    """A paragraph of somebody else's letter, whose lines begin with `>`, as a quotation."""
    if not paragraph.text.startswith(">") or not re.match(r">\s*[^\s>]", paragraph.text):
        return paragraph
    text = re.sub(r"(?:^|(?<= ))>+ ?(?=\S)", "", paragraph.text).strip()
    return replace(paragraph, text=text, markdown="> " + escape_markdown(text))


def _signed(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of a letter, with what stands below `-- ` at its end marked as its signature."""
    marks = [n for n, p in enumerate(paragraphs) if p.text in ("--", "\u2014") or p.text.startswith("-- ")]
    below = marks[-1] if marks else len(paragraphs)
    words = sum(len(p.text.split()) for p in paragraphs[below:])
    for number, paragraph in enumerate(paragraphs):
        signature = below <= number and words <= _LONGEST_SIGNATURE
        yield replace(paragraph, aside="a signature") if signature else paragraph


def _single(text: str) -> bool:
    """Whether a message is one article: several headings that lead elsewhere make it a round-up."""
    return len(re.findall(r"<h[1-3][^>]*>\s*<a ", text, re.IGNORECASE)) < 2


def _given(message: EmailMessage) -> Given:
    try:
        date = parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        date = ""
    stated = " ".join(str(message.get("Subject", "")).split())
    subject = _ANSWER.sub("", stated)
    until = read_until(subject) if is_embargo(subject) else ""
    mark = read_headers((name, str(value)) for name, value in message.items())
    sender = read_sender(str(message.get("From", "")))
    if sender.author and _ANSWER.match(stated):
        # Who passes a letter on has not written it.
        sender = Sender()
    return Given(
        title=subject,
        author=sender.author,
        outlet=sender.outlet,
        published=date,
        language=str(message.get("Content-Language", "")).partition(",")[0].strip(),
        # What a letter of several articles says in its subject holds for each of them.
        held=mark.held or _mark(message) or (subject if is_embargo(subject) and not until else ""),
        embargo=max(until, mark.embargo),
    )


def _mark(message: EmailMessage) -> str:
    """What a message says of where it is kept, and whether it was ever sent."""
    labels = {label.strip(' "').lower() for label in str(message.get("X-Gmail-Labels", "")).split(",")}
    folder = str(message.get("X-Folder", "")).lower()
    for mark, names in (("trash", _TRASH), ("draft", _DRAFTS)):
        if labels & names or folder.rpartition("/")[2].rpartition("\\")[2] in names:
            return mark
    flags = str(message.get("X-Mozilla-Status", "")).strip()
    if re.fullmatch(r"[0-9a-fA-F]{4}", flags) and int(flags, 16) & _EXPUNGED:
        return "trash"
    unsent = str(message.get("X-Unsent", "")).strip() == "1" or message.get("X-Mozilla-Draft-Info") is not None
    return "draft" if unsent or "T" in str(message.get("X-Status", "")) else ""


def read_mailbox(name: str, data: bytes) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """Every message of a mailbox file."""
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    for number, raw in enumerate(_messages(data), 1):
        more, wrong = read_message(f"{name}#{number}", raw)
        folder = {"draft": _DRAFTS, "trash": _TRASH}
        kept = next((mark for mark, names in folder.items() if _stem(name) in names), "")
        documents += (replace(d, given=replace(d.given, held=d.given.held or kept)) for d in more)
        found += wrong
    return tuple(documents), tuple(found)


def _stem(name: str) -> str:
    """The name of a mailbox in lower case, without folders and ending."""
    return name.rpartition("/")[2].partition(".")[0].lower()


def _messages(data: bytes) -> Iterator[bytes]:
    ends_before = partial(data.endswith, (b"\n\n", b"\r\n\r\n"), 0)
    places: list[int] = [0] if data.startswith(b"From ") else []
    body = 0
    for found in _START.finditer(data):
        if found.start() and found.start() >= body and ends_before(found.start()):
            places.append(found.start())
        if found.start() in places:
            body = _stated_end(data, found.end())
    if not places:
        yield data
        return
    for start, end in pairwise((*places, len(data))):
        yield _ESCAPED.sub(b"", data[start:end].partition(b"\n")[2].lstrip(b"\r\n"))


def _stated_end(data: bytes, start: int) -> int:
    """Where the body of a message ends that states its length, and that another follows; else 0."""
    blank = re.compile(rb"\r?\n\r?\n").search(data, start)
    length = _LENGTH.search(data, start, blank.start()) if blank else None
    if blank is None or length is None:
        return 0
    end = blank.end() + int(length[1])
    return end if data[end : end + 12].lstrip(b"\r\n").startswith(b"From ") or end == len(data) else 0
