"""The plan of a site: everything that it has pages for, and the pages of each."""

from collections.abc import Iterable, Iterator, Mapping

from annotated_briefings.base.i18n import Words
from annotated_briefings.base.paths import output_file
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.machine_files import change_days, sitemap_index, sitemap_views
from annotated_briefings.site.redirects import redirect_rules
from annotated_briefings.site.routes.route import SETTINGS, Page, Unit, key_at
from annotated_briefings.site.routes.table import MOVED, ROUTE_OF, ROUTES, SITEMAP, SITEMAP_INDEX
from annotated_briefings.site.views.lists import MovedView, TextView
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
    for path, view in sitemap_views(base, addresses, changes):
        yield Page(path, SITEMAP.template, view, SETTINGS)
    for path, view in sitemap_index(base, addresses, changes):
        yield Page(path, SITEMAP_INDEX.template, view, SETTINGS)


def _in_sitemap(path: str) -> str:
    """The address of a page that stands in the sitemap; empty for files, and for pages that do not."""
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


def plan_redirects(moved: tuple[MovedView, ...], base_path: str) -> tuple[Page, ...]:
    """A stub for every old address, and the list of them."""
    stubs = [Page(output_file(view.url), MOVED.template, view, SETTINGS) for view in moved]
    return (*stubs, Page("_redirects", "", TextView(redirect_rules(moved, base_path)), SETTINGS))


def words_of(context: SiteContext, page: Page) -> Words:
    """The words of the interface on a page: a brief's page speaks its language, every other page that of the site."""
    return context.words_in(page.view.language) if isinstance(page.view, BriefView) else context.words
