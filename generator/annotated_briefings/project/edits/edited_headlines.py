"""A brief whose headline was edited, taken into a site that was derived before, where nothing else follows from it.

Pages show a headline in many places (``site/routes/headlines.py`` tells in which). What else may follow from it is
looked at here: the order of briefs, what a name means in links, which names of briefs that are not public are free, and
what is reported of headlines.
"""

from collections.abc import Iterator

from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Brief
from annotated_briefings.project.derive import Derived
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import with_held
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.naming import index_briefs
from annotated_briefings.site.model.relations import asked_by_pages

_NAMING = frozenset({"broken-link", "same-title", "moved-brief"})
"""Codes of what is reported of the headlines of other briefs, or with a remedy that names them."""


def with_other_headline(previous: Derived, derived: Derived, old: Brief, new: Brief) -> Derived | None:
    """A site into which a brief was taken in (``derive_one``) that has another headline, with all that names mean; None
    where something else than headlines on pages may follow."""
    before, after = previous.context, derived.context
    names = index_briefs(derived.declared.briefs, derived.declared.language)
    catalog = replace(derived.declared, brief_names=names)
    if (
        after.catalog.briefs[before.order[new.slug]].slug != new.slug
        or any(mark in brief.title for brief in (old, new) for mark in "/#")
        or new.redirect_from
        or catalog.left_out
        or any(diagnostic.code in _NAMING for own in previous.found.values() for diagnostic in own)
        or not _is_alone(after.catalog, old, new)
        or not _asked(before, catalog).isdisjoint(_changed_names(previous.declared, catalog))
        or _held_names(previous, catalog) != previous.declared.held
    ):
        return None
    shown = replace(after.catalog, brief_names=names)
    return replace(derived, declared=catalog, context=after.with_catalog(shown))


def _is_alone(catalog: Catalog, old: Brief, new: Brief) -> bool:
    """Whether no other brief has the headline that a brief had, or the one that it has now."""
    both = {old.title.casefold(), new.title.casefold()}
    return not any(brief.title.casefold() in both for brief in catalog.briefs if brief.slug != new.slug)


def _changed_names(before: Catalog, after: Catalog) -> Iterator[str]:
    """Keys of names that mean another brief now, one or none."""
    old, new = before.brief_names.keys, after.brief_names.keys
    return (key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def _asked(context: SiteContext, catalog: Catalog) -> frozenset[str]:
    """Keys of all names by which texts may mean briefs."""
    return context.web.asked.union(asked_by_pages(catalog))


def _held_names(previous: Derived, catalog: Catalog) -> object:
    """The names of briefs that are not public, of which public ones have none."""
    faulty = {text.path for text in (*previous.left_out, *previous.own_pages.broken)}
    context = previous.context
    bare = replace(catalog, held={})
    return with_held(bare, previous.unpublished, context.now, context.config.base_url, faulty).held
