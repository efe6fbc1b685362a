"""Options of ``briefings stories``."""

import argparse

from annotated_briefings.cli.arguments.registry.changes import add_undo
from annotated_briefings.cli.options import add_dry_run, add_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``stories``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the stories that the list declares")
    add_json(known)
    known.set_defaults(run="list_stories")
    new = inner.add_parser("add", help="declare a story")
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--id", default="", help="its permanent id (default: made from the title)")
    add_dry_run(new, "every changed line")
    new.set_defaults(run="add", writes=True)
    add_undo(inner)
