"""Options of ``briefings people``."""

import argparse

from annotated_briefings.cli.arguments.registry.changes import add_undo
from annotated_briefings.cli.options import add_dry_run, add_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``people``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the people that the list declares")
    add_json(known)
    known.set_defaults(run="list_people")
    new = inner.add_parser("add", help="declare somebody who writes or reviews")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--initials", default="", help="what briefs and notes may name the person by")
    new.add_argument("--role", default="", help="what the person does")
    new.add_argument("--id", default="", help="the permanent id (default: made from the name)")
    add_dry_run(new, "every changed line")
    new.set_defaults(run="add", writes=True)
    add_undo(inner)
