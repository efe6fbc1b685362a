"""Options of ``briefings completion``."""

import argparse

from annotated_briefings.cli.completion import SHELLS


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``completion``."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    parser.set_defaults(run="print_script")
