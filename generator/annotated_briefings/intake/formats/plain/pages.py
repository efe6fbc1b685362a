"""Running heads, page numbers and folio lines in plain text: lines that printed pages have above and below the text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.formats.plain.lines import is_ended
from annotated_briefings.intake.formats.plain.wrapping import ends_open, joined, whole_words
from annotated_briefings.intake.headers import is_counter, read_header
from annotated_briefings.intake.model import Paragraph

RUNNING_HEAD = "a running head"
"""Why a line that comes again on every page is no text."""
_NUMBER = regex(r"\d+")
_PAGE = regex(
    r"(?<![^\W\d_])(?:page|pages|pg|seite|página|pagina|pág|strana|strona|sida|side|стр|страница|p|s)\.?\s?\d|第\s?\d+\s?[页頁ページ]"
    r"|صفحة\s?\d",
    re.IGNORECASE,
)
_BARE = regex(r"\W*\d{1,4}\W*")
_WIDE = regex(r"\S(?: {4,}|\t+|\s[|·•]\s)\S")
"""What parts the left and the right of a head."""
_COUNTED = regex(r"(?:(?P<left>\d{1,4})(?: {4,}|\t+)\D.*|.*[^\W\d_].*(?: {4,}|\t+)(?P<right>\d{1,4}))")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FOLIO = regex(
    r"(?:^|[\s|·•–—])(?:page|pages|pg|seite|página|pagina|pág|pag|strana|str|strona|sida|side|sivu|oldal|sayfa|стр|страница|σελ|σελίδα"
    r"|p|s)\.?\s?[A-Z]?\d{1,3}(?:[\s|·•–—]|$)|第\s?\d+\s?[页頁面版]|\d{1,2}\s?面",
    re.IGNORECASE,
)
_PAGED = regex(r"^\d{1,3}\s+[^\W\d_]|[^\W\d_]\s+\d{1,3}$")
"""A number at the left or the right of a line."""
_LONGEST, _WORDS, _OFTEN, _LEAST = 100, 2, 3, 2
"""Letters of a running head at most; words of one that names no page at least, and on how many pages it is: in all, and
where sentences show the pages."""
_LONG = 25
"""Letters of a line of a paragraph at least that ends in mid-sentence before a capital."""


def running_heads(lines: Sequence[str], raw: Sequence[str]) -> frozenset[int]:
    """Places of the lines that are running heads or feet, folio lines or page numbers.

    They are the same on every page but for a number that grows by one; or the same, beside a page number or in the
    midst of a sentence; or name paper, day and page at the edge of a page. ``raw`` are the lines as they are written.
    """
    kinds: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line and len(line) <= _LONGEST and _NUMBER.search(line):
            kinds[_NUMBER.sub("0", line.casefold())].append(at)
    found: set[int] = set()
    for kind, places in kinds.items():
        if len(places) > 1 and _is_page(kind, len(places)) and _grows([lines[at] for at in places]):
            stated = is_counter(lines[places[0]]) or read_header(lines[places[0]])
            found |= set() if stated else {*places}
    found |= _counted(lines, raw)
    found |= _repeated(lines, raw, found)
    found |= _numbers_beside(lines, found)
    return frozenset(found | _folio(lines, raw))


def _written(lines: Sequence[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if line]


def _repeated(lines: Sequence[str], raw: Sequence[str], numbers: Collection[int]) -> set[int]:
    """Places of lines that come again on every page: beside page numbers, or in the midst of a sentence, where nothing
    else is repeated."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line and len(line) <= _LONGEST and len(re.findall(r"[^\W\d_]+", line)) >= _WORDS and not is_ended(line):
            kinds[_NUMBER.sub("0", line)].append(at)
    written = [at for at in _written(lines) if at not in numbers]
    order = {at: n for n, at in enumerate(written)}
    found: set[int] = set()
    for places in kinds.values():
        first = lines[places[0]]
        if len(places) < _LEAST or read_header(first) or is_counter(first):
            continue
        if any(lines[at] != first for at in places) and not _grows([lines[at] for at in places]):
            continue
        torn = [at for at in places if at in order and _is_torn(lines, written, order[at])]
        beside = [at for at in places if _is_beside(lines, at, numbers) or _breaks(raw, at)]
        wide = all(_WIDE.search(raw[at].strip()) for at in places)
        if (torn and wide) or (beside and 2 * len(beside) >= len(places)):
            found |= {*places}
    return found


def _counted(lines: Sequence[str], raw: Sequence[str]) -> set[int]:
    """Places of heads that differ on left and right pages: a number, a wide gap and words, each number the next."""
    rows = ((at, _COUNTED.fullmatch(raw[at].strip())) for at in _written(lines) if len(lines[at]) <= _LONGEST)
    numbers = {at: int(row["left"] or row["right"]) for at, row in rows if row}
    grows = len(numbers) >= _LEAST and all(b - a == 1 for a, b in pairwise(numbers.values()))
    grows = grows and all(b - a > _LEAST for a, b in pairwise(numbers))
    return {*numbers} if grows else set()


def _breaks(raw: Sequence[str], at: int) -> bool:
    """Whether a page ends or begins at a line: it has a form feed."""
    return "\f" in raw[at] or (at > 0 and "\f" in raw[at - 1])


def _is_torn(lines: Sequence[str], written: Sequence[int], at: int) -> bool:
    """Whether a sentence goes on over a line: the paragraph above has no end."""
    if not 0 < at < len(written) - 1:
        return False
    above, below = written[at - 1], written[at + 1]
    if is_ended(lines[above]):
        return False
    return lines[below][:1].islower() or (above > 0 and bool(lines[above - 1]) and len(lines[above]) >= _LONG)


def _is_beside(lines: Sequence[str], at: int, others: Collection[int]) -> bool:
    """Whether one of some lines is right above or below a place, blank lines apart."""
    above = next((n for n in range(at - 1, -1, -1) if lines[n]), -1)
    below = next((n for n in range(at + 1, len(lines)) if lines[n]), -1)
    return above in others or below in others


def _numbers_beside(lines: Sequence[str], heads: Collection[int]) -> set[int]:
    """Places of bare numbers right above or below a running head, or in the midst of a sentence."""
    written = _written(lines)
    bare = ((n, at) for n, at in enumerate(written) if at not in heads and _BARE.fullmatch(lines[at]))
    return {
        at for n, at in bare if _is_beside(lines, at, heads) or (_is_alone(lines, at) and _is_torn(lines, written, n))
    }


def _is_alone(lines: Sequence[str], at: int) -> bool:
    """Whether a line has blank ones above and below it."""
    return not any(lines[n] for n in (at - 1, at + 1) if 0 <= n < len(lines))


def _folio(lines: Sequence[str], raw: Sequence[str]) -> set[int]:
    """Places of the lines with the name of a paper, a day and the number of a page, at the top or end of a page."""
    written = _written(lines)
    edges = {written[0], written[-1]} if written and sum(bool(line.strip()) for line in raw) > 2 else set()
    edges |= {at for at in written if _breaks(raw, at)}
    return {
        at
        for at in edges
        if len(lines[at]) <= _LONGEST
        and (_FOLIO.search(lines[at]) or (_PAGED.search(lines[at]) and _WIDE.search(raw[at]) and find_day(lines[at])))
        and (_WIDE.search(raw[at]) or _YEAR.search(lines[at]))
        and not (is_ended(lines[at]) or read_header(lines[at]) or is_counter(lines[at]))
    }


def _is_page(kind: str, count: int) -> bool:
    words = len(re.findall(r"[^\W\d_]+", kind))
    return bool(_PAGE.search(kind) or _BARE.fullmatch(kind)) or (words >= _WORDS and count >= _OFTEN)


def _grows(lines: Sequence[str]) -> bool:
    """Whether one number of the lines grows from each to the next by one, or by two where left and right pages differ,
    and all others stay the same."""
    rows = [list(map(int, _NUMBER.findall(line))) for line in lines]
    steps = [{b - a for a, b in pairwise(column)} for column in zip(*rows, strict=True)]
    return sum(step in ({1}, {2}) for step in steps) == 1 and all(step in ({0}, {1}, {2}) for step in steps)


def across_pages(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, with what goes on over a running head joined, and that head behind it."""
    held: Paragraph | None = None
    heads: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.aside == RUNNING_HEAD:
            heads.append(paragraph)
            continue
        if (
            held
            and heads
            and not is_ended(held.text)
            and (paragraph.text[:1].islower() or ends_open(held.text) or held.last_line > held.line)
            and not (held.heading or paragraph.heading)
            and not (held.markdown or paragraph.markdown)
        ):
            parts = (held.text, paragraph.text)
            held = replace(held, text=joined(parts, whole_words(parts)), last_line=paragraph.last_line)
            continue
        if held:
            yield held
        yield from heads
        held, heads = paragraph, []
    if held:
        yield held
    yield from heads
