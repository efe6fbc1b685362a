"""Numbers for the small drawings: bars of mentions over time, and who appears with whom."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import cos, pi, sin
from unicodedata import east_asian_width
from urllib.parse import urlencode

from annotated_briefings.base.dates import When
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.urls import entity_url
from annotated_briefings.site.views.items import BarView, NameLine, NodeView, SparkView
from annotated_briefings.site.views.parts import LinkView

_BARS = 36
"""Most bars in a row; longer times are shown by quarter or by year."""
_SPANS = {1: "months", 3: "quarters", 12: "years"}
"""Months of a bar, and what that is."""
_WIDTH, _HEIGHT = 312, 300
_RADIUS_X, _RADIUS_Y = 40, 116
_LABEL = 14
"""Width of a line of a name on the ring, in letters; those of Chinese, Japanese and Korean are as wide as two."""
_LINE = 16
"""From one line of a name to the next."""


def top_entities(context: SiteContext, slugs: Iterable[str], most: int, without: str = "") -> tuple[LinkView, ...]:
    """Entities in most of some briefs, with the number of briefs."""
    counts = Counter(chain.from_iterable(map(context.web.named.__getitem__, slugs)))
    del counts[without]
    # Of hundreds, only those that can be among the first are put in order.
    least = sorted(counts.values())[-most:][0] if counts else 0
    best = sorted(
        ((entity, number) for entity, number in counts.items() if number >= least),
        key=lambda item: (-item[1], context.catalog.entity_of[item[0]].name.casefold()),
    )
    return tuple(
        LinkView(context.catalog.entity_of[entity].name, entity_url(entity), str(number))
        for entity, number in best[:most]
    )


def spark_view(context: SiteContext, slugs: Iterable[str], name: str = "") -> SparkView | None:
    """Briefs over time; None when fewer than two spans of time have any. Each bar leads to the search for the briefs of
    its time with the entity of a name, if one is given."""
    months = Counter(
        date.year * 12 + date.month - 1
        for date in (context.catalog.brief_of[slug].date for slug in slugs)
        if date and date.month
    )
    if not months:
        return None
    first, last = min(months), max(months)
    span = next((n for n in _SPANS if last // n - first // n < _BARS), 12)
    counts: Counter[int] = Counter()
    for month, number in months.items():
        counts[month // span] += number
    low, high = first // span, last // span
    low = max(low, high - _BARS + 1)
    if low == high:
        return None
    most = max(counts.values())

    def label(place: int) -> str:
        month = place * span
        return context.words.date(When(month // 12, 0 if span == 12 else month % 12 + 1), short=True)

    def url(place: int) -> str:
        if not (name and counts[place] and context.config.search):
            return ""
        start, end = place * span, (place + 1) * span - 1
        last = monthrange(end // 12, end % 12 + 1)[1]
        days = (f"{start // 12:04}-{start % 12 + 1:02}-01", f"{end // 12:04}-{end % 12 + 1:02}-{last}")
        return "/search/?" + urlencode({"entity": name, "from": days[0], "to": days[1]})

    bars = tuple(
        BarView(label(place), counts[place], -(-counts[place] * 100 // most), url(place))
        for place in range(low, high + 1)
    )
    return SparkView(bars, label(low), label(high), most, _SPANS[span])


def ring_view(links: Sequence[LinkView]) -> tuple[NodeView, ...]:
    """Places on a ring for entities that appear with another one, which is its middle."""
    if not links:
        return ()
    most = max(int(link.note) for link in links)
    out: list[NodeView] = []
    for at, link in enumerate(links):
        x, y, side = _spot(at, len(links))
        weight = 1 + int(link.note) * 5 // most
        out.append(NodeView(link, x, y, side, _name(link.text, x, y, side), weight))
    return tuple(out)


@lru_cache(maxsize=256)
def _spot(at: int, count: int) -> tuple[int, int, str]:
    """The place of one of so many on a ring, and the side on which its name is."""
    angle = 2 * pi * at / count - pi / 2
    x = round(_WIDTH / 2 + _RADIUS_X * cos(angle))
    y = round(_HEIGHT / 2 + _RADIUS_Y * sin(angle))
    return x, y, "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"


def _name(name: str, x: int, y: int, side: str) -> tuple[NameLine, ...]:
    """A name beside its place, or above or below it."""
    lines = _lines(name)
    more = (len(lines) - 1) * _LINE
    above = y - 12 - more if y < _HEIGHT / 2 else y + 22
    first = above if side == "middle" else y + 5 - more // 2
    away = {"start": 9, "end": -9}.get(side, 0)
    return tuple(NameLine(x + away, first + at * _LINE, text) for at, text in enumerate(lines))


def _lines(name: str) -> tuple[str, ...]:
    """A name on one line or two: whole where it fits."""
    if _wide(name) <= _LABEL:
        return (name,)
    words = name.split()
    fitting = max((n for n in range(1, len(words)) if _wide(" ".join(words[:n])) <= _LABEL), default=0)
    if fitting:
        return " ".join(words[:fitting]), _cut(" ".join(words[fitting:]))
    first = _cut(name)
    if all(east_asian_width(char) in "WF" for char in first[:-1]):
        # Such names may be divided behind every letter.
        first = first[:-1]
        return first, _cut(name[len(first) :])
    return (first,)


def _cut(text: str) -> str:
    """A text that is no wider than a line."""
    if _wide(text) <= _LABEL:
        return text
    end = next(n for n in range(len(text), 0, -1) if _wide(text[:n]) < _LABEL)
    return text[:end].rstrip() + "…"


def _wide(text: str) -> int:
    if text.isascii():
        # Most names; looking at each letter takes fifty times as long.
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
