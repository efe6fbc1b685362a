"""Articles about the same event, told in other words."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.cli.import_output import import_json, import_lines
from annotated_briefings.cli.main import main
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.report_html import report_page
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.events import account, same_event, story_id
from annotated_briefings.reports.status import site_status

DATA = json.loads((Path(__file__).parents[1] / "data" / "events.json").read_text(encoding="utf-8"))
PAIRS, OTHER = DATA["pairs"], DATA["other"]


def test_two_reports_of_one_event_are_grouped_and_others_are_not() -> None:
    accounts = [account(f"{name}{n}", text) for name, pair in PAIRS.items() for n, text in enumerate(pair)]
    accounts += [account(f"other{n}", text) for n, text in enumerate(OTHER)]
    assert same_event(accounts) == [("ferry0", "ferry1"), ("turbine0", "turbine1")]


def test_reports_of_different_months_are_not_one_event() -> None:
    first, second = (account(str(n), text, 1000 + 40 * n) for n, text in enumerate(PAIRS["ferry"]))
    assert same_event([first, second]) == []


def test_a_story_is_called_by_the_names_that_its_articles_share() -> None:
    members = [account(str(n), text) for n, text in enumerate(PAIRS["turbine"])]
    assert story_id(members) == "ingrid-solheim"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


def bring(site: Path, name: str, text: str, title: str) -> ImportReport:
    (site / f"{name}.jsonl").write_text(json.dumps({"title": title, "text": text}) + "\n", encoding="utf-8")
    return run_import(ImportRequest(site, (site / f"{name}.jsonl",)))


def test_a_story_is_suggested_and_goes_on_with_later_imports(site: Path) -> None:
    (first,) = bring(site, "a", PAIRS["turbine"][0], "Turbine sold").created
    assert "story:" not in (site / first).read_text(encoding="utf-8")
    done = bring(site, "b", PAIRS["turbine"][1], "Export order")
    (second,) = done.created
    (story,) = done.stories
    assert story.briefs == (first, second)
    text = (site / second).read_text(encoding="utf-8")
    assert f"\n  suggested: {{story: {story.id}}}\n" in text
    assert "\nstory:" not in text
    assert ", story]" not in text
    assert import_json(done)["stories"] == [{"id": story.id, "briefs": [first, second]}]
    assert f"<td>{story.id}</td><td>{second}</td>" in report_page(done)
    command = f"confirm {first} {second} --field story --as {story.id}"
    assert (f"  one story? these seem to tell of the same event; if so:\n        briefings {command}\n") in "\n".join(
        import_lines(done, False)
    )
    assert main(["--site", str(site), *command.split()]) == 0
    for path in (first, second):
        text = (site / path).read_text(encoding="utf-8")
        assert f"\nstory: {story.id}\n" in text
        assert "suggested" not in text


def test_status_lists_a_suggested_story_with_the_command_that_takes_it(site: Path) -> None:
    (first,) = bring(site, "a", PAIRS["turbine"][0], "Turbine sold").created
    (second,) = bring(site, "b", PAIRS["turbine"][1], "Export order").created
    tasks = [t for t in site_status(site, datetime(2026, 5, 1, tzinfo=UTC), names=False).tasks if t.kind == "story"]
    assert [(t.path, t.message, t.command) for t in tasks] == [
        (
            path,
            f"may tell of the same event as {other}",
            f"briefings confirm {path} --field story; if it does not: the same with --refuse",
        )
        for path, other in ((second, first), (first, second))
    ]
    assert first != second


@pytest.mark.parametrize(
    "day", ["Friday", "June", "Freitag", "Januar", "Vendredi", "Juillet", "Viernes", "Enero", "The", "Today"]
)
def test_days_months_and_frequent_words_are_no_name_of_a_story(day: str) -> None:
    texts = [f"The harbour bridge, {day} said, closes; rust, {day} wrote.", f"Buses, {day} said, run over the dam."]
    assert day.lower() not in story_id([account(str(n), text) for n, text in enumerate(texts)]).split("-")


def test_a_place_in_every_article_is_no_name_of_a_story() -> None:
    texts = ["The bridge of Ostmark closes, said Ruth Adeyemi.", "The dam of Ostmark is open. Ruth Adeyemi said so."]
    assert story_id([account(str(n), text) for n, text in enumerate(texts)]) == "ruth-adeyemi"


def test_the_story_that_a_brief_has_is_kept(site: Path) -> None:
    (first,) = bring(site, "a", PAIRS["turbine"][0], "Turbine sold").created
    text = (site / first).read_text(encoding="utf-8")
    (site / first).write_text(text.replace("draft: true", "draft: true\nstory: sea-power"), encoding="utf-8")
    assert [s.id for s in bring(site, "b", PAIRS["turbine"][1], "Export order").stories] == ["sea-power"]


def test_what_an_editor_keeps_apart_is_no_story(site: Path) -> None:
    bring(site, "a", PAIRS["turbine"][0], "Turbine sold")
    decision = "- {not_story: [turbine-sold, export-order]}\n"
    (site / "briefings" / "decisions.yaml").write_text(decision, encoding="utf-8")
    done = bring(site, "b", PAIRS["turbine"][1], "Export order")
    assert done.stories == ()
    assert done.diagnostics == ()


SEAT = "{} of the {} Party won the seat of {} in Ostmark on Sunday with {} per cent of the votes, the office said."


def test_results_of_two_seats_and_items_that_share_the_name_of_their_outlet_are_no_story(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: T\nbase_url: https://p.example\n")
    records = [
        {
            "title": "Lund North: result",
            "text": SEAT.format("Ida Varro", "Harbour", "Lund North", 48),
            "outlet": "Gazette",
        },
        {
            "title": "Lund South: result",
            "text": SEAT.format("Rolf Tamm", "Land", "Lund South", 51),
            "outlet": "Gazette",
        },
        {
            "title": "Mill sold",
            "text": "Quay Letter, Pg. 4. The old mill was sold to its bakers for a crown, the town said.",
        },
        {
            "title": "Crane",
            "text": "Quay Letter, Pg. 4. The second crane has its licence, the board said after two years.",
        },
    ]
    records = [{"outlet": "Quay Letter", "date": "2026-03-03"} | record for record in records]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, records)))
    found = run_import(ImportRequest(root=tmp_path, paths=(tmp_path / "in.jsonl",), progress=False))
    assert len(found.created) == 4
    assert found.stories == ()
