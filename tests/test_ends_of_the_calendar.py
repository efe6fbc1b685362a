"""Programs write the first or the last day of the calendar where they know none, or mean `never`: no such day ends a
command, whatever its field, format and neighbours."""

import json
from datetime import UTC, datetime
from email.message import EmailMessage
from itertools import product
from pathlib import Path

import pytest
from command_line import call
from small_site import Case

from annotated_briefings.base.dates import days_after
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.importer.run import ImportRequest, run_import

NOW = datetime(2026, 5, 1, tzinfo=UTC)
DAYS = (
    "9999-12-31", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "9999-12-31 23:59:59", "9999-12-30",
    "0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "0001-01-02", "0001-01-01 00:00",
)  # fmt: skip
ZONES = ("Pacific/Kiritimati", "Etc/GMT+12")
"""The first clocks of a day, and the last ones."""
FIELDS = ("publishedAt", "updated", "modified", "embargo", "publish_at", "expires", "date_gmt")
WORDS = "wharf pilot crane ferry tide anchor lantern harbour barge signal beacon mooring cargo rope"


def text(number: int) -> str:
    """A story of a few sentences that resembles no other."""
    words = WORDS.split()
    turned = words[number % 14 :] + words[: number % 14]
    return f"The {' and the '.join(turned)} of pier {number} were inspected. Nobody at pier {number} was hurt."


def import_and_build(folder: Path, files: dict[str, str], zone: str) -> int:
    """The number of drafts of some files, which are published and built."""
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text(f"title: Ends\nbase_url: https://a.example\ntime_zone: {zone}\n", "utf-8")
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    run_import(ImportRequest(folder, tuple(folder / name for name in files), publish=True))
    build(BuildRequest(folder, NOW, search=False))
    return len([*(folder / "briefings").rglob("*.md")])


@pytest.mark.parametrize("zone", ZONES)
def test_a_record_with_such_a_day_takes_no_other_one_along(tmp_path: Path, zone: str) -> None:
    files = {}
    for number, (field, day) in enumerate(product(FIELDS, (*DAYS[:3], *DAYS[5:8]))):
        pair = ({"title": f"Pier {number}", field: day, "text": text(number)},
                {"title": f"Quay {number}", "text": text(number + 400)})  # fmt: skip
        files[f"{number}.jsonl"] = "".join(json.dumps(one) + "\n" for one in pair)
    assert import_and_build(tmp_path / "site", files, zone) == 2 * len(files)


def mail(day: str, number: int) -> str:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = f"Pier {number}", "Desk <desk@wire.example>", day
    message.set_content(text(number))
    return message.as_string()


def page(day: str, number: int) -> str:
    return (
        f'<html><head><title>Pier {number}</title><meta property="article:published_time" content="{day}">'
        f'<meta property="article:modified_time" content="{day}"></head><body><article><h1>Pier {number}</h1>'
        f'<time datetime="{day}">{day}</time><p>{text(number)}</p></article></body></html>'
    )


def feed(day: str, number: int) -> str:
    return (
        f'<rss version="2.0"><channel><title>Desk</title><item><title>Pier {number}</title><pubDate>{day}</pubDate>'
        f"<description>{text(number)}</description></item><item><title>Quay {number}</title>"
        f"<description>{text(number + 40)}</description></item></channel></rss>"
    )


def note(day: str, number: int) -> str:
    return f"---\ntitle: Pier {number}\ndate: {day}\nupdated: {day}\nembargo: {day}\n---\n\n{text(number)}\n"


def table(day: str, number: int) -> str:
    return f'title,date,text\nPier {number},{day},"{text(number)}"\nQuay {number},,"{text(number + 40)}"\n'


@pytest.mark.parametrize(
    ("write", "suffix", "drafts"),
    [(mail, "eml", 1), (page, "html", 1), (feed, "xml", 2), (note, "md", 1), (table, "csv", 2)],
)
def test_in_every_format_such_a_day_ends_no_import(tmp_path: Path, write: object, suffix: str, drafts: int) -> None:
    assert callable(write)
    days = (*DAYS, "Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 01 Jan 0001 00:00:00 +1400", "31 December 9999")
    files = {f"{number}.{suffix}": str(write(day, number)) for number, day in enumerate(days)}
    assert import_and_build(tmp_path / "site", files, "Pacific/Kiritimati") == drafts * len(days)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-02-28", 1, "2026-03-01"),
        ("2026-03-01T10:00:00Z", -1, "2026-02-28"),
        ("9999-12-31", 1, "9999-12-31"),
        ("9999-12-15", 31, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_the_calendar_ends_with_its_last_day(day: str, count: int, expected: str) -> None:
    assert days_after(day, count) == expected


BRIEF_FIELDS = ("date", "updated", "publish_at", "expires_at", "embargo_until", "corrections")


@pytest.mark.parametrize("zone", ZONES)
def test_a_brief_with_such_a_day_ends_no_command(case: Case, zone: str, capsys: pytest.CaptureFixture[str]) -> None:
    case.write("site.yaml", f"title: Ends\nbase_url: https://a.example\ntime_zone: {zone}\n")
    for number, (field, day) in enumerate(product(BRIEF_FIELDS, DAYS)):
        value = f"[{{date: '{day}', text: It was pier 3.}}]" if field == "corrections" else day
        case.brief(f"b{number}", f"title: Pier {number}\n{field}: {value}\n", text(number))
    for command in (("check",), ("status",), ("build",), ("digest", "--day", "2026-03-01")):
        status, _, errors = call(capsys, case.root, *command)
        assert "fault in the program" not in errors
        assert status in (0, 1)
