"""`briefings next-change`: the next moment at which the site changes by itself."""

import json
from pathlib import Path

import pytest
from command_line import NOW, call, site_with_a_draft, write_brief


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path)


def test_next_change_is_the_next_moment_at_which_a_brief_appears_or_disappears(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(capsys, site, "next-change", *NOW) == (0, "", "no change is scheduled\n")
    write_brief(
        site,
        "b",
        "publish_at: 2026-05-02T00:00:00Z\nembargo_until: 2026-05-03T00:00:00Z\nexpires_at: 2026-05-04T00:00:00Z",
        "Text.",
    )
    write_brief(site, "c", "draft: true\npublish_at: 2026-05-02T00:00:00Z", "Text.")
    assert call(capsys, site, "next-change", *NOW)[1] == "2026-05-03T00:00:00Z  briefings/b.md is published\n"
    assert call(capsys, site, "next-change", "--now", "2026-05-03T00:00:00Z")[1] == (
        "2026-05-04T00:00:00Z  briefings/b.md is taken down\n"
    )
    assert json.loads(call(capsys, site, "next-change", "--all", "--json", *NOW)[1]) == [
        {"moment": "2026-05-03T00:00:00Z", "path": "briefings/b.md", "appears": True},
        {"moment": "2026-05-04T00:00:00Z", "path": "briefings/b.md", "appears": False},
    ]
