"""The live preview server: it serves the pages, watches the files and reloads the browser after a change."""

import mimetypes
import socket
import sys
import threading
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import unquote

from watchfiles import watch

from annotated_briefings.base.by_products import is_by_product
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.preview.overlay import with_bar, with_errors
from annotated_briefings.preview.reload_server import Application, StartResponse, serve_reloading
from annotated_briefings.preview.request import PreviewFile
from annotated_briefings.preview.review.app import HOME, DeskPages
from annotated_briefings.preview.session import Session
from annotated_briefings.storage.static_files import is_beside

FOLDERS = ("briefings", "templates", "static")
"""Folders of a site whose files are watched, at any depth."""
SETTINGS = "site.yaml"
EVERYWHERE = ("0.0.0.0", "::", "")
"""Addresses on which every machine of the network can reach the preview."""
_FETCH = 0.3
"""Seconds for the browser to fetch the changed page before all other pages are brought up to date."""
_STEP, _GROUP = 30, 200
"""Milliseconds to wait for more changes after each change, and in all."""
_TICK = 250
"""Milliseconds after which a watch without changes returns, so that it can be stopped."""


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
    say: Callable[[UpdateReport], None]
    """Shows the editor what a change did."""
    host: str = "127.0.0.1"
    """The address that the server listens on."""
    editor_url: str = ""
    """Pattern of the address that opens a file in the editor, with ``{path}`` and ``{line}``; may be empty."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def root(self) -> Path:
        """The site folder."""
        return self.session.request.root

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
        before, wrong, errors = self.session.seen(), frozenset(self.session.diagnostics), self.session.errors()
        try:
            while not self.session.settle(datetime.now(UTC)):
                before = self.session.seen()
        except Exception as error:  # an error of ours must not end the preview
            print(f"the preview could not follow: {type(error).__name__}: {error}", file=sys.stderr)
            return False
        fresh = tuple(d for d in self.session.diagnostics if d not in wrong)
        if fresh:
            self.say(UpdateReport((), None, fresh))
        return errors != self.session.errors() or self._differs(before)

    def _differs(self, before: Mapping[str, bytes]) -> bool:
        """Whether pages that somebody has looked at have changed."""
        return any((page := self.session.file(path)) is None or page.data != data for path, data in before.items())

    def _apply(
        self, step: Callable[[datetime], bool | None], paths: Collection[str], quietly: bool
    ) -> tuple[bool, bool]:
        with self.lock:
            begun = perf_counter()
            before, wrong, version = self.session.seen(), frozenset(self.session.diagnostics), self.session.version
            errors = self.session.errors()
            try:
                more = bool(step(datetime.now(UTC)))
            except Exception as error:  # an error of ours must not end the preview
                print(f"the preview could not follow: {type(error).__name__}: {error}", file=sys.stderr)
                return False, False
            new = errors != self.session.errors() or version != self.session.version or self._differs(before)
            if new or not (quietly or paths):
                fresh = tuple(d for d in self.session.diagnostics if d not in wrong)
                self.say(UpdateReport(tuple(sorted(paths)), perf_counter() - begun, fresh))
            return new, more


def application(preview: Preview) -> Application:
    """A WSGI application that serves the preview, with the errors of the site on top of every page."""
    desk = DeskPages(preview.root)

    def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if not _known_host(environ.get("HTTP_HOST", ""), preview.host):
            start_response("403 Forbidden", [("Content-Type", "text/plain"), ("Content-Length", "0")])
            return [b""]
        asked = unquote(environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace"))
        if asked.startswith(HOME) or asked == HOME.rstrip("/"):
            status, headers, body = desk.answer(asked if asked.endswith("/") else asked + "/", environ)
            start_response(status, headers)
            return [body]
        path = asked.removeprefix("/")
        path += "index.html" if not path or path.endswith("/") else ""
        page = preview.session.file(path)
        if page is None and not path.endswith("index.html") and preview.session.file(path + "/index.html"):
            start_response("302 Found", [("Location", environ.get("PATH_INFO", "") + "/"), ("Content-Length", "0")])
            return [b""]
        status = "200 OK"
        if page is None:
            status, path = "404 Not Found", "404.html"
            page = preview.session.file(path) or PreviewFile(b"nothing here yet", "")
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        body = page.data
        if path.endswith(".html"):
            session = preview.session
            body = with_errors(body, session.errors(), session.is_stale(path, page.origin))
            body = with_bar(body, preview.root, preview.editor_url, page.origin, session.warnings(path, page.origin))
        if kind.startswith("text/") or kind.endswith(("xml", "json")):
            kind += "; charset=utf-8"
        start_response(
            status, [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        )
        return [body]

    return app


def _known_host(asked: str, host: str) -> bool:
    """Whether the Host header names this machine: another site must not read drafts through a DNS name of its own that
    leads here (DNS rebinding)."""
    name = asked.rsplit(":", 1)[0] if not asked.endswith("]") else asked
    return host in EVERYWHERE or name.strip("[]") in ("", "localhost", "127.0.0.1", "::1", host)


class SiteWatcher:
    """Follows the changes of a site by watchfiles: no polling, and no change is ignored."""

    def __init__(self, preview: Preview, announce: Callable[[], None]) -> None:
        self.preview = preview
        self._announce = announce
        self._ready: set[str] = set()
        self.stopped = threading.Event()
        self._restart = threading.Event()

    def start(self, reload: Callable[[], None]) -> None:
        """Watch in the background; ``reload`` is called after each change of a page."""

        def rebuild(changes: Collection[str]) -> None:
            new, more = self.preview.take(changes)
            if new:
                reload()
            if more:
                unsettled.set()

        unsettled = threading.Event()

        def settle() -> None:
            while not self.stopped.is_set():
                # The browser fetches the page it shows first; then everything else is brought up to date.
                if unsettled.wait(_TICK / 1000) and not self.stopped.wait(_FETCH):
                    unsettled.clear()
                    if self.preview.settle():
                        reload()

        def ready(name: str) -> None:
            """Both watches run, for the first time or again: take in changes that were made before."""
            if name not in self._ready:
                self._ready.add(name)
                if self._ready == {"folders", "root"}:
                    if self.preview.open(quietly=True):
                        reload()
                    announce, self._announce = self._announce, lambda: None
                    announce()

        for target in (self._watch_folders, self._watch_root):
            threading.Thread(target=target, args=(rebuild, ready), daemon=True).start()
        threading.Thread(target=settle, daemon=True).start()

    def _own(self, changes: Iterable[tuple[object, str]]) -> list[str]:
        """Changed files of the site, by path from its folder, without temporary files."""
        out: set[str] = set()
        for _, path in changes:
            own = Path(path).relative_to(self.preview.root.resolve() if Path(path).is_absolute() else self.preview.root)
            name = unicodedata.normalize("NFC", own.as_posix())
            temporary = any(map(is_by_product, own.parts))
            if not temporary and (
                not name.startswith("briefings/") or own.suffix in (".md", ".yaml", "") or is_beside(own.name)
            ):
                out.add(name)
        return sorted(out)

    def _watch_folders(self, rebuild: Callable[[Collection[str]], None], ready: Callable[[str], None]) -> None:
        while not self.stopped.is_set():
            self._restart.clear()
            self._ready.discard("folders")
            folders = [folder for name in FOLDERS if (folder := self.preview.root / name).is_dir()]
            if not folders:
                ready("folders")
                self._restart.wait()
                continue
            try:
                for changes in watch(
                    *folders,
                    step=_STEP,
                    debounce=_GROUP,
                    stop_event=self._restart,
                    raise_interrupt=False,
                    rust_timeout=_TICK,
                    yield_on_timeout=True,
                ):
                    ready("folders")
                    if own := self._own(changes):
                        rebuild(own)
            except (OSError, RuntimeError):
                # A watched folder was deleted; the watch of the site folder reports when it is back.
                self._restart.wait(1)

    def _watch_root(self, rebuild: Callable[[Collection[str]], None], ready: Callable[[str], None]) -> None:
        """The settings, and folders that come and go."""
        seen = {name for name in FOLDERS if (self.preview.root / name).is_dir()}
        for changes in watch(
            self.preview.root,
            step=_STEP,
            debounce=_GROUP,
            recursive=False,
            raise_interrupt=False,
            stop_event=self.stopped,
            rust_timeout=_TICK,
            yield_on_timeout=True,
        ):
            ready("root")
            now = {name for name in FOLDERS if (self.preview.root / name).is_dir()}
            if now != seen:
                seen = now
                self._restart.set()
                rebuild([SETTINGS])
            elif any(Path(path).name == SETTINGS for _, path in changes):
                rebuild([SETTINGS])


def free_port(host: str, wanted: int, tries: int = 20) -> int | None:
    """The first free port from ``wanted`` on; 0 asks the system for any; None when all are taken."""
    for port in range(wanted, wanted + tries) if wanted else (0,):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return None


def serve(preview: Preview, host: str, port: int, announce: Callable[[], None]) -> None:
    """Serve the preview until the process is interrupted; the caller has opened the session.

    ``announce`` is called once, when pages are served and changes are seen.
    """
    watcher = SiteWatcher(preview, announce)
    try:
        serve_reloading(application(preview), watcher.start, host, port)
    finally:
        watcher.stopped.set()
