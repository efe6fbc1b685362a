"""Figures of a public brief, and numbers in its words, that an edit has changed: what readers should be told of them is
proposed, never written by itself.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from annotated_briefings.base.dates import in_zone
from annotated_briefings.base.numbers.figure_text import figure_text, read_number
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Append, Change, Set
from annotated_briefings.base.yaml.writer import AsTyped
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import keys_before
from annotated_briefings.content.model import Brief, Figure
from annotated_briefings.editing.corrections.changed_numbers import changed_numbers
from annotated_briefings.site.model.catalog import is_public

_PERCENT = frozenset(("%", "percent", "per cent", "pct", "prozent", "pour cent", "por ciento"))


class ChangedFigure(Value):
    """A figure that readers have seen with another value."""

    was: str
    """What they saw, with its unit."""
    now: str
    """What they see now."""
    what: str
    """What it measures."""
    newer: bool
    """Whether it is true for another time than before: then it was not wrong."""


def changed_figures(before: Brief | None, after: Brief | None, moment: datetime, language: str) -> list[ChangedFigure]:
    """The figures of a public brief that have another value, of which its corrections do not tell already."""
    if before is None or after is None or not (is_public(before, moment) and is_public(after, moment)):
        return []
    spoken = after.language or language
    corrected = {one.now for one in after.corrections if one not in before.corrections}
    found: list[ChangedFigure] = []
    for old, new in _pairs(before.figures, after.figures):
        was, now = (" ".join(figure_text(one.value, one.unit, spoken).shown.split()) for one in (old, new))
        if (
            was != now
            and not _is_spelling(old, new, spoken)
            and not any(now in text or new.value in text for text in corrected)
        ):
            found.append(ChangedFigure(was, now, new.what, old.as_of != new.as_of))
    known = {_numbers(one.was) + _numbers(one.now) for one in found}
    for name, here, there in _texts(before, after):
        for was, now in changed_numbers(here, there, spoken):
            pair = _numbers(was) + _numbers(now)
            if pair not in known and not any(now in text for text in corrected):
                known.add(pair)
                found.append(ChangedFigure(was, now, name, False))
    return found


def _texts(before: Brief, after: Brief) -> Iterator[tuple[str, str, str]]:
    """The texts of a brief in which readers have seen numbers: what each is called, before and after."""
    yield "headline", before.title, after.title
    yield "summary", before.summary, after.summary
    here, there = (" \n ".join(one.text for one in brief.key_points) for brief in (before, after))
    yield "key points", here, there
    yield "text", before.body.text, after.body.text


def _numbers(shown: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", shown))


def _is_spelling(old: Figure, new: Figure, language: str) -> bool:
    """Whether two figures say the same in another spelling: `1000` and `1,000`, `8 percent` and `8%`."""
    units = {"%" if one.unit.casefold() in _PERCENT else one.unit.casefold() for one in (old, new)}
    numbers = {read_number(one.value.strip(), language) for one in (old, new)}
    return len(units) == len(numbers) == 1 and None not in numbers


def _pairs(before: Sequence[Figure], after: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure with what it was: the one that measures the same, or else the one in its place where none came or
    went."""
    left = list(before)
    renamed = len(before) == len(after)
    for place, new in enumerate(after):
        name = new.what.casefold()
        here = before[place] if renamed else None
        same = [one for one in left if one.what.casefold() == name]
        if len(same) > 1:
            same = [one for one in same if one.as_of == new.as_of] or same
            same = same if len(same) == 1 else [one for one in same if one is here]
        elif here and here in left and here.unit == new.unit and not (same or _is_in(name, before)):
            same = [] if _is_in(here.what.casefold(), after) else [here]
        if len(same) == 1:
            left.remove(same[0])
            yield same[0], new


def _is_in(name: str, figures: Sequence[Figure]) -> bool:
    return any(one.what.casefold() == name for one in figures)


def with_correction(text: str, brief: Brief, wrong: Sequence[tuple[str, str]], why: str, day: date) -> str | None:
    """The file of a brief that tells its readers of a change: ``updated``, and a correction for each wrong wording with
    the right one."""
    entries = [
        {"date": AsTyped.where_safe(f"{day}"), "was": was, "now": now, **({"why": why} if why else {})}
        for was, now in wrong
    ]
    changes: list[Change] = []
    if brief.updated is None or brief.updated.instant[:10] < f"{day}":
        changes.append(Set(("updated",), AsTyped.where_safe(f"{day}"), keys_before("updated")))
    if entries and brief.corrections:
        changes.append(Append(("corrections",), tuple(entries)))
    elif entries:
        changes.append(Set(("corrections",), entries, keys_before("corrections")))
    return patch_front_matter(text, changes) if changes else text


def day_in(zone: str, moment: datetime) -> date:
    """The day that it is at a moment in a zone."""
    return in_zone(moment, zone).date()
