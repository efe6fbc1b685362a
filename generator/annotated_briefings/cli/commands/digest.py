"""``briefings digest``: the briefing of a day or a week as HTML e-mail, message and text."""

import argparse
import os
from pathlib import Path

from annotated_briefings.cli.format import counted
from annotated_briefings.cli.options import add_now, day, moment, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.reports.email_digest import write_digest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``digest``."""
    parser.add_argument("--day", default="", metavar="DATE", help="the day (default: the newest with a public brief)")
    parser.add_argument("--week", action="store_true", help="the whole week of that day, Monday to Sunday")
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder to write into (default: _digest)")
    add_now(parser)
    parser.set_defaults(run=digest)


def digest(options: argparse.Namespace) -> Result:
    """Write the three files."""
    root, when = site_folder(options), day(options.day)
    done = write_digest(root, moment(options), options.output or root / "_digest", when, options.week)
    lines = [f"  wrote {os.path.relpath(path)}" for path in done.paths]
    if done.paths:
        lines.append(f"{counted(done.briefs, 'brief')}, {done.size / 1000:.1f} kB of HTML")
    return Result(lines, diagnostics=done.diagnostics)
