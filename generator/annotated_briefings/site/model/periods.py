"""The years, months and days of which a site has briefs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from annotated_briefings.base.dates import When
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.site.model.relations import Slugs
from annotated_briefings.site.urls import archive_url

_ADDRESS = regex(r"(\d{4})(?:/(\d{2}))?(?:/(\d{2}))?", re.ASCII)


class Periods(Value):
    """The periods that have briefs."""

    members: Mapping[When, Slugs]
    """Period to its briefs, the newest period and the newest brief first."""
    parts: Mapping[When, tuple[When, ...]]
    """Year to its months and month to its days, newest first."""
    newer: Mapping[When, When]
    """Period to the next one of its kind that has briefs."""
    older: Mapping[When, When]
    """Period to the one of its kind before it that has briefs."""


def periods_of(date: When) -> tuple[When, ...]:
    """The year, month and day of a date, as far as known."""
    out = [When(date.year)]
    if date.month:
        out.append(When(date.year, date.month))
    if date.day:
        out.append(When(date.year, date.month, date.day))
    return tuple(out)


def find_periods(briefs: Iterable[Brief], days: bool) -> Periods:
    """The periods of some briefs, which come newest first; ``days`` is whether days count as periods."""
    members: dict[When, list[str]] = {}
    for brief in briefs:
        for period in periods_of(brief.date) if brief.date else ():
            if days or not period.day:
                members.setdefault(period, []).append(brief.slug)
    ordered = sorted(members, reverse=True)
    parts: dict[When, list[When]] = {}
    newer: dict[When, When] = {}
    older: dict[When, When] = {}
    last: dict[int, When] = {}
    for period in ordered:
        if period.month:
            above = When(period.year, period.month) if period.day else When(period.year)
            parts.setdefault(above, []).append(period)
        depth = len(periods_of(period))
        if depth in last:
            newer[period] = last[depth]
            older[last[depth]] = period
        last[depth] = period
    return Periods(
        {period: tuple(members[period]) for period in ordered},
        {above: tuple(below) for above, below in parts.items()},
        newer,
        older,
    )


def period_key(period: When) -> str:
    """A period as its address has it: ``2024``, ``2024/05`` or ``2024/05/03``."""
    return archive_url(period).strip("/")


def period_at(key: str) -> When | None:
    """The period of which ``period_key`` gives ``key``; None for other texts."""
    found = _ADDRESS.fullmatch(key)
    return When(int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None


def has_period(briefs: Sequence[Brief], days: bool, key: str) -> bool:
    """Whether ``find_periods`` finds the period with this key, without finding all others; ``briefs`` are in the order
    of ``in_order``, so that the newest brief that is no newer than the end of the period is in it or none is."""
    period = period_at(key)
    if period is None or (period.day and not days) or period_key(period) != key:
        return False
    wanted = (period.year, period.month, period.day)
    known = 1 + bool(period.month) + bool(period.day)
    at = bisect_left(briefs, tuple(-part for part in wanted[:known]), key=lambda brief: _newest_first(brief)[:known])
    return at < len(briefs) and (date := briefs[at].date) is not None and _parts(date)[:known] == wanted[:known]


def _newest_first(brief: Brief) -> tuple[int, ...]:
    return tuple(-part for part in _parts(brief.date or When(0)))


def _parts(date: When) -> tuple[int, int, int]:
    return date.year, date.month, date.day
