"""Whether a passage joins the words of two blocks of a collected text into a sentence that nobody wrote."""

import re
from functools import lru_cache

from annotated_briefings.base.regex import regex

_BORDER = regex(r"[ \r]*([\n\t][\s]*)")
_ENDED = regex(r"[.,;:!?…。！？、；：/-][\"'”’»«“)\]]*\s*\Z")
_BREAK = regex(r"\s*\n\s*\n\s*|\s+//?\s+")
_WRAPPED_WIDTHS = range(40, 101)
"""Characters of the longest line of a text whose lines were cut at a width."""


def crosses_border(text: str, start: int, end: int, quote: str) -> bool:
    """Whether a passage of a text joins words of two blocks, such as a headline and a paragraph, or two cells, into a
    sentence that nobody wrote.

    Where the first block ends with a mark, its reader sees two; so does that of a quote which has a break there.
    """
    if "\n" not in text[start:end] and "\t" not in text[start:end]:
        return False
    breaks = _breaks(quote)
    for border in _BORDER.finditer(text, start, end):
        before = text[start : border.start()]
        if _ENDED.search(before) or _letters_in(before) in breaks:
            continue
        if "\t" in border[1] or not _is_wrapped(text, border.start(), border.end()):
            return True
    return False


def _breaks(quote: str) -> frozenset[int]:
    """The numbers of letters before the breaks of a quote, which are empty lines, or strokes between lines of verse."""
    return frozenset(_letters_in(quote[: found.start()]) for found in _BREAK.finditer(quote))


def _is_wrapped(text: str, end: int, start: int) -> bool:
    """Whether a line end is within a sentence: the next word would have made the line the longest of a text whose lines
    were cut at a width."""
    width = _width(text)
    line = text[text.rfind("\n", 0, end) + 1 : end]
    word = re.match(r"\S*", text[start:])
    return width in _WRAPPED_WIDTHS and len(line) + 1 + len(word[0] if word else "") > width


@lru_cache(maxsize=4)
def _width(text: str) -> int:
    """Characters of the longest line of a text."""
    return max(map(len, text.split("\n")))


def _letters_in(text: str) -> int:
    return sum(map(str.isalnum, text))
