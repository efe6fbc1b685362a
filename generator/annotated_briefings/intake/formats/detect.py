"""Any collected file, read by what it is, with its documents in normal form."""

import re
from collections.abc import Callable, Mapping

from annotated_briefings.base.by_products import is_by_product
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import whole_url
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.days import OPEN, DayReading
from annotated_briefings.intake.cleaning.kinds import ONLY_POSTS
from annotated_briefings.intake.formats.dated import dated
from annotated_briefings.intake.formats.exported import documents_of_page, outline_of_text
from annotated_briefings.intake.formats.feeds import is_news_item, read_feed, read_news_items
from annotated_briefings.intake.formats.lined.outline import Outline, documents_of_lines, plain_lines
from annotated_briefings.intake.formats.mail import ReadFile, read_mailbox, read_message, read_saved_page
from annotated_briefings.intake.formats.marked import read_markdown_file
from annotated_briefings.intake.formats.normal import normal, printable
from annotated_briefings.intake.formats.notes import read_notes_file
from annotated_briefings.intake.formats.office import read_docx, read_opendocument, read_pdf, read_rtf
from annotated_briefings.intake.formats.packed.archives import (
    UnpackBudget,
    account_pages,
    archived_pages,
    index_files,
    read_members,
    zip_contents,
    zip_members,
)
from annotated_briefings.intake.formats.packed.wrappers import unwrapped
from annotated_briefings.intake.formats.recognise import format_of
from annotated_briefings.intake.formats.records import (
    join,
    may_join,
    read_json_file,
    read_post,
    read_sheets,
    read_table,
    read_tumblr,
)
from annotated_briefings.intake.formats.text import (
    LIMIT,
    decode_text,
    document_of_text,
    page_charset,
    text_lines,
)
from annotated_briefings.intake.formats.unread import ASSETS, NO_ARTICLE, PARTS, refuse, saved_folders
from annotated_briefings.intake.formats.web import read_page
from annotated_briefings.intake.model import Delivery, FieldMap, RawDocument

Detected = tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]
_PAGE = ("text", "html", "markdown", "docx", "odt", "rtf", "pdf", "mail")
"""Formats of what is one document: the address at which it was found leads to that."""
_LARGE = ("zip", "warc", "mbox", "json", "table", "sheet")
"""Formats of many documents, with limits of their own."""
_DEPTH, _DEEPEST_MAIL = 3, 10
"""Archives inside archives, and messages that are attached to each other."""
_INDEX = "it only tells what is in the web archive beside it"
_CANONICAL = re.compile(rb'<a href="(https?://[^"]+)" class="p-canonical"')
"""The address that an export of an account states below each post."""
_TUMBLR, _HEAD = re.compile(rb"<tumblr[\s>]"), 4096
_SHORT = 4096
"""Characters of a text that may be nothing but comments."""
_NO_DELIVERY = Delivery()


class _InputFile(Value):
    """A file to read."""

    name: str
    data: bytes
    fields: FieldMap = ()
    first: int = 1
    delivery: Delivery = _NO_DELIVERY
    depth: int = 0


def read_any(
    name: str,
    data: bytes,
    forced: str = "",
    depth: int = 0,
    fields: FieldMap = (),
    first: int = 1,
    delivery: Delivery = _NO_DELIVERY,
    days: DayReading = OPEN,
) -> Detected:
    """The documents of a file of any known format, or of its lines from ``first`` on, with what it states in normal
    form; never raises for bad input."""
    documents, found = _read(_InputFile(name, data, fields, first, delivery, depth), forced, UnpackBudget())
    clean = [printable(document) for document in documents]
    controls = [_controls(document.name, gone) for document, gone in clean if gone]
    read = [dated(document, days) for document, _ in clean]
    unread = (one for _, more in read for one in more)
    return tuple(normal(document) for document, _ in read), (*found, *controls, *unread)


def _controls(name: str, count: int) -> Diagnostic:
    """The warning for a text that held control characters."""
    message = f"{count} control characters were taken out" if count != 1 else "1 control character was taken out"
    return report("invalid-bytes", message, Place(name), help="look whether a word is missing where they stood")


def _read(file: _InputFile, forced: str, budget: UnpackBudget) -> Detected:
    inside = unwrapped(file.name, file.data) if file.depth < _DEPTH else None
    if inside:
        delivery = replace(
            file.delivery,
            address=file.delivery.address or inside.address,
            media=inside.media or file.delivery.media,
            charset=inside.charset or file.delivery.charset,
        )
        inner = replace(file, name=inside.name, data=inside.data, delivery=delivery, depth=file.depth + 1)
        return _read(inner, forced, budget)
    kind = forced or format_of(file.name, file.data, file.delivery.media)
    if not isinstance(kind, str):
        return (), (refuse(file.name, kind),)
    if len(file.data) > LIMIT and kind not in _LARGE:
        message = f"the file has {len(file.data) / 1e6:.0f} MB; the limit is {LIMIT / 1e6:.0f} MB"
        return (), (report("too-large", message, Place(file.name), help="split it into smaller files"),)
    if kind in _HOLDING:
        documents, found = _HOLDING[kind](file, budget)
    else:
        documents, found = _READERS[kind](file)
    address = file.delivery.address
    if not address:
        return documents, found
    if len(documents) == 1 and kind in _PAGE:
        return (_addressed(documents[0], address),), found
    return tuple(_made_whole(document, address) for document in documents), found


def _one(result: tuple[RawDocument | None, tuple[Diagnostic, ...]]) -> Detected:
    document, found = result
    return ((document,) if document else ()), found


def _text(file: _InputFile) -> Detected:
    """The documents of a text file: those of the program that has written it, else one, which may be a dump."""
    text, encoding, found = decode_text(file.name, file.data, file.delivery.charset)
    if not encoding:
        return (), found
    lines = text_lines(text)
    outline = outline_of_text(plain_lines(lines))
    if outline is not None:
        return documents_of_lines(file.name, encoding, plain_lines(lines), outline), (
            *found,
            *_miscounted(file, outline),
        )
    documents, more = _one(document_of_text(file.name, text, encoding, loose=True))
    return documents, (*found, *more)


def _miscounted(file: _InputFile, outline: Outline) -> tuple[Diagnostic, ...]:
    """What is wrong with the number of documents that the cover of a download names."""
    read = len(outline.stories)
    were = f"{read} {'were' if read > 1 else 'was'} read"
    return tuple(
        report(
            "count-differs",
            f"the cover names {counted} document{'s' if counted > 1 else ''}, and {were}",
            Place(file.name, place + 1, 1),
            help="compare the drafts with the list of documents, and download again what is missing",
        )
        for place, counted in outline.counted.items()
        if counted != read
    )


def _decoded(file: _InputFile, read: Callable[[str], Detected], declared: str = "") -> Detected:
    """What a reader makes of the text of a file, with what is wrong with its encoding."""
    text, encoding, found = decode_text(file.name, file.data, file.delivery.charset or declared)
    if not encoding:
        return (), found
    if len(text) < _SHORT or not text.strip():
        plain, wrong = document_of_text(file.name, text, encoding)
        if plain is None:
            return (), (*found, *wrong)
    text = text.removeprefix("\ufeff")
    documents, more = read(text.replace("\r\n", "\n").replace("\r", "\n"))
    return documents, (*found, *more)


def _html(file: _InputFile) -> Detected:
    def read(text: str) -> Detected:
        exported = documents_of_page(file.name, text)
        if exported:
            return exported, ()
        return read_saved_page(file.name, text) or read_page(file.name, text, file.delivery.address)

    return _decoded(file, read, page_charset(file.data))


def _json(file: _InputFile) -> Detected:
    return _decoded(file, lambda text: read_json_file(file.name, text, file.fields, file.first))


def _table(file: _InputFile) -> Detected:
    return _decoded(file, lambda text: read_table(file.name, text, file.fields))


def _feed(file: _InputFile) -> Detected:
    if is_news_item(file.data):
        return read_news_items(file.name, file.data)
    if _TUMBLR.search(file.data[:_HEAD]):
        return read_tumblr(file.name, file.data, file.fields)
    return read_feed(file.name, file.data, file.delivery)


def _markdown(file: _InputFile) -> Detected:
    return _decoded(file, lambda text: _one(read_markdown_file(file.name, text)))


def is_feed(name: str, data: bytes, media: str = "") -> bool:
    """Whether a file is a feed: RSS, Atom, RDF or JSON Feed."""
    kind = format_of(name, data, media)
    return kind == "feed" or (kind == "json" and b"jsonfeed.org/version" in data[:2000].replace(b"\\/", b"/"))


def _zip(file: _InputFile, budget: UnpackBudget) -> Detected:
    """Every file of an archive, by name."""
    if file.depth >= _DEPTH:
        message = "archives lie too deep in each other"
        return (), (report("broken-file", message, Place(file.name), help="unpack it and import the folder"),)
    names = zip_contents(file.data)[0]
    joined = join(names, read_members(file.data, may_join(names)))
    account, index = account_pages(names), index_files(names)
    documents = [read_post(f"{file.name}/{post.where}", post, "") for post in joined.rest]
    found: list[Diagnostic] = []
    beside = tuple(f"{folder}/" for folder in saved_folders(names))
    for member in zip_members(file.name, file.data, budget):
        if isinstance(member, Diagnostic):
            found.append(member)
            continue
        name = f"{file.name}/{member[0]}"
        if name.lower().endswith(ASSETS):
            documents.append(RawDocument(name, (), "", True, left_out=NO_ARTICLE, kind="asset"))
            continue
        if member[0] in account or member[0] in joined.beside:
            kind = "account page" if member[0] in account else "extra file"
            documents.append(RawDocument(name, (), "", True, left_out=ONLY_POSTS, kind=kind))
            continue
        if is_by_product(member[0].rpartition("/")[2]) or member[0].startswith(beside):
            why, kind = (PARTS, "part of a saved page") if member[0].startswith(beside) else (NO_ARTICLE, "asset")
            documents.append(RawDocument(name, (), "", True, left_out=why, kind=kind))
            continue
        if member[0] in index:
            documents.append(RawDocument(name, (), "", True, left_out=_INDEX, kind="index file"))
            continue
        if member[0] in joined.lists:
            continue
        if member[0] in joined.posts:
            documents.append(read_post(name, joined.posts[member[0]], member[1].decode("utf-8-sig", "replace")))
            continue
        more, wrong = _read(_InputFile(name, member[1], file.fields, depth=file.depth + 1), "", budget)
        documents += (_of_account(document, member[1]) if account else document for document in more)
        found += wrong
    return tuple(documents), tuple(found)


def _of_account(document: RawDocument, html: bytes) -> RawDocument:
    """A post of an export of an account: whether it is a draft, and the address that it states below its text."""
    held = "draft" if document.name.rpartition("/")[2].startswith("draft_") else ""
    found = _CANONICAL.search(html)
    url = document.given.url or (found[1].decode("utf-8", "replace") if found else "")
    return replace(document, given=replace(document.given, held=held or document.given.held, url=url))


def _mail(read: Callable[[str, bytes, ReadFile], Detected], file: _InputFile, budget: UnpackBudget) -> Detected:
    """The documents of a message or a mailbox, with those of the files in it."""
    if file.depth >= _DEEPEST_MAIL:
        message = "messages lie too deep in each other"
        remedy = "save the innermost one as a file of its own"
        return (), (report("broken-file", message, Place(file.name), help=remedy),)

    def read_file(name: str, data: bytes, media: str, charset: str) -> Detected:
        delivery = Delivery(media=media, charset=charset)
        return _read(_InputFile(name, data, delivery=delivery, depth=file.depth + 1), "", budget)

    return read(file.name, file.data, read_file)


def _warc(file: _InputFile) -> Detected:
    """The pages and papers of a web archive."""
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    for page in archived_pages(file.name, file.data):
        if isinstance(page, Diagnostic):
            found.append(page)
            continue
        name = f"{file.name}#{page.number}"
        if not page.data:
            kind = "other record" if page.status.startswith("2") else f"answer with status {page.status}"
            documents.append(RawDocument(name, (), "", True, left_out=NO_ARTICLE, kind=kind))
            continue
        delivery = Delivery(media=page.media, charset=page.charset)
        one = _InputFile(name, page.data, delivery=delivery, depth=file.depth + 1)
        more, wrong = _read(one, "html" if "html" in page.media else "", UnpackBudget())
        documents += (_addressed(document, page.address) for document in more)
        found += wrong
    if not found and all(document.left_out for document in documents):
        message = "the web archive holds no page with an article"
        found.append(report("no-article", message, Place(file.name), help="check that it was recorded to the end"))
    return tuple(documents), tuple(found)


_READERS: Mapping[str, Callable[[_InputFile], Detected]] = {
    "text": _text,
    "html": _html,
    "feed": _feed,
    "json": _json,
    "table": _table,
    "sheet": lambda file: read_sheets(file.name, file.data, file.fields),
    "markdown": _markdown,
    "notes": lambda file: _decoded(file, lambda text: read_notes_file(file.name, text)),
    "docx": lambda file: read_docx(file.name, file.data),
    "odt": lambda file: read_opendocument(file.name, file.data),
    "rtf": lambda file: read_rtf(file.name, file.data),
    "pdf": lambda file: read_pdf(file.name, file.data),
    "warc": _warc,
}
"""The reader of each format but those in ``_HOLDING``."""
_HOLDING: Mapping[str, Callable[[_InputFile, UnpackBudget], Detected]] = {
    "zip": _zip,
    "mail": lambda file, budget: _mail(read_message, file, budget),
    "mbox": lambda file, budget: _mail(read_mailbox, file, budget),
}
"""The reader of each format in which there are files that have formats of their own."""


def _made_whole(document: RawDocument, address: str) -> RawDocument:
    """A document of a feed that was found at an address, from which its own may start."""
    url = document.given.url
    return replace(document, given=replace(document.given, url=whole_url(address, url))) if url else document


def _addressed(document: RawDocument, address: str) -> RawDocument:
    if document.given.url or not address.startswith("http"):
        return document
    return replace(document, given=replace(document.given, url=address))
