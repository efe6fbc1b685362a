"""The command line: one module a command, imported only when its command is called."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.cli.frame import CLEAN, FAILED, USAGE, Usage, site_folder, tell


@dataclass(frozen=True, slots=True)
class Command:
    """A command and where it is."""

    name: str
    """What is typed."""
    help: str
    """What it does, in a line."""
    module: str
    """The module that adds it to a parser, with a function ``add_NAME``."""


COMMANDS = (
    Command("init", "make a new site with one example brief", "start"),
    Command("import", "turn collected articles into brief drafts", "imports"),
    Command("new", "write an empty brief", "start"),
    Command("build", "build the site into _site/", "build"),
    Command("check", "say everything that is wrong, and write nothing", "build"),
    Command("serve", "build, watch and reload the browser", "serve"),
    Command("entities", "list, suggest, accept, merge and rename entities", "entities"),
    Command("tags", "list the tags, take new ones into the list, merge and rename them", "registry"),
    Command("annotations", "list notes, bring them back to their words, import, export", "annotations"),
    Command("status", "what waits for an editor, each with what settles it", "reports"),
    Command("digest", "a day's or a week's briefing as HTML e-mail, .eml and text", "reports"),
    Command("next-change", "when publishing, an embargo or an expiry next changes the site", "reports"),
    Command("explain", "say what a diagnostic means", "explain"),
)


def parser_for(name: str | None) -> argparse.ArgumentParser:
    """The parser with the options of one command, and the names of all; with the options of all without a name.

    Options of other commands stay out, since their modules take a second to import.
    """
    parser = argparse.ArgumentParser(
        prog="briefings",
        description="A static site generator for annotated news briefings.",
    )
    parser.add_argument("--version", action="version", version=f"briefings {__version__}")
    parser.add_argument("--site", type=Path, metavar="DIR", help="the site's folder (default: here or above)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        if name in (None, command.name):
            module = import_module(f"annotated_briefings.cli.{command.module}")
            getattr(module, f"add_{command.name.replace('-', '_')}")(commands)
        else:
            commands.add_parser(command.name, help=command.help)
    return parser


def _called(arguments: Sequence[str]) -> str:
    """The command that is called; empty for none."""
    takes_value = False
    for argument in arguments:
        if takes_value:
            takes_value = False
        elif argument.startswith("--s") and "=" not in argument:
            takes_value = True
        elif not argument.startswith("-"):
            return argument
    return ""


def _writes(options: argparse.Namespace) -> bool:
    """Whether a command changes files that editors own."""
    given = vars(options)
    return given.get("writes", False) and not given.get("dry_run", False) and given.get("write", True)


def _alone(options: argparse.Namespace, run: Callable[[argparse.Namespace], int]) -> int:
    """Run a command that writes files which editors own, unless another one is doing so."""
    # A lock takes a tenth of the time of a command that only reads.
    from annotated_briefings.storage.locks import SOURCES, Busy, alone

    try:
        with alone(site_folder(options), SOURCES):
            return run(options)
    except Busy as busy:
        tell(busy.args)
        return FAILED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    options = parser_for(_called(given)).parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return _alone(options, run) if _writes(options) else run(options)
    except Usage as error:
        print(f"briefings: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        # Whoever reads the output has seen enough, such as `head`; Python must not complain again when it ends.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return CLEAN
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
