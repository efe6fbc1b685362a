"""Which briefs have their headlines on the pages of a kind, as far as it is known before these are planned."""

from collections.abc import Iterator

from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.periods import period_at
from annotated_briefings.site.model.questions import Question
from annotated_briefings.site.urls import tag_at


def own(_: SiteContext, key: str) -> tuple[str, ...]:
    """The brief of the page alone."""
    return (key,)


def around(context: SiteContext, key: str) -> Iterator[str]:
    """A brief and all that its page names: what is near it in time and in its story, what is related to it or links to
    it, its translations, what answers its questions or asks what it answers, and what disagrees with its
    figures."""
    catalog, web, at = context.catalog, context.web, context.order[key]
    brief = catalog.brief_of[key]
    yield key
    yield from (near.slug for near in catalog.briefs[max(0, at - 1) : at + 2])
    yield from context.related(key)
    yield from (link.slug for link in web.backlinks.get(key, ()))
    yield from web.translations.get(key, ())
    yield from web.briefs_in_story.get(brief.story, ())
    for number, html in enumerate(brief.unknowns, 1):
        yield from (slug for slug, _ in context.questions.answers.get(Question(key, number, html), ()))
    for _, closed in context.questions.answered.get(key, ()):
        yield from (question.slug for question in closed)
    for place in range(len(brief.figures)):
        quantity = context.quantities.get((key, place))
        for readings in context.disputes.get((key, quantity.id), ()) if quantity else ():
            yield from (reading.slug for reading in readings)


def naming(context: SiteContext, key: str) -> tuple[str, ...]:
    """The briefs that name an entity."""
    return context.web.briefs_naming.get(key, ())


def tagged(context: SiteContext, key: str) -> tuple[str, ...]:
    """The briefs with a tag."""
    return context.web.briefs_tagged.get(tag_at(key), ())


def from_publisher(context: SiteContext, key: str) -> tuple[str, ...]:
    """The briefs that rest on a publisher."""
    return context.web.briefs_from[key]


def in_period(context: SiteContext, key: str) -> tuple[str, ...]:
    """The briefs of a year, month or day."""
    period = period_at(key)
    return context.periods.members.get(period, ()) if period else ()


def measuring(context: SiteContext, key: str) -> Iterator[str]:
    """The briefs whose figures measure one thing."""
    return (reading.slug for reading in context.figure_histories[key].readings)
