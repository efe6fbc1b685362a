"""A public brief whose source holds its text back now is named until an editor answers, and its readers see nothing."""

import json
from pathlib import Path

import pytest
from command_line import NOW, call

TEXT = (
    "The council of Torvik voted on Monday to close the old swing bridge for the whole winter.\n\n"
    "Its bearings had been worn down by eleven years of traffic, the harbour engineer told the meeting.\n\n"
    "Ferries will carry 340 cars a day to the south bank until the new span is in place in April."
)
MORE = TEXT.replace("340", "380") + "\n\nThe vote was close."
CLOSED = {
    "the same text": ({"status": "private"}, "private"),
    "a time ahead": ({"embargo": "2031-03-05T06:00:00Z"}, "embargo until 2031-03-05T06:00:00+00:00"),
    "another text": ({"status": "private", "text": MORE}, "private"),
    "taken back by its agency": ({"text": f"MANDATORY KILL\n\n{TEXT}"}, "MANDATORY KILL"),
}


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    site = tmp_path / "site"
    (site / "briefings").mkdir(parents=True)
    (site / "site.yaml").write_text("title: T\nbase_url: https://pages.example\n", encoding="utf-8")
    bring(site, capsys, {}, "--publish")
    return site


def bring(site: Path, capsys: pytest.CaptureFixture[str], more: dict[str, str], *options: str) -> None:
    facts = {"title": "Bridge shut", "url": "https://courier.example/a", "date": "2026-03-01", "source": "The Courier"}
    file = site.parent / "a.json"
    file.write_text(json.dumps({**facts, "text": TEXT, **more}), encoding="utf-8")
    call(capsys, site, "import", str(file), *options)


def reported(site: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    """What `check` and `status` say of sources that hold their text back."""
    check = call(capsys, site, "check", *NOW)[1].split("\n")
    pending = json.loads(call(capsys, site, "status", "--json")[1])
    status = [one["message"] for one in pending if one["kind"] == "version"]
    return [line for line in check if "holds back now" in line], [line for line in status if "holds its text" in line]


@pytest.mark.slow
@pytest.mark.parametrize("how", CLOSED)
def test_it_is_named_until_an_editor_answers(how: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more, mark = CLOSED[how]
    bring(site, capsys, more)
    for _ in range(2):
        check, status = reported(site, capsys)
        assert len(check) == 1
        assert check[0].endswith(f"the source holds back now what the brief is made from: `{mark}`")
        assert len(status) == 1
        assert status[0].startswith(f"The Courier holds its text back now (`{mark}`)")
        # Once more changes nothing.
        bring(site, capsys, more)
    call(capsys, site, "build", *NOW)
    page = (site / "_site" / "briefs" / "bridge-shut" / "index.html").read_text(encoding="utf-8")
    assert mark not in page
    [settled] = [line for line in call(capsys, site, "check", *NOW)[1].split("\n") if "or leave it public with" in line]
    call(capsys, site, *settled.partition("`briefings ")[2].rstrip("`").split())
    assert reported(site, capsys) == ([], [])


def test_it_is_named_no_more_once_its_source_is_open_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(site, capsys, {"status": "private"})
    bring(site, capsys, {})
    assert reported(site, capsys) == ([], [])


def test_it_is_named_no_more_once_the_brief_is_a_draft(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(site, capsys, {"status": "private"})
    brief = site / "briefings" / "2026" / "bridge-shut.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    assert reported(site, capsys) == ([], [])


def test_a_source_that_is_public_is_named_by_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(site, capsys, {"status": "published", "byline": "Ann Reed"})
    assert reported(site, capsys) == ([], [])
