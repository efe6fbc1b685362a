"""An empty argument, such as a variable of the shell that is not set, is no path, for any command."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.cli.main import COMMANDS, main, parser_for
from annotated_briefings.cli.options import path, path_or_address


def actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All arguments of a parser and of those of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from actions(below)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_argument_that_is_a_path_is_read_by_one_function(name: str) -> None:
    read = {action.dest: action.type for action in actions(parser_for(name))}
    shown = {
        action.dest
        for action in actions(parser_for(name))
        if action.metavar in ("DIR", "PATH") or (action.metavar == "FILE" and action.type is not None)
    }
    assert Path not in read.values()
    assert {dest for dest in shown if read[dest] not in (path, path_or_address)} == set()


@pytest.mark.parametrize("text", ["", " ", "\t"])
@pytest.mark.parametrize(
    ("before", "command", "argument", "behind"),
    [
        ((), "import", "PATH", ()),
        ((), "import", "--report", ("a.txt",)),
        ((), "check", "FILE", ()),
        ((), "build", "--output", ()),
        ((), "digest", "--output", ()),
        ((), "digest", "--opening-file", ()),
        ((), "init", "DIR", ()),
        (("annotations",), "export", "--output", ()),
    ],
)
def test_an_empty_path_is_not_the_current_folder(
    before: tuple[str, ...],
    command: str,
    argument: str,
    behind: tuple[str, ...],
    text: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settled_site(tmp_path)
    monkeypatch.chdir(tmp_path)
    files = sorted(tmp_path.rglob("*"))
    given = (argument, text) if argument.startswith("--") else (text,)
    with pytest.raises(SystemExit, match="2"):
        main([*before, command, *given, *behind])
    assert (
        capsys.readouterr().err == f"briefings: `{argument}`: it is empty\n  help: write `.` for the current folder\n"
    )
    assert sorted(tmp_path.rglob("*")) == files


def test_an_empty_site_is_not_the_current_folder(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--site", "", "status"])
    assert capsys.readouterr().err == "briefings: `--site`: it is empty\n  help: write `.` for the current folder\n"
