"""What commands that build the site, or look at all of it, ask for."""

import argparse

from annotated_briefings.build import BuildRequest
from annotated_briefings.cli.options import jobs, moment, site_folder, web_address


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
