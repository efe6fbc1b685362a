"""What a message holds: its texts, the messages and files in it, and what of it is not read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.mail.mime.charsets import part_text
from annotated_briefings.intake.formats.mail.mime.flowed import unflowed
from annotated_briefings.intake.formats.mail.mime.structure import MailPart, parse
from annotated_briefings.intake.formats.mail.mime.transfer import transferred, without_files
from annotated_briefings.intake.model import Paragraph

_TEXTS = ("text/plain", "text/html", "text/x-amp-html", "text/watch-html", "text/enriched", "text/richtext")
_MESSAGES = ("message/rfc822", "message/global", "message/news")
_REPORTS = {
    "message/delivery-status": "the record of a mail server",
    "message/disposition-notification": "the record of a mail server",
    "message/global-delivery-status": "the record of a mail server",
    "message/feedback-report": "the record of a mail server",
    "text/rfc822-headers": "the headers of a returned message",
    "text/x-moz-deleted": "it was taken out of the message",
    "message/external-body": "it lies on another machine",
    "message/partial": "it is one part of a message that was sent in several",
}
_SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "application/pgp-keys",
)
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
SEALED = "it is encrypted, or signed in a form that is not read"
_FULLER = 2
"""How many times the words of the other form a plain text has that is taken instead of it."""
_SENTENCE = 8
"""Words of a paragraph that one form of a letter has and the other should have."""
_MOST_SHARED = 0.6
_SAME = 0.95


class Text(Value):
    """A text of a message."""

    html: bool
    """Whether it is HTML."""
    text: str
    """Its words, or its HTML."""
    base: str = ""
    """The web address that links in it start from; empty for none."""


class File(Value):
    """A file, or a message, in a message."""

    name: str
    """Its file name; empty where it has none."""
    media: str
    """Its media type, lower-case."""
    data: bytes
    """Its bytes."""
    charset: str = ""
    """Its declared encoding, or empty."""


@dataclass(slots=True)
class Contents:
    """What a message holds, in order."""

    texts: list[Text] = field(default_factory=list)
    messages: list[File] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    unread: list[tuple[File, str]] = field(default_factory=list)
    """What is not read, and why."""
    around: list[Paragraph] = field(default_factory=list)
    """Words that are in no part, or in a form of the text that was not taken."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    report: bool = False
    """Whether it is the report of a mail server, and no letter."""
    digest: bool = False
    """Whether it holds a digest: its own texts are about that, and no letter."""


def contents(name: str, message: MailPart) -> Contents:
    """What a message holds; ``name`` is its name in messages."""
    out = Contents()
    _read(name, message, out, alone=True)
    out.texts = _each_once(out.texts)
    if out.digest and out.messages:
        out.around += (one for text in out.texts for one in _words(_shown(text), "about the digest"))
        out.texts = []
    return out


def _read(name: str, part: MailPart, out: Contents, *, alone: bool = False) -> None:
    media = part.media
    if media == "multipart/alternative":
        _alternative(name, part, out)
    elif media in ("multipart/related", "multipart/signed") and part.children:
        root = _root(part)
        _read(name, root, out)
        for child in part.children:
            if child is not root:
                _beside(name, child, out)
    elif part.children:
        out.report = out.report or (media == "multipart/report" and alone)
        out.digest = out.digest or (media == "multipart/digest" and not alone)
        for child in part.children:
            _read(name, child, out)
    elif media in _MESSAGES:
        out.messages.append(_file(part))
    elif media in _REPORTS:
        out.unread.append((_file(part), _REPORTS[media]))
    elif media in _SEALED:
        out.unread.append((_file(part), SEALED))
    elif _is_file(part, alone=alone):
        out.files.append(_file(part))
    elif media.startswith("multipart/"):
        out.unread.append((_file(part), "its parts are missing, or lie too deep in each other"))
    else:
        _text(name, part, out)
    for text in part.beside:
        out.around += _words(part_text(name, text, "", html=False).text, "outside the parts of the message")


def _beside(name: str, part: MailPart, out: Contents) -> None:
    """A part that belongs to a text: a picture, a style sheet, a signature, a frame."""
    if part.media in _TEXTS and not part.children and not part.file_name:
        out.unread.append((_file(part), "it is a part that the text shows in a frame"))
    else:
        _read(name, part, out)


def _root(part: MailPart) -> MailPart:
    """The part of related ones that the others belong to."""
    start = part.parameter("start").strip("<>")
    named = (child for child in part.children if start and child.header("Content-ID").strip("<>") == start)
    texts = (child for child in part.children if child.media in _TEXTS or child.children)
    return next(named, None) or (next(texts, part.children[0]) if part.media.endswith("related") else part.children[0])


def _is_file(part: MailPart, *, alone: bool) -> bool:
    """Whether a part is an attached file; the only part of a message is its text, whatever it is called."""
    if part.media not in _TEXTS:
        return True
    return part.disposition == "attachment" or (bool(part.file_name) and not alone)


def _file(part: MailPart) -> File:
    data, _ = transferred(part.body, part.encoding)
    name = re.sub(r"[\x00-\x1f\x7f]", " ", part.file_name).replace("\\", "/").rpartition("/")[2].strip()
    return File(name, part.media, data, part.charset)


def _text(name: str, part: MailPart, out: Contents) -> None:
    data, damaged = transferred(part.body, part.encoding)
    html = "html" in part.media
    if not html:
        data, files = without_files(data)
        out.files += (File(name, "application/octet-stream", inner) for name, inner in files)
    found = part_text(name, data, part.charset, html=html, damaged=damaged)
    out.diagnostics += found.diagnostics
    text = found.text
    if part.parameter("format").lower() == "flowed":
        text = unflowed(text, joined=part.parameter("delsp").lower() == "yes")
    if part.media in ("text/enriched", "text/richtext"):
        text = re.sub(
            r"<(\w+)>.*?</\1>|<[^<>]*>",
            lambda m: "" if m[1] in ("param", "comment") else m[0] if m[1] else "",
            text,
            flags=re.I,
        )
        text = re.sub(r"<[^<>]*>", "", text)
    if text.strip():
        base = "".join(part.header("Content-Location").split())
        out.texts.append(Text(html, text, base if has_web_scheme(base) else ""))


def _alternative(name: str, part: MailPart, out: Contents) -> None:
    """One of the forms of a text; what only another form holds is around it."""
    forms: list[Contents] = []
    for child in part.children:
        form = Contents()
        _read(name, child, form)
        forms.append(form)
        out.files += form.files
        out.messages += form.messages
        out.unread += form.unread
        out.around += form.around
    full = [form for form in forms if form.texts]
    if not full:
        return
    rich = [form for form in full if any(text.html for text in form.texts)]
    best = (rich or full)[-1]
    for form in full:
        least = max(_FULLER * _count(best), 3 * _SENTENCE)
        if not any(text.html for text in form.texts) and _count(form) > least:
            best = form
    out.texts += best.texts
    out.diagnostics += best.diagnostics
    known = frozenset(_bag(" ".join(_shown(text) for text in best.texts)))
    for form in full:
        if form is not best:
            out.around += _only_there(form, known)


def _each_once(texts: Sequence[Text]) -> list[Text]:
    """The texts without plain ones whose words are in one in HTML: forms of one text that are not marked as such."""
    rich = [frozenset(_bag(_shown(text))) for text in texts if text.html]
    out: list[Text] = []
    for text in texts:
        words = [] if text.html else _bag(text.text)
        double = len(words) >= _SENTENCE and any(
            sum(word in one for word in words) >= _SAME * len(words) for one in rich
        )
        out += [] if double else [text]
    return out


def _only_there(form: Contents, known: frozenset[str]) -> Iterator[Paragraph]:
    """The paragraphs of a form of a letter most of whose words the form that was taken does not hold."""
    for text in form.texts:
        for one in _words(_shown(text), "only in another form of the letter"):
            words = _bag(one.text)
            if len(words) >= _SENTENCE and sum(word in known for word in words) < _MOST_SHARED * len(words):
                yield one


def _count(form: Contents) -> int:
    return sum(len(_bag(_shown(text))) for text in form.texts)


def _shown(text: Text) -> str:
    if not text.html:
        return text.text
    bare = re.sub(r"<(style|script|head)\b.*?</\1\s*>|<!--.*?-->", " ", text.text, flags=re.IGNORECASE | re.DOTALL)
    return re.sub(r"</?(?:p|div|tr|td|h\d|li|br)\b[^>]*>", "\n\n", bare, flags=re.IGNORECASE).replace("&nbsp;", " ")


def _bag(text: str) -> Sequence[str]:
    bare = re.sub(r"<[^<>]*>|https?://\S+|&#?\w+;", " ", text)
    return re.findall(r"[^\W_]+", bare.casefold())


def _words(text: str, why: str) -> Iterator[Paragraph]:
    for block in re.split(r"\n\s*\n", text):
        words = " ".join(block.split())
        if words:
            yield Paragraph(words, 0, 0, aside=why)


def inner_message(file: File) -> MailPart:
    """The message that is a part of another."""
    return parse(file.data.lstrip(b"\r\n"))
