"""The front page, the search page and the page for addresses that lead nowhere."""

from generator.content.model import Entity
from generator.site.addresses import entity_url
from generator.site.archive_pages import card_groups, year_links
from generator.site.facts import Facts
from generator.site.listing_pages import correction_items
from generator.site.listings import SearchView
from generator.site.note_pages import newest_notes
from generator.site.pictures import spark_view, top_entities
from generator.site.stories import running_stories, story_card
from generator.site.tag_pages import top_tags
from generator.site.view_items import CountedView
from generator.site.views import HomeView, MissingView

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
