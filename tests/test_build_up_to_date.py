"""A build that has nothing to do says so without doing anything, and never when there is something to do."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

import pytest

from annotated_briefings.base.source import Stamp
from annotated_briefings.build import pipeline, up_to_date
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.storage import static_files

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "site"
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN, tmp_path / "site")
    make(tmp_path / "site")
    return tmp_path / "site"


def make(site: Path, now: datetime = NOW) -> BuildReport:
    return build(BuildRequest(site, now, search=False))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[BuildRequest]:
    """Every whole build from now on."""
    requests: list[BuildRequest] = []
    whole = pipeline.full_build

    def watched(request: BuildRequest) -> pipeline.FullBuild:
        requests.append(request)
        return whole(request)

    monkeypatch.setattr(pipeline, "full_build", watched)
    return requests


def test_a_second_build_does_nothing_and_says_the_same(site: Path, made: list[BuildRequest]) -> None:
    report = make(site)
    assert made == []
    assert (report.parsed, report.rendered, report.written, report.pruned) == (0, 0, 0, 0)
    clean = build(BuildRequest(site, NOW, search=False, clean=True, output=site / ".cache" / "clean"))
    assert (report.briefs, report.held, report.pages) == (clean.briefs, clean.held, clean.pages)
    assert report.diagnostics == clean.diagnostics


@pytest.mark.parametrize(
    "name",
    [
        "briefings/note.txt",
        "site.yaml",
        "templates/x.html",
        "static/css/extra.css",
        "collected/0123456789ab.txt",
        "briefings/decisions.yaml",
        "briefings/deep/er/new.md",
        "briefings/photo.jpg",
    ],
)
def test_a_byte_more_in_any_file_that_is_read_makes_a_whole_build(
    site: Path, made: list[BuildRequest], name: str
) -> None:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as more:
        more.write("\n")
    make(site)
    assert len(made) == 1


@pytest.mark.parametrize(
    "name", ["quay.md", "briefs/quay.md", "notes/deep/quay.txt", "entities.yaml", "imports.jsonl", "BRIEFINGS/quay.md"]
)
def test_a_file_beside_the_folders_of_a_site_is_reported_as_long_as_it_is_there(site: Path, name: str) -> None:
    before, file = make(site).diagnostics, site / name
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_text("---\ntitle: Quay\n---\nText.\n", "utf-8")
    (found,) = {one for one in make(site).diagnostics if one.code == "unread-file"}
    assert found.place.path in (name, "BRIEFINGS")
    file.write_text("Other.\n" if file.suffix in (".md", ".txt") else "", "utf-8")
    assert (make(site).diagnostics == before) is (file.suffix in (".md", ".txt"))
    file.unlink()
    assert make(site).diagnostics == before


def test_what_a_build_has_made_in_a_folder_of_the_site_is_taken_for_no_briefs(
    site: Path, made: list[BuildRequest]
) -> None:
    requests = [BuildRequest(site, NOW, search=False, output=site / name) for name in ("public", "made/public")]
    before = make(site).diagnostics
    for _ in range(2):
        for request in requests:
            assert build(request).diagnostics == before
    assert made == requests


def test_a_file_with_its_old_size_and_time_is_still_seen_to_have_changed(site: Path, made: list[BuildRequest]) -> None:
    file = sorted((site / "briefings").rglob("*.md"))[0]
    before = file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("e", "a", 1), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    make(site)
    assert len(made) == 1


@pytest.mark.parametrize("harm", ["damage", "delete", "manifest"])
def test_an_output_that_somebody_touched_is_written_again(site: Path, made: list[BuildRequest], harm: str) -> None:
    page = site / "_site" / "index.html"
    good = page.read_bytes()
    if harm == "damage":
        page.write_bytes(b"x" * len(good))
    elif harm == "delete":
        page.unlink()
    else:
        (site / "_site" / ".briefings-manifest.json").write_text("{}", encoding="utf-8")
    make(site)
    assert len(made) == 1
    assert page.read_bytes() == good


def test_other_wishes_are_other_builds(site: Path, made: list[BuildRequest]) -> None:
    for request in (
        BuildRequest(site, NOW, search=False, drafts=True),
        BuildRequest(site, NOW, search=False),
        BuildRequest(site, NOW, search=False, base_url="https://else.example"),
        BuildRequest(site, NOW, search=False, write=False),
        BuildRequest(site, NOW, search=False, clean=True),
        BuildRequest(site, NOW, search=False, output=site / ".cache" / "other"),
    ):
        build(request)
    # The second asks for what there was before the drafts were shown; but the output is that of the drafts.
    assert len(made) == 6
    build(BuildRequest(site, NOW, search=False, write=False))
    assert len(made) == 6


def test_time_alone_makes_a_whole_build_where_it_changes_something(site: Path, made: list[BuildRequest]) -> None:
    held = "---\ntitle: Held\ndate: 2026-05-01\nsummary: In short.\nembargo_until: 2026-05-01T15:00:00Z\n---\nText.\n"
    (site / "briefings" / "held.md").write_text(held, encoding="utf-8")
    page = site / "_site" / "briefs" / "held" / "index.html"
    make(site)
    make(site, NOW + timedelta(hours=2))
    assert len(made) == 1
    assert not page.exists()
    make(site, NOW + timedelta(hours=3))
    assert len(made) == 2
    assert page.exists()
    # Back to a time before the embargo ends, for a test of what readers saw.
    make(site, NOW)
    assert not page.exists()


def test_an_open_question_changes_no_page_by_itself(tmp_path: Path, made: list[BuildRequest]) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Asked\n", encoding="utf-8")
    brief = "---\ntitle: Asked\ndate: 2026-04-29\nsummary: In short.\nunknowns: [Who pays?]\n---\nText.\n"
    (tmp_path / "briefings" / "asked.md").write_text(brief, encoding="utf-8")
    make(tmp_path)
    make(tmp_path, NOW + timedelta(days=100))
    assert len(made) == 1


def test_a_date_to_come_is_said_until_its_day_has_begun_everywhere(tmp_path: Path, made: list[BuildRequest]) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Soon\n", encoding="utf-8")
    brief = "---\ntitle: Soon\ndate: 2026-05-03\nsummary: In short.\n---\nText.\n"
    (tmp_path / "briefings" / "soon.md").write_text(brief, encoding="utf-8")

    def reported_by(hours: int) -> bool:
        return any(d.code == "future-date" for d in make(tmp_path, NOW + timedelta(hours=hours)).diagnostics)

    assert [reported_by(hours) for hours in (0, 21, 22)] == [True, True, False]
    assert len(made) == 2


def test_a_file_saved_while_a_build_runs_is_not_taken_for_what_it_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = site / "briefings" / "2026" / "second-turbine.md"
    old, whole = file.read_text(encoding="utf-8"), pipeline.full_build

    def late(request: BuildRequest) -> pipeline.FullBuild:
        done = whole(request)
        file.write_text(old + "\nSaved meanwhile.\n", encoding="utf-8")
        return done

    file.write_text(old + "\nFirst.\n", encoding="utf-8")
    monkeypatch.setattr(pipeline, "full_build", late)
    make(site)
    monkeypatch.setattr(pipeline, "full_build", whole)
    assert make(site).written > 0
    assert "Saved meanwhile." in (site / "_site" / "briefs" / file.stem / "index.md").read_text(encoding="utf-8")


def test_a_file_changed_during_a_build_and_then_changed_back_is_built_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build read the text in between: its report must not be kept for the text before it."""
    file = site / "briefings" / "2026" / "second-turbine.md"
    page = site / "_site" / "briefs" / file.stem / "index.md"
    before, whole = file.read_text(encoding="utf-8") + "\nFirst.\n", pipeline.full_build

    def changed_first(request: BuildRequest) -> pipeline.FullBuild:
        file.write_text(before + "\nIn between.\n", encoding="utf-8")
        return whole(request)

    file.write_text(before, encoding="utf-8")
    monkeypatch.setattr(pipeline, "full_build", changed_first)
    make(site)
    monkeypatch.setattr(pipeline, "full_build", whole)
    assert "In between." in page.read_text(encoding="utf-8")
    file.write_text(before, encoding="utf-8")
    make(site)
    assert "In between." not in page.read_text(encoding="utf-8")


def test_a_file_changed_and_changed_back_within_a_build_is_built_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = site / "briefings" / "2026" / "second-turbine.md"
    page = site / "_site" / "briefs" / file.stem / "index.md"
    before, whole = file.read_text(encoding="utf-8") + "\nFirst.\n", pipeline.full_build

    def changed_and_back(request: BuildRequest) -> pipeline.FullBuild:
        file.write_text(before + "\nIn between.\n", encoding="utf-8")
        done = whole(request)
        file.write_text(before, encoding="utf-8")
        return done

    file.write_text(before, encoding="utf-8")
    _long_ago(file)
    monkeypatch.setattr(static_files, "_SETTLED", -1e9)
    monkeypatch.setattr(pipeline, "full_build", changed_and_back)
    make(site)
    monkeypatch.setattr(pipeline, "full_build", whole)
    make(site)
    assert "In between." not in page.read_text(encoding="utf-8")


def _long_ago(file: Path) -> None:
    os.utime(file, (1_700_000_000, 1_700_000_000))


def _replace(file: Path) -> None:
    """Write other bytes of the same length, with the old time."""
    before = file.stat()
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


DURING: dict[str, Callable[[Path], object]] = {
    "a text with its old size and time": lambda site: _replace(site / "briefings" / "2026" / "second-turbine.md"),
    "a picture with its old size and time": lambda site: _replace(site / "briefings" / "photo.jpg"),
    "settings": lambda site: (site / "site.yaml").open("a").write("# more\n"),
    "settings that are gone": lambda site: (site / "site.yaml").unlink(),
    "a file more": lambda site: (site / "briefings" / "aaa.md").write_text("text", "utf-8"),
    "a file less": lambda site: (site / "briefings" / "photo.jpg").unlink(),
    "a file with another name": lambda site: (site / "briefings" / "photo.jpg").rename(site / "briefings" / "a.jpg"),
    "a folder more": lambda site: (site / "collected").mkdir(),
    "a file beside the folders of the site": lambda site: (site / "aaa.md").write_text("---\ntitle: A\n---\n", "utf-8"),
}
"""What somebody does while a build runs."""


@pytest.mark.parametrize("settled", [True, False], ids=["files written long ago", "files written just now"])
@pytest.mark.parametrize("change", DURING.values(), ids=DURING)
def test_a_build_during_which_anything_is_changed_is_not_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], settled: bool
) -> None:
    (site / "briefings" / "photo.jpg").write_bytes(b"\xff\xd8 a picture")
    shutil.rmtree(site / "collected", ignore_errors=True)
    monkeypatch.setattr(static_files, "_SETTLED", -1e9 if settled else 1e9)
    request = BuildRequest(site, NOW, search=False)
    files = up_to_date.read_files(request)
    assert files.fingerprint
    assert up_to_date.is_unchanged(request, files)
    change(site)
    assert not up_to_date.is_unchanged(request, files)


def test_only_files_that_were_written_just_before_a_build_are_read_again_after_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    reading = up_to_date._read

    def noted(path: str) -> tuple[bytes, Stamp]:
        read.append(path)
        return reading(path)

    monkeypatch.setattr(up_to_date, "_read", noted)
    monkeypatch.setattr(static_files, "_SETTLED", 10.0)
    for file in site.rglob("*"):
        _long_ago(file)
    # The time at which the number of a file was changed cannot be set, and is that of a moment ago.
    stamps = static_files.stamp_of
    monkeypatch.setattr(up_to_date, "stamp_of", lambda stat: (*stamps(stat)[:2], 0, stamps(stat)[3]))
    fresh = site / "briefings" / "2026" / "second-turbine.md"
    fresh.write_text(fresh.read_text("utf-8") + "More.\n", "utf-8")
    request = BuildRequest(site, NOW, search=False)
    files = up_to_date.read_files(request)
    assert os.fspath(fresh) in read
    assert len(read) > 20
    read.clear()
    assert up_to_date.is_unchanged(request, files)
    assert os.fspath(fresh) in read
    assert not [path for path in read if path.startswith(os.fspath(site)) and path != os.fspath(fresh)]


FRONTS = {
    "---\ntitle: A\n---\nText.\n": "---\ntitle: A\n---",
    "--- \t\r\ntitle: A\r\n... \r\nText.\r\n": "--- \t\r\ntitle: A\r\n... \r",
    "---\n---\nText.\n": "---\n---",
    "---\ntitle: A\n---": "---\ntitle: A\n---",
    "---\nsummary: S\ntitle: >\n  A\ntitle: B\n---\nText.\n": "---\nsummary: S\ntitle: >\n  A\ntitle: B\n---",
    "---\n title: A\n---\ntitle: B\n": "---\n title: A\n---",
    "---\ntitle: A --- B\n --- \n----\n---\nText.\n---\n": "---\ntitle: A --- B\n --- \n----\n---",
    "---\ntitle: A\nText.\n": None,
    "--- title: A\n---\nText.\n": None,
    "\n---\ntitle: A\n---\nText.\n": None,
    "---": None,
    "": None,
}
"""Texts, and their front matter."""


@pytest.mark.parametrize(("text", "front"), FRONTS.items())
def test_front_matter_headline_and_text_have_digests_of_their_own(tmp_path: Path, text: str, front: str | None) -> None:
    (tmp_path / "briefings").mkdir()
    for name in ("a.md", "a.txt"):
        (tmp_path / "briefings" / name).write_bytes(text.encode())
    found = up_to_date.read_files(BuildRequest(tmp_path, NOW)).digests
    whole = up_to_date.FileDigest("", "", _digest(text))
    title = re.search(r"(?m)^title:.*\n", front or "")
    others = f"{front[: title.start()]}\0{front[title.end() :]}" if front and title else front
    headline = _digest(title[0]) if title else ""
    parts = up_to_date.FileDigest(_digest(others), headline, _digest(text[len(front) :])) if front and others else whole
    assert (found["briefings/a.md"], found["briefings/a.txt"]) == (parts, whole)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_elsewhere_is_always_followed_by_a_whole_build(site: Path, made: list[BuildRequest]) -> None:
    (site / "elsewhere.md").write_text("---\ntitle: Elsewhere\nsummary: In short.\n---\nText.\n", encoding="utf-8")
    (site / "briefings" / "link.md").symlink_to("../elsewhere.md")
    make(site)
    make(site)
    assert len(made) == 2


def test_nothing_is_imported_that_only_a_whole_build_needs(site: Path) -> None:
    script = (
        "import sys\nfrom annotated_briefings.cli.main import main\n"
        f"main(['--site', {str(site)!r}, 'build', '--now', '2026-05-01T12:00:00Z'])\n"
        "print([m for m in ('jinja2', 'markdown_it', 'PIL', 'babel', 'bs4', 'numpy') if m in sys.modules])\n"
    )
    build(BuildRequest(site, NOW))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"
    assert ", 0 written" in done.stdout


def test_a_memory_that_cannot_be_kept_is_done_without(site: Path, made: list[BuildRequest]) -> None:
    shutil.rmtree(site / ".cache")
    (site / ".cache").write_text("a file", encoding="utf-8")
    assert make(site).written == 0
    assert make(site).written == 0
    assert len(made) == 2
