"""``briefings stories``: the list of stories."""

import argparse

from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import site_folder
from annotated_briefings.cli.registry_changes import changed, taken_back
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_story, declared_stories


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


def undo(options: argparse.Namespace) -> Result:
    """Take back the last change of a registry."""
    return taken_back(site_folder(options))
