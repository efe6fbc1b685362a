"""Files are read as text or refused with a reason, and written whole or not at all."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.storage.files import (
    append_lines,
    beside,
    clear_abandoned,
    is_abandoned,
    read_tree,
    wanted_files,
    write_atomic,
    write_text_atomic,
)


def read(root: Path, limit: int = 1000) -> tuple[dict[str, str], list[str]]:
    """The texts of a folder, and the first lines of what is reported."""
    sources, found = read_tree(root, ("*.md", "**/*.md"), limit)
    return {source.path: source.text for source in sources}, [show(d).partition("\n")[0] for d in found]


def test_hidden_files_and_those_that_editors_leave_behind_are_not_read(tmp_path: Path) -> None:
    for name in ("b.md", "sub/a.md", ".hidden.md", "#a.md", "sub/.b.md", ".git/c.md", "d.md~", "e.swp", "sub.tmp/f.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "folder.md").mkdir()
    assert read(tmp_path) == ({"b.md": "b.md", "sub/a.md": "sub/a.md"}, [])
    # A file that several patterns match is found once.
    assert len(list(wanted_files(tmp_path, ("*.md", "**/*.md", "b.*")))) == 2


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfmarked", "marked"),
        (b"\xef\xbb\xbf\r\n\r\n", "\n\n"),
        (b"x" * 1000, "x" * 1000),
        (b"a" * 8192 + b"\0", None),
    ],
)
def test_line_ends_and_a_byte_order_mark_are_no_part_of_a_text(tmp_path: Path, data: bytes, text: str | None) -> None:
    (tmp_path / "a.md").write_bytes(data)
    texts, found = read(tmp_path, limit=max(1000, len(data)))
    assert found == []
    assert texts == {"a.md": text if text is not None else data.decode()}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"x" * 1001, "a.md: error[too-large]: the file has 0 MB; the limit is 0 MB"),
        (b"text\0", "a.md:1:5: error[not-text]: the file holds binary data, not text"),
        (b"one\ntwo \xc3\xa9\xff", "a.md:2:6: error[not-text]: byte 10 is not UTF-8"),
        (b"\xff", "a.md:1:1: error[not-text]: byte 0 is not UTF-8"),
    ],
)
def test_what_is_no_text_is_reported_with_its_place_and_the_rest_is_read(
    tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "a.md").write_bytes(data)
    (tmp_path / "b.md").write_text("good", encoding="utf-8")
    assert read(tmp_path) == ({"b.md": "good"}, [words])


def test_a_link_to_nothing_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("gone.md")
    assert read(tmp_path) == (
        {},
        ["a.md: error[unreadable]: the file cannot be read: no such file or directory"],
    )


def test_names_are_the_same_however_their_letters_are_put_together(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.md").write_text("x", encoding="utf-8")
    assert list(read(tmp_path)[0]) == ["caf\u00e9.md"]


@pytest.mark.parametrize("name", ["a.md", "é" * 80 + ".md", "x" * 250])
def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / "new" / "folder" / name
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert [(p.name, p.read_bytes()) for p in path.parent.iterdir()] == [(name, b"new")]


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomic(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.md", b"old")]


def test_what_is_written_beside_a_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Of each process and each file, short enough for every system, hidden, and told from other files by its ending."""
    names = ["a.md", "b.md", "x" * 161, "x" * 160 + "y", "é" * 81, "x" * 160]
    made = {beside(tmp_path / name, process) for name in names for process in (7, 77)}
    assert len(made) == 2 * len(names)
    assert all(path.parent == tmp_path for path in made)
    assert all(path.name.startswith(".") and path.name.endswith((".7.tmp", ".77.tmp")) for path in made)
    assert all(len(os.fsencode(path.name)) <= 255 for path in made)
    assert beside(tmp_path / ("x" * 160), 7).name == f".{'x' * 160}.7.tmp"


@pytest.mark.skipif(sys.platform == "win32", reason="there age decides, since processes cannot be asked for")
def test_only_what_a_process_left_that_is_no_more_is_taken_away(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    folder = tmp_path / "sub"
    folder.mkdir()
    left = [beside(tmp_path / "a.md", dead.pid), beside(folder / "b.md", dead.pid)]
    kept = [
        beside(tmp_path / "a.md", os.getpid()),
        beside(tmp_path / "a.md", 1),
        beside(tmp_path / "a.md", 10**30),
        tmp_path / ".notes.tmp",
        tmp_path / f"shown.{dead.pid}.tmp",
    ]
    for path in (*left, *kept):
        path.write_text("half", encoding="utf-8")
    assert [is_abandoned(path) for path in (*left, *kept[:4])] == [True, True, False, False, False, False]
    clear_abandoned(tmp_path)
    assert [path.exists() for path in (*left, *kept)] == [False] * 2 + [True] * 5


LINES = st.lists(st.sampled_from(["{}", "good", "é", "", "half"]), max_size=4)
"""Lines of a file; `half` stands for one that its writer did not come to the end of."""


@given(LINES, st.sampled_from(["", "good", "half", "ha"]), st.sampled_from(["", "new\n", "a\nb\n"]))
def test_lines_are_added_after_whole_ones_and_half_a_line_is_cut_off(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], tail: str, text: str
) -> None:
    path = tmp_path_factory.mktemp("lines") / "folder" / "a.jsonl"
    whole: Callable[[str], bool] = lambda line: line == "good"  # noqa: E731
    before = "".join(f"{line}\n" for line in lines)
    if before or tail:
        path.parent.mkdir()
        path.write_bytes((before + tail).encode())
    append_lines(path, text, whole)
    kept = f"{tail}\n" if tail == "good" else ""
    assert path.read_bytes().decode() == before + kept + text


def test_a_text_is_written_as_utf_8_with_its_line_ends_as_they_are(tmp_path: Path) -> None:
    write_text_atomic(tmp_path / "a.md", "é\r\nb\n")
    assert (tmp_path / "a.md").read_bytes() == b"\xc3\xa9\r\nb\n"


def test_a_source_has_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    assert read_tree(tmp_path, ("*.md",))[0] == (Source("a.md", "x"),)
