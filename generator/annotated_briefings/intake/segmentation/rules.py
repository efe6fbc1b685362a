"""Lines of signs between paragraphs: which of them part articles, and which are breaks inside one."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from annotated_briefings.base.values import Value
from annotated_briefings.intake.segmentation.paragraphs import ReadParagraph, ends_article

STATED = "stated"
"""The kind of a mark that opens an article for certain: a block of header lines, or a counter of documents."""
_STRONG = 1.0
"""Evidence from which a kind of line parts articles, log-odds."""
_PRIOR = {"*": -1.0, "•": -1.0, "~": -1.0, "—": -1.0, "–": -1.0, "=+": 3.0, "-+": 2.0, "× ": 3.0}
_USUAL = 1.0
"""Log-odds that a kind of line parts articles, before its text is read: stars are pauses more often than not, and long
rows of `=` or `-` hardly ever, nor the crosses between reports in Japanese papers."""
_LONG = 5
"""Signs of a long row."""
_ONE, _SURE = 2.0, 2.0
"""The most that one place can say, and the log-odds of a start that needs no line of signs."""
_FEW_WORDS, _CREDIT = 8, 30
"""Most words of a piece that is no article, and of one that closes an article."""


class Parting(Value):
    """What lines of signs say of the paragraphs after them."""

    certain: frozenset[int]
    """Places of paragraphs that open an article."""
    doubtful: frozenset[int]
    """Places of paragraphs after a line of signs that may be a break inside an article."""
    kinds: frozenset[str]
    """Kinds of lines that part articles."""


def kind_of(line: str) -> str:
    """What kind of line of signs it is: its sign, and whether there are blanks between, or at least ``_LONG`` of it."""
    signs = line.strip()
    return signs[:1] + (" " if " " in signs else "+" if len(signs) >= _LONG else "")


def part(marks: Mapping[int, Collection[str]], read: Sequence[ReadParagraph], odds: Sequence[float]) -> Parting:
    """Which marked places open articles.

    ``marks`` are the kinds of the lines of signs right before a place (see ``kind_of``, ``STATED``), ``odds`` the
    log-odds of a start at each place by its words alone. Where header lines or counters open articles, only kinds that
    are above them part articles; elsewhere the kind that the words speak for most. A piece that is no article, such
    as a credit line, never opens one.
    """
    stated = {i for i, kinds in marks.items() if STATED in kinds}
    free = {i for i in marks if i not in stated and not _is_fragment(i, marks, read)}
    beside = {kind for i in stated for kind in marks[i]} - {STATED}
    parting = beside if stated else _strongest(marks, free, odds)
    certain = stated | {i for i in free if parting.intersection(marks[i])}
    return Parting(frozenset(certain), frozenset(marks) - certain, frozenset(parting) | {STATED})


def _strongest(marks: Mapping[int, Collection[str]], free: Collection[int], odds: Sequence[float]) -> set[str]:
    """The kind of line that parts articles, if there is one."""
    evidence: dict[str, float] = defaultdict(float)
    for i in free:
        for kind in marks[i]:
            evidence[kind] += max(-_ONE, min(_ONE, odds[i]))
    # Where lines part articles, all articles have one.
    bare = sum(o > _SURE for i, o in enumerate(odds) if i and i not in marks)
    weighed = {kind: weight + _PRIOR.get(kind, _PRIOR.get(kind[0], _USUAL)) - bare for kind, weight in evidence.items()}
    best = max(weighed, key=lambda kind: weighed[kind], default="")
    return {best} if best and weighed[best] > _STRONG else set()


def _is_fragment(start: int, marks: Mapping[int, Collection[str]], read: Sequence[ReadParagraph]) -> bool:
    """Whether what is between a line of signs and the next is no article."""
    end = min((i for i in marks if i > start), default=len(read))
    piece = read[start:end]
    size = sum(len(p.text.split()) for p in piece) if all(p.text.isascii() for p in piece) else _CREDIT
    return size < _FEW_WORDS or (size <= _CREDIT and ends_article(piece[0].text))
