"""What feeds, notes and data call a brief or a feed, whatever its address."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from annotated_briefings.base.paths import split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.originals import oldest_first

_YEAR = 2026
"""The year in tag URIs: one for all, so that no change of a date makes another id."""
_BRIEF = regex(r"/briefs/([^/]+)/?")
"""The address of a brief."""


def permanent_id(context: SiteContext, brief: Brief) -> str:
    """A tag URI (RFC 4151) that a brief keeps when its file, slug or date changes, and when the site moves: made from
    its ``id``, or the id of its article, or its first address. No two briefs have the same: a copy of a file is called
    as it will be without the lines of the original."""
    names = context.caches.ids
    if not names:
        names.update(_names(context.catalog.briefs))
    return _tag(context, quote(names[brief.slug], safe=""))


def feed_id(context: SiteContext, path: str) -> str:
    """The same for a feed at an address that begins with a slash, as no name of a brief does."""
    return _tag(context, path)


def _tag(context: SiteContext, name: str) -> str:
    host = context.config.id_host or split_url(context.config.base_url).hostname or "localhost"
    return f"tag:{host},{_YEAR}:{name}"


def _names(briefs: tuple[Brief, ...]) -> Mapping[str, str]:
    """What each brief is called in its id, by slug."""
    names = {brief.slug: next(_choices(brief)) for brief in briefs}
    taken = set(names.values())
    if len(taken) < len(names):
        same = sorted(oldest_first(briefs), key=lambda brief: names[brief.slug])
        for _, group in groupby(same, key=lambda brief: names[brief.slug]):
            for copy in list(group)[1:]:
                names[copy.slug] = next(name for name in _choices(copy) if name not in taken)
                taken.add(names[copy.slug])
    return names


def _choices(brief: Brief) -> Iterator[str]:
    """What a brief may be called, the best first."""
    if brief.id:
        yield brief.id
    yield from brief.articles[:1]
    yield from (match[1] for ref in brief.redirect_from if (match := _BRIEF.fullmatch(ref.text)))
    yield brief.slug
    yield brief.path
