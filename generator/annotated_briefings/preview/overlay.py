"""What the preview adds to a page: the errors of the site at the top, its source file and warnings at the bottom."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from annotated_briefings.base.diagnostics import Diagnostic, show
from annotated_briefings.base.source import Source
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.preview.review.app import HOME

_LIMIT = 20
"""Most diagnostics that one page shows."""
_OVERLAY = (
    '<div id="briefings-errors" role="alert" style="position:relative;z-index:9;margin:0;padding:1rem;'
    'background:#7a1010;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere">'
    "<strong>{count}.{stale}</strong>\n\n{text}</div>"
)
_STALE = " The page below is the last good one."
_BAR = (
    '<div id="briefings-bar" style="position:fixed;inset-block-end:0;inset-inline-end:0;z-index:9;display:flex;'
    'gap:1rem;padding:.25rem .75rem;background:#222;color:#fff;font:12px/1.6 ui-monospace,monospace">'
    '{warnings}<span>{source}</span><a href="{desk}" style="color:inherit">desk</a></div>'
)
_WARNINGS = (
    '<details id="briefings-warnings"><summary style="color:#ffd479;cursor:pointer">{count}</summary>'
    '<div style="position:absolute;inset-block-end:100%;inset-inline-end:0;box-sizing:border-box;padding:.75rem 1rem;'
    'width:min(100vw,56rem);max-height:60vh;overflow:auto;background:#222;white-space:pre-wrap;overflow-wrap:anywhere">'
    "{text}</div></details>"
)
_BODY = re.compile(rb"<body[^>]*>")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
"""The published site forbids inline scripts and styles; the reload script and the overlay of the preview need them."""


def with_errors(page: bytes, errors: Sequence[Diagnostic], stale: bool) -> bytes:
    """The page, allowed to use inline scripts, with the errors of the site at the top; ``stale`` means that its source
    has an error now and the page is shown as it last was."""
    page = _POLICY.sub(b"", page)
    # livereload inserts its script before this tag, which a user's template may leave out.
    page += b"" if b"</head>" in page else b"<head></head>"
    if not errors:
        return page
    overlay = _OVERLAY.format(count=_count(errors, "error"), stale=_STALE if stale else "", text=_text(errors)).encode()
    body = _BODY.search(page)
    return page[: body.end()] + overlay + page[body.end() :] if body else overlay + page


def with_bar(page: bytes, root: Path, editor_url: str, origin: str, warnings: Sequence[Diagnostic]) -> bytes:
    """The page with a small bar that links to its source and to the desk and shows its warnings.

    ``editor_url`` is the pattern of the address that opens a file in the editor, with ``{path}`` and ``{line}``.
    """
    shown = escape(origin)
    file = root / origin
    if editor_url and origin and file.is_file():
        target = editor_url.replace("{path}", quote(str(file.resolve())))
        target = target.replace("{line}", str(_first_line(file)))
        shown = f'<a href="{escape(target)}" style="color:inherit">{shown}</a>'
    folded = _WARNINGS.format(count=_count(warnings, "warning"), text=_text(warnings)) if warnings else ""
    bar = _BAR.format(warnings=folded, source=shown, desk=HOME).encode()
    end = page.rfind(b"</body>")
    return page[:end] + bar + page[end:] if end >= 0 else page + bar


def _count(found: Sequence[Diagnostic], word: str) -> str:
    return f"{len(found)} {word}{'' if len(found) == 1 else 's'}"


def _text(found: Sequence[Diagnostic]) -> str:
    return escape("\n\n".join(map(show, found[:_LIMIT])))


def _first_line(file: Path) -> int:
    """The line on which the text of a brief starts, after its front matter."""
    try:
        split, _ = split_front_matter(Source("", file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")))
    except (OSError, ValueError):
        return 1
    return split.yaml.count("\n") + 3 if split.body_offset else 1
