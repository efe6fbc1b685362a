"""Downloads of press databases and of reference managers: articles as fields, whatever the maker and the language."""

from annotated_briefings.intake.formats.press.anpa import read_marked_messages
from annotated_briefings.intake.formats.press.export import read_export
from annotated_briefings.intake.formats.press.frames import read_frames
from annotated_briefings.intake.formats.press.messages import read_messages
from annotated_briefings.intake.formats.press.references import read_references
from annotated_briefings.intake.formats.press.rows import read_between_rows
from annotated_briefings.intake.formats.press.teletext import read_teletext

__all__ = [
    "read_between_rows",
    "read_export",
    "read_frames",
    "read_marked_messages",
    "read_messages",
    "read_references",
    "read_teletext",
]
