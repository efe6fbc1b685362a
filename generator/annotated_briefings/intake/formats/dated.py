"""The dates that a format states, read in one way for all formats; what cannot be read is reported."""

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import DayReading, both_readings, real_day, stated_day, unread_calendar
from annotated_briefings.intake.model import Given, RawDocument

_DAY_FIRST = frozenset("de fr es it pt nl sv da nb nn no fi pl cs sk ru uk tr el ro bg hr sr sl ar he id vi".split())
"""Languages in which a day in figures begins with the day, wherever they are written."""
_REGIONS = {"en-us": "mdy", **dict.fromkeys(("en-gb", "en-au", "en-ie", "en-nz", "en-in", "en-za"), "dmy")}
_SETTLE = "write `day_order: dmy` (or `mdy`) under `import:` in site.yaml and import again, or add `date:` to the draft"
_LONGEST = 60
"""Characters of a date that is shown in a message."""


def dated(document: RawDocument, reading: DayReading) -> tuple[RawDocument, tuple[Diagnostic, ...]]:
    """A document with its dates as briefs write them, and a warning for a date of publication that cannot be read."""
    given = document.given
    order = given.day_order or reading.order or order_in(given.language)
    published = stated_day(given.published, order, reading)
    modified = stated_day(given.modified, order, reading)
    document = replace(document, given=replace(given, published=published, modified=modified))
    # A date such as 1970-01-01 states that none is known.
    return document, () if published or not real_day(given.published) else (_unread(document.name, given),)


def order_in(language: str) -> str:
    """The order of day and month in dates in figures, ``dmy`` or ``mdy``, where a language tells it; else empty."""
    tag = language.lower().replace("_", "-")
    return _REGIONS.get(tag, "dmy" if tag.partition("-")[0] in _DAY_FIRST else "")


def _unread(name: str, given: Given) -> Diagnostic:
    written = " ".join(given.published.split())[:_LONGEST]
    both = both_readings(given.published)
    if both:
        return report(
            "unread-date",
            f"the date `{written}` may be {both[0]} or {both[1]}",
            Place(name),
            help=_SETTLE,
        )
    calendar = unread_calendar(given.published)
    return report(
        "unread-date",
        f"the date `{written}` cannot be read" + (f": it is of the {calendar} calendar" if calendar else ""),
        Place(name),
        help="add `date:` to the draft, such as `date: 2026-03-14`",
    )
