"""Which feeds pages have, as routes of their own."""

from collections.abc import Callable, Iterator, Sequence

from annotated_briefings.content.model import Entity
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import (
    TOPICS,
    JsonFeed,
    corrections_feed,
    feed_view,
    in_site_feed,
    is_followed,
    json_feed,
    rss_view,
    topic_view,
)
from annotated_briefings.site.pages.people import shown_people
from annotated_briefings.site.routes.keys import no_entries, no_texts
from annotated_briefings.site.routes.route import Feed, Keys, PageCopy, Route
from annotated_briefings.site.urls import entity_url, person_url, story_url, tag_at, tag_url
from annotated_briefings.site.views.lists import FeedView, RssView
from annotated_briefings.site.views.parts import LinkView

BriefsOf = Callable[[SiteContext, str], Sequence[str]]
"""The briefs of the page with a key."""
_LISTED = 200
"""Entities whose feeds are listed."""


def _of_site(context: SiteContext, _: str) -> FeedView:
    config, briefs = context.config, context.catalog.briefs
    return feed_view(context, [brief.slug for brief in briefs], config.title, "/", config.feed_briefs)


def _of_corrections(context: SiteContext, _: str) -> FeedView:
    return corrections_feed(context, f"{context.config.title}: {context.words.text('corrections')}")


def _naming(context: SiteContext, key: str) -> Sequence[str]:
    return context.web.briefs_naming.get(key, ())


def _tagged(context: SiteContext, key: str) -> Sequence[str]:
    return context.web.briefs_tagged.get(tag_at(key), ())


def _in_story(context: SiteContext, key: str) -> Sequence[str]:
    return context.web.briefs_in_story[key]


def _written(context: SiteContext, key: str) -> Sequence[str]:
    return context.web.briefs_by.get(key, ())


def _without_summary(briefs: BriefsOf) -> Callable[[SiteContext, str], Iterator[str]]:
    """Those of the briefs of a topic whose texts are in its feed."""
    return lambda context, key: (s for s in briefs(context, key) if not context.catalog.brief_of[s].summary)


def _of_entity(context: SiteContext, key: str) -> FeedView:
    title = f"{context.config.title}: {context.catalog.entity_of[key].name}"
    return topic_view(context, _naming(context, key), title, entity_url(key))


def _of_tag(context: SiteContext, key: str) -> FeedView:
    tag = context.catalog.tag_of[tag_at(key)]
    title = f"{context.config.title}: {tag.label}"
    return topic_view(context, _tagged(context, key), title, tag_url(tag.slug))


def _of_story(context: SiteContext, key: str) -> FeedView:
    title = f"{context.config.title}: {context.story_link(key).text}"
    return topic_view(context, _in_story(context, key), title, story_url(key))


def _of_person(context: SiteContext, key: str) -> FeedView:
    title = f"{context.config.title}: {context.catalog.person_of[key].name}"
    return topic_view(context, _written(context, key), title, person_url(key))


def _entities(context: SiteContext) -> Iterator[LinkView]:
    naming = context.web.briefs_naming

    def rank(entity: Entity) -> tuple[int, str]:
        return (-len(naming[entity.id]), entity.name.casefold())

    listed = (entity for entity in context.catalog.entities if entity.id in naming)
    named = sorted((entity for entity in listed if is_followed(context, naming[entity.id])), key=rank)
    return (LinkView(entity.name, entity_url(entity.id)) for entity in named[:_LISTED])


def _tags(context: SiteContext) -> Iterator[LinkView]:
    tagged = context.web.briefs_tagged
    listed = (tag.slug for tag in context.catalog.tags if is_followed(context, tagged.get(tag.slug, ())))
    return map(context.tag_link, listed)


def _stories(context: SiteContext) -> Iterator[LinkView]:
    return map(context.story_link, sorted(context.web.briefs_in_story))


def _people(context: SiteContext) -> Iterator[LinkView]:
    listed = (person for person in shown_people(context).values() if is_followed(context, _written(context, person.id)))
    return (LinkView(person.name, person_url(person.id)) for person in listed)


SITE = Feed(_of_site, rss=True, texts=lambda context, _: in_site_feed(context))
"""The newest briefs."""
CORRECTIONS = Feed(_of_corrections, texts=no_texts)
"""The newest corrections."""
ENTITY = Feed(_of_entity, TOPICS, "entities", _entities, rank=3, briefs=_naming, texts=_without_summary(_naming))
"""The newest briefs that name an entity."""
TAG = Feed(_of_tag, TOPICS, "tags", _tags, rank=2, briefs=_tagged, texts=_without_summary(_tagged))
"""The newest briefs with a tag."""
STORY = Feed(_of_story, TOPICS, "stories", _stories, rank=1, texts=_without_summary(_in_story))
"""The newest briefs of a story."""
PERSON = Feed(_of_person, TOPICS, "people", _people, rank=4, briefs=_written, texts=_without_summary(_written))
"""The newest briefs that somebody wrote."""


def _keys(page: Route, feed: Feed) -> Keys:
    """The pages of a route that have a feed."""
    briefs = feed.briefs
    if briefs is None:
        return page.keys
    return Keys(
        lambda context: (key for key in page.keys.every(context) if is_followed(context, briefs(context, key))),
        lambda context, key: page.keys.has(context, key) and is_followed(context, briefs(context, key)),
    )


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
        keys=_keys(page, feed),
        texts=feed.texts,
        headlines=feed.briefs,
        entries=no_entries,
        part=feed.part,
        needs=("base_url",),
        copies=(json, rss) if feed.rss else (json,),
    )
