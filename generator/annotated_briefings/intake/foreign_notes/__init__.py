"""Notes that other tools export, read: W3C Web Annotations and the JSON of Hypothesis."""

from annotated_briefings.intake.foreign_notes.files import KINDS, ForeignNote, ForeignNotes, Unreadable, read_notes
from annotated_briefings.intake.foreign_notes.passages import NamedPassage

__all__ = ["KINDS", "ForeignNote", "ForeignNotes", "NamedPassage", "Unreadable", "read_notes"]
