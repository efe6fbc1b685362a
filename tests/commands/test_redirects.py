"""A published brief that is renamed: its old address is reported until one command, or an editor, keeps it (TX-07)."""

import json
from pathlib import Path

import pytest
from desk_site import Lists, desk_of

from annotated_briefings.cli.main import main

BRIEF = """---
title: Crane licence granted
date: 2026-03-14
summary: The port may put up a crane.
---
The port authority has granted the licence for a second crane. It runs for ten years from now on.
"""
OTHER = BRIEF.replace("Crane licence granted", "Ferry").replace("The port authority has", "Nobody ever")
NOW = ("--now", "2026-05-01T00:00:00Z")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text(
        "title: Port News\nbase_url: https://port.example\nsearch: false\nsocial_images: false\n", encoding="utf-8"
    )
    (tmp_path / "briefings" / "crane-licence.md").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "briefings" / "ferry.md").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["build", *NOW]) == 0
    return tmp_path


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments, *NOW]) == 0
    both = capsys.readouterr()
    return both.out + both.err


def renamed(site: Path, name: str = "crane-gets-licence.md", text: str = BRIEF) -> Path:
    (site / "briefings" / "crane-licence.md").unlink()
    (site / "briefings" / name).write_text(text, encoding="utf-8")
    return site / "briefings" / name


def test_a_renamed_brief_is_reported_until_its_old_address_is_kept(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = renamed(site)
    warning = (
        "briefings/crane-gets-licence.md:1:1: warning[moved-brief]: "
        "the brief was published at `/briefs/crane-licence/`, which is no address any more\n"
        "  help: `briefings redirects add` writes `redirect_from: [/briefs/crane-licence/]`, which keeps it\n"
    )
    for command in ("check", "build", "build", "check"):
        assert warning in reported(capsys, command), command
    assert "/briefs/crane-licence/ is no address any more" in reported(capsys, "status")
    listed = json.loads(reported(capsys, "redirects", "list", "--json"))
    assert listed == [{"address": "/briefs/crane-licence/", "brief": "briefings/crane-gets-licence.md"}]
    assert '+redirect_from: ["/briefs/crane-licence/"]' in reported(capsys, "redirects", "add", "--dry-run")
    assert brief.read_text(encoding="utf-8") == BRIEF
    assert "changed briefings/crane-gets-licence.md" in reported(capsys, "redirects", "add")
    kept = BRIEF.replace("a crane.\n---", 'a crane.\nredirect_from: ["/briefs/crane-licence/"]\n---')
    assert brief.read_text(encoding="utf-8") == kept
    assert "moved-brief" not in reported(capsys, "check")
    assert "moved-brief" not in reported(capsys, "build")
    assert reported(capsys, "redirects", "list") == "every published address is kept\n"
    assert "briefs/crane-gets-licence/" in (site / "_site/briefs/crane-licence/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("crane-licence.md", BRIEF.replace("date:", "slug: second-crane\ndate:")),
        ("2026/crane.md", BRIEF),
        ("crane.md", BRIEF.replace("Crane licence granted", "Port gets its crane")),
        ("crane.md", BRIEF.replace("It runs for ten years from now on.", "It runs for twelve years, they say.")),
    ],
)
def test_a_brief_is_known_again_by_its_headline_or_by_its_sentences(
    name: str, text: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "briefings" / "2026").mkdir()
    renamed(site, name, text)
    assert "published at `/briefs/crane-licence/`" in reported(capsys, "check")


@pytest.mark.parametrize(
    "text",
    [
        "",
        BRIEF.replace("date:", "draft: true\ndate:"),
        "---\ntitle: Tram\ndate: 2026-04-01\n---\nThe tram is back again.\n",
    ],
)
def test_a_brief_that_is_gone_or_held_back_leaves_nothing_to_keep(
    text: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = renamed(site, text=text or "---\ntitle: x\n---\n")
    if not text:
        brief.unlink()
    assert "moved-brief" not in reported(capsys, "check")
    assert reported(capsys, "redirects", "list") == "every published address is kept\n"
    assert "moved-brief" not in reported(capsys, "build")
    assert "crane-licence" not in (site / "_site" / ".briefings-manifest.json").read_text(encoding="utf-8")


def test_an_address_is_forgotten_with_the_brief_that_had_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief = renamed(site)
    assert "moved-brief" in reported(capsys, "build")
    brief.write_text(BRIEF.replace("date:", "draft: true\ndate:"), encoding="utf-8")
    assert "moved-brief" not in reported(capsys, "build")
    assert "crane-licence" not in (site / "_site" / ".briefings-manifest.json").read_text(encoding="utf-8")


def test_the_desk_keeps_an_old_address_with_one_click(site: Path) -> None:
    brief = renamed(site)
    lists = Lists(desk_of(site), "today")
    [group] = [item for item in lists.items if item["key"] == "moved"]
    [task] = group["tasks"]
    assert (task["path"], task["address"]) == ("briefings/crane-gets-licence.md", "/briefs/crane-licence/")
    pressed = lists.press("keep-address", path=task["path"], address=task["address"])
    assert pressed["message"] == "kept an old address of “Crane licence granted”"
    assert brief.read_text(encoding="utf-8") == BRIEF.replace(
        "summary: The port may put up a crane.\n",
        'summary: The port may put up a crane.\nredirect_from: ["/briefs/crane-licence/"]\n',
    )
    assert [item["key"] for item in lists.items if item["key"] == "moved"] == []
    lists.press("undo")
    assert brief.read_text(encoding="utf-8") == BRIEF


def test_the_desk_keeps_no_address_that_the_brief_never_had(site: Path) -> None:
    brief = renamed(site)
    pressed = Lists(desk_of(site), "today").press("keep-address", path="briefings/ferry.md", address="/briefs/x/")
    [problem] = pressed["problems"]
    assert (problem["message"], problem["help"]) == (
        "no brief has moved from `/briefs/x/`",
        "load the page again; nothing was changed",
    )
    assert brief.read_text(encoding="utf-8") == BRIEF


def test_the_desk_leads_to_the_brief_that_a_suspected_copy_is_like(site: Path) -> None:
    text = BRIEF.replace("title: Crane licence granted", "title: A crane at last")
    (site / "briefings" / "copy.md").write_text(text, encoding="utf-8")
    [group] = [item for item in Lists(desk_of(site), "today").items if item["key"] == "duplicate"]
    pairs = [{task["title"], task["other"]["title"]} for task in group["tasks"]]
    assert {"Crane licence granted", "A crane at last"} in pairs
