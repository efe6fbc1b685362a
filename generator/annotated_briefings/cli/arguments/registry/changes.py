"""Options of merging, renaming and taking back, which commands about lists share."""

import argparse
from typing import TYPE_CHECKING

from annotated_briefings.cli.options import add_dry_run

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_changes(inner: "_SubParsersAction[argparse.ArgumentParser]", what: str) -> None:
    """Add ``merge``, ``rename`` and ``undo`` to the subcommands; ``what`` is one of the things they change."""
    for name, text in (("merge", f"merge the {what} A into the {what} B"), ("rename", f"rename the {what} A to B")):
        command = inner.add_parser(name, help=text)
        command.add_argument("old", metavar="A")
        command.add_argument("new", metavar="B")
        add_dry_run(command, "every changed line")
        command.set_defaults(run=name, writes=True)
    add_undo(inner)


def add_undo(inner: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``undo`` to the subcommands."""
    back = inner.add_parser("undo", help="take back the last change of a registry")
    back.set_defaults(run="undo", writes=True)
