"""What an editor wants of a digest: which briefs, in which order, and an opening text above them."""

from collections.abc import Iterable, Mapping
from math import inf

from annotated_briefings.base.dates import When
from annotated_briefings.base.diagnostics import did_you_mean
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import comparable
from annotated_briefings.site.pages.digests.period import Period, week_period

ORDERS: Mapping[str, str] = {
    "day": "as on the site: by day, and each day by lead, weight and hours",
    "weight": "leads and weights first, whatever their days",
    "given": "as `--only` names them",
}
"""Orders of the briefs of a digest, and what they are."""


class DigestChoice(Value):
    """What an editor wants."""

    opening: str = ""
    """Markdown above the briefs; empty for none."""
    only: tuple[str, ...] = ()
    """Names of the briefs in it; empty for all of its days."""
    without: tuple[str, ...] = ()
    """Names of briefs that are left out."""
    order: str = ""
    """One of ``ORDERS``; empty for ``given`` where ``only`` names some, and for ``day`` else."""


class UnusableChoice(Exception):
    """A choice that names what the digest cannot have."""

    def __init__(self, message: str, remedy: str) -> None:
        """``message`` is the fact, ``remedy`` what to do about it."""
        super().__init__(message)
        self.message, self.remedy = message, remedy


def chosen_briefs(context: SiteContext, period: Period, choice: DigestChoice) -> tuple[Brief, ...]:
    """The briefs of a digest in their order. Raises UnusableChoice."""
    of_period = [brief for brief in context.catalog.briefs if period.has(brief.date)]
    left_out = {brief.slug for brief in _named(context, period, choice.without)}
    given = _named(context, period, choice.only) if choice.only else of_period
    kept = [brief for brief in given if brief.slug not in left_out]
    order = choice.order or ("given" if choice.only else "day")
    if order != "given":
        kept.sort(key=lambda brief: context.order[brief.slug])
    if order == "weight":
        kept.sort(key=lambda brief: (not brief.lead, inf if brief.weight is None else brief.weight))
    return tuple(kept)


def _named(context: SiteContext, period: Period, names: Iterable[str]) -> list[Brief]:
    """The briefs that some names mean, each once."""
    out: dict[str, Brief] = {}
    for name in names:
        brief = context.catalog.brief(name.removeprefix("./"))
        if brief is None:
            raise _unknown(context, period, name)
        if not period.has(brief.date):
            raise _of_other_day(brief, period, name)
        out[brief.slug] = brief
    return list(out.values())


def _unknown(context: SiteContext, period: Period, name: str) -> UnusableChoice:
    held = context.catalog.held.get(comparable(name))
    if held:
        return UnusableChoice(f"`{name}` is not public: {held.why}", "publish it first, or leave it out")
    here = [brief for brief in context.catalog.briefs if period.has(brief.date)]
    names = [name for brief in here for name in (brief.slug, brief.path, brief.title)]
    known = ", ".join(f"`{brief.slug}`" for brief in here[:6]) or "none; give another `--day`"
    return UnusableChoice(f"no brief is called `{name}`", did_you_mean(name, names) or f"the briefs then are {known}")


def _of_other_day(brief: Brief, period: Period, name: str) -> UnusableChoice:
    date = brief.date
    if date is None or not date.day:
        return UnusableChoice(f"`{name}` has no day", "give it a `date` such as 2026-03-14, or leave it out")
    day, week = When(date.year, date.month, date.day), period.first != period.last
    remedy = f"use `--day {day.iso}{' --week' if week else ''}`"
    if not week and week_period(period.first).has(day):
        remedy = "use `--week`"
    return UnusableChoice(f"`{name}` is of {day.iso}, and the digest is of {period.name}", remedy)
