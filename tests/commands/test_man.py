"""`briefings man`: a manual page that says what the help of each command says."""

import argparse
import re
import subprocess
from collections.abc import Iterator

import pytest
from programs import need

from annotated_briefings.cli.main import COMMANDS, main, parser_for


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every option of every command."""
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from options(inner)


@pytest.fixture
def page(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["man"]) == 0
    return capsys.readouterr().out


def test_the_page_names_every_command_every_option_and_every_example(page: str) -> None:
    plain = page.replace("\\-", "-").replace("\\(aq", "'").replace("\\&", "")
    assert page.startswith(".TH BRIEFINGS 1 ")
    assert re.findall(r'^\.SH "?([A-Z ]+)"?$', page, re.M) == [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "COMMANDS",
        "EXIT STATUS",
        "FILES",
        "ENVIRONMENT",
    ]
    for command in COMMANDS:
        assert f'.SS "{command.name}"' in plain
        for example in command.examples:
            assert f"    briefings {example}\n" in plain
    named = set(options(parser_for(None)))
    assert len(named) > 50
    for option in named:
        assert f"\\fB{option}\\fR" in plain, option


def test_man_shows_it_without_a_warning(page: str) -> None:
    """A line of text that begins with a full stop or an apostrophe would be an instruction."""
    groff = need("groff")
    done = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-P-cbou"], input=page, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "--site DIR" in done.stdout
    assert "briefings digest --day 2026-03-14" in done.stdout
