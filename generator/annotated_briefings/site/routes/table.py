"""All routes: kinds of pages, their feeds, and files for programs, in the order in which they are planned."""

from collections.abc import Iterator, Mapping

from annotated_briefings.site.pages.digests.digest import DigestView
from annotated_briefings.site.routes.feeds import feed_route
from annotated_briefings.site.routes.file_table import FILES
from annotated_briefings.site.routes.page_table import PAGES
from annotated_briefings.site.routes.route import Route, TemplateView
from annotated_briefings.site.views.lists import MovedView, SitemapView

FEEDS = tuple(feed_route(route, route.feed) for route in PAGES if route.feed)
"""The feeds of pages."""
ROUTES = (*PAGES, *FEEDS, *FILES)
"""Every kind of page, but those that list all others."""
ROUTE_OF: Mapping[str, Route] = {route.name: route for route in ROUTES}
"""Name of a route to the route."""
SITEMAP = TemplateView(template="sitemap.xml", view=SitemapView, shows="all pages, for search engines")
"""The sitemap, or one of several."""
SITEMAP_INDEX = TemplateView(
    template="sitemap-index.xml", view=SitemapView, shows="all sitemaps, where there are several"
)
"""The index of sitemaps."""
MOVED = TemplateView(template="moved.html", view=MovedView, shows="an old address, which leads on to the new one")
"""The page at an old address."""
DIGEST = (
    TemplateView(template="digest.html", view=DigestView, shows="a day or a week for e-mail"),
    TemplateView(template="digest.txt", view=DigestView, shows="the same as plain text"),
)
"""What is no page of the site."""


def templates() -> Iterator[tuple[TemplateView, str]]:
    """Everything that has a template, and the address of the pages that it renders; empty where they have none."""
    for route in ROUTES:
        if route.template:
            yield route, route.address
        for copy in route.copies:
            if copy.template:
                yield TemplateView(template=copy.template, view=copy.view, shows=copy.shows), copy.address
    yield SITEMAP, "/sitemap.xml"
    yield SITEMAP_INDEX, "/sitemap.xml"
    yield MOVED, ""
    yield from ((shown, "") for shown in DIGEST)
