"""`briefings status`: what is pending for an editor, and the command that settles it."""

import json
import re
from pathlib import Path

import pytest
from command_line import LONG, NOW, call, site_with_a_draft, write_brief
from small_site import settled_site

from annotated_briefings.reports.status import HEADINGS, KINDS


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path)


def test_status_lists_everything_that_waits_with_what_settles_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_brief(site, "b", "annotations: [{quote: gone, note: x}]\nkey_points: [A point.]", LONG * 3)
    write_brief(site, "c", "key_points: [{text: A, quote: nowhere to be found}]", LONG * 3 + "One more sentence.")
    write_brief(
        site, "d", "embargo_until: 2026-05-03T08:00:00+02:00\nexpires_at: 2026-09-01T00:00:00Z", "Adaeze Brandt spoke."
    )
    write_brief(site, "e", "", "Adaeze Brandt, who chairs the council, spoke again.")
    (site / "briefings" / "e.incoming.md").write_text("---\ntitle: E\n---\nNew.\n", encoding="utf-8")
    (site / "briefings" / "f.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    status, out, _ = call(capsys, site, "status", "--json", *NOW)
    note = re.search(r"note (n[0-9a-f]{8})", out)
    pair = re.search(r"imports settle ([0-9a-f]+)", out)
    assert note is not None
    assert pair is not None
    rows = json.loads(out)
    assert status == 0
    assert all(set(row) == {"kind", "path", "line", "message", "command"} for row in rows)
    assert [(row["kind"], row["path"], row["command"]) for row in rows] == [
        ("draft", "briefings/a.md", "read it, look at `briefings check briefings/a.md`, then set `draft: false`"),
        (
            "incoming",
            "briefings/e.md",
            "compare it with briefings/e.incoming.md, take over what you want, and delete that file",
        ),
        ("unreadable", "briefings/f.md", "briefings check briefings/f.md"),
        ("note", "briefings/b.md", f"briefings annotations reanchor {note[1]}"),
        ("quote", "briefings/c.md", "edit briefings/c.md:5"),
        ("point", "briefings/b.md", "add `quote:` at briefings/b.md:6"),
        (
            "duplicate",
            "briefings/b.md",
            "read both: one may be a later version or a correction of the other; "
            f"if neither: briefings imports settle {pair[1]}",
        ),
        ("time", "briefings/d.md", "briefings next-change"),
        ("name", "briefings/entities.yaml", "briefings entities suggest --least 2"),
    ]
    _, out, _ = call(capsys, site, "status", "--kind", "time", *NOW)
    assert out == (
        "5 briefs, 3 public\n\nchanges within a week (1)\n  briefings/d.md\n"
        "      is published at 2026-05-03 06:00 UTC\n      → briefings next-change\n"
    )


def test_status_lists_pages_of_the_sites_own_that_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled_site(tmp_path / "new")
    (tmp_path / "new" / "pages").mkdir()
    (tmp_path / "new" / "pages" / "about.md").write_text("---\nsummary: S.\n---\n\nWe are few.\n", encoding="utf-8")
    rows = json.loads(call(capsys, tmp_path / "new", "status", "--json", "--kind", "unreadable", *NOW)[1])
    assert rows == [
        {
            "kind": "unreadable",
            "path": "pages/about.md",
            "line": 1,
            "message": "the page is left out: the page has no title",
            "command": "briefings check pages/about.md",
        }
    ]


@pytest.mark.parametrize("data", ["Caf\u00e9".encode("latin-1"), "Caf\u00e9".encode("utf-16")])
def test_a_brief_that_is_no_text_is_counted_and_listed_as_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    site = tmp_path / "new"
    settled_site(site)
    (site / "briefings" / "cafe.md").write_bytes(b"---\ntitle: " + data + b"\ndate: 2026-01-02\n---\nText.\n")
    rows = json.loads(call(capsys, site, "status", "--json", "--kind", "unreadable", *NOW)[1])
    assert [row["path"] for row in rows] == ["briefings/cafe.md"]
    assert call(capsys, site, "build", *NOW)[1].startswith("1 brief, 1 left out because of errors, ")


def test_check_of_one_file_names_wrong_settings_and_no_other_word_on_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "new"
    settled_site(site)
    [brief] = (site / "briefings").rglob("*.md")
    settings = site / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}titel: Two\n", encoding="utf-8")
    assert "site.yaml" not in call(capsys, site, "check", str(brief), *NOW)[1]
    assert "site.yaml" in call(capsys, site, "check", str(settings), *NOW)[1]
    settings.write_text(f"{text}time_zone: Europe/Nowhere\n", encoding="utf-8")
    assert "Europe/Nowhere" in call(capsys, site, "check", str(brief), *NOW)[1]


def test_status_of_a_tidy_site_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settled_site(tmp_path / "new")
    brief = tmp_path / "new" / "briefings" / "2026" / "tideworks-first-turbine.md"
    assert call(capsys, tmp_path / "new", "status", *NOW)[1] == (
        "1 brief, 1 public\n\nquotes that nobody has checked (1)\n  briefings/2026/tideworks-first-turbine.md:14\n"
        "      1 quote of Example Courier is not checked: its text was never collected\n"
        "      → briefings attach briefings/2026/tideworks-first-turbine.md FILE --source 1\n"
    )
    brief.write_text(brief.read_text(encoding="utf-8").replace("    source: 1\n", ""), encoding="utf-8")
    assert call(capsys, tmp_path / "new", "status", *NOW)[1] == "1 brief, 1 public\nnothing to do\n"


def test_long_lists_are_cut_on_a_terminal(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(15):
        write_brief(site, f"x{number}", "draft: true", "Text.")
    out = call(capsys, site, "status", "--kind", "draft", *NOW)[1]
    assert out.endswith("  and 4 more: `briefings status --kind draft --all`\n")
    assert call(capsys, site, "status", "--kind", "draft", "--all", *NOW)[1].count("draft: Brief") == 16


def test_every_kind_of_task_has_a_heading() -> None:
    assert set(HEADINGS) == set(KINDS)


def test_status_says_of_a_note_on_a_part_of_a_word_that_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_with_a_draft(tmp_path)
    write_brief(site, "b", "annotations:\n  - {quote: Kran, note: Of 1911.}", "Der Kranführer streikt seit Montag.")
    tasks = json.loads(call(capsys, site, "status", "--json", *NOW)[1])
    [found] = [task["message"] for task in tasks if task["kind"] == "note"]
    assert found.partition(": ")[2] == "its words are only inside `Kranführer`: Kran"
