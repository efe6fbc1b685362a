"""Comments in pages of HTML that a site brings along: what their writers noted for themselves is not published."""

import re

_PARTS = re.compile(
    rb"(?P<raw><(?P<tag>script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?</(?P=tag)\s*>)"
    rb"|<!--(?:-?>|(?P<inside>.*?)(?:--!?>|\Z))",
    re.IGNORECASE | re.DOTALL,
)
"""Elements in which nothing is a comment, and comments (HTML, 13.2.5.43); one without an end goes to the end."""
_KEPT = re.compile(
    rb"\[if\b|<!\[endif|#\w|!|.{0,80}?(?:licen[cs]e|copyright|\xc2\xa9|\(c\)\s|spdx)", re.IGNORECASE | re.DOTALL
)
"""What begins comments that do something: conditions for old browsers, includes of servers, notices of rights."""
_PAGES = (".html", ".htm", ".xhtml")


def is_page(name: str) -> bool:
    """Whether a file is a page of HTML, by its name."""
    return name.lower().endswith(_PAGES)


def without_page_comments(data: bytes) -> bytes:
    """A page without the comments of its writers; conditions, includes of servers and notices of rights stay."""

    def kept(part: re.Match[bytes]) -> bytes:
        return part[0] if part["raw"] or (part["inside"] and _KEPT.match(part["inside"].lstrip())) else b""

    return _PARTS.sub(kept, data)
