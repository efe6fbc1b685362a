"""Moments as the desk tells them: in the zone of the site, in plain words."""

from datetime import datetime, timedelta

from annotated_briefings.base.dates import in_zone

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute"))


def shown_moment(moment: datetime, zone: str, now: datetime) -> str:
    """A moment on the clocks of a zone, such as `2 Dec, 10:00`; with its year unless that is the year of ``now``."""
    there = in_zone(moment, zone)
    year = "" if there.year == in_zone(now, zone).year else f" {there.year}"
    return f"{there.day} {_MONTHS[there.month - 1]}{year}, {there:%H:%M}"


def shown_distance(moment: datetime, now: datetime) -> str:
    """How far ahead of ``now`` a moment is, such as `in 3 hours`; `ago` follows for one that is over."""
    length = abs(moment - now)
    count, unit = next(((length // step, unit) for step, unit in _STEPS if length >= step), (0, "minute"))
    length_in_words = "less than a minute" if not count else f"{count} {unit}" if count == 1 else f"{count} {unit}s"
    return f"in {length_in_words}" if moment > now else f"{length_in_words} ago"
