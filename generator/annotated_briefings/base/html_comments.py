"""HTML comments in texts that people write: never meant for readers."""

import re
from collections.abc import Iterator

OPENS, CLOSES = "<!--", "-->"
"""Where a comment begins and ends."""
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)
_MARKDOWN = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`))"
    r"|(?P<comment><!--.*?(?:-->|\Z))",
    re.DOTALL | re.MULTILINE,
)


def without_markdown_comments(text: str) -> str:
    """A Markdown text without its comments; in code they stay. Where one fills lines, these go too."""
    if OPENS not in text:
        return text
    return _MARKDOWN.sub(lambda found: found["code"] or "", text)


def without_comments(text: str) -> str:
    """A text that is not Markdown without its comments."""
    return " ".join(" ".join(_outside(text)).split()) if OPENS in text else text


def is_unclosed(text: str) -> bool:
    """Whether a text of one line of Markdown, or none, holds a comment without an end."""
    return OPENS in text and any(OPENS in part for part in _outside(_CODE.sub("", text)))


def _outside(text: str) -> Iterator[str]:
    """What stands outside of comments; one without an end is left as it is. In linear time, unlike a pattern."""
    at = 0
    while (start := text.find(OPENS, at)) >= 0 and (end := text.find(CLOSES, start + len(OPENS))) >= 0:
        yield text[at:start]
        at = end + len(CLOSES)
    yield text[at:]
