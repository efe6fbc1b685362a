"""Heads of articles in a dump: what all of its articles begin or end with, such as a day, a dateline, a number, or two
short lines above the text."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from annotated_briefings.base.paths import has_web_scheme
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.datelines import credit_line, day_line, read_dateline
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.labels import closing_outlet
from annotated_briefings.intake.segmentation.bylines import byline_names, is_office_line
from annotated_briefings.intake.segmentation.paragraphs import HEADLINE, is_heading
from annotated_briefings.intake.segmentation.words import extent

_DEEPEST = 3
"""Lines above the sign by which the head of an article is known, such as label, headline and standfirst, at most."""
_TEXT = 60
"""Shortest paragraph of text below a head, letters (see ``extent``)."""
HEADED = 110
"""Shortest paragraph under a sub-heading, letters (see ``extent``)."""
_LONGEST_LINE = 80
"""Longest line that all articles begin or end with, letters."""
_FEWEST_LINES = 2
"""Letters that such a line has at least."""
_PLACE_DASH = regex(
    r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я .'’/-]{2,30}(?:, (?:[A-Z][\w.]+ ?){1,3})?(?:,? \d{1,2}\.?(?: \w+)?)?"
    r"\s*(?:\([^()]{2,40}\)\s*)?(?:--|—|–|-|:)\s+(?=\S)"
)
_NUMBER = regex(
    r"(?:(?P<plain>\d{1,3})(?:[.)/:]|[.º°]?\s?[-–—])|\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)"
    r"|(?:#|№ ?|N(?:[or]\.?|[.°º]) ?)(?P<hash>\d{1,3})\b(?:\s?[-–—.:/)])?"
    r"|(?P<ring>[\u2460-\u2473\u2776-\u2793]))\s+\S|(?:(?P<wide>\d{1,3})[、．]|(?P<key>\d)\ufe0f?\u20e3)\s*\S"
)
_COUNTED = tuple(_NUMBER.groupindex)
_DIGITS = regex(r"\d+")
_HEADER, _DATELINE = "header", "dateline"
_UNREAD_DAY = regex(r"\d{1,2}[^\W\d_]{0,3}[ .]{1,2}(?:[^\s\d]+ ){1,2}\d{4}")
"""A day in words of a language whose months are not known."""
_MOST_FACTS = 4
"""Lines with facts below a headline, at most."""
_LABEL_WORDS, _HEADLINE_WORDS = 3, 4
"""Most words of a label such as `SPORT`, and fewest of the headline below it."""


class Heads(Value):
    """What the heads of the articles of a dump say."""

    starts: frozenset[int]
    """Places of paragraphs that open an article."""
    inside: frozenset[int]
    """Places of paragraphs that open none."""
    numbers: frozenset[int]
    """Places of paragraphs that begin with the number of their article in the dump."""
    labels: frozenset[int]
    """Places of paragraphs that name the section of the article below them."""
    above: int
    """How many paragraphs are above the first article, such as the name of a newsletter."""


class _Sign(Value):
    """A way in which the heads of articles are marked."""

    places: tuple[int, ...]
    """Paragraphs that have the mark, in order."""
    above: bool
    """Whether lines above the mark may belong to the head."""
    counts: bool = False
    """Whether it is the number of the article."""


def read_heads(texts: Sequence[str], barred: Collection[int] = (), named: Collection[int] = ()) -> Heads:
    """Where articles start by what is at the head, or at the foot, of all of them; nothing where the paragraphs tell no
    order. Paragraphs of ``barred`` are no marks: lists, tables, quotations. ``named`` are headlines that a list of
    contents names.

    A mark counts where the first article of the dump has it too: so do sub-headings, days of a chronicle and numbered
    sections of one article not, which begin below its headline.
    """
    lines = [text.strip() for text in texts]
    ends = _source_ends(lines)
    below = {n for first, last in ends for n in range(first, last + 1)}
    titled = [_is_short(line) and n not in barred and n not in below for n, line in enumerate(lines)]
    starts: set[int] = set()
    numbers: set[int] = set()
    above = 0
    for sign in _signs(lines, barred):
        found = _starts(sign, titled)
        starts |= found
        if found and sign.counts:
            numbers |= found
        if found and not sign.above:
            above = min(found)
    if len(named) > 1:
        starts |= {*named}
        above = min(named)
    double = _double_heads(lines, titled)
    starts |= double | _below_feet(lines, barred) | {end + 1 for _, end in ends}
    signed = _under_headlines(lines, titled)
    starts = {start - 1 if start in signed else start for start in starts}
    starts = {start for start in starts if above < start < len(lines) and not _is_below(start, starts, titled)}
    if not starts:
        return Heads(frozenset(), frozenset(signed | below), frozenset(), frozenset(), 0)
    inside = {n for start in (above, *starts) for n in _head(start, titled)} | set(range(1, above + 1))
    return Heads(
        starts=frozenset(starts),
        inside=frozenset((inside | signed | below) - starts),
        numbers=frozenset(numbers),
        labels=_labels(lines, double),
        above=above,
    )


def _under_headlines(lines: Sequence[str], titled: Sequence[bool]) -> set[int]:
    """Bylines right below a short line that is no byline and no day: it is their headline, and they open no article."""
    return {
        n
        for n in range(1, len(lines))
        if titled[n - 1]
        and _is_signature(lines[n])
        and not (_is_signature(lines[n - 1]) or day_line(lines[n - 1]) or credit_line(lines[n - 1])[1])
    }


def _is_signature(line: str) -> bool:
    return bool(byline_names(line)) or is_office_line(line)


def _is_short(line: str) -> bool:
    """Whether a line may be one of several in a head: it has the form of a headline, or is a day, as `3. März 2026`."""
    return is_heading(line, HEADLINE) or bool(line and extent(line) <= HEADLINE and day_line(line))


def without_number(line: str) -> str:
    """A headline without the number of its article."""
    found = _NUMBER.match(line)
    return line[found.end() - 1 :] if found else line


def _labels(lines: Sequence[str], double: Collection[int]) -> frozenset[int]:
    """The first lines of double heads where they are labels: shorter than the headlines below them, all of them."""
    first = frozenset(double)
    fits = (len(lines[n].split()) <= _LABEL_WORDS and len(lines[n + 1].split()) >= _HEADLINE_WORDS for n in first)
    plain = not any(byline_names(lines[n]) or day_line(lines[n]) for n in first)
    return first if first and all(fits) and plain else frozenset()


def _signs(lines: Sequence[str], barred: Collection[int]) -> Iterator[_Sign]:
    free = [n for n in range(len(lines)) if n not in barred]

    def where(shown: Callable[[str], object]) -> tuple[int, ...]:
        if not any(shown(lines[n]) for n in free[: _DEEPEST + 1]):
            return ()  # a mark counts where the first article has it
        return tuple(n for n in free if shown(lines[n]))

    yield _Sign(where(lambda line: _is_short(line) and (day_line(line) or credit_line(line)[1])), True)
    yield _Sign(where(lambda line: _PLACE_DASH.match(line) or read_dateline(line)), True)
    yield from (_Sign(places, False, True) for places in _counting(lines, free))
    pictures = Counter(lines[n][0] for n in free if lines[n] and unicodedata.category(lines[n][0]) == "So")
    for picture, count in pictures.items():
        if count > 1:
            yield _Sign(tuple(n for n in free if lines[n].startswith(picture)), False)
    kinds = Counter(_kind(lines[n]) for n in free)
    yield from (
        _Sign(tuple(n for n in free if _kind(lines[n]) == kind), False)
        for kind, count in kinds.items()
        if kind and count > 1 and _kind(lines[0]) == kind
    )


def _kind(line: str) -> str:
    """A short line with its figures made equal; empty for a long one and for one without letters."""
    if extent(line) > _LONGEST_LINE or sum(map(str.isalpha, line)) < _FEWEST_LINES:
        return ""
    return _DIGITS.sub("0", line.casefold())


def _counting(lines: Sequence[str], free: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Paragraphs whose numbers count from 1 to the end of the dump."""
    for form in _COUNTED:
        found = [(n, match[form]) for n in free if (match := _NUMBER.match(lines[n])) and match[form]]
        numbered = [(n, int(unicodedata.numeric(sign) if len(sign) == 1 else sign)) for n, sign in found]
        if [number for _, number in numbered] == list(range(1, len(numbered) + 1)):
            yield tuple(n for n, _ in numbered)


def _starts(sign: _Sign, titled: Sequence[bool]) -> set[int]:
    """Where articles start that have a mark, each at the first line of its head."""
    places = [n for n in sign.places if n + 1 < len(titled) or not titled[n]]
    if len(places) < 2 or places[0] > _DEEPEST or not all(titled[: places[0]]):
        return set()
    if not sign.above:
        return set(places)
    heights = [_height(n, titled) for n in places]
    if min(heights[1:]) < min(heights[0], 1):
        return set()  # below one headline: parts of one article
    height = min(heights)
    return {n - height for n in places}


def _height(place: int, titled: Sequence[bool]) -> int:
    """How many short lines are right above a paragraph."""
    height = 0
    while height < _DEEPEST and place - height > 0 and titled[place - height - 1]:
        height += 1
    return height


def _double_heads(lines: Sequence[str], titled: Sequence[bool]) -> set[int]:
    """Heads of two short lines or more above a text, such as label and headline, in a dump that begins with one."""
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and titled[end]:
            end += 1
        if end > start and end < len(lines) and extent(lines[end]) >= _TEXT:
            runs.append((start, end - start))
        start = max(end, start + 1)
    double = [(start, size) for start, size in runs if 1 < size <= _DEEPEST + 1]
    if len(double) < 2 or double[0][0] or len(double) < len(runs):
        return set()
    size = min(size for _, size in double)
    return {start + length - size for start, length in double}


def _below_feet(lines: Sequence[str], barred: Collection[int]) -> set[int]:
    """Paragraphs below a line that all articles end with: the last line of the dump, with other figures at most."""
    last = len(lines) - 1
    kind = _kind(lines[last]) if last > 0 and last not in barred else ""
    places = [n for n, line in enumerate(lines[:last]) if kind and _kind(line) == kind]
    return {n + 1 for n in places} if places and places[0] > 0 else set()


def _source_ends(lines: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The first and last of the lines with facts below each article, where all end with some that name a source."""
    runs: list[tuple[int, int]] = []
    for place in (n for n, line in enumerate(lines) if closing_outlet(line)):
        if runs and place <= runs[-1][1]:
            continue
        first = last = place
        while first > 0 and _closes(lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and _closes(lines[last + 1]):
            last += 1
        runs.append((first, last))
    whole = len(runs) > 1 and runs[-1][1] == len(lines) - 1
    return tuple(runs) if whole and all(n > 1 and not is_heading(lines[n - 1], HEADLINE) for n, _ in runs) else ()


def _closes(line: str) -> bool:
    return bool(closing_outlet(line) or read_header(line)) or (has_web_scheme(line) and " " not in line)


def _is_below(start: int, starts: Collection[int], titled: Sequence[bool]) -> bool:
    """Whether a start is in the head of an article that another mark has found."""
    return any(
        start - step in starts and all(titled[start - step : start]) for step in range(1, _DEEPEST + 1) if start >= step
    )


def _head(start: int, titled: Sequence[bool]) -> Iterator[int]:
    """What belongs to the head that begins at a place: its short lines, and the first paragraph of text."""
    place = start
    while place + 1 < len(titled) and titled[place] and place - start <= 2 * _DEEPEST:
        place += 1
        yield place


def unlike(titled: Sequence[bool], alike: Collection[int], *, marked: bool) -> frozenset[int]:
    """Paragraphs with which no article begins, as a rule, where those of ``alike`` begin articles: all but headlines
    where these are headlines, and all others where a mark shows (``marked``) which they are."""
    if alike and all(titled[n] for n in alike):
        return frozenset(n for n, is_title in enumerate(titled) if not is_title)
    return frozenset(range(len(titled))) if alike and marked else frozenset()


def headlines_over_text(paragraphs: Sequence[str], edges: Collection[int]) -> tuple[int, ...]:
    """Paragraphs of the form of a headline with a byline below them, or at the edge of a repeated run with text below
    them, in a dump that opens with a headline."""
    texts = [text.strip() for text in paragraphs]
    titled = [is_heading(text, HEADLINE) for text in texts]
    return tuple(
        i
        for i in range(1, len(texts) - 1)
        if titled[i]
        and not titled[i - 1]
        and (byline_names(texts[i + 1]) or (titled[0] and i in edges and extent(texts[i + 1]) >= HEADED))
    )


def is_headed_alone(texts: Sequence[str]) -> bool:
    """Whether a text opens with a headline, the lines right below it among its head, and no other line has the form of
    a headline."""
    head = next((n for n, text in enumerate(texts) if not _is_short(text.strip())), 0)
    return head > 0 and not any(is_heading(text.strip(), HEADLINE) for text in texts[head:])


def is_signed_once(texts: Sequence[str], roomy: Collection[int]) -> bool:
    """Whether a text opens with a headline and two facts of its publication right below it, such as a byline and a
    dateline, and has no headline and no such fact further below. ``roomy`` are paragraphs with more room before them
    than others: that of some of the text, and not of all, shows that other articles follow."""
    facts = [_fact(text.strip()) for text in texts]
    end = next((n for n in range(1, len(texts)) if not facts[n]), len(texts))
    start = 1 if facts and not facts[0] else 0
    if facts[:1] == [_HEADER] or len({*facts[start:end]} - {""}) < 2 or end - start > _MOST_FACTS:
        start, end = 0, next((n for n, fact in enumerate(facts) if fact != _HEADER), len(facts))
        if end - start < 2:
            return False
    below = range(end + (end < len(texts) and facts[end - 1] != _DATELINE), len(texts))
    alike = all(n in roomy for n in below) or not any(n in roomy for n in below)
    return alike and not any(facts[n] or is_heading(texts[n].strip(), HEADLINE) for n in range(end, len(texts)))


def _fact(line: str) -> str:
    """The fact of its publication that a line states, or begins with; empty for a line that states none."""
    if read_header(line):
        return _HEADER
    if _is_signature(line):
        return "writer"
    if day_line(line) or _UNREAD_DAY.fullmatch(line):
        return "day"
    return _DATELINE if _PLACE_DASH.match(line) or read_dateline(line) else ""


def titled_starts(titled: Sequence[bool], odds: Sequence[float]) -> tuple[int, ...]:
    """The headlines among the likely starts of a dump that opens with one, where a third of these or more are such;
    ``odds`` are the log-odds of each."""
    likely = [n for n, o in enumerate(odds) if n and o > 0]
    heads = tuple(n for n in likely if titled[n])
    opens = len(titled) > 1 and titled[0] and not titled[1]
    return heads if opens and len(heads) > 1 and 3 * len(heads) > len(likely) else ()


def torn_lines(texts: Sequence[str]) -> frozenset[int]:
    """Paragraphs in mid-sentence: what begins with a small letter below a line without an end, and the short lines
    above it that have none either; and the line with which such a sentence begins."""
    lines = [text.strip() for text in texts]
    out: set[int] = set()
    for n in range(1, len(lines)):
        if lines[n][:2].islower() and is_heading(lines[n - 1], HEADLINE) and not byline_names(lines[n]):
            out.add(n)
            above = n - 1
            while above >= 0 and is_heading(lines[above], HEADLINE) and n - above <= _DEEPEST:
                out.add(above)
                above -= 1
    return frozenset(out)
