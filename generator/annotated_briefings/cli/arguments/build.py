"""Options of ``briefings build``."""

import argparse

from annotated_briefings.cli.options import add_build_options, add_json, path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``build``."""
    add_build_options(parser)
    parser.add_argument("--output", type=path, metavar="DIR", help="output folder (default: _site)")
    parser.add_argument("--clean", action="store_true", help="ignore the cache of earlier builds")
    parser.add_argument(
        "--executor",
        default="",
        metavar="WHERE",
        help="where workers run: dask (a cluster of its own) or dask://HOST:PORT",
    )
    parser.add_argument("--explain", action="store_true", help="give the reason for every written file")
    add_json(parser)
    parser.set_defaults(run="build_site")
