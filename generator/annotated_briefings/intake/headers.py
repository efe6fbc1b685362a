"""Header lines of collected text: ``Title: ...``, ``BYLINE: ...``, ``3 of 12 DOCUMENTS``."""

import re
from collections.abc import Iterable, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.base.web import normal_parts
from annotated_briefings.intake.cleaning.labels import labelled
from annotated_briefings.intake.stated.addresses import is_campaign
from annotated_briefings.intake.stated.marks.state_lines import read_state_line

_KEYS = {
    "title": "title",
    "headline": "title",
    "byline": "author",
    "author": "author",
    "by": "author",
    "authors": "author",
    "date": "published",
    "published": "published",
    "published on": "published",
    "publication date": "published",
    "source": "outlet",
    "publication": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "url": "url",
    "link": "url",
    "length": "",
    "load-date": "",
    "section": "",
    "dateline": "",
    "language": "",
    "copyright": "",
    "graphic": "",
    "publication-type": "",
    "document-type": "",
    "journal code": "",
    "pub-type": "",
    "word count": "",
    "subject": "",
    "keywords": "",
    "tags": "",
    "edition": "",
    "page": "",
    "wc": "",
    "type": "",
}
"""Key of a header line to what it says; empty for what briefs have no use for."""
_LINE = re.compile(r"([A-Za-z][A-Za-z -]{1,18}?)\s?:\s+(\S.*)|([A-Z-]{4,16}):\s*(\S.*)")
_COUNTER = re.compile(
    r"(?:document |article )?\d{1,5} of \d{1,5}(?: (?:documents?|articles?|results?|stories))?\.?", re.IGNORECASE
)
_LONGEST_STATE = 100
"""Characters of a line that says who may read its text."""
_MARKED = re.compile(r"(#{1,6}) +(?=[^\s#]|#\w)")


def plain_address(url: str) -> str:
    """A web address in normal form, without what changes from one link to the next: scheme, ``www``, fragment,
    tracking, last slash."""
    parts = normal_parts(url)
    query = "&".join(sorted(p for p in parts.query.split("&") if p and not is_campaign(*p.partition("=")[::2])))
    return parts.host.removeprefix("www.") + parts.path.rstrip("/") + (f"?{query}" if query else "")


class Header(Value):
    """One header line."""

    field: str
    """``title``, ``author``, ``published``, ``outlet``, ``url``, or empty for any other."""
    value: str
    """What it says."""


def read_header(line: str) -> Header | None:
    """The header that a line is, or None; one that says who may read the text has the whole line as its value."""
    foreign = labelled(line)
    if foreign is not None:
        return Header(*foreign)
    match = _LINE.fullmatch(line)
    if match is None or (match[1] or match[3]).strip().lower() not in _KEYS:
        return Header("", line) if len(line) <= _LONGEST_STATE and read_state_line(line) is not None else None
    key, value = (match[1], match[2]) if match[1] else (match[3], match[4])
    return Header(_KEYS[key.strip().lower()], value.strip())


def is_fact(line: str) -> bool:
    """Whether a line is a header that states a fact of its article, such as its source, and not who may read it."""
    header = read_header(line)
    return header is not None and header.value != line


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
