"""Options of ``briefings annotations``."""

import argparse

from annotated_briefings.cli.choices import NOTE_SHAPES, NOTE_STATES
from annotated_briefings.cli.options import add_base_url, add_drafts, add_dry_run, add_json, add_now, path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``annotations``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)

    known = inner.add_parser("list", help="list all notes, and whether their passage was found")
    known.add_argument("--state", choices=NOTE_STATES, help="only notes in this state")
    add_json(known)
    known.set_defaults(run="list_notes")

    back = inner.add_parser("reanchor", help="show how the passages of notes have changed, and update their quotes")
    back.add_argument("names", nargs="*", metavar="NOTE", help="ids of notes, or briefs (default: all)")
    back.add_argument("--write", action="store_true", help="write the new quotes into the briefs")
    back.add_argument(
        "--pin",
        action="store_true",
        help="also store ids, and the words around notes that were found, for later edits",
    )
    back.add_argument("--quote", default="", metavar="WORDS", help="the new anchor text of the given note")
    back.add_argument("--place", type=int, default=0, metavar="N", help="which of several places is meant, from 1")
    back.set_defaults(run="reanchor_notes", writes=True)

    out = inner.add_parser("export", help="export notes as W3C Web Annotations (JSON-LD), or for Hypothesis")
    out.add_argument("names", nargs="*", metavar="BRIEF", help="briefs (default: all)")
    out.add_argument("--output", type=path, metavar="FILE", help="a file instead of standard output")
    out.add_argument("--format", choices=NOTE_SHAPES, default=NOTE_SHAPES[0], help="the shape of the file")
    add_drafts(out)
    add_now(out)
    add_base_url(out)
    out.set_defaults(run="export")

    take = inner.add_parser("import", help="import notes from Hypothesis or W3C JSON-LD")
    take.add_argument("file", type=path, metavar="FILE", help="the exported file")
    take.add_argument("--brief", default="", help="the brief that all notes belong to")
    hold = take.add_mutually_exclusive_group()
    hold.add_argument("--draft", action="store_true", help="import them as draft notes")
    hold.add_argument("--publish", action="store_true", help="notes of other people are no drafts either")
    add_dry_run(take, "what would happen")
    add_json(take)
    take.set_defaults(run="import_file", writes=True)
