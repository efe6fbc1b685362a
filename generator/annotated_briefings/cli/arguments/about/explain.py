"""Options of ``briefings explain``."""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the code to explain."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="the code, such as no-summary (default: list all)")
    parser.set_defaults(run="explain")
