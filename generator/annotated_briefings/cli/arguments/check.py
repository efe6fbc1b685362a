"""Options of ``briefings check``."""

import argparse

from annotated_briefings.cli.choices import REPORT_FORMATS
from annotated_briefings.cli.options import add_build_options, path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``check``."""
    parser.add_argument("files", nargs="*", type=path, metavar="FILE", help="only what is in these files or folders")
    add_build_options(parser)
    parser.add_argument("--format", choices=REPORT_FORMATS, default="text", help="how to print")
    parser.add_argument("--external", action="store_true", help="ask other hosts whether links to them work")
    parser.set_defaults(run="check")
