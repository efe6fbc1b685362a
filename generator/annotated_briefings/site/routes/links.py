"""Links to lists that the table of pages asks for: in the navigation, the footer, llms.txt and opml.xml."""

from collections.abc import Iterable, Iterator
from typing import Literal

from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import feed_links
from annotated_briefings.site.routes.page_table import PAGES
from annotated_briefings.site.urls import text_url
from annotated_briefings.site.views.pages import SiteView
from annotated_briefings.site.views.parts import LinkView

LinkList = Literal["navigation", "footer", "text_list"]
"""Where lists of links stand."""


def listed(context: SiteContext, place: LinkList) -> Iterator[tuple[str, str]]:
    """The pages that a place lists, in its order: the key of the title of each, and its address.

    Readers are not led to empty lists; editors are, who learn there how to begin one.
    """
    made = (route for route in PAGES if getattr(route, place) and route.has(context, ""))
    chosen = [route for route in made if context.drafts or route.filled(context)]
    chosen.sort(key=lambda route: int(getattr(route, place)))
    return ((route.name, route.address) for route in chosen)


def feed_groups(context: SiteContext) -> Iterator[tuple[str, Iterable[LinkView]]]:
    """The pages whose feeds ``opml.xml`` lists, under their headings."""
    feeds = [route.feed for route in PAGES if route.feed and route.feed.heading]
    for feed in sorted(feeds, key=lambda feed: feed.rank):
        if context.config.makes(feed.part):
            yield context.words.text(feed.heading), tuple(feed.listed(context))


def site_view(context: SiteContext, version: str) -> SiteView:
    """What every template sees of the site; ``version`` is that of this program."""
    config, own = context.config, context.catalog.pages.values()
    return SiteView(
        config.title,
        config.description,
        context.words.language,
        config.base_url,
        config.editor,
        config.footer,
        tuple(LinkView(key, url) for key, url in listed(context, "navigation")),
        tuple(LinkView(key, url) for key, url in listed(context, "footer")),
        tuple(LinkView(page.text.title, text_url(page.text)) for page in own if page.nav),
        tuple(LinkView(page.text.title, text_url(page.text)) for page in own),
        f"briefings {version}",
        feed_links(context, "/", config.title),
        config.search,
        context.drafts,
    )
