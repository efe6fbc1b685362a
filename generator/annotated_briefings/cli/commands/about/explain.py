"""``briefings explain``: what a diagnostic means."""

import argparse
from shutil import get_terminal_size
from textwrap import indent, wrap

from annotated_briefings.base.diagnostics import did_you_mean
from annotated_briefings.cli.options import Usage
from annotated_briefings.cli.run_command import Result
from annotated_briefings.site.checks.table import CODES

_WIDEST = 100
"""Characters of a line that are read with ease."""


def explain(options: argparse.Namespace) -> Result:
    """All codes, or the long meaning of one with an example."""
    if options.code is None:
        width = max(map(len, CODES))
        return Result([f"{code.code:{width}}  {code.severity:7}  {code.text}" for code in CODES.values()])
    code = CODES.get(options.code)
    if code is None:
        remedy = did_you_mean(options.code, CODES) or "`briefings explain` lists all codes"
        raise Usage(f"there is no diagnostic `{options.code}`", remedy)
    width = min(get_terminal_size().columns, _WIDEST)
    example = indent(code.example, "    ").splitlines()
    return Result(
        [
            f"{code.code} ({code.severity}): {code.text}",
            "",
            *wrap(code.meaning, width, break_on_hyphens=False),
            "",
            *example,
        ]
    )
