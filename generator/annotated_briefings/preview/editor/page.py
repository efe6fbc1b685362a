"""What makes a page an editor's page: the script of the desk, and which brief it is about."""

from html import escape
from urllib.parse import parse_qs

from annotated_briefings.base.regex import regex
from annotated_briefings.preview.page_answer import FILES, POLICY, Response, answer
from annotated_briefings.preview.session import Session

_HEAD_END = regex(rb"</head>")


def head_lines(path: str, token: str) -> str:
    """What the head of the page of a brief gets."""
    return (
        f'<meta name="desk" content="{escape(path)}" data-token="{escape(token)}">'
        f'<script type="module" src="{FILES}desk.js"></script>'
    )


def with_editor(page: bytes, path: str, token: str) -> bytes:
    """The page of a brief, with what edits it."""
    found = _HEAD_END.search(page)
    at = found.start() if found else 0
    return page[:at] + head_lines(path, token).encode() + page[at:]


def bare_page(session: Session, query: str, token: str) -> Response:
    """A page that shows nothing but the editor."""
    path = parse_qs(query).get("path", [""])[0]
    if path not in session.derived.parsed:
        return answer("404 Not Found", b"there is no such brief")
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(path)} · Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{FILES}desk.css">
{head_lines(path, token)}
</head>
<body class="desk-bare">
<main id="main"><h1>{escape(path)}</h1><p>This brief has no page, because it cannot be read.</p></main>
<div id="briefings-bar" role="region" aria-label="Desk"><span>{escape(path)}</span><a href="/_desk/">desk</a></div>
</body>
</html>
"""
    return answer("200 OK", page.encode(), "text/html", ("Content-Security-Policy", POLICY))
