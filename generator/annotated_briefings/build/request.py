"""What a build is asked for and what it says in the end; knows nothing of how it is done."""

from concurrent.futures import Executor
from datetime import datetime
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.values import Value


class BuildRequest(Value):
    """What to build and how."""

    root: Path
    """The site folder."""
    now: datetime
    """The only time the build knows (UTC)."""
    output: Path | None = None
    """Output folder; ``_site`` in the site folder when None."""
    base_url: str | None = None
    """Instead of the one in site.yaml."""
    drafts: bool = False
    """Show unpublished briefs and notes."""
    jobs: int = 1
    """Worker processes."""
    clean: bool = False
    """Forget what earlier builds remembered."""
    write: bool = True
    """False to check only."""
    search: bool = True
    """Make the search index."""
    closely: bool = False
    """Look at the markup of every page too."""
    explain: bool = False
    """Say of every file why it was written."""
    progress: bool = False
    """Show a bar on a terminal when it takes long."""
    executor: Executor | None = None
    """Runs the parallel stages instead of our own worker processes."""

    @property
    def destination(self) -> Path:
        """The output folder."""
        return self.output if self.output is not None else self.root / "_site"


class Change(Value):
    """What a build did to one file."""

    path: str
    """The file, from the output folder."""
    done: str
    """``written``, ``same`` for a page that was drawn and came out as it was, or ``deleted``."""
    why: tuple[str, ...]
    """``new``, ``content``, ``template``, ``settings``, ``program``, ``bytes``, ``file`` or ``forgotten``."""


class BuildReport(Value):
    """What a build did."""

    briefs: int
    """Briefs published."""
    held: int
    """Briefs left out because they are not public."""
    broken: int
    """Files of briefs left out because of an error in them."""
    pages: int
    """Files of the site."""
    parsed: int
    """Brief files read anew."""
    rendered: int
    """Pages drawn anew."""
    written: int
    """Files written."""
    pruned: int
    """Files deleted."""
    seconds: float
    """How long it took."""
    diagnostics: tuple[Diagnostic, ...]
    """Everything that is wrong, by place."""
    changes: tuple[Change, ...] = ()
    """What was done to each file, and why, where that was asked for."""

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)
