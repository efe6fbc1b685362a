"""No save and no button makes a brief public, or public sooner, before the gate was shown; what is told is true."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from desk_site import Asked, Lists, desk_of

from annotated_briefings.base.source import Source
from annotated_briefings.cli.main import main
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.guesses import confirming_without
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.editing.confirm import guesses_of
from annotated_briefings.preview.editor.release import first_public, guess_changes, releases
from annotated_briefings.preview.moments import shown_distance, shown_moment

PATH = "briefings/harbour.md"
HEAD = (
    "title: The harbour closes\ndate: 2026-03-14\nsummary: A storm.\ntags: [ferries]\n"
    "sources: [{outlet: Quay Letter}]\n"
)
BODY = "The harbour was closed, and forty ferries waited outside.\n"
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def text(more: str) -> str:
    return f"---\n{HEAD}{more}\n---\n{BODY}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    return tmp_path


def page_of(site: Path, more: str) -> Asked:
    (site / PATH).write_text(text(more), encoding="utf-8")
    return Asked(desk_of(site), PATH)


PUBLIC = "lang: en"
HELD = (
    "draft: true",
    "publish_at: 2099-01-01 10:00",
    "embargo_until: 2099-01-01 10:00",
    "expires_at: 2020-01-01 10:00",
    "status: draft",
    "published: false",
    "draft: maybe",
)
"""Heads of briefs that readers do not see."""
SHOWN = (
    PUBLIC,
    "draft: false",
    "publish_at: 2020-01-01 10:00",
    "embargo_until: 2020-01-01 10:00",
    "expires_at: 2099-01-01 10:00",
)
"""Heads of briefs that readers see."""


@pytest.mark.parametrize("before", HELD)
@pytest.mark.parametrize("after", SHOWN)
def test_no_save_makes_a_held_brief_public_without_the_gate(site: Path, before: str, after: str) -> None:
    page = page_of(site, before)
    done = page.save(file=text(after))
    assert {"errors", "guesses", "missing", "appears"} <= done["gate"].keys()
    assert page.file.read_text(encoding="utf-8") == text(before)
    done = page.save(file=text(after), release="keep")
    assert done["released"] == "published “The harbour closes”"
    assert page.ask("state")["held"] == ""


@pytest.mark.parametrize("after", SHOWN)
def test_a_save_that_would_publish_can_stay_a_draft(site: Path, after: str) -> None:
    page = page_of(site, "draft: true")
    done = page.save(file=text(after), release="draft")
    assert (done.get("released", ""), page.ask("state")["draft"]) == ("", True)


def test_each_field_that_opens_a_brief_opens_the_gate(site: Path) -> None:
    for before, fields in (
        ("draft: true", {"draft": "false"}),
        ("draft: true", {"draft": ""}),
        ("publish_at: 2099-01-01 10:00", {"publish_at": ""}),
        ("publish_at: 2099-01-01 10:00", {"publish_at": "2020-01-01 10:00"}),
        ("publish_at: 2099-01-01 10:00", {"publish_at": "2098-01-01 10:00"}),
        ("embargo_until: 2099-01-01 10:00", {"embargo_until": ""}),
        ("expires_at: 2020-01-01 10:00", {"expires_at": "2099-01-01 10:00"}),
        ("draft: true", {"draft": "false", "publish_at": "2099-01-01 10:00"}),
    ):
        assert "gate" in page_of(site, before).save(fields=fields), (before, fields)


@pytest.mark.parametrize(
    ("before", "fields"),
    [
        ("lang: en", {"title": "Another"}),
        ("draft: true", {"title": "Another"}),
        ("publish_at: 2098-01-01 10:00", {"publish_at": "2099-01-01 10:00"}),
        ("lang: en", {"draft": "true"}),
        ("lang: en", {"publish_at": "2099-01-01 10:00"}),
        ("draft: true", {"publish_at": "2020-01-01 10:00"}),
        ("draft: false", {"publish_at": "2020-01-01 10:00"}),
    ],
)
def test_a_save_that_opens_nothing_asks_nothing(site: Path, before: str, fields: dict[str, str]) -> None:
    assert "state" in page_of(site, before).save(fields=fields)


def test_a_brief_with_an_error_is_not_published_by_a_save_either(site: Path) -> None:
    page = page_of(site, "key_points: [{text: It was., quote: not in the text}]\ndraft: true")
    done = page.save(fields={"draft": "false"}, release="confirm", force=True)
    assert [one["code"] for one in done["gate"]["errors"]] == ["unsupported-quote"]
    assert page.ask("state")["draft"]


GUESSED = (
    "key_points: [One point., Two points.]\ndraft: true\n"
    "imported: {derived: [date, key_points], suggested: {draft: 'false'}}"
)


@pytest.mark.parametrize("do", ["confirm", "refuse"])
def test_no_other_button_publishes(site: Path, do: str) -> None:
    page = page_of(site, GUESSED.replace("draft: true", "publish_at: 2099-01-01 10:00"))
    page.ask("act", do=do, fields="all")
    assert page.ask("state")["held"] != ""
    page = page_of(site, GUESSED.replace("draft: true\n", "draft:\n"))
    page.ask("act", do=do, fields="all")
    Lists(page.desk, "drafts").press("confirm", path=PATH)
    Lists(page.desk, "drafts").press("bulk", bulk="confirm", paths=[PATH])
    assert page.ask("state")["held"] != ""


@pytest.mark.parametrize(
    ("guesses", "left", "points"),
    [("confirm", [], 2), ("remove", [], 0), ("keep", ["date", "key_points"], 2)],
)
@pytest.mark.parametrize("when", ["", "2099-03-15T08:00"])
@pytest.mark.parametrize("how", ["act", "bulk", "save"])
def test_what_import_concluded_is_confirmed_taken_out_or_left_as_the_button_says(
    site: Path, guesses: str, left: list[str], points: int, when: str, how: str
) -> None:
    page = page_of(site, GUESSED.replace(", suggested: {draft: 'false'}", ""))
    if how == "act":
        page.ask("act", do="schedule" if when else "publish", guesses=guesses, when=when)
    elif how == "bulk":
        Lists(page.desk, "drafts").press("bulk", bulk="publish", paths=[PATH], guesses=guesses)
    else:
        page.save(fields={"draft": "false"}, release=guesses)
    state = page.ask("state")
    assert [one["field"] for one in state["guesses"]] == left
    assert len(next(one for one in state["form"] if one["name"] == "key_points")["value"]) == points
    assert state["draft"] is False


def test_each_item_of_a_list_is_shown_whole_and_confirmed_or_left_out(site: Path) -> None:
    long = "A point " + "with many words " * 20 + "that nobody may cut."
    figure = '{value: 8, unit: "%", what: fall in shipments}'
    page = page_of(
        site,
        f"key_points: [{long}, Two points., Three points.]\nfigures: [{figure}]\ndraft: true\n"
        "imported: {derived: [key_points, figures]}",
    )
    rows = {one["field"]: one["items"] for one in page.ask("gate")["guesses"]}
    assert rows == {"key_points": [long, "Two points.", "Three points."], "figures": ["8 % fall in shipments"]}
    page.ask("act", do="confirm", fields=["key_points"], without=[1])
    state = page.ask("state")
    assert [one["field"] for one in state["guesses"]] == ["figures"]
    values = next(one for one in state["form"] if one["name"] == "key_points")["value"]
    assert [one["text"] for one in values] == [long, "Three points."]


def test_deleting_one_point_confirms_no_other(site: Path) -> None:
    page = page_of(site, "key_points: [One point., Two points.]\ndraft: true\nimported: {derived: [key_points]}")
    page.save(fields={"key_points": [{"text": "Two points."}]})
    assert [one["items"] for one in page.ask("state")["guesses"]] == [["Two points."]]
    page.save(fields={"key_points": [{"text": "Two points."}, {"text": "Mine."}]})
    assert [one["field"] for one in page.ask("state")["guesses"]] == ["key_points"]
    page.save(fields={"key_points": [{"text": "Others."}]})
    assert page.ask("state")["guesses"] == []


def typed(moment: datetime) -> str:
    return f"{moment.astimezone(BERLIN):%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(
    "back", [timedelta(minutes=2), timedelta(hours=1), timedelta(hours=9), timedelta(days=1, hours=1)]
)
def test_a_time_that_is_over_is_refused_and_nothing_is_published(site: Path, back: timedelta) -> None:
    page = page_of(site, "draft: true")
    when = typed(datetime.now(UTC) - back)
    assert page.ask("gate", when=when)["when"]["past"]
    [problem] = page.ask("act", do="schedule", when=when)["problems"]
    assert problem["message"].startswith("this time is past: ")
    assert problem["help"] == "publish it now, or give a later time; nothing was changed"
    assert page.file.read_text(encoding="utf-8") == text("draft: true")


@pytest.mark.parametrize("ahead", [timedelta(minutes=2), timedelta(minutes=50), timedelta(hours=9), timedelta(days=1)])
def test_a_time_ahead_is_told_on_the_clocks_of_the_site(site: Path, ahead: timedelta) -> None:
    page = page_of(site, "draft: true")
    moment = (datetime.now(UTC) + ahead).replace(second=0, microsecond=0)
    when = page.ask("gate", when=typed(moment))["when"]
    assert (when["past"], when["wrong"]) == (False, "")
    clock = shown_moment(moment, "Europe/Berlin", datetime.now(UTC))
    assert when["shown"].startswith(f"{clock} (in ")
    done = page.ask("act", do="schedule", when=typed(moment))
    assert done["done"] == f"scheduled “The harbour closes”; appears {clock}"
    assert done["state"]["held"] == f"not before {clock}"


def test_a_time_that_clocks_show_twice_is_written_so_that_it_is_one(site: Path) -> None:
    page = page_of(site, "draft: true")
    page.ask("act", do="schedule", when="2031-10-26T02:30")
    assert "publish_at: 2031-10-26T00:30:00Z\n" in page.file.read_text(encoding="utf-8")
    assert page.ask("state")["held"] == "not before 26 Oct 2031, 02:30"


def test_an_embargo_is_told_wherever_a_brief_is_released(site: Path) -> None:
    page = page_of(site, "draft: true\nembargo_until: 2099-12-02 10:00")
    assert page.ask("gate")["held"] == "embargo until 2 Dec 2099, 10:00"
    done = page.ask("act", do="publish")
    assert done["done"] == "released “The harbour closes”; appears 2 Dec 2099, 10:00, when its embargo ends"
    lists = Lists(page.desk, "drafts")
    [row] = lists.ask("list", state="waiting")["items"]
    assert row["held"] == "embargo until 2 Dec 2099, 10:00"
    page.ask("act", do="hold")
    assert lists.press("bulk", bulk="publish", paths=[PATH])["message"] == done["done"]


@pytest.mark.parametrize(
    ("moment", "zone", "expected", "distance"),
    [
        (datetime(2026, 12, 2, 9, 0, tzinfo=UTC), "Europe/Berlin", "2 Dec, 10:00", "in 21 hours"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "Europe/Berlin", "1 Jan 2027, 00:30", "in 30 days"),
        (datetime(2026, 12, 1, 12, 1, tzinfo=UTC), "UTC", "1 Dec, 12:01", "in 1 minute"),
        (datetime(2026, 12, 1, 11, 59, 30, tzinfo=UTC), "Asia/Tokyo", "1 Dec, 20:59", "less than a minute ago"),
        (datetime(2026, 11, 30, 12, 0, tzinfo=UTC), "America/New_York", "30 Nov, 07:00", "1 day ago"),
    ],
)
def test_moments_are_told_in_plain_words(moment: datetime, zone: str, expected: str, distance: str) -> None:
    assert (shown_moment(moment, zone, NOW), shown_distance(moment, NOW)) == (expected, distance)


def test_what_is_public_first_decides() -> None:
    def brief(more: str) -> Any:
        return attempt_brief(Source(PATH, text(more)), "UTC", "en")[0]

    heads = {
        "draft: true": None,
        "lang: en": NOW,
        "publish_at: 2026-12-01 13:00": NOW + timedelta(hours=1),
        "publish_at: 2026-12-01 13:00\nembargo_until: 2026-12-01 14:00": NOW + timedelta(hours=2),
        "publish_at: 2026-12-01 13:00\nexpires_at: 2026-12-01 12:30": None,
    }
    for before, first in heads.items():
        assert first_public(brief(before), NOW) == first
        for after, later in heads.items():
            expected = later is not None and (first is None or later < first)
            assert releases(brief(before), brief(after), NOW) is expected, (before, after)


def test_the_gate_and_the_row_show_what_today_knows(site: Path) -> None:
    words = "Divers have freed the lock gate of the inner basin, five days before the day that the port had named. " * 4
    article = {"title": "Lock gate freed", "outlet": "Quay Letter", "date": "2026-03-03", "text": words}
    (site / "wire.jsonl").write_text(json.dumps(article), encoding="utf-8")
    assert main(["--site", str(site), "import", str(site / "wire.jsonl")]) == 0
    path = next((site / "briefings" / "2026").glob("*.md")).relative_to(site).as_posix()
    page = Asked(desk_of(site), path)
    result = [one["message"] for one in page.ask("gate")["missing"]]
    assert "the text is that of `Quay Letter`, word for word" in result
    [row] = [one for one in Lists(page.desk, "drafts").items if one["path"] == path]
    rows = [one["message"] for one in row["problems"]]
    assert "the text is that of `Quay Letter`, word for word" in rows
    page.ask("act", do="publish", guesses="confirm")
    today = [task["message"] for kind in Lists(page.desk, "today").items for task in kind["tasks"]]
    assert "the text is that of `Quay Letter`, word for word" in today


def test_what_an_editor_added_to_a_list_is_no_guess_and_stays(tmp_path: Path) -> None:
    made = "title: A\nfigures:\n  - {value: 12, what: ships}\n  - {value: 3, what: cranes}\n"
    record = "draft: true\nimported:\n  id: 4141bc270314\n  derived: [figures]\n"
    own = made.replace("{value: 3, what: cranes}", "{value: 4, what: cranes}\n  - {value: 400, what: jobs}")
    text = f"---\n{own}{record}---\nTwelve ships.\n"
    (tmp_path / "collected").mkdir()
    (tmp_path / "collected/4141bc270314.md").write_text(f"---\n{made}{record}---\nTwelve ships.\n", encoding="utf-8")
    [guess] = guesses_of(tmp_path, text)
    assert (guess.items, guess.own) == (("12 ships",), (1, 2))
    after = patch_front_matter(text, guess_changes(tmp_path, text, "remove"))
    assert after
    assert "figures:\n  - {value: 4, what: cranes}\n  - {value: 400, what: jobs}\n" in after
    assert patch_front_matter(text, confirming_without(text, guess, [0])) == after
    # Without the draft of import, and without its line in the ledger, all entries may be its own.
    assert [one.items for one in guesses_of(tmp_path / "other", text)] == [("12 ships", "4 cranes", "400 jobs")]


LOCK = (
    "Divers have freed the lock gate of Vessby, five days before the day that the port had named. Barges go through "
    "again from Monday, said the harbour office. The repair cost 40 million crowns, and 12 ships waited outside. "
    "A stone had jammed the gate since the high water of November."
)


@pytest.mark.parametrize("kept", [True, False], ids=["collected", "a clone"])
def test_every_clone_tells_entries_of_an_editor_from_those_of_import(
    site: Path, kept: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "briefings" / "tags.yaml").write_text("harbour: {aliases: [lock gate]}\n", encoding="utf-8")
    (site / "wire.jsonl").write_text(json.dumps({"title": "Lock gate freed", "outlet": "Q", "text": LOCK}), "utf-8")
    assert main(["--site", str(site), "import", str(site / "wire.jsonl")]) == 0
    path = next((site / "briefings").rglob("lock-gate-freed.md"))
    text = path.read_text(encoding="utf-8")
    made = {one.field: one.items for one in guesses_of(site, text) if one.field in ("key_points", "figures", "tags")}
    assert sorted(made) == ["figures", "key_points", "tags"]
    own = text.replace("key_points:\n", "key_points:\n  - text: Ours.\n").replace("tags: [", "tags: [ours, ")
    own = own.replace("figures:\n", "figures:\n  - {value: 7, what: gates}\n").replace("draft: true", "draft: false")
    own = own.replace("what: The repair cost", "what: Repairs")
    path.write_text(own, encoding="utf-8")
    if not kept:
        shutil.rmtree(site / "collected")
    found = {one.field: one for one in guesses_of(site, own)}
    assert found["key_points"].items == made["key_points"]
    assert found["tags"].items == made["tags"]
    assert found["figures"].items == tuple(one for one in made["figures"] if not one.startswith("40"))
    # What the status tells is the same, and taking guesses out leaves an editor's own entries.
    capsys.readouterr()
    main(["--site", str(site), "status", "--json", "--kind", "guess"])
    printed = capsys.readouterr().out
    assert ("Ours." in printed, "7 gates" in printed, made["key_points"][0][:20] in printed) == (False, False, True)
    after = patch_front_matter(own, guess_changes(site, own, "remove"))
    assert after
    assert ("text: Ours." in after, "tags: [ours]" in after, "what: gates" in after) == (True, True, True)
