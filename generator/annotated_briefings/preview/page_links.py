"""Broken links of one page, found without rendering the others: for the preview."""

from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.build.link_check import in_sources
from annotated_briefings.content.model import Entity
from annotated_briefings.output.audit import duplicate_ids, find_broken_links, page_facts, page_links
from annotated_briefings.output.render import Output
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import left_out_pages
from annotated_briefings.site.routes import page_exists


def page_broken_links(
    root: Path, context: SiteContext, declared: tuple[Entity, ...], files: Collection[str], page: Output
) -> tuple[Diagnostic, ...]:
    """The links of a page to pages and files that do not exist; ``files`` are those that are no pages, ``declared`` is
    the registry with merged entries."""
    seen = page_facts(page)
    leads = [lead.partition("#")[0] for lead in page_links(seen, context.config.base_path)]
    paths = set(leads) - {""}
    missing = {
        path for path in paths if path != page.path and path not in files and not page_exists(context, path, declared)
    }
    # What leads to the page itself is a link to a place that it does not have.
    if not missing and page.path not in paths:
        return ()
    # Whether there is such a place on another page is not known before that page is rendered.
    places = frozenset(unquote(target.partition("#")[2]) for target in seen.targets)

    def ids(path: str) -> Collection[str]:
        return seen.ids if path == page.path else places

    known = {*files, *(f"briefs/{slug}/index.html" for slug in context.catalog.brief_of), *(paths - missing)}
    left_out = left_out_pages(context.catalog)
    broken = find_broken_links([seen], known, ids, context.config.base_path, left_out)
    own = {page.path: seen.origin}
    return (*duplicate_ids([seen]), *in_sources(root, broken, lambda path: own.get(path, "")))
