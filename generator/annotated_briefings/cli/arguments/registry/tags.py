"""Options of ``briefings tags``."""

import argparse

from annotated_briefings.cli.arguments.registry.changes import add_changes
from annotated_briefings.cli.options import add_dry_run, add_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``tags``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list every tag with the number of its briefs")
    add_json(known)
    known.set_defaults(run="list_tags")
    new = inner.add_parser("suggest", help="list tags in briefs that the tag list does not declare")
    add_json(new)
    new.set_defaults(run="suggest_tags")
    take = inner.add_parser("accept", help="declare tags that briefs use")
    take.add_argument("names", nargs="+", metavar="TAG", help="tags that `suggest` lists")
    add_dry_run(take, "the lines")
    take.set_defaults(run="accept", writes=True)
    own = inner.add_parser("add", help="declare a tag by name")
    own.add_argument("name", metavar="TAG")
    own.add_argument("--parent", default="", metavar="SLUG", help="slug of the wider tag")
    own.add_argument("--id", default="", help="its permanent slug (default: made from the name)")
    add_dry_run(own, "every changed line")
    own.set_defaults(run="add_tag", writes=True)
    add_changes(inner, "tag")
