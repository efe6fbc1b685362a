"""Numbers with their nouns, JSON and shortened texts, as commands print them."""

import json
from collections.abc import Iterable, Sequence

from annotated_briefings.base.diagnostics import Diagnostic, Severity


def counted(number: int, word: str, plural: str = "") -> str:
    """A number with its noun in the right form."""
    return f"{number} {word if number == 1 else plural or word + 's'}"


_ORDER = list(Severity)
"""Severities from the worst on."""


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics as they are listed: errors before warnings before hints, each in the order that they have."""
    return sorted(found, key=lambda diagnostic: _ORDER.index(diagnostic.severity))


def by_severity(found: Sequence[Diagnostic]) -> list[str]:
    """How many errors, warnings and hints there are, such as ``2 errors``; nothing for what does not occur."""
    counts = ((sum(d.severity is severity for d in found), severity.value) for severity in Severity)
    return [counted(number, word) for number, word in counts if number]


def as_indented(data: object) -> str:
    """JSON as commands print it."""
    return json.dumps(data, ensure_ascii=False, indent=1)
