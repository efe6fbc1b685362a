"""What wikilinks and links between files lead to; briefs that are not public are known, so that nothing names them."""

import re
from collections.abc import Iterable
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote, unquote, urljoin

from annotated_briefings.base.paths import split_url
from annotated_briefings.base.values import replace
from annotated_briefings.base.web import host_key, normal_parts
from annotated_briefings.content.markdown.headings import heading_id
from annotated_briefings.content.markdown.plaintext import plain_quote
from annotated_briefings.content.markdown.wikilinks import SCHEME
from annotated_briefings.content.model import Brief, Entity
from annotated_briefings.site.model.catalog import Catalog, HeldBrief, why_held
from annotated_briefings.site.urls import below, brief_url, entity_url, file_url, tag_url

_FILE = re.compile(r"(?:/(?:index\.(?:html|md)|annotations\.json))?/*\Z", re.IGNORECASE)
"""What may follow the address of a brief."""
_REST = re.compile(r"[?#].*", re.DOTALL)
_MARKDOWN = (".md", ".markdown")


def wiki_target(catalog: Catalog, target: str, origin: str = "") -> tuple[str, str] | None:
    """Class and address of what a wikilink means; None when it means nothing that is public. One that begins with ``#``
    and is no name means a heading of the file ``origin``."""
    found, fragment = catalog.linked(target)
    if found is None and target.startswith("#"):
        own = catalog.brief(origin)
        name = _heading(own, target[1:]) if own else ""
        return ("brief-link", f"{brief_url(own.slug)}#{quote(name)}") if own and name else None
    if isinstance(found, Brief):
        return "brief-link", _at_heading(found, fragment.removeprefix("#"))
    if isinstance(found, Entity):
        return "entity", entity_url(found.id)
    return ("tag-link", tag_url(found.slug)) if found else None


def _at_heading(brief: Brief, fragment: str) -> str:
    """The address of a heading of a brief, however a link names it; a fragment that is no heading stays as written."""
    name = _heading(brief, fragment) if fragment else ""
    found = quote(name) if name else fragment
    return f"{brief_url(brief.slug)}#{found}" if found else brief_url(brief.slug)


def _heading(brief: Brief, fragment: str) -> str:
    """The id of the heading that a fragment means; of several headings, one in another, it is the last."""
    parts = (fragment, unquote(fragment), fragment.rpartition("#")[2])
    return next((name for part in dict.fromkeys(parts) if (name := heading_id(brief.body, part))), "")


def local_target(catalog: Catalog, target: str, origin: str) -> str:
    """Address of a link between files: ``../2023/other.md`` is that brief, ``#costs`` a heading of the brief itself,
    ``../static/a.png`` that file; anything else stays as written."""
    path, mark, fragment = target.partition("#")
    if not path and mark:
        own = catalog.brief(origin)
        name = _heading(own, fragment) if own else ""
        return f"{brief_url(own.slug)}#{quote(name)}" if own and name else target
    if not path.endswith(".md"):
        return file_url(catalog.files, target, origin) or target
    brief = catalog.brief(below(path, origin)) or catalog.brief(below(unquote(path), origin))
    return _at_heading(brief, fragment) if brief else target


def comparable(name: str) -> str:
    """A title, path or address in the form in which those of held briefs are compared: however somebody types it."""
    return " ".join(plain_quote(unquote(name)).casefold().split())


def with_held(catalog: Catalog, briefs: Iterable[Brief], now: datetime, base_url: str) -> Catalog:
    """A catalog that knows the names of the briefs that are not public at a moment."""
    names: dict[str, HeldBrief] = {}
    for brief in sorted(briefs, key=lambda one: one.path):
        held = HeldBrief(brief.path, why_held(brief, now) or "it has errors", comparable(brief.title))
        names_of = [brief.title, brief.slug, brief.path, brief.path.rpartition(".")[0]]
        names_of = [name for name in names_of if catalog.brief(name) is None]
        if brief.slug not in catalog.brief_of:
            url = brief_url(brief.slug)
            names_of += (
                _address(base_url + url),
                *(_FILE.sub("", path) for path in (url, split_url(base_url).path + url)),
            )
        names_of += (_FILE.sub("", ref.text) for ref in brief.redirect_from)
        for name in names_of:
            if comparable(name).strip("/"):
                names.setdefault(comparable(name), held)
    return replace(catalog, held=MappingProxyType(names)) if names else catalog


def held_target(catalog: Catalog, target: str, origin: str) -> HeldBrief | None:
    """The brief that is not public to which a link in the file ``origin`` leads; ``target`` is that of a wikilink with
    its scheme, a path between files, or an address of the site."""
    if not catalog.held:
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
        if held := None if catalog.brief(path) else _first(catalog, (path, path.rpartition(".")[0])):
            return held
    if split_url(bare).scheme or bare.startswith("//"):
        return _first(catalog, (_address(bare),))
    return _first(catalog, (_FILE.sub("", urljoin(brief_url("_"), bare)),))


def _first(catalog: Catalog, names: Iterable[str]) -> HeldBrief | None:
    return next((held for name in names if (held := catalog.held.get(comparable(name)))), None)


def _address(url: str) -> str:
    """A web address for comparing: without scheme, ``www.`` and what follows the path."""
    return host_key(url) + _FILE.sub("", normal_parts(url).path)
