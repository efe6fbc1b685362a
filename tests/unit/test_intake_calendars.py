"""Days of other calendars, and of scripts that write days in shapes of their own."""

from pathlib import Path

import pytest

from annotated_briefings.intake.cleaning.calendars import counting
from annotated_briefings.intake.cleaning.datelines import credit_line, day_line, unread_day_line
from annotated_briefings.intake.cleaning.days import OPEN, find_day, stated_day, unread_calendar
from annotated_briefings.intake.formats.dated import dated
from annotated_briefings.intake.model import Given, RawDocument

_FILE = Path(__file__).parents[1] / "data" / "days_of_calendars.txt"
_LINES = [
    [part.strip() for part in line.split("|")]
    for line in _FILE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("written", "day"), [(written, day) for _, written, day in _LINES])
def test_a_day_of_any_calendar_is_read_or_named(written: str, day: str) -> None:
    known = day if day != "?" else ""
    assert stated_day(written)[:10] == find_day(written) == day_line(written) == known
    assert bool(unread_calendar(written)) == bool(unread_day_line(written)) == (day == "?")


def test_a_time_behind_a_day_of_another_calendar_is_read() -> None:
    assert stated_day("۲۱ اسفند ۱۴۰۴ 14:30 GMT") == "2026-03-12T14:30:00+00:00"


def test_the_message_names_the_calendar_of_a_date_that_cannot_be_read() -> None:
    given = Given(published="23 Ramadan 1447")
    _, found = dated(RawDocument("a.json#1", (), "json", False, given=given), OPEN)
    assert [one.message for one in found] == [
        "the date `23 Ramadan 1447` cannot be read: it is of the Islamic calendar"
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [("काठमाडौं, २०८२ फागुन २८ गते", "काठमाडौं"), ("台北, 民國115年3月12日", "台北"), ("he came, 12 March 2026", "")],
)
def test_a_place_before_a_day_is_read_in_scripts_without_capitals(line: str, place: str) -> None:
    assert credit_line(line) == (place, "2026-03-12" if place else "")


def test_no_day_is_made_of_what_a_calendar_does_not_have() -> None:
    assert counting.iranian(1404, 12, 30) is None
    assert counting.ethiopian(2017, 13, 6) is None
    assert counting.nepali(2083, 1, 32) is None
    assert counting.nepali(2084, 1, 1) is None
    assert counting.japanese("昭和", 65, 1, 7) is None


@pytest.mark.parametrize("text", ["1404 ships, 12 of 21", "Room 115/03/12 was shut", "It cost 2569-03", "መጋቢት 3"])
def test_figures_of_texts_are_no_days(text: str) -> None:
    assert find_day(text) == unread_calendar(text) == ""
