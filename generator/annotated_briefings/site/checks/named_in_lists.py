"""Rules about the lists that briefs name things of: entities, tags, stories and people."""

from collections.abc import Iterator

from annotated_briefings.base.diagnostics import Finding, Rule
from annotated_briefings.base.site_files import ENTITIES, PEOPLE, STORIES, TAGS
from annotated_briefings.base.source import place_at
from annotated_briefings.site.checks.link_targets import held_links
from annotated_briefings.site.checks.whole_site import WholeSite
from annotated_briefings.site.silenced import naming_parts


def held_in_lists(site: WholeSite) -> Iterator[Finding]:
    """Links in descriptions that would show readers the headline or address of a brief that is not public."""
    for source in filter(None, map(site.sources.get, (ENTITIES, TAGS, STORIES, PEOPLE))):
        for part in naming_parts(source, site.catalog):
            written = " ".join(source.text[part.start : part.end].split())
            yield Finding(
                f"`{written}` names {part.held.path}, which is not public: {part.held.why}",
                place_at(source, part.start, part.end - part.start),
                f"readers see `{part.instead}` in its place; take it out, or publish the brief",
            )


links_in_lists: Rule[WholeSite] = Rule(held_links.code, held_in_lists)
RULES: tuple[Rule[WholeSite], ...] = (links_in_lists,)
"""All rules of this module."""
