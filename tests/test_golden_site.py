"""One small site with everything in it, and every byte that it becomes.

``pytest --update-golden`` writes the expected files anew; read the difference before you commit it.
"""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urljoin

from expected_files import WRITE_ANEW

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.output.html_links import read_links

GOLDEN = Path(__file__).parent / "golden"


def made(tmp_path: Path, *, drafts: bool = False) -> tuple[BuildReport, dict[str, bytes]]:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN / "site", site)
    report = build(BuildRequest(site, datetime(2026, 5, 1, tzinfo=UTC), drafts=drafts))
    files = {
        p.relative_to(site / "_site").as_posix(): p.read_bytes()
        for p in sorted((site / "_site").rglob("*"))
        if p.is_file() and p.name != ".briefings-manifest.json" and p.suffix not in (".css", ".js", ".png", ".svg")
    }
    return report, files


def named(pages: dict[str, bytes]) -> dict[str, bytes]:
    """Pages that call style sheets and scripts by their own names: here only the pages matter."""
    return {path: re.sub(rb"((?:css|js)/\w+)\.[0-9a-f]{10}\.", rb"\1.", data) for path, data in pages.items()}


def test_every_page_is_as_expected(tmp_path: Path, update_golden: bool) -> None:
    report, files = made(tmp_path)
    plain = named(files)
    plain["diagnostics.txt"] = "".join(show(d) + "\n" for d in report.diagnostics).encode()
    expected = GOLDEN / "expected"
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in plain.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    there = {p.relative_to(expected).as_posix(): p.read_bytes() for p in sorted(expected.rglob("*")) if p.is_file()}
    assert sorted(plain) == sorted(there), WRITE_ANEW
    for path, data in plain.items():
        assert data.decode() == there[path].decode(), f"{path}: {WRITE_ANEW}"


def test_a_host_may_serve_every_page_without_the_slash_at_its_end() -> None:
    """Some do, and do not lead on: each link then leads where it did."""
    pages = [p for p in sorted((GOLDEN / "expected").rglob("index.html")) if p.parent != GOLDEN / "expected"]
    seen = 0
    for file in pages:
        page = f"https://host.example/{quote(file.parent.relative_to(GOLDEN / 'expected').as_posix())}"
        for link in read_links(file.read_text(encoding="utf-8"))[1]:
            if not link.startswith("#"):
                assert urljoin(page, link) == urljoin(f"{page}/", link), (page, link)
                seen += 1
    assert len(pages) > 50
    assert seen > 2_000


def test_nothing_that_is_held_back_is_published(tmp_path: Path) -> None:
    for path, data in made(tmp_path)[1].items():
        assert b"Secret words" not in data, path
        assert b"Under embargo" not in data, path
        assert b"Never published" not in data, path


def test_a_preview_shows_what_is_held_back_and_says_so(tmp_path: Path) -> None:
    report, files = made(tmp_path, drafts=True)
    page = files["briefs/held-back/index.html"].decode()
    assert report.held == 0
    assert "under embargo until Dec 1, 2026, 7:00\u202fAM (UTC)" in page
    assert "Never published" in files["briefs/second-turbine/index.html"].decode()
