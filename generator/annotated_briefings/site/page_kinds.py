"""Pages by family: the template of each kind of page and the view that it shows."""

from collections.abc import Iterator

from annotated_briefings.content.model import ENTITY_TYPES, Brief, Entity, Tag
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import corrections_feed, feed_view
from annotated_briefings.site.pages.archive import archive_views, brief_index
from annotated_briefings.site.pages.brief import brief_view
from annotated_briefings.site.pages.entities import entity_index, entity_views
from annotated_briefings.site.pages.figures import figure_pages, history_pages
from annotated_briefings.site.pages.home import home_view, search_view
from annotated_briefings.site.pages.listings import correction_pages, source_index, source_views
from annotated_briefings.site.pages.notes import note_pages
from annotated_briefings.site.pages.questions import question_pages
from annotated_briefings.site.pages.stories import story_index, story_views
from annotated_briefings.site.pages.tags import tag_index, tag_views
from annotated_briefings.site.urls import brief_url, entity_url, story_url, tag_at, tag_url
from annotated_briefings.site.views.lists import FeedView

REGISTRY, TAGS, SETTINGS = "briefings/entities.yaml", "briefings/tags.yaml", "site.yaml"
"""Files that pages without a brief of their own come from."""
Found = Iterator[tuple[str, str, object, str]]
"""Address, template, view and origin."""


def home(context: SiteContext) -> Found:
    """The front page."""
    yield "/", "home.html", home_view(context), SETTINGS


def of_brief(context: SiteContext, brief: Brief) -> Found:
    """The page of a brief."""
    yield brief_url(brief.slug), "brief.html", brief_view(context, brief), brief.path


def brief_lists(context: SiteContext) -> Found:
    """The calendar of all briefs."""
    yield from ((view.url, "briefs.html", view, SETTINGS) for view in brief_index(context))


def archive(context: SiteContext) -> Found:
    """Days, months and years."""
    yield from ((view.url, "archive.html", view, SETTINGS) for view in archive_views(context))


def of_entity(context: SiteContext, entity: Entity) -> Found:
    """The pages of an entity."""
    yield from ((view.url, "entity.html", view, entity.place.path) for view in entity_views(context, entity))


def entity_lists(context: SiteContext) -> Found:
    """The A-Z, of all entities and of each type."""
    used = {entity.type for entity in context.catalog.entities}
    for kind in ("", *(kind for kind in ENTITY_TYPES if kind in used)):
        yield from ((view.url, "entities.html", view, REGISTRY) for view in entity_index(context, kind))


def of_tag(context: SiteContext, tag: Tag) -> Found:
    """The pages of a tag."""
    yield from ((view.url, "tag.html", view, tag.place.path) for view in tag_views(context, tag))


def tag_lists(context: SiteContext) -> Found:
    """The tree of tags."""
    yield from ((view.url, "tags.html", view, TAGS) for view in tag_index(context))


def of_story(context: SiteContext, story: str) -> Found:
    """The pages of a story."""
    yield from ((view.url, "story.html", view, SETTINGS) for view in story_views(context, story))


def story_lists(context: SiteContext) -> Found:
    """All stories."""
    yield from ((view.url, "stories.html", view, SETTINGS) for view in story_index(context))


def of_publisher(context: SiteContext, publisher: str) -> Found:
    """The pages of a publisher."""
    if context.config.makes("sources"):
        yield from ((view.url, "source.html", view, SETTINGS) for view in source_views(context, publisher))


def publisher_lists(context: SiteContext) -> Found:
    """All publishers."""
    if context.config.makes("sources"):
        yield from ((view.url, "sources.html", view, SETTINGS) for view in source_index(context))


def notes(context: SiteContext) -> Found:
    """All notes, by kind, author and entity."""
    yield from ((view.url, "notes.html", view, SETTINGS) for view in note_pages(context))


def corrections(context: SiteContext) -> Found:
    """All corrections."""
    yield from ((view.url, "corrections.html", view, SETTINGS) for view in correction_pages(context))


def questions(context: SiteContext) -> Found:
    """Open and answered questions."""
    yield from ((view.url, "questions.html", view, SETTINGS) for view in question_pages(context))


def figures(context: SiteContext) -> Found:
    """All figures, and the history of each."""
    yield from ((view.url, "figures.html", view, SETTINGS) for view in figure_pages(context))
    yield from ((view.url, "figure.html", view, SETTINGS) for view in history_pages(context))


def search(context: SiteContext) -> Found:
    """The search page, where the site has one."""
    if context.config.search:
        yield "/search/", "search.html", search_view(context), SETTINGS


def feed_folders(context: SiteContext) -> Iterator[str]:
    """Every folder of the output that holds feeds; the top is empty."""
    yield from ("", "corrections")
    if not context.config.makes("topic_feeds"):
        return
    yield from (entity_url(entity.id).strip("/") for entity in context.catalog.entities)
    yield from (tag_url(tag.slug).strip("/") for tag in context.catalog.tags)
    yield from (story_url(story).strip("/") for story in sorted(context.web.briefs_in_story))


def feed_in(context: SiteContext, folder: str) -> FeedView | None:
    """The feed of a folder; None for one that has none."""
    config, catalog, web = context.config, context.catalog, context.web
    top, _, own = folder.partition("/")
    if not folder:
        return feed_view(context, [brief.slug for brief in catalog.briefs], config.title, "/", config.feed_briefs)
    if folder == "corrections":
        return corrections_feed(context, f"{config.title}: {context.words.say('corrections')}")
    if not config.makes("topic_feeds"):
        return None
    entity = catalog.entity_of.get(own) if top == "entities" else None
    if entity and entity.id == own:
        return feed_view(context, web.briefs_naming.get(own, ()), f"{config.title}: {entity.name}", entity_url(own))
    if top == "tags" and (tag := catalog.tag_of.get(tag_at(own))):
        return feed_view(
            context, web.briefs_tagged.get(tag.slug, ()), f"{config.title}: {tag.label}", tag_url(tag.slug)
        )
    if top == "stories" and own in web.briefs_in_story:
        title = f"{config.title}: {context.story_link(own).text}"
        return feed_view(context, web.briefs_in_story[own], title, story_url(own))
    return None
