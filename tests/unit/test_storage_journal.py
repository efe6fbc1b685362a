"""What was changed at the desk is undone and redone step by step, and never over newer work."""

from pathlib import Path

import pytest

from annotated_briefings.storage.journal import read_journal, recorded, step_back, step_forward


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\n")
    return tmp_path


def change(root: Path, what: str, path: str, data: bytes | None) -> None:
    with recorded(root, "", what, ["a.md", "b.md"]):
        if data is None:
            (root / path).unlink()
        else:
            (root / path).write_bytes(data)


def texts(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(root.glob("*.md"))}


def test_steps_are_undone_and_redone_in_order_to_the_byte(root: Path) -> None:
    states = [texts(root)]
    for what, path, data in (("edit", "a.md", b"two\r\n"), ("make", "b.md", b"new\n"), ("delete", "a.md", None)):
        change(root, what, path, data)
        states.append(texts(root))
    for what, state in zip(("delete", "make", "edit"), reversed(states[:-1]), strict=True):
        step, found = step_back(root, "")
        assert step is not None
        assert (step.what, found, texts(root)) == (what, (), state)
    assert step_back(root, "")[1][0].message == "there is nothing to undo"
    for what, state in zip(("edit", "make", "delete"), states[1:], strict=True):
        step, found = step_forward(root, "")
        assert step is not None
        assert (step.what, found, texts(root)) == (what, (), state)
    assert step_forward(root, "")[1][0].message == "there is nothing to redo"


def test_a_new_step_takes_the_place_of_those_that_were_undone(root: Path) -> None:
    change(root, "first", "a.md", b"two\n")
    step_back(root, "")
    change(root, "second", "a.md", b"three\n")
    journal = read_journal(root, "")
    assert [step.what for step in journal.steps] == ["second"]
    assert journal.redo is None


def test_a_file_that_was_edited_since_is_left_alone_with_all_others_of_its_step(root: Path) -> None:
    with recorded(root, "", "both", ["a.md", "b.md"]):
        (root / "a.md").write_bytes(b"two\n")
        (root / "b.md").write_bytes(b"new\n")
    (root / "b.md").write_bytes(b"by hand\n")
    before = texts(root)
    _, found = step_back(root, "")
    assert [one.message for one in found] == ["`b.md` has been edited since"]
    assert texts(root) == before
    assert read_journal(root, "").undo is not None


def test_what_changes_nothing_or_fails_is_no_step(root: Path) -> None:
    with recorded(root, "", "nothing", ["a.md"]):
        pass
    with pytest.raises(ValueError, match="stop"), recorded(root, "", "failed", ["a.md"]):
        raise ValueError("stop")
    assert read_journal(root, "").steps == ()


STEP = '{"done": 1, "steps": [{"what": "x", "swaps": [{"path": %s, "before": %s, "after": ""}]}]}'


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"done": 9, "steps": []}', STEP % ('"../../etc/x"', '""'), STEP % ('"a.md"', "1")]
)
def test_a_journal_that_is_damaged_or_leads_out_of_the_site_is_an_empty_one(root: Path, text: str) -> None:
    (root / ".cache").mkdir()
    (root / ".cache" / "desk-steps.json").write_text(text, encoding="utf-8")
    assert read_journal(root, "").steps == ()
