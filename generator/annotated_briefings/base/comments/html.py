"""HTML comments in texts that people write: never meant for readers."""

import re
from collections.abc import Iterator

from annotated_briefings.base.regex import regex

OPENS, CLOSES = "<!--", "-->"
"""Where a comment begins and ends."""
_CODE = regex(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)


def without_comments(text: str) -> str:
    """A text that is not Markdown without its comments."""
    return " ".join(" ".join(outside_comments(text)).split()) if OPENS in text else text


def is_unclosed(text: str) -> bool:
    """Whether a text of one line of Markdown, or none, holds a comment without an end."""
    return OPENS in text and any(OPENS in part for part in outside_comments(_CODE.sub("", text)))


def outside_comments(text: str) -> Iterator[str]:
    """The parts of a text outside of comments; one without an end is left as it is. In linear time."""
    at = 0
    while (start := text.find(OPENS, at)) >= 0 and (end := text.find(CLOSES, start + len(OPENS))) >= 0:
        yield text[at:start]
        at = end + len(CLOSES)
    yield text[at:]
