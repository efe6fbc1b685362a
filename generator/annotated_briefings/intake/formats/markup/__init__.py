"""Markup of other programs: subtitles as XML, Gemtext and hOCR are read; what no reader knows is refused by name."""

from annotated_briefings.intake.formats.markup.gemtext import gemtext_as_markdown, is_gemtext
from annotated_briefings.intake.formats.markup.light import unread_markup
from annotated_briefings.intake.formats.markup.timed_text import is_timed_text, read_timed_text
from annotated_briefings.intake.formats.markup.vocabularies import unread_vocabulary

__all__ = [
    "gemtext_as_markdown",
    "is_gemtext",
    "is_timed_text",
    "read_timed_text",
    "unread_markup",
    "unread_vocabulary",
]
