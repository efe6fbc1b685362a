"""``briefings init``: a new site."""

import argparse
from pathlib import Path

from annotated_briefings.cli.run_command import Result
from annotated_briefings.editing.scaffold import create_site


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the folder."""
    parser.add_argument("folder", type=Path, nargs="?", default=Path(), metavar="DIR", help="folder (default: here)")
    parser.add_argument(
        "--cms",
        action="store_true",
        help="also write settings of Front Matter CMS and of Sveltia CMS or Decap CMS; in a site, write these alone",
    )
    parser.set_defaults(run=init)


def init(options: argparse.Namespace) -> Result:
    """Write the files of a new site."""
    created = create_site(options.folder, options.cms)
    if created.diagnostics:
        return Result(diagnostics=created.diagnostics)
    into = "" if options.folder == Path() else f"cd {options.folder} && "
    wrote = [f"  wrote {(options.folder / path).as_posix()}" for path in created.paths]
    return Result([*wrote, f"next: {into}briefings serve"])
