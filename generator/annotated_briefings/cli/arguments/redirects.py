"""Options of ``briefings redirects``."""

import argparse

from annotated_briefings.cli.options import add_dry_run, add_json, add_now


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``redirects``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list published addresses that are gone since a brief was renamed")
    add_json(known)
    known.set_defaults(run="list_redirects")
    new = inner.add_parser("add", help="keep such addresses: write `redirect_from` into their briefs")
    new.add_argument("addresses", nargs="*", metavar="ADDRESS", help="those to keep (default: all)")
    add_dry_run(new, "every changed line")
    new.set_defaults(run="add", writes=True)
    for command in (known, new):
        add_now(command)
