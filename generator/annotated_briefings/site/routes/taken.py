"""Which addresses a page of the site's own cannot have, since something else is published there."""

import re
from collections.abc import Collection

from annotated_briefings.base.names import same_file
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import MEDIA
from annotated_briefings.site.routes.table import ROUTES
from annotated_briefings.site.urls import page_url

_YEAR = regex(r"\d{4}", re.ASCII)
_FILES = frozenset({"css", "js", MEDIA.rstrip("/")})
"""Folders of files that pages show, which browsers keep for a year."""


def taken_by(slug: str, files: Collection[str]) -> str:
    """What is at the address that a page with a slug would have, in words; empty where nothing is.

    ``files`` are the paths under which static files are published. What a site may have one day counts too: a page
    must not lose its address to the first brief of a year, or to the first story.
    """
    address, name = page_url(slug), same_file(slug)
    if name in _FILES:
        return "the files that all pages need"
    if _YEAR.fullmatch(name):
        return "the briefs of a year"
    if output_file(address) in files:
        return f"`static/root{address}index.html`"
    below = [route for route in ROUTES if same_file(route.address).startswith(f"/{name}/")]
    below.sort(key=lambda route: len(route.address))
    return below[0].shows if below else ""
