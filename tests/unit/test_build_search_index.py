"""The search index: what is in it, and what happens where it cannot be made."""

import gzip
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.build.search_index import build_index
from annotated_briefings.site.exports.search_records import SearchRecord

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def record(slug: str, language: str = "en", text: str = "Rain fell on the port.") -> SearchRecord:
    filters = (("entity", 'A, "B" & <C>: d'), ("entity", "Acme"), ("tag", "Rain"), ("year", "2026"))
    return SearchRecord(f"/briefs/{slug}/", language, f"Title of {slug}", "1 May 2026", "2026-05-01", (text,), filters)


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    return [
        json.loads(gzip.decompress(data)[len(b"pagefind_dcd") :])
        for name, data in files.items()
        if name.startswith("pagefind/fragment/")
    ]


def test_the_index_holds_title_text_and_filters_as_they_are_written() -> None:
    [found] = fragments(dict(build_index([record("rain", text="5 < 6 & <b>bold</b>")])))
    assert found["url"] == "/briefs/rain/"
    assert "5 < 6 & <b>bold</b>" in str(found["content"])
    assert found["meta"] == {"title": "Title of rain", "date": "1 May 2026"}
    assert found["filters"] == {"entity": ['A, "B" & <C>: d', "Acme"], "tag": ["Rain"], "year": ["2026"]}


def test_the_same_briefs_give_the_same_bytes_in_every_language() -> None:
    records = [record(f"b{n}", language) for n, language in enumerate(("en", "de", "zh", "ar", "en-GB"))]
    assert build_index(records) == build_index(records)


def test_only_what_the_search_page_needs_is_published() -> None:
    names = [name for name, _ in build_index([record("rain")])]
    assert not [name for name in names if "ui" in name.split("/")[1] or "highlight" in name]
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= set(names)


@pytest.mark.slow
def test_nothing_that_is_held_back_enters_the_index(tmp_path: Path) -> None:
    settled_site(tmp_path)
    held = "embargo_until: 2027-01-01T00:00:00Z"
    for name, line in (("held", held), ("draft", "draft: true"), ("open", "draft: no")):
        note = "annotations:\n  - {quote: words, status: draft, note: Whispered remark.}\n"
        text = f"---\ntitle: {name}\ndate: 2026-04-01\n{line}\n{note}---\nThe words of {name}: xyzzy{name}.\n"
        (tmp_path / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    build(BuildRequest(tmp_path, NOW))
    folder = tmp_path / "_site" / "pagefind"
    text = b"".join(gzip.decompress(p.read_bytes()) for p in folder.rglob("*.pf_*")).decode("utf-8", "replace")
    assert "xyzzyopen" in text
    assert "xyzzyheld" not in text
    assert "xyzzydraft" not in text
    assert "Whispered" not in text


@pytest.mark.slow
def test_a_site_whose_index_cannot_be_made_is_whole_but_for_its_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled_site(tmp_path)
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('no such thing')\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("annotated_briefings.build.search_index.sys.executable", str(program))
    report = build(BuildRequest(tmp_path, NOW))
    said = [show(d) for d in report.diagnostics if d.code == "search"]
    assert said == [
        "site.yaml: warning[search]: the search index could not be made: no such thing\n"
        "  help: install `pagefind` and `pagefind-bin-extended`, or set `search: false`; all else is whole"
    ]
    assert (tmp_path / "_site" / "search" / "index.html").is_file()
    monkeypatch.undo()
    again = build(BuildRequest(tmp_path, NOW))
    assert [d for d in again.diagnostics if d.code == "search"] == []
    assert (tmp_path / "_site" / "pagefind" / "pagefind.js").is_file()


@pytest.mark.slow
def test_a_site_may_do_without_a_search(tmp_path: Path) -> None:
    settled_site(tmp_path)
    path = tmp_path / "site.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nsearch: false\n", encoding="utf-8")
    build(BuildRequest(tmp_path, NOW))
    assert not (tmp_path / "_site" / "search").exists()
    assert not (tmp_path / "_site" / "pagefind").exists()
    assert b"/search/" not in (tmp_path / "_site" / "index.html").read_bytes()
