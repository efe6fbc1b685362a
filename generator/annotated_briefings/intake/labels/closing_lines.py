"""Lines below a text that name its outlet: `Source: The Courier`, `(Quelle: Ostblick)`, `Fuente EFE`."""

from collections.abc import Sequence
from functools import cache

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.labels.lines import labelled_line
from annotated_briefings.intake.labels.table import LabelRole, label_key, table

_LONGEST, _MOST_WORDS = 80, 8
"""Signs of what such a line names, and its words."""
_AROUND = regex(
    r"[\s*_•·►▶→—–-]*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|（(?P<wide>[^（）]+)）|【(?P<bold>[^【】]+)】"
    r"|(?P<bare>.+?))[\s*_.]*"
)
"""Brackets and signs around the line."""
_LABEL_WORDS = 2
"""Words of a label that may be without a sign behind it: the first of its language in the table, or another one."""
_USUAL = {"ca": "font"}


def closing_outlet(line: str) -> str:
    """What a line names that ends a text with a label for its source, such as an outlet, perhaps with a day; empty for
    any other line."""
    found = _AROUND.fullmatch(line)
    bare = next(filter(None, found.groups()), "") if found else ""
    label = labelled_line(bare)
    signed = label.value if label and label.role == LabelRole.OUTLET else ""
    value = signed if label else _unsigned(bare.split())
    return value if len(value) <= _LONGEST and len(value.split()) <= _MOST_WORDS else ""


def _unsigned(words: Sequence[str]) -> str:
    """What is behind a label without a sign: a name, and no sentence."""
    size = next((n for n in range(1, _LABEL_WORDS + 1) if label_key(" ".join(words[:n])) in _leads()), 0)
    value = " ".join(words[size:]) if size else ""
    return "" if value[:1].islower() or (value and value[-1] in STOPS) else value


@cache
def _leads() -> frozenset[str]:
    stated = {language: own[LabelRole.OUTLET][0] for language, own in table().items() if own.get(LabelRole.OUTLET)}
    return frozenset(map(label_key, (stated | _USUAL).values()))
