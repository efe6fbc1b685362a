"""The command that says what a diagnostic means."""

import argparse
from shutil import get_terminal_size
from textwrap import fill, indent
from typing import TYPE_CHECKING

from annotated_briefings.cli.frame import CLEAN, Usage
from annotated_briefings.site.checks.table import CODES

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_WIDEST = 100
"""Characters of a line that are read with ease."""


def add_explain(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``explain``."""
    explain = commands.add_parser("explain", help="say what a diagnostic means")
    explain.add_argument("code", nargs="?")
    explain.set_defaults(run=_explain)


def _explain(options: argparse.Namespace) -> int:
    if options.code is None:
        width = max(map(len, CODES))
        for code in CODES.values():
            print(f"{code.code:{width}}  {code.severity:7}  {code.text}")
        return CLEAN
    if options.code not in CODES:
        raise Usage(f"there is no diagnostic `{options.code}`\n  help: `briefings explain` lists them all")
    code = CODES[options.code]
    width = min(get_terminal_size().columns, _WIDEST)
    print(
        f"{code.code} ({code.severity}): {code.text}",
        fill(code.meaning, width),
        indent(code.example, "    "),
        sep="\n\n",
    )
    return CLEAN
