"""What media monitors say of an article beside its outlet and day: its reach, its tone, what it is worth."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels.database_fields import FieldKind, is_database_field, is_in
from annotated_briefings.intake.labels.table import LabelRole, role_of

_BETWEEN = regex(r"\s*[|｜·•⋅;；]\s*|\s*\t\s*|\s+[-–—/]\s+")
_COMMA = regex(r"[,，、]\s+|[，、]")
_COLON = regex(r"(?<=\D)\s*[:：]\s*(?!//)")
_NUMBER = regex(
    r"(?-i:[A-Z]{2,3}\s?)?[~≈<>±+$€£¥₺₽₩₪-]*\s?\d[\d.,'’\s]*(?:\s?[^\W\d_.]{1,10}\.?){0,2}\s?[$€£¥₺₽₩₪%]?|n/?a|[-–—]",
    re.IGNORECASE,
)
_LONGEST, _LABEL_WORDS = 240, 4
"""Characters of a line with measures, and words of the name of one."""


class MeasuredLine(Value):
    """A line in two parts, each empty where it has none."""

    rest: str
    """What it says of an article otherwise: outlet, day, writer."""
    measures: str
    """What it says of reach, tone, value and the kind of medium."""


def part_measures(line: str) -> MeasuredLine:
    """A line in two parts; the first is all of it where it measures nothing. A kind of medium counts only beside
    measures, or beside two other things."""
    if len(line) > _LONGEST or not _may_measure(line):
        return MeasuredLine(rest=line, measures="")
    between = _BETWEEN if _BETWEEN.search(line) else _COMMA
    units = [unit for part in between.split(line.strip()) for unit in _units(part)]
    measures = [unit for unit in units if _is_measure(unit, alone=len(units) < 2)]
    rest = [unit for unit in units if unit not in measures]
    media = [unit for unit in rest if is_in(unit, FieldKind.MEDIUM)]
    if measures or len(rest) - len(media) > 1:
        rest = [unit for unit in rest if unit not in media]
        measures = [unit for unit in units if unit not in rest]
    if rest and measures and (medium := _medium_at_end(rest[-1])):
        measures = [medium, *measures]
        rest = [*rest[:-1], rest[-1].removesuffix(medium).rstrip()]
    if not measures or any(unit.count("(") != unit.count(")") for unit in rest):
        return MeasuredLine(rest=line, measures="")
    return MeasuredLine(rest=" | ".join(map(_without_label, rest)), measures=" | ".join(measures))


def _without_label(unit: str) -> str:
    """An outlet or a day without its label: other lines of the kind have none."""
    label, _, value = unit.partition(": ")
    return value if value and role_of(label) in (LabelRole.OUTLET, LabelRole.PUBLISHED) else unit


def _may_measure(line: str) -> bool:
    return bool(_BETWEEN.search(line) or _COLON.search(line))


def _units(part: str) -> Iterator[str]:
    """What is between signs, and between the names of measures where these have a colon."""
    words = _COLON.sub(": ", part).split()
    start = at = 0
    while at < len(words):
        size = next((n for n in range(_LABEL_WORDS, 0, -1) if _is_label(words[at : at + n])), 0)
        if size and at > start:
            yield " ".join(words[start:at])
            start = at
        at += size or 1
    if words:
        yield " ".join(words[start:])


def _is_label(words: Sequence[str]) -> bool:
    return bool(words) and words[-1].endswith(":") and is_in(" ".join(words)[:-1], FieldKind.MEASURES)


def _is_measure(unit: str, *, alone: bool) -> bool:
    """Whether words only measure an article: `Reach: 210,000`, `Tonalität positiv`, `neutral`. ``alone`` on their line
    they have a colon."""
    if not alone and is_in(unit, FieldKind.MOOD):
        return True
    label, colon, value = unit.partition(": ")
    if colon:
        named = is_in(label, FieldKind.MEASURES) and _is_value(value)
        return named or (not alone and is_database_field(label))
    words = [] if alone else unit.split()
    return any(
        is_in(" ".join(words[:n]), FieldKind.MEASURES) and _is_value(" ".join(words[n:]))
        for n in range(1, min(len(words), _LABEL_WORDS + 1))
    )


def _is_value(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or is_in(text, FieldKind.MOOD)


def _medium_at_end(text: str) -> str:
    """The kind of medium behind a number, where blanks alone part them: `The Courier 14/03/2026 Print`."""
    words = text.split()
    found = (" ".join(words[-n:]) for n in range(3, 0, -1) if len(words) > n and any(map(str.isdigit, words[-n - 1])))
    return next((medium for medium in found if is_in(medium, FieldKind.MEDIUM)), "")
