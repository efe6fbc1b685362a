"""The table of all codes of diagnostics, and the stage that runs the rules over the files of a site."""

from collections.abc import Mapping, Sequence
from typing import Any

from annotated_briefings.base.diagnostics import DECLARED, Code, Diagnostic, Rule, apply
from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import RULES as OF_ONE_BRIEF
from annotated_briefings.site.checks import (
    each_brief,
    link_targets,
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

BRIEF_RULES: tuple[Rule[BriefInSite], ...] = (*each_brief.RULES, *link_targets.RULES)
"""Rules about one brief among the others."""
SITE_RULES: tuple[Rule[WholeSite], ...] = (
    *whole_site.RULES,
    *similar_names.RULES,
    *shared_addresses.RULES,
    *sources_changed.RULES,
    *placeholders.RULES,
)
"""Rules that need the whole site."""
ALL_RULES: tuple[Rule[Any], ...] = (
    *OF_ONE_BRIEF,
    *BRIEF_RULES,
    *SITE_RULES,
    *unsupported_quotes.RULES,
)
"""Every rule."""
CODES: Mapping[str, Code] = dict(sorted((DECLARED | {rule.code.code: rule.code for rule in ALL_RULES}).items()))
"""Every code of diagnostics, in the order of their names."""


def check_catalog(
    context: SiteContext, sources: Mapping[str, Source], held: Sequence[Brief] = ()
) -> tuple[Diagnostic, ...]:
    """What is wrong between files; ``sources`` are the files by path, for excerpts, and ``held`` the briefs that are
    not public."""
    briefs = (BriefInSite(context.catalog, brief, sources.get(brief.path)) for brief in context.catalog.briefs)
    return (
        *apply(SITE_RULES, WholeSite(context, sources, held), sources),
        *(found for brief in briefs for found in apply(BRIEF_RULES, brief, sources)),
    )


def check_alone(catalog: Catalog, brief: Brief, sources: Mapping[str, Source]) -> tuple[Diagnostic, ...]:
    """What is wrong between a brief that is left out and the files of those that are not."""
    # The date may be the very thing that could not be read.
    rules = [rule for rule in BRIEF_RULES if rule is not undated]
    return tuple(apply(rules, BriefInSite(catalog, brief, sources.get(brief.path)), sources))
