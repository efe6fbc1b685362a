"""Where the documents of a download are, and the lines before, between and behind them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.press.body import is_prose
from annotated_briefings.intake.formats.press.labels import COVER, TEXT, TITLE, Label
from annotated_briefings.intake.formats.press.marks import counted, is_database, is_end, is_rights, is_row

_ABOVE = 6
"""Lines above the first field of a document that may belong to it."""
_LONGEST = 160
"""Characters of such a line."""
_FEWEST = 3
"""Fields of a document that nothing else shows."""


class Spans(Value):
    """The documents of a download, each from its first line up to the one after its last."""

    documents: tuple[tuple[int, int], ...]
    """Their spans in order."""
    proven: bool
    """Whether counters or ends of documents show them."""


def split(lines: Sequence[str], labels: Mapping[int, Label]) -> Spans:
    """The documents of a download by its counters, else by the ends of documents, else by fields that begin again;
    none for a text that is no download."""
    counters = {n: k for n, line in enumerate(lines) if line and (k := counted(line))}
    starts = _series(counters)
    if starts and (len(starts) > 1 or _bears(labels, starts[0], len(lines))):
        ends = [*starts[1:], len(lines)]
        return Spans(tuple(zip([n + 1 for n in starts], ends, strict=True)), True)
    ends = [n for n, line in enumerate(lines) if line and is_end(line)]
    if ends:
        starts = [0, *(n + 1 for n in ends[:-1])]
        first = _after_cover(lines, labels, ends[0])
        documents = [*zip([first, *starts[1:]], ends, strict=True)]
        if _is_document(lines, labels, ends[-1] + 1):
            # A download that was cut has no last end.
            documents.append((ends[-1] + 1, len(lines)))
        documents[0] = (_below_contents(lines, labels, documents), documents[0][1])
        return Spans(tuple(documents), True)
    return Spans(_by_fields(lines, labels), False)


def _series(counters: Mapping[int, int]) -> list[int]:
    """Places of counters that count from 1 on."""
    out: list[int] = []
    for n, k in counters.items():
        if k == len(out) + 1:
            out.append(n)
        elif k == 1 and len(out) == 1:
            # The list of documents on a cover counts too.
            out = [n]
    return out


def _bears(labels: Mapping[int, Label], start: int, end: int) -> bool:
    """Whether some lines hold fields of a document."""
    return len({label.key for n, label in labels.items() if start <= n < end}) >= _FEWEST


def _is_document(lines: Sequence[str], labels: Mapping[int, Label], start: int) -> bool:
    """Whether the lines behind the last end of a document are one more: fields and text."""
    last = len(lines)
    prose = any(lines[n] and n not in labels and is_prose(lines, n) for n in range(start, last))
    return _bears(labels, start, last) and (prose or any(n >= start for n, one in labels.items() if one.role == TEXT))


def _after_cover(lines: Sequence[str], labels: Mapping[int, Label], end: int) -> int:
    """The first line behind the cover of a download whose documents have ends: a cover is above all text."""
    text = next((n for n in range(end) if lines[n] and _begins_text(lines, labels, n)), end)
    sure = [n for n in range(text) if (n in labels and labels[n].role == COVER) or (lines[n] and is_database(lines[n]))]
    if not sure:
        return 0
    last = sure[-1] + 1
    while last < text and (not lines[last] or (last in labels and labels[last].on_covers)):
        last += 1
    return last


def _below_contents(lines: Sequence[str], labels: Mapping[int, Label], documents: Sequence[tuple[int, int]]) -> int:
    """The first line of the first document behind a list of contents, which has the headlines of all documents: of the
    first one it comes again below, of each other one in that document."""
    start, end = documents[0]
    places: dict[str, list[int]] = {}
    for n in range(start, end):
        places.setdefault(_bare(lines[n]), []).append(n)
    own = max((line for line, at in places.items() if len(at) > 1 and line), key=len, default="")
    if not own or len(documents) < 2:
        return start
    first, again = places[own][:2]
    if any(lines[n] and _begins_text(lines, labels, n) for n in range(start, again)):
        return start
    titles = [first]
    for a, b in documents[1:]:
        inside = {_bare(line) for line in lines[a:b] if line}
        listed = [line for line in places if line in inside and line != own and places[line][0] < again]
        # Headlines are longer than the names of papers.
        named = max(listed, key=len, default="")
        if not named:
            return start
        titles.append(places[named][0])
    rows = sum(1 for n in range(first, min((n for n in titles if n > first), default=first + 1)) if lines[n])
    last = [n for n in range(max(titles), again) if lines[n]][:rows]
    return last[-1] + 1 if last else start


def _bare(line: str) -> str:
    """The words of a line, without the number before an item of a list."""
    return re.sub(r"^\d{1,3}[.)]?\s+", "", line).casefold()


def _begins_text(lines: Sequence[str], labels: Mapping[int, Label], place: int) -> bool:
    """Whether a line is text, or what only is beside text."""
    if place in labels:
        return labels[place].role == TEXT
    return is_rights(lines[place]) or is_prose(lines, place)


def _by_fields(lines: Sequence[str], labels: Mapping[int, Label]) -> tuple[tuple[int, int], ...]:
    """Documents that begin where the same field begins again."""
    keys = Counter(label.key for label in labels.values() if label.role not in (TEXT, COVER))
    if sum(keys.values()) < _FEWEST or not keys:
        return ()
    titles = [n for n, label in labels.items() if label.role == TITLE]
    if titles:
        first = Counter(labels[n].key for n in titles).most_common(1)[0][0]
        anchors = [n for n in titles if labels[n].key == first]
    else:
        most = max(keys.values())
        lead = next(label.key for label in labels.values() if keys.get(label.key) == most)
        anchors = [n for n, label in labels.items() if label.key == lead]
    starts = [_top(lines, labels, n) for n in anchors]
    return tuple(zip(starts, [*starts[1:], len(lines)], strict=True))


def _top(lines: Sequence[str], labels: Mapping[int, Label], anchor: int) -> int:
    """The first line of the document whose first known field is at ``anchor``."""
    top, seen, n, blank = anchor, 0, anchor - 1, False
    while n >= 0 and seen < _ABOVE:
        line = lines[n]
        if not line:
            if blank or (top < anchor):
                break
            blank = True
        else:
            label = labels.get(n)
            own = label is not None and not blank and label.coded
            if not own and (label is not None or is_row(line) or is_rights(line) or _is_text(line)):
                break
            top, seen, blank = n, seen + 1, False
        n -= 1
    return top


def _is_text(line: str) -> bool:
    return len(line) > _LONGEST or line[-1] in '.!?…。！？”"»:;,'
