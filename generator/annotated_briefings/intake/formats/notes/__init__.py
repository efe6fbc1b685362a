"""What web clippers and note programs write: Markdown with properties, exports of Evernote."""

from annotated_briefings.intake.formats.notes.evernote import is_notes

__all__ = ["is_notes"]
