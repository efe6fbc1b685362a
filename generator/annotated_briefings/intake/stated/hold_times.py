"""The times from which on, and until which, a source lets its text be public: written so that no brief is public too
early, nor too late, whatever zone such a time is in.

Where neither a source nor the site names a zone, a time counts in the zone in which clocks show it last, and an end in
the one in which they show it first.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from annotated_briefings.base.dates import in_zone, local_time, moments_of, read_moment
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.days import DayReading, both_readings, date_span, stated_day
from annotated_briefings.intake.cleaning.months import WEEKDAYS
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.moments import names_hour, names_zone, read_until

_LAST, _FIRST = "Etc/GMT+12", "Etc/GMT-14"
"""The zones in which clocks show a time last and first: 12 hours behind UTC, and 14 ahead."""
_WORD = regex(r"[^\W\d_]+")
_AROUND = frozenset(
    "until till to before from on at after as of not the day date bis vor ab am zum den dem nach jusqu au le la du de "
    "à partir dès hasta el del desde al fino dal il até a o tot van op do od dnia до с".split()
)
"""Words beside a day that leave it what it is."""


class HoldTime(Value):
    """What a written time may mean."""

    first: datetime
    """The first moment that it may be."""
    last: datetime
    """The last one."""
    zoned: bool
    """Whether its zone is known."""


def read_hold_time(written: str, zone: str = "", order: str = "") -> HoldTime | None:
    """The moments that a time as a source writes it may mean; None where it cannot be read.

    ``zone`` (IANA) is that of the site for times that name none, ``order`` that of days in figures. A day counts from
    its start.
    """
    zones = (zone,) if zone else (_FIRST, _LAST)
    read = [moment for one in _readings(written, order) for name in zones for moment in _moments(one, name)]
    if not read:
        return None
    zoned = bool(zone) or all(read_moment(one) for one in _readings(written, order))
    return HoldTime(first=min(read), last=max(read), zoned=zoned)


def hold_time_of(written: str) -> str:
    """A day or a time in ISO 8601, or as it is written where its day may be one of two; empty where it cannot be
    read."""
    found = set(_readings(written, ""))
    return found.pop() if len(found) == 1 else written if found else ""


def later(one: str, other: str) -> str:
    """Of two written times the later one, which holds back for certain; one that cannot be read is later than any."""
    return one if not other or (one and _last(one) >= _last(other)) else other


def earlier(one: str, other: str) -> str:
    """Of two written ends the earlier one."""
    return one if not other or (one and _last(one) <= _last(other)) else other


def settled(given: Given, now: str, zone: str) -> Given:
    """What a source states with its times as briefs write them: a wait that is over at ``now`` (a moment) is none, and
    a text whose end has come, or whose times cannot be read, is held back."""
    at = read_moment(now) if now else None
    wait, end = (read_hold_time(one, zone, given.day_order) for one in (given.embargo, given.expires))
    waits = wait is not None and (at is None or wait.last > at)
    ended = end is not None and at is not None and end.first <= at
    held = given.held
    if given.embargo and wait is None:
        held = held or f"embargo: {given.embargo}"
    if given.expires and (end is None or ended):
        held = held or f"{'expired' if ended else 'expires:'} {given.expires}"
    open_ones = (("embargo_until", wait if waits else None), ("expires_at", None if ended else end))
    return replace(
        given,
        held=held,
        embargo=_written(given.embargo, given.day_order, wait.last, zone or _LAST) if wait and waits else "",
        expires=_written(given.expires, given.day_order, end.first, zone or _FIRST) if end else "",
        unzoned=" ".join(field for field, time in open_ones if time and not time.zoned),
    )


def _written(written: str, order: str, moment: datetime, zone: str) -> str:
    """A time as a brief has it: as the source states it where that is this moment and no other; else with its zone."""
    there = in_zone(moment, zone).isoformat()
    for one in _readings(written, order):
        iso = one if "T" in one else f"{one}T00:00:00"
        if read_moment(iso, zone) == moment:
            return there if zone in (_FIRST, _LAST) and local_time(iso) else iso
    return there


def _last(written: str) -> datetime:
    read = read_hold_time(written)
    return read.last if read else datetime.max.replace(tzinfo=UTC)


def _moments(iso: str, zone: str) -> tuple[datetime, ...]:
    """The moments that a day or a time may be: that of its own zone, or those at which clocks in ``zone`` show it."""
    local = local_time(iso if "T" in iso else f"{iso}T00:00:00")
    if local is None:
        moment = read_moment(iso)
        return (moment,) if moment else ()
    try:
        skipped = [local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1)]
    except OverflowError:
        return ()
    return moments_of(local, zone) or tuple(skipped)


def _readings(written: str, order: str) -> tuple[str, ...]:
    """The days and times that a text may mean, a time without a zone where it names none; none where one of them cannot
    be read."""
    text = " ".join(written.split())
    both = both_readings(text) and not order
    found = [_read(text, one) for one in (("dmy", "mdy") if both else (order,))]
    return tuple(found) if all(found) else ()


def _read(text: str, order: str) -> str:
    if names_zone(text):
        return read_until(text)
    first, last = (stated_day(text, order, DayReading(zone)) for zone in (_FIRST, _LAST))
    if "T" in first:
        return first if first == last else first[: len("2031-03-05T10:00:00")]
    start, end = date_span(text)
    if len(first) < len("2031-03-05") or names_hour(text[end:] if end else text.lstrip("0123456789")):
        # Its hour, or the zone of its hour, is not known.
        return ""
    before = text[:start]
    if names_hour(before):
        return read_until(text)
    words = _WORD.findall(f"{before} {text[end:]}".casefold()) if end else ()
    return first if all(word in WEEKDAYS or word in _AROUND for word in words) else ""
