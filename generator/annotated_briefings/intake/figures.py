"""Figures of a text: sums of money, shares, counts and days, each with the words that state it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import Value

MOST = 5
"""Figures proposed."""
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?: ?(?:thousand|million|billion|trillion|bn|mn|tn)\b|[mbk](?![\w]))?"
_MONEY = re.compile(
    rf"(?P<sign>(?:US|A|C|HK|S|NZ)?\$|€|£|¥|₹|RMB ?|CNY ?|USD ?|EUR ?)(?P<sum>(?:{_NUMBER}){_SCALE})"
    rf"|(?<!\d)(?P<sum2>(?:{_NUMBER}){_SCALE}) (?P<name>(?:US |Australian |Canadian |Hong Kong )?dollars|euros?"
    r"|pounds(?! of)|yuan|yen|renminbi|rupees|crowns|francs|won|roubles|rubles|pesos|reais)\b"
)
_SHARE = re.compile(rf"(?<!\d)(?P<value>{_NUMBER}) ?(?P<unit>%|percent\b|per cent\b|percentage points\b)")
_COUNT = re.compile(
    rf"(?<![\d$€£¥.,-])(?P<value>(?:{_NUMBER}){_SCALE}) "
    r"(?P<unit>(?:[a-z][a-z-]{2,} )?[a-z][a-z-]{3,}s|people|staff|men|women|children|megawatts?|gigawatts?"
    r"|(?:square|cubic) (?:metres|meters|kilometres|kilometers|miles|feet))\b"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"(?:{_MONTHS}) \d{{1,2}}(?:, (?:19|20)\d\d)|\d{{1,2}} (?:{_MONTHS}) (?:19|20)\d\d")
_NO_COUNT = re.compile(
    r"(?:hours|minutes|seconds|days|weeks|months|years|times|o'clock|others|cases of|points|degrees)$"
)
_CLAUSE = re.compile(r"[;:—–]\s|,\s(?=[a-z])")
_LINK = re.compile(r"(?:and|but|which|who|that|while|as|or) ")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 4
"""Words of a description that says something."""
_WIDEST = 110
"""Longest description, in characters."""


class FoundFigure(Value):
    """A number worth a place in a brief's table."""

    value: str
    """As written, such as ``2,000`` or ``3.5 billion``; a day as written."""
    unit: str
    """``%``, a currency, what is counted, or ``date``."""
    what: str
    """The words of the text around it."""
    quote: str
    """Its receipt, word for word."""


class _Hit(Value):
    place: tuple[int, int]
    weight: float
    figure: FoundFigure


def figures(paragraphs: Sequence[str], points: Sequence[str] = ()) -> tuple[FoundFigure, ...]:
    """The figures that say most, in the order of the text; those in ``points`` (key points) come first."""
    hits: list[_Hit] = []
    for number, paragraph in enumerate(paragraphs):
        for left, right in pairwise((*sentence_starts(paragraph), len(paragraph))):
            sentence = paragraph[left:right].strip()
            bonus = (1.0 if sentence in points else 0.0) + 0.8 / (1 + number)
            for at, weight, value, unit in _numbers(sentence):
                figure = _figure(sentence, at, value, unit)
                if figure and not any(h.figure.value == value and h.figure.unit == unit for h in hits):
                    hits.append(_Hit((number, left + at[0]), weight + bonus, figure))
    best: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (-h.weight, h.place)):
        if len(best) < MOST and all(hit.figure.what != other.figure.what for other in best):
            best.append(hit)
    return tuple(hit.figure for hit in sorted(best, key=lambda h: h.place))


def _numbers(sentence: str) -> list[tuple[tuple[int, int], float, str, str]]:
    """Place, weight, value and unit of each number, none inside another."""
    out: list[tuple[tuple[int, int], float, str, str]] = []
    out += [
        (m.span(), 1.0, (m["sum"] or m["sum2"]).strip(), (m["sign"] or m["name"]).strip())
        for m in _MONEY.finditer(sentence)
    ]
    out += [
        (m.span(), 0.9, m["value"], "percentage points" if m["unit"].startswith("percentage") else "%")
        for m in _SHARE.finditer(sentence)
    ]
    out += [(m.span(), 0.4, m[0], "date") for m in _DAY.finditer(sentence)]
    for m in _COUNT.finditer(sentence):
        value = m["value"].strip()
        plain = len(value) < 2 or (_YEAR.fullmatch(value) and " " not in value)
        inside = any(a < m.end() and b > m.start() for (a, b), *_ in out)
        if not plain and not inside and not _NO_COUNT.search(m["unit"]):
            out.append((m.span(), 0.7, value, m["unit"]))
    return sorted(out)


def _figure(sentence: str, at: tuple[int, int], value: str, unit: str) -> FoundFigure | None:
    """A figure with the clause it is in; nothing where too little is around it to say what it counts."""
    start, end = _clause(sentence, *at)
    clause = sentence[start:end].strip(" ,;:—–")
    if start:
        clause = _LINK.sub("", clause, count=1) if _LINK.match(clause) else clause
    if len(clause.split()) < _FEWEST:
        clause = sentence.rstrip(".!? ")
    if len(clause) > _WIDEST:
        left = max(0, sentence.rfind(" ", 0, max(0, at[0] - _WIDEST // 2)) + 1)
        right = sentence.rfind(" ", 0, left + _WIDEST)
        clause = sentence[left : max(right, at[1])].strip(" ,;:—–")
    if len(clause.split()) < _FEWEST:
        return None
    return FoundFigure(value, unit, clause.rstrip(".!?"), clause.rstrip(".!?"))


def _clause(sentence: str, left: int, right: int) -> tuple[int, int]:
    """The clause around a passage; a comma inside a number ends none."""
    edges = [m.span() for m in _CLAUSE.finditer(sentence) if not (left <= m.start() < right)]
    start = max((b for _, b in edges if b <= left), default=0)
    end = min((a for a, _ in edges if a >= right), default=len(sentence))
    return start, end
