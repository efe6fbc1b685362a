"""Verses in plain text: short lines that somebody broke on purpose, in a text whose other lines are longer."""

from collections.abc import Collection, Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.formats.plain.lines import TextBlock, clean_line, indent_of, line_break_block
from annotated_briefings.intake.headers import read_header

_LONGEST, _FEWEST, _ALIKE = 60, 3, 4
"""Characters of a verse, verses of a stanza, and those of one that only its neighbours show."""
_LONGER = 1.5
"""How much longer than verses the lines of the text around them are."""
_OPEN = regex(r"(?:[,;:—–-]|\.\.\.|…)[\"'”’»]*$")
_ENDED = regex(rf"[{STOPS},;:—–…][\"'”’»)]*$")
_ITEM = regex(r"(?:[-*•·▪>|+]|\(?\d{1,3}[.)]|\(?[a-z]\))\s|.*[|\t@]|.*://")
_Run = tuple[int, int]


def find_stanzas(raw: Sequence[str], taken: Collection[int]) -> dict[int, TextBlock]:
    """The stanzas of a text by the 0-based places of their first lines; ``taken`` are places of other blocks."""
    if len(raw) <= _FEWEST:
        return {}
    lines = ["" if at in taken else clean_line(line) for at, line in enumerate(raw)]
    runs = [run for run in list(_runs(lines))[1:] if _may_be(lines, run)]
    if not runs:
        return {}
    inside = {at for start, end in runs for at in range(start, end)}
    around = max((len(line) for at, line in enumerate(lines) if at not in inside), default=0)
    runs = [run for run in runs if around >= _LONGER * max(map(len, lines[slice(*run)]))]
    found = [
        run
        for n, run in enumerate(runs)
        if (_is_broken(lines, raw, run) or _is_alike(lines, runs, n)) and not _states(lines[slice(*run)])
    ]
    return {start: TextBlock(end, (line_break_block(lines[start:end], start),)) for start, end in found}


def _states(lines: Sequence[str]) -> bool:
    """Whether one of some lines is a header line or a day."""
    return any(read_header(line) is not None or day_line(line) for line in lines)


def _runs(lines: Sequence[str]) -> Iterator[_Run]:
    """Lines without a blank one among them."""
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or not lines[at]:
            if at > start:
                yield start, at
            start = at + 1


def _may_be(lines: Sequence[str], run: _Run) -> bool:
    own = lines[slice(*run)]
    return len(own) >= _FEWEST and max(map(len, own)) <= _LONGEST and not any(map(_ITEM.match, own))


def _is_broken(lines: Sequence[str], raw: Sequence[str], run: _Run) -> bool:
    """Whether the lines of a run end where thoughts do and not where there was no more room: most with a sign, some of
    them in the middle of a sentence; or every second one is indented."""
    own = lines[slice(*run)]
    ended = sum(_ENDED.search(line) is not None for line in own)
    going = sum(_ENDED.search(line) is None or _OPEN.search(line) is not None for line in own[:-1])
    deep = [indent_of(line) for line in raw[slice(*run)]]
    stepped = len(own) > _FEWEST and all(a < b for a, b in zip(deep[::2], deep[1::2], strict=False))
    return (2 * ended >= len(own) and going > 1) or (stepped and going > 1)


def _is_alike(lines: Sequence[str], runs: Sequence[_Run], n: int) -> bool:
    """Whether a run without signs is a stanza as another one beside it, or is led up to by a colon."""
    start, end = runs[n]
    if end - start < _ALIKE or not all(line[:1].isupper() for line in lines[start:end]):
        return False
    sizes = [b - a for a, b in (*runs[max(0, n - 1) : n], *runs[n + 1 : n + 2]) if a - end == 1 or start - b == 1]
    above = next((lines[at] for at in range(start - 1, -1, -1) if lines[at]), "")
    return end - start in sizes or above.endswith((":", "："))
