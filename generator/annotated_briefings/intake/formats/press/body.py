"""The text of a document among its fields: below the field of the text, or between the first fields and the last."""

from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.press.head import NAME, kind_of
from annotated_briefings.intake.formats.press.labels import TEXT, Label
from annotated_briefings.intake.formats.press.marks import is_database, is_end, is_page, is_rights, is_row

_ENDED = regex(rf"[{STOPS}][\"'”’»」』)\]]*$")
_INSIDE = regex(rf"[{STOPS}:;,»”\"，] |[。，]")
_LONG, _WRAPPED, _SENTENCE, _DENSE = 100, 60, 8, 20
"""Characters of prose, those of a wrapped line, words of a sentence, and signs of one in scripts without blanks."""
_MOSTLY = 0.5
"""Share of the blocks at the end of a document that begin with fields."""


class BodyLines(Value):
    """The text of a document."""

    text: Mapping[int, str]
    """Its lines by their places, without the label before them."""
    end: int
    """Place of the first line of the text."""


def is_prose(lines: Sequence[str], place: int) -> bool:
    """Whether a line is a sentence of a text, or a part of one."""
    line = lines[place]
    if is_rights(line) or is_database(line):
        return False
    if _ENDED.search(line) and (len(line.split()) >= _SENTENCE or (" " not in line and len(line) >= _DENSE)):
        return True
    if len(line) >= _LONG and _INSIDE.search(line):
        return True
    after = lines[place + 1] if place + 1 < len(lines) else ""
    return len(line) >= _WRAPPED and after[:1].islower()


def find_body(lines: Sequence[str], labels: Mapping[int, Label], first: int, last: int) -> BodyLines | None:
    """The text of the document in some lines; None where there is none."""
    stop = _row_behind(lines, labels, first, last)
    fields = [n for n, label in labels.items() if label.role == TEXT and n < stop]
    text: dict[int, str] = {}
    for n in fields:
        end = _tail(lines, labels, n + 1, next((m for m in fields if m > n), stop))
        text |= {n: labels[n].value} if labels[n].value else {}
        text |= {at: lines[at] for at in range(n + 1, end) if lines[at]}
    if not text:
        start = _start(lines, labels, first, stop)
        end = _tail(lines, labels, start, stop)
        text = {at: lines[at] for at in range(start, end) if lines[at]}
    begin = min(text, default=stop)
    text = {n: line for n, line in text.items() if line and not (is_page(line) or is_end(line) or is_row(line))}
    return BodyLines(text=text, end=begin) if text else None


def _row_behind(lines: Sequence[str], labels: Mapping[int, Label], first: int, last: int) -> int:
    """The first row of signs behind a field: what follows it is no part of the document."""
    seen = False
    for n in range(first, last):
        seen = seen or n in labels
        if seen and lines[n] and is_row(lines[n]):
            return n
    return last


def _start(lines: Sequence[str], labels: Mapping[int, Label], first: int, last: int) -> int:
    """Where a text without a field of its own begins: below the fields at the top, at the first sentence."""
    lead = next((n for n in range(first, last) if lines[n] and n not in labels and is_prose(lines, n)), last)
    top = max((n for n in range(first, lead) if lines[n] and _is_fact(lines[n], labels.get(n))), default=lead - 1)
    named = [n for n in range(first, top) if lines[n] and n not in labels and kind_of(lines[n]) == NAME]
    if len(named) < 2 and not any(label.role == "title" for n, label in labels.items() if n < lead):
        # The headline is below the day.
        return lead
    return min(top + 1, lead)


def _is_fact(line: str, label: Label | None) -> bool:
    return label is not None or kind_of(line) != NAME


def _tail(lines: Sequence[str], labels: Mapping[int, Label], start: int, last: int) -> int:
    """Where the fields below a text begin."""
    heads = [n for n in range(start, last) if lines[n] and (not lines[n - 1] or n in labels or is_rights(lines[n]))]
    fields = [n in labels or is_rights(lines[n]) or is_end(lines[n]) or is_database(lines[n]) for n in heads]
    below = 0
    best = last
    for at in range(len(heads) - 1, -1, -1):
        below += fields[at]
        if fields[at] and below >= _MOSTLY * (len(heads) - at):
            best = heads[at]
    return best
