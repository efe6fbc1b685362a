"""Saved mails (RFC 5322): the headers that mail programs show and their parts; not the way they took, who else got
them, what is before and behind their parts, and comments in their pages."""

from email import message_from_bytes, policy
from email.charset import QP, Charset
from email.message import Message

from annotated_briefings.output.comments.pages import without_page_comments
from annotated_briefings.output.unclear import Unclear

_SHOWN = frozenset(("from", "to", "cc", "reply-to", "subject", "date", "mime-version"))
_POLICY = policy.compat32.clone(linesep="\n", max_line_length=None)


def without_mail_traces(data: bytes) -> bytes:
    """A mail without what mail programs do not show. Raises Unclear."""
    mail = message_from_bytes(data, policy=_POLICY)
    if not mail.keys():
        raise Unclear
    try:
        for part in mail.walk():
            _clean_part(part)
        made = mail.as_bytes(policy=_POLICY)
    except (LookupError, UnicodeError, TypeError, KeyError, AttributeError) as error:
        raise Unclear from error
    return data if made == data.replace(b"\r\n", b"\n") else made


def _clean_part(part: Message) -> None:
    for name in {name.lower() for name in part.keys()}:  # noqa: SIM118
        if name not in _SHOWN and not name.startswith("content-"):
            del part[name]
    if part.is_multipart():
        part.preamble = part.epilogue = None
        return
    content = part.get_payload(decode=True)
    if part.get_content_type() not in ("text/html", "application/xhtml+xml") or not isinstance(content, bytes):
        return
    text = content.decode(part.get_content_charset("utf-8"), "replace")
    made = without_page_comments(text)
    if made != text:
        del part["content-transfer-encoding"]
        written = Charset("utf-8")
        written.body_encoding = QP
        part.set_payload(made, written)
