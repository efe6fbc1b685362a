"""Stories: briefs that follow one development over time."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.dates import When
from annotated_briefings.base.i18n import Words
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import TOPICS, feed_links
from annotated_briefings.site.model.catalog import is_public
from annotated_briefings.site.model.relations import Slugs
from annotated_briefings.site.pages.charts import top_entities
from annotated_briefings.site.pages.listings import correction_items
from annotated_briefings.site.pagination import chunks_of, parts_of
from annotated_briefings.site.shown_names import first_point
from annotated_briefings.site.urls import brief_url, story_start_url, story_url
from annotated_briefings.site.views.items import DotView, StoryCardView, StoryPartView, StoryStepView
from annotated_briefings.site.views.lists import StoriesView, StoryView

_NEAR = 3
"""Steps shown on a brief's page before it and after it."""
_DOTS = 40
"""Briefs on the small timeline, the newest."""
_ENTITIES = 12
_CORRECTIONS = 12
_FROM_START = 200
"""Briefs on one page of a story that is told from its start. Pages are counted from the oldest, so that a brief keeps
its address."""


def story_step(context: SiteContext, brief: Brief, words: Words, here: bool = False, page: str = "") -> StoryStepView:
    """A brief as one step of its story; ``page`` is that of the story told from its start which it is on."""
    step = f"s-{brief.slug}"
    return StoryStepView(
        brief.title,
        brief_url(brief.slug),
        step,
        context.date(brief.date, words),
        brief.summary,
        first_point(context.catalog, brief),
        len(brief.shown_sources),
        context.language(brief),
        not is_public(brief, context.now),
        here,
        f"{page}#{step}" if page else "",
    )


def _pages_from_start(story: str, slugs: Slugs) -> dict[str, str]:
    """For each brief of a story, given the newest first, the page of the story told from its start that it is on."""
    if len(slugs) < 2:
        return {}
    parts = chunks_of(story_start_url(story), slugs[::-1], _FROM_START)
    return {slug: part.url for part in parts for slug in part.items}


def story_part(context: SiteContext, brief: Brief, words: Words) -> StoryPartView | None:
    """The story of a brief as its page shows it; None when no other brief belongs to it."""
    slugs = context.web.briefs_in_story[brief.story]
    if len(slugs) < 2:
        return None
    at = slugs.index(brief.slug)
    near = slugs[max(0, at - _NEAR) : at + _NEAR + 1]
    steps = (story_step(context, context.catalog.brief_of[slug], words, slug == brief.slug) for slug in reversed(near))
    link = context.story_link(brief.story)
    return StoryPartView(
        link.text,
        link.url,
        tuple(steps),
        earlier=at + _NEAR + 1 < len(slugs),
        later=at > _NEAR,
        oldest=story_start_url(brief.story),
    )


def story_card(context: SiteContext, story: str) -> StoryCardView:
    """A story in a list."""
    slugs = context.web.briefs_in_story[story]
    briefs = [context.catalog.brief_of[slug] for slug in slugs]
    link = context.story_link(story)
    dated = [brief for brief in briefs if brief.date]
    known = context.catalog.story_of.get(story)
    newest = context.catalog.brief_of[slugs[0]]
    return StoryCardView(
        link.text,
        link.url,
        known.description if known else "",
        len(slugs),
        context.date(dated[-1].date) if dated else None,
        context.date(dated[0].date) if dated else None,
        context.origin(newest),
        _dots(dated[:_DOTS]),
    )


def _days(when: When) -> int:
    """Days since year 0, near enough for a picture."""
    return when.year * 372 + (when.month or 1) * 31 + (when.day or 1)


def _dots(briefs: Sequence[Brief]) -> tuple[DotView, ...]:
    """Briefs between the oldest at 0 and the newest at 100; those of one day share a place."""
    days = [_days(brief.date) for brief in briefs if brief.date]
    if not days:
        return ()
    span = max(1, days[0] - days[-1])
    return tuple(
        DotView((day - days[-1]) * 100 // span if len(set(days)) > 1 else 50, brief.title)
        for day, brief in zip(days, briefs, strict=True)
    )[::-1]


def running_stories(context: SiteContext) -> tuple[str, ...]:
    """Stories by the date of their newest brief, the newest first."""
    stories = context.web.briefs_in_story
    return tuple(sorted(stories, key=lambda story: (context.order[stories[story][0]], story)))


def story_views(context: SiteContext, story: str) -> Iterator[StoryView]:
    """The pages of a story, the newest first."""
    slugs = context.web.briefs_in_story[story]
    card = story_card(context, story)
    pages = _pages_from_start(story, slugs)
    for part in parts_of(story_url(story), slugs, context.config.list_length):
        steps = tuple(
            story_step(context, context.catalog.brief_of[slug], context.words, page=pages.get(slug, ""))
            for slug in part.items
        )
        first = not part.pager.number
        # What changes with each new brief is on the newest page alone.
        shown = (
            card
            if first
            else replace(
                card,
                count=0,
                first=None,
                last=None,
                newest=context.origin(context.catalog.brief_of[part.items[0]]),
                dots=(),
            )
        )
        yield StoryView(
            shown,
            part.url,
            part.pager,
            steps,
            top_entities(context, slugs, _ENTITIES) if first else (),
            correction_items(context, slugs)[:_CORRECTIONS] if first else (),
            feed_links(context, story_url(story), card.title, TOPICS),
            story_url(story),
            story_start_url(story) if len(slugs) > 1 else "",
            from_start=False,
        )


def story_from_start(context: SiteContext, story: str) -> Iterator[StoryView]:
    """The pages of a story told from its start: the oldest first."""
    slugs = context.web.briefs_in_story[story]
    card = story_card(context, story)
    for part in chunks_of(story_start_url(story), slugs[::-1], _FROM_START):
        steps = tuple(
            story_step(context, context.catalog.brief_of[slug], context.words, page=part.url) for slug in part.items
        )
        yield StoryView(
            card,
            part.url,
            part.pager,
            steps,
            (),
            (),
            (),
            story_url(story),
            story_start_url(story),
            from_start=True,
        )


def story_index(context: SiteContext) -> Iterator[StoriesView]:
    """The pages of the list of stories."""
    for part in parts_of("/stories/", running_stories(context), context.config.list_length):
        cards = tuple(story_card(context, story) for story in part.items)
        yield StoriesView(part.url, part.pager, cards, len(context.web.briefs_in_story))
