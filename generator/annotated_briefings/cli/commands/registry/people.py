"""``briefings people``: those who write and review."""

import argparse

from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import site_folder
from annotated_briefings.cli.registry_changes import changed, taken_back
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_person, declared_people


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


def undo(options: argparse.Namespace) -> Result:
    """Take back the last change of a registry."""
    return taken_back(site_folder(options))
