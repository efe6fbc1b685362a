"""What web clippers and note programs write: Markdown with properties, exports of Evernote."""

from annotated_briefings.intake.formats.notes.evernote import is_notes, read_notes_file

__all__ = ["is_notes", "read_notes_file"]
