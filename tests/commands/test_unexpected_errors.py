"""An error that nobody has foreseen is one plain line of any command and what to do, and a file for the report."""

from argparse import Namespace
from pathlib import Path

import pytest
from command_line import call, site_with_a_draft

from annotated_briefings.cli import run_command as running
from annotated_briefings.cli.main import COMMANDS
from annotated_briefings.cli.run_command import FAILED, Result, run_command
from annotated_briefings.cli.unexpected import REPORT

SAID = "a shelf\n  of\x1b[2J books"
FAULTS = (
    ValueError(SAID),
    KeyError(SAID),
    RecursionError(),
    AssertionError(),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, SAID),
    RuntimeError("\ud800"),
    OSError("no name of a file"),
)


def failing(error: Exception) -> running.Run:
    def run(_: Namespace) -> Result:
        raise error

    return run


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
@pytest.mark.parametrize("writes", [False, True])
def test_a_fault_is_one_line_and_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: Exception, command: object, writes: bool
) -> None:
    site = site_with_a_draft(tmp_path / "site")
    name = getattr(command, "name", "")
    options = Namespace(command=name, site=site, site_command=True, writes=writes)
    assert run_command(failing(fault), options) == FAILED
    printed = capsys.readouterr()
    assert not printed.out
    first, remedy = printed.err.splitlines()
    assert first.startswith(f"briefings: `briefings {name}` stopped at a fault in the program: {type(fault).__name__}")
    kept = site / ".cache" / REPORT
    assert (
        remedy == f"  help: open an issue with `{kept}`; look through it first, since it may hold words of your texts"
    )
    report = kept.read_text(encoding="utf-8")
    assert report.startswith("briefings ")
    assert "Traceback (most recent call last)" in report
    assert "\x1b" not in printed.err


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with_a_draft(tmp_path / "site")
    options = Namespace(command="check", site=site, site_command=True)
    assert run_command(failing(PermissionError(13, "Permission denied", "briefings/a.md")), options) == FAILED
    assert capsys.readouterr().err.splitlines() == [
        "briefings: `briefings check` stopped: `briefings/a.md` cannot be read or written: permission denied",
        "  help: check its permissions and the space on the disk, then give the command again",
    ]


def test_a_report_without_a_site_is_kept_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotated_briefings.cli.unexpected.gettempdir", lambda: str(tmp_path / "temporary"))
    options = Namespace(command="init", site=tmp_path / "nowhere", site_command=False)
    assert run_command(failing(ValueError("odd")), options) == FAILED
    assert f"open an issue with `{tmp_path / 'temporary' / REPORT}`" in capsys.readouterr().err


def test_a_report_that_cannot_be_kept_is_the_line_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr("annotated_briefings.cli.unexpected.gettempdir", lambda: str(blocked))
    options = Namespace(command="init", site=tmp_path / "nowhere", site_command=False)
    assert run_command(failing(ValueError("odd")), options) == FAILED
    assert capsys.readouterr().err.splitlines() == [
        "briefings: `briefings init` stopped at a fault in the program: ValueError: odd",
        "  help: open an issue with this line",
    ]


def test_the_reader_of_the_output_may_leave(tmp_path: Path) -> None:
    options = Namespace(command="check", site=site_with_a_draft(tmp_path / "site"), site_command=True)
    with pytest.raises(BrokenPipeError):
        run_command(failing(BrokenPipeError()), options)


def test_a_fault_deep_in_a_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("annotated_briefings.build.pipeline.render_site", broken)
    status, out, err = call(capsys, site_with_a_draft(tmp_path / "site"), "build")
    assert (status, out) == (FAILED, "")
    assert err.splitlines()[0] == (
        "briefings: `briefings build` stopped at a fault in the program: ZeroDivisionError: division by zero"
    )
