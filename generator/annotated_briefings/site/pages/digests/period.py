"""The days that a digest is about."""

from datetime import date, timedelta

from annotated_briefings.base.dates import When
from annotated_briefings.base.values import Value


class Period(Value):
    """Some days, both ends included."""

    first: date
    """The first day."""
    last: date
    """The last day."""
    name: str
    """``2026-03-14`` or ``2026-W11``, for names of files."""

    def has(self, when: When | None) -> bool:
        """Whether a date known to the day lies in it."""
        if when is None or not when.day:
            return False
        return self.first <= date(when.year, when.month, when.day) <= self.last


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, day.isoformat())


def week_period(day: date) -> Period:
    """The ISO week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    sunday = min(monday.toordinal() + 6, date.max.toordinal())
    year, week, _ = day.isocalendar()
    return Period(monday, date.fromordinal(sunday), f"{year}-W{week:02}")
