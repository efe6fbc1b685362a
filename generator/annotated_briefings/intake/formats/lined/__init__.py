"""Texts in which lines have parts of their own: what a reader of such lines finds, and the documents made of it."""

from annotated_briefings.intake.formats.lined.closing_facts import with_closing_facts
from annotated_briefings.intake.formats.lined.folios import with_folio

__all__ = ["with_closing_facts", "with_folio"]
