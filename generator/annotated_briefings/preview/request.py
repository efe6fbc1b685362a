"""What a preview is asked to show, and what it answers with."""

from pathlib import Path

from annotated_briefings.base.values import Value


class SessionRequest(Value):
    """What to show."""

    root: Path
    """The site folder."""
    base_url: str
    """Web address of the preview."""
    drafts: bool
    """Show unpublished briefs and notes."""
    search: bool
    """Make the search index too."""
    person: str = ""
    """How the editor at the desk signs; empty where nobody is named."""


class PreviewFile(Value):
    """A file of the preview."""

    data: bytes
    """Its bytes."""
    origin: str
    """The file it was made from."""
