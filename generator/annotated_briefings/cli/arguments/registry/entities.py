"""Options of ``briefings entities``."""

import argparse

from annotated_briefings.cli.arguments.registry.changes import add_changes
from annotated_briefings.cli.choices import ENTITY_TYPES
from annotated_briefings.cli.options import add_dry_run, add_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``entities``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the entities of the registry")
    add_json(known)
    known.set_defaults(run="list_entities")
    new = inner.add_parser("suggest", help="list names in the briefs that the registry lacks")
    take = inner.add_parser("accept", help="add suggestions to the registry")
    new.add_argument("--least", type=int, default=1, metavar="N", help="only names that at least N briefs have")
    for command in (new, take):
        command.add_argument("--model", default="", help="an installed spaCy pipeline to use as another recogniser")
    add_json(new)
    new.set_defaults(run="suggest_entities")
    take.add_argument("names", nargs="*", metavar="NAME", help="names that `suggest` lists")
    take.add_argument("--least", type=int, default=0, metavar="N", help="all names that at least N briefs have")
    take.add_argument("--type", choices=ENTITY_TYPES, default="", help="its type, if the suggested one is wrong")
    take.add_argument("--id", default="", help="its permanent id (default: made from the name)")
    add_dry_run(take, "the lines")
    take.set_defaults(run="accept_entities", writes=True)
    own = inner.add_parser("add", help="declare an entity by name")
    own.add_argument("name", metavar="NAME")
    own.add_argument("--type", choices=ENTITY_TYPES, default="", help="what it is (default: what the briefs tell)")
    own.add_argument("--alias", action="append", default=[], metavar="NAME", help="another name; may be repeated")
    own.add_argument("--id", default="", help="its permanent id (default: made from the name)")
    add_dry_run(own, "every changed line")
    own.set_defaults(run="add_entity", writes=True)
    add_changes(inner, "entity")
