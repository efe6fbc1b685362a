"""Pictures and other large files of a site: they stay on the disk, and no change of theirs is missed."""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Stamp
from annotated_briefings.build.publishing import publish as publishing
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.engine.cache import Store
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session
from annotated_briefings.storage import static_files
from annotated_briefings.storage.static_files import Digests, content_of, held_file, list_beside, list_static, stamp_of

pytestmark = pytest.mark.slow

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A large file of a site."""
    settled_site(tmp_path / "site")
    path = tmp_path / "site" / "static" / "film.mp4"
    path.parent.mkdir()
    path.write_bytes(b"one")
    return path


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every file had been written long ago."""
    monkeypatch.setattr(static_files, "_SETTLED", -1e9)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files whose digests were taken from now on."""
    names: list[str] = []
    real = static_files.file_digest

    def watched(path: str) -> str:
        names.append(Path(path).name)
        return real(path)

    monkeypatch.setattr(static_files, "file_digest", watched)
    return names


def make(film: Path, *, clean: bool = False) -> BuildReport:
    return build(BuildRequest(film.parents[1], NOW, search=False, clean=clean))


def published(film: Path) -> list[bytes]:
    return [path.read_bytes() for path in film.parents[1].glob("_site/film.*.mp4")]


def stamped(path: Path) -> tuple[str, Stamp]:
    return str(path), stamp_of(path.stat())


def test_texts_are_read_and_all_else_stays_on_the_disk(film: Path) -> None:
    (film.parent / "a.txt").write_bytes(b"text")
    files, found = list_static(film.parent, Digests())
    assert found == ()
    assert [(file.name, file.data, content_of(file)) for file in files] == [
        ("a.txt", b"text", b"text"),
        ("film.mp4", None, b"one"),
    ]
    # Its digest is the same, wherever its bytes are.
    assert files[1].digest == held_file("film.mp4", b"one").digest
    assert list_static(film.parent, None)[0][1].digest == ""


def test_of_files_beside_briefs_those_for_readers_are_listed(tmp_path: Path) -> None:
    folder = tmp_path / "briefings"
    for name in ("a.md", "b.PNG", "c/d.pdf", "tags.yaml", ".hidden.png", ".git/e.png", "#f.png", "g.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    files, found = list_beside(folder, Digests())
    assert found == ()
    assert [file.name for file in files] == ["../briefings/b.PNG", "../briefings/c/d.pdf"]
    (folder / "c" / "d.pdf").unlink()
    (folder / "c" / "d.pdf").symlink_to("gone.pdf")
    assert [show(d).partition("\n")[0] for d in list_beside(folder, None)[1]] == [
        "briefings/c/d.pdf: error[unreadable]: the file cannot be read: no such file or directory"
    ]


@pytest.mark.usefixtures("settled")
def test_a_file_is_read_once_for_all_builds(film: Path, read: list[str]) -> None:
    assert make(film).written > 0
    assert read == ["film.mp4"]
    (film.parents[1] / "briefings" / "new.md").write_text("---\ntitle: New\n---\nText.\n", encoding="utf-8")
    assert make(film).parsed == 1
    assert read == ["film.mp4"]
    make(film, clean=True)
    assert len(read) > 1
    assert published(film) == [b"one"]


def test_a_file_written_a_moment_ago_is_not_remembered(film: Path, read: list[str]) -> None:
    with Store(film.parents[1] / ".cache") as store:
        for _ in range(2):
            digests = Digests(store)
            digests.recall([stamped(film)])
            digests.of(*stamped(film))
            digests.keep()
    assert read == ["film.mp4", "film.mp4"]


@pytest.mark.usefixtures("settled")
@pytest.mark.skipif(sys.platform == "win32", reason="this system says nothing of when the entry of a file changed")
def test_other_bytes_of_the_same_size_and_time_are_seen(film: Path) -> None:
    make(film)
    times = film.stat().st_atime_ns, film.stat().st_mtime_ns
    film.write_bytes(b"two")
    os.utime(film, ns=times)
    report = make(film)
    assert published(film) == [b"two"]
    assert report.pruned == 1


@pytest.mark.usefixtures("settled")
def test_a_copy_that_somebody_spoilt_is_made_again(film: Path) -> None:
    make(film)
    [copy] = film.parents[1].glob("_site/film.*.mp4")
    copy.write_bytes(b"zzz")
    assert make(film).written == 1
    assert published(film) == [b"one"]


def test_a_copy_that_is_there_already_is_not_made_again(film: Path) -> None:
    make(film)
    (film.parents[1] / "_site" / ".briefings-manifest.json").write_text('{"files": {}}', encoding="utf-8")
    assert make(film).written == 0


def test_a_file_that_changes_while_it_is_copied_is_said_and_nothing_is_published(
    film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(film)
    film.write_bytes(b"three")

    def slow(source: str, target: Path) -> None:
        shutil.copyfile(source, target)
        film.write_bytes(b"fourth")

    monkeypatch.setattr(publishing, "copyfile", slow)
    report = make(film)
    assert [show(d) for d in report.diagnostics if d.code == "output"] == [
        f"{film.parents[1] / '_site'}: error[output]: `{film}` cannot be written: the file was changed meanwhile; "
        "build once more\n  help: check the folder's permissions and the space on the disk; files already there stay "
        "whole"
    ]
    assert published(film) == [b"one"]
    assert not list(film.parents[1].glob("_site/.*.tmp"))
    monkeypatch.undo()
    make(film)
    assert published(film) == [b"fourth"]


def test_a_file_that_leads_nowhere_is_said(film: Path) -> None:
    film.unlink()
    film.symlink_to("gone.mp4")
    assert [show(d) for d in make(film).diagnostics] == [
        "static/film.mp4: error[unreadable]: the file cannot be read: no such file or directory\n"
        "  help: check the file's permissions"
    ]


def test_the_preview_shows_a_file_as_it_is_now(film: Path) -> None:
    session = Session(SessionRequest(film.parents[1], "http://127.0.0.1:8000", True, search=False))
    session.open(NOW)
    for data in (b"one", b"four"):
        film.write_bytes(data)
        session.open(NOW)
        path = f"film.{held_file('film.mp4', data).digest[:10]}.mp4"
        drawn = session.file(path)
        assert drawn is not None
        assert drawn.data == data
    film.unlink()
    assert session.file(path) is None
