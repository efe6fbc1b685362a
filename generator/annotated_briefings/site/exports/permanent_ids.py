"""What feeds, notes and data call a brief, whatever its address."""

import re
from urllib.parse import quote

from annotated_briefings.base.paths import split_url
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext

_YEAR = 2026
"""The year in tag URIs: one for all, so that no change of a date makes another id."""
_BRIEF = re.compile(r"/briefs/([^/]+)/?")
"""The address of a brief."""


def permanent_id(context: SiteContext, brief: Brief) -> str:
    """A tag URI (RFC 4151) that a brief keeps when its file, slug or date changes, and when the site moves: made from
    its ``id``, or the id of its article, or its first address."""
    was = (match[1] for ref in brief.redirect_from if (match := _BRIEF.fullmatch(ref.text)))
    name = brief.id or next(iter(brief.articles), "") or next(was, brief.slug)
    host = context.config.id_host or split_url(context.config.base_url).hostname or "localhost"
    return f"tag:{host},{_YEAR}:{quote(name, safe='')}"
