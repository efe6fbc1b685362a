"""Options of ``briefings next-change``."""

import argparse

from annotated_briefings.cli.options import add_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``next-change``."""
    parser.add_argument("--all", action="store_true", help="list every change to come")
    parser.add_argument("--now", metavar="TIME", help="the time to start from (default: the clock)")
    add_json(parser)
    parser.set_defaults(run="next_change")
