"""The front page, the search page and the page for addresses that lead nowhere."""

from annotated_briefings.content.model import Entity
from annotated_briefings.site.context import Facts
from annotated_briefings.site.pages.archive import card_groups, year_links
from annotated_briefings.site.pages.charts import spark_view, top_entities
from annotated_briefings.site.pages.listings import correction_items
from annotated_briefings.site.pages.notes import newest_notes
from annotated_briefings.site.pages.stories import running_stories, story_card
from annotated_briefings.site.pages.tags import top_tags
from annotated_briefings.site.urls import entity_url
from annotated_briefings.site.views.items import CountedView
from annotated_briefings.site.views.lists import SearchView
from annotated_briefings.site.views.pages import HomeView, MissingView

_RAIL = 12
_STORIES = 4
_CORRECTIONS = 3
_NOTES = 4


def home_view(facts: Facts) -> HomeView:
    """The front page."""
    briefs = facts.catalog.briefs[: max(1, facts.config.home_briefs)]
    slugs = [brief.slug for brief in briefs]
    stories = (s for s in running_stories(facts) if len(facts.web.briefs_in_story[s]) > 1)
    return HomeView(
        url="/",
        newest=facts.date(briefs[0].date) if briefs else None,
        lead=facts.card(slugs[0]) if slugs else None,
        groups=card_groups(facts, slugs[1:], by_day=True),
        stories=tuple(story_card(facts, story) for story, _ in zip(stories, range(_STORIES), strict=False)),
        entities=_most_named(facts),
        corrections=correction_items(facts)[:_CORRECTIONS],
        tags=top_tags(facts, _RAIL),
        notes=newest_notes(facts, _NOTES),
        count=len(facts.catalog.briefs),
    )


def _most_named(facts: Facts) -> tuple[CountedView, ...]:
    naming = facts.web.briefs_naming

    def rank(entity: Entity) -> tuple[int, str, str]:
        return (-len(naming.get(entity.id, ())), entity.name.casefold(), entity.id)

    best = [e for e in sorted(facts.catalog.entities, key=rank)[:_RAIL] if e.id in naming]
    return tuple(
        CountedView(e.name, entity_url(e.id), len(naming[e.id]), spark_view(facts, naming[e.id])) for e in best
    )


def search_view(facts: Facts) -> SearchView:
    """The search page, with other ways in for those without scripts."""
    every = (brief.slug for brief in facts.catalog.briefs)
    return SearchView("/search/", top_entities(facts, every, 2 * _RAIL), top_tags(facts, 2 * _RAIL), year_links(facts))


def missing_view(facts: Facts) -> MissingView:
    """The page for addresses that lead nowhere."""
    return MissingView("/404.html", facts.cards(brief.slug for brief in facts.catalog.briefs[:5]))
