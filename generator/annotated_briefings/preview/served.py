"""What the thread that watches files and the thread that serves pages share."""

import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from secrets import token_hex
from time import perf_counter

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.preview.known_tasks import KnownTasks
from annotated_briefings.preview.session import Session

_MANY_NAMES = 20
"""Names of other hosts that are reported on the terminal."""


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What a change of files did, for the terminal."""

    paths: tuple[str, ...]
    """Files that changed; none when the whole site was read."""
    seconds: float | None
    """Seconds until pages showed it; None for the update of other pages that follows."""
    found: tuple[Diagnostic, ...]
    """Diagnostics that were not there before."""


@dataclass(slots=True)
class Preview:
    """What the thread that watches files and the thread that serves pages share."""

    session: Session
    """The site in memory."""
    show_update: Callable[[UpdateReport], None]
    """Shows the editor what a change did."""
    host: str = "127.0.0.1"
    """The address that the server listens on."""
    allowed: Collection[str] = ()
    """Further names under which browsers may ask for it, such as that of a tunnel."""
    tasks: KnownTasks = field(init=False)
    """What is pending in the site."""
    _refused: set[str] = field(default_factory=set)
    _start: str = field(default_factory=lambda: token_hex(4))
    _changes: Iterator[int] = field(default_factory=count)
    page_version: str = field(init=False)
    """What pages that are made now carry. Another one follows each change that browsers are told of, and each start:
    a page with an older one was made before, and may have connected too late to be told."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.tasks = KnownTasks(self.session)
        self.new_page_version()

    @property
    def root(self) -> Path:
        """The site folder."""
        return self.session.request.root

    @property
    def editor_url(self) -> str:
        """Pattern of the address that opens a file in the editor, with ``{path}`` and ``{line}``; may be empty."""
        return self.session.derived.loaded.config.editor_url

    @property
    def publish_files(self) -> Collection[str]:
        """Patterns of names of files that are published on purpose."""
        return self.session.derived.loaded.config.publish_files

    def new_page_version(self) -> None:
        """Give pages another version from now on: what they are made from has changed."""
        self.page_version = f"{self._start}-{next(self._changes)}"

    def refuse(self, host: str) -> str:
        """What to answer to a request under a name that is not allowed; the terminal says it once for each name."""
        name = host_name(host)
        shown = "".join(c for c in name[:80] if c.isprintable())
        text = f"the preview does not answer under the name `{shown}`; allow it with `--allow-host {shown}`"
        if name not in self._refused and len(self._refused) < _MANY_NAMES:
            self._refused.add(name)
            print(text, file=sys.stderr)
        return text

    def open(self, quietly: bool = False) -> bool:
        """Read the whole site; whether any page changed. ``quietly`` reports nothing when none did."""
        return self._apply(self.session.open, (), quietly)[0]

    def take(self, paths: Collection[str]) -> tuple[bool, bool]:
        """Take in changed files: whether any page changed, and whether ``settle`` must follow."""
        return self._apply(lambda now: self.session.update(paths, now), paths, False)

    def settle(self) -> bool:
        """Bring the pages of other briefs up to date; whether any page changed.

        Changed files are taken in meanwhile: an editor who saves twice does not wait for it.
        """
        before, wrong, errors = self.session.seen(), self.session.findings, self.session.errors()
        try:
            while not self.session.settle(datetime.now(UTC)):
                before = self.session.seen()
        except Exception as error:  # a bug must not end the preview
            print(f"the preview could not follow: {type(error).__name__}: {error}", file=sys.stderr)
            return False
        fresh = self.session.findings.since(wrong)
        if fresh:
            self.show_update(UpdateReport((), None, fresh))
        return errors != self.session.errors() or self._differs(before)

    def _differs(self, before: Mapping[str, bytes]) -> bool:
        """Whether pages that somebody has looked at have changed."""
        return any((page := self.session.file(path)) is None or page.data != data for path, data in before.items())

    def _apply(
        self, step: Callable[[datetime], bool | None], paths: Collection[str], quietly: bool
    ) -> tuple[bool, bool]:
        with self.lock:
            begun = perf_counter()
            before, wrong, version = self.session.seen(), self.session.findings, self.session.version
            errors = self.session.errors()
            try:
                more = bool(step(datetime.now(UTC)))
            except Exception as error:  # a bug must not end the preview
                print(f"the preview could not follow: {type(error).__name__}: {error}", file=sys.stderr)
                return False, False
            new = errors != self.session.errors() or version != self.session.version or self._differs(before)
            if new or not (quietly or paths):
                fresh = self.session.findings.since(wrong)
                self.show_update(UpdateReport(tuple(sorted(paths)), perf_counter() - begun, fresh))
            return new, more


def file_of(address: str) -> str:
    """The file that a path of an address means."""
    path = address.removeprefix("/")
    return path + ("index.html" if not path or path.endswith("/") else "")


def host_name(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    return (host if host.endswith("]") else host.rpartition(":")[0] or host).strip("[]").lower()
