"""Letters that a mail program saved as a web page: those that pass another letter on show its header lines inside."""

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.mail.blocks import block_lines
from annotated_briefings.intake.formats.mail.forwarded import LetterLine, head_blocks
from annotated_briefings.intake.formats.mail.letters import letter_documents
from annotated_briefings.intake.formats.mail.parts import Text
from annotated_briefings.intake.formats.mail.stated import named
from annotated_briefings.intake.model import Given, RawDocument
from annotated_briefings.intake.stated.letters import read_receiver

_MARKS = ("MsoNormal", "schemas-microsoft-com:office", "gmail_quote", "moz-", "Apple-", "yahoo_quoted", "divRplyFwdMsg")
"""Names by which mail programs mark what they write."""
_WHOLE = frozenset(("from", "date", "subject"))
_PASSES = "Fwd: "
"""A letter with the header lines of another one in it passes that on, whatever the subject is that it had itself."""


def read_saved_page(name: str, html: str) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]] | None:
    """The articles of such a page; None for any other page."""
    if not any(mark in html for mark in _MARKS):
        return None
    rows = [LetterLine(line) for paragraph in html_paragraphs(html) for line in block_lines(paragraph)]
    heads = [block.head for block in head_blocks(rows) if set(block.head) >= _WHOLE]
    if not heads:
        return None
    reader = read_receiver(("To", named(head.get("to", ""))) for head in heads)
    subject = _PASSES + heads[0]["subject"]
    documents, found = letter_documents(name, [Text(True, html)], Given(), reader, (), subject)
    return tuple(replace(one, encoding="mail") for one in documents), found
