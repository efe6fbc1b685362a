"""Options of the commands that build the site or look at all of it."""

import argparse

from annotated_briefings.build import BuildRequest
from annotated_briefings.cli.options import (
    add_base_url,
    add_drafts,
    add_now,
    add_quiet,
    jobs,
    moment,
    site_folder,
    web_address,
)
from annotated_briefings.engine.parallel import default_jobs


def add_build_options(parser: argparse.ArgumentParser) -> None:
    """Add what ``build`` and ``check`` share."""
    add_drafts(parser)
    add_quiet(parser)
    add_now(parser)
    add_base_url(parser)
    parser.add_argument("--jobs", type=int, default=default_jobs(), metavar="N", help="worker processes")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")


def build_request(options: argparse.Namespace, *, write: bool) -> BuildRequest:
    """What is to be built; ``write`` is False to check only."""
    return BuildRequest(
        jobs=jobs(options),
        root=site_folder(options),
        now=moment(options),
        base_url=web_address(options),
        drafts=options.drafts,
        output=getattr(options, "output", None),
        clean=getattr(options, "clean", False),
        write=write,
        search=write,
        explain=getattr(options, "explain", False),
        progress=not (getattr(options, "json", False) or options.quiet),
    )
