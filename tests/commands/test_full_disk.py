"""Disks that are really full or read-only: what stood there stays as it was, the error is reported, and once there
is room the same command does its work.

Each scenario runs in a process with disks of its own (Linux, where users may have them).
"""

import json
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from shutil import which

import pytest

from annotated_briefings.cli.main import main
from annotated_briefings.editing.scaffold import create_site

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
NOW = ("--now", "2026-04-01T00:00:00Z")
REMEDY = "help: "
ARTICLES = 120
"""More than the disk of an import has room for."""


def can_mount() -> bool:
    return (
        bool(which("unshare") and which("mount"))
        and subprocess.run(
            ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        ).returncode
        == 0
    )


def mount(folder: Path, *options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)], check=True)


def briefings(site: Path, *arguments: str) -> tuple[int, str]:
    with redirect_stderr(StringIO()) as errors, redirect_stdout(StringIO()):
        status = main(["--site", str(site), *arguments])
    return status, errors.getvalue()


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and ".cache" not in p.relative_to(folder).parts
    }


_QUIET = "search: false\nsocial_images: false\ncheck: {ignore: [placeholder]}\n"


def a_site(folder: Path) -> Path:
    create_site(folder)
    settings = folder / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + _QUIET, "utf-8")
    return folder


def fill(folder: Path, left: int) -> Path:
    """Fill a disk but for so many bytes."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            size = file.tell()
        file.truncate(max(0, size - left))
    return filler


def edit(site: Path) -> None:
    path = site / "briefings" / "2026" / "tideworks-first-turbine.md"
    path.write_text(path.read_text("utf-8").replace("900", "950"), "utf-8")


def build_on_a_full_disk(disk: Path) -> None:
    site, out = a_site(disk.parent / "site"), disk / "out"
    mount(disk, "size=2m")
    build = ("build", *NOW, "--output", str(out))
    assert briefings(site, *build) == (0, "")
    before = pages(out)
    edit(site)
    for left in (0, 8192, 65536):
        filler = fill(disk, left)
        status, printed = briefings(site, *build)
        assert status == 1
        assert "error[output]: `" in printed
        assert "cannot be written: no space left on device" in printed
        assert pages(out) == before
        filler.unlink()
        assert [path for path in files(out) if path.endswith(".tmp")] == []
    assert briefings(site, *build) == (0, "")
    assert briefings(site, "build", *NOW, "--output", str(disk.parent / "whole")) == (0, "")
    assert pages(out) == pages(disk.parent / "whole")


def pages(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(folder).items() if not path.startswith(".")}


def build_without_room_for_what_is_remembered(disk: Path) -> None:
    site = a_site(disk.parent / "site")
    (site / ".cache").mkdir()
    mount(site / ".cache", "size=64k")
    fill(site / ".cache", 0)
    status, printed = briefings(site, "build", *NOW)
    assert (status, printed) == (0, "") or "cannot be kept until they are published: no space left on device" in printed
    assert files(site).keys() >= {"site.yaml", "briefings/entities.yaml"}


def import_until_the_disk_is_full(disk: Path) -> None:
    mount(disk, "size=700k")
    site = a_site(disk / "site")
    lines = "".join(
        f'{{"title": "Report {n}", "text": "{" ".join(f"w{n}x{k}" for k in range(400))}."}}\n' for n in range(ARTICLES)
    )
    wire = disk.parent / "wire.jsonl"
    wire.write_text(lines, "utf-8")
    mine = files(site)
    status, printed = briefings(site, "import", str(wire))
    assert status == 1
    assert "cannot be written: no space left on device" in printed
    assert "help: correct that and import again; what has been written is kept and not done again" in printed
    found = files(site)
    assert {path: found[path] for path in mine} == mine
    subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
    status, printed = briefings(site, "import", str(wire))
    assert (status, printed) == (0, "")
    assert len(list((site / "briefings" / "undated").glob("*.md"))) == ARTICLES
    ledger = (site / "briefings" / "imports.jsonl").read_text("utf-8").splitlines()
    articles = [line for line in ledger if line.startswith('{"id"')]
    assert len(articles) == len(set(articles)) == ARTICLES
    for number in range(ARTICLES):
        assert f"w{number}x399." in (site / "briefings" / "undated" / f"report-{number}.md").read_text("utf-8")


def rename_on_a_full_disk(disk: Path) -> None:
    mount(disk, "size=2m")
    site = a_site(disk / "site")
    before = files(site)
    filler = fill(disk, 0)
    status, printed = briefings(site, "tags", "rename", "energy", "power")
    assert status == 1
    assert "no space left on device" in printed
    assert files(site) == before
    filler.unlink()
    assert briefings(site, "tags", "rename", "energy", "power")[0] == 0
    assert files(site) != before


def read_only_sources(disk: Path) -> None:
    mount(disk, "size=4m")
    site = a_site(disk / "site")
    (site / "wire.txt").write_text("A bridge has opened in Vessby, and everybody in the town now crosses it daily.\n")
    before = files(site)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    out = disk.parent / "out"
    assert briefings(site, "build", *NOW, "--output", str(out)) == (0, "")
    assert (out / "index.html").is_file()
    for command in (
        ["build", *NOW],
        ["import", str(site / "wire.txt")],
        ["tags", "rename", "energy", "power"],
        ["new", "A headline"],
        ["tags", "accept", "sea"],
    ):
        status, printed = briefings(site, *command)
        assert status in (1, 2), command
        assert "read-only file system" in printed or "no brief" in printed, (command, printed)
        assert REMEDY in printed, (command, printed)
    assert files(site) == before


SCENARIOS: dict[str, Callable[[Path], None]] = {
    scenario.__name__: scenario
    for scenario in (
        build_on_a_full_disk,
        build_without_room_for_what_is_remembered,
        import_until_the_disk_is_full,
        rename_on_a_full_disk,
        read_only_sources,
    )
}


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What went wrong in each scenario, all of them run by one process."""
    if not can_mount():
        pytest.skip("this system gives a process no disks of its own")
    folder = tmp_path_factory.mktemp("disks")
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-m", "tests.commands.test_full_disk", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_lost_on(name: str, faults: dict[str, str]) -> None:
    """On a disk that is full or read-only, files are as they were before, and the message says what is wrong.
    (OU-06)
    """
    assert faults[name] == ""


def fault(name: str, folder: Path) -> str:
    """What goes wrong in a scenario, or nothing."""
    disk = folder / name / "disk"
    disk.mkdir(parents=True)
    try:
        SCENARIOS[name](disk)
    except Exception:
        return traceback.format_exc()
    return ""


if __name__ == "__main__":
    print(json.dumps({name: fault(name, Path(sys.argv[1])) for name in SCENARIOS}))
