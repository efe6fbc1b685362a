"""The commands that begin a site and its briefs."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_briefings.base.dates import read_when
from annotated_briefings.cli.frame import CLEAN, FAILED, Usage, site_folder, tell
from annotated_briefings.editing.scaffold import create_brief, create_site

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_init(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``init``."""
    init = commands.add_parser("init", help="make a new site with one example brief")
    init.add_argument("folder", type=Path, nargs="?", default=Path(), metavar="DIR")
    init.set_defaults(run=_init)


def add_new(commands: "_SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``new``."""
    new = commands.add_parser("new", help="write an empty brief")
    new.add_argument("title")
    new.add_argument("--date", metavar="DATE", help="date of the brief (default: today)")
    new.set_defaults(run=_new)


def _init(options: argparse.Namespace) -> int:
    created = create_site(options.folder)
    tell(created.diagnostics)
    if created.diagnostics:
        return FAILED
    for path in created.paths:
        print(f"  wrote {(options.folder / path).as_posix()}")
    into = "" if options.folder == Path() else f"cd {options.folder} && "
    print(f"next: {into}briefings serve")
    return CLEAN


def _new(options: argparse.Namespace) -> int:
    when = read_when(options.date) if options.date else None
    if options.date and (when is None or not when.day):
        raise Usage(f"`{options.date}` is no day; write it as 2026-03-14")
    day = datetime(when.year, when.month, when.day, tzinfo=UTC) if when else datetime.now(UTC)
    created = create_brief(site_folder(options), options.title, day.date())
    tell(created.diagnostics)
    for path in created.paths:
        print(path)
    return FAILED if created.diagnostics else CLEAN
