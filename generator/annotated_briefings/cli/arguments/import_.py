"""Options of ``briefings import``."""

import argparse

from annotated_briefings.cli.options import add_dry_run, add_json, path, path_or_address
from annotated_briefings.engine.processors import default_jobs
from annotated_briefings.intake.formats.kinds import FORMATS


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``import``."""
    parser.add_argument(
        "inputs",
        type=path_or_address,
        nargs="*",
        metavar="PATH",
        help="a file, a folder, a web address, or - for standard input",
    )
    parser.add_argument(
        "--from",
        dest="format",
        choices=FORMATS,
        default="",
        metavar="FORMAT",
        help=f"format of the files, if it is not recognised: {', '.join(FORMATS)}",
    )
    parser.add_argument("--feeds", action="store_true", help="fetch the feeds that site.yaml lists")
    parser.add_argument("--outlet", default="", metavar="NAME", help="publisher of all articles")
    parser.add_argument("--date", default="", help="date of all articles (2023, 2023-05 or 2023-05-12)")
    parser.add_argument("--lang", default="", metavar="CODE", help="language of all articles, such as de or pt-BR")
    parser.add_argument("--publish", action="store_true", help="make the briefs public at once")
    parser.add_argument("--again", action="store_true", help="bring back articles whose briefs are gone")
    add_dry_run(parser, "what would happen")
    parser.add_argument(
        "--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes for large imports"
    )
    parser.add_argument(
        "--executor",
        default="",
        metavar="WHERE",
        help="where workers run: processes, dask (a cluster of its own) or dask://HOST:PORT",
    )
    parser.add_argument(
        "--report", type=path, metavar="FILE", help="write the result to a file: a web page (.html) or JSON"
    )
    add_json(parser)
    parser.set_defaults(run="import_articles", writes=True)
