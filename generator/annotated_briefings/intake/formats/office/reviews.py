"""Press reviews: documents that hold several articles, each with a headline and a line of its outlet and day."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.below_headline.names import is_place
from annotated_briefings.intake.cleaning.days import order_of
from annotated_briefings.intake.formats.office.flow import Line, Part, is_headline
from annotated_briefings.intake.segmentation.credits import Credit, read_credit

COVER = "the cover of a press review"
SECTION = "the name of a section"
CREDIT = "outlet and day"
_LONGEST_DECK = 200
_ENDING = regex(r"(?P<title>.*\S)\s*[(\[](?P<credit>[^()\[\]]+)[)\]]")


class ReviewArticle(Value):
    """An article of a press review."""

    title: str
    """Its headline."""
    credit: Credit
    """Where and when it was published; empty where no line says so."""
    parts: tuple[Part, ...]
    """Its text; lines that are no text are marked."""


class Review(Value):
    """A press review."""

    stories: tuple[ReviewArticle, ...]
    """Its articles in order."""
    around: tuple[Line, ...]
    """What is outside of them, each with its reason."""


class _ArticleStart(Value):
    place: int
    """First part of the article."""
    head: int
    """The part that is its headline."""
    credit: int
    """The part that names outlet and day; that of the headline where it does; -1 for none."""


def read_review(parts: Sequence[Part]) -> Review | None:
    """The articles of a press review; None for a document that is none."""
    texts = [part.text if isinstance(part, Line) else "" for part in parts]
    order = order_of(re.sub(r".*?(\d{1,2}/\d{1,2}/\d{2,4}).*", r"\1", text) for text in texts)
    named = _credits(texts, order)
    heads = [n for n, part in enumerate(parts) if is_headline(part)]
    starts = _ended(parts, heads, order)
    if not starts:
        heads = [n for n in heads if n not in named]
        starts = _starts(parts, named, heads)
    if len(starts) < 2:
        return None
    starts = _with_equals(parts, starts, heads)
    ends = [start.place for start in starts[1:]] + [len(parts)]
    around = [_aside(part, COVER) for part in parts[: starts[0].place] if isinstance(part, Line)]
    stories: list[ReviewArticle] = []
    for start, end in zip(starts, ends, strict=True):
        own = list(range(start.place, end))
        while len(own) > 1 and own[-1] in heads and own[-1] != start.head:
            last = parts[own.pop()]
            around += [_aside(last, SECTION)] if isinstance(last, Line) else []
        stories.append(_story(parts, own, start, named, order))
    return Review(tuple(stories), tuple(around))


def _credits(texts: Sequence[str], order: str) -> dict[int, Credit]:
    """What the lines say that name an outlet and a day, by their places; a day alone is none."""
    found = {n: credit for n, text in enumerate(texts) if text and (credit := read_credit(text, order))}
    return {n: credit for n, credit in found.items() if credit.outlet}


def _starts(parts: Sequence[Part], named: Mapping[int, Credit], heads: Sequence[int]) -> list[_ArticleStart]:
    """Where articles start by the headlines beside their lines of outlet and day."""
    above: list[_ArticleStart] = []
    below: list[_ArticleStart] = []
    foot: list[_ArticleStart] = []
    for n in named:
        if n - 1 in heads:
            above.append(_ArticleStart(place=n - 1, head=n - 1, credit=n))
        elif n - 2 in heads and _is_deck(parts[n - 1]):
            above.append(_ArticleStart(place=n - 2, head=n - 2, credit=n))
        if n + 1 in heads:
            below.append(_ArticleStart(place=n, head=n + 1, credit=n))
        if n + 1 in heads or n + 1 == len(parts):
            before = [at for at in heads if at < n]
            foot += (
                [_ArticleStart(place=before[-1], head=before[-1], credit=n)] if before and n - before[-1] > 1 else []
            )
    # A headline has its line on one side: that of the first article holds for all.
    return max((above, below, foot), key=lambda one: (len(one), bool(one) and -one[0].place))


def _is_deck(part: Part) -> bool:
    return isinstance(part, Line) and len(part.text) <= _LONGEST_DECK and part.item is None


def _ended(parts: Sequence[Part], heads: Sequence[int], order: str) -> list[_ArticleStart]:
    """Where articles start by headlines that name outlet and day at their end, in brackets."""
    found = []
    for n in heads:
        part = parts[n]
        match = _ENDING.fullmatch(part.text) if isinstance(part, Line) else None
        credit = read_credit(match["credit"], order) if match else None
        if credit and credit.outlet:
            found.append(_ArticleStart(place=n, head=n, credit=n))
    return found if len(found) > 1 else []


def _with_equals(parts: Sequence[Part], starts: list[_ArticleStart], heads: Sequence[int]) -> list[_ArticleStart]:
    """The starts, with those at other headings of the level that all headlines have."""
    levels = {part.level for start in starts if isinstance(part := parts[start.head], Line)}
    if len(levels) != 1 or 0 in levels:
        return starts
    level = next(iter(levels))
    taken = {start.head for start in starts}
    for n in heads:
        part = parts[n]
        if n > starts[0].place and n not in taken and isinstance(part, Line) and part.level == level:
            starts = [*starts, _ArticleStart(place=n, head=n, credit=-1)]
    return sorted(starts, key=lambda start: start.place)


def _story(
    parts: Sequence[Part], own: Sequence[int], start: _ArticleStart, named: Mapping[int, Credit], order: str
) -> ReviewArticle:
    head = parts[start.head]
    title = head.text if isinstance(head, Line) else ""
    credit = named.get(start.credit, Credit("", ""))
    if start.credit == start.head and (match := _ENDING.fullmatch(title)):
        title, credit = match["title"], read_credit(match["credit"], order) or credit
    text = [parts[n] for n in own if n != start.head]
    own_parts = [parts[n] for n in own if n not in (start.head, start.credit)]
    if credit.outlet and is_place(credit.outlet, [part.text for part in own_parts if isinstance(part, Line)]):
        # The town of a dateline; its line is left out by name.
        credit = replace(credit, outlet="")
    line = parts[start.credit] if start.credit >= 0 else None
    marked = tuple(_aside(part, CREDIT) if part is line and isinstance(part, Line) else part for part in text)
    return ReviewArticle(title=title, credit=credit, parts=marked)


def _aside(line: Line, why: str) -> Line:
    return replace(line, aside=why)
