"""A web server that reloads browsers. The only module that knows livereload and Tornado.

livereload has no interface for a watcher of one's own, so this uses parts of it that are not documented: the attribute
``_tasks`` and the answer of ``examine`` of its watcher, ``_setup_logging`` and ``get_web_handlers`` of its server,
``DEFAULT_RELOAD_TIME`` and the methods of its handlers, and a line of its script. pyproject.toml therefore requires a
minor version that this was tested with.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import livereload
from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError

from annotated_briefings.preview.page_answer import FILES

StartResponse = Callable[[str, list[tuple[str, str]]], object]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
"""What answers requests, by WSGI."""


_HOST_PATTERN, _ANY_HOST_PATTERN = rb"/^([^\/:]+)(?::(\d+))?$/", rb"/^(\[[^\]]+\]|[^\/:]+)(?::(\d+))?$/"
"""How the script of livereload reads the address of the server, and how it also reads IPv6 addresses."""
_SCRIPT = f'<script src="{FILES}reload.js"></script>'.encode()
_VERSION = "page-version"
"""The name of the meta element that holds the version of a page, and of the plugin that tells it to the server."""
_PLUGIN = f"""
(function () {{
  function PageVersion() {{}}
  PageVersion.identifier = "{_VERSION}";
  PageVersion.version = "1";
  PageVersion.prototype.analyze = function () {{
    var meta = document.querySelector('meta[name="{_VERSION}"]');
    return {{ shown: meta ? meta.content : "" }};
  }};
  PageVersion.prototype.reload = function () {{ return false; }};
  window.LiveReload.addPlugin(PageVersion);
}})();
""".encode()
_RELOAD = {"command": "reload", "path": "*", "liveCSS": False}


class _Watcher(Watcher):  # type: ignore[misc]
    """Says when to reload as somebody else finds out."""

    def __init__(self, watch: Callable[[Callable[[], None]], None]) -> None:
        super().__init__()
        self._watch = watch
        # livereload watches the working directory when there is no task; this one is never examined.
        self._tasks: dict[str, dict[str, object]] = {"": {}}

    def start(self, callback: Callable[[], None]) -> bool:
        """Begin to watch; ``callback`` runs on the loop of the server, whichever thread asks to reload."""
        loop = IOLoop.current()
        self._watch(lambda: loop.add_callback(callback))
        return True

    def examine(self) -> tuple[str, None]:
        """Tell livereload to reload at once; under this name it ignores no change."""
        return "__livereload__", None


class _QuietServer(Server):  # type: ignore[misc]
    """livereload's server without its log lines; the command prints what matters."""

    def get_web_handlers(self, _script: bytes) -> Any:
        """The handlers of pages, which get the script from a file: inline ones are forbidden by their policy."""
        return super().get_web_handlers(_SCRIPT)

    def _setup_logging(self) -> None:
        for name in ("livereload", "tornado.access", "tornado.application", "tornado.general"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def reload_script() -> bytes:
    """livereload's script for browsers, which also connects to IPv6 addresses and tells the version of the page."""
    script = (Path(livereload.__file__).parent / "vendors" / "livereload.js").read_bytes()
    return script.replace(_HOST_PATTERN, _ANY_HOST_PATTERN) + _PLUGIN


def with_version(page: bytes, version: str) -> bytes:
    """A page that carries its version, which its script tells when it connects."""
    return page.replace(b"</head>", f'<meta name="{_VERSION}" content="{version}"></head>'.encode(), 1)


def _answer(handler: Any, message: str, version: Callable[[], str]) -> None:
    """Answer a message of a browser; one that shows an older page than ours reloads at once."""
    try:
        values = json_decode(message)
        command = values.get("command")
    except (ValueError, AttributeError):
        return
    if command in ("hello", "info"):
        _answer_as_livereload(handler, message)
    if command == "info" and (shown := _shown_version(values)) and shown != version():
        handler.send_message(_RELOAD)


def _shown_version(values: Mapping[str, Any]) -> str:
    """The version of the page of a browser that has connected; empty where it says none."""
    try:
        return str(values["plugins"][_VERSION]["shown"])
    except (LookupError, TypeError):
        return ""


_answer_as_livereload = LiveReloadHandler.on_message


def _on_error(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Browsers may leave at any moment: that is no error."""
    if not isinstance(context.get("exception"), WebSocketClosedError | StreamClosedError | ConnectionError):
        loop.default_exception_handler(context)


def serve_reloading(
    app: Application,
    watch: Callable[[Callable[[], None]], None],
    version: Callable[[], str],
    host: str,
    port: int,
    on_stop: Callable[[Callable[[], None]], None],
) -> None:
    """Serve an application until it is stopped.

    ``watch`` is called once, when the server runs, with a function that reloads all browsers; it may be called from any
    thread. ``version`` is that of pages that are made now: a browser that connects with another one reloads.
    ``on_stop`` is called once, before the server runs, with a function that ends it; it may be called from any thread.
    """
    # Reload after every save: by default livereload drops those within three seconds of the last one.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    LiveReloadHandler.on_message = lambda handler, message: _answer(handler, message, version)
    LiveReloadJSHandler.get = _send_script
    loop = IOLoop.current()
    loop.asyncio_loop.set_exception_handler(_on_error)
    on_stop(lambda: loop.add_callback(loop.stop))
    _QuietServer(app, _Watcher(watch)).serve(port=port, host=host, debug=False)


def _send_script(handler: Any) -> None:
    handler.set_header("Content-Type", "text/javascript; charset=utf-8")
    handler.write(reload_script())
