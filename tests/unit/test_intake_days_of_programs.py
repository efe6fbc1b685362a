"""A day in a record is read in whatever way libraries and databases write dates into JSON."""

import json
from typing import Any

import pytest

from annotated_briefings.intake.formats.detect import read_any

TEXT = "The lock is closed for a week, its keeper said on Monday, and boats wait in the lower basin."
COUNT = 1773446400
DAYS: list[Any] = [
    f"/Date({COUNT}000)/", f"/Date({COUNT}000+0100)/", f"\\/Date({COUNT}000)\\/", f"new Date({COUNT}000)",
    f"@{COUNT}", str(COUNT), f"{COUNT}.123", f"{COUNT}000000", COUNT, COUNT * 1000,
    {"$date": "2026-03-14T00:00:00Z"}, {"$date": COUNT * 1000}, {"$date": {"$numberLong": f"{COUNT}000"}},
    {"seconds": COUNT, "nanos": 0}, {"_seconds": COUNT, "_nanoseconds": 0}, {"epoch": COUNT},
    {"epochSecond": COUNT, "nano": 0}, {"time": {"$date": "2026-03-14"}}, {"timestamp": COUNT},
    "2026-03-14T00:00:00Z[UTC]", "2026-03-14T01:00+01:00[Europe/Berlin]", 'ISODate("2026-03-14T00:00:00Z")',
    "2026-03-14T00:00:00.000+0000", "20260314T090000Z",
    "Sat Mar 14 2026 00:00:00 GMT+0000 (Coordinated Universal Time)",
    [2026, 3, 14], [2026, 3, 14, 9, 30], [2026, 3, 14, 9, 30, 5, 125000000], [2026, 3, 14, 9],
    {"year": 2026, "month": 3, "day": 14}, {"year": 2026, "monthValue": 3, "dayOfMonth": 14, "hour": 9},
    {"date": "2026-03-14 09:00:00.000000", "timezone_type": 3, "timezone": "UTC"}, {"date-parts": [[2026, 3, 14]]},
    {"iso": "2026-03-14T00:00:00.000Z", "__type": "Date"}, {"@type": "xsd:dateTime", "@value": "2026-03-14T00:00:00Z"},
    {"#text": "2026-03-14"}, {"S": "2026-03-14"}, {"N": str(COUNT)},
    {"formatted": "14 March 2026", "raw": "2026-03-14"},
    ["", "2026-03-14"],
]  # fmt: skip
NO_DAYS: list[Any] = [
    "/Date(-62135596800000)/",
    "/Date(0)/",
    [0, 0, 0],
    [1, 2, 3],
    {"year": 0, "month": 0, "day": 0},
    [],
    {},
]


def published(value: Any) -> str:
    record = {"title": "Lock closed", "text": TEXT, "published": value}
    (document,), _ = read_any("a.json", json.dumps(record).encode())
    return document.given.published


@pytest.mark.parametrize("value", DAYS, ids=json.dumps)
def test_a_day_is_read_as_programs_write_it(value: Any) -> None:
    assert published(value)[:10] == "2026-03-14"


@pytest.mark.parametrize("value", NO_DAYS, ids=json.dumps)
def test_what_programs_write_for_no_day_is_none(value: Any) -> None:
    assert published(value) == ""
