"""The lines of a block of text without the signs of its layout, such as a quote, a callout, an item, a row, a heading.

What holds a text back as a line does so in every layout: here the signs are taken away before lines are read.
"""

import re
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.stated.closed.banners import LONGEST
from annotated_briefings.intake.stated.marks.use_notes import is_note_key

_MOST = 24
"""Lines of a block that are read; what is longer is a list or a table of something."""
_TAG = regex(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_RULE = regex(r"[\s|:+=_*~^`\"'.#-]*")
"""A line without words: the edge of a table or a block, or what underlines a heading."""
_KIND = r"[^\W\d_][\w-]{1,24}"
_NO_WORDS = regex(
    rf":{{3,}}\s*\{{?\.?(?:{_KIND})?\}}?\s*|(?:!!!|\?\?\?)\+?\s*(?:{_KIND}\s*){{1,3}}|\[(?:{_KIND})\]|"
    rf"#\+(?:begin|end)_{_KIND}|\{{%\s*(?:end)?{_KIND}(?:\s[^%]*)?%\}}|\\(?:begin|end)\{{[^{{}}]*\}}|>?\s*\[!{_KIND}\][+-]?",
    re.IGNORECASE,
)
"""A line that begins or ends a block of a writing tool, and has no words of the text."""
_START = regex(
    rf"\s*(?:>\s?|\[!{_KIND}\][+-]?\s*|(?:!!!|\?\?\?)\+?\s*(?:{_KIND}\s+){{1,3}}(?=\")|"
    rf":{{3,}}\s*\{{?\.?{_KIND}\}}?\s+|\.\.\s+{_KIND}::\s*|"
    rf"(?:NOTE|TIP|HINT|IMPORTANT|WARNING|CAUTION|DANGER|ATTENTION):\s+|"
    r"#{1,6}\s+|[-*+•‣◦▪]\s+|\(?\d{1,2}[.)]\s+|\[[ xX]?\]\s+|:\s+)"
)
"""Signs of a layout at the beginning of a line."""
_SIGNS = " \t*_=~–—-`|\ufe0f\u200d"
_TITLED = regex(r"\s*(?:!!!|\?\?\?)")
"""What begins a block whose title is in quotation marks."""
_PICTURES = regex(r"^[^\w\s(\[{<#@/\\.$€£%+-]+\s*|\s*[^\w\s)\]}>.!?…%'\"”»/*_=~`|-]+$")
"""Signs such as emoji around a line."""
_LABELLED = regex(r"[*_\s]*(?P<key>[^\W\d_][\w .&/'’-]{0,40}?)[*_]*\s?(?:::|[:：])[*_]*\s+(?P<value>\S.*)")


def unmarked_lines(block: str) -> Iterator[str]:
    """The lines of a block that may have signs of Markdown or of another writing tool: the cells of its rows, its items
    and the words behind its labels, each without its signs; none of a long block."""
    lines = [line for line in block.split("\n") if not _RULE.fullmatch(line)]
    for line in lines if len(lines) <= _MOST else ():
        for cell in _cells(_bare(line)):
            if cell and len(cell) <= LONGEST:
                yield cell
                label = _LABELLED.fullmatch(cell)
                if label and is_note_key(label["key"]):
                    yield _bare(label["value"])


def _cells(line: str) -> list[str]:
    return [line] if "|" not in line else [_bare(one) for one in line.split("|") if one.strip()]


def _bare(line: str) -> str:
    """A line without the signs of its layout."""
    line = _TAG.sub(" ", line) if "<" in line else line
    if _NO_WORDS.fullmatch(line.strip()):
        return ""
    signs = f'{_SIGNS}"' if _TITLED.match(line) else _SIGNS
    while found := _START.match(line):
        line = line[found.end() :]
    line = line.strip(signs)
    # Emphasis may be within signs, and signs within emphasis.
    return _PICTURES.sub("", line).strip(_SIGNS) if line and not (line[0].isalnum() and line[-1].isalnum()) else line
