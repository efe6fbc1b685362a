"""``briefings next-change``: when publishing, an embargo or an expiry next changes the site."""

import argparse

from annotated_briefings.cli.format import as_indented
from annotated_briefings.cli.options import moment, site_folder
from annotated_briefings.cli.run_command import Result
from annotated_briefings.project.briefs import briefs_of, parse_all, parse_pages
from annotated_briefings.project.load import load_site
from annotated_briefings.site.schedule import turns


def next_change(options: argparse.Namespace) -> Result:
    """List the next change, or all of them."""
    root, now = site_folder(options), moment(options)
    loaded = load_site(root)
    briefs = (brief for _, brief in briefs_of(parse_all(root, loaded)))
    pages = (page.text for page in parse_pages(loaded, (), now).pages)
    coming = turns((*briefs, *pages), now)
    first = coming if options.all else [turn for turn in coming if turn.moment == coming[0].moment]
    if options.json:
        rows = [{"moment": f"{t.moment:%Y-%m-%dT%H:%M:%SZ}", "path": t.path, "appears": t.appears} for t in first]
        return Result(document=as_indented(rows))
    lines = [
        f"{turn.moment:%Y-%m-%dT%H:%M:%SZ}  {turn.path} {'is published' if turn.appears else 'is taken down'}"
        for turn in first
    ]
    return Result(lines, remark="" if first else "no change is scheduled")
