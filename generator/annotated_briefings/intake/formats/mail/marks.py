"""What messages and mailboxes say of who may read them: folders, flags and headers of mail programs."""

import re

from annotated_briefings.intake.formats.mail.mime.structure import MailPart
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.marks.held import Mark, joined
from annotated_briefings.intake.stated.marks.properties import properties_mark
from annotated_briefings.intake.stated.marks.state_lines import read_headers
from annotated_briefings.intake.stated.moments import read_until

_DRAFTS = frozenset("draft drafts entwurf entwürfe brouillon brouillons borrador borradores unsent outbox".split())
_TRASH = frozenset("trash bin deleted papierkorb corbeille papelera".split()) | {"deleted items", "deleted messages"}
"""What folders of drafts and of thrown-away messages are called."""
_NOTES = ("keywords", "comments")
"""Headers in which senders write what they like."""
_EXPUNGED = 0x0008
"""Flag of a message that was deleted and not yet taken out of its mailbox file."""


def message_mark(message: MailPart, subject: str) -> Mark:
    """What the headers and the subject of a message say of who may read it."""
    # What a letter of several articles says in its subject holds for each of them.
    noted = [(name, value) for name, value in message.fields() if name.lower() in _NOTES]
    return joined((read_headers(message.fields()), properties_mark(noted), Mark(_kept(message)), subject_mark(subject)))


def subject_mark(subject: str) -> Mark:
    """What a subject says of who may read its letter."""
    if not is_embargo(subject):
        return Mark()
    until = read_until(subject)
    return Mark("" if until else subject, until)


def mailbox_mark(name: str) -> str:
    """Why the messages of a mailbox are not public, by its file name: ``draft``, ``trash``, or empty."""
    stem = name.rpartition("/")[2].partition(".")[0].lower()
    return next((mark for mark, names in (("draft", _DRAFTS), ("trash", _TRASH)) if stem in names), "")


def _kept(message: MailPart) -> str:
    """What a message says of where it is kept, and whether it was ever sent."""
    labels = {label.strip(' "').lower() for label in message.header("X-Gmail-Labels").split(",")}
    folder = message.header("X-Folder").lower()
    for mark, names in (("trash", _TRASH), ("draft", _DRAFTS)):
        if labels & names or folder.rpartition("/")[2].rpartition("\\")[2] in names:
            return mark
    flags = message.header("X-Mozilla-Status").strip()
    if re.fullmatch(r"[0-9a-fA-F]{4}", flags) and int(flags, 16) & _EXPUNGED:
        return "trash"
    drafted = any(name.lower() == "x-mozilla-draft-info" for name, _ in message.headers)
    unsent = message.header("X-Unsent").strip() == "1" or drafted
    return "draft" if unsent or "T" in message.header("X-Status") else ""
