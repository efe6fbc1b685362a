"""Options of ``briefings confirm``."""

import argparse

from annotated_briefings.cli.options import add_dry_run


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``confirm``."""
    parser.add_argument("briefs", nargs="*", metavar="BRIEF", help="files or slugs of briefs")
    parser.add_argument("--all", action="store_true", help="all briefs")
    parser.add_argument(
        "--field", action="append", default=[], metavar="FIELD", help="only this one, such as `date`; may be repeated"
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--as", dest="value", metavar="VALUE", help="write this value in its place")
    way.add_argument("--refuse", action="store_true", help="take it out")
    way.add_argument("--undo", action="store_true", help="take the last change back")
    add_dry_run(parser, "every changed line")
    parser.set_defaults(run="confirm", writes=True)
