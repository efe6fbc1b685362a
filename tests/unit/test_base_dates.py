"""Dates as precise as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.dates import When, read_when
from annotated_briefings.site.pages.digests.period import week_period


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2023", When(2023)),
        ("2023-05", When(2023, 5)),
        ("2023-05-12", When(2023, 5, 12)),
        ("2023-05-12T23:30:00-04:00", When(2023, 5, 12, "2023-05-13T03:30:00Z")),
        ("2023-05-12 08:00+00:00", When(2023, 5, 12, "2023-05-12T08:00:00Z")),
    ],
)
def test_a_date_keeps_its_precision(text: str, when: When) -> None:
    assert read_when(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May 2023",
        "2023-13",
        "2023-02-30",
        "2023-00",
        "2023-05-00",
        "2023-5-1",
        "2023-05-12T08:00:00",
        "0000",
        "12.05.2023",
        "9999-12-31T23:00:00-05:00",
        "0001-01-01T00:00:00+05:00",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_when(text) is None


@given(st.dates())
def test_every_day_survives_writing_and_reading(day: object) -> None:
    assert read_when(str(day)) is not None
    assert getattr(read_when(str(day)), "iso", "") == str(day)


def test_the_last_week_ends_with_the_last_day() -> None:
    assert week_period(date(9999, 12, 31)).last == date.max


def test_dates_known_to_the_year_sort_before_its_days() -> None:
    assert sorted([When(2023, 5, 2), When(2023), When(2023, 5)]) == [When(2023), When(2023, 5), When(2023, 5, 2)]


@pytest.mark.parametrize(
    ("when", "zone", "instant"),
    [
        (When(2026, 2, 10), "UTC", "2026-02-10T00:00:00Z"),
        (When(2026, 2, 10), "America/New_York", "2026-02-10T00:00:00-05:00"),
        (When(2026, 7), "America/New_York", "2026-07-01T00:00:00-04:00"),
        (When(2026), "Asia/Kathmandu", "2026-01-01T00:00:00+05:45"),
        (When(2026, 2, 9, "2026-02-10T03:00:00Z"), "America/New_York", "2026-02-09T22:00:00-05:00"),
        (When(2026, 2, 10, "2026-02-10T03:00:00Z"), "UTC", "2026-02-10T03:00:00Z"),
        (When(1850, 1, 1), "Europe/Berlin", "1849-12-31T23:06:32Z"),
        (When(1, 1, 1), "Asia/Tokyo", "0001-01-01T00:00:00Z"),
    ],
)
def test_a_date_begins_at_midnight_on_the_clocks_of_a_zone(when: When, zone: str, instant: str) -> None:
    assert when.instant_in(zone) == instant


@pytest.mark.parametrize(
    ("text", "zone", "day"),
    [
        ("2026-02-10T03:00:00Z", "America/New_York", (2026, 2, 9)),
        ("2026-02-09T22:00:00-05:00", "America/New_York", (2026, 2, 9)),
        ("2026-02-09T22:00:00-05:00", "Asia/Tokyo", (2026, 2, 10)),
        ("2026-02-09T22:00:00-05:00", "", (2026, 2, 9)),
        ("2026-02-10 00:30", "America/New_York", (2026, 2, 10)),
        ("9999-12-31T23:00:00Z", "Asia/Tokyo", (9999, 12, 31)),
    ],
)
def test_a_moment_belongs_to_its_day_in_the_zone(text: str, zone: str, day: tuple[int, int, int]) -> None:
    when = read_when(text, zone)
    assert when
    assert (when.year, when.month, when.day) == day


@pytest.mark.parametrize("zone", ["", "UTC", "America/New_York", "Asia/Tokyo"])
def test_a_day_that_a_program_in_javascript_rewrote_stays_that_day(zone: str) -> None:
    assert read_when("2026-03-14T00:00:00.000Z", zone) == When(2026, 3, 14)
    others = ("2026-03-14T00:00:00Z", "2026-03-14T00:00:01.000Z", "2026-03-14T00:00:00.000+00:00")
    for text in others:
        moment = read_when(text, zone)
        assert moment
        assert moment.at
