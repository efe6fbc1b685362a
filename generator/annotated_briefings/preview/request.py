"""What a preview is asked to show, and what it answers with."""

from pathlib import Path

from annotated_briefings.base.values import dataclass


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """What to show."""

    root: Path
    """The site folder."""
    base_url: str
    """Web address of the preview."""
    drafts: bool
    """Show unpublished briefs and notes."""
    search: bool
    """Make the search index too."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file of the preview."""

    data: bytes
    """Its bytes."""
    origin: str
    """The file it was made from."""
