"""The live preview: build, serve, watch, build again, reload the browser."""

import logging
import mimetypes
import re
import socket
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from watchfiles import watch

from generator.base.diagnostics import Diagnostic, Severity, show
from generator.base.source import Source
from generator.content.frontmatter import split_front_matter
from generator.desk import HOME, DeskPages
from generator.run.building import BuildReport

FOLDERS = ("briefings", "templates", "static")
"""Folders of a site whose files are watched, at any depth."""
SETTINGS = "site.yaml"
EVERYWHERE = ("0.0.0.0", "::", "")
"""Addresses on which every machine of the network can reach the preview."""
_STEP, _GROUP = 30, 200
"""Milliseconds to wait for more changes after one, and at most."""
_TICK = 250
"""Milliseconds after which a watch without changes says that it is alive."""
_OVERLAY = (
    '<div id="briefings-errors" role="alert" style="position:relative;z-index:9;margin:0;padding:1rem;'
    'background:#7a1010;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere">'
    "<strong>{count}. The page below is what could be built.</strong>\n\n{text}</div>"
)

_BAR = (
    '<div id="briefings-bar" style="position:fixed;inset-block-end:0;inset-inline-end:0;z-index:9;display:flex;'
    'gap:1rem;padding:.25rem .75rem;background:#222;color:#fff;font:12px/1.6 ui-monospace,monospace">'
    '<span>{source}</span><a href="{desk}" style="color:inherit">desk</a></div>'
)
_BODY = re.compile(rb"<body[^>]*>")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
"""The published site allows no inline script or style; the reload script and the overlay of a preview are such."""
StartResponse = Callable[[str, list[tuple[str, str]]], object]


@dataclass(slots=True)
class Preview:
    """The state that the watching thread and the serving thread share."""

    root: Path
    """The site folder."""
    output: Path
    """Where the preview is built."""
    build: Callable[[], BuildReport]
    """Builds the preview."""
    say: Callable[[BuildReport], None]
    """Tells the editor what a build did."""
    host: str = "127.0.0.1"
    """The address that is listened on."""
    editor_url: str = ""
    """Pattern of the address that opens a file in the editor, with ``{path}`` and ``{line}``; may be empty."""
    report: BuildReport | None = None
    """The last build."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def rebuild(self, quietly: bool = False) -> bool:
        """Build once more; whether a reader would see anything new. ``quietly`` says nothing when not."""
        with self.lock:
            before = self.report
            try:
                self.report = self.build()
            except Exception as error:  # a fault of ours must not end the editor's session
                print(f"the build failed: {type(error).__name__}: {error}", file=sys.stderr)
                return False
            changed = self.report.written + self.report.pruned > 0
            new = changed or before is None or before.diagnostics != self.report.diagnostics
            if new or not quietly:
                self.say(self.report)
            return new


def _errors(report: BuildReport | None) -> list[Diagnostic]:
    return [d for d in report.diagnostics if d.severity is Severity.ERROR] if report else []


def application(preview: Preview) -> Callable[[dict[str, Any], StartResponse], Iterable[bytes]]:
    """A WSGI application that serves the preview, with the errors of the last build on top of every page."""

    desk = DeskPages(preview.root, preview.rebuild)

    def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if not _known_host(environ.get("HTTP_HOST", ""), preview.host):
            start_response("403 Forbidden", [("Content-Type", "text/plain"), ("Content-Length", "0")])
            return [b""]
        asked = unquote(environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace"))
        if asked.startswith(HOME) or asked == HOME.rstrip("/"):
            status, headers, body = desk.answer(asked if asked.endswith("/") else asked + "/", environ)
            start_response(status, headers)
            return [body]
        path = _file(preview.output, asked)
        if path is not None and path.is_dir():
            start_response("302 Found", [("Location", environ.get("PATH_INFO", "") + "/"), ("Content-Length", "0")])
            return [b""]
        status = "200 OK"
        if path is None or not path.is_file():
            status, path = "404 Not Found", preview.output / "404.html"
        try:
            body = path.read_bytes()
        except OSError:
            body = b"<!doctype html><html><head><title>Nothing here</title></head><body>Nothing here yet.</body></html>"
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if path.suffix == ".html":
            body = _with_errors(_POLICY.sub(b"", body), _errors(preview.report))
            body = _with_bar(body, preview, path)
        if kind.startswith("text/") or kind.endswith("xml"):
            kind += "; charset=utf-8"
        start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body))),
                                ("Cache-Control", "no-store")])
        return [body]

    return app


def _with_bar(page: bytes, preview: Preview, path: Path) -> bytes:
    """The page with a small bar that leads to its source and to the desk."""
    origins = preview.report.origins if preview.report else {}
    origin = origins.get(path.relative_to(preview.output).as_posix(), "")
    shown = escape(origin)
    if origin and preview.editor_url:
        file = preview.root / origin
        line = _first_line(file)
        target = preview.editor_url.replace("{path}", quote(str(file.resolve()))).replace("{line}", str(line))
        shown = f'<a href="{escape(target)}" style="color:inherit">{shown}</a>'
    bar = _BAR.format(source=shown, desk=HOME).encode()
    end = page.rfind(b"</body>")
    return page[:end] + bar + page[end:] if end >= 0 else page + bar


def _first_line(file: Path) -> int:
    """The line on which the text of a brief starts, after its front matter."""
    try:
        split, _ = split_front_matter(Source("", file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")))
    except (OSError, ValueError):
        return 1
    return split.yaml.count("\n") + 3 if split.body_offset else 1


def _known_host(asked: str, host: str) -> bool:
    """Whether a request names this machine: a foreign page must not read drafts through a name of its own."""
    name = asked.rsplit(":", 1)[0] if not asked.endswith("]") else asked
    return host in EVERYWHERE or name.strip("[]") in ("", "localhost", "127.0.0.1", "::1", host)


def _file(folder: Path, asked: str) -> Path | None:
    """The file for an address; None when it would lie outside the folder or is hidden."""
    parts = [part for part in asked.split("/") if part]
    if any((part.startswith(".") and part != ".well-known") or "\\" in part or "\0" in part for part in parts):
        return None
    path = folder.joinpath(*parts)
    path = path / "index.html" if asked.endswith("/") else path
    # A link in the folder may lead out of it.
    return path if folder.resolve() in path.resolve().parents or path == folder else None


def _with_errors(page: bytes, errors: list[Diagnostic]) -> bytes:
    if not errors:
        return page
    text = escape("\n\n".join(map(show, errors[:20])))
    count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
    overlay = _OVERLAY.format(count=count, text=text).encode()
    body = _BODY.search(page)
    return page[: body.end()] + overlay + page[body.end() :] if body else overlay + page


class SiteWatcher(Watcher):  # type: ignore[misc]
    """livereload's watcher, fed by watchfiles: no polling, and no change is ignored."""

    def __init__(self, preview: Preview, announce: Callable[[], None]) -> None:
        super().__init__()
        self.preview = preview
        self._announce = announce
        self._ready: set[str] = set()
        self.stopped = threading.Event()
        self._restart = threading.Event()
        # livereload watches the working directory when there is no task; this one is never examined.
        self._tasks: dict[str, dict[str, object]] = {str(preview.root): {}}

    def start(self, callback: Callable[[], None]) -> bool:
        """Watch in the background; ``callback`` runs on the server's loop after each build that changed something."""
        loop = IOLoop.current()

        def rebuild() -> None:
            if self.preview.rebuild():
                loop.add_callback(callback)

        def ready(name: str) -> None:
            """Both watches are set up: catch up with changes made before, then say that all is well."""
            both = {"folders", "root"}
            if self._ready < both:
                self._ready.add(name)
                if self._ready == both:
                    if self.preview.rebuild(quietly=True):
                        loop.add_callback(callback)
                    self._announce()

        for target in (self._watch_folders, self._watch_root):
            threading.Thread(target=target, args=(rebuild, ready), daemon=True).start()
        return True

    def examine(self) -> tuple[str, None]:
        """Tell livereload to reload at once; under this name it ignores no change."""
        return "__livereload__", None

    def _watch_folders(self, rebuild: Callable[[], None], ready: Callable[[str], None]) -> None:
        while not self.stopped.is_set():
            self._restart.clear()
            folders = [folder for name in FOLDERS if (folder := self.preview.root / name).is_dir()]
            if not folders:
                ready("folders")
                self._restart.wait()
                continue
            try:
                for changes in watch(*folders, step=_STEP, debounce=_GROUP, stop_event=self._restart,
                                     raise_interrupt=False, rust_timeout=_TICK, yield_on_timeout=True):
                    ready("folders")
                    if changes:
                        rebuild()
            except (OSError, RuntimeError):
                # A watched folder went away; the watch of the site folder says when it is back.
                self._restart.wait(1)

    def _watch_root(self, rebuild: Callable[[], None], ready: Callable[[str], None]) -> None:
        """The settings, and folders that come and go."""
        seen = {name for name in FOLDERS if (self.preview.root / name).is_dir()}
        for changes in watch(self.preview.root, step=_STEP, debounce=_GROUP, recursive=False, raise_interrupt=False,
                             stop_event=self.stopped, rust_timeout=_TICK, yield_on_timeout=True):
            ready("root")
            now = {name for name in FOLDERS if (self.preview.root / name).is_dir()}
            if now != seen:
                seen = now
                self._restart.set()
                rebuild()
            elif any(Path(path).name == SETTINGS for _, path in changes):
                rebuild()


class _QuietServer(Server):  # type: ignore[misc]
    """livereload's server without its log lines; ``cli`` says what matters."""

    def _setup_logging(self) -> None:
        for name in ("livereload", "tornado.access", "tornado.application", "tornado.general"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


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
    """Serve the preview until the process is interrupted; the first build is the caller's.

    ``announce`` is called once, when pages are served and every change is seen.
    """
    # Saves that follow each other closely all count: livereload would drop those within three seconds.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    watcher = SiteWatcher(preview, announce)
    try:
        _QuietServer(application(preview), watcher).serve(port=port, host=host, debug=False)
    finally:
        watcher.stopped.set()
