"""Header lines of collected text: ``Title: ...``, ``BYLINE: ...``, ``3 of 12 DOCUMENTS``."""

import re
from collections.abc import Iterable, Mapping, Sequence

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels import LabelledLine, LabelRole, labelled_line
from annotated_briefings.intake.stated.marks.state_lines import read_state_line

_FIELDS = {
    LabelRole.TITLE: "title",
    LabelRole.AUTHOR: "author",
    LabelRole.BY: "author",
    LabelRole.PUBLISHED: "published",
    LabelRole.UPDATED: "updated",
    LabelRole.OUTLET: "outlet",
    LabelRole.PUBLISHER: "outlet",
    LabelRole.URL: "url",
    **dict.fromkeys(
        (
            LabelRole.TRANSLATOR,
            LabelRole.EDITOR,
            LabelRole.PHOTOGRAPHER,
            LabelRole.PLACE,
            LabelRole.SECTION,
            LabelRole.LANGUAGE,
            LabelRole.RIGHTS,
            LabelRole.LENGTH,
        ),
        "",
    ),
}
"""Fields of header lines, by what their labels name; empty for what briefs have no use for. The labels of texts and of
summaries are none: what follows them is text."""
_DATABASE_KEYS = (
    "loaddate graphic publicationtype documenttype journalcode pubtype subject keywords tags edition page wc type"
)
_DATABASE = frozenset(_DATABASE_KEYS.split())
"""Header lines of databases, which briefs have no use for either."""
_DASHED = frozenset((LabelRole.TITLE, LabelRole.AUTHOR, LabelRole.OUTLET, LabelRole.PUBLISHED))
"""What a dash may part from its label too."""
_LONGEST = {
    LabelRole.AUTHOR: 60,
    LabelRole.OUTLET: 80,
    LabelRole.TITLE: 300,
    LabelRole.RIGHTS: 300,
    LabelRole.URL: 2000,
}
_LONGEST_OTHER = 140
"""Characters of what such a line says, by what it is, and of all others: what is longer is text."""
_COUNTER = regex(
    r"(?:document |article )?\d{1,5} of \d{1,5}(?: (?:documents?|articles?|results?|stories))?\.?", re.IGNORECASE
)
_LONGEST_STATE = 100
"""Characters of a line that says who may read its text."""
_MARKED = regex(r"(#{1,6}) +(?=[^\s#]|#\w)")


class Header(Value):
    """One header line."""

    field: str
    """``title``, ``author``, ``published``, ``updated``, ``outlet``, ``url``, or empty for any other."""
    value: str
    """What it says."""


def read_header(line: str) -> Header | None:
    """The header that a line is, or None; one that says who may read the text has the whole line as its value."""
    found = labelled_line(line)
    field = _field(found) if found is not None else None
    if found is None or field is None:
        return Header("", line) if len(line) <= _LONGEST_STATE and read_state_line(line) is not None else None
    return Header(field, found.value)


def _field(line: LabelledLine) -> str | None:
    """The field of a line with a label; None for one that is no header."""
    if bare_key(line.label) in _DATABASE:
        return "" if not line.dashed else None
    # In other languages than English, a word right before a writer is a short form of a day, or of much else.
    said = line.role == LabelRole.BY and line.label.casefold() != "by"
    if said or (line.dashed and line.role not in _DASHED):
        return None
    return _FIELDS.get(line.role) if len(line.value) <= _LONGEST.get(line.role, _LONGEST_OTHER) else None


def is_fact(line: str) -> bool:
    """Whether a line is a header that states a fact of its article, such as its source, and not who may read it."""
    header = read_header(line)
    return header is not None and header.value != line


def is_unused(line: str, values: Mapping[str, str]) -> bool:
    """Whether a line is a header that states a fact for which briefs have no field, or a second one of a field."""
    header = read_header(line)
    return header is not None and header.value != line and values.get(header.field) != header.value


def is_counter(line: str) -> bool:
    """Whether a line numbers the documents of an archive export."""
    return bool(_COUNTER.fullmatch(line))


def headline_marks(lines: Sequence[str]) -> frozenset[int]:
    """Places of lines marked as headlines with ``#`` signs in a plain text: several at the same, highest level."""
    marks = {n: len(match[1]) for n, line in enumerate(lines) if (match := _MARKED.match(line))}
    top = min(marks.values(), default=0)
    found = frozenset(n for n, level in marks.items() if level == top)
    return found if len(found) > 1 else frozenset()


def unmarked(line: str) -> str:
    """A line without the ``#`` signs of a headline or sub-heading."""
    return _MARKED.sub("", line)


def openings(lines: Sequence[str]) -> frozenset[int]:
    """Places of lines that open an article: document counters, and header blocks that name a title.

    One such line alone proves nothing: a text may say "Title: ..." or "1 of 2" by chance.
    """
    counters = {n for n, line in enumerate(lines) if is_counter(line)}
    blocks: set[int] = set()
    n = 0
    while n < len(lines):
        end = n
        fields: list[str] = []
        while end < len(lines) and (header := read_header(lines[end])):
            fields.append(header.field)
            end += 1
        if end - n >= 2 and "title" in fields:
            blocks.add(n)
        n = max(end, n + 1)
    return frozenset((counters if len(counters) > 1 else set()) | blocks) | headline_marks(lines)


def header_values(lines: Iterable[tuple[int, str]]) -> tuple[dict[str, str], frozenset[int]]:
    """What header lines say, the first of a field winning, and their places."""
    values: dict[str, str] = {}
    places: set[int] = set()
    for place, line in lines:
        header = read_header(line)
        if header:
            places.add(place)
            if header.field:
                values.setdefault(header.field, header.value)
    return values, frozenset(places)
