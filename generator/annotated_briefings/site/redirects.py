"""Old addresses that go on working: stubs that lead on, and the list that hosts read."""

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote as percent

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.paths import is_slug, output_file, slugify
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Entity
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.urls import brief_url, entity_url, tag_url
from annotated_briefings.site.views.lists import MovedView


class Redirects(Value):
    """Every old address of a site."""

    moved: tuple[MovedView, ...]
    """Old addresses by address; none is the address of a page."""
    diagnostics: tuple[Diagnostic, ...]
    """Old addresses that cannot be used."""


def find_redirects(
    catalog: Catalog, declared: tuple[Entity, ...], taken: Collection[str], sources: Mapping[str, Source]
) -> Redirects:
    """Old addresses of briefs, entities and tags; ``taken`` are the addresses of pages, which always win."""
    found: dict[str, MovedView] = {}
    problems: list[Diagnostic] = []
    for brief in catalog.briefs:
        for written in brief.redirect_from:
            old = clean_address(written.text)
            place, source = written.place, sources.get(brief.path)
            if not old:
                problems.append(
                    report(
                        "redirect",
                        f"`{written.text}` is no address of this site",
                        place,
                        help="write the path alone, such as `/old/address/`",
                        source=source,
                    )
                )
            elif old in taken:
                problems.append(
                    report(
                        "redirect",
                        f"`{written.text}` is the address of a page",
                        place,
                        help="take it out of `redirect_from`; the page wins",
                        source=source,
                    )
                )
            else:
                found.setdefault(old, MovedView(old, brief_url(brief.slug), brief.title))
    for moved in (*_entities(catalog, declared), *_tags(catalog)):
        found.setdefault(moved.url, moved)
    # The address of a page is none of an old one.
    files = {output_file(address).casefold() for address in taken}
    kept: list[MovedView] = []
    # Two that differ in case alone are one file on some computers; the one in small letters comes last in order.
    for url in sorted(found, reverse=True):
        file = output_file(url).casefold()
        if file not in files:
            files.add(file)
            kept.append(found[url])
    return Redirects(tuple(reversed(kept)), tuple(problems))


def _entities(catalog: Catalog, declared: tuple[Entity, ...]) -> Iterator[MovedView]:
    """Merged entries under their old id, and former names under the id they would have had; none where no public
    brief names the entity."""
    for entity in declared:
        target = catalog.entity_of.get(entity.id)
        if target is None:
            continue
        if target.id != entity.id:
            yield MovedView(entity_url(entity.id), entity_url(target.id), target.name)
        for name in entity.was:
            if is_slug(slugify(name)):
                yield MovedView(entity_url(slugify(name)), entity_url(target.id), target.name)


def _tags(catalog: Catalog) -> Iterator[MovedView]:
    for tag in catalog.tags:
        for alias in tag.aliases:
            old = alias if is_slug(alias) else slugify(alias)
            if is_slug(old):
                yield MovedView(tag_url(old), tag_url(tag.slug), tag.label)


def clean_address(text: str) -> str:
    """An old address as a path of this site, or nothing when it is none or leads out of the site."""
    path = text.strip()
    if not path.startswith("/") or path.startswith("//") or any(c in path for c in '\\?#:*<>|"') or path == "/":
        return ""
    parts = path.strip("/").split("/")
    if any(part in ("", ".", "..") or not part.isprintable() or part.startswith("_") for part in parts):
        return ""
    return "/" + "/".join(parts) + ("" if "." in parts[-1] and not path.endswith("/") else "/")


def redirect_rules(moved: tuple[MovedView, ...], base_path: str) -> str:
    """The old addresses as hosts such as Netlify and Cloudflare Pages read them (``_redirects``)."""

    def rule(address: str) -> str:
        return percent(base_path + address.lstrip("/"))

    return "".join(f"{rule(m.url)} {rule(m.target)} 301\n" for m in moved)
