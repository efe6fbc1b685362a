"""Answers of the desk: status, headers and body, and which requests may ask for one."""

from collections.abc import Mapping
from typing import Any

from annotated_briefings.base.paths import split_url

HOME = "/_desk/"
"""Where the desk is."""
FILES = "/_desk/files/"
"""Where the scripts and the style sheet of the desk are."""
BARE = "/_desk/edit/"
"""The page on which a brief is edited that has none of its own, because it cannot be read."""
Response = tuple[str, list[tuple[str, str]], bytes]
"""Status, headers and body."""
_OWN = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
"""Where requests to the desk may come from, whatever the preview listens on."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""The policy of pages of the desk."""
_HEADERS = (("Cache-Control", "no-store"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"))


def answer(status: str, body: bytes, kind: str = "text/plain", *more: tuple[str, str]) -> Response:
    """An answer that no cache keeps and no other site shows in a frame."""
    own = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))]
    return status, [*own, *_HEADERS, *more], body


def is_own(environ: Mapping[str, Any]) -> bool:
    """Whether a request comes from this machine."""
    return environ.get("REMOTE_ADDR", "") in _OWN


def refusal(environ: Mapping[str, Any]) -> str:
    """Why a change is not made: it must be asked for by a page of this very preview; empty where it is."""
    origin = environ.get("HTTP_ORIGIN") or environ.get("HTTP_REFERER") or ""
    if split_url(origin).netloc != environ.get("HTTP_HOST", "") or not origin:
        return "the request comes from another site"
    same = environ.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
    return "" if same else "the request comes from another site"


def body_of(environ: Mapping[str, Any], most: int) -> bytes:
    """The body of a request, cut after a number of bytes."""
    try:
        length = min(int(environ.get("CONTENT_LENGTH") or 0), most)
    except ValueError:
        length = 0
    data: bytes = environ["wsgi.input"].read(length)
    return data
