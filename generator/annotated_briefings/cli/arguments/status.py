"""Options of ``briefings status``."""

import argparse

from annotated_briefings.cli.choices import STATUS_KINDS, TASKS_SHOWN
from annotated_briefings.cli.options import add_json, add_now


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``status``."""
    parser.add_argument("--all", action="store_true", help=f"list more than {TASKS_SHOWN} tasks of a kind")
    parser.add_argument("--kind", choices=STATUS_KINDS, help="only this kind of task")
    add_now(parser)
    add_json(parser)
    parser.set_defaults(run="status")
