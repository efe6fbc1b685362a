"""Days of calendars other than the Gregorian one, and of scripts with shapes of their own, as days of this calendar."""

from annotated_briefings.intake.cleaning.calendars.reader import CalendarDay, calendar_day

__all__ = ["CalendarDay", "calendar_day"]
