"""Options of ``briefings man``."""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``man``."""
    parser.set_defaults(run="print_page")
