"""Links from one brief to others, wherever they are and however they are written."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from annotated_briefings.base.digest import digest
from annotated_briefings.base.htmltext import linked_passages, plain_text
from annotated_briefings.base.names import as_named
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import markdown_html
from annotated_briefings.content.markdown.headings import heading_ids
from annotated_briefings.content.markdown.wikilinks import SCHEME, may_be_local
from annotated_briefings.content.model import Brief
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.urls import below, brief_url

_ADDRESS = regex(r"/briefs/([^/]+)/(?:index\.(?:html|md))?\Z")
_REST = regex(r"[?#].*", re.DOTALL)


Destinations = tuple[tuple[str, str], ...]
"""Slugs of briefs, empty for links to all else, each with the digest of the headings there where a link names one."""


class Backlink(Value):
    """A link from another brief."""

    slug: str
    """The brief it is in."""
    start: int
    """Offset of its words in the text that it is in."""
    end: int
    """Offset after them."""
    text: str = ""
    """The plain text of the field that it is in; empty where that is the text of the brief."""


class LinksOf(NamedTuple):
    """The links of one brief."""

    others: Mapping[str, Backlink]
    """The other briefs that it links to, each with the first link: wikilinks of its text first, then other links there,
    then those of its fields and of notes that are public."""
    leads: Destinations
    """Where each link may lead, in order, those of draft notes last."""
    names: tuple[str, ...]
    """What links name, as it may be the name of something: targets of wikilinks, and names of Markdown files."""


def links_of(catalog: Catalog, brief: Brief) -> LinksOf:
    """The links of a brief to others."""
    others: dict[str, Backlink] = {}
    leads: list[tuple[str, str]] = []
    names: list[str] = []
    public = tuple(note for note in brief.annotations if note.public)
    shown = brief if len(public) == len(brief.annotations) else replace(brief, annotations=public)
    for target, link in _links(shown):
        slug = _slug_at(catalog, brief, target)
        leads += _leads(catalog, brief, target, slug)
        names += _names_in(target)
        if slug and slug != brief.slug:
            others.setdefault(slug, link)
    if shown is not brief:
        for target, _ in _links(brief):
            leads += _leads(catalog, brief, target, _slug_at(catalog, brief, target))
            names += _names_in(target)
    return LinksOf(others, tuple(leads), tuple(names))


def _names_in(target: str) -> Iterator[str]:
    """The names that the target of a link may be meant as."""
    if target.startswith(SCHEME):
        name = target.removeprefix(SCHEME)
        yield name
        if "#" in name:
            yield name.partition("#")[0]
    elif ".md" in target:
        path = _REST.sub("", target)
        yield path
        yield unquote(path)


def _leads(catalog: Catalog, brief: Brief, target: str, slug: str) -> Iterator[tuple[str, str]]:
    """Where a link may lead: to the brief that it means, and to what it means where nobody asks for the language."""
    if not target.startswith(SCHEME) and not may_be_local(target):
        return
    slugs = [slug]
    if brief.language and target.startswith(SCHEME):
        found, _ = catalog.linked(target.removeprefix(SCHEME))
        slugs.append(found.slug if isinstance(found, Brief) else "")
    for one in dict.fromkeys(slugs):
        # A link to a heading depends on the headings there.
        yield one, digest(tuple(heading_ids(catalog.brief_of[one].body))) if one and "#" in target else ""


def _links(brief: Brief) -> Iterator[tuple[str, Backlink]]:
    """Targets of links in order, and where each is."""
    body = brief.body
    for link in body.wikilinks:
        yield SCHEME + link.target, Backlink(brief.slug, link.start, link.end)
    for local in body.local_links:
        yield local.target, Backlink(brief.slug, local.start, local.end)
    for html in markdown_html(BRIEF, brief):
        if 'href="' in html:
            text = plain_text(html)
            for target, start, end in linked_passages(html):
                yield target, Backlink(brief.slug, start, end, text)


def _slug_at(catalog: Catalog, brief: Brief, target: str) -> str:
    """The slug of the brief to which a link leads; empty where it leads to none."""
    if target.startswith(SCHEME):
        found, _ = catalog.linked(target.removeprefix(SCHEME), brief.language)
        return found.slug if isinstance(found, Brief) else ""
    if not may_be_local(target):
        return ""
    path = _REST.sub("", target)
    if path.endswith(".md"):
        other = catalog.brief(below(path, brief.path)) or catalog.brief(below(unquote(path), brief.path))
        if other:
            return other.slug
    at = _ADDRESS.fullmatch(urljoin(brief_url(brief.slug), path))
    slug = as_named(at[1]) if at else ""
    return slug if slug in catalog.brief_of else ""
