"""Dates as precise as they are known: a year, a month, a day or a moment (EDTF level 0, ISO 8601-2:2019)."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_EDTF = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LOCAL = regex(r"(\d{4}-\d\d-\d\d)(?:[Tt]| +)(\d{1,2}:\d\d)(:\d\d(?:\.\d{1,6})?)?")

_DAY_OF_TOOLS = regex(r"(\d{4}-\d\d-\d\d)T00:00:00\.000Z")
"""What programs in JavaScript write for a day without a time, when they rewrite front matter."""


class When(Value, order=True):
    """A date with its precision; ``month`` and ``day`` are 0 where unknown."""

    year: int
    """The year, 1 to 9999."""
    month: int = 0
    """1 to 12, or 0 for a date known to the year."""
    day: int = 0
    """1 to 31, or 0 for a date known to the month."""
    at: str = ""
    """The moment in UTC as ``2023-05-12T08:30:00Z``, or empty for a whole day, month or year."""

    @property
    def iso(self) -> str:
        """The date as written in data: ``2023``, ``2023-05``, ``2023-05-12``, or the moment."""
        if self.at:
            return self.at
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}-{self.day:02}" if self.day else f"{self.year:04}{month}"

    @property
    def ordinal(self) -> int:
        """The number of the day, counted as ``datetime.date`` does; that of the first one of a month or year."""
        return date(self.year, self.month or 1, self.day or 1).toordinal()

    @property
    def instant(self) -> str:
        """The first moment of the date in RFC 3339, for formats that know no precision."""
        return self.at or f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}T00:00:00Z"

    def instant_in(self, zone: str) -> str:
        """The same in a zone (its IANA name), with the offset of its clocks: a whole day begins there at midnight."""
        there = ZoneInfo(zone)
        try:
            if self.at:
                moment = datetime.fromisoformat(self.at).astimezone(there)
            else:
                moment = datetime(self.year, self.month or 1, self.day or 1, tzinfo=there)
            # Until about 1900 offsets had seconds, which RFC 3339 does not know.
            offset = moment.utcoffset()
            utc = not offset or offset.seconds % 60
            return f"{moment.astimezone(UTC).isoformat()[:19]}Z" if utc else moment.isoformat()
        except OverflowError:
            return self.instant


def read_when(text: str, zone: str = "") -> When | None:
    """A date, or a time with a zone of its own or in the ``zone`` of an IANA name.

    A time belongs to the day on which clocks in ``zone`` show it, or else to the day that is written.
    None when it is neither, when no such day or time exists, and when two such times do.
    """
    text = text.strip()
    if of_tool := _DAY_OF_TOOLS.fullmatch(text):
        text = of_tool[1]
    match = _EDTF.fullmatch(text)
    if match:
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            return None
        if (match[2] and not month) or (match[3] and not day):
            return None
        return When(year, month, day)
    moment = read_moment(text, zone)
    if moment is None:
        return None
    written = datetime.fromisoformat(text if (local := local_time(text)) is None else local.isoformat())
    if zone:
        with suppress(OverflowError):
            written = moment.astimezone(ZoneInfo(zone))
    return When(written.year, written.month, written.day, f"{moment.isoformat()[:19]}Z")


def read_moment(text: str, zone: str = "") -> datetime | None:
    """The same for a time alone, as a moment in UTC; None too where that moment has no year of four digits."""
    try:
        if local := local_time(text):
            both = moments_of(local, zone) if zone else ()
            return both[0] if len(both) == 1 else None
        moment = datetime.fromisoformat(text.strip())
        return None if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def local_time(text: str) -> datetime | None:
    """A time without a zone, or None."""
    match = _LOCAL.fullmatch(text.strip())
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]:0>5}{match[3] or ''}") if match else None
    except ValueError:
        return None


def moments_of(local: datetime, zone: str) -> tuple[datetime, ...]:
    """The moments in UTC at which clocks in a zone show a time: none when the change to summer time skips it, two in
    order when the change back shows it again; none beyond the years 1 to 9999 either."""
    try:
        there = [local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1)]
        found = [moment for moment in there if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local]
    except OverflowError:
        return ()
    return tuple(dict.fromkeys(found))


def in_zone(moment: datetime, zone: str) -> datetime:
    """A moment as clocks in a zone show it; as it is where they show one beyond the years 1 to 9999."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except OverflowError:
        return moment


def days_after(day: str, count: int) -> str:
    """The day so many days after an ISO day, or before it where ``count`` is negative; the calendar ends with the years
    1 and 9999. Raises ValueError where it is no day."""
    start = date.fromisoformat(day[:10])
    try:
        return (start + timedelta(days=count)).isoformat()
    except OverflowError:
        return (date.max if count > 0 else date.min).isoformat()
