"""What the headers of a letter state of its article: headline, writer, outlet, day, and who may read it."""

import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import stated_day
from annotated_briefings.intake.formats.mail.forwarded import HEAD, REMARK, bare_subject, passes_on
from annotated_briefings.intake.formats.mail.marks import message_mark, subject_mark
from annotated_briefings.intake.formats.mail.mime.header_words import addresses, is_broken
from annotated_briefings.intake.formats.mail.mime.structure import MailPart
from annotated_briefings.intake.model import Given, Paragraph
from annotated_briefings.intake.stated.marks.held import marked
from annotated_briefings.intake.stated.senders import Sender, read_sender

_WEEKDAY = regex(r"^[^\W\d]+[.,]?\s+(?=\d)")


def named(text: str) -> str:
    """A header with each name in it set off from the addresses."""
    return addresses(text) if "@" in text else text


def message_given(name: str, message: MailPart) -> tuple[Given, list[Diagnostic]]:
    """What the headers of a message state, and what is wrong with them; ``name`` is its name in messages."""
    found: list[Diagnostic] = []
    subject = " ".join(message.header("Subject").split())
    if is_broken(subject):
        text = "the subject is damaged, or encoded in a way that cannot be read; it stands as it is"
        found.append(report("invalid-bytes", text, Place(name), help="correct the title in the brief"))
    title = bare_subject(subject)
    sender = _sender(message)
    if sender.author and passes_on(subject):
        # Who passes a letter on has not written it.
        sender = Sender()
    mark = message_mark(message, title)
    given = Given(
        title=title,
        author=sender.author,
        outlet=sender.outlet,
        published=_day(message.header("Date") or message.header("Sent")),
        language=message.header("Content-Language").partition(",")[0].strip(),
    )
    return marked(given, mark), found


def _sender(message: MailPart) -> Sender:
    senders = (message.header(key) for key in ("X-Original-From", "From", "Sender", "Reply-To"))
    return named_sender(next((one for one in senders if one), ""))


def named_sender(text: str) -> Sender:
    """The sender that a header names, also by a name without an address."""
    return read_sender(named(text))


def _day(text: str) -> str:
    """The day on which a message was sent, where its sender was; empty for none."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, OverflowError, IndexError):
        return _moment(text)


def _moment(text: str) -> str:
    """What a line in a text says of when a letter was sent, for the reader of dates; empty where it names no day."""
    # In some languages no comma parts the name of the day from the day.
    return next((one for one in (text, _WEEKDAY.sub("", text)) if stated_day(one)), "")


def passed_on(head: Mapping[str, str], outer: Given) -> Given:
    """What the header lines state of a letter that was passed on; what holds back the outer one holds it back too."""
    title = bare_subject(" ".join(head.get("subject", "").split())) or outer.title
    sender = named_sender(head.get("from", ""))
    return replace(
        marked(outer, subject_mark(title)),
        title=title,
        author=sender.author,
        outlet=sender.outlet,
        published=_moment(head.get("date", "")),
    )


def held_around(given: Given, around: Iterable[Paragraph]) -> Given:
    """What is stated of a letter that was passed on, with what the lines above it say of when it may be published:
    those of its head, and the remarks of who passed it on."""
    for one in around:
        if one.aside in (HEAD, REMARK):
            given = marked(given, subject_mark(one.text))
    return given


def goes_on_from(subject: str, headline: str) -> bool:
    """Whether a subject names a headline and goes on with others: `Bridge shuts, and two other stories`."""
    own, subject_words = re.findall(r"\w+", headline.casefold()), re.findall(r"\w+", subject.casefold())
    return len(own) > 1 and len(own) < len(subject_words) and subject_words[: len(own)] == own


def alike(one: str, other: str) -> bool:
    """Whether a headline says what a subject says."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return bool(a and b) and 4 * len(a & b) >= 3 * min(len(a), len(b)) and len(a & b) > 1
