"""Times without a zone are read in the zone of the site; what is no date is reported with the date that is meant."""

from datetime import UTC, datetime

import pytest

from annotated_briefings.base.config import read_config
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief

DATE = "a date such as `2023-05-12`, `2023-05` or `2023`, or a time such as `2023-05-12T08:30:00+02:00`"
LINES = {
    "date": "date: {}",
    "updated": "updated: {}",
    "published": "sources:\n  - {{outlet: Quay, published: {}}}",
    "as_of": "figures:\n  - {{value: 8, what: cranes, as_of: {}}}",
    "note": "annotations:\n  - {{quote: ferry, note: Old., date: {}}}",
    "correction": "corrections:\n  - {{was: a, now: b, date: {}}}",
}
A_DAY = "write a day, such as `2023-05-12`"
MOMENTS = ("publish_at", "embargo_until", "expires_at")


def read(line: str, zone: str) -> tuple[Brief | None, list[Diagnostic]]:
    found, diagnostics = parse_brief(Source("briefings/a.md", f"---\ntitle: T\n{line}\n---\nThe ferry sails.\n"), zone)
    return found, [d for d in diagnostics if d.severity == "error"]


def moments(brief: Brief) -> dict[str, str]:
    """The moments of all dates of a brief."""
    when = {
        "date": brief.date,
        "updated": brief.updated,
        "published": brief.sources[0].published if brief.sources else None,
        "as_of": brief.figures[0].as_of if brief.figures else None,
        "note": brief.annotations[0].date if brief.annotations else None,
        "correction": brief.corrections[0].date if brief.corrections else None,
    }
    return {name: date.at for name, date in when.items() if date}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize(
    ("written", "zone", "at"),
    [
        ("2026-03-14 09:30", "Europe/Berlin", "2026-03-14T08:30:00Z"),
        ("2026-03-14T09:30", "Europe/Berlin", "2026-03-14T08:30:00Z"),
        ("2026-03-14 9:30", "Europe/Berlin", "2026-03-14T08:30:00Z"),
        ("2026-07-14 09:30:15", "Europe/Berlin", "2026-07-14T07:30:15Z"),
        ("2026-07-14T09:30:15", "America/New_York", "2026-07-14T13:30:15Z"),
        ("2026-07-14T23:30", "Asia/Kolkata", "2026-07-14T18:00:00Z"),
        ("2026-07-14T09:30", "UTC", "2026-07-14T09:30:00Z"),
        ("2026-07-14T09:30+00:00", "Europe/Berlin", "2026-07-14T09:30:00Z"),
        ("2026-07-14T09:30:00Z", "", "2026-07-14T09:30:00Z"),
    ],
)
def test_a_time_without_a_zone_is_in_that_of_the_site_in_every_field(
    name: str, written: str, zone: str, at: str
) -> None:
    found, errors = read(LINES[name].format(f'"{written}"'), zone)
    assert errors == []
    assert found is not None
    assert moments(found) == {name: at}


@pytest.mark.parametrize("name", MOMENTS)
def test_so_is_a_time_that_holds_back(name: str) -> None:
    found, errors = read(f"{name}: 2027-03-14 08:00", "Europe/Berlin")
    assert errors == []
    assert found is not None
    assert getattr(found, name) == datetime(2027, 3, 14, 7, tzinfo=UTC)


def test_the_day_of_a_time_is_that_of_its_writer() -> None:
    found, _ = read("date: 2026-03-14 23:30", "America/New_York")
    assert found is not None
    assert found.date is not None
    assert (found.date.day, found.date.at) == (14, "2026-03-15T03:30:00Z")


@pytest.mark.parametrize(
    ("line", "zone", "message", "remedy"),
    [
        (
            "date: 2026-03-14 09:30",
            "",
            "`date` is a time without a zone, and the site has none",
            "write it as `2026-03-14T09:30:00+01:00`, or set `time_zone: Europe/Berlin` in site.yaml",
        ),
        (
            "publish_at: 2026-03-29 02:30",
            "Europe/Berlin",
            "`publish_at` is a time that clocks in Europe/Berlin skip, since summer time begins",
            "write a time that there is, such as `2026-03-29T03:30:00+02:00`",
        ),
        (
            "date: 2026-10-25T02:30",
            "Europe/Berlin",
            "`date` is a time that clocks in Europe/Berlin show twice, since summer time ends",
            "write `2026-10-25T02:30:00+02:00` for the first, or `2026-10-25T02:30:00+01:00` for the second",
        ),
        (
            "embargo_until: 2027-03-14",
            "Europe/Berlin",
            "`embargo_until` must be a time such as `2023-05-12T08:30:00+02:00`",
            "add the hour, such as `2027-03-14T00:00`",
        ),
        ("date: 14.3.2026", "Europe/Berlin", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: March 14, 2026", "Europe/Berlin", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: 14 March 2026", "", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: 14. März 2026", "", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: 14 août 2026", "", f"`date` must be {DATE}", "write `2026-08-14`"),
        ("date: 2026/3/14", "", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: 2026-3-4", "", f"`date` must be {DATE}", "write `2026-03-04`"),
        ("date: 3/14/2026", "", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: 3/4/2026", "", f"`date` must be {DATE}", "write `2026-04-03` or `2026-03-04`"),
        ("date: 14.3.26", "", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: 20260314", "", f"`date` must be {DATE}", "write `2026-03-14`"),
        ("date: March 2026", "", f"`date` must be {DATE}", "write `2026-03`"),
        ("date: 1er mars 2026", "", f"`date` must be {DATE}", "write `2026-03-01`"),
        ("date: 2026-03-14 9:30 am", "Europe/Berlin", f"`date` must be {DATE}", "write `2026-03-14 09:30`"),
        ("date: 14.3.2026, 21.30 Uhr", "Europe/Berlin", f"`date` must be {DATE}", "write `2026-03-14 21:30`"),
        ("date: 2026-03-14 09:30 CET", "", f"`date` must be {DATE}", "write `2026-03-14T09:30+01:00`"),
        ("date: Sat, 14 Mar 2026 09:30:00 -0500", "", f"`date` must be {DATE}", "write `2026-03-14T09:30-05:00`"),
        ("date: 14 March", "", f"`date` must be {DATE}", A_DAY),
        ("date: 2026-03-14T0930", "", f"`date` must be {DATE}", A_DAY),
        (
            "date: 2026-02-30",
            "",
            "`date` names a day that does not exist: February 2026 has 28 days",
            "write a day that there is",
        ),
        (
            "date: 2026-13-01",
            "",
            "`date` names a day that does not exist: there is no month 13",
            "write a day that there is",
        ),
        ("date: 2026-03-14 25:00", "", f"`date` must be {DATE}", A_DAY),
        ("date: soon", "", f"`date` must be {DATE}", A_DAY),
    ],
)
def test_what_is_no_clear_time_is_refused_with_the_way_to_write_it(
    line: str, zone: str, message: str, remedy: str
) -> None:
    _, [error] = read(line, zone)
    assert (error.code, error.message, error.help) == ("wrong-type", message, remedy)
    assert (error.place.line, error.place.column) == (3, line.index(": ") + 3)
    for written in [part for part in remedy.split("`")[1::2] if part[:2] == "20"]:
        assert read(f"{line.partition(': ')[0]}: {written}", zone)[1] == []


def test_the_zone_is_that_which_the_settings_name() -> None:
    for text, zone in (("", ""), ("time_zone: Europe/Berlin\n", "Europe/Berlin"), ("time_zone: Nowhere\n", "")):
        assert read_config(Source("site.yaml", text), {})[0].written_zone == zone
