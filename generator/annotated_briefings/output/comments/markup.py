"""Comments in XML (XML 1.0, 2.5 to 2.8), in all formats that are written in it."""

import re

from annotated_briefings.base.regex import regex

_PARTS = regex(
    r"(?P<data><!\[CDATA\[.*?\]\]>)|<!--(?P<inside>.*?)(?:--!?>|\Z)"
    r"|<\?(?P<told>(?:xml|xml-stylesheet|mso-application)\s.*?)\?>|(?P<program><\?.*?(?:\?>|\Z))",
    re.DOTALL,
)
"""Stretches in which nothing is a comment, comments, what programs are told, and what only some program is told."""
_DOCTYPE = regex(r"(<!DOCTYPE\b[^\[>]*)\[(.*?)\]\s*>", re.DOTALL)
_ENTITY = regex(r"""<!ENTITY\s+(?P<name>[\w.:-]+)\s+(?:"[^"]*"|'[^']*')\s*>""")
_RIGHTS = regex(r"\s*.{0,80}?(?:licen[cs]e|copyright|©|\(c\)\s|spdx)", re.IGNORECASE | re.DOTALL)


def without_markup_comments(text: str) -> str:
    """A text in XML without comments, and without entities that nothing in it names; notices of rights stay."""

    def kept(part: re.Match[str]) -> str:
        if part["inside"] is not None:
            return part[0] if _RIGHTS.match(part["inside"]) else ""
        return "" if part["program"] else part[0]

    made = _PARTS.sub(kept, text) if "<!--" in text or "<?" in text else text
    if found := _DOCTYPE.search(made):
        rest = made[: found.start()] + made[found.end() :]
        inner = _ENTITY.sub(lambda one: one[0] if f"&{one['name']};" in rest + found[2] else "", found[2])
        if inner != found[2]:
            made = made[: found.start(2)] + inner + made[found.end(2) :]
    return made
