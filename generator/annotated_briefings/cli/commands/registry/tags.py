"""``briefings tags``: the tag list."""

import argparse
from collections.abc import Sequence

from annotated_briefings.cli.format import as_indented, counted
from annotated_briefings.cli.options import site_folder
from annotated_briefings.cli.registry_changes import carried_out, changed, taken_back
from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.declare import declare_tag
from annotated_briefings.editing.rename_tags import merge_tags, rename_tag
from annotated_briefings.editing.tags import TagUse, accept_tags, tag_uses


def list_tags(options: argparse.Namespace) -> Result:
    """List all tags."""
    uses = tag_uses(site_folder(options))
    if options.json:
        return Result(document=as_indented([_row(use) for use in uses]))
    width = _width(uses)
    lines = [_line(use, width) + ("" if use.declared else "  not in the list") for use in uses]
    return Result([*lines, counted(len(uses), "tag")])


def suggest_tags(options: argparse.Namespace) -> Result:
    """List the tags that are not declared."""
    uses = [use for use in tag_uses(site_folder(options)) if not use.declared]
    if options.json:
        return Result(document=as_indented([_row(use) for use in uses]))
    width = _width(uses)
    last = f"{len(uses)} suggested; accept them with `briefings tags accept TAG...`, or merge them into others"
    return Result(
        [*(_line(use, width) for use in uses), last if uses else "the list declares every tag that briefs use"]
    )


def accept(options: argparse.Namespace) -> Result:
    """Declare tags."""
    return changed(accept_tags(site_folder(options), options.names, dry_run=options.dry_run), options.dry_run)


def add_tag(options: argparse.Namespace) -> Result:
    """Declare a tag, whether or not a brief has it."""
    root, parent = site_folder(options), options.parent
    done = declare_tag(root, options.name, parent=parent, identity=options.id, dry_run=options.dry_run)
    return changed(done, options.dry_run)


def _width(uses: Sequence[TagUse]) -> int:
    return max((len(use.slug) for use in uses), default=0)


def _line(use: TagUse, width: int) -> str:
    also = f"  also {', '.join(use.aliases)}" if use.aliases else ""
    return f"{use.slug:{width}}  {use.briefs:5}  {use.label}{also}{_written(use)}"


def _written(use: TagUse) -> str:
    """The other spellings of a tag, each with the first of its files."""
    shown = [f"`{text}` ({paths[0]}{' and others' if len(paths) > 1 else ''})" for text, paths in use.spellings]
    return f"  also written {', '.join(shown)}" if shown else ""


def _row(use: TagUse) -> dict[str, object]:
    return {
        "slug": use.slug,
        "label": use.label,
        "aliases": list(use.aliases),
        "parent": use.parent,
        "briefs": use.briefs,
        "declared": use.declared,
        "spellings": {text: list(paths) for text, paths in use.spellings},
    }


def merge(options: argparse.Namespace) -> Result:
    """Merge one tag into another."""
    return carried_out(merge_tags, options)


def rename(options: argparse.Namespace) -> Result:
    """Rename a tag."""
    return carried_out(rename_tag, options)


def undo(options: argparse.Namespace) -> Result:
    """Take back the last change of a registry."""
    return taken_back(site_folder(options))
