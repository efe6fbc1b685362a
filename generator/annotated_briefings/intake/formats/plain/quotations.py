"""Quotations and code in plain text: lines behind `>` or a bar, indented ones, and those between fences."""

import re
from collections.abc import Sequence
from itertools import groupby

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.plain.lines import TextBlock, clean_line, flowing, indent_of, is_ended
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.model import Paragraph

_FENCE = regex(r"\s*(?:`{3,}|~~~(?!~))[\w+.-]*\s*$")
_MARK = regex(r"\s{0,3}> ?")
_BAR = regex(r"\s{0,3}[|│┃] ?(?=[^|│┃]*$)")
_CODE = regex(
    r"[{};]\s*$|^\s*(?:def|class|import|return|if|for|while|function|var|let|const)\b.*[:;{(]|[=!]=|=>|</?\w+>"
)
_DEEP = 3
"""Columns from which a line is indented as a quotation."""
_ALONE = 40
"""Fewest letters of a quotation of one line: shorter ones are headlines and names in the middle of a page."""
QUOTED_FILE = 0.8
"""Share of lines behind `>` from which a whole text is quoted."""


def find_code(raw: Sequence[str], at: int) -> TextBlock | None:
    """What is between two fences, as it is."""
    if not _FENCE.match(raw[at]):
        return None
    signs = raw[at].strip()
    kind = signs.lstrip(signs[0])
    sign = signs.removesuffix(kind)
    end = next((n for n in range(at + 1, len(raw)) if raw[n].strip() == sign), 0)
    return _code(raw[at + 1 : end], at, end + 1, kind) if end else None


def _code(lines: Sequence[str], at: int, end: int, kind: str = "") -> TextBlock | None:
    text = " ".join(filter(None, map(clean_line, lines)))
    if not text:
        return None
    body = "\n".join(line.rstrip() for line in lines).strip("\n").replace("```", "'''")
    return TextBlock(end, (Paragraph(text, at + 1, end, f"```{kind}\n{body}\n```"),))


def find_quotation(raw: Sequence[str], at: int) -> TextBlock | None:
    """Lines behind `>` or behind a bar."""
    for mark, fewest in ((_MARK, 1), (_BAR, 2)):
        end = at
        while end < len(raw) and mark.match(raw[end]):
            end += 1
        inner = [mark.sub("", raw[n], count=1) for n in range(at, end)]
        if len(inner) >= fewest and (block := _quotation(inner, at, end)):
            return block
    return None


def _quotation(inner: Sequence[str], at: int, end: int) -> TextBlock | None:
    """A quotation of lines without their marks; one short line that begins with a figure compares numbers."""
    words = [clean_line(re.sub(r"^(?:\s*>)+\s*", "", line)) for line in inner]
    if not any(map(re.compile(r"\w").search, words)) or (len(words) == 1 and words[0][:1].isdigit()):
        return None
    groups = [list(lines) for filled, lines in groupby(words, bool) if filled]
    flows = [flowing(lines) for lines in groups]
    marked = "\n\n".join(markdown for _, markdown in flows)
    quoted = "\n".join(f"> {line}".rstrip() for line in marked.split("\n"))
    return TextBlock(end, (Paragraph(" ".join(text for text, _ in flows), at + 1, end, quoted),))


def find_indented(raw: Sequence[str], at: int, above: str) -> TextBlock | None:
    """Lines that are indented between blank ones, in a text in which most are not: a quotation, or code; ``above`` is
    the line of text before them."""
    if at and raw[at - 1].strip():
        return None
    end = last = at
    while end < len(raw) and (not raw[end].strip() or indent_of(raw[end]) >= _DEEP):
        last = end if raw[end].strip() else last
        end += 1
    if end < len(raw) and last == end - 1:
        return None
    lines = [line for line in raw[at : last + 1] if line.strip()]
    words = [clean_line(line) for line in lines]
    if all(map(read_header, words)) or (len(words) == 1 and (len(words[0]) < _ALONE or not is_ended(words[0]))):
        return None
    if not any(map(is_ended, words)) and (len(words) < 3 or above.endswith((":", "："))):
        return None
    if sum(_CODE.search(line) is not None for line in lines) * 2 > len(lines):
        least = min(map(indent_of, lines))
        return _code([line.expandtabs(4)[least:] for line in raw[at : last + 1]], at, last + 1)
    return _quotation(raw[at : last + 1], at, last + 1)
