"""What a build is asked to do, and what it reports."""

from concurrent.futures import Executor
from datetime import datetime
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.values import Value
from annotated_briefings.build.output_parts import OutputPart


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
    """Ignore what earlier builds cached."""
    write: bool = True
    """False to check only."""
    search: bool = True
    """Make the search index."""
    thorough: bool = False
    """Check also the markup of every page, and the briefs that an error leaves out."""
    explain: bool = False
    """Report for every file why it was written."""
    progress: bool = False
    """Show a progress bar on a terminal when it takes long."""
    executor: Executor | None = None
    """Runs the parallel stages instead of our own worker processes."""

    @property
    def destination(self) -> Path:
        """The output folder."""
        return self.output if self.output is not None else self.root / "_site"


class FileChange(Value):
    """What a build did to one file."""

    path: str
    """The file, from the output folder."""
    done: str
    """``written``, ``same`` for a page that was rendered to the same bytes as before, or ``deleted``."""
    why: tuple[str, ...]
    """``new``, ``content``, ``template``, ``settings``, ``program``, ``bytes``, ``file`` or ``forgotten``."""


class BuildReport(Value):
    """What a build did; without arguments, a build that did nothing."""

    briefs: int = 0
    """Briefs published."""
    held: int = 0
    """Briefs left out because they are not public."""
    broken: int = 0
    """Files of briefs left out because of an error in them."""
    pages: int = 0
    """Files of the site."""
    parsed: int = 0
    """Brief files parsed, and not taken from the cache."""
    rendered: int = 0
    """Pages rendered because something they are made from has changed."""
    written: int = 0
    """Files written."""
    pruned: int = 0
    """Files deleted."""
    parts: tuple[OutputPart, ...] = ()
    """Where the files and bytes of the site go; nothing where none was to be written."""
    seconds: float = 0.0
    """How long it took, in seconds."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Everything that is wrong, by place."""
    changes: tuple[FileChange, ...] = ()
    """What was done to each file, and why, if ``explain`` was set."""
    proofs: tuple[str, ...] = ()
    """Lines that the import ledger lacks: proofs of quotes that were found in collected texts. A build reads the files
    of editors and never writes them."""

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)
