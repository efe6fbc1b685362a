"""Running heads and page numbers in plain text: lines that come again on every page with the next number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.plain.lines import is_ended
from annotated_briefings.intake.formats.plain.wrapping import joined
from annotated_briefings.intake.headers import is_counter, read_header
from annotated_briefings.intake.model import Paragraph

RUNNING_HEAD = "a running head"
"""Why a line that comes again on every page is no text."""
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?<![^\W\d_])(?:page|pages|pg|seite|página|pagina|pág|strana|strona|sida|side|стр|страница|p|s)\.?\s?\d|第\s?\d+\s?[页頁ページ]"
    r"|صفحة\s?\d",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*\d{1,4}\W*")
_LONGEST, _WORDS, _OFTEN = 100, 2, 3
"""Letters of a running head at most; words of one that names no page at least, and on how many pages it is."""


def running_heads(lines: Sequence[str]) -> frozenset[int]:
    """Places of the lines that are running heads: the same but for a number that grows by one from page to page."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line and len(line) <= _LONGEST and _NUMBER.search(line):
            kinds[_NUMBER.sub("0", line.casefold())].append(at)
    found: set[int] = set()
    for kind, places in kinds.items():
        if len(places) > 1 and _is_page(kind, len(places)) and _grows([lines[at] for at in places]):
            stated = is_counter(lines[places[0]]) or read_header(lines[places[0]])
            found |= set() if stated else {*places}
    return frozenset(found)


def _is_page(kind: str, count: int) -> bool:
    words = len(re.findall(r"[^\W\d_]+", kind))
    return bool(_PAGE.search(kind) or _BARE.fullmatch(kind)) or (words >= _WORDS and count >= _OFTEN)


def _grows(lines: Sequence[str]) -> bool:
    """Whether one number of the lines grows by one from each to the next, and all others stay the same."""
    rows = [list(map(int, _NUMBER.findall(line))) for line in lines]
    steps = [{b - a for a, b in pairwise(column)} for column in zip(*rows, strict=True)]
    return steps.count({1}) == 1 and all(step in ({0}, {1}) for step in steps)


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
            and paragraph.text[:1].islower()
            and not is_ended(held.text)
            and not (held.markdown or paragraph.markdown)
        ):
            held = replace(held, text=joined((held.text, paragraph.text), ()), last_line=paragraph.last_line)
            continue
        if held:
            yield held
        yield from heads
        held, heads = paragraph, []
    if held:
        yield held
    yield from heads
