"""What is wrong with a text that must be a date or a time."""

from zoneinfo import ZoneInfo

from annotated_briefings.base.dates import likely_day, local_time, moments_of, read_when

A_DATE = "a date such as `2023-05-12`, `2023-05` or `2023`, or a time such as `2023-05-12T08:30:00+02:00`"
A_MOMENT = "a time such as `2023-05-12T08:30:00+02:00`"


def not_a_time(text: str, key: str, wanted: str, zone: str) -> tuple[str, str]:
    """A message and a remedy for a text that is no date or time; ``zone`` is that of times that name none."""
    local = local_time(text)
    if local and not zone:
        message = f"`{key}` is a time without a zone, and the site has none"
        return message, f"write it as `{local.isoformat()}+01:00`, or set `time_zone: Europe/Berlin` in site.yaml"
    if local:
        both = [moment.astimezone(ZoneInfo(zone)).isoformat() for moment in moments_of(local, zone)]
        if both:
            message = f"`{key}` is a time that clocks in {zone} show twice, since summer time ends"
            return message, f"write `{both[0]}` for the first, or `{both[1]}` for the second"
        message = f"`{key}` is a time that clocks in {zone} skip, since summer time begins"
        # The same moment, as clocks show it that have been put forward.
        after = local.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
        return message, f"write a time that there is, such as `{after.isoformat()}`"
    if wanted == A_MOMENT and (day := read_when(text)) and day.day and not day.at:
        return f"`{key}` must be {wanted}", f"add the hour, such as `{day.iso}T00:00`" if zone else ""
    day_meant = likely_day(text) if wanted == A_DATE else ""
    return f"`{key}` must be {wanted}", f"write `{day_meant}`" if day_meant else ""
