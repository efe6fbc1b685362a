"""A web server that reloads browsers. The only module that knows livereload and Tornado.

livereload has no interface for a watcher of one's own, so this uses parts of it that are not documented: the attribute
``_tasks`` and the answer of ``examine`` of its watcher, ``_setup_logging`` of its server, and ``DEFAULT_RELOAD_TIME``
of its handler. pyproject.toml therefore requires a minor version that this was tested with.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

StartResponse = Callable[[str, list[tuple[str, str]]], object]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
"""What answers requests, by WSGI."""


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

    def _setup_logging(self) -> None:
        for name in ("livereload", "tornado.access", "tornado.application", "tornado.general"):
            logging.getLogger(name).setLevel(logging.CRITICAL)


def serve_reloading(app: Application, watch: Callable[[Callable[[], None]], None], host: str, port: int) -> None:
    """Serve an application until the process is interrupted.

    ``watch`` is called once, when the server runs, with a function that reloads all browsers; it may be called from any
    thread.
    """
    # Reload after every save: by default livereload drops those within three seconds of the last one.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    _QuietServer(app, _Watcher(watch)).serve(port=port, host=host, debug=False)
