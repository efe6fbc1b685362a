"""Of two briefs with one id or slug the copy of the file is the newer one, whatever it is called."""

from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.site.model.originals import oldest_first

COPIES = ["ferry 2", "ferry-2", "ferry_2", "ferry-copy", "ferry_copy2", "ferry-kopie-2", "a/ferry-copy", "Ferry-2"]
OTHERS = ["area-51", "boat", "ferrying", "zebra 7", "ferry-closed"]
"""Names that are no copies of ``ferry``: the date tells which came first."""


def brief(name: str, date: str) -> Brief:
    found, _ = parse_brief(Source(f"briefings/{name}.md", f"---\ntitle: A\ndate: {date}\n---\nText.\n"))
    assert found
    return found


@pytest.mark.parametrize("date", ["2025-12-01", "2025-11-30"])
def test_a_file_with_the_name_of_a_copy_is_the_newer_one(date: str) -> None:
    original = brief("ferry", "2025-12-01")
    assert [c for c in COPIES if oldest_first([brief(c, date), original])[0] is not original] == []


def test_other_names_are_no_copies() -> None:
    newer = brief("ferry", "2025-12-01")
    assert [n for n in OTHERS if oldest_first([newer, brief(n, "2025-11-30")])[0] is newer] == []


def test_the_copy_is_named_and_the_original_published(tmp_path: Path) -> None:
    site = Case(tmp_path, "title: T\nbase_url: https://t.test\n")
    for name, slug in (("ferry-copy", "ferry"), ("ferry", "ferry"), ("ferry-2", "other")):
        site.brief(name, f"title: A\nid: 3f9c2a71d08e\ndate: 2025-12-01\nslug: {slug}")
    same, taken = sorted(site.build().reported("same-id", "duplicate-slug"))
    assert taken.startswith("briefings/ferry-copy.md:5:7: error[duplicate-slug]: the slug `ferry` is already taken by")
    assert taken.endswith("by briefings/ferry.md")
    assert same == "briefings/ferry-2.md:3:5: warning[same-id]: `3f9c2a71d08e` is the id of briefings/ferry.md"
