"""Times of sources until when, and from when on, a text is not public: no import writes a brief that is public too
early or too late, or that has an error."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from many import LONG
from small_site import settled_site

from annotated_briefings.base.diagnostics import Severity, show
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.closed.statements import asks_for_time
from annotated_briefings.intake.stated.hold_times import earlier, later, settled

NOW = "2026-11-29T21:00:00Z"
TEXT = "The board of the harbour has met on Tuesday evening and has granted the licence to the pilots of Lund."
FORMATS: dict[str, Callable[[str, str], str]] = {
    "a.json": lambda key, value: json.dumps({"title": "The crane", "text": TEXT, key: value}),
    "a.jsonl": lambda key, value: json.dumps({"title": "The crane", "body": TEXT, "meta": {key: value}}) + "\n",
    "a.md": lambda key, value: f'---\ntitle: The crane\n{key}: "{value}"\n---\n\n{TEXT}\n',
    "a.csv": lambda key, value: f'title,text,{key}\n"The crane","{TEXT}","{value}"\n',
    "a.txt": lambda key, value: f"The crane\n{key.replace('_', ' ').capitalize()}: {value}\n\n{TEXT}\n",
    "a.eml": lambda key, value: (
        f"From: Quay <q@quay.example>\nSubject: The crane\nX-{key.replace('_', '-')}: {value}\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
    ),
}
ZONES = ("", "Europe/Berlin")
KEYS = ("embargo_until", "publish_at")


def bring(site: Path, zone: str, name: str, key: str, value: str) -> tuple[ImportReport, Brief]:
    settled_site(site)
    settings = site / "site.yaml"
    line = f"time_zone: {zone}\n" if zone else ""
    settings.write_text(settings.read_text("utf-8").replace("time_zone: UTC\n", line), encoding="utf-8")
    (site / name).write_text(FORMATS[name](key, value), encoding="utf-8")
    done = run_import(ImportRequest(site, (site / name,), publish=True, at=NOW))
    (path,) = done.created
    brief, found = parse_brief(Source(path, (site / path).read_text("utf-8")), zone, "en")
    assert [show(one) for one in found if one.severity is Severity.ERROR] == []
    assert brief is not None
    return done, brief


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


AHEAD = [
    ("2031-03-05T10:00:00+09:00", "2031-03-05T01:00Z", "2031-03-05T01:00Z"),
    ("Wed, 05 Mar 2031 10:00:00 GMT", "2031-03-05T10:00Z", "2031-03-05T10:00Z"),
    ("1930471200", "2031-03-05T10:00Z", "2031-03-05T10:00Z"),
    ("2031-03-05 10:00", "2031-03-05T22:00Z", "2031-03-05T09:00Z"),
    ("2031-03-05", "2031-03-05T12:00Z", "2031-03-04T23:00Z"),
    ("5 March 2031", "2031-03-05T12:00Z", "2031-03-04T23:00Z"),
    ("05/04/2031", "2031-05-04T12:00Z", "2031-05-03T22:00Z"),
    ("2031-03-30T02:30", "2031-03-30T14:30Z", "2031-03-30T01:30Z"),
    ("2031-10-26T02:30", "2031-10-26T14:30Z", "2031-10-26T01:30Z"),
]
"""A time as it is written, and when the brief is public: on a site without a zone, and on one in Berlin."""
PAST = ["2026-02-02", "2 February 2026", "2026-02-02T10:00:00", "Mon, 02 Feb 2026 10:00:00 GMT", "1770026400"]
PAST += ["2026-11-29T20:59:00Z", "2026-11-30T05:00:00+09:00"]


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_a_time_ahead_holds_back_until_it_has_come_in_every_zone_it_may_be_in(tmp_path: Path, name: str) -> None:
    for zone in ZONES:
        for key in KEYS:
            for number, (written, *expected) in enumerate(AHEAD):
                if not LONG and KEYS[(number + len(name) + len(zone)) % 2] != key:
                    continue  # Each time in each zone under one of the keys, which other formats turn about.
                if name == "a.txt" and written.isdecimal():
                    continue  # Nobody writes such a number for a reader.
                site = tmp_path / f"site {zone[:1]}{key}{number}"
                done, brief = bring(site, zone, name, key, written)
                assert (written, brief.embargo_until) == (written, moment(expected[ZONES.index(zone)]))
                assert len(done.held) == 1
                assert not brief.draft
                shutil.rmtree(site)


@pytest.mark.parametrize("name", FORMATS)
def test_a_time_that_has_passed_holds_nothing_back(tmp_path: Path, name: str) -> None:
    for number, written in enumerate(PAST):
        if name == "a.txt" and written.isdecimal():
            continue
        done, brief = bring(tmp_path / str(number), "Europe/Berlin", name, "embargo_until", written)
        assert (written, done.held, brief.draft, brief.embargo_until) == (written, (), False, None)


@pytest.mark.parametrize("name", FORMATS)
def test_an_end_comes_as_early_as_it_may_be_and_one_that_has_come_makes_a_draft(tmp_path: Path, name: str) -> None:
    done, brief = bring(tmp_path / "a", "", name, "expires_at", "2031-03-05 10:00")
    assert (done.held, brief.draft, brief.expires_at) == ((), False, moment("2031-03-04T20:00Z"))
    done, brief = bring(tmp_path / "b", "Europe/Berlin", name, "expires_at", "2031-03-05 10:00")
    assert (done.held, brief.draft, brief.expires_at) == ((), False, moment("2031-03-05T09:00Z"))
    for number, over in enumerate(("2026-02-02", "2026-11-30T08:00:00")):
        done, brief = bring(tmp_path / f"c{number}", "", name, "expires_at", over)
        assert ([one.why for one in done.held], brief.draft) == ([f"expired {over}"], True)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("a.txt", "a.eml")])
@pytest.mark.parametrize("key", ["embargo_until", "publish_at", "expires_at"])
@pytest.mark.parametrize("value", ["5 March 2031 10:00 KRA", "after the vote", "2031-03", "5 March 2031, once signed"])
def test_a_time_that_cannot_be_read_makes_a_draft(tmp_path: Path, name: str, key: str, value: str) -> None:
    done, brief = bring(tmp_path, "Europe/Berlin", name, key, value)
    assert brief.draft
    assert [one.why for one in done.held] == [f"{key}: {value}"]


@pytest.mark.parametrize(
    ("key", "how", "written"), [("embargo_until", "late", "-12:00"), ("expires_at", "early", "+14:00")]
)
def test_a_time_whose_zone_nobody_names_is_reported(tmp_path: Path, key: str, how: str, written: str) -> None:
    done, _ = bring(tmp_path / "a", "", "a.json", key, "2031-03-05T10:00:00")
    (path,) = done.created
    assert f"\n{key}: 2031-03-05T10:00:00{written}\n" in (tmp_path / "a" / path).read_text("utf-8")
    assert [show(one) for one in done.diagnostics if one.code == "time-without-zone"] == [
        f"{path}: warning[time-without-zone]: `{key}` is as {how} as it may be: "
        "its source names no zone, and the site has none\n"
        "  help: write it with its zone, such as `2031-03-05T10:00:00+01:00`, or set `time_zone` before you import"
    ]
    for zone, time in (("Europe/Berlin", "2031-03-05T10:00:00"), ("", "2031-03-05T10:00:00Z")):
        done, _ = bring(tmp_path / f"b{zone[:1]}", zone, "a.json", key, time)
        assert "time-without-zone" not in [one.code for one in done.diagnostics]


def test_of_two_times_the_one_that_holds_back_longer_counts() -> None:
    assert later("2031-03-05T12:00:00Z", "2031-03-05T10:00:00-05:00") == "2031-03-05T10:00:00-05:00"
    assert later("", "2031-03-05") == later("2031-03-05", "") == "2031-03-05"
    assert earlier("2031-03-05T12:00:00Z", "2031-03-05T10:00:00-05:00") == "2031-03-05T12:00:00Z"
    assert earlier("", "2031-03-05") == earlier("2031-03-05", "") == "2031-03-05"


def test_without_a_moment_of_the_import_no_time_has_passed() -> None:
    given = settled(Given(embargo="2020-01-01T00:00:00Z", expires="2020-02-01T00:00:00Z"), "", "")
    assert (given.held, given.embargo) == ("", "2020-01-01T00:00:00+00:00")


WAITS = """Embargoed until the press conference|Sperrfrist: Beginn der Pressekonferenz|Strictly embargoed
Embargo jusqu'à la conférence de presse|Not for publication before the start of the meeting|Sotto embargo
Nicht vor der Rede veröffentlichen|Niet publiceren voor de persconferentie|Non pubblicare prima della conferenza
Не публиковать до пресс-конференции|Ikke til offentliggjøring før møtet|Pod embargiem do konferencji|Klausuloitu"""
BANS = """NOT FOR PUBLICATION|Do not publish|DO NOT DISTRIBUTE|Nicht zur Veröffentlichung|Ne pas publier|No publicar
Prohibida su difusión|Non pubblicare|Niet voor publicatie|Nie do publikacji|Не для публикации|Får ej publiceras
Ikke til offentliggjøring|禁止发布|公開禁止|보도 금지|Confidential|Não publicar|Internal only"""


@pytest.mark.parametrize(
    ("line", "waits"),
    [(line, waits) for lines, waits in ((WAITS, True), (BANS, False)) for line in lines.replace("\n", "|").split("|")],
)
def test_only_words_of_an_embargo_or_of_a_time_ask_for_one(line: str, waits: bool) -> None:
    assert asks_for_time(line) == waits


@pytest.mark.parametrize(("line", "codes"), [("NOT FOR PUBLICATION", 0), ("EMBARGOED UNTIL THE SPEECH", 1)])
def test_a_ban_names_no_time_and_needs_none(tmp_path: Path, line: str, codes: int) -> None:
    settled_site(tmp_path)
    (tmp_path / "a.txt").write_text(f"{line}\n\nThe crane is granted\n\n{TEXT}\n", encoding="utf-8")
    done = run_import(ImportRequest(tmp_path, (tmp_path / "a.txt",), publish=True, at=NOW))
    assert [held.why for held in done.held] == [line]
    assert [one.code for one in done.diagnostics].count("embargo-without-time") == codes
