"""``briefings stories``: the list of stories."""

import argparse

from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import add_dry_run, add_json, site_folder
from annotated_briefings.cli.registry_changes import add_undo, changed
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_story, declared_stories


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``stories``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the stories that the list declares")
    add_json(known)
    known.set_defaults(run=list_stories)
    new = inner.add_parser("add", help="declare a story")
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--id", default="", help="its permanent id (default: made from the title)")
    add_dry_run(new, "every changed line")
    new.set_defaults(run=add, writes=True)
    add_undo(inner)


def list_stories(options: argparse.Namespace) -> Result:
    """List the declared stories."""
    stories = declared_stories(site_folder(options))
    if options.json:
        rows = [{"id": s.id, "title": s.title, "description": s.description} for s in stories]
        return Result(document=as_indented(rows))
    width = max((len(story.id) for story in stories), default=0)
    lines = [f"{story.id:{width}}  {story.title}" for story in stories]
    return Result([*lines, counted(len(stories), "story", "stories")])


def add(options: argparse.Namespace) -> Result:
    """Declare a story."""
    done = declare_story(site_folder(options), options.title, identity=options.id, dry_run=options.dry_run)
    return changed(done, options.dry_run)
