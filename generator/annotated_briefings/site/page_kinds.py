"""Pages by family: the template of each kind of page and the view that it shows."""

from collections.abc import Iterator

from annotated_briefings.content.model import ENTITY_TYPES, Brief, Entity, Tag
from annotated_briefings.site.context import Facts
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


def home(facts: Facts) -> Found:
    """The front page."""
    yield "/", "home.html", home_view(facts), SETTINGS


def of_brief(facts: Facts, brief: Brief) -> Found:
    """The page of a brief."""
    yield brief_url(brief.slug), "brief.html", brief_view(facts, brief), brief.path


def brief_lists(facts: Facts) -> Found:
    """The calendar of all briefs."""
    yield from ((view.url, "briefs.html", view, SETTINGS) for view in brief_index(facts))


def archive(facts: Facts) -> Found:
    """Days, months and years."""
    yield from ((view.url, "archive.html", view, SETTINGS) for view in archive_views(facts))


def of_entity(facts: Facts, entity: Entity) -> Found:
    """The pages of an entity."""
    yield from ((view.url, "entity.html", view, entity.place.path) for view in entity_views(facts, entity))


def entity_lists(facts: Facts) -> Found:
    """The A-Z, of all entities and of each type."""
    used = {entity.type for entity in facts.catalog.entities}
    for kind in ("", *(kind for kind in ENTITY_TYPES if kind in used)):
        yield from ((view.url, "entities.html", view, REGISTRY) for view in entity_index(facts, kind))


def of_tag(facts: Facts, tag: Tag) -> Found:
    """The pages of a tag."""
    yield from ((view.url, "tag.html", view, tag.place.path) for view in tag_views(facts, tag))


def tag_lists(facts: Facts) -> Found:
    """The tree of tags."""
    yield from ((view.url, "tags.html", view, TAGS) for view in tag_index(facts))


def of_story(facts: Facts, story: str) -> Found:
    """The pages of a story."""
    yield from ((view.url, "story.html", view, SETTINGS) for view in story_views(facts, story))


def story_lists(facts: Facts) -> Found:
    """All stories."""
    yield from ((view.url, "stories.html", view, SETTINGS) for view in story_index(facts))


def of_publisher(facts: Facts, publisher: str) -> Found:
    """The pages of a publisher."""
    if facts.config.makes("sources"):
        yield from ((view.url, "source.html", view, SETTINGS) for view in source_views(facts, publisher))


def publisher_lists(facts: Facts) -> Found:
    """All publishers."""
    if facts.config.makes("sources"):
        yield from ((view.url, "sources.html", view, SETTINGS) for view in source_index(facts))


def notes(facts: Facts) -> Found:
    """All notes, by kind, author and entity."""
    yield from ((view.url, "notes.html", view, SETTINGS) for view in note_pages(facts))


def corrections(facts: Facts) -> Found:
    """All corrections."""
    yield from ((view.url, "corrections.html", view, SETTINGS) for view in correction_pages(facts))


def questions(facts: Facts) -> Found:
    """Open and answered questions."""
    yield from ((view.url, "questions.html", view, SETTINGS) for view in question_pages(facts))


def figures(facts: Facts) -> Found:
    """All figures, and the history of each."""
    yield from ((view.url, "figures.html", view, SETTINGS) for view in figure_pages(facts))
    yield from ((view.url, "figure.html", view, SETTINGS) for view in history_pages(facts))


def search(facts: Facts) -> Found:
    """The search page, where the site has one."""
    if facts.config.search:
        yield "/search/", "search.html", search_view(facts), SETTINGS


def feed_folders(facts: Facts) -> Iterator[str]:
    """Every folder of the output that holds feeds; the top is empty."""
    yield from ("", "corrections")
    if not facts.config.makes("topic_feeds"):
        return
    yield from (entity_url(entity.id).strip("/") for entity in facts.catalog.entities)
    yield from (tag_url(tag.slug).strip("/") for tag in facts.catalog.tags)
    yield from (story_url(story).strip("/") for story in sorted(facts.web.briefs_in_story))


def feed_in(facts: Facts, folder: str) -> FeedView | None:
    """The feed of a folder; None for one that has none."""
    config, catalog, web = facts.config, facts.catalog, facts.web
    top, _, own = folder.partition("/")
    if not folder:
        return feed_view(facts, [brief.slug for brief in catalog.briefs], config.title, "/", config.feed_briefs)
    if folder == "corrections":
        return corrections_feed(facts, f"{config.title}: {facts.words.say('corrections')}")
    if not config.makes("topic_feeds"):
        return None
    entity = catalog.entity_of.get(own) if top == "entities" else None
    if entity and entity.id == own:
        return feed_view(facts, web.briefs_naming.get(own, ()), f"{config.title}: {entity.name}", entity_url(own))
    if top == "tags" and (tag := catalog.tag_of.get(tag_at(own))):
        return feed_view(facts, web.briefs_tagged.get(tag.slug, ()), f"{config.title}: {tag.label}", tag_url(tag.slug))
    if top == "stories" and own in web.briefs_in_story:
        title = f"{config.title}: {facts.story_link(own).text}"
        return feed_view(facts, web.briefs_in_story[own], title, story_url(own))
    return None
