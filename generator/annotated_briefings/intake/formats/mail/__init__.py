"""Letters: messages, mailboxes, letters saved as text, and web pages saved as messages."""

from annotated_briefings.intake.formats.mail.head import head_start
from annotated_briefings.intake.formats.mail.messages import ReadFile, read_mailbox, read_message
from annotated_briefings.intake.formats.mail.saved_page import read_saved_page
from annotated_briefings.intake.formats.mail.saved_text import is_saved_text

__all__ = ["ReadFile", "head_start", "is_saved_text", "read_mailbox", "read_message", "read_saved_page"]
