"""Messages of agencies in America as their lines bring them: a slug, lines behind `^`, wrapped text, codes at the end
(ANPA 1312)."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.agencies.wire import EDITORS, HEADER, SIGN, without_slug
from annotated_briefings.intake.cleaning.days import stated_day
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.people import people

_MARK = regex(r"\^+\s*(?P<words>.*?)\s*<*$")
_SLUG = regex(r"(?:[a-z]\s){0,3}\^?(?:BC|AM|PM|AP|US|EU|ML|LT|AS)-\S+.*")
_OPENS = regex(r"ZCZC\b.*|[a-z]\d{4}\b.*|SOH|STX", re.IGNORECASE)
_EDITORS = regex(r"(?:eds|editors|note|attn|ap photo|photo|graphic|with|embargo\w*)\b.*", re.IGNORECASE)
_CODES = regex(
    r"\(?(?:PROFILE|END|TRIMS|MORE|STORY CAN END HERE|OPTIONAL.{0,40})\b.*|N{4}|EOT|ETX|_{2,}|={2,}"
    r"|(?:(?:Load|Eds)-?(?:Date|Note).*)"
)
_SENT = regex(r"[A-Z]{2,4}(?:-[A-Z]{2,4})?-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<clock>\d{4})[A-Z]{3}<?")
_LONGEST_HEAD, _FEWEST = 14, 2
"""Lines of the head of a message, and those of them behind `^`."""
_NAME = 4
"""Words of the name of an agency."""


class _MessageHead(Value):
    title: str
    author: str
    outlet: str
    left: dict[int, str]
    end: int


def read_marked_messages(lines: Sequence[str]) -> Outline | None:
    """The messages of a file with lines behind `^` at the top of each; None for any other text."""
    marked = [n for n, line in enumerate(lines) if line.startswith("^")]
    starts = list(_starts(lines, marked))
    if not starts or any(lines[: starts[0]]):
        return None
    stories = [_message(lines, a, b) for a, b in zip(starts, (*starts[1:], len(lines)), strict=True)]
    found = [story for story in stories if story is not None]
    return Outline(tuple(found), {}) if len(found) == len(stories) else None


def _starts(lines: Sequence[str], marked: Sequence[int]) -> Iterator[int]:
    """The first lines of messages: those of runs of lines behind `^`, with the slugs and codes right above them."""
    last = -1
    for n in marked:
        if last >= 0 and all(not line or line.startswith("^") for line in lines[last + 1 : n]):
            last = n
            continue
        start = n
        while start and _is_above(lines[start - 1]):
            start -= 1
        yield start + next((at for at, line in enumerate(lines[start : n + 1]) if line), 0)
        last = n


def _is_above(line: str) -> bool:
    return not line or bool(_OPENS.fullmatch(line) or _SLUG.fullmatch(line))


def _message(lines: Sequence[str], start: int, end: int) -> ArticleLines | None:
    """The message between two places; None where it has no headline or no text."""
    head = _head(lines, start, end)
    if not head.title:
        return None
    left = dict(head.left)
    text: dict[int, str] = {}
    sent = ""
    for n in range(head.end, end):
        found = _SENT.fullmatch(lines[n])
        if found:
            sent = stated_day(f"20{found['year']}-{found['month']}-{found['day']}")
        if found or _CODES.fullmatch(lines[n]):
            left[n] = SIGN
        elif lines[n].startswith("^"):
            left[n] = EDITORS
        elif lines[n]:
            text[n] = lines[n]
    given = Given(title=without_slug(head.title), author=head.author, outlet=head.outlet, published=sent)
    return ArticleLines(given, text, left) if text else None


def _head(lines: Sequence[str], start: int, end: int) -> _MessageHead:
    """What the lines above the text of a message say: its headline is the first that is no slug, note or byline."""
    title, author, outlet = "", "", ""
    left: dict[int, str] = {}
    at = start
    while at < min(end, start + _LONGEST_HEAD):
        line = lines[at]
        found = _MARK.fullmatch(line)
        words = found["words"] if found else line
        if not found and not _is_above(line):
            break
        if _EDITORS.fullmatch(words):
            left[at] = EDITORS
        elif not found or _SLUG.fullmatch(words):
            left |= {at: HEADER} if line else {}
        elif names := byline_names(words):
            author = people(names) or names
        elif not title:
            title = words
        elif not outlet and len(words.split()) <= _NAME:
            outlet = words
        else:
            left[at] = HEADER
        at += 1
    return _MessageHead(title=title, author=author, outlet=outlet, left=left, end=at)
