"""What is wrong with a text that must be a date or a time."""

from zoneinfo import ZoneInfo

from annotated_briefings.base.dates import in_zone, local_time, moments_of, read_moment, read_when
from annotated_briefings.base.diagnostics import closest
from annotated_briefings.base.meant.likely_dates import likely_days, likely_times, no_such_day

A_DATE = "a date such as `2023-05-12`, `2023-05` or `2023`, or a time such as `2023-05-12T08:30:00+02:00`"
A_MOMENT = "a time such as `2023-05-12T08:30:00+02:00`"
_NONE = frozenset("none no nil null n/a na false off keine keins kein nein aucun aucune non ninguno sin geen".split())
"""Words for no date or time at all."""
_NEVER = frozenset(
    "never forever always endless unlimited permanent nie niemals jamais toujours nunca siempre mai nooit".split()
)
"""Words for a time that never comes."""
_SURE = 5
"""Letters from which a word that is like one of these is taken for it."""
_ENDS, _BEGINS = "expires_at", "publish_at"
"""The times from which something is shown no more, and from which it is shown."""


def not_a_time(text: str, key: str, wanted: str, zone: str) -> tuple[str, str]:
    """A message and a remedy for a text that is no date or time; ``zone`` is that of times that name none."""
    local = local_time(text)
    if local and not zone:
        message = f"`{key}` is a time without a zone, and the site has none"
        return message, f"write it as `{local.isoformat()}+01:00`, or set `time_zone: Europe/Berlin` in site.yaml"
    if local:
        both = [in_zone(moment, zone).isoformat() for moment in moments_of(local, zone)]
        if both:
            message = f"`{key}` is a time that clocks in {zone} show twice, since summer time ends"
            return message, f"write `{both[0]}` for the first, or `{both[1]}` for the second"
        message = f"`{key}` is a time that clocks in {zone} skip, since summer time begins"
        # The same moment, as clocks show it that have been put forward.
        after = in_zone(in_zone(local.replace(tzinfo=ZoneInfo(zone)), "UTC"), zone)
        return message, f"write a time that there is, such as `{after.isoformat()}`"
    at = "T00:00" if zone else "T00:00:00+02:00"
    if wanted == A_MOMENT and (day := read_when(text)) and day.day and not day.at:
        return f"`{key}` must be {wanted}", f"add the hour, such as `{day.iso}{at}`"
    if missing := no_such_day(text):
        return f"`{key}` names a day that does not exist: {missing}", "write a day that there is"
    read = read_when if wanted == A_DATE else read_moment
    if wanted == A_MOMENT and (days := likely_days(text)):
        return f"`{key}` must be {wanted}", f"add the hour, such as `{days[0]}{at}`"
    meant = [one for one in likely_times(text) if read(one, zone or "UTC")]
    remedy = "write " + " or ".join(f"`{one}`" for one in meant) if meant else _of_words(text, key, wanted, zone)
    return f"`{key}` must be {wanted}", remedy


def _of_words(text: str, key: str, wanted: str, zone: str) -> str:
    """What to do about words in which no day can be found; no clock is read here, so `tomorrow` is none.

    A line is to be taken out only where nothing is published by that which its writer has held back.
    """
    word = text.strip(" .!").casefold()
    near = word if word in _NONE | _NEVER or len(word) < _SURE else closest(word, sorted(_NEVER))
    if wanted == A_DATE:
        write = "write a day, such as `2023-05-12`"
        return f"take the line out, or {write}" if near in _NONE | _NEVER else write
    write = f"write a day and an hour, such as `2030-05-12{' 08:30' if zone else 'T08:30:00+02:00'}`"
    if near in _NEVER | _NONE if key == _BEGINS else near in _NEVER and key != _ENDS:
        return f"put `draft: true` in place of the line, which holds back without an end, or {write}"
    return f"take the line out, or {write}" if near in _NEVER | _NONE else write
