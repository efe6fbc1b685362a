"""Which pages of a kind a site has."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from annotated_briefings.base.names import as_stored
from annotated_briefings.content.model import ENTITY_TYPES
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.periods import has_period, period_at, period_key
from annotated_briefings.site.pages.people import shown_people
from annotated_briefings.site.pages.questions import has_answers
from annotated_briefings.site.routes.route import Keys
from annotated_briefings.site.urls import TYPE_SLUGS, tag_at, tag_url

TYPE_OF = {slug: kind for kind, slug in TYPE_SLUGS.items()}
"""Last part of the address of the list of one type of entity to the type."""


def keys_of(mapping: Callable[[SiteContext], Mapping[str, object]], in_order: bool = False) -> Keys:
    """The keys of a mapping, sorted unless they are ``in_order``."""
    return Keys(
        lambda context: mapping(context) if in_order else sorted(mapping(context)),
        lambda context, key: key in mapping(context),
    )


def only_if(there_is: Callable[[SiteContext], bool]) -> Keys:
    """One page, where a condition holds."""
    return Keys(lambda context: ("",) if there_is(context) else (), lambda context, key: not key and there_is(context))


def _tag_has(context: SiteContext, key: str) -> bool:
    slug = tag_at(key)
    return slug in context.catalog.tag_of and tag_key(slug) == as_stored(key)


def tag_key(slug: str) -> str:
    """A tag as its address has it."""
    return tag_url(slug).removeprefix("/tags/").removesuffix("/")


def _types(context: SiteContext) -> Iterator[str]:
    used = {entity.type for entity in context.catalog.entities}
    return (TYPE_SLUGS[kind] for kind in ENTITY_TYPES if kind in used)


def _type_has(context: SiteContext, key: str) -> bool:
    return key in TYPE_OF and any(entity.type == TYPE_OF[key] for entity in context.catalog.entities)


def _entity_has(context: SiteContext, key: str) -> bool:
    entity = context.catalog.entity_of.get(key)
    return entity is not None and entity.id == key


def own_and_linking(context: SiteContext, key: str) -> Iterator[str]:
    """The text of a brief, and those of the briefs that link to it: its page shows the sentences in which they do."""
    yield key
    yield from (link.slug for link in context.web.backlinks.get(key, ()))


def no_texts(_: SiteContext, __: str) -> tuple[str, ...]:
    """No texts: pages that show front matter alone."""
    return ()


def no_entries(_: SiteContext, __: str) -> tuple[str, ...]:
    """No entities: pages that show at most names of them."""
    return ()


def own_entry(_: SiteContext, key: str) -> tuple[str, ...]:
    """The entity of the page alone."""
    return (key,)


def named_in_brief(context: SiteContext, key: str) -> tuple[str, ...]:
    """The entities that a brief names."""
    return context.web.named[key]


def of_day(context: SiteContext, key: str) -> tuple[str, ...]:
    """The briefs of a day, whose page tells how long people read them; pages of months and years do not."""
    period = period_at(key)
    return context.periods.members.get(period, ()) if period and period.day else ()


def of_notes(context: SiteContext, key: str) -> Iterator[str]:
    """The briefs that have the notes on an entity."""
    return iter(dict.fromkeys(note.brief.slug for note in context.note_lists.entities.get(key, ())))


def with_notes(context: SiteContext, _: str) -> Iterable[str]:
    """All briefs with notes that may be shown."""
    return context.with_notes


OWN_PAGES = keys_of(lambda context: context.catalog.pages, in_order=True)
"""Every page of the site's own, by its slug."""
BRIEFS = Keys(
    lambda context: (brief.slug for brief in context.catalog.briefs),
    lambda context, key: key in context.catalog.brief_of,
)
"""Every brief, by its slug."""
ENTITIES = Keys(lambda context: (entity.id for entity in context.catalog.entities), _entity_has)
"""Every entity, by its id; one that was merged into another has an old address alone."""
TYPES = Keys(_types, _type_has)
"""Every type that entities have."""
LISTED_TAGS = Keys(lambda context: (tag_key(tag.slug) for tag in context.catalog.tags), _tag_has)
"""Every tag, by its slug as its address has it."""
STORIES = keys_of(lambda context: context.web.briefs_in_story)
"""Every story."""
LONGER_STORIES = Keys(
    lambda context: sorted(story for story, briefs in context.web.briefs_in_story.items() if len(briefs) > 1),
    lambda context, key: len(context.web.briefs_in_story.get(key, ())) > 1,
)
"""Every story of more than one brief."""
PUBLISHERS = keys_of(lambda context: context.web.briefs_from)
"""Every publisher."""
PERIODS = Keys(
    lambda context: map(period_key, context.periods.members),
    lambda context, key: has_period(context.catalog.briefs, context.config.makes("days"), key),
)
"""Every year, month and day that has briefs."""
HISTORIES = keys_of(lambda context: context.figure_histories, in_order=True)
"""Everything that more than one figure measures."""
ANSWERED = only_if(has_answers)
"""Nothing where no question was answered."""
NOTE_KINDS = keys_of(lambda context: context.note_lists.kinds, in_order=True)
"""Every kind that notes have."""
NOTE_AUTHORS = keys_of(lambda context: context.note_lists.authors, in_order=True)
"""Everybody who wrote notes."""
PEOPLE = keys_of(shown_people, in_order=True)
"""Everybody who has signed something public."""
ANYBODY = only_if(lambda context: bool(shown_people(context)))
"""Nothing where nobody has."""
NOTED = keys_of(lambda context: context.note_lists.entities, in_order=True)
"""Every entity with notes on it."""
ANNOTATED = Keys(
    lambda context: filter(context.has_annotations, context.with_notes),
    lambda context, key: context.has_annotations(key),
)
"""Every brief whose notes are published as Web Annotations."""
