"""The front page, the search page, the page for following, that for missing addresses, and those of the site's own."""

from annotated_briefings.content.model import Entity
from annotated_briefings.content.own_page import SitePage
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import TOPICS, feed_links
from annotated_briefings.site.exports.json_ld import site_data
from annotated_briefings.site.model.catalog import why_held
from annotated_briefings.site.pages.archive import card_groups, year_links
from annotated_briefings.site.pages.charts import spark_view, top_entities
from annotated_briefings.site.pages.listings import correction_items
from annotated_briefings.site.pages.notes import newest_notes
from annotated_briefings.site.pages.stories import running_stories, story_card
from annotated_briefings.site.pages.tags import top_tags
from annotated_briefings.site.urls import entity_url, text_url
from annotated_briefings.site.views.brief_body import brief_text
from annotated_briefings.site.views.items import CountedView
from annotated_briefings.site.views.lists import FollowView, SearchView
from annotated_briefings.site.views.own_pages import OwnPageView
from annotated_briefings.site.views.pages import HomeView, MissingView

_RAIL = 12
_STORIES = 4
_CORRECTIONS = 3
_NOTES = 4
_TOPICS = 12


def home_view(context: SiteContext) -> HomeView:
    """The front page."""
    briefs = context.catalog.briefs[: max(1, context.config.home_briefs)]
    slugs = [brief.slug for brief in briefs]
    stories = (s for s in running_stories(context) if len(context.web.briefs_in_story[s]) > 1)
    return HomeView(
        url="/",
        newest=context.date(briefs[0].date) if briefs else None,
        lead=context.card(slugs[0]) if slugs else None,
        groups=card_groups(context, slugs[1:], by_day=True),
        stories=tuple(story_card(context, story) for story, _ in zip(stories, range(_STORIES), strict=False)),
        entities=_most_named(context),
        corrections=correction_items(context)[:_CORRECTIONS],
        tags=top_tags(context, _RAIL),
        notes=newest_notes(context, _NOTES),
        count=len(context.catalog.briefs),
        data=site_data(context) if context.writes_json_ld else "",
    )


def _most_named(context: SiteContext) -> tuple[CountedView, ...]:
    naming = context.web.briefs_naming

    def rank(entity: Entity) -> tuple[int, str, str]:
        return (-len(naming.get(entity.id, ())), entity.name.casefold(), entity.id)

    best = [e for e in sorted(context.catalog.entities, key=rank)[:_RAIL] if e.id in naming]
    return tuple(
        CountedView(e.name, entity_url(e.id), len(naming[e.id]), spark_view(context, naming[e.id])) for e in best
    )


def search_view(context: SiteContext) -> SearchView:
    """The search page, with other ways in for those without scripts."""
    every = (brief.slug for brief in context.catalog.briefs)
    return SearchView(
        "/search/", top_entities(context, every, 2 * _RAIL), top_tags(context, 2 * _RAIL), year_links(context)
    )


def missing_view(context: SiteContext) -> MissingView:
    """The page for missing addresses."""
    return MissingView("/404.html", context.cards(brief.slug for brief in context.catalog.briefs[:5]))


def follow_view(context: SiteContext) -> FollowView:
    """How readers follow the site: its feeds, those of topics, mail, and what they keep in their browser."""
    config = context.config
    named = context.catalog.briefs if config.makes(TOPICS) else ()
    most = top_entities(context, (brief.slug for brief in named), _TOPICS)
    tags = top_tags(context, _TOPICS) if config.makes(TOPICS) else ()
    return FollowView(
        url="/follow/",
        subscribe=config.subscribe_url,
        feeds=feed_links(context, "/", config.title),
        entities=tuple(link for link in most if int(link.note) >= config.topic_feed_from),
        tags=tuple(link for link in tags if int(link.note) >= config.topic_feed_from),
        stories=tuple(map(context.story_link, running_stories(context)[:_TOPICS])) if config.makes(TOPICS) else (),
    )


def own_page_view(context: SiteContext, page: SitePage) -> OwnPageView:
    """A page of the site's own."""
    text, words = page.text, context.speaks(page.text)
    url = text_url(text)
    return OwnPageView(
        title=text.title,
        url=url,
        language=words.language,
        text_language=context.language(text),
        description=text.summary,
        held=why_held(text, context.now),
        blocks=brief_text(context.catalog, words, text, (), (), {}),
        twin=f"{url}index.md" if context.config.makes("markdown") else "",
    )
