"""Repeated runs of paragraphs in a dump: found, collapsed to one copy, and mapped back."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.segmentation.words import extent, units

SHINGLE = 3
"""Fewest consecutive paragraphs of a repeat."""
SMALLEST = 400
"""Shortest repeat, letters (see ``extent``)."""
FEW = 4
"""Most paragraphs of a repeated run that may as well be closing lines as a short article."""
_CANDIDATES = 4
"""Earlier places compared for each paragraph; bounds the time on dumps full of boilerplate."""
_ALIKE, _FEWEST_WORDS = 0.6, 8
"""Share of the shorter paragraph's four-word runs that a copy of it holds, and fewest words for such a judgement."""
_BRIDGE = 2
"""Longest edited passage inside a repeat, paragraphs."""
_NOT_WORD = regex(r"\W+")


class Repeat(Value):
    """Paragraphs ``copy .. copy + length - 1`` occur earlier, at ``original``."""

    original: int
    """Index of its first paragraph at its first occurrence."""
    copy: int
    """Index of its first paragraph at its second occurrence."""
    length: int
    """Number of paragraphs."""


class RepeatedRun(Value):
    """Paragraphs that are in a dump more than once: a copy of an article, or lines that several articles share."""

    start: int
    """Index of its first paragraph at its first place."""
    length: int
    """Number of paragraphs."""
    count: int
    """How often it is there."""


class Collapsed(Value):
    """A dump with every later copy taken out."""

    kept: tuple[int, ...]
    """Paragraph index in the dump of each paragraph kept, ascending."""
    same_as: tuple[int, ...]
    """For each paragraph of the dump, the index (in the dump) of the copy that stands for it."""
    runs: tuple[RepeatedRun, ...]
    """Repeated runs at their first places, ascending."""
    ends: frozenset[int]
    """Indexes in the dump of the text after a repeated run."""
    firm: frozenset[int]
    """Indexes in the dump at which a run of more than ``FEW`` paragraphs begins, or the text after one."""
    common: frozenset[int]
    """Indexes in the dump of paragraphs that are elsewhere too, and in no repeated run."""

    @property
    def edges(self) -> frozenset[int]:
        """Indexes in the dump at which a repeated run begins, or the text after one."""
        firsts = {run.start: run for run in self.runs}
        begins = (i for i, first in enumerate(self.same_as) if first in firsts)
        return self.ends | frozenset(i for i in begins if i)


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", text.lower()).strip()


def _keys(paragraphs: Sequence[str]) -> list[str]:
    """A key for each paragraph; one that says nearly the same as an earlier one, as edited copies do, gets its key."""
    keys: list[str] = []
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for paragraph in paragraphs:
        key = _key(paragraph)
        words = units(key)
        runs = set(zip(words, words[1:], words[2:], words[3:], strict=False)) if len(words) >= _FEWEST_WORDS else set()
        if runs and key not in sizes:
            shared = Counter(other for run in runs for other in holders.get(run, ()))
            other, count = max(shared.items(), key=lambda item: (item[1], item[0]), default=("", 0))
            if other and count >= _ALIKE * min(len(runs), sizes[other]):
                key = other
            else:
                sizes[key] = len(runs)
                for run in runs:
                    if len(holders[run]) < _CANDIDATES:
                        holders[run].append(key)
        keys.append(key)
    return keys


def _run_length(keys: Sequence[str], i: int, j: int) -> int:
    """Paragraphs that agree from ``i`` and ``j`` on; short edited passages inside are bridged."""
    m = length = 0
    while i + m < j and j + m < len(keys):
        if keys[i + m] == keys[j + m]:
            m += 1
            length = m
            continue
        skip = next((s for s in range(1, _BRIDGE + 1) if _agree(keys, i + m + s, j + m + s, j)), 0)
        if not skip:
            break
        m += skip
    return length


def _agree(keys: Sequence[str], i: int, j: int, limit: int) -> bool:
    return i + 1 < limit and j + 1 < len(keys) and keys[i : i + 2] == keys[j : j + 2] and bool(keys[i])


def find_repeats(paragraphs: Sequence[str], keys: Sequence[str]) -> tuple[Repeat, ...]:
    """Runs that occur earlier in the dump, left to right, not overlapping; ``keys`` are equal for like paragraphs."""
    seen: dict[tuple[str, ...], list[int]] = {}
    repeats: list[Repeat] = []
    j = 0
    while j + SHINGLE <= len(keys):
        shingle = tuple(keys[j : j + SHINGLE])
        places = seen.setdefault(shingle, [])
        best = max((Repeat(i, j, _run_length(keys, i, j)) for i in places), key=lambda r: r.length, default=None)
        if best and best.length >= SHINGLE and sum(map(extent, paragraphs[j : j + best.length])) >= SMALLEST:
            repeats.append(best)
            j += best.length
            continue
        places.append(j)
        del places[:-_CANDIDATES]
        j += 1
    return tuple(repeats)


def _shared_runs(repeats: Sequence[Repeat], keys: Sequence[str]) -> set[str]:
    """First keys of the short runs that are in a dump three times or more: lines that several articles share."""
    times = Counter(keys[r.original] for r in repeats)
    longest: dict[str, int] = {}
    for r in repeats:
        longest[keys[r.original]] = max(r.length, longest.get(keys[r.original], 0))
    return {key for key, count in times.items() if count > 1 and longest[key] <= FEW}


def collapse(paragraphs: Sequence[str]) -> Collapsed:
    """The dump without its later copies."""
    count = len(paragraphs)
    same_as = list(range(count))
    keys = _keys(paragraphs)
    ends: set[int] = set()
    firm: set[int] = set()
    lengths: dict[int, int] = {}
    places: Counter[int] = Counter()
    repeats = find_repeats(paragraphs, keys)
    shared = _shared_runs(repeats, keys)
    for r in repeats:
        if keys[r.original] in shared:
            continue
        first = same_as[r.original]
        ends |= {r.original + r.length, r.copy + r.length}
        if r.length > FEW:
            firm |= {r.original, r.copy, r.original + r.length, r.copy + r.length}
        lengths[first] = max(r.length, lengths.get(first, 0))
        places[first] += 1
        for t in range(r.length):
            same_as[r.copy + t] = same_as[r.original + t]
    kept = tuple(i for i in range(count) if same_as[i] == i)
    runs = tuple(RepeatedRun(start, lengths[start], places[start] + 1) for start in sorted(lengths))
    inside = {i for run in runs for i in range(run.start, run.start + run.length)}
    words = [_key(p) for p in paragraphs]
    seen = Counter(words[i] for i in kept)
    boilerplate = {
        i
        for r in repeats
        if keys[r.original] in shared
        for at in (r.original, r.copy)
        for i in range(at, at + r.length)
    }
    common = frozenset(i for i in kept if i not in inside and (seen[words[i]] > 1 or i in boilerplate))
    inside_ends, inside_firm = (frozenset(e for e in edges if 0 < e < count) for edges in (ends, firm))
    return Collapsed(kept, tuple(same_as), runs, inside_ends, inside_firm, common)
