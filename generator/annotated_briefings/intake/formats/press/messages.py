"""Messages of news agencies as their services send them: a line of codes, sections, a headline that ends in `=`,
wrapped text, and a sign-off with the day. As dpa and its neighbours write them (IPTC 7901)."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.agencies.wire import HEADER, SIGN, VERSION, without_slug
from annotated_briefings.intake.cleaning.days import stated_day
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.plain.wrapping import joined
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.closed.notices import CLOSED, closes_below
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.people import people

_AGENCY = "[a-z]{2,6}"
_CODES = regex(rf"[a-z]{{3}}\d{{4}} \d [a-z]{{2,3}} \d{{1,4}} (?P<agency>{_AGENCY}) \d{{3,4}}", re.IGNORECASE)
_SECTIONS = regex(r"[^/.!?=]{2,40}(?:/[^/.!?=]{2,40})*/")
_NOTE = regex(r"\([^()]{3,120}\)")
_HEADLINE_END = regex(r"\s*=+\s*$")
_WRITER = regex(rf"(?:von|by|par|di|de|av|door) (?P<names>[^,=]{{4,80}}), (?:{_AGENCY})(?:\s?=)?", re.IGNORECASE)
_SIGN = regex(rf"(?:{_AGENCY}|[A-Z]{{2,6}})(?:[- /][a-z\d]{{1,6}}){{2,7}}")
_SENT = regex(r"(?P<day>\d{2})(?P<clock>\d{4}) (?P<month>[^\W\d]{3,4})\.? (?P<year>\d{2})")
_RULE = regex(r"[\s*=_#-]+")
_STOP = regex(r"[.!?…:][\"'”’»«“)]*$")
_LONGEST_HEAD, _MOST_HEADLINE = 10, 4
"""Lines of the head of a message, and of its headline."""


def read_messages(lines: Sequence[str]) -> Outline | None:
    """The messages of a file that begins with the codes of one; None for any other text."""
    starts = [n for n, line in enumerate(lines) if _CODES.fullmatch(line)]
    if not starts or any(lines[: starts[0]]):
        return None
    stories = [_message(lines, a, b) for a, b in zip(starts, (*starts[1:], len(lines)), strict=True)]
    found = [story for story in stories if story is not None]
    return Outline(tuple(found), {}) if len(found) == len(stories) else None


def _message(lines: Sequence[str], start: int, end: int) -> ArticleLines | None:
    """The message between two places; None where it has no headline."""
    left = {start: HEADER}
    text: dict[int, str] = {}
    headline: list[str] = []
    author, at = "", start + 1
    while at < min(end, start + _LONGEST_HEAD) and not (headline and _HEADLINE_END.search(headline[-1])):
        line = lines[at]
        if not headline and _SECTIONS.fullmatch(line):
            left[at] = HEADER
        elif not headline and _NOTE.fullmatch(line):
            left[at] = VERSION
        elif not headline and is_embargo(line):
            text[at] = line
        elif found := _WRITER.fullmatch(line):
            author = people(found["names"])
            if line.endswith("="):
                at += 1
                break
        elif line:
            headline.append(line)
        at += 1
    if not headline or len(headline) > _MOST_HEADLINE or not _HEADLINE_END.search(lines[at - 1]):
        return None
    while at < end and (not lines[at] or (found := _WRITER.fullmatch(lines[at]))):
        author = people(found["names"]) if lines[at] and found else author
        at += 1
    last = next((n for n in range(at, end) if _signs_off(lines[n:end])), end)
    closed = next((n for n in range(at, last) if closes_below(lines[n])), last)
    left |= dict.fromkeys(range(closed, last), CLOSED) | dict.fromkeys(range(last, end), SIGN)
    left |= {n: SIGN for n in range(at, closed) if lines[n] and _RULE.fullmatch(lines[n])}
    text |= _paragraphs({n: "" if n in left else lines[n] for n in range(at, closed)})
    sent = next((found for n in range(last, end) if (found := _SENT.fullmatch(lines[n]))), None)
    codes = _CODES.fullmatch(lines[start])
    title = without_slug(_HEADLINE_END.sub("", joined(headline, ())))
    day = stated_day(f"{sent['day']} {sent['month']} 20{sent['year']}") if sent else ""
    given = Given(title=title, author=author, outlet=codes["agency"] if codes else "", published=day)
    return ArticleLines(given, text, left, apart=True)


def _signs_off(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is the sign-off of a message: its day, or signs above that or at the very end."""
    below = next(filter(None, lines[1:]), "")
    signed = _SIGN.fullmatch(lines[0]) is not None and (not below or _SENT.fullmatch(below) is not None)
    return signed or _SENT.fullmatch(lines[0]) is not None


def _paragraphs(lines: dict[int, str]) -> dict[int, str]:
    """The paragraphs of wrapped lines, each at the place of its first line: one ends with a sentence before a line for
    whose first word there was room."""
    width = max(map(len, lines.values()), default=0)
    words = {word for line in lines.values() for word in line.split()}
    runs: list[tuple[int, list[str]]] = []
    above = ""
    for place, line in lines.items():
        if line:
            room = len(above) + 1 + len(line.split()[0]) <= width
            if not above or is_embargo(line) or (_STOP.search(above) and room):
                runs.append((place, []))
            runs[-1][1].append(line)
        above = line
    return {place: joined(run, words) for place, run in runs}
