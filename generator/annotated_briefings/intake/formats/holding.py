"""The readers of files that hold other files: zip files, web archives, messages and mailboxes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.traces.by_products import is_by_product
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.kinds import ONLY_POSTS
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected
from annotated_briefings.intake.formats.mail import ReadFile, read_mailbox, read_message
from annotated_briefings.intake.formats.normal import addressed
from annotated_briefings.intake.formats.packed.archives import (
    UnpackBudget,
    account_pages,
    archived_pages,
    index_files,
    read_members,
    zip_contents,
    zip_members,
)
from annotated_briefings.intake.formats.packed.zip_file import BrokenPart
from annotated_briefings.intake.formats.records import join, may_join, read_post
from annotated_briefings.intake.formats.unread import ASSETS, NO_ARTICLE, PARTS, saved_folders
from annotated_briefings.intake.model import Delivery, RawDocument

_DEPTH, _DEEPEST_MAIL = 3, 10
"""Archives inside archives, and messages that are attached to each other."""
_REMEDIES = {
    "damaged": "download it or pack it again; its other files were read",
    "encrypted": "unpack it with its password, and import the folder",
}
"""What to do where files of an archive cannot be read."""
_INDEX = "it only tells what is in the web archive beside it"
_CANONICAL = regex(rb'<a href="(https?://[^"]+)" class="p-canonical"')
"""The address that an export of an account states below each post."""


@dataclass(frozen=True, slots=True)
class InnerFiles:
    """How the files in a file are read."""

    budget: UnpackBudget
    """What may still be unpacked."""
    read: Callable[[CollectedFile, str, UnpackBudget], Detected]
    """Reads one of them, of a named format or (with an empty name) of the one that it is recognised as."""


def read_zip(file: CollectedFile, inner: InnerFiles) -> Detected:
    """Every file of an archive, by name."""
    if file.depth >= _DEPTH:
        message = "archives lie too deep in each other"
        return (), (report("broken-file", message, Place(file.name), help="unpack it and import the folder"),)
    names = zip_contents(file.data)[0]
    joined = join(names, read_members(file.data, may_join(names)))
    account, index = account_pages(names), index_files(names)
    documents = [read_post(f"{file.name}/{post.where}", post, "") for post in joined.rest]
    found: list[Diagnostic] = []
    broken: dict[str, list[str]] = {}
    beside = tuple(f"{folder}/" for folder in saved_folders(names))
    for member in zip_members(file.name, file.data, inner.budget):
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
        if isinstance(member[1], BrokenPart):
            broken.setdefault(member[1].why, []).append(member[0])
            documents.append(RawDocument(name, (), "", True, left_out=f"it is {member[1].why}", kind="file"))
            continue
        if member[0] in joined.lists:
            continue
        if member[0] in joined.posts:
            documents.append(read_post(name, joined.posts[member[0]], member[1].decode("utf-8-sig", "replace")))
            continue
        more, wrong = inner.read(CollectedFile(name, member[1], file.fields, depth=file.depth + 1), "", inner.budget)
        documents += (_of_account(document, member[1]) if account else document for document in more)
        found += wrong
    found += (_broken(file.name, why, some) for why, some in broken.items())
    return tuple(documents), tuple(found)


def _broken(name: str, why: str, members: Sequence[str]) -> Diagnostic:
    """The diagnostic for files of an archive that cannot be read."""
    one = len(members) == 1
    number = f"`{members[0]}`" if one else f"{len(members)} files, `{members[0]}` the first of them,"
    remedy = _REMEDIES.get(why, "unpack it, and import the folder")
    return report("broken-file", f"{number} in the archive {'is' if one else 'are'} {why}", Place(name), help=remedy)


def _of_account(document: RawDocument, html: bytes) -> RawDocument:
    """A post of an export of an account: whether it is a draft, and the address that it states below its text."""
    held = "draft" if document.name.rpartition("/")[2].startswith("draft_") else ""
    found = _CANONICAL.search(html)
    url = document.given.url or (found[1].decode("utf-8", "replace") if found else "")
    return replace(document, given=replace(document.given, held=held or document.given.held, url=url))


def read_message_file(file: CollectedFile, inner: InnerFiles) -> Detected:
    """The documents of a message, with those of the files in it."""
    return _mail(read_message, file, inner)


def read_mailbox_file(file: CollectedFile, inner: InnerFiles) -> Detected:
    """The documents of a mailbox, with those of the files in its messages."""
    return _mail(partial(read_mailbox, first=file.first), file, inner)


def _mail(read: Callable[[str, bytes, ReadFile], Detected], file: CollectedFile, inner: InnerFiles) -> Detected:
    """The documents of a message or a mailbox, with those of the files in it."""
    if file.depth >= _DEEPEST_MAIL:
        message = "messages lie too deep in each other"
        remedy = "save the innermost one as a file of its own"
        return (), (report("broken-file", message, Place(file.name), help=remedy),)

    def read_file(name: str, data: bytes, media: str, charset: str) -> Detected:
        delivery = Delivery(media=media, charset=charset)
        return inner.read(CollectedFile(name, data, delivery=delivery, depth=file.depth + 1), "", inner.budget)

    return read(file.name, file.data, read_file)


def read_web_archive(file: CollectedFile, inner: InnerFiles) -> Detected:
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
        delivery = Delivery(media=page.media, charset=page.charset, robots=page.robots)
        one = CollectedFile(name, page.data, delivery=delivery, depth=file.depth + 1)
        more, wrong = inner.read(one, "html" if "html" in page.media else "", UnpackBudget())
        documents += (addressed(document, page.address) for document in more)
        found += wrong
    if not found and all(document.left_out for document in documents):
        message = "the web archive holds no page with an article"
        found.append(report("no-article", message, Place(file.name), help="check that it was recorded to the end"))
    return tuple(documents), tuple(found)
