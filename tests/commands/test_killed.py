"""Whatever ends a command in the middle, no file is half written, no work is lost, and the next run puts all right."""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest
from desk_site import Asked, Lists, desk_of
from processes import preview

from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.editing.rename_tags import rename_tag
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.storage.transaction import undo_last

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here: each round is short so"),
]

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ROUNDS = int(os.environ.get("BRIEFINGS_SOAK", "6"))
"""Times that each command is killed; `make soak` asks for many more."""
BRIEFS = 12


def site(folder: Path) -> Path:
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Killed\nbase_url: https://example.org\nsocial_images: false\n", "utf-8")
    (folder / "briefings" / "tags.yaml").write_text("old: {label: Old}\n", "utf-8")
    for number in range(BRIEFS):
        write(folder, number, "First")
    return folder


def write(folder: Path, number: int, word: str) -> None:
    text = (
        f"---\ntitle: {word} {number}\ndate: 2026-04-{number + 1:02}\nsummary: In short.\n"
        f"tags: [old, t{number % 3}]\n---\n\n{word} text of number {number}. "
        f"See [[brief-{(number + 1) % BRIEFS}]].\n"
    )
    (folder / "briefings" / f"brief-{number}.md").write_text(text, "utf-8")


def make(folder: Path) -> None:
    build(BuildRequest(folder, NOW, search=False))


def published(folder: Path) -> dict[str, bytes]:
    out = folder / "_site"
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file() and p.name != MANIFEST}


def sources(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and not {"_site", ".cache"} & set(p.relative_to(folder).parts)
    }


def visible(folder: Path) -> dict[str, bytes]:
    """The same without what a killed command was writing."""
    return {path: data for path, data in sources(folder).items() if not path.rpartition("/")[2].startswith(".")}


def ended(command: Callable[[], object], after: float) -> bool:
    """Run a command in a process of its own and kill it after so many seconds; whether it was still running."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        # Nothing of the test run may be done twice: whatever happens, this process ends here.
        try:
            command()
        finally:
            os._exit(0)
    time.sleep(after)  # the moment of the kill, not a wait for something
    done, _ = os.waitpid(child, os.WNOHANG)
    if done:
        return False
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def moments(command: Callable[[], object], prepare: Callable[[], object]) -> Iterator[float]:
    """Moments all over the time that a command takes."""
    took: list[float] = []
    for _ in range(3):
        prepare()
        begun = time.perf_counter()
        command()
        took.append(time.perf_counter() - begun)
    # The quickest: after a slow one most kills would come too late to be any.
    whole = min(took)
    rng = random.Random(7)
    for number in range(ROUNDS):
        prepare()
        yield whole * (number + rng.random()) / ROUNDS


def test_a_killed_build_leaves_whole_pages_and_the_next_one_is_as_from_nothing(tmp_path: Path) -> None:
    """A build that is killed leaves no half-written page, and the next build gives the output of a clean one.
    (OU-06)
    """
    folder = site(tmp_path / "site")
    make(folder)
    first = published(folder)
    shutil.copytree(folder, tmp_path / "before")

    def prepare() -> None:
        for name in ("_site", ".cache", "briefings"):
            shutil.rmtree(folder / name)
            shutil.copytree(tmp_path / "before" / name, folder / name)
        for number in range(0, BRIEFS, 2):
            write(folder, number, "Second")
        (folder / "briefings" / "brief-1.md").unlink()

    prepare()
    make(folder)
    second = published(folder)
    killed = 0
    for after in moments(lambda: make(folder), prepare):
        before = sources(folder)
        killed += ended(lambda: make(folder), after)
        assert sources(folder) == before
        for path, data in published(folder).items():
            if not path.rpartition("/")[2].startswith("."):
                assert data in (first.get(path), second.get(path)), path
        make(folder)
        assert published(folder) == second
    assert killed > ROUNDS / 3


def test_a_killed_import_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    lines = "".join(
        f'{{"title": "Report {n} of the town", "text": "{" ".join(f"w{n}x{k}" for k in range(40))}."}}\n'
        for n in range(40)
    )
    (tmp_path / "wire.jsonl").write_text(lines, "utf-8")
    shutil.copytree(folder, tmp_path / "before")

    def bring() -> None:
        run_import(ImportRequest(root=folder, paths=(tmp_path / "wire.jsonl",), progress=False))

    def prepare() -> None:
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "before", folder)

    prepare()
    bring()
    whole = sources(folder)
    mine = sources(tmp_path / "before")
    killed = 0
    for after in moments(bring, prepare):
        killed += ended(bring, after)
        found = sources(folder)
        assert {path: found[path] for path in mine} == mine
        for path, data in found.items():
            if path.endswith(".md") and not path.rpartition("/")[2].startswith("."):
                assert data == whole[path], path
        bring()
        now = visible(folder)
        assert now.keys() == whole.keys()
        assert {p: d for p, d in now.items() if p.endswith(".md")} == {
            p: d for p, d in whole.items() if p.endswith(".md")
        }
    assert killed > ROUNDS / 3


def test_a_killed_rename_leaves_whole_files_that_can_be_put_right(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    shutil.copytree(folder, tmp_path / "before")
    old = sources(folder)

    def change() -> None:
        rename_tag(folder, "old", "new")

    def prepare() -> None:
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "before", folder)

    change()
    new = sources(folder)
    assert new != old
    killed = 0
    for after in moments(change, prepare):
        killed += ended(change, after)
        found = visible(folder)
        for path, data in found.items():
            assert data in (old.get(path), new.get(path)), path
        if found != old:
            # What was begun can be taken back, as what was done.
            undo_last(folder)
            assert visible(folder) == old
        change()
        assert visible(folder) == new
    assert killed > ROUNDS / 4


def test_a_killed_button_of_the_desk_leaves_whole_files(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    for number in range(BRIEFS):
        path = folder / "briefings" / f"brief-{number}.md"
        path.write_text(path.read_text("utf-8").replace("summary:", "draft: true\nsummary:"), "utf-8")
    shutil.copytree(folder, tmp_path / "before")
    old = sources(folder)

    def press() -> None:
        desk = desk_of(folder)
        for number in range(3):
            page = Asked(desk, f"briefings/brief-{number}.md")
            assert page.ask("act", do="publish")["problems"] == []
            assert Lists(desk, "drafts").press("no-name", name=f"Name {number}")["problems"] == []

    def prepare() -> None:
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "before", folder)

    press()
    new = sources(folder)
    killed = 0
    for after in moments(press, prepare):
        killed += ended(press, after)
        for name, data in visible(folder).items():
            if name == DECISIONS:
                assert new[name].startswith(data)
            else:
                assert data in (old.get(name), new.get(name)), name
        press()
        assert visible(folder) == new
    assert killed > ROUNDS / 4


def test_a_killed_preview_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    before = sources(folder)
    ports = [0]
    for _ in range(2):
        with preview(folder, port=ports[-1]) as served:
            ports.append(int(served.address.rstrip("/").rpartition(":")[2]))
            children = psutil.Process(served.process.pid).children(recursive=True)
            served.process.kill()
            served.process.wait()
            assert psutil.wait_procs(children, timeout=60)[1] == []
            assert sources(folder) == before
            assert not (folder / "_site").exists()
    # The second one had the port of the first: nobody holds it.
    assert ports[2] == ports[1]
