"""The table of all codes of diagnostics, and the stage that runs the rules over the files of a site."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from annotated_briefings.base.diagnostics import DECLARED, Code, Diagnostic, Rule, apply
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, field_names
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import RULES as OF_ONE_BRIEF
from annotated_briefings.site.checks import (
    each_brief,
    link_targets,
    lone_stories,
    misattributed,
    named_in_lists,
    placeholders,
    shared_addresses,
    similar_names,
    sources_changed,
    unsupported_quotes,
    whole_site,
)
from annotated_briefings.site.checks.each_brief import BriefInSite, undated
from annotated_briefings.site.checks.whole_site import WholeSite
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.naming import without_details

BRIEF_RULES: tuple[Rule[BriefInSite], ...] = (*each_brief.RULES, *link_targets.RULES)
"""Rules about one brief among the others."""
SITE_RULES: tuple[Rule[WholeSite], ...] = (
    *whole_site.RULES,
    *lone_stories.RULES,
    *similar_names.RULES,
    *shared_addresses.RULES,
    *sources_changed.RULES,
    *named_in_lists.RULES,
    *placeholders.RULES,
)
"""Rules that need the whole site."""
ALL_RULES: tuple[Rule[Any], ...] = (
    *OF_ONE_BRIEF,
    *BRIEF_RULES,
    *SITE_RULES,
    *unsupported_quotes.RULES,
    *misattributed.RULES,
)
"""Every rule."""
CODES: Mapping[str, Code] = dict(sorted((DECLARED | {rule.code.code: rule.code for rule in ALL_RULES}).items()))
"""Every code of diagnostics, in the order of their names."""

_OF_BRIEFS = frozenset({"briefs", "brief_of", "duplicates", "sizes", "entities", "entity_of"})
"""Fields of a catalog of which the rules about one brief see the addresses and headlines of other briefs, and the names
of entities alone."""


class CheckedBrief(Value):
    """What the rules about one brief among the others have found."""

    brief: Brief
    """The brief."""
    source: Source | None
    """Its file, for excerpts."""
    found: tuple[Diagnostic, ...]
    """What is wrong."""


class BriefFile(Value):
    """A brief and its file."""

    brief: Brief
    """The brief."""
    source: Source | None
    """Its file, for excerpts; None when it is not available."""


LookAt = Callable[[Catalog, Sequence[BriefFile]], Sequence[tuple[Diagnostic, ...]]]
"""How some briefs are looked at; see ``look_at``."""


class CheckedBriefs(Value):
    """The same for all briefs of a site."""

    catalog: Catalog
    """The files among which they were looked at."""
    briefs: Mapping[str, CheckedBrief]
    """By slug."""


def check_catalog(
    context: SiteContext,
    sources: Mapping[str, Source],
    held: Sequence[Brief] = (),
    before: CheckedBriefs | None = None,
    look: LookAt | None = None,
) -> tuple[tuple[Diagnostic, ...], CheckedBriefs]:
    """What is wrong between files; ``sources`` are the files by path, for excerpts, and ``held`` the briefs that are
    not public. What was found ``before`` in briefs that are the same, among the same names, is not looked for again.
    ``look`` looks at some briefs; it may know what it has found in an earlier run."""
    catalog = context.catalog
    known = before.briefs if before and _same_names(before.catalog, catalog) else {}
    briefs: dict[str, CheckedBrief | None] = {}
    todo: list[BriefFile] = []
    for brief in catalog.briefs:
        source, one = sources.get(brief.path), known.get(brief.slug)
        briefs[brief.slug] = one if one and one.brief == brief and one.source == source else None
        todo += [] if briefs[brief.slug] else [BriefFile(brief, source)]
    found_in = look(catalog, todo) if look else [look_at(catalog, file) for file in todo]
    fresh = {f.brief.slug: CheckedBrief(f.brief, f.source, own) for f, own in zip(todo, found_in, strict=True)}
    checked = {slug: one or fresh[slug] for slug, one in briefs.items()}
    found = (
        *apply(SITE_RULES, WholeSite(context, sources, held), sources),
        *(diagnostic for one in checked.values() for diagnostic in one.found),
    )
    return found, CheckedBriefs(catalog, checked)


def look_at(catalog: Catalog, file: BriefFile) -> tuple[Diagnostic, ...]:
    """What is wrong with one brief among the others."""
    sources = {file.brief.path: file.source} if file.source else {}
    return tuple(apply(BRIEF_RULES, BriefInSite(catalog, file.brief, file.source), sources))


def names_of(catalog: Catalog) -> tuple[object, ...]:
    """What ``look_at`` sees of the other files."""
    names = [name for name in field_names(Catalog) if name not in _OF_BRIEFS]
    entities = (tuple(map(without_details, catalog.entities)), {n: e.id for n, e in catalog.entity_of.items()})
    briefs = tuple((b.slug, b.title) for b in catalog.briefs)
    return (*(getattr(catalog, name) for name in names), *entities, briefs)


def _same_names(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogs differ in nothing that the rules about one brief see of the other files."""
    return names_of(one) == names_of(other)


def check_page(catalog: Catalog, text: Brief, sources: Mapping[str, Source]) -> tuple[Diagnostic, ...]:
    """What is wrong between a page of the site's own and the other files."""
    return tuple(apply(link_targets.RULES, BriefInSite(catalog, text, sources.get(text.path)), sources))


def check_alone(catalog: Catalog, brief: Brief, sources: Mapping[str, Source]) -> tuple[Diagnostic, ...]:
    """What is wrong between a brief that is left out and the files of those that are not."""
    # The date may be the very thing that could not be read.
    rules = [rule for rule in BRIEF_RULES if rule is not undated]
    return tuple(apply(rules, BriefInSite(catalog, brief, sources.get(brief.path)), sources))
