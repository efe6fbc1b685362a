"""Options of ``briefings imports``."""

import argparse

from annotated_briefings.cli.choices import PENDING_KINDS
from annotated_briefings.cli.options import add_dry_run, add_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``imports``."""
    inner = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    known = inner.add_parser("list", help="list the imports with what each of them made")
    add_json(known)
    known.set_defaults(run="show_imports")
    back = inner.add_parser("undo", help="take an import back where nothing was edited since")
    back.add_argument(
        "id", nargs="?", default="", metavar="ID", help="an id that `list` shows (default: the last import)"
    )
    add_dry_run(back, "what would happen")
    add_json(back)
    back.set_defaults(run="undo", writes=True)
    again = inner.add_parser("redo", help="make an import again that was taken back, where nothing has changed since")
    again.add_argument(
        "id", nargs="?", default="", metavar="ID", help="an id that `list` shows (default: the one taken back last)"
    )
    add_dry_run(again, "what would happen")
    add_json(again)
    again.set_defaults(run="redo", writes=True)
    rejecting = inner.add_parser("reject", help="leave articles out for good; their drafts go where nobody edited them")
    rejecting.add_argument("names", nargs="+", metavar="BRIEF", help="paths of drafts, or ids of articles")
    add_dry_run(rejecting, "what would happen")
    rejecting.set_defaults(run="reject_articles", writes=True)
    settle = inner.add_parser("settle", help="say that what imports asked is right as it is")
    settle.add_argument("ids", nargs="*", metavar="ID", help="ids that `status` shows")
    settle.add_argument("--kind", choices=PENDING_KINDS, help="everything of this kind that is pending")
    add_dry_run(settle, "the decisions")
    settle.set_defaults(run="settle_questions", writes=True)
