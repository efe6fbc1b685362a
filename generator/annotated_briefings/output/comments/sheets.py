"""Comments in style sheets (CSS Syntax 3, 4.3.2), also those with which old browsers were told apart."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.output.comments.rights import is_notice

_PARTS = regex(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?P<address>\burl\(\s*(?!["'\s])[^)]*\))"""
    r"""|/\*(?P<inside>.*?)(?:\*/|\Z)|(?P<old><!--|-->)|(?P<escape>\\.)""",
    re.DOTALL | re.IGNORECASE,
)


def without_sheet_comments(text: str, keep_notices: bool = True) -> str:
    """A style sheet without comments; one that has no end goes to the end. Notices of rights stay, if they shall."""
    if "/*" not in text and "<!--" not in text:
        return text

    def kept(part: re.Match[str]) -> str:
        if part["inside"] is None:
            return "" if part["old"] else part[0]
        notice = keep_notices and is_notice(part["inside"]) and "sourceMappingURL" not in part["inside"]
        # A comment parts what is before it from what is behind it.
        return part[0] if notice and part[0].endswith("*/") else "/**/" if _touches(part) else ""

    return _PARTS.sub(kept, text)


def _touches(part: re.Match[str]) -> bool:
    """Whether what is before a comment would run together with what is behind it."""
    text = part.string
    before, after = text[part.start() - 1 : part.start()], text[part.end() : part.end() + 1]
    return bool(before and after) and not (before + after).isspace() and not _APART.search(before + after)


_APART = regex(r"[\s{};,]")
