"""What the preview adds to a page: the errors of the site at the top, its source file and warnings at the bottom."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from annotated_briefings.base.diagnostics import Diagnostic, show
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.editing.desk_remedies import desk_remedy
from annotated_briefings.preview.page_answer import FILES, HOME

_LIMIT = 20
"""Most diagnostics that one page shows."""
_STYLES = f'<link rel="stylesheet" href="{FILES}desk.css">'
_OVERLAY = '<div id="briefings-errors" role="alert"><strong>{count}.{stale}</strong>\n\n{text}</div>'
_STALE = " The page below is the last good one."
_BAR = (
    '<div id="briefings-bar" role="region" aria-label="Desk">'
    '{warnings}<span>{source}</span><a href="{desk}">desk</a></div>'
)
_WARNINGS = '<details id="briefings-warnings"><summary>{count}</summary><div>{text}</div></details>'
_BODY = regex(rb"<body[^>]*>")
_POLICY = regex(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_CONNECT = b"connect-src 'self'"
"""What the policy of our pages says of connections; the preview connects to itself by another scheme, too."""


def with_errors(page: bytes, errors: Sequence[Diagnostic], stale: bool) -> bytes:
    """The page, allowed to connect to the preview, with the errors of the site at the top; ``stale`` means that its
    source has an error now and the page is shown as it last was."""
    page = _POLICY.sub(_with_connection, page)
    # livereload inserts its script before this tag, which a user's template may leave out.
    page += b"" if b"</head>" in page else b"<head></head>"
    page = page.replace(b"</head>", _STYLES.encode() + b"</head>", 1)
    if not errors:
        return page
    overlay = _OVERLAY.format(count=_count(errors, "error"), stale=_STALE if stale else "", text=_text(errors)).encode()
    body = _BODY.search(page)
    return page[: body.end()] + overlay + page[body.end() :] if body else overlay + page


def _with_connection(policy: re.Match[bytes]) -> bytes:
    """The policy of a page that the scripts of the preview can work under; none where a theme has one of its own."""
    return policy[0].replace(_CONNECT, _CONNECT + b" ws: wss:") if _CONNECT in policy[0] else b""


def with_bar(page: bytes, root: Path, editor_url: str, origin: str, warnings: Sequence[Diagnostic]) -> bytes:
    """The page with a small bar that links to its source and to the desk and shows its warnings.

    ``editor_url`` is the pattern of the address that opens a file in the editor, with ``{path}`` and ``{line}``.
    """
    shown = escape(origin)
    file = root / origin
    if editor_url and origin and file.is_file():
        shown = f'<a href="{escape(editor_address(root, editor_url, origin, _first_line(file)))}">{shown}</a>'
    folded = _WARNINGS.format(count=_count(warnings, "warning"), text=_text(warnings)) if warnings else ""
    bar = _BAR.format(warnings=folded, source=shown, desk=HOME).encode()
    end = page.rfind(b"</body>")
    return page[:end] + bar + page[end:] if end >= 0 else page + bar


def editor_address(root: Path, pattern: str, path: str, line: int) -> str:
    """The address that opens a line of a file in the editor's program; empty where there is no pattern."""
    if not pattern:
        return ""
    return pattern.replace("{path}", quote(str((root / path).resolve()))).replace("{line}", str(line))


def _count(found: Sequence[Diagnostic], word: str) -> str:
    return f"{len(found)} {word}{'' if len(found) == 1 else 's'}"


def _text(found: Sequence[Diagnostic]) -> str:
    messages = (show(replace(one, help=desk_remedy(one.help))) for one in found[:_LIMIT])
    return escape("\n\n".join(messages))


def _first_line(file: Path) -> int:
    """The line on which the text of a brief starts, after its front matter."""
    try:
        split, _ = split_front_matter(Source("", file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")))
    except (OSError, ValueError):
        return 1
    return split.yaml.count("\n") + 3 if split.body_offset else 1
