"""Days that programs write where they know none are no dates, in every spelling and format; real days stay."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.cleaning.calendars.placeholders import is_placeholder_day
from annotated_briefings.intake.cleaning.days import stated_day
from annotated_briefings.intake.formats.detect import read_any

NONE = [
    "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00.00.0000", "0", "-1", "0000/00/00", "00000000", "30.11.-0001",
    "0001-01-01", "0001-01-01T00:00:00", "01/01/0001 00:00:00", "1 January 0001", "Mon, 01 Jan 0001 00:00:00 +0000",
    "-62135596800", "-62135596800000", "1601-01-01T00:00:00Z", "1753-01-01", "1899-12-30", "1899-12-31",
    "1900-01-01", "1900-01-01 00:00:00", "01.01.1900", "1/1/1900", "1. Januar 1900", "1er janvier 1900",
    "1970-01-01", "19700101", "1970/01/01", "01.01.1970", "1 de enero de 1970", "January 1, 1970",
    "Jan 1, 1970 1:00 AM",
    "Thu, 01 Jan 1970 00:00:00 GMT", "1 января 1970", "1969-12-31T19:00:00-05:00", "2038-01-19T03:14:07Z",
    "2099-12-31", "2199-01-01", "2999-12-31", "3000-01-01", "9999-12-31", "9999-12-31T23:59:59.999Z", "99991231",
    "31.12.9999", "12/31/9999", "31 décembre 9999", "December 31, 9999", "Fri, 31 Dec 9999 23:59:59 GMT",
    "253402300799", "253402214400", "253402300799000", "9998-12-31", "9999-01-01",
]  # fmt: skip
REAL = [
    "1970-01-02", "1970-11-01", "1971-01-01", "11.01.1970", "1900-01-11", "1900-10-01", "1969-12-30", "2038-01-19",
    "2098-12-31", "2026-03-04 09:00:00", "2026-03-04T09:00:00-0300", "04.03.2026", "4 March 2026 0900",
    "1. Januar 2026",
    "Wed, 04 Mar 2026 00:00:00 GMT", "5786-12-14", "2569-03-04", "1447-09-15", "2026-01-01", "20260101", "1772611200",
    "March 4, 2026", "令和8年3月4日", "2026年3月4日 09:00", "11 January 1900", "21. Januar 1970",
]  # fmt: skip


@pytest.mark.parametrize("written", NONE)
def test_a_day_that_programs_write_for_none_is_no_date(written: str) -> None:
    assert is_placeholder_day(written)
    assert stated_day(written) == ""


@pytest.mark.parametrize("written", REAL)
def test_a_day_near_to_one_of_them_is_a_date(written: str) -> None:
    assert not is_placeholder_day(written)


@settings(max_examples=examples(200))
@given(st.dates(date(1970, 1, 2), date(2098, 12, 31)), st.sampled_from("%Y-%m-%d %d.%m.%Y %Y-%m-%dT%H:%M:%SZ".split()))
def test_every_other_day_is_read(day: date, form: str) -> None:
    assert stated_day(day.strftime(form))[:10] == day.isoformat()


def in_format(name: str, written: str) -> bytes:
    text = "The ferry left Lund with forty cars on board, and it came back on the same day with none at all."
    record = json.dumps({"title": "Zero ferry", "text": text, "publishedAt": written})
    page = f"<h1>Zero ferry</h1><p>{text}</p><p>{text[4:]}</p>"
    return {
        "a.json": record,
        "a.csv": f'title,text,published\nZero ferry,"{text}","{written}"\n',
        "a.xml": "<rss version='2.0'><channel><title>Oste</title><item><title>Zero ferry</title>"
        f"<description>{text}</description><pubDate>{written}</pubDate></item></channel></rss>",
        "a.html": f"<html><head><meta property='article:published_time' content='{written}'></head><body><article>"
        f"{page}</article></body></html>",
        "a.md": f"---\ntitle: Zero ferry\ndate: {written}\n---\n{text}\n",
    }[name].encode()


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.xml", "a.html", "a.md"])
@pytest.mark.parametrize("written", ["9999-12-31", "1900-01-01", "0000-00-00 00:00:00", "1970-01-01T00:00:00Z"])
def test_no_format_takes_such_a_day_for_a_date_or_warns_of_it(name: str, written: str) -> None:
    documents, found = read_any(name, in_format(name, written))
    assert [one.given.published for one in documents] == [""]
    assert [show(one) for one in found] == []
