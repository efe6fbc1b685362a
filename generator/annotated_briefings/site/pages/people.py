"""People who write and review, and their pages: only those whom something public names."""

from collections.abc import Iterable, Iterator, Mapping

from annotated_briefings.base.names import address_part
from annotated_briefings.content.model import Annotation, Ref
from annotated_briefings.content.registry import Person
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.feeds import topic_feeds
from annotated_briefings.site.exports.json_ld import person_data
from annotated_briefings.site.pages.archive import card_groups
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.urls import author_url, person_url
from annotated_briefings.site.views.parts import LinkView
from annotated_briefings.site.views.people import PeopleView, PersonRowView, PersonView

_REVIEWED = 40
"""Reviewed briefs on a page."""


def signed(context: SiteContext, refs: Iterable[Ref], language: str) -> tuple[LinkView, ...]:
    """Who is named under a brief in a language; those whom the list of people lacks have no address."""
    found = context.catalog.people_of(refs, language)
    return tuple(LinkView(one.name, person_url(one.id) if one.id else "") for one in found)


def shown_people(context: SiteContext) -> Mapping[str, Person]:
    """Id to person, by name, of those who have signed something public."""
    web = context.web
    shown = [
        person
        for person in context.catalog.person_of.values()
        if person.id in web.briefs_by or person.id in web.briefs_reviewed or _notes(context, person)
    ]
    return {person.id: person for person in sorted(shown, key=lambda one: (one.name.casefold(), one.id))}


def note_signer(context: SiteContext, note: Annotation, language: str) -> str:
    """Address of the page of who wrote a public note on a brief in a language; empty for those whom the list of people
    lacks. The note alone tells whether there is such a page."""
    catalog = context.catalog
    person = catalog.person_of.get(catalog.person_names.find(note.author, language or catalog.language) or "")
    known = note.public and person and address_part(note.author, context.config.language) in _slugs(context, person)
    return person_url(person.id) if person and known else ""


def _slugs(context: SiteContext, person: Person) -> tuple[str, ...]:
    """The names that notes by a person may have, as in the addresses of their lists."""
    names = (person.initials, person.id, person.name)
    return tuple(dict.fromkeys(address_part(name, context.config.language) for name in names if name))


def _notes(context: SiteContext, person: Person) -> tuple[LinkView, ...]:
    """The lists of notes by a person, under each name that notes have."""
    lists = ((slug, context.note_lists.authors.get(slug)) for slug in _slugs(context, person))
    return tuple(LinkView(notes[0].note.author, author_url(slug), str(len(notes))) for slug, notes in lists if notes)


def people_view(context: SiteContext) -> PeopleView:
    """The list of people."""
    by = context.web.briefs_by
    people = shown_people(context).values()
    return PeopleView(
        "/people/", tuple(PersonRowView(p.name, person_url(p.id), p.role, len(by.get(p.id, ()))) for p in people)
    )


def person_views(context: SiteContext, key: str) -> Iterator[PersonView]:
    """The pages of a person."""
    person = context.catalog.person_of[key]
    slugs, reviewed = context.web.briefs_by.get(key, ()), context.web.briefs_reviewed.get(key, ())
    for part in parts_of(person_url(key), slugs, context.config.list_length):
        first = not part.pager.number
        yield PersonView(
            person.name,
            part.url,
            person.role if first else "",
            person.description if first else "",
            person.page if first else "",
            person.mail if first and person.show_mail else "",
            _notes(context, person) if first else (),
            len(slugs) if first else 0,
            part.pager,
            card_groups(context, part.items),
            context.cards(reviewed[:_REVIEWED]) if first else (),
            max(0, len(reviewed) - _REVIEWED) if first else 0,
            person_data(context, person) if first and context.writes_json_ld else "",
            topic_feeds(context, slugs, person_url(key), person.name),
        )
