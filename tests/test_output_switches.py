"""A site may do without parts of its output, and nothing leads to what is left out."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotated_briefings.base.config import PARTS
from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session
from annotated_briefings.project.settings import read_settings

GOLDEN = Path(__file__).resolve().parent / "golden" / "site"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def made(folder: Path, leave_out: str) -> dict[str, bytes]:
    shutil.copytree(GOLDEN, folder)
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"leave_out: [{leave_out}]\n")
    report = build(BuildRequest(folder, NOW, search=False))
    assert not [show(d) for d in report.diagnostics if d.code in ("template", "config") or "leads to no p" in d.message]
    files = {
        p.relative_to(folder / "_site").as_posix(): p.read_bytes()
        for p in (folder / "_site").rglob("*")
        if p.is_file() and p.name != MANIFEST
    }
    session = Session(SessionRequest(folder, read_settings(source(folder))[0].base_url, False, search=False))
    session.open(NOW)
    assert [path for path, data in files.items() if (one := session.file(path)) is None or one.data != data] == []
    return files


def source(folder: Path) -> Source:
    return Source("site.yaml", (folder / "site.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("whole") / "site", "")


def missing(whole: dict[str, bytes], files: dict[str, bytes]) -> set[str]:
    return whole.keys() - files.keys()


@pytest.mark.parametrize(
    ("part", "mark"),
    [
        ("markdown", "/index.md"),
        ("topic_feeds", "feed."),
        ("sources", "sources/"),
        ("annotations", "annotations.json"),
    ],
)
def test_a_part_that_is_left_out_is_gone_and_nothing_else(
    whole: dict[str, bytes], tmp_path: Path, part: str, mark: str
) -> None:
    gone = missing(whole, made(tmp_path / "site", part))
    own = {"feed.xml", "feed.json", "corrections/feed.xml", "corrections/feed.json"}
    kept = own if part == "topic_feeds" else set()
    assert gone == {path for path in whole if mark in f"/{path}" and path not in kept}
    assert gone


def test_without_days_dates_lead_to_their_months(whole: dict[str, bytes], tmp_path: Path) -> None:
    files = made(tmp_path / "site", "days")
    gone = missing(whole, files)
    assert gone
    assert all(len(path.split("/")) == 4 and path[:4].isdigit() for path in gone)
    day = sorted(gone)[0].split("/")
    assert f"{day[0]}/{day[1]}/index.html" in files


def test_without_json_ld_no_page_carries_any(whole: dict[str, bytes], tmp_path: Path) -> None:
    files = made(tmp_path / "site", "json_ld")
    assert not missing(whole, files)
    assert any(b'application/ld+json">{' in data for data in whole.values())
    assert not any(b'application/ld+json">{' in data for data in files.values())


def test_all_parts_can_be_left_out_together(whole: dict[str, bytes], tmp_path: Path) -> None:
    files = made(tmp_path / "site", ", ".join(PARTS))
    assert len(files) < len(whole) * 0.75
    assert b"data-markdown" not in b"".join(files.values())


def test_a_part_that_is_none_is_said() -> None:
    config, found = read_settings(Source("site.yaml", "leave_out: [markdwn, days, rubbish]\n"))
    assert config.leave_out == ("days",)
    assert [show(d).split("\n")[0] for d in found] == [
        "site.yaml:1:12: error[config]: `markdwn` is no part of the output that can be left out",
        "site.yaml:1:12: error[config]: `rubbish` is no part of the output that can be left out",
    ]
    assert found[0].help == "did you mean `markdown`?"
    assert found[1].help == "the parts are markdown, topic_feeds, sources, days, json_ld, annotations"
