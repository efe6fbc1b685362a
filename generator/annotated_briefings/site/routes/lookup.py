"""One page of a site by its path, without planning the others: a preview renders what somebody looks at."""

import re
from collections.abc import Collection, Iterator

from annotated_briefings.base.names import same_file
from annotated_briefings.base.paths import output_file
from annotated_briefings.base.regex import regex
from annotated_briefings.content.model import Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.host_files import ACCESS, REDIRECTS
from annotated_briefings.site.redirects import files_of, find_redirects
from annotated_briefings.site.routes.plan import plan_redirects, plan_site, plan_units, unit_pages
from annotated_briefings.site.routes.route import Page, Unit, address_of, key_at
from annotated_briefings.site.routes.table import ROUTE_OF, ROUTES
from annotated_briefings.site.views.lists import MovedView

_INDEX = "index.html"
_FOR_HOSTS = (REDIRECTS, ACCESS)
_NUMBERED = regex(r"(.*/)page/\d+/", re.ASCII | re.DOTALL)
"""The address of a further page of a list, and that of the list."""
_SITEMAP = regex(r"sitemap(?:-\d+)?\.xml", re.ASCII)


def find_page(context: SiteContext, path: str, declared: tuple[Entity, ...]) -> Page | None:
    """The page whose file is ``path``: the one that the plan has; None where it has none.

    ``declared`` is the registry with merged entries.
    """
    for unit, _ in _units_at(context, path):
        for page in unit_pages(context, unit):
            if page.path == path:
                return page
    if _is_sitemap(path):
        for page in plan_site(context):
            if page.path == path:
                return page
    if path in _FOR_HOSTS or _is_feed(path) or _is_old(context, path, declared):
        moved = old_addresses(context, declared)
        return next((page for page in plan_redirects(context, moved) if page.path == path), None)
    return None


def page_exists(context: SiteContext, path: str, declared: tuple[Entity, ...]) -> bool:
    """Whether ``find_page`` finds a page; in most cases without making its view."""
    for unit, is_first in _units_at(context, path):
        if is_first or any(page.path == path for page in unit_pages(context, unit)):
            return True
    if _is_sitemap(path) or path in _FOR_HOSTS or _is_feed(path):
        return find_page(context, path, declared) is not None
    return _is_old(context, path, declared)


def _units_at(context: SiteContext, path: str) -> Iterator[tuple[Unit, bool]]:
    """The units that may have a page at a path, in the order of the plan, and whether it is the first page of each,
    which no unit lacks."""
    folder = path.removesuffix(_INDEX) if path == _INDEX or path.endswith("/" + _INDEX) else None
    address = f"/{path if folder is None else folder}"
    if folder is None and address.endswith("/"):
        return
    numbered = _NUMBERED.fullmatch(address)
    for route in ROUTES:
        if numbered and route.address.endswith("/"):
            # The shorter key comes first in the plan, where there are both.
            key = key_at(route.address, numbered[1])
            if key is not None and route.has(context, key):
                yield Unit(route.name, key), False
        for pattern in (route.address, *(copy.address for copy in route.copies)):
            key = key_at(pattern, address)
            if key is not None and route.has(context, key):
                yield Unit(route.name, key), True


def _is_sitemap(path: str) -> bool:
    """Whether a path may be that of a file that lists all pages."""
    return _SITEMAP.fullmatch(path) is not None


def _is_feed(path: str) -> bool:
    """Whether a path may be that of a feed, which goes on where it was."""
    return path.rpartition("/")[2] in ("feed.xml", "feed.json")


def old_addresses(context: SiteContext, declared: tuple[Entity, ...]) -> tuple[MovedView, ...]:
    """The old addresses that lead on to others: as in a build, without planning the site."""
    moved = find_redirects(context, declared, (), {}).moved
    taken = _taken(context, {file for view in moved for file in files_of(view.url)})
    return tuple(view for view in moved if taken.isdisjoint(files_of(view.url)))


def _is_old(context: SiteContext, path: str, declared: tuple[Entity, ...]) -> bool:
    moved = find_redirects(context, declared, (), {}).moved
    old = next((view for view in moved if output_file(view.url) == path), None)
    return old is not None and _taken(context, files_of(old.url)).isdisjoint(files_of(old.url))


def _taken(context: SiteContext, files: Collection[str]) -> set[str]:
    """Those of some paths that are the path of a page; all without regard to case, since two that differ in case alone
    are one file on some computers."""
    bases: dict[str, str] = {}
    for file in files:
        if numbered := _NUMBERED.fullmatch("/" + file.removesuffix(_INDEX)):
            bases[output_file(numbered[1])] = file
    out: set[str] = set()
    for unit in plan_units(context) if files else ():
        route = ROUTE_OF[unit.route]
        for pattern in (route.address, *(copy.address for copy in route.copies)):
            own = same_file(output_file(address_of(pattern, unit.key)))
            if own in files:
                out.add(own)
            if own in bases:
                out.update(same_file(page.path) for page in unit_pages(context, unit))
    if any(map(_is_sitemap, files)):
        out.update(page.path for page in plan_site(context) if _is_sitemap(page.path))
    return out
