"""A site held in memory for its preview: only saved files are read, and only pages that are asked for are rendered."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from glob import escape
from threading import Lock, RLock

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.base.site_files import BRIEFINGS, INCOMING
from annotated_briefings.base.source import Source
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo
from annotated_briefings.engine.processors import default_jobs
from annotated_briefings.preview.findings import NOTHING, Findings
from annotated_briefings.preview.pages import PageCache
from annotated_briefings.preview.request import PreviewFile, SessionRequest
from annotated_briefings.preview.state import SiteState, changed_state, open_state, settled_state, state_without
from annotated_briefings.project.derive import Derived
from annotated_briefings.project.load import is_brief, load_site
from annotated_briefings.project.receipts import keep_proofs
from annotated_briefings.storage.files import is_copied, place_of, read_tree
from annotated_briefings.storage.static_files import Digests

_FOLDER = f"{BRIEFINGS}/"


@dataclass
class Session:
    """The state of a preview and the pages rendered from it; safe to use from several threads.

    A change makes a new state beside the old one, which is shown until the new one takes its place.
    """

    request: SessionRequest
    """What to show."""
    lock: RLock = field(default_factory=RLock)
    """Held while the state is replaced and while a page is rendered from it."""
    _settling: Lock = field(default_factory=Lock)
    _digests: Digests = field(default_factory=Digests)
    _state: SiteState | None = None

    def __post_init__(self) -> None:
        self._pages = PageCache(self.request.root)

    @property
    def version(self) -> int:
        """Grows with every change of a file of the site."""
        return self._state.version if self._state else 0

    @property
    def findings(self) -> Findings:
        """Everything that is wrong with the files of the site, by file."""
        return self._state.findings if self._state else NOTHING

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with the files of the site, by place."""
        return self.findings.every

    @property
    def derived(self) -> Derived:
        """Everything that is derived from the files of the site, as the pages show it. Raises LookupError before
        ``open``."""
        if self._state is None:
            raise LookupError("the site is not open")
        return self._state.derived

    def variant(self, source: Source, now: datetime) -> PreviewFile | None:
        """The page of a brief as another text of its file would make it, without taking that text in; None where the
        brief could not be read then, or has no page."""
        state = self._state
        if state is None:
            return None
        changed = changed_state(self.request, state, source, now)
        parsed = changed.derived.parsed.get(source.path)
        brief = parsed.brief if parsed else None
        if brief is None or changed.derived.context.catalog.brief_of.get(brief.slug) is not brief:
            return None
        return PageCache(self.request.root).file(changed, f"briefs/{brief.slug}/index.html")

    def open(self, now: datetime) -> None:
        """Read the whole site."""
        loaded = load_site(self.request.root, self._digests)
        while True:
            before = self._state
            if before and before.derived.loaded == loaded:
                return
            with Store(self.request.root / ".cache") as store:
                fresh = open_state(self.request, loaded, now, Memo(store, jobs=default_jobs()), before)
            if self._replace(before, fresh):
                keep_proofs(self.request.root, fresh.derived.proofs)
                return

    def update(self, paths: Iterable[str], now: datetime) -> bool:
        """Take in changed files, by path from the site folder; whether ``settle`` must follow.

        A changed brief that keeps its address is shown at once, and so is a new one. For any other change than of
        briefs the site is read again.
        """
        changed = set(paths)
        state = self._state
        if state is None or not all(self._is_brief(state, path) for path in changed):
            self.open(now)
            return False
        root = self.request.root
        names = (place_of(root, path).relative_to(root).as_posix() for path in sorted(changed))
        sources, found = read_tree(root, map(escape, names))
        gone = changed - {source.path for source in sources}
        unread = any(place_of(self.request.root, path).exists() for path in gone)
        if found or unread or not gone <= state.derived.parsed.keys():
            self.open(now)
            return False
        with self.lock:
            for path in sorted(gone):
                if self._state and path in self._state.derived.parsed:
                    self._state = state_without(self._state, path)
            for source in sources:
                before = self._state
                known = before.derived.parsed.get(source.path) if before else None
                if before and (known is None or known.source != source):
                    self._state = changed_state(self.request, before, source, now)
                    if self._state.derived.context is not before.derived.context:
                        self._pages.forget_pages()
        return True

    def _is_brief(self, state: SiteState, path: str) -> bool:
        """Whether a changed file is that of a brief, and of nothing but that."""
        if path in state.derived.parsed and place_of(self.request.root, path).exists():
            return not path.endswith(INCOMING)
        # What is reported about files that are not read may be about this one, or about the one that it was before.
        unread = (d.place.path for d in state.derived.loaded.diagnostics if d.code != "incoming")
        if not path.startswith(_FOLDER) or not is_brief(path) or any(one.startswith(_FOLDER) for one in unread):
            return False
        return not is_copied(self.request.root, path)

    def settle(self, now: datetime) -> bool:
        """Bring all other pages up to date after ``update``.

        False when a file was taken in meanwhile: then nothing has changed, and ``settle`` must be called again.
        """
        with self._settling:
            before = self._state
            if before is None:
                return True
            fresh = settled_state(self.request, before, now)
            if not self._replace(before, fresh):
                return False
            keep_proofs(self.request.root, fresh.derived.proofs)
            return True

    def _replace(self, before: SiteState | None, state: SiteState) -> bool:
        """Show another state, unless the one that it was made from is no longer shown."""
        with self.lock:
            if self._state is not before:
                return False
            self._state = state
            self._pages.forget_pages()
            self._pages.forget_failures()
            return True

    def file(self, path: str) -> PreviewFile | None:
        """A file of the preview by its path; None when there is none. A page that fails is shown as it last was."""
        with self.lock:
            return self._pages.file(self._state, path) if self._state else None

    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors of the site, and of the templates of pages rendered since it last changed."""
        with self.lock:
            failures = (d for d in self._pages.all_failures() if d.severity is Severity.ERROR)
            return tuple(dict.fromkeys((*self.findings.errors, *failures)))

    def warnings(self, path: str, origin: str) -> tuple[Diagnostic, ...]:
        """The warnings of a page and of the file that it is made from; ``path`` is its file in the preview."""
        with self.lock:
            own = [d for d in self.findings.by_file.get(origin, ()) if d.severity is Severity.WARNING]
            return tuple(dict.fromkeys((*own, *self._pages.broken_links.get(path, ()))))

    def is_stale(self, path: str, origin: str) -> bool:
        """Whether a page is shown as it was, because its brief or its template now has an error."""
        with self.lock:
            if self._pages.failures.get(path) or self._state is None:
                return bool(self._pages.failures.get(path))
            derived = self._state.derived
            parsed = derived.parsed.get(origin)
            return parsed.brief is None if parsed else origin in derived.briefs

    def seen(self) -> dict[str, bytes]:
        """The pages rendered since the site last changed."""
        with self.lock:
            return {path: page.data for path, page in self._pages.rendered.items() if path.endswith(".html")}
