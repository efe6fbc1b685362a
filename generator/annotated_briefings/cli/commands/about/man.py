"""``briefings man``: the manual page in the language of ``man``, made from the commands and their options."""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence

from annotated_briefings import __version__
from annotated_briefings.base.regex import regex
from annotated_briefings.cli.run_command import Result

_COLOUR = regex("\x1b\\[[0-9;]*m")
"""What later versions of Python put into their help on a terminal."""
_FILES = (
    ("site.yaml", "the settings of a site"),
    ("briefings/", "its briefs, and the lists of entities, tags, stories and people"),
    ("_site/", "what is published; written by build"),
    (".cache/", "what is remembered from the last build; may be deleted"),
)
_STATUS = (
    ("0", "no error"),
    ("1", "there are errors"),
    ("2", "wrong usage, or an error in site.yaml"),
    ("130", "ended by Ctrl-C"),
)
_VARIABLES = (
    ("NO_COLOR", "messages have no colours"),
    ("FORCE_COLOR", "messages have colours, also where no terminal is"),
)


def print_page(_: argparse.Namespace) -> Result:
    """Print the manual page."""
    # The parser has this module among its commands.
    from annotated_briefings.cli.main import COMMANDS, parser_for

    examples = {command.name: command.examples for command in COMMANDS}
    return Result(document=manual_page(parser_for(None), examples))


def manual_page(parser: argparse.ArgumentParser, examples: Mapping[str, Sequence[str]]) -> str:
    """The page; ``parser`` has the options of all commands, and ``examples`` are their calls."""
    name = parser.prog
    lines = [
        f'.TH {name.upper()} 1 "" "{name} {__version__}" "User Commands"',
        # Long options and names of formats leave too few places to stretch a line.
        ".ad l",
        *_section("NAME", [f"{name} \\- {_plain(parser.description or '').rstrip('.')}"]),
        *_section("SYNOPSIS", [f".B {name}", _plain("[--site DIR] COMMAND [OPTIONS]")]),
        *_section("DESCRIPTION", [_plain("Each command has a help of its own: add --help to it.")]),
        *_section("OPTIONS", _options(parser)),
        ".SH COMMANDS",
    ]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            about = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for command, inner in action.choices.items():
                lines += _command(command, inner, about.get(command, ""), examples.get(command, ()))
    for heading, rows in (("EXIT STATUS", _STATUS), ("FILES", _FILES), ("ENVIRONMENT", _VARIABLES)):
        lines += _section(heading, [line for term, text in rows for line in _item(f"\\fB{_plain(term)}\\fR", text)])
    return "\n".join(lines)


def _command(path: str, parser: argparse.ArgumentParser, about: str, examples: Sequence[str]) -> Iterator[str]:
    yield f'.SS "{_plain(path)}"'
    yield _plain(f"{about[:1].upper()}{about[1:]}.") if about else ".PP"
    inner = next((one for one in parser._actions if isinstance(one, argparse._SubParsersAction)), None)
    yield ".PP"
    usage = _COLOUR.sub("", parser.format_usage())
    yield _plain(" ".join(usage.removeprefix("usage: ").split()))
    yield from _options(parser)
    if inner:
        help_of = {choice.dest: choice.help or "" for choice in inner._choices_actions}
        for name, below in inner.choices.items():
            yield from _command(f"{path} {name}", below, help_of.get(name, ""), ())
    if examples:
        yield ".PP"
        yield "Examples:"
        yield ".nf"
        yield from (f"    {_plain(f'briefings {call}')}" for call in examples)
        yield ".fi"


def _options(parser: argparse.ArgumentParser) -> list[str]:
    lines: list[str] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        value = action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper()
        named = value if isinstance(value, str) else " ".join(value)
        takes = action.nargs != 0
        if action.option_strings:
            term = ", ".join(f"\\fB{_plain(one)}\\fR" for one in action.option_strings)
            term += f" \\fI{_plain(named)}\\fR" if takes else ""
        else:
            term = f"\\fI{_plain(named)}\\fR"
        lines += _item(term, (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%"))
    return lines


def _section(heading: str, lines: Sequence[str]) -> list[str]:
    return [f'.SH "{heading}"', *lines]


def _item(term: str, text: str) -> list[str]:
    return [".TP", term, _plain(text) or "\\&"]


def _plain(text: str) -> str:
    """A text whose signs mean nothing to ``man``."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    escaped = re.sub("[\u2018\u2019']", "\\\\(aq", escaped).replace("\u2026", "...").replace('"', "\\(dq")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
