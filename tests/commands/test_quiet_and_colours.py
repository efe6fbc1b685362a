"""What a command prints where nobody wants to read that all is well, and in colours on a terminal."""

import io
from pathlib import Path

import pytest
from small_site import Case, settled_site

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.cli.main import main
from annotated_briefings.cli.terminal import has_colours, write_diagnostics

FOUND = report("blank-picture", "the brief has no summary", Place("briefings/a.md", 2, 1, 5), help="write one\x1b[0m")


class Terminal(io.StringIO):
    encoding = "utf-8"

    def __init__(self, shows: bool) -> None:
        super().__init__()
        self.shows = shows

    def isatty(self) -> bool:
        return self.shows


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_quiet_command_prints_what_is_wrong_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    case = Case(tmp_path / "site")
    settled_site(case.root)
    assert main(["--site", str(case.root), command, "-q"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")
    case.brief("b", "title: B\ndate: soon")
    assert main(["--site", str(case.root), command, "--quiet"]) == 1
    printed = capsys.readouterr()
    # The messages are the result of `check`.
    result, rest = (printed.out, printed.err) if command == "check" else (printed.err, printed.out)
    assert result.startswith("briefings/b.md:3:7: error[wrong-type]")
    assert (result.count("\n"), rest) == (4, "")


@pytest.mark.parametrize(
    ("shows", "environment", "coloured"),
    [
        (True, {"TERM": "xterm"}, True),
        (False, {"TERM": "xterm"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(shows: bool, environment: dict[str, str], coloured: bool) -> None:
    assert has_colours(Terminal(shows), environment) is coloured


def test_only_our_own_codes_colour_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal(shows=True)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    source = Source("briefings/a.md", "---\ntitle: A\n---\n")
    write_diagnostics([report("blank-picture", FOUND.message, FOUND.place, help=FOUND.help, source=source)])
    assert stream.getvalue() == (
        "briefings/a.md:2:1: \x1b[1;36mhint[blank-picture]:\x1b[0m the brief has no summary\n"
        "    2 | title: A\n"
        "      | \x1b[1;36m^^^^^\x1b[0m\n"
        "  \x1b[1mhelp:\x1b[0m write one\\u001b[0m\n"
    )
