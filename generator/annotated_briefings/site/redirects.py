"""Old addresses that go on working: stubs that lead on, and the list that hosts read."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from unicodedata import normalize
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.names import MOST_BYTES, address_part, former_part, same_file
from annotated_briefings.base.paths import is_slug, output_file
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import TAGS
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import held_target
from annotated_briefings.site.urls import author_url, brief_url, entity_url, source_url, story_url, tag_url
from annotated_briefings.site.views.lists import MovedView

_INDEX = regex(r"(.*/)(?:index|default|home|welcome)\.[a-z]{2,5}", re.IGNORECASE | re.DOTALL)
"""A file that a host may serve in the place of the page of its folder, and that folder."""


_PAGES = (".html", ".htm")
"""Ends of names that every host serves as pages."""
_WELL_KNOWN = ".well-known"
"""The one name with a dot before it that hosts serve and do not read as settings of their own."""


class Redirects(Value):
    """Every old address of a site."""

    moved: tuple[MovedView, ...]
    """Old addresses by address; none is the address of a page."""
    diagnostics: tuple[Diagnostic, ...]
    """Old addresses that cannot be used."""


class _Claim(Value):
    """Something that had an address."""

    view: MovedView
    """The address, and where it leads."""
    words: str
    """What had the address, for messages."""
    place: Place | None = None
    """Where; None for what nobody wrote."""


def find_redirects(
    context: SiteContext, declared: tuple[Entity, ...], taken: Collection[str], sources: Mapping[str, Source]
) -> Redirects:
    """Old addresses of briefs, entities, tags and other names; ``taken`` are those of pages and files, which win."""
    problems: list[Diagnostic] = []
    pages = {same_file(output_file(address)): address for address in taken}
    first: dict[str, _Claim] = {}
    for claim in (*_briefs(context, sources, pages, problems), *_entities(context, declared), *_tags(context)):
        file = same_file(output_file(claim.view.url))
        other = first.setdefault(file, claim)
        if other.view.target == claim.view.target:
            # Two that differ in case alone are one file on some computers; the one in small letters is kept.
            first[file] = max(other, claim, key=lambda one: one.view.url)
        elif claim.place and file not in pages:
            problems.append(_claimed_twice(claim, other, sources))
    for view in _former(context):
        first.setdefault(same_file(output_file(view.url)), _Claim(view, ""))
    kept: dict[str, MovedView] = {}
    for view in sorted((claim.view for claim in first.values()), key=lambda view: view.url):
        beside = files_of(view.url)
        if pages.keys().isdisjoint(beside) and kept.keys().isdisjoint(beside):
            kept[same_file(output_file(view.url))] = view
    return Redirects(tuple(kept.values()), tuple(problems))


def files_of(url: str) -> set[str]:
    """The files of pages beside which an old address cannot be kept, as ``same_file`` has them: its own, that of the
    page in whose place a host may serve it, and those of which one would have to be a folder."""
    own = output_file(url)
    parts = own.split("/")
    found = {own, f"{own}/index.html", *("/".join(parts[:end]) for end in range(1, len(parts)))}
    found.update(output_file(index[1]) for name in _names_of(url) if (index := _INDEX.fullmatch(name)))
    return set(map(same_file, found))


def _names_of(url: str) -> tuple[str, str]:
    """The file of an address, and the folder that some hosts look for by the name of a file."""
    return "/" + output_file(url), url.rstrip("/")


def _briefs(
    context: SiteContext, sources: Mapping[str, Source], pages: Mapping[str, str], problems: list[Diagnostic]
) -> Iterator[_Claim]:
    for brief in context.catalog.briefs:
        for written in brief.redirect_from:
            old = clean_address(written.text)
            view = MovedView(old, brief_url(brief.slug), brief.title)
            problem = _problem(written.text, old, pages) or _held(context, written.text, old, brief.path)
            if problem:
                code, message, remedy = problem
                problems.append(report(code, message, written.place, help=remedy, source=sources.get(brief.path)))
            else:
                yield _Claim(view, f"`{written.text}`", written.place)


def _problem(written: str, old: str, pages: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Why an old address cannot be kept: code, message and remedy."""
    if not old and any(_is_hidden(part) for part in unquote(written, errors="replace").split("/")):
        remedy = "take it out of `redirect_from`"
        return "redirect", f"hosts hide `{written}`, or take it for settings of their own", remedy
    if not old:
        return "redirect", f"`{written}` is no address of this site", "write the path alone, such as `/old/address/`"
    if any(len(part.encode()) > MOST_BYTES for part in old.split("/")):
        return (
            "unusable-redirect",
            f"a part of `{written[:40]}...` is longer than {MOST_BYTES} bytes",
            "no computer can store it; take it out of `redirect_from`",
        )
    if pages.get(same_file(old.strip("/"))) == old.rstrip("/"):
        return "redirect", f"`{written}` is the address of a file", "take it out of `redirect_from`; the file wins"
    page = pages.get(same_file(output_file(old)))
    if page == old:
        return "redirect", f"`{written}` is the address of a page", "take it out of `redirect_from`; the page wins"
    folders = (index[1] for name in _names_of(old) if (index := _INDEX.fullmatch(name)))
    page = page or next((pages[file] for file in map(same_file, map(output_file, folders)) if file in pages), None)
    if page:
        return (
            "unusable-redirect",
            f"hosts may serve `{written}` in the place of the page `{page}`, and readers would go in a circle",
            "take it out of `redirect_from`; the page can be reached without it",
        )
    page = next((pages[file] for file in sorted(files_of(old)) if file in pages), None)
    if page:
        remedy = "take it out of `redirect_from`; a folder and a file cannot have one name"
        return "unusable-redirect", f"`{written}` cannot be stored beside `{page}`", remedy
    return None


def _held(context: SiteContext, written: str, old: str, origin: str) -> tuple[str, str, str] | None:
    """Why an old address cannot be kept that is one of a brief which is not public."""
    held = held_target(context.catalog, old, origin)
    if held is None:
        return None
    remedy = "take it out of `redirect_from`, or publish that brief"
    return "redirect", f"`{written}` is an address of {held.path}, which is not public", remedy


def _claimed_twice(claim: _Claim, other: _Claim, sources: Mapping[str, Source]) -> Diagnostic:
    at = claim.place or Place("")
    where = f" ({other.place.path})" if other.place else ""
    return report(
        "redirect",
        f"{claim.words} leads to `{other.view.title}`{where} already",
        at,
        help="take it out at one of the two places; until then only the other one is kept",
        source=sources.get(at.path),
    )


def _entities(context: SiteContext, declared: tuple[Entity, ...]) -> Iterator[_Claim]:
    """Merged entries under their old id, and former names under the id they would have had; none where no public
    brief names the entity."""
    for entity in declared:
        target = context.catalog.entity_of.get(entity.id)
        if target is None:
            continue
        url = entity_url(target.id)
        if target.id != entity.id:
            yield _named(MovedView(entity_url(entity.id), url, target.name, with_feeds=True), entity.id, entity.place)
        for name in entity.was:
            for old in _addresses(name):
                yield _named(MovedView(entity_url(old), url, target.name), name, entity.place)


def _tags(context: SiteContext) -> Iterator[_Claim]:
    for tag in context.catalog.tags:
        for alias in tag.aliases:
            was = is_slug(alias)
            for old in (alias,) if was else _addresses(alias):
                view = MovedView(tag_url(old), tag_url(tag.slug), tag.label, with_feeds=was)
                yield _named(view, alias, tag.place)


def _named(view: MovedView, name: str, place: Place) -> _Claim:
    return _Claim(view, f"the old address of `{name}`", place)


def _addresses(name: str) -> Iterator[str]:
    """The addresses that a name has and had."""
    yield from filter(is_slug, dict.fromkeys((former_part(name), address_part(name))))


def _former(context: SiteContext) -> Iterator[MovedView]:
    """The addresses that names had when letters and digits alone made them, of those whose address is another one now;
    none that several names had."""
    targets: dict[str, set[MovedView]] = defaultdict(set)
    for old, url, title in _renamed(context):
        if old != url and "//" not in old and is_slug(old.rstrip("/").rpartition("/")[2]):
            targets[old].add(MovedView(old, url, title))
    for found in targets.values():
        if len(found) == 1:
            yield from found


def _renamed(context: SiteContext) -> Iterator[tuple[str, str, str]]:
    """Addresses by letters and digits alone, where the names have others now, with their titles."""
    catalog, web = context.catalog, context.web
    for tag in catalog.tags:
        if tag.place.path != TAGS:
            old = f"{tag.parent}/{former_part(tag.label)}".removeprefix("/")
            yield tag_url(old), tag_url(tag.slug), tag.label
    for brief in catalog.briefs:
        if brief.story_name and brief.story not in catalog.story_of:
            yield story_url(former_part(brief.story_name.text)), story_url(brief.story), brief.story_name.text
    for publisher, name in web.publishers.items() if context.config.makes("sources") else ():
        yield source_url(former_part(name)), source_url(publisher), name
    for author, items in context.note_lists.authors.items():
        yield author_url(former_part(items[0].note.author)), author_url(author), items[0].note.author


def clean_address(text: str) -> str:
    """An old address as a path of this site, or nothing when it is none, leads out of the site, or is a name that hosts
    read as settings; ``%20`` and the like are what they stand for. What does not end as pages do (`/old/page.php`) is
    a folder: hosts serve its page as a page, and would take a file of that name for text, a picture or a program."""
    path = normalize("NFC", unquote(text.strip(), errors="strict")) if _is_whole(text) else ""
    if not path.startswith("/") or path.startswith("//") or any(c in path for c in '\\?#:*<>|"%') or path == "/":
        return ""
    parts = path.strip("/").split("/")
    if any(part.strip(". ") == "" or not part.isprintable() or part.startswith("_") for part in parts):
        return ""
    if any(map(_is_hidden, parts)):
        return ""
    return "/" + "/".join(parts) + ("" if path.lower().endswith(_PAGES) else "/")


def _is_hidden(part: str) -> bool:
    """Whether a part of an address is the name of what hosts hide or read themselves, such as ``.htaccess``."""
    return part.startswith(".") and part.strip(".") != "" and part != _WELL_KNOWN


def _is_whole(text: str) -> bool:
    """Whether the bytes that an address spells out are text, in which no slash is hidden."""
    if "%2f" in text.lower():
        return False
    try:
        return bool(unquote(text, errors="strict"))
    except UnicodeDecodeError:
        return False
