"""A list of clippings as articles: items of one shape, each with a headline, an address or an outlet, an excerpt."""

from collections import Counter
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.clips.kinds import (
    ADDRESS,
    CREDIT,
    OTHER,
    WORDS,
    ClipLine,
    is_excerpt,
    is_name,
    read_clip_line,
)
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.press.marks import is_rights
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.page_data import names_page

AROUND, FIELD = "around a list of clippings", "a field of a list of clippings"
PAGE = "page and edition of a paper"
NO_TEXT = "it has an address and no text"
_LONGEST, _MOST_LINES = 1200, 4
"""Characters and lines of the text of an item; what is longer is an article with lines of its own."""
_DATED = regex(r"\b(?:19|20|25)\d\d\b|\d[./]\d\d\b|[年월]|\bago\b|\bvor \d|\bil y a\b|\bhace\b")
_SHORT = 120
"""Characters of a line that names outlet and day."""
_SENTENCE = 60
"""Characters of the text of an item that states no address; those of scripts without blanks count thrice."""
_WIDE = regex(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FURTHEST = 3
"""Lines that an item may have before the one by which it is known."""
_FEWEST = 2
_PER_FACT = 9
"""Most lines for each address or outlet."""
_MOST = 0.6
"""Share of a text's lines that are those of its items."""


class _Clipping(Value):
    lines: tuple[ClipLine, ...]
    gap: bool
    torn: bool
    """Whether its first line goes with the lines above it: a blank line is behind it, and none before."""

    def of(self, kind: str) -> tuple[ClipLine, ...]:
        """Its lines of one kind."""
        return tuple(one for one in self.lines if one.kind == kind)


def read_clippings(lines: Sequence[str]) -> Outline | None:
    """The items of a list of clippings; None for any other text. ``lines`` are plain ones."""
    written = [line for line in lines if line]
    likely = sum("://" in line or (len(line) <= _SHORT and bool(_DATED.search(line))) for line in written)
    if likely < _FEWEST or likely * _PER_FACT < len(written):
        return None
    read = [read_clip_line(n, line) for n, line in enumerate(lines) if line]
    facts = sum(1 for one in read if one.kind in (ADDRESS, CREDIT) or one.url or one.outlet)
    if facts < _FEWEST or facts * _PER_FACT < len(read):
        return None
    blank = {n for n, line in enumerate(lines) if not line}
    best: tuple[float, list[_Clipping]] = (0.0, [])
    for starts in _ways(read, blank):
        items = _items(read, starts, blank)
        score = _score(items, read)
        best = max(best, (score, items), key=lambda one: one[0])
    # A way that explains the list worse never takes the place of one whose items are too long for clippings.
    if len(best[1]) < _FEWEST or best[0] <= 0 or any(map(_is_long, best[1])):
        return None
    stories = tuple(map(_story, best[1]))
    inside = {one.place for item in best[1] for one in item.lines}
    return Outline(stories, {one.place: AROUND for one in read if one.place not in inside})


def _ways(read: Sequence[ClipLine], blank: set[int]) -> list[list[int]]:
    """Where the items may start, in different ways: at signs of items, below blank lines, or some lines before each
    address or each outlet; numbers are places in ``read``."""
    out = [[n for n, one in enumerate(read) if one.item], [n for n, one in enumerate(read) if one.role == "title"]]
    out.append([n for n, one in enumerate(read) if not n or one.place - 1 in blank])
    for kind in (ADDRESS, CREDIT):
        at = [n for n, one in enumerate(read) if one.kind == kind]
        out += [[n - before for n in at if n >= before] for before in range(_FURTHEST + 1)]
        out.append([0, *(n + 1 for n in at[:-1])] if at else [])
    return [starts for starts in out if len(starts) >= _FEWEST]


def _items(read: Sequence[ClipLine], starts: Sequence[int], blank: set[int]) -> list[_Clipping]:
    """The items that start at some places, without the lines of services and headings of sections at their ends."""
    out: list[_Clipping] = []
    spans = [*zip(starts, [*starts[1:], len(read)], strict=True)]
    # No section follows the last item: a line at its end that other items have at theirs too is text.
    sections = not _is_section(read[slice(*spans[-1])], spans[-1][1] - spans[-1][0] - 1, blank)
    for first, last in spans:
        own = list(read[first:last])
        while own and own[0].kind == OTHER:
            own = own[1:]
        own = _trimmed(own, blank, sections)
        if own:
            gap = not first or read[first].place - 1 in blank or own[0].item
            fact = next((one.place for one in own if one.kind in (ADDRESS, CREDIT)), own[0].place)
            torn = not gap and any(n in blank for n in range(own[0].place, fact))
            out.append(_Clipping(lines=tuple(own), gap=gap, torn=torn))
    return [item for item in out if item.of(WORDS) and (item.of(ADDRESS) or item.of(CREDIT) or _has_source(item))]


def _trimmed(own: list[ClipLine], blank: set[int], sections: bool) -> list[ClipLine]:
    """Lines of an item up to its last fact or excerpt: what is below a service's line and a blank one is none of it.
    ``sections`` where headings of sections may be behind items."""
    last = len(own)
    while last > 1 and (
        own[last - 1].kind == OTHER
        or is_rights(own[last - 1].words)
        or (sections and _is_section(own, last - 1, blank))
    ):
        last -= 1
    for n in range(1, last):
        rest = own[n:last]
        closed = any(one.kind == OTHER for one in rest) and own[n].place - 1 in blank and n > 1
        if closed and own[n].kind == OTHER and any(one.kind in (ADDRESS, CREDIT) for one in own[:n]):
            return own[:n]
    return own[:last]


def _is_section(own: Sequence[ClipLine], at: int, blank: set[int]) -> bool:
    """Whether the last line of an item is the heading of what follows."""
    line = own[at]
    return (
        line.kind == WORDS
        and line.place - 1 in blank
        and not is_excerpt(line.words)
        and len(line.words) < 40
        and at > 1
    )


def _has_source(item: _Clipping) -> bool:
    return any(one.url or one.outlet for one in item.lines)


def _score(items: Sequence[_Clipping], read: Sequence[ClipLine]) -> float:
    """How well some items explain a list; 0 for what is no list."""
    if len(items) < _FEWEST:
        return 0.0
    if not all(map(_is_sound, items)):
        return 0.0
    if not any(one.url for item in items for one in item.lines) and not all(map(_has_text, items)):
        return 0.0
    number = sum(one.kind in (WORDS, CREDIT) for one in read)
    covered = sum(one.kind in (WORDS, CREDIT) for item in items for one in item.lines) / number
    alike = max(Counter(tuple(one.kind for one in item.lines) for item in items).values())
    shape = 0.2 + 0.8 * alike / len(items)
    facts = sum(one.kind in (ADDRESS, CREDIT) for one in read)
    known = sum(one.kind in (ADDRESS, CREDIT) for item in items for one in item.lines) / facts if facts else 1.0
    return (len(items) + sum(map(_form, items))) * covered * shape * known if covered >= _MOST else 0.0


def _is_sound(item: _Clipping) -> bool:
    """Whether an item is one clipping: a headline with an address, or with outlet and day, and a short text."""
    words = item.of(WORDS)
    outlets = [one for one in item.lines if one.outlet]
    if (
        words[0].words[:2].islower()
        or is_excerpt(words[0].words)
        or byline_names(words[0].words)
        or _goes_on(item, words[0])
    ):
        return False
    if item.torn or len(item.of(ADDRESS)) > 1 or len(outlets) > 1 or not (item.lines[0].kind == WORDS or item.gap):
        return False
    return any(one.url for one in item.lines) or (bool(outlets) and any(one.day for one in item.lines))


def _is_long(item: _Clipping) -> bool:
    """Whether an item is an article rather than an excerpt of one."""
    texts = item.of(WORDS)[1:]
    return sum(len(one.words) for one in texts) > _LONGEST or len(texts) > _MOST_LINES


def _has_text(item: _Clipping) -> bool:
    """Whether an item has a sentence of text."""
    return sum(len(one.words) + 2 * len(_WIDE.findall(one.words)) for one in item.of(WORDS)[1:]) >= _SENTENCE


def _goes_on(item: _Clipping, head: ClipLine) -> bool:
    """Whether the line below a headline is the rest of its sentence."""
    below = next((one for one in item.lines if one.place == head.place + 1), None)
    return below is not None and below.words[:1].islower() and below.kind == WORDS


def _form(item: _Clipping) -> float:
    """How much an item looks like one: room above it, a fact beside its headline, and text below."""
    head = item.of(WORDS)[0]
    near = bool(head.url or head.outlet) or any(
        one.kind in (ADDRESS, CREDIT) and abs(one.place - head.place) == 1 for one in item.lines
    )
    return 0.5 * item.gap + 0.3 * near + 0.2 * (len(item.of(WORDS)) > 1 or bool(head.text))


def _story(item: _Clipping) -> ArticleLines:
    words = list(item.of(WORDS))
    head = next((one for one in words if one.role == "title"), words[0])
    rest = [one for one in words if one is not head]
    item_lines = item.lines
    outlet = next((one.outlet for one in item_lines if one.outlet), "")
    facts = {head.place} if not head.text else set()
    if not outlet and len(rest) > 1 and is_name(rest[0].words) and not is_excerpt(rest[0].words):
        outlet, facts = rest[0].words, facts | {rest[0].place}
        rest = rest[1:]
    facts |= {one.place for one in (*item.of(CREDIT), *item.of(ADDRESS))}
    given = Given(
        title=head.words,
        outlet=outlet,
        author=next((one.author for one in item_lines if one.author), ""),
        published=next((one.day for one in item_lines if one.day), ""),
        url=next((one.url for one in item_lines if one.url), ""),
    )
    text = {one.place: one.words for one in rest if not why_aside(one.words)}
    if head.text:
        text[head.place] = head.text
    left = {one.place: FIELD for one in item.lines if one.place not in text and one.place not in facts}
    left |= {one.place: PAGE for one in item.of(CREDIT) if names_page(one.words)}
    return ArticleLines(given=given, text=text, left=left, apart=True, excerpt=True, left_out="" if text else NO_TEXT)
