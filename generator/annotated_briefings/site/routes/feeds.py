"""Which feeds pages have, as routes of their own."""

from collections.abc import Iterator

from annotated_briefings.content.model import Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import TOPICS, JsonFeed, corrections_feed, feed_view, json_feed, rss_view
from annotated_briefings.site.routes.route import Feed, PageCopy, Route
from annotated_briefings.site.urls import entity_url, story_url, tag_at, tag_url
from annotated_briefings.site.views.lists import FeedView, RssView
from annotated_briefings.site.views.parts import LinkView

_LISTED = 200
"""Entities whose feeds are listed."""


def _of_site(context: SiteContext, _: str) -> FeedView:
    config, briefs = context.config, context.catalog.briefs
    return feed_view(context, [brief.slug for brief in briefs], config.title, "/", config.feed_briefs)


def _of_corrections(context: SiteContext, _: str) -> FeedView:
    return corrections_feed(context, f"{context.config.title}: {context.words.say('corrections')}")


def _of_entity(context: SiteContext, key: str) -> FeedView:
    title = f"{context.config.title}: {context.catalog.entity_of[key].name}"
    return feed_view(context, context.web.briefs_naming.get(key, ()), title, entity_url(key))


def _of_tag(context: SiteContext, key: str) -> FeedView:
    tag = context.catalog.tag_of[tag_at(key)]
    title = f"{context.config.title}: {tag.label}"
    return feed_view(context, context.web.briefs_tagged.get(tag.slug, ()), title, tag_url(tag.slug))


def _of_story(context: SiteContext, key: str) -> FeedView:
    title = f"{context.config.title}: {context.story_link(key).text}"
    return feed_view(context, context.web.briefs_in_story[key], title, story_url(key))


def _entities(context: SiteContext) -> Iterator[LinkView]:
    naming = context.web.briefs_naming

    def rank(entity: Entity) -> tuple[int, str]:
        return (-len(naming[entity.id]), entity.name.casefold())

    named = sorted((entity for entity in context.catalog.entities if entity.id in naming), key=rank)
    return (LinkView(entity.name, entity_url(entity.id)) for entity in named[:_LISTED])


def _tags(context: SiteContext) -> Iterator[LinkView]:
    return (context.tag_link(tag.slug) for tag in context.catalog.tags)


def _stories(context: SiteContext) -> Iterator[LinkView]:
    return map(context.story_link, sorted(context.web.briefs_in_story))


SITE = Feed(_of_site, rss=True)
"""The newest briefs."""
CORRECTIONS = Feed(_of_corrections)
"""The newest corrections."""
ENTITY = Feed(_of_entity, TOPICS, "entities", _entities, rank=3)
"""The newest briefs that name an entity."""
TAG = Feed(_of_tag, TOPICS, "tags", _tags, rank=2)
"""The newest briefs with a tag."""
STORY = Feed(_of_story, TOPICS, "stories", _stories, rank=1)
"""The newest briefs of a story."""


def feed_route(page: Route, feed: Feed) -> Route:
    """The route of the feeds of a page."""
    json = PageCopy(f"{page.address}feed.json", "", JsonFeed, "the same feed as JSON", json_feed)
    rss = PageCopy(
        f"{page.address}rss.xml", "rss.xml", RssView, "the feed of the site as RSS", lambda _, view: rss_view(view)
    )
    return Route(
        name=f"feed of {page.name}",
        address=f"{page.address}feed.xml",
        template="feed.xml",
        view=FeedView,
        shows="an Atom feed",
        views=lambda context, key: (feed.view(context, key),),
        keys=page.keys,
        part=feed.part,
        needs=("base_url",),
        copies=(json, rss) if feed.rss else (json,),
    )
