"""The plan of a site: everything that it has pages for, and the pages of each."""

from collections.abc import Iterable, Iterator, Mapping

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.values import replace
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.host_files import redirect_file
from annotated_briefings.site.exports.machine_files import change_days, sitemap_index, sitemap_views
from annotated_briefings.site.exports.translations import in_every_language
from annotated_briefings.site.routes.route import SETTINGS, Page, Unit, key_at
from annotated_briefings.site.routes.table import FEEDS, MOVED, ROUTE_OF, ROUTES, SITEMAP, SITEMAP_INDEX
from annotated_briefings.site.views.lists import MovedView, TextView
from annotated_briefings.site.views.own_pages import OwnPageView
from annotated_briefings.site.views.pages import BriefView

_INDEX = "index.html"
_UNLISTED = tuple(route.address for route in ROUTES if not route.sitemap)


def plan_units(context: SiteContext) -> tuple[Unit, ...]:
    """What the site has pages for, in the order of its pages; each can be planned without the others."""
    return tuple(unit for route in ROUTES for unit in route.units(context))


def unit_pages(context: SiteContext, unit: Unit) -> Iterator[Page]:
    """The pages of one unit."""
    return ROUTE_OF[unit.route].pages(context, unit.key)


def closing_pages(context: SiteContext, paths: Iterable[str]) -> Iterator[Page]:
    """The files that list the whole site; ``paths`` are the output files of all units."""
    base = context.config.base_url
    if not base:
        return
    addresses = [address for path in paths if (address := _in_sitemap(path))]
    changes = _changes(context)
    for path, view in sitemap_views(base, addresses, changes, languages=in_every_language(context)):
        yield Page(path, SITEMAP.template, view, SETTINGS)
    for path, view in sitemap_index(base, addresses, changes):
        yield Page(path, SITEMAP_INDEX.template, view, SETTINGS)


def _in_sitemap(path: str) -> str:
    """The address of a page that is in the sitemap; empty for files, and for pages that are not."""
    address = "/" + path.removesuffix(_INDEX)
    if not address.endswith("/") or any(key_at(pattern, address) is not None for pattern in _UNLISTED):
        return ""
    return address


def _changes(context: SiteContext) -> Mapping[str, str]:
    """Address to the day on which the newest brief of a page last changed; empty where no day is known."""
    days = change_days(context)
    return {
        route.url(unit.key): max((days[slug] for slug in route.briefs(context, unit.key)), default="")
        for route in ROUTES
        if route.briefs
        for unit in route.units(context)
    }


def plan_site(context: SiteContext) -> tuple[Page, ...]:
    """Every page of the site without old addresses; where two would have the same path, the first is the one."""
    pages: dict[str, Page] = {}
    for unit in plan_units(context):
        for page in unit_pages(context, unit):
            pages.setdefault(page.path, page)
    for page in closing_pages(context, tuple(pages)):
        pages.setdefault(page.path, page)
    return tuple(pages.values())


def plan_redirects(context: SiteContext, moved: tuple[MovedView, ...]) -> tuple[Page, ...]:
    """A stub for every old address, and the file that tells the host about them.

    A feed goes on at its old address: programs follow no stub. Where the host is known to redirect, it does so."""
    config = context.config
    below = [dict(_feeds_at(context, view)) if view.with_feeds else {} for view in moved]
    pages = [
        Page(output_file(view.url), MOVED.template, replace(view, with_feeds=bool(own)), SETTINGS)
        for view, own in zip(moved, below, strict=True)
    ]
    feeds = {old: page for own in below for old, page in own.items()}
    listed = redirect_file(config, (*moved, *(MovedView(old, f"/{page.path}", "") for old, page in feeds.items())))
    if listed:
        pages.append(Page(listed[0], "", TextView(listed[1]), SETTINGS))
    if not (config.host and listed):
        pages += [replace(page, path=old[1:]) for old, page in feeds.items()]
    return tuple(pages)


def _feeds_at(context: SiteContext, view: MovedView) -> Iterator[tuple[str, Page]]:
    """The feeds of the page that an old address leads to, with the addresses that they had below the old one."""
    for route in FEEDS:
        key = key_at(route.address, f"{view.target}{route.address.rpartition('/')[2]}")
        if key is not None and route.has(context, key):
            for page in route.pages(context, key):
                yield view.url + page.path.rpartition("/")[2], page


def words_of(context: SiteContext, page: Page) -> Words:
    """The words of the interface on a page: that of a brief, or of the site's own, speaks its language, every other
    page that of the site."""
    return context.words_in(page.view.language) if isinstance(page.view, BriefView | OwnPageView) else context.words
