"""The review pages at ``/_desk/`` of the preview: shown to this machine alone, and changed by its own pages alone."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.paths import split_url
from annotated_briefings.preview.review.data import act, gather_desk
from annotated_briefings.preview.review.pages import SECTIONS, desk_page

HOME = "/_desk/"
_OWN = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
"""Where requests to the desk may come from, whatever the preview listens on."""
_LARGEST = 200_000
"""Bytes of a form; ours are far smaller."""
Response = tuple[str, list[tuple[str, str]], bytes]
"""Status, headers and body."""


@dataclass(slots=True)
class DeskPages:
    """Answers requests below ``/_desk/``."""

    root: Path
    """The site folder."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """What every form must bring back: another site cannot read it, and so cannot press a button."""

    def answer(self, path: str, environ: dict[str, Any]) -> Response:
        """The page of a path, or what a pressed button leads to."""
        if environ.get("REMOTE_ADDR", "") not in _OWN:
            return _text("403 Forbidden", "the desk is for this machine alone")
        section = path.removeprefix(HOME).strip("/") or "drafts"
        if section not in SECTIONS:
            return _text("404 Not Found", "there is no such page of the desk")
        if environ.get("REQUEST_METHOD", "GET") != "POST":
            return self._page(section)
        refusal = _refusal(environ)
        if refusal:
            return _text("403 Forbidden", refusal)
        fields = _form(environ)
        if not secrets.compare_digest(fields.get("token", "").encode(), self.token.encode()):
            return _text("403 Forbidden", "the page is from an earlier preview; load it again")
        said = act(self.root, fields)
        if said:
            return self._page(section, said)
        return "303 See Other", [("Location", f"{HOME}{section}/"), ("Content-Length", "0")], b""

    def _page(self, section: str, said: Sequence[Diagnostic] = ()) -> Response:
        page = desk_page(gather_desk(self.root, section), section, self.token, said).encode()
        kind, length = ("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))
        return "409 Conflict" if said else "200 OK", [*_HEADERS, kind, length], page


_HEADERS = [
    ("Cache-Control", "no-store"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
]


def _refusal(environ: dict[str, Any]) -> str:
    """Why a form is not taken: it must come from a page of this very preview."""
    origin = environ.get("HTTP_ORIGIN") or environ.get("HTTP_REFERER") or ""
    if split_url(origin).netloc != environ.get("HTTP_HOST", "") or not origin:
        return "the request comes from another site"
    same = environ.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
    return "" if same else "the request comes from another site"


def _form(environ: dict[str, Any]) -> dict[str, str]:
    try:
        length = min(int(environ.get("CONTENT_LENGTH") or 0), _LARGEST)
    except ValueError:
        length = 0
    body = environ["wsgi.input"].read(length).decode("utf-8", "replace")
    return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=50))


def _text(status: str, text: str) -> Response:
    body = text.encode()
    return status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))], body
