"""Messages of agencies by their frame, whatever the codes of an agency are: lines of codes, a slug, a headline, a text
that begins with place, day and agency; below it an end mark, signs of its writers, when it was sent, whom to ask."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.agencies.wire import (
    CONTACTS,
    END_MARKS,
    HEADER,
    KEYWORDS,
    SENT,
    SIGN,
    VERSION,
    sent_day,
    without_slug,
)
from annotated_briefings.intake.cleaning.datelines import read_dateline
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.asides import why_aside

_TOKEN = regex(r"[A-Z\d/_-]+(?:[a-z]\d[A-Z\d]*)?")
_SLUG = regex(r"[A-ZÀ-Þ]{2,}(?:[-/][A-ZÀ-Þ\d]{2,})+(?: [A-ZÀ-Þ\d-]{2,}){0,4}(?:\s?\(.{2,40}\))?")
_FOOT = regex("|".join(f"(?:{one})" for one in (*SENT, *END_MARKS, *CONTACTS, *KEYWORDS)), re.IGNORECASE)
_SIGNED = regex(
    r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,5}|[A-Z]{2,3}\d?-[A-Z]{2,4}(?:/[A-Z]{2,4})?|[A-Z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})*"
)
_NOTE = regex(r"\([^()]{3,120}\)")
_LEAST, _MOST_CODES, _FIGURES, _MOST_HEADLINE = 2, 9, 4, 3
"""Codes of a line, and figures of a code, at least; codes of a line at most; figures of a single code; lines of a
headline."""


class _WireFrame(Value):
    title: str
    day: str
    proven: bool
    """Whether place and agency, or a day of sending, show that it is a message."""
    text: dict[int, str]
    left: dict[int, str]


def read_frames(lines: Sequence[str]) -> Outline | None:
    """The messages of a file that begins with the head of one; None for any other text. ``lines`` are plain ones."""
    first = next((n for n, line in enumerate(lines) if line), -1)
    if first < 0 or not (is_codes(lines[first]) or _SLUG.fullmatch(lines[first])):
        return None
    starts = [n for n, line in enumerate(lines) if n == first or (is_codes(line) and _is_below_foot(lines, n))]
    found = [_frame(lines, a, b) for a, b in zip(starts, (*starts[1:], len(lines)), strict=True)]
    if not all(one.title and one.text and one.proven for one in found):
        return None
    stories = (
        ArticleLines(Given(title=without_slug(one.title), published=one.day), one.text, one.left) for one in found
    )
    return Outline(tuple(stories), {})


def is_codes(line: str) -> bool:
    """Whether a line consists of codes: capitals, figures and signs, of which some have figures or are short."""
    tokens = line.split()
    if not tokens or len(tokens) > _MOST_CODES or not all(map(_TOKEN.fullmatch, tokens)):
        return False
    coded = [token for token in tokens if len(re.findall(r"\d", token)) >= _LEAST and re.search("[A-Z]", token)]
    alone = "_" in line or "/" in line or len(re.findall(r"\d", line)) >= _FIGURES
    return bool(coded) and (len(tokens) >= _LEAST or alone)


def _is_below_foot(lines: Sequence[str], n: int) -> bool:
    above = next((lines[m] for m in range(n - 1, -1, -1) if lines[m]), "")
    return bool(_FOOT.fullmatch(above) or _SIGNED.fullmatch(above))


def _is_foot(line: str) -> bool:
    return bool(_FOOT.fullmatch(line) or _SIGNED.fullmatch(line)) or is_codes(line)


def _frame(lines: Sequence[str], start: int, end: int) -> _WireFrame:
    """The message between two places."""
    left: dict[int, str] = {}
    at = start
    while at < end and (not lines[at] or is_codes(lines[at]) or (_SLUG.fullmatch(lines[at]) and at < end - 1)):
        left |= {at: HEADER} if lines[at] else {}
        at += 1
    last, day = end, ""
    while last > at and (not lines[last - 1] or _is_foot(lines[last - 1]) or why_aside(lines[last - 1])):
        last -= 1
        day = day or sent_day(lines[last])
        left |= {last: why_aside(lines[last]) or SIGN} if lines[last] else {}
    headline: list[str] = []
    while at < last and len(headline) < _MOST_HEADLINE and not (headline and (not lines[at] or _opens(lines[at]))):
        if lines[at] and _NOTE.fullmatch(lines[at]):
            left[at] = VERSION
        elif lines[at]:
            headline.append(lines[at])
        at += 1
    while at < last and (not lines[at] or _NOTE.fullmatch(lines[at])):
        left |= {at: VERSION} if lines[at] else {}
        at += 1
    text = {n: lines[n] for n in range(at, last) if lines[n] or n > at}
    proven = bool(day) or (at < last and _opens(lines[at]))
    return _WireFrame(title=" ".join(headline).rstrip(" ="), day=day, proven=proven, text=text, left=left)


def _opens(line: str) -> bool:
    """Whether a line begins with place and agency, or with place and day."""
    found = read_dateline(line)
    return found is not None and bool(found.agency or found.day or found.yearless)
