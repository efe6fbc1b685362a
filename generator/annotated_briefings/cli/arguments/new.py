"""Options of ``briefings new``."""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the title and the date."""
    parser.add_argument(
        "title", metavar="TITLE", nargs="+", help="the headline; quotation marks around it may be left out"
    )
    parser.add_argument("--date", default="", metavar="DATE", help="date of the brief (default: today)")
    parser.set_defaults(run="new")
