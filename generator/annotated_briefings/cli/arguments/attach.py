"""Options of ``briefings attach``."""

import argparse

from annotated_briefings.cli.options import path_or_address
from annotated_briefings.intake.formats.kinds import FORMATS


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the brief, the file and the source."""
    parser.add_argument("brief", metavar="BRIEF", help="path or slug of the brief")
    parser.add_argument(
        "file",
        type=path_or_address,
        metavar="FILE",
        help="the text, in any format that import reads: a file, or a web address",
    )
    parser.add_argument("--source", type=int, default=0, metavar="N", help="number of the source, if it has several")
    parser.add_argument(
        "--from", dest="format", choices=FORMATS, default="", metavar="FORMAT", help="format of the file"
    )
    parser.set_defaults(run="attach_text", writes=True)
