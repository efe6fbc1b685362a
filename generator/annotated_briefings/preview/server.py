"""The live preview server: it serves the pages, watches the files and reloads the browser after a change."""

import socket
import sys
import threading
import unicodedata
from collections.abc import Callable, Collection, Iterable
from errno import EADDRNOTAVAIL
from pathlib import Path

from watchfiles import watch

from annotated_briefings.base.paths import is_chosen
from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.traces.by_products import is_by_product
from annotated_briefings.preview.application import application
from annotated_briefings.preview.reload_server import serve_reloading
from annotated_briefings.preview.served import Preview
from annotated_briefings.storage.ledger import is_ledger
from annotated_briefings.storage.static_files import is_beside

FOLDERS = ("briefings", "pages", "templates", "static")
"""Folders of a site whose files are watched, at any depth."""
SETTINGS = "site.yaml"
LAST_PORT = 65_535
_FETCH = 0.3
"""Seconds for the browser to fetch the changed page before all other pages are brought up to date."""
_STEP, _GROUP = 30, 200
"""Milliseconds to wait for more changes after each change, and in all."""
_TICK = 250
"""Milliseconds after which a watch without changes returns, so that it can be stopped."""


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

        def announce_version() -> None:
            # In this order: a page that connects between the two is an old one, and is told so.
            self.preview.new_page_version()
            reload()

        def rebuild(changes: Collection[str]) -> None:
            new, more = self.preview.take(changes)
            if new or any(path == DECISIONS or is_ledger(path) for path in changes):
                announce_version()
            if more:
                unsettled.set()

        unsettled = threading.Event()

        def settle() -> None:
            while not self.stopped.is_set():
                # The browser fetches the page it shows first; then everything else is brought up to date.
                if unsettled.wait(_TICK / 1000) and not self.stopped.wait(_FETCH):
                    unsettled.clear()
                    if self.preview.settle():
                        announce_version()

        def ready(name: str) -> None:
            """Both watches run, for the first time or again: take in changes that were made before."""
            if name not in self._ready:
                self._ready.add(name)
                if self._ready == {"folders", "root"}:
                    if self.preview.open(quietly=True):
                        announce_version()
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
            chosen = is_chosen("/".join(own.parts[1:]), self.preview.publish_files)
            temporary = any(map(is_by_product, own.parts))
            read = not name.startswith("briefings/") or own.suffix in (".md", ".yaml", ".jsonl", "")
            if chosen or (not temporary and (read or is_beside(own.name))):
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


class NoSuchHost(Exception):
    """The name or address is none of this machine."""


def free_port(host: str, wanted: int, tries: int = 20) -> int | None:
    """The first free port from ``wanted`` on; 0 asks the system for any; None when all are taken. Raises NoSuchHost."""
    for port in range(wanted, wanted + tries) if wanted else (0,):
        if port > LAST_PORT:
            break
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                if isinstance(error, socket.gaierror) or error.errno == EADDRNOTAVAIL:
                    raise NoSuchHost(host) from None
                continue
            except UnicodeError:
                raise NoSuchHost(host) from None
            return int(probe.getsockname()[1])
    return None


def serve(
    preview: Preview,
    host: str,
    port: int,
    announce: Callable[[], None],
    on_stop: Callable[[Callable[[], None]], None],
) -> None:
    """Serve the preview until it is stopped; the caller has opened the session.

    ``announce`` is called once, when pages are served and changes are seen; ``on_stop`` once, before that, with a
    function that stops the preview.
    """
    watcher = SiteWatcher(preview, announce)
    try:
        serve_reloading(application(preview), watcher.start, lambda: preview.page_version, host, port, on_stop)
    finally:
        watcher.stopped.set()
