"""Plain text: bytes of unknown encoding in, paragraphs with their lines out."""

from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.intake.agencies.releases import is_end_mark
from annotated_briefings.intake.cleaning.datelines import is_day_line
from annotated_briefings.intake.formats.encodings.decode import decoded
from annotated_briefings.intake.formats.plain import (
    RULE,
    RUNNING_HEAD,
    across_pages,
    clean_line,
    find_blocks,
    find_stanzas,
    line_blocks,
    running_heads,
    unquoted_file,
)
from annotated_briefings.intake.formats.plain.sections import as_asides, find_sections
from annotated_briefings.intake.formats.plain.wrapping import Wrapping, ends_open, joined, whole_words, wrapping
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.formats.unseen.words import unseen_words
from annotated_briefings.intake.headers import headline_marks, is_counter, openings, read_header, unmarked
from annotated_briefings.intake.model import Paragraph, RawDocument
from annotated_briefings.intake.segmentation.rules import STATED

_LONGEST_DAY = 60
"""Characters of a line that is a day."""
LIMIT = 20_000_000
"""Largest file that is read, in bytes."""
_LONE_BAR = regex(r"^[|│┃] (?=[^|│┃]*\w[^|│┃]*$)")
"""What is drawn before one line, as in a box."""
_UNDERLINE = regex(r"\s*(=+|-+|~+)\s*")
_FENCE = regex(r"\s*(?:```|~~~(?!~))")
_INDENT = regex(r"(?: {4}|\t)\s*(?=\S)")
SEPARATOR = "---"
"""What every line of signs becomes; how it was written is the Markdown of its paragraph, or ``STATED``."""


def read_text(
    name: str, data: bytes, limit: int = LIMIT, *, loose: bool = False, declared: str = ""
) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The paragraphs of a text file and what is wrong with it; no document when it is empty, too large or no text.

    With ``loose``, what may or may not be a paragraph of its own in wrapped text is one, and marked so. ``declared`` is
    the encoding that the file or its server declares; it counts where it fits the bytes.
    """
    place = Place(name)
    if len(data) > limit:
        message = f"the file has {len(data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f} MB"
        return None, (report("too-large", message, place, help="split it into smaller files"),)
    text, encoding, found = decoded(name, data, declared)
    if not encoding:
        return None, found
    document, wrong = document_of_text(name, text, encoding, loose=loose)
    return document, (*found, *wrong)


def document_of_text(
    name: str, text: str, encoding: str, *, loose: bool = False
) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """The same for a text that is decoded already; ``encoding`` is how its bytes were read."""
    lines, left = text_lines(text)
    paragraphs = tuple(across_pages(_paragraphs(lines, loose)))
    if not paragraphs:
        # Nothing, white space, comments, or signs that nobody sees.
        return None, (report("empty-file", "the file is empty", Place(name), help="there is nothing to import in it"),)
    return RawDocument(name, paragraphs, encoding, around=left), ()


def text_lines(text: str) -> tuple[list[str], tuple[Paragraph, ...]]:
    """The lines of a text file, as they are written, without the comments of tools; and the words of these."""
    seen, left = without_tool_comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    return seen.split("\n"), unseen_words(left)


def paragraphs_of(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs of some lines, wrapped ones joined; an empty line parts."""
    return across_pages(_paragraphs(lines, loose=False))


def _paragraphs(lines_read: Sequence[str], loose: bool) -> Iterator[Paragraph]:
    """Paragraph a line, or lines joined again where the text was wrapped; blank lines always part. Lists, quotations,
    tables and code are blocks."""
    raw = unquoted_file(lines_read)
    blocks = find_blocks(raw)
    blocks |= find_stanzas(raw, {at for first, block in blocks.items() for at in range(first, block.end)})
    taken = {at for first, block in blocks.items() for at in range(first, block.end)}
    lines = _unfolded(["" if at in taken else _LONE_BAR.sub("", clean_line(line)) for at, line in enumerate(raw)], raw)
    underlined = {at for at in range(1, len(lines)) if _is_underline(lines[at - 1], lines[at])}
    quoted = _quoted(raw)
    pages = running_heads(lines, raw)
    lost = {at: Paragraph(lines[at], at + 1, at + 1, aside=RUNNING_HEAD) for at in pages}
    lines = ["" if at in pages else line for at, line in enumerate(lines)]
    sections = find_sections(lines)
    lost |= as_asides(lines, sections)
    lines = ["" if at in lost else line for at, line in enumerate(lines)]
    wraps = _without_days(wrapping(lines, _stands_alone), lines)
    blocks |= line_blocks(lines, wraps.joined, taken)
    words = whole_words(lines) if wraps.joined else frozenset[str]()
    opened = openings(lines) | _underlined_headlines(lines, underlined)
    marked: frozenset[int] = frozenset()
    if headline_marks(lines):
        marked = frozenset(n for n, line in enumerate(lines) if unmarked(line) != line)
        lines = [unmarked(line) for line in lines]
    marked |= {at - 1 for at in underlined}
    ends = frozenset(at for at, line in enumerate(lines) if is_end_mark(line))
    start = 0
    while start < len(lines):
        if start in sections.labels and start not in sections.tables:
            yield Paragraph(SEPARATOR, start + 1, start + 1, STATED)
        if start in lost:
            yield lost[start]
        if start in blocks:
            yield from blocks[start].parts
            start = blocks[start].end
            continue
        end = start + 1
        if start in opened:
            yield Paragraph(SEPARATOR, start + 1, start + 1, STATED)
        if is_counter(lines[start]) and start in opened:
            start = end
            continue
        if lines[start] and start not in underlined:
            plain = read_header(lines[start]) is None and start not in marked
            while plain and end < len(lines) and end not in underlined and end in wraps.joined and end not in blocks:
                end += 1
            places = [start, *(at for at in range(start + 1, end) if loose and at in wraps.unsure), end]
            for first, last in pairwise(places):
                text = joined(lines[first:last], words)
                # The end of a release in words parts releases where there are several.
                if (RULE.fullmatch(text) or (first in ends and len(ends) > 1)) and first not in quoted:
                    yield Paragraph(SEPARATOR, first + 1, last, text)
                else:
                    yield Paragraph(text, first + 1, last, heading=first in marked, loose=first > start)
        start = end


def _stands_alone(line: str) -> bool:
    """Whether a line goes on from none, and none from it: a header line, or a line of signs."""
    return read_header(line) is not None or RULE.fullmatch(line) is not None or is_end_mark(line)


def _without_days(wraps: Wrapping, lines: Sequence[str]) -> Wrapping:
    """Lines that belong together, but for a line that is a day right below a headline, and what is below such a day."""
    days = {
        at
        for at in wraps.joined
        if _is_day(lines[at]) and not (ends_open(lines[at - 1]) or lines[at - 1].endswith((",", "،")))
        if not {at - 1, at - 2, at - 3} <= wraps.joined
    }
    free = days | {at for at in wraps.joined if at - 1 in days}
    free |= {at for at in wraps.joined if not lines[max(0, at - 2)] and _is_day(lines[at - 1])}
    return Wrapping(wraps.joined - free, wraps.unsure - free) if free else wraps


def _is_day(line: str) -> bool:
    return len(line) <= _LONGEST_DAY and any(map(str.isdigit, line)) and is_day_line(line)


def _underlined_headlines(lines: Sequence[str], underlined: Collection[int]) -> frozenset[int]:
    """Places of headlines with a row of `=` below them, where the text begins with one and has several."""
    found = frozenset(at - 1 for at in underlined if lines[at].startswith("="))
    first = next((at for at, line in enumerate(lines) if line), 0)
    return found if len(found) > 1 and first in found else frozenset()


def _quoted(raw: Sequence[str]) -> frozenset[int]:
    """Places of lines inside a fence, and of those that are indented among indented ones: signs there part nothing."""
    fences = [at for at, line in enumerate(raw) if _FENCE.match(line)]
    inside = {at for start, end in zip(fences[::2], fences[1::2], strict=False) for at in range(start, end + 1)}
    written = [at for at, line in enumerate(raw) if line.strip()]
    indented = {at for at in written if _INDENT.match(raw[at])}
    words = [at for at in written if not RULE.fullmatch(clean_line(raw[at]))]
    if 2 * len(indented.intersection(words)) > len(words):
        return frozenset(inside)  # the whole file is indented
    for at in indented.difference(words):
        n = bisect(words, at)
        inside |= {at} if indented.intersection(words[max(0, n - 1) : n + 1]) else set()
    return frozenset(inside)


def _unfolded(lines: list[str], raw: Sequence[str]) -> list[str]:
    """Lines with indented continuations of header lines joined to them; their own places stay empty."""
    for at in range(1, len(lines)):
        if lines[at] and raw[at][:1] in " \t":
            above = next((n for n in range(at - 1, -1, -1) if lines[n] or not raw[n].strip()), 0)
            if lines[above] and read_header(lines[above]):
                lines[above], lines[at] = f"{lines[above]} {lines[at]}", ""
    return lines


def _is_underline(above: str, line: str) -> bool:
    """A row of signs below a headline, as long as it, is no separator."""
    return bool(above and line and _UNDERLINE.fullmatch(line)) and abs(len(above) - len(line)) <= 2
