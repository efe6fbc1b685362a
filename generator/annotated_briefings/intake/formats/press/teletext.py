"""Pages of teletext: a line with the number of the page, its service and the time, a headline, wrapped text."""

from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.model import Given

HEAD, FOOT = "the head of its pages", "the foot of its pages"
_TOP = regex(
    r"(?:P\s?)?(?P<number>[1-8]\d\d)(?:[ /.]\d{1,2}(?:/\d{1,2})?)?\s+"
    r"(?P<service>[^\W\d]\S*(?: (?-i:[A-ZÀ-Þ])[\w-]{3,})?)\b.*"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
)
_PART = regex(r"\d{1,2}/\d{1,2}")
_ENDED = regex(rf"[{STOPS}][\"'”’»)]*$")
_WIDEST = 46
"""Signs of a line of teletext: forty, and a few of a frame."""
_RULE = regex(r"[\W_]+")
_MOST_HEAD = 3
"""Lines of a headline."""


def read_teletext(lines: Sequence[str]) -> Outline | None:
    """The articles of pages of teletext; None for any other text. A page that goes on with the one before it is no new
    one."""
    tops = [n for n, line in enumerate(lines) if _TOP.fullmatch(line)]
    first = next((n for n, line in enumerate(lines) if line), -1)
    if not tops or tops[0] != first or any(len(line) > _WIDEST for line in lines):
        return None
    stories = [_page(lines, a, b) for a, b in zip(tops, (*tops[1:], len(lines)), strict=True)]
    found = [story for story in stories if story is not None]
    return Outline(tuple(found), {}) if len(found) == len(stories) else None


def _page(lines: Sequence[str], start: int, end: int) -> ArticleLines | None:
    """The article of a page; None where it has no text."""
    top = _TOP.fullmatch(lines[start])
    left = {start: HEAD}
    at = start + 1
    while at < end and (not lines[at] or _RULE.fullmatch(lines[at]) or _PART.fullmatch(lines[at])):
        left |= {at: HEAD} if lines[at] else {}
        at += 1
    head = [n for n in range(at, end) if lines[n]][:_MOST_HEAD]
    below = next((n for n in range(at, end) if not lines[n]), end)
    title = [n for n in head if n < below]
    if not title or top is None or any(_ENDED.search(lines[n]) for n in title):
        return None
    text = {n: lines[n] for n in range(below, end) if lines[n] and not _RULE.fullmatch(lines[n])}
    left |= {n: FOOT for n in range(below, end) if lines[n] and n not in text}
    for n in sorted(text, reverse=True):
        if _ENDED.search(text[n]):
            break
        left[n] = FOOT
        del text[n]
    if not text:
        return None
    headline = " ".join(lines[n] for n in title)
    given = Given(title=headline, outlet=top["service"], published=find_day(lines[start]), day_order="dmy")
    return ArticleLines(given, text, left)
