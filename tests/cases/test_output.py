"""What a build writes, whatever it finds."""

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from small_site import NOW, Case

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

ROOT = Path(__file__).resolve().parents[2]


def test_an_output_folder_among_the_sources_is_refused(case: Case) -> None:
    """An output folder inside the folders that are read is refused, since a build would copy its own output. (OU-02)"""
    case.write("static/s.css", "p{}\n")
    case.brief("a", "title: A\ndate: 2026-09-02")
    for name in ("static/public", "briefings/out", "templates", ".git", "."):
        report = build(BuildRequest(case.root, NOW, search=False, output=case.root / name))
        assert [d.code for d in report.diagnostics if d.severity.value == "error"] == ["output"], name
        assert report.written == 0
    assert not (case.root / "static" / "public").exists()
    assert not (case.root / ".git").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_and_to_nothing_end_the_walk(case: Case) -> None:
    """Symbolic links to a parent folder or to nothing are reported, and the build ends. (OU-03)"""
    case.brief("a", "title: A\ndate: 2026-09-03")
    (case.root / "briefings" / "sub").mkdir()
    (case.root / "briefings" / "sub" / "up").symlink_to("..")
    (case.root / "static").mkdir()
    (case.root / "static" / "self").symlink_to(".")
    (case.root / "briefings" / "broken.md").symlink_to("nowhere")
    case.build()
    assert len([path for path in case.files() if path.startswith("briefs/a/index.html")]) == 1
    assert [line for line in case.reported("unreadable") if "broken.md" in line]


def test_the_seed_of_hashes_changes_no_byte(case: Case) -> None:
    """The same sources give the same bytes, whatever the hash seed and the number of workers. (OU-05)"""
    case.brief("a", "title: A\ndate: 2026-09-05\ntags: [pear, apple, fig, kiwi, plum]\nentities: [Zed, Ann, Mo, Kit]")
    case.brief("b", "title: B\ndate: 2026-09-05\ntags: [lime, date, plum]")
    outputs = []
    for seed in ("1", "2"):
        out = case.root / ".cache" / seed
        subprocess.run(
            [
                sys.executable,
                "-m",
                "annotated_briefings",
                "--site",
                str(case.root),
                "build",
                "--clean",
                "--output",
                str(out),
                "--now",
                "2026-12-01T00:00:00Z",
            ],
            check=True,
            cwd=ROOT,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.append(
            {
                p.relative_to(out): p.read_bytes()
                for p in out.rglob("*")
                if p.is_file() and p.name != ".briefings-manifest.json"
            }
        )
    assert outputs[0] == outputs[1]


def test_a_template_that_fails_takes_no_page_of_the_last_site_away_by_half(case: Case) -> None:
    """After a build that fails, the site of the last one is there as it was. (OU-06)"""
    case.brief("a", "title: A\ndate: 2026-09-06")
    before = case.build().files()
    case.write("templates/brief.html", "{{ 1/0 }}\n")
    case.build()
    assert case.reported("template") == [
        "templates/brief.html:1:1: error[template]: division by zero (while rendering briefs/a/index.html from "
        "briefings/a.md)"
    ]
    after = case.files()
    assert all(
        data == before[path]
        for path, data in after.items()
        if path in before and path.endswith(".html") and path.startswith("briefs/a")
    )
    (case.root / "templates" / "brief.html").unlink()
    assert case.build().files() == before


def test_names_that_are_one_file_on_some_computers_are_told_apart_everywhere(case: Case) -> None:
    """No two published paths are equal if upper and lower case are ignored, on any system. (OU-09)"""
    case.brief("Budget", "title: Budget one\ndate: 2026-09-09\nslug: Budget")
    case.brief("budget2", "title: Budget two\ndate: 2026-09-09\nslug: budget")
    case.brief("e", "title: E\ndate: 2026-09-09\nslug: caf\u00e9")
    case.brief("f", "title: F\ndate: 2026-09-09\nslug: cafe\u0301")
    case.build()
    assert case.reported("duplicate-slug")[0].startswith("briefings/budget2.md:4:")
    paths = list(case.files())
    assert len({unicodedata.normalize("NFC", path).casefold() for path in paths}) == len(paths)


def test_hidden_files_are_not_published_and_well_known_ones_are(case: Case) -> None:
    """Hidden files below `static/` are not published, but `.well-known/` is. (SE-10)"""
    case.write("static/.env", "KEY=hush\n")
    case.write("static/.git/config", "[core]\n")
    case.write(".env", "KEY=hush2\n")
    case.write("static/.well-known/ok.txt", "ok\n")
    case.brief("a", "title: A\ndate: 2026-10-09")
    case.build()
    assert not any(b"hush" in data or b"[core]" in data for data in case.files().values())
    assert case.files()[".well-known/ok.txt"] == b"ok\n"


def test_output_and_memo_are_never_read_as_briefs(case: Case) -> None:
    """Files that a build has written are never read as sources, and do not start another build. (SV-03)"""
    case.brief("a", "title: A\ndate: 2026-08-03")
    case.build()
    shutil.copy(case.root / "_site" / "briefs" / "a" / "index.md", case.root / "_site" / "b.md")
    case.write(".cache/c.md", "---\ntitle: C\n---\nText.\n")
    report = build(BuildRequest(case.root, NOW, search=False))
    assert report.briefs == 1
    assert (report.parsed, report.rendered) == (0, 0)


def test_what_is_rendered_grows_with_the_site_and_not_faster(case: Case) -> None:
    """Twice as many briefs give about twice the output; it is counted in pages and bytes, since times depend on the
    machine. (PF-01)
    """

    def made(count: int) -> tuple[int, int]:
        for number in range(count):
            case.brief(
                f"p{number:04}",
                f"title: P {number}\ndate: 2026-01-{1 + number % 28:02}\n"
                f"tags: [{', '.join(f't{(number * 7 + k * 13) % 50}' for k in range(6))}]",
                "word " * 60 + "\n",
            )
        case.build()
        files = case.files()
        return len(files), sum(map(len, files.values()))

    (few, small), (many, large) = made(150), made(300)
    assert many / few < 2.2
    assert large / small < 2.4
