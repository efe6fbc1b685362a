"""``briefings completion``: the script that lets a shell complete commands, options and names."""

import argparse

from annotated_briefings.cli.completion import shell_script
from annotated_briefings.cli.run_command import Result


def print_script(options: argparse.Namespace) -> Result:
    """Print the script of a shell."""
    return Result(document=shell_script(options.shell))
