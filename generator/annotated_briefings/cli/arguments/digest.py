"""Options of ``briefings digest``."""

import argparse

from annotated_briefings.cli.choices import ORDERS
from annotated_briefings.cli.options import add_now, path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``digest``."""
    parser.add_argument("--day", default="", metavar="DATE", help="the day (default: the newest with a public brief)")
    parser.add_argument("--week", action="store_true", help="the whole week of that day, Monday to Sunday")
    parser.add_argument("--opening", default="", metavar="TEXT", help="text above the briefs, in Markdown")
    parser.add_argument("--opening-file", type=path, metavar="FILE", help="a file with that text")
    parser.add_argument(
        "--only",
        nargs="+",
        default=[],
        metavar="BRIEF",
        help="these briefs alone, in this order; by slug, path or title",
    )
    parser.add_argument("--without", nargs="+", default=[], metavar="BRIEF", help="all but these briefs")
    parser.add_argument(
        "--order",
        choices=tuple(ORDERS),
        default="",
        help="; ".join(f"{name}: {what}" for name, what in ORDERS.items()),
    )
    parser.add_argument("--output", type=path, metavar="DIR", help="folder to write into (default: _digest)")
    add_now(parser)
    parser.set_defaults(run="digest")
