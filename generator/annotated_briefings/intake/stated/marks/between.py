"""Lines between the articles of a file that hold one of them back: `Not for publication before Friday`.

Where a reader takes several articles out of a file and leaves out the lines between them, such a line is about the
article on its side of a rule. Where no rule tells, it holds both back.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.model import Article, RawDocument
from annotated_briefings.intake.stated.hold_times import later

_LEAST = 2
"""Lines of an article below which it is nothing but such a line."""
_RULE = regex(r"\W{3,}")
"""A line of signs, between articles."""


def held_by_lines(
    documents: Sequence[RawDocument], read_line: Callable[[str], tuple[str, str]]
) -> tuple[RawDocument, ...]:
    """The documents of one file, held back by the lines between them. ``read_line`` tells what a line says of its text:
    the words that hold it back, and the moment until which they do."""
    out = list(documents)
    around = [line for document in documents for line in document.around if line.line]
    rules = [line.line for line in around if _RULE.fullmatch(line.text.strip())]
    for line in around if len(documents) > 1 else ():
        held, until = read_line(line.text)
        if held or until:
            for place in _beside(line.line, documents, rules):
                given = out[place].given
                given = replace(given, held=given.held or held, embargo=later(given.embargo, until))
                out[place] = replace(out[place], given=given)
    return tuple(out)


def held_at_seams(
    articles: Sequence[Article], rules: Collection[int], read_line: Callable[[str], tuple[str, str]]
) -> tuple[Article, ...]:
    """The articles of one text, each held back by the last line of the one before it where that line may be about it:
    no rule is behind the line. ``rules`` are the lines in the file of the rules between articles."""
    out = list(articles)
    for place, (one, other) in enumerate(pairwise(articles), 1):
        last, start = one.paragraphs[-1], other.paragraphs[0].line
        parted = any(last.line < rule < start for rule in rules)
        held, until = ("", "") if parted or len(one.paragraphs) < _LEAST else read_line(last.text)
        if held or until:
            given = out[place].given
            given = replace(given, held=given.held or held, embargo=later(given.embargo, until))
            out[place] = replace(out[place], given=given)
    return tuple(out)


def _beside(line: int, documents: Sequence[RawDocument], rules: Sequence[int]) -> tuple[int, ...]:
    """The places of the documents that a line is about: those before and behind it with no rule between, or both where
    there are rules on both sides or on none."""
    spans = [(one.paragraphs[0].line, one.paragraphs[-1].last_line) if one.paragraphs else (0, 0) for one in documents]
    before = max(((end, place) for place, (_, end) in enumerate(spans) if 0 < end < line), default=None)
    behind = min(((start, place) for place, (start, _) in enumerate(spans) if start > line), default=None)
    sides = [
        (place, any(min(at, line) < rule < max(at, line) for rule in rules))
        for at, place in filter(None, (before, behind))
    ]
    free = tuple(place for place, parted in sides if not parted)
    return free or tuple(place for place, _ in sides)
