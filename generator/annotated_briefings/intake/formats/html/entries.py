"""Running reports: pages whose entries each have a time of their own, the newest first or last."""

import re
from collections.abc import Iterator, Sequence

from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.datelines import is_moment_line, labelled_day
from annotated_briefings.intake.cleaning.days import find_day, stated_day
from annotated_briefings.intake.cleaning.entries import is_age
from annotated_briefings.intake.formats.html.blocks import PlacedBlock
from annotated_briefings.intake.model import Paragraph

_FEWEST = 3
"""Entries of a running report."""
_PROSE = 6
"""Words of an entry, at least."""
_LONGEST = 12
"""Words of a line that is the time of an entry."""
_OUTSIDE = ("nav", "aside", "footer")
_COMMENTS = regex(r"comment|reply|related|teaser|sidebar|recommend|most-?read|card", re.IGNORECASE)
_OPENS = regex(r"(?P<time>\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\b\.?|uhr|h\b))?)\W{0,4}\s+(?=\S)", re.IGNORECASE)
"""How an entry begins whose time is on the line of its text."""
_MOMENT = regex(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)")


class RunningReport(Value):
    """The entries of a running report among the blocks of its page."""

    first: int
    """Place of the first block of an entry."""
    last: int
    """Place of the last block of an entry."""
    marks: tuple[int, ...]
    """The places of the blocks that are, or begin with, the times of entries."""
    times: dict[int, Paragraph]
    """Those of them that are shown otherwise than the page shows them, by their places."""
    days: tuple[str, ...]
    """The days of the entries that state one, in order, each once."""

    def holds(self, block: PlacedBlock) -> bool:
        """Whether a block among those of the entries is part of one."""
        return _is_text(block)

    def paragraphs(self, chosen: Sequence[tuple[int, Paragraph]]) -> Iterator[Paragraph]:
        """The paragraphs of the report, each with its place: a time is a heading, with the headline that follows it."""
        held: Paragraph | None = None
        headed = False
        for n, paragraph in chosen:
            shown = self.times.get(n, paragraph)
            if held is not None:
                merged = paragraph.heading and n not in self.marks and not is_age(held.text)
                text = f"{held.text} {paragraph.text}" if merged else held.text
                yield replace(held, text=text, markdown="", heading=True)
                held, headed = None, True
                if merged:
                    continue
            if n in self.marks and not headed and _is_time(shown.text):
                held = shown
                continue
            yield shown
            headed = shown.heading
        if held is not None:
            yield held


def running_report(found: Sequence[PlacedBlock]) -> RunningReport | None:
    """The entries of a page that is a running report; None for any other page.

    A time is before, or in the first line of, each of three entries at least, nearly all running text is in them,
    and none of them is a comment or leads to an article of its own.
    """
    marks = [n for n, block in enumerate(found) if _is_mark(block)]
    while len(marks) > 1 and labelled_day(found[marks[0]][0].text) and not labelled_day(found[marks[1]][0].text):
        # The day of the report, such as `Published on 3 March 2026 at 14:32`.
        marks = marks[1:]
    if len(marks) < _FEWEST:
        return None
    ends = [*marks[1:], len(found)]
    full = [n for n, end in zip(marks, ends, strict=True) if _words(found, n, end) >= _PROSE]
    headed = _leads(found, marks)
    if len(full) < _FEWEST or len(full) < len(marks) - 1 or headed * 2 > len(marks):
        return None
    first = _with_heading(found, marks[0])
    last = max(n for n in range(marks[-1], len(found)) if n == marks[-1] or _is_text(found[n]))
    last = _end(found, marks, last)
    if 2 * _words(found, first, last + 1) < _words(found, 0, len(found)):
        return None
    days = dict.fromkeys(day for n in marks if (day := _day(found[n])))
    times = {n: shown for n in marks if (shown := _shown(found[n], several=len(days) > 1)) is not None}
    return RunningReport(first, last, tuple(marks), times, tuple(days))


def _is_mark(block: PlacedBlock) -> bool:
    """Whether a block is the time of an entry, or begins with it."""
    paragraph, tag = block
    if paragraph.aside or _is_beside(tag):
        return False
    time = tag if tag.name == "time" else tag.find("time", datetime=True)
    if isinstance(time, Tag) and _MOMENT.match(str(time.get("datetime") or "")):
        return len(paragraph.text.split()) <= _LONGEST or paragraph.text.startswith(time.get_text().strip())
    return is_moment_line(paragraph.text) or is_age(paragraph.text) or bool(_OPENS.match(paragraph.text))


def _is_time(text: str) -> bool:
    return is_moment_line(text) or is_age(text) or bool(_MOMENT.fullmatch(text))


def _is_beside(tag: Tag) -> bool:
    for one in (tag, *tag.parents):
        names = " ".join(map(str, (*one.get_attribute_list("class"), one.get("id") or "")))
        if one.name in ("body", "html"):
            return False
        if one.name in _OUTSIDE or _COMMENTS.search(names):
            return True
    return False


def _is_text(block: PlacedBlock) -> bool:
    return not block[0].aside and not _is_beside(block[1])


def _words(found: Sequence[PlacedBlock], start: int, end: int) -> int:
    return sum(len(block[0].text.split()) for block in found[start:end] if _is_text(block) and not block[0].heading)


def _leads(found: Sequence[PlacedBlock], marks: Sequence[int]) -> int:
    """How many entries have a headline that leads elsewhere: those are teasers."""
    return sum(
        any(
            block[0].heading and block[1].find("a", href=re.compile("^http")) is not None
            for block in found[max(0, n - 1) : n + 2]
        )
        for n in marks
    )


def _with_heading(found: Sequence[PlacedBlock], mark: int) -> int:
    """The place of the headline of the first entry, where it is before its time and is no headline of the page."""
    above = found[mark - 1] if mark else None
    return mark - 1 if above and above[0].heading and above[1].name not in ("h1",) and _is_text(above) else mark


def _end(found: Sequence[PlacedBlock], marks: Sequence[int], last: int) -> int:
    """The end of the last entry: it reaches no further than the element around it."""
    paths = [[id(one) for one in (found[n][1], *found[n][1].parents)] for n in marks]
    common = next((one for one in paths[0] if all(one in path for path in paths)), None)
    inside = [
        n for n in range(marks[-1], last + 1) if any(id(one) == common for one in (found[n][1], *found[n][1].parents))
    ]
    return max(inside, default=last)


def _day(block: PlacedBlock) -> str:
    time = block[1] if block[1].name == "time" else block[1].find("time", datetime=True)
    stated = stated_day(str(time.get("datetime") or "")) if isinstance(time, Tag) else ""
    return (stated or find_day(block[0].text))[:10]


def _shown(block: PlacedBlock, *, several: bool) -> Paragraph | None:
    """The time of an entry: as the page shows it, or as its data state it, where it counts from now or names no day."""
    paragraph, tag = block
    time = tag if tag.name == "time" else tag.find("time", datetime=True)
    moment = _MOMENT.match(str(time.get("datetime") or "")) if isinstance(time, Tag) else None
    if moment is None or not isinstance(time, Tag) or paragraph.text != " ".join(time.get_text().split()):
        return None
    clock = is_moment_line(paragraph.text)
    if clock and (not several or find_day(paragraph.text)):
        return None
    text = f"{moment[1]} {moment[2]}" if several else moment[2]
    return replace(paragraph, text=text, markdown="")
