"""The preview as a WSGI application: pages with the errors of the site, the review pages, and refusals."""

import mimetypes
from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import unquote

from annotated_briefings.preview.desk import DeskPages
from annotated_briefings.preview.editor.page import with_editor
from annotated_briefings.preview.overlay import with_bar, with_errors
from annotated_briefings.preview.page_answer import HOME, Response, is_own
from annotated_briefings.preview.reload_server import Application, StartResponse, with_version
from annotated_briefings.preview.request import PreviewFile
from annotated_briefings.preview.served import Preview, file_of, host_name

EVERYWHERE = ("0.0.0.0", "::", "")
"""Addresses on which every machine of the network can reach the preview."""


def application(preview: Preview) -> Application:
    """A WSGI application that serves the preview, with the errors of the site on top of every page."""
    desk = DeskPages(preview)

    def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        # Read before the page is made: a change during that makes the page an old one.
        version = preview.page_version
        status, headers, body = respond(environ)
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            body = with_version(body, version)
            headers = [(name, str(len(body)) if name == "Content-Length" else value) for name, value in headers]
        start_response(status, headers)
        return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else body]

    def respond(environ: dict[str, Any]) -> Response:
        host, method = environ.get("HTTP_HOST", ""), environ.get("REQUEST_METHOD", "GET")
        if not _known_host(host, preview.host, preview.allowed):
            return _plain("403 Forbidden", preview.refuse(host))
        asked = unquote(environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace"))
        path = file_of(asked)
        if asked.startswith(HOME) or asked == HOME.rstrip("/"):
            return desk.answer(asked if asked.endswith("/") else asked + "/", environ)
        if method not in ("GET", "HEAD"):
            return _plain("405 Method Not Allowed", "pages can only be read", ("Allow", "GET, HEAD"))
        page = preview.session.file(path)
        if page is None and not path.endswith("index.html") and preview.session.file(path + "/index.html"):
            return "302 Found", [("Location", environ.get("PATH_INFO", "") + "/"), ("Content-Length", "0")], b""
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
            if path.startswith("briefs/") and page.origin in session.derived.parsed and is_own(environ):
                body = with_editor(body, page.origin, desk.token)
        if kind.startswith("text/") or kind.endswith(("xml", "json")):
            kind += "; charset=utf-8"
        headers = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        # No other site shows a page in a frame and lays something over its buttons.
        return status, [*headers, ("X-Frame-Options", "SAMEORIGIN")], body

    return app


def _plain(status: str, text: str, *more: tuple[str, str]) -> Response:
    """A refusal in one sentence."""
    body = f"{text}\n".encode()
    kind = ("Content-Type", "text/plain; charset=utf-8")
    return status, [kind, ("Content-Length", str(len(body))), *more], body


def _known_host(asked: str, host: str, allowed: Collection[str]) -> bool:
    """Whether the Host header names this machine: another site must not read drafts through a DNS name of its own that
    leads here (DNS rebinding)."""
    name = host_name(asked)
    return host in EVERYWHERE or name in ("", "localhost", "127.0.0.1", "::1", host, *allowed)
