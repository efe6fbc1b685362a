"""The command line: its commands, and the module of the one that is called."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from annotated_briefings import __version__
from annotated_briefings.cli.options import Usage, path
from annotated_briefings.cli.parser import Parser
from annotated_briefings.cli.run_command import CLEAN, USAGE, Result, run_command, write_usage
from annotated_briefings.cli.standard_files import keep_numbers
from annotated_briefings.cli.stop_signals import stop_signals


@dataclass(frozen=True, slots=True)
class Command:
    """A command."""

    name: str
    """What is typed."""
    help: str
    """What it does, in a line."""
    site: bool = True
    """Whether it is about the site of a folder."""
    until_stopped: bool = False
    """Whether it works until Ctrl-C or SIGTERM ends it."""
    examples: tuple[str, ...] = ()
    """Calls as they are typed most, without the name of the program."""

    @property
    def module(self) -> str:
        """Its module in ``arguments`` and in ``commands``; ``import`` cannot be one in Python."""
        if self.name in ("entities", "tags", "stories", "people"):
            return f"registry.{self.name}"
        if self.name in ("completion", "explain", "man"):
            return f"about.{self.name}"
        return "import_" if self.name == "import" else self.name.replace("-", "_")


COMMANDS = (
    Command("init", "make a new site with one example brief", site=False, examples=("init my-site",)),
    Command(
        "import",
        "turn collected articles into brief drafts",
        examples=(
            "import collected/",
            "import today.eml notes.docx --dry-run",
            "import https://harbour.example/feed.xml --outlet 'Harbour Post'",
        ),
    ),
    Command(
        "imports",
        "list what imports made, and take one back",
        examples=(
            "imports list",
            "imports undo",
            "imports reject a-draft",
        ),
    ),
    Command(
        "attach",
        "keep the text of a source of a brief as proof of its quotes",
        examples=("attach quay-strike downloaded.html",),
    ),
    Command(
        "confirm",
        "confirm, correct or refuse what import concluded",
        examples=(
            "confirm quay-strike",
            "confirm --all --dry-run",
        ),
    ),
    Command("new", "write an empty brief", examples=("new 'The quay is closed'",)),
    Command(
        "build",
        "build the site into _site/",
        examples=(
            "build",
            "build --explain",
            "build --drafts --output ../preview",
        ),
    ),
    Command(
        "check",
        "list errors, warnings and hints",
        examples=(
            "check",
            "check briefings/quay-strike.md --strict",
        ),
    ),
    Command(
        "serve",
        "preview the site: build, watch, reload the browser",
        until_stopped=True,
        examples=(
            "serve",
            "serve --port 8080 --no-drafts",
        ),
    ),
    Command(
        "entities",
        "list, suggest, accept, add, merge and rename entities",
        examples=(
            "entities suggest",
            "entities accept Tideworks",
            "entities merge tidewroks tideworks",
        ),
    ),
    Command(
        "tags",
        "list, suggest, accept, add, merge and rename tags",
        examples=(
            "tags list",
            "tags rename strike strikes",
        ),
    ),
    Command("stories", "list and add stories"),
    Command("people", "list and add those who write and review"),
    Command("redirects", "keep addresses that briefs had before they were renamed"),
    Command(
        "annotations",
        "list, re-anchor, import and export annotations",
        examples=(
            "annotations list",
            "annotations export --output notes.json",
        ),
    ),
    Command(
        "status",
        "list pending editorial tasks, each with the command that resolves it",
        examples=(
            "status",
            "status --json",
        ),
    ),
    Command(
        "digest",
        "write a day's or a week's briefing as HTML e-mail, .eml and text",
        examples=(
            "digest",
            "digest --day 2026-03-14",
        ),
    ),
    Command("next-change", "show when publishing, an embargo or an expiry next changes the site"),
    Command(
        "completion", "print the script that completes names in a shell", site=False, examples=("completion bash",)
    ),
    Command("man", "print the manual page", site=False, examples=("man",)),
    Command(
        "explain",
        "explain a diagnostic",
        site=False,
        examples=(
            "explain",
            "explain unsupported-quote",
        ),
    ),
)


def parser_for(name: str | None) -> Parser:
    """The parser with the options of one command, and the names of all; with the options of all without a name.

    What a command does is imported when it is run: help and completion need its options alone.
    """
    parser = Parser(
        prog="briefings",
        description="A static site generator for annotated news briefings.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"briefings {__version__}")
    parser.add_argument("--site", type=path, metavar="DIR", help="the site's folder (default: here or above)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        shown = "".join(f"\n  briefings {call}" for call in command.examples)
        own = commands.add_parser(
            command.name,
            help=command.help,
            epilog=f"examples:{shown}" if shown else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        own.set_defaults(site_command=command.site)
        if name in (None, command.name):
            import_module(f"annotated_briefings.cli.arguments.{command.module}").add_options(own)
    return parser


def _called(arguments: Sequence[str]) -> str:
    """The command that is called; empty for none."""
    takes_value = False
    for argument in arguments:
        if takes_value:
            takes_value = False
        elif argument == "--site":
            takes_value = True
        elif not argument.startswith("-"):
            return argument
    return ""


def _work(called: str, options: argparse.Namespace) -> Callable[[argparse.Namespace], Result]:
    """The function of a command that its options name."""
    command = next(command for command in COMMANDS if command.name == called)
    module = import_module(f"annotated_briefings.cli.commands.{command.module}")
    work: Callable[[argparse.Namespace], Result] = getattr(module, options.run)
    return work


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    keep_numbers()
    if "_ARGCOMPLETE" in os.environ:
        from annotated_briefings.cli.completion import complete

        complete(parser_for, _called)
    given = sys.argv[1:] if arguments is None else arguments
    called = _called(given)
    try:
        if not any(command.until_stopped for command in COMMANDS if command.name == called):
            options = parser_for(called).options_of_call(given)
            return run_command(_work(called, options), options)
        # From the start: the modules of a command take a second to import.
        with stop_signals() as signals:
            options = parser_for(called).options_of_call(given)
            options.stop_signals = signals
            status = run_command(_work(called, options), options)
            if signals.came:
                signals.end_process(status)
            return status
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__package__.partition(".")[0]):
            raise
        missing = (error.name or "").partition(".")[0]
        message = f"`briefings {called}` needs the package `{missing}`, which is not installed here"
        remedy = "this copy was installed to build and check alone; install it whole, without `--no-deps`"
        write_usage(Usage(message, remedy))
        return USAGE
    except BrokenPipeError:
        # The reader of the output has seen enough, such as `head`; Python must not complain again when it ends.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return CLEAN
