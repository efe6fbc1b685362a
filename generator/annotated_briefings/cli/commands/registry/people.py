"""``briefings people``: those who write and review."""

import argparse

from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import add_dry_run, add_json, site_folder
from annotated_briefings.cli.registry_changes import add_undo, changed
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_person, declared_people


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``people``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the people that the list declares")
    add_json(known)
    known.set_defaults(run=list_people)
    new = inner.add_parser("add", help="declare somebody who writes or reviews")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--initials", default="", help="what briefs and notes may name the person by")
    new.add_argument("--role", default="", help="what the person does")
    new.add_argument("--id", default="", help="the permanent id (default: made from the name)")
    add_dry_run(new, "every changed line")
    new.set_defaults(run=add, writes=True)
    add_undo(inner)


def list_people(options: argparse.Namespace) -> Result:
    """List the declared people."""
    people = declared_people(site_folder(options))
    if options.json:
        rows = [{"id": p.id, "name": p.name, "initials": p.initials, "role": p.role} for p in people]
        return Result(document=as_indented(rows))
    width, short = (
        (max(map(len, column), default=0) for column in zip(*((p.id, p.initials) for p in people), strict=True))
        if people
        else (0, 0)
    )
    lines = [f"{p.id:{width}}  {p.initials:{short}}  {', '.join(filter(None, (p.name, p.role)))}" for p in people]
    return Result([*lines, counted(len(people), "person", "people")])


def add(options: argparse.Namespace) -> Result:
    """Declare somebody."""
    names = {"initials": options.initials, "role": options.role, "identity": options.id}
    return changed(
        declare_person(site_folder(options), options.name, **names, dry_run=options.dry_run), options.dry_run
    )
