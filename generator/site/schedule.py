"""When the site changes by itself: the moments at which briefs are published, freed or taken down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.content.model import Brief
from generator.site.catalog import is_public


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment at which a brief appears or disappears."""

    moment: datetime
    """When (UTC)."""
    path: str
    """File of the brief."""
    appears: bool
    """Whether it is public from then on."""


def turns(briefs: Iterable[Brief], now: datetime) -> tuple[Turn, ...]:
    """Every later moment at which a brief appears or disappears, the next one first."""
    out: list[Turn] = []
    for brief in briefs:
        moments = {m for m in (brief.publish_at, brief.embargo_until, brief.expires_at) if m and m > now}
        for moment in moments:
            before, after = is_public(brief, moment - timedelta(microseconds=1)), is_public(brief, moment)
            if before != after:
                out.append(Turn(moment, brief.path, after))
    return tuple(sorted(out, key=lambda turn: (turn.moment, turn.path)))
