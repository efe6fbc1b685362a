"""What wikilinks and links between files lead to; briefs that are not public are known, so that nothing names them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote, unquote, urljoin

from annotated_briefings.base.names import name_key
from annotated_briefings.base.paths import split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import PAGES
from annotated_briefings.base.values import replace
from annotated_briefings.base.web import host_key, normal_parts
from annotated_briefings.content.markdown.headings import heading_id
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.markdown.wikilinks import SCHEME
from annotated_briefings.content.model import Brief, Entity, Story
from annotated_briefings.content.own_page import SitePage
from annotated_briefings.site.model.catalog import Catalog, PictureFile, has_expired, why_held
from annotated_briefings.site.model.left_out import HeldBrief, LeftOutBrief
from annotated_briefings.site.urls import (
    below,
    brief_url,
    entity_url,
    file_url,
    is_local,
    page_url,
    picture_size,
    story_url,
    tag_url,
    text_url,
)

_FILE = regex(r"(?:/(?:index\.(?:html|md)|annotations\.json))?/*\Z", re.IGNORECASE)
"""What may follow the address of a brief."""
_REST = regex(r"[?#].*", re.DOTALL)
_LEAST = 16
"""Characters of a headline that nobody writes by chance within other words."""
_MARKDOWN = (".md", ".markdown")


def wiki_target(catalog: Catalog, target: str, origin: str = "") -> tuple[str, str] | None:
    """Class and address of what a wikilink means; None when it means nothing that is public. One that begins with ``#``
    and is no name means a heading of the file ``origin``."""
    found, fragment = catalog.linked(target)
    if found is None and target.startswith("#"):
        own = catalog.text(origin)
        name = _heading(own, target[1:]) if own else ""
        return ("brief-link", f"{text_url(own)}#{quote(name)}") if own and name else None
    if isinstance(found, SitePage):
        found = found.text
    if isinstance(found, Brief):
        return "brief-link", _at_heading(found, fragment.removeprefix("#"))
    if isinstance(found, Entity):
        return "entity", entity_url(found.id)
    if isinstance(found, Story):
        return "story-link", story_url(found.id)
    return ("tag-link", tag_url(found.slug)) if found else None


def _at_heading(brief: Brief, fragment: str) -> str:
    """The address of a heading of a brief, however a link names it; a fragment that is no heading stays as written."""
    name = _heading(brief, fragment) if fragment else ""
    found = quote(name) if name else fragment
    return f"{text_url(brief)}#{found}" if found else text_url(brief)


def _heading(brief: Brief, fragment: str) -> str:
    """The id of the heading that a fragment means; of several headings, one in another, it is the last."""
    parts = (fragment, unquote(fragment), fragment.rpartition("#")[2])
    return next((name for part in dict.fromkeys(parts) if (name := heading_id(brief.body, part))), "")


def name_for(catalog: Catalog, target: str) -> str:
    """The name of what a wikilink means that was written as slug, id or path, as its own page has it; empty where it
    was written by one of its names, which stays as it is typed."""
    found, _ = catalog.linked(target)
    if isinstance(found, SitePage):
        found = found.text
    if found is None:
        return ""
    if isinstance(found, Brief):
        names: tuple[str, ...] = (found.title,)
    elif isinstance(found, Entity):
        names = (found.name, *found.aliases, *found.was)
    elif isinstance(found, Story):
        names = (found.title,)
    else:
        names = (found.label, *found.aliases)
    typed = {name_key(target), name_key(target.partition("#")[0])}
    return "" if typed.intersection(map(name_key, names)) else names[0]


def local_target(catalog: Catalog, target: str, origin: str) -> str:
    """Address of a link between files: ``../2023/other.md`` is that brief, ``#costs`` a heading of the brief itself,
    ``../static/a.png`` that file; anything else stays as written."""
    path, mark, fragment = target.partition("#")
    if not path and mark:
        own = catalog.text(origin)
        name = _heading(own, fragment) if own else ""
        return f"{text_url(own)}#{quote(name)}" if own and name else target
    if not path.endswith(".md"):
        return file_url(catalog.files, target, origin) or target
    brief = catalog.text(below(path, origin)) or catalog.text(below(unquote(path), origin))
    return _at_heading(brief, fragment) if brief else target


def shown_picture(catalog: Catalog, address: str) -> tuple[PictureFile, ...]:
    """The files that show the picture at an address of the site, the smallest first: one alone where its size is all
    that is known, and none where not even that is."""
    path = unquote(_REST.sub("", address)).removeprefix("/")
    width, height = picture_size(catalog.sizes, address)
    return catalog.copies.get(path) or ((PictureFile(path, width, height),) if width else ())


def largest_picture(catalog: Catalog, address: str) -> str:
    """The address of the largest file that shows a picture; that of the picture itself where there is no other."""
    shown = shown_picture(catalog, address) if is_local(address) else ()
    return f"/{quote(shown[-1].path)}" if len(shown) > 1 else address


def comparable(name: str) -> str:
    """A title, path or address in the form in which those of held briefs are compared: however somebody types it."""
    return " ".join(plain_quote(unquote(name)).casefold().split())


def with_held(
    catalog: Catalog, briefs: Iterable[Brief], now: datetime, base_url: str, faulty: Collection[str] = ()
) -> Catalog:
    """A catalog that knows the names of the briefs that are not public at a moment; ``faulty`` are the files of those
    that have errors, of which it is not known whether they were."""
    names: dict[str, HeldBrief] = {}
    for brief in sorted(briefs, key=lambda one: one.path):
        why = why_held(brief, now) or "it has errors"
        held = HeldBrief(brief.path, why, comparable(brief.title), brief.path not in faulty and has_expired(brief, now))
        names_of = [brief.title, brief.slug, brief.path, *_ends_of(brief.path.rpartition(".")[0]), *brief.aliases]
        names_of = [name for name in names_of if catalog.text(name) is None]
        taken = catalog.pages if brief.path.startswith(f"{PAGES}/") else catalog.brief_of
        if brief.slug not in taken:
            url = text_url(brief)
            names_of += (
                _address(base_url + url),
                *(_FILE.sub("", path) for path in (url, split_url(base_url).path + url)),
            )
        old = [_FILE.sub("", ref.text) for ref in brief.redirect_from]
        names_of += (
            *old,
            *(_address(base_url + path) for path in old),
            *(split_url(base_url).path + path for path in old),
        )
        for name in names_of:
            if comparable(name).strip("/"):
                names.setdefault(comparable(name), held)
    return replace(catalog, held=MappingProxyType(names)) if names else catalog


def _ends_of(path: str) -> Iterator[str]:
    """A path, and what is left of it without the folders that it begins with: people link files by their names too."""
    parts = path.split("/")
    return ("/".join(parts[at:]) for at in range(len(parts)))


def with_left_out(catalog: Catalog, files: Iterable[tuple[str, Brief | None, str]]) -> Catalog:
    """A catalog that knows the files of briefs that it has not: paths, what could be read of each, and why it is left
    out. What else has one of their names keeps it."""
    names: dict[str, LeftOutBrief] = {}
    others = ((own.path, own, f"its slug is that of {first.path}") for own, first in catalog.duplicates)
    for path, brief, why in sorted((*files, *others), key=lambda file: file[0]):
        stem = path.rpartition(".")[0]
        slug = brief.slug if brief else stem.rpartition("/")[2]
        own_slug = "" if slug in catalog.brief_of else slug
        left = LeftOutBrief(path, why, own_slug)
        for name in (path, stem, own_slug, *((brief.title, *brief.aliases) if brief else ())):
            if comparable(name) and catalog.linked(name)[0] is None:
                names.setdefault(comparable(name), left)
    return replace(catalog, left_out=MappingProxyType(names)) if names else catalog


def left_out_pages(catalog: Catalog) -> Mapping[str, str]:
    """The pages that a site lacks because the files of their briefs are left out: each page, and the file and why."""
    left = {one.slug: one for one in catalog.left_out.values() if one.slug}
    return {f"{brief_url(slug).strip('/')}/index.html": left_out_message(one) for slug, one in left.items()}


def left_out_message(left: LeftOutBrief) -> str:
    """Which file is left out, and why."""
    return f"{left.path}, which is left out: {left.why}"


def left_out_target(catalog: Catalog, target: str, origin: str) -> LeftOutBrief | None:
    """The file of a brief that is left out to which a link in the file ``origin`` leads; ``target`` is that of a
    wikilink with its scheme, or a path between files."""
    if target.startswith(SCHEME):
        name = target.removeprefix(SCHEME)
        names: tuple[str, ...] = (name, name.partition("#")[0])
        names = (*names, *(name.removesuffix(end) for end in _MARKDOWN for name in names))
    else:
        names = (below(unquote(_REST.sub("", target)), origin),)
    return next((left for name in names if (left := catalog.left_out.get(comparable(name)))), None)


def held_target(catalog: Catalog, target: str, origin: str) -> HeldBrief | None:
    """The brief that is not public to which a link in the file ``origin`` leads; ``target`` is that of a wikilink with
    its scheme, a path between files, or an address of the site."""
    if not catalog.held or not target:
        return None
    if target.startswith(SCHEME):
        name = target.removeprefix(SCHEME)
        if wiki_target(catalog, name, origin):
            return None
        names = (name, name.partition("#")[0])
        return _first(catalog, (*names, *(name.removesuffix(end) for end in _MARKDOWN for name in names)))
    bare = unquote(_REST.sub("", target))
    if bare.lower().endswith(_MARKDOWN):
        path = below(bare, origin)
        if held := None if catalog.text(path) else _first(catalog, (path, path.rpartition(".")[0])):
            return held
    if split_url(bare).scheme or bare.startswith("//"):
        return _first(catalog, (_address(bare),))
    return _first(catalog, (_FILE.sub("", urljoin(_page_of(origin), bare)),))


def _page_of(origin: str) -> str:
    """Some address at the depth of the page of a file."""
    return page_url("_") if origin.startswith(f"{PAGES}/") else brief_url("_")


def is_naming(words: str, target: str, held: HeldBrief) -> bool:
    """Whether the words that readers see of a link name the brief to which its target leads."""
    comparable_words = comparable(words)
    named = (held.title, comparable(held.path), comparable(target))
    return comparable_words in named or (len(held.title) >= _LEAST and held.title in comparable_words)


def _first(catalog: Catalog, names: Iterable[str]) -> HeldBrief | None:
    return next((held for name in names if (held := catalog.held.get(comparable(name)))), None)


def _address(url: str) -> str:
    """A web address for comparing: without scheme, ``www.`` and what follows the path."""
    return host_key(url) + _FILE.sub("", normal_parts(url).path)
