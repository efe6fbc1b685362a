"""Kinds of pages, each once, and what is made from them: the plan of a site, the lookup of a page, lists of links."""

from annotated_briefings.site.routes.links import site_view
from annotated_briefings.site.routes.lookup import find_page, page_exists
from annotated_briefings.site.routes.plan import (
    closing_pages,
    plan_redirects,
    plan_site,
    plan_units,
    unit_pages,
    words_of,
)
from annotated_briefings.site.routes.route import FileView, Page, Unit

__all__ = [
    "FileView",
    "Page",
    "Unit",
    "closing_pages",
    "find_page",
    "page_exists",
    "plan_redirects",
    "plan_site",
    "plan_units",
    "site_view",
    "unit_pages",
    "words_of",
]
