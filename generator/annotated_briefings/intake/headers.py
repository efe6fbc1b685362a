"""Header lines of collected text: ``Title: ...``, ``BYLINE: ...``, ``3 of 12 DOCUMENTS``."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels import (
    LabelledLine,
    LabelRole,
    is_always_a_field,
    is_database_field,
    labelled_line,
    part_measures,
    roles_by_language,
)
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
_FEWEST_SURE, _LABEL_WORDS = 3, 3
"""Header lines of a block from which any line with a label among them is one too, and most words of such a label."""
_SENTENCE = regex(rf"[{STOPS}][\"'”’»)]*$")
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
    field = _field(found, found.role) if found is not None else None
    if found is None or field is None:
        return Header("", line) if len(line) <= _LONGEST_STATE and read_state_line(line) is not None else None
    return Header(field, found.value)


def _field(line: LabelledLine, role: str) -> str | None:
    """The field of a line whose label names ``role``; None for one that is no header."""
    if is_always_a_field(line.label) or not part_measures(f"{line.label}: {line.value}").rest:
        return "" if not line.dashed else None
    # In other languages than English, a word right before a writer is a short form of a day, or of much else.
    is_field = role == LabelRole.BY and line.label.casefold() != "by"
    if is_field or (line.dashed and role not in _DASHED):
        return None
    return _FIELDS.get(role) if len(line.value) <= _LONGEST.get(role, _LONGEST_OTHER) else None


def read_headers(lines: Sequence[str]) -> dict[int, Header]:
    """The header lines among some lines, by their places.

    Beside others, a line is one whose label begins other lines too; within a block of them, one with any label. A label
    with several meanings means what it does in the language of most labels of its block.
    """
    found = {n: header for n, line in enumerate(lines) if line and (header := read_header(line))}
    if not found:
        return {}
    labels = {n: label for n, line in enumerate(lines) if line and (label := labelled_line(line)) and not label.dashed}
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for n in order:
            beside = n - order.step in found
            if beside and n not in found and n in labels and _is_beside(labels[n]):
                found[n] = Header("", labels[n].value)
    out: dict[int, Header] = {}
    for block in _blocks(sorted({*found, *(n for n, one in labels.items() if _is_named(one))}), found):
        known = [n for n in block if n in found]
        inside = range(known[0], known[-1] + 1) if len(known) >= _FEWEST_SURE else known
        out |= {n: found[n] if n in found else Header("", labels[n].value) for n in inside}
        out |= _in_language({n: labels[n] for n in inside if n in labels})
    return out


def _blocks(places: Sequence[int], found: Container[int]) -> Iterator[list[int]]:
    """Runs of places, each with one of ``found`` in it at least."""
    run: list[int] = []
    for n in places:
        if run and n != run[-1] + 1:
            if any(one in found for one in run):
                yield run
            run = []
        run.append(n)
    if any(one in found for one in run):
        yield run


def _is_beside(line: LabelledLine) -> bool:
    return is_database_field(line.label) and _is_stated(line)


def _is_named(line: LabelledLine) -> bool:
    """Whether a line may be a field of any name: few words before its colon, and no sentence behind it."""
    return (
        len(line.label.split()) <= _LABEL_WORDS
        and line.role not in (LabelRole.TEXT, LabelRole.SUMMARY)
        and _is_stated(line)
    )


def _is_stated(line: LabelledLine) -> bool:
    return len(line.value) <= _LONGEST_OTHER and not _SENTENCE.search(line.value)


def _in_language(labels: Mapping[int, LabelledLine]) -> dict[int, Header]:
    """What labels with several meanings say in the language that knows most labels of their block."""
    meant = {n: roles_by_language(line.label) for n, line in labels.items()}
    votes = Counter(code for roles in meant.values() for code in roles)
    own = max(votes, key=lambda code: votes[code], default="")
    out: dict[int, Header] = {}
    for n, roles in meant.items():
        role = roles.get(own, labels[n].role)
        field = _field(labels[n], role) if role != labels[n].role and role else None
        if field is not None:
            out[n] = Header(field, labels[n].value)
    return out


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
    headers = read_headers(lines)
    blocks = {
        run[0]
        for run in _blocks(sorted(headers), headers)
        if len(run) > 1 and any(headers[n].field == "title" for n in run)
    }
    return frozenset((counters if len(counters) > 1 else set()) | blocks) | headline_marks(lines)


def header_values(headers: Mapping[int, Header]) -> dict[str, str]:
    """What header lines say, the first of a field winning."""
    values: dict[str, str] = {}
    for _, header in sorted(headers.items()):
        if header.field:
            values.setdefault(header.field, header.value)
    return values
