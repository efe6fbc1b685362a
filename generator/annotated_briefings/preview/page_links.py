"""Links of one page that lead nowhere, without drawing the others: for the preview."""

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.build.link_positions import pinpointed
from annotated_briefings.content.model import Entity
from annotated_briefings.output.audit import check_links, facts_of, links_of
from annotated_briefings.output.render import Output
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.lookup import find_page, is_old_address

_MADE = frozenset({"index.html", "index.md", "annotations.json", "card.png", "feed.xml", "feed.json"})
"""Files in the folder of a brief or of another one thing."""
_AT_TOP = frozenset(
    {
        "404.html",
        "annotations.json",
        "feed.json",
        "feed.xml",
        "index.html",
        "llms.txt",
        "opml.xml",
        "robots.txt",
        "rss.xml",
        "site.webmanifest",
        "sitemap.xml",
        "sitemap-news.xml",
    }
)
"""Files at the top that templates lead to; to look for others would mean planning the whole site."""
_LISTS = re.compile(
    r"(?:\d{4}|notes|corrections|questions|figures|search)/(?:.*/)?index\.html"
    r"|(?:briefs|entities|tags|stories|sources)/(?:page/\d+/)?index\.html|(?:corrections|questions)/feed\.(?:xml|json)"
)
"""Pages of lists, and their feeds."""


def dangling(
    root: Path, context: SiteContext, declared: tuple[Entity, ...], files: Collection[str], page: Output
) -> tuple[Diagnostic, ...]:
    """What is said of the links of a page to pages and files that are not there; ``files`` are those that are no pages,
    ``declared`` is the registry with merged entries."""
    seen = facts_of(page)
    leads = [lead.partition("#")[0] for lead in links_of(seen, context.config.base_path)]
    paths = set(leads) - {""}
    missing = {path for path in paths if path != page.path and not _is_there(context, declared, files, path)}
    # A lead to the page itself is one to a place that it does not have.
    if not missing and page.path not in paths:
        return ()
    # Whether there is such a place on another page is not known before that page is drawn.
    places = frozenset(unquote(target.partition("#")[2]) for target in seen.targets)

    def ids(path: str) -> Collection[str]:
        return seen.ids if path == page.path else places

    known = {*files, *(f"briefs/{slug}/index.html" for slug in context.catalog.brief_of), *(paths - missing)}
    return tuple(pinpointed(root, check_links([seen], known, ids, context.config.base_path)))


def _is_there(context: SiteContext, declared: tuple[Entity, ...], files: Collection[str], path: str) -> bool:
    if path in files:
        return True
    if "/" not in path:
        return path in _AT_TOP or is_old_address(context, path, declared)
    top, _, rest = path.partition("/")
    folder, _, name = rest.rpartition("/")
    known = {"briefs": context.catalog.brief_of, "entities": context.catalog.entity_of, "tags": context.catalog.tag_of}
    if folder in known.get(top, ()):
        return name in _MADE
    if _LISTS.fullmatch(path):
        return True
    return find_page(context, path, declared) is not None
