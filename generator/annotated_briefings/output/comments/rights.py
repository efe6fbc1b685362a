"""Comments that stay: notices of rights, which licences want to see beside what they are about."""

import re

from annotated_briefings.base.regex import regex

_RIGHTS = regex(r"!|.{0,200}?(?:licen[cs]e|copyright|©|\(c\)\s|spdx|@preserve)", re.IGNORECASE | re.DOTALL)


def is_notice(inside: str) -> bool:
    """Whether a comment is a notice of rights, by what it begins with; ``!`` says so in scripts and style sheets."""
    return _RIGHTS.match(inside.lstrip(" \t\r\n*")) is not None
