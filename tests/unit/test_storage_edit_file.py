"""Changing files that editors own: whole or not at all, and never over newer work."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.storage.edit_file import Refused, patch_file


def replaced(text: str) -> str:
    return text.replace("old", "new")


def refusal(root: Path, name: str = "a.md") -> str:
    with pytest.raises(Refused) as caught:
        patch_file(root, name, replaced)
    return show(caught.value.args[0])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"old\nkept\n", b"new\nkept\n"),
        (b"old\r\nkept\r\n", b"new\r\nkept\r\n"),
        (b"\xef\xbb\xbfold\r\nkept", b"\xef\xbb\xbfnew\r\nkept"),
        (b"kept\r\nold\nlast\r", b"kept\r\nnew\nlast\r"),
        (b"old\x0cpage \xe2\x80\xa8line\r\n", b"new\x0cpage \xe2\x80\xa8line\r\n"),
    ],
)
def test_line_ends_and_marks_stay_as_they_were(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "a.md").write_bytes(before)
    patch_file(tmp_path, "a.md", replaced)
    assert (tmp_path / "a.md").read_bytes() == after


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "old", ""]), st.sampled_from(["\n", "\r\n", "\r"]))))
def test_lines_that_do_not_change_keep_their_bytes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]]
) -> None:
    root = tmp_path_factory.mktemp("lines")
    (root / "a.md").write_bytes("".join(line + end for line, end in lines).encode())
    patch_file(root, "a.md", lambda text: "first\n" + text)
    data = (root / "a.md").read_bytes()
    assert data.removeprefix(b"first\r\n").removeprefix(b"first\n") == "".join(a + b for a, b in lines).encode()


def test_rights_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "real.md").chmod(0o640)
    (tmp_path / "a.md").symlink_to("real.md")
    patch_file(tmp_path, "a.md", replaced)
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "real.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "real.md"]


def test_a_dry_run_and_a_change_of_nothing_write_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old", encoding="utf-8")
    stamp = (tmp_path / "a.md").stat().st_mtime_ns
    assert patch_file(tmp_path, "a.md", replaced, dry_run=True) == ("old", "new")
    assert patch_file(tmp_path, "a.md", lambda text: text) == ("old", "old")
    assert (tmp_path / "a.md").stat().st_mtime_ns == stamp


def test_what_cannot_be_changed_safely_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        patch_file(tmp_path, "a.md", lambda _: None)
    assert show(caught.value.args[0]) == (
        "a.md: error[patch]: `a.md` is written in a way that cannot be changed safely\n"
        "  help: make the change by hand; nothing was changed"
    )


def test_a_file_that_somebody_saves_at_the_same_time_is_left_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = tmp_path / "a.md"
    at.write_text("old", encoding="utf-8")
    fsync = os.fsync

    def saved_meanwhile(number: int) -> None:
        fsync(number)
        at.write_text("an editor's own old words", encoding="utf-8")

    monkeypatch.setattr("annotated_briefings.storage.edit_file.os.fsync", saved_meanwhile)
    assert refusal(tmp_path) == (
        "a.md: error[patch]: `a.md` was changed by somebody else at the same time\n"
        "  help: run the command again; nothing was changed"
    )
    assert at.read_text(encoding="utf-8") == "an editor's own old words"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        "a.md: error[output]: `a.md` cannot be changed: no such file or directory\n"
        "  help: check the file and its permissions; nothing was changed"
    )
    (tmp_path / "a.md").write_bytes(b"old \xff")
    assert refusal(tmp_path) == (
        "a.md:1:5: error[not-text]: byte 4 is not UTF-8\n    1 | old �\n      |     ^\n"
        "  help: save the file as UTF-8; nothing was changed"
    )
