"""An address that was published stays with the brief that it was published for, whatever briefs come later (TX-08)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from desk_site import Lists, desk_of
from small_site import NOW, Case

from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.cli.main import main
from annotated_briefings.editing.scaffold import free_brief_path
from annotated_briefings.reports.status import site_status

SETTINGS = "title: Case\nbase_url: https://pages.example\nsocial_images: false\nsearch: false\n"
OLD = "The market hall opens on Monday with sixty stalls. Its roof has been repaired since the storm of autumn.\n"
NEW = "The market hall closes for good at the end of June. Nobody has bought the building until this day.\n"
MESSAGE = (
    "briefings/{0}: error[published-address]: `{2}` was published for briefings/{1}, and this brief would take it\n"
)
HELP = "  help: give this brief another `slug:`; nothing is published until then\n"

Write = Callable[[Case], object]

NEWCOMERS: dict[str, tuple[str, str, Write, Write]] = {
    # Name: file of the published brief, file of the newcomer, and how each is written.
    "an older date": (
        "m.md",
        "a.md",
        lambda case: case.brief("m", "title: Hall opens\nslug: market\ndate: 2026-03-03", OLD),
        lambda case: case.brief("a", "title: Hall closes\nslug: market\ndate: 2026-01-03", NEW),
    ),
    "a path that comes first": (
        "m.md",
        "a.md",
        lambda case: case.brief("m", "title: Hall opens\nslug: market\ndate: 2026-03-03", OLD),
        lambda case: case.brief("a", "title: Hall closes\nslug: market\ndate: 2026-03-03", NEW),
    ),
    "file names of two folders": (
        "2026/market.md",
        "2025/market.md",
        lambda case: case.brief("2026/market", "title: Hall opens\ndate: 2026-03-03", OLD),
        lambda case: case.brief("2025/market", "title: Hall closes\ndate: 2025-03-03", NEW),
    ),
    "one headline": (
        "2026/market.md",
        "2025/market.md",
        lambda case: case.brief("2026/market", "title: Market\ndate: 2026-03-03", OLD),
        lambda case: case.brief("2025/market", "title: Market\ndate: 2025-03-03", NEW),
    ),
    "a permanent id": (
        "2026/market.md",
        "2025/market.md",
        lambda case: case.brief("2026/market", "title: Market\nid: 7c1e00aa11bb\ndate: 2026-03-03", OLD),
        lambda case: case.brief("2025/market", "title: Market\nid: 7c1e00aa22cc\ndate: 2025-03-03", OLD),
    ),
    "another case": (
        "m.md",
        "a.md",
        lambda case: case.brief("m", "title: Hall opens\nslug: Market\ndate: 2026-03-03", OLD),
        lambda case: case.brief("a", "title: Hall closes\nslug: market\ndate: 2026-01-03", NEW),
    ),
}


def site_of(folder: Path, *written: Write) -> Case:
    case = Case(folder, SETTINGS)
    for one in written:
        one(case)
    return case


def output(case: Case) -> dict[str, bytes]:
    return {**case.files(), MANIFEST: (case.root / "_site" / MANIFEST).read_bytes()}


def both(capsys: pytest.CaptureFixture[str], root: Path, *command: str, status: int) -> str:
    capsys.readouterr()
    assert main(["--site", str(root), *command, "--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}"]) == status
    printed = capsys.readouterr()
    return printed.out + printed.err


@pytest.mark.parametrize("name", NEWCOMERS)
def test_a_newcomer_does_not_take_a_published_address(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    owner, newcomer, publish, add = NEWCOMERS[name]
    case = site_of(tmp_path, publish)
    case.build()
    before = output(case)
    add(case)
    address = "/briefs/Market/" if name == "another case" else "/briefs/market/"
    written = "1:1" if "/" in newcomer else "3:7"
    message = MESSAGE.format(f"{newcomer}:{written}", owner, address)
    for command in ("check", "build", "build"):
        printed = both(capsys, case.root, command, status=1)
        assert message in printed, command
        assert HELP in printed, command
        assert "duplicate-slug" not in printed, command
    assert output(case) == before
    (task,) = [one for one in site_status(case.root, NOW).tasks if one.kind == "address"]
    assert (task.path, task.message) == (f"briefings/{newcomer}", f"{address} was published for briefings/{owner}")

    # The remedy works: with another slug both are published, and the old address has the old text.
    file = case.root / "briefings" / newcomer
    text = file.read_text(encoding="utf-8").replace("slug: market\n", "")
    file.write_text(text.replace("---\n", "---\nslug: second-market\n", 1), encoding="utf-8")
    case.build()
    assert case.reported("published-address", "duplicate-slug") == []
    assert OLD.split(".")[0] in case.text(f"{address.strip('/')}/index.html")


@pytest.mark.parametrize("name", NEWCOMERS)
def test_without_an_earlier_build_files_alone_decide_and_every_machine_does_the_same(tmp_path: Path, name: str) -> None:
    _, _, publish, add = NEWCOMERS[name]
    here, there = (site_of(tmp_path / where, *order) for where, order in (("a", (publish, add)), ("b", (add, publish))))
    assert here.build().files() == there.build().files()
    assert len(here.reported("duplicate-slug")) == 1
    assert here.reported("published-address") == []
    # And what was decided stays, build after build.
    assert here.build(clean=True).reported("published-address") == []


def test_of_three_briefs_with_one_slug_the_published_one_is_named(tmp_path: Path) -> None:
    case = site_of(tmp_path)
    case.brief("m", "title: Hall opens\nslug: market\ndate: 2026-03-03", OLD)
    case.build()
    case.brief("a", "title: Hall closes\nslug: market\ndate: 2026-01-03", NEW)
    case.brief("b", "title: Hall burns\nslug: market\ndate: 2026-02-03", "Nobody was hurt in the fire of the hall.\n")
    case.build()
    assert case.reported("published-address", "duplicate-slug") == [
        MESSAGE.format("a.md:3:7", "m.md", "/briefs/market/").strip(),
        "briefings/b.md:3:7: error[duplicate-slug]: the slug `market` is already taken by briefings/a.md",
    ]


def test_an_edit_of_the_published_brief_does_not_give_its_address_away(tmp_path: Path) -> None:
    case = site_of(tmp_path)
    case.brief("m", "title: Hall opens\nid: 7c1e00aa11bb\nslug: market\ndate: 2026-03-03", OLD)
    case.build()
    before = output(case)
    case.brief("m", "title: Another headline\nid: 7c1e00aa11bb\nslug: market\ndate: 2026-03-03", "Another text.\n")
    case.brief("a", "title: Hall opens\nslug: market\ndate: 2026-01-03", OLD)
    assert case.build().reported("published-address") == [
        MESSAGE.format("a.md:3:7", "m.md", "/briefs/market/").strip(),
    ]
    assert output(case) == before


def test_a_newcomer_that_is_a_draft_takes_no_address_and_stops_no_build(tmp_path: Path) -> None:
    case = site_of(tmp_path)
    case.brief("m", "title: Hall opens\nslug: market\ndate: 2026-03-03", OLD)
    case.build()
    case.brief("a", "title: Hall closes\nslug: market\ndate: 2026-01-03\ndraft: true", NEW)
    assert case.build().reported("published-address", "duplicate-slug") == []
    assert case.build(drafts=True).reported("published-address") == []


def test_the_desk_names_an_address_that_a_newcomer_would_take(tmp_path: Path) -> None:
    case = site_of(tmp_path)
    case.brief("m", "title: Hall opens\nslug: market\ndate: 2026-03-03", OLD)
    case.build()
    case.brief("a", "title: Hall closes\nslug: market\ndate: 2026-01-03", NEW)
    groups = Lists(desk_of(case.root), "today").items
    (group,) = [one for one in groups if one["key"] == "address"]
    assert group["title"] == "Published addresses that another brief would take"
    assert [(one["path"], one["message"]) for one in group["tasks"]] == [
        ("briefings/a.md", "/briefs/market/ was published for briefings/m.md")
    ]


@pytest.mark.parametrize(
    ("file", "head"),
    [("2025/harbour-opens", ""), ("ferry", "slug: harbour-opens\n"), ("2025/x", "slug: Harbour-Opens\n")],
)
def test_a_new_brief_gets_a_number_where_another_one_has_its_address(
    tmp_path: Path, file: str, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    case = site_of(tmp_path)
    case.brief(file, f"title: One\n{head}date: 2025-03-03", OLD)
    assert main(["--site", str(tmp_path), "new", "Harbour opens", "--date", "2026-03-03"]) == 0
    assert capsys.readouterr().out.strip() == "briefings/2026/harbour-opens-2.md"
    assert free_brief_path(tmp_path, "Harbour opens", NOW.date()) == "briefings/2026/harbour-opens-3.md"
