"""``briefings completion``: the script that lets a shell complete commands, options and names."""

import argparse

from annotated_briefings.cli.completion import SHELLS, shell_script
from annotated_briefings.cli.run_command import Result


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``completion``."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    parser.set_defaults(run=print_script)


def print_script(options: argparse.Namespace) -> Result:
    """Print the script of a shell."""
    return Result(document=shell_script(options.shell))
