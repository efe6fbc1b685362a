"""The reading order of a page: which of its stretches are in columns, which in tables, whatever order they are drawn
in."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.pdf.rows import GAP, Stretch

_FEWEST = 3
"""Rows on each side of a gap that make columns."""
_ITEM = regex(r"(?:[-*•·▪–—○●■□►➢✓]|\(?\d{1,3}[.)]?|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])\s*")
_ENDED = regex(rf"[{STOPS}:;”\"»)\]]$")
_DENSE = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_APART = 1.7
"""Distance of rows, against the usual one, from which what is below columns is not of them."""


class PageBlock(Value):
    """Stretches that are read from the top to the bottom."""

    stretches: tuple[Stretch, ...]
    """Its stretches in reading order."""
    columns: tuple[float, ...] = ()
    """Left edges of the columns of a table; empty for text."""
    unsure: bool = False
    """Whether it may as well be read in another order."""


class _Gutter(Value):
    place: float
    first: int
    last: int
    """Rows from ``first`` up to ``last`` that do not cross it."""


def blocks(stretches: Sequence[Stretch]) -> tuple[PageBlock, ...]:
    """The blocks of a page, or of a part of it, in reading order."""
    rows = _rows(stretches)
    gutter = _gutter(rows)
    if gutter is None:
        return (PageBlock(tuple(stretches)),) if stretches else ()
    above = [one for row in rows[: gutter.first] for one in row]
    below = [one for row in rows[gutter.last :] for one in row]
    inside = rows[gutter.first : gutter.last]
    return (*blocks(above), *_split(inside, gutter.place), *blocks(below))


def _rows(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    rows: list[list[Stretch]] = []
    for one in sorted(stretches, key=lambda one: (one.row, one.left)):
        if rows and rows[-1][0].row == one.row:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _gutter(rows: Sequence[Sequence[Stretch]]) -> _Gutter | None:
    """The gap between columns that most rows keep free."""
    places = {round(one.left - 0.2 * one.size, 1) for row in rows for one in row}
    best: tuple[float, _Gutter] | None = None
    for place in sorted(places):
        for first, last in _free(rows, place):
            found = _trimmed(rows, place, first, last)
            if found is None:
                continue
            weight = (found.last - found.first) + min(3.0, _width(rows, found) / rows[found.first][0].size)
            if best is None or weight > best[0]:
                best = weight, found
    return best[1] if best else None


def _free(rows: Sequence[Sequence[Stretch]], place: float) -> list[tuple[int, int]]:
    """Runs of rows that no stretch crosses a place in."""
    runs: list[tuple[int, int]] = []
    for n, row in enumerate(rows):
        if any(one.left < place < one.right for one in row):
            continue
        if runs and runs[-1][1] == n:
            runs[-1] = runs[-1][0], n + 1
        else:
            runs.append((n, n + 1))
    return runs


def _trimmed(rows: Sequence[Sequence[Stretch]], place: float, first: int, last: int) -> _Gutter | None:
    """A gutter with enough text on both sides of it, without rows below that are at its left only by chance."""
    left = [n for n in range(first, last) if rows[n][0].left < place]
    right = [n for n in range(first, last) if rows[n][-1].left >= place]
    both = sorted({*left} & {*right})
    if not left or not right:
        return None
    leading = median([rows[n][0].base - rows[n + 1][0].base for n in range(first, last - 1)] or [0.0])
    for n in range(max(right) + 1, last):
        if rows[n - 1][0].base - rows[n][0].base > _APART * leading:
            last = n
            break
    for n in range(min(right) - 1, first - 1, -1):
        if rows[n][0].base - rows[n + 1][0].base > _APART * leading:
            first = n + 1
            break
    left, right = [n for n in left if first <= n < last], [n for n in right if first <= n < last]
    gutter = _Gutter(place, first, last)
    wide = _width(rows, gutter)
    size = rows[first][0].size
    overlap = min(max(left), max(right)) - max(min(left), min(right)) if left and right else 0
    enough = min(len(left), len(right)) >= _FEWEST and overlap >= 2
    few = len(both) >= 2 and wide >= 2 * size
    labels = all(_ITEM.fullmatch(one.text) for n in left for one in rows[n] if one.right <= place)
    return gutter if (enough or few) and wide >= GAP * size and not labels else None


def _width(rows: Sequence[Sequence[Stretch]], gutter: _Gutter) -> float:
    """Room that all rows leave at a gutter."""
    inside = [one for row in rows[gutter.first : gutter.last] for one in row]
    lefts = [one.right for one in inside if one.right <= gutter.place]
    rights = [one.left for one in inside if one.left >= gutter.place]
    return min(rights) - max(lefts) if lefts and rights else 0.0


def _split(rows: Sequence[Sequence[Stretch]], place: float) -> tuple[PageBlock, ...]:
    """Rows at both sides of a gutter as columns or as a table."""
    left = [one for row in rows for one in row if one.left < place]
    right = [one for row in rows for one in row if one.left >= place]
    shared = sum(1 for row in rows if row[0].left < place <= row[-1].left)
    aligned = shared / max(1, min(len({one.row for one in left}), len({one.row for one in right})))
    running = min(_running(left), _running(right))
    short = min(_words(left), _words(right)) < 2.6
    if aligned > 0.6 and short and running < 0.35:
        first, last = _of_table(rows)
        own = rows[first:last]
        table = PageBlock(tuple(one for row in own for one in row), _columns(own))
        return (*_text(rows[:first]), table, *_text(rows[last:]))
    columns = (*blocks(left), *blocks(right))
    # Lines that are beside each other and of which none plainly goes on below may be rows of a table.
    unsure = aligned > 0.6 and running < 0.2
    return tuple(PageBlock(one.stretches, one.columns, True) for one in columns) if unsure else columns


def _of_table(rows: Sequence[Sequence[Stretch]]) -> tuple[int, int]:
    """The rows of a table, from the first up to the last: without lines of text above and below it, which reach over
    its first column or stand apart from it."""
    several = [n for n, row in enumerate(rows) if len(row) > 1]
    if len(several) < 2:
        return 0, len(rows)
    first, last = several[0], several[-1] + 1
    second = min(row[1].left for row in rows if len(row) > 1)
    usual = median([rows[a][0].base - rows[a + 1][0].base for a in range(first, last - 1)])
    while first and _is_of_table(rows[first - 1][0], rows[first][0], second, usual):
        first -= 1
    while last < len(rows) and _is_of_table(rows[last][0], rows[last - 1][0], second, usual):
        last += 1
    return first, last


def _is_of_table(one: Stretch, beside: Stretch, second: float, usual: float) -> bool:
    return one.right < second and abs(one.base - beside.base) <= _APART * usual


def _text(rows: Sequence[Sequence[Stretch]]) -> tuple[PageBlock, ...]:
    return blocks([one for row in rows for one in row])


def _words(stretches: Sequence[Stretch]) -> float:
    """How many words a stretch has; two letters count as one in scripts without blanks."""
    return mean(max(len(one.text.split()), len(_DENSE.findall(one.text)) / 2) for one in stretches)


def _running(stretches: Sequence[Stretch]) -> float:
    """Share of lines of a column that plainly go on in the next one."""
    lines = _rows(stretches)
    pairs = [(above[-1].text.rstrip(), below[0].text) for above, below in pairwise(lines)]
    going = sum(
        1
        for above, below in pairs
        if not _ENDED.search(above) and (below[:1].islower() or above.endswith("-") or _DENSE.match(below[:1]))
    )
    return going / len(pairs) if pairs else 0.0


def _columns(rows: Sequence[Sequence[Stretch]]) -> tuple[float, ...]:
    """Left edges of the columns of a table."""
    spans: list[tuple[float, float]] = []
    # A cell alone on its row may reach over several columns.
    several = [row for row in rows if len(row) > 1] or rows
    for left, right in sorted((one.left, one.right) for row in several for one in row):
        if spans and left < spans[-1][1]:
            spans[-1] = spans[-1][0], max(right, spans[-1][1])
        else:
            spans.append((left, right))
    return tuple(left for left, _ in spans)
