"""When the site changes by itself: briefs are published, freed or taken down."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from annotated_briefings.base.dates import When
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.site.checks.whole_site import EARLIEST
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.news_sitemap import turning_points
from annotated_briefings.site.model.catalog import is_public


class Turn(Value):
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


def settled_until(context: SiteContext, held: Iterable[Brief]) -> datetime | None:
    """The next moment at which time alone may change a page or a message; None when it never does.

    ``held`` are the briefs and pages that are not public.
    """
    now = context.now
    moments = [
        moment
        for brief in (*context.catalog.briefs, *(page.text for page in context.catalog.pages.values()), *held)
        for moment in (brief.publish_at, brief.embargo_until, brief.expires_at)
        if moment
    ]
    # A date is still to come until it has begun everywhere.
    dates = (_moment(brief.date) for brief in context.catalog.briefs if brief.date)
    moments += [date - EARLIEST for date in dates if date > now]
    if context.config.news_sitemap:
        moments += turning_points(context)
    return min((moment for moment in moments if moment > now), default=None)


def _moment(when: When) -> datetime:
    return datetime.fromisoformat(when.instant)
