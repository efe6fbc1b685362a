"""Options of ``briefings init``."""

import argparse
from pathlib import Path

from annotated_briefings.cli.options import path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the folder."""
    parser.add_argument("folder", type=path, nargs="?", default=Path(), metavar="DIR", help="folder (default: here)")
    parser.add_argument(
        "--cms",
        action="store_true",
        help="also write settings of Front Matter CMS and of Sveltia CMS or Decap CMS; in a site, write these alone",
    )
    parser.add_argument(
        "--update",
        action="store_true",
        help="in a site, write the schemas in .schemas/ anew, as this version has them, and nothing else",
    )
    parser.set_defaults(run="init")
