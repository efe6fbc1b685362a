"""A big archive makes many small pages, never a big one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

pytestmark = pytest.mark.slow

NOW = datetime(2026, 1, 1, tzinfo=UTC)
BRIEFS, LENGTH = 120, 10


def write(root: Path, number: int) -> None:
    day = f"2025-{number % 3 + 1:02}-{number % 5 + 1:02}" if number % 10 else "2025-02-02"
    text = (
        f"---\ntitle: Brief {number}\ndate: {day}\nstory: Long\nentities: [Acme]\ntags: [rain]\n"
        f"unknowns: [Why {number}?]\nfigures:\n  - {{value: {number}, what: rain}}\n"
        f"sources:\n  - {{outlet: Courier}}\nannotations:\n  - {{quote: Acme, note: Note {number}.}}\n"
        f"corrections:\n  - {{date: 2025-04-01, was: a, now: b{number}}}\n---\nAcme grew by {number}.\n"
    )
    (root / "briefings" / f"b{number}.md").write_text(text, encoding="utf-8")


def make(root: Path) -> Path:
    (root / "briefings").mkdir(parents=True)
    settings = f"title: Big\nbase_url: https://example.org\nlist_length: {LENGTH}\nsocial_images: false\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    (root / "briefings" / "entities.yaml").write_text("acme:\n  name: Acme\n  type: company\n", encoding="utf-8")
    for number in range(BRIEFS):
        write(root, number)
    assert not build(BuildRequest(root, NOW, search=False)).failed
    return root / "_site"


def test_no_page_lists_more_than_twice_the_length_and_each_brief_is_on_one(tmp_path: Path) -> None:
    site = make(tmp_path)
    lists = {
        "tags/rain": ".card",
        "entities/acme": ".sentences > li",
        "stories/long": ".story-steps > li",
        "sources/courier": ".reports > li",
        "2025": ".card",
        "2025/02": ".card",
        "2025/02/02": ".edition",
        "notes": ".note-list > li",
        "corrections": ".corrections > li",
        "questions": ".questions > li",
        "figures": "table.figures tbody tr",
    }
    for folder, what in lists.items():
        total = 0
        pages = [site / folder / "index.html", *(site / folder).glob("page/*/index.html")]
        for path in pages:
            count = len(BeautifulSoup(path.read_bytes(), "lxml").select(what))
            assert 0 < count < 2 * LENGTH, path
            total += count
        result = {"2025/02": 48, "2025/02/02": 20}.get(folder, BRIEFS)
        assert total == result, folder
        assert len(pages) > 1, folder


def test_one_new_brief_rewrites_a_bounded_number_of_pages(tmp_path: Path) -> None:
    make(tmp_path)
    write(tmp_path, BRIEFS + 1)
    path = tmp_path / "briefings" / f"b{BRIEFS + 1}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("date: 2025-", "date: 2026-"), encoding="utf-8")
    report = build(BuildRequest(tmp_path, NOW, search=False))
    # Its own page and twin, those of up to 60 briefs near it in time that may name it as related, the newest page of
    # each of some twenty lists, and the feeds: whatever the archive holds.
    old = [path for path in (tmp_path / "_site").glob("*/*/page/*/index.html") if b"Brief 121" in path.read_bytes()]
    assert old == []
    assert report.written < 90
