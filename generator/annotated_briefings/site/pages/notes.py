"""Lists of notes: all of them, and those of one kind, by one author, or on one entity."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from annotated_briefings.base.paths import slugify
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import KINDS, Annotation, Brief
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.pages.brief import note_view
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.urls import author_url, entity_url, kind_url, notes_on_url
from annotated_briefings.site.views.brief_body import note_name, resolve
from annotated_briefings.site.views.claims import NoteItemView
from annotated_briefings.site.views.lists import NotesView
from annotated_briefings.site.views.parts import LinkView

_NAMES = 30
"""Authors, and entities, that the list of all notes leads to; the page of an entity leads to its notes in any case."""


class _Note(Value):
    brief: Brief
    number: int
    note: Annotation


class _List(Value):
    url: str
    name: str
    about: LinkView | None
    notes: Sequence[_Note]


def _all_notes(context: SiteContext) -> list[_Note]:
    """Every public note with its number on its brief's page, the newest first."""
    found = [
        _Note(brief, number, note)
        for brief in context.catalog.briefs
        for number, note in enumerate(context.notes(brief), 1)
    ]

    def day(item: _Note) -> str:
        when = item.note.date or item.brief.date
        return when.iso if when else ""

    return sorted(found, key=day, reverse=True)


def note_pages(context: SiteContext) -> Iterator[NotesView]:
    """All notes, then those of each kind, author and entity."""
    every = _all_notes(context)
    kinds, authors, entities = _kinds(context, every), _authors(every), _entities(context, every)

    def links(lists: Sequence[_List]) -> tuple[LinkView, ...]:
        return tuple(LinkView(one.name, one.url, str(len(one.notes))) for one in lists)

    by_kind = (LinkView(context.words.say("all"), kind_url(""), str(len(every))), *links(kinds))
    by_author, by_entity = links(authors[:_NAMES]), links(entities[:_NAMES])
    for one in (_List(kind_url(""), "", None, every), *kinds, *authors, *entities):
        for part in parts_of(one.url, one.notes, context.config.list_length):
            items = tuple(_item(context, part.url, note) for note in part.items)
            first = not part.pager.number
            yield NotesView(
                part.url,
                by_kind if first else (),
                by_author if first else (),
                by_entity if first else (),
                one.name,
                one.about,
                part.pager,
                items,
                len(one.notes) if first else 0,
            )


def _kinds(context: SiteContext, every: Sequence[_Note]) -> list[_List]:
    out: list[_List] = []
    for kind in KINDS:
        chosen = [item for item in every if item.note.kind == kind]
        if chosen:
            out.append(_List(kind_url(kind), context.words.say(f"kind_{kind}"), None, chosen))
    return out


def _authors(every: Sequence[_Note]) -> list[_List]:
    groups: dict[str, list[_Note]] = defaultdict(list)
    for item in every:
        if slug := slugify(item.note.author):
            groups[slug].append(item)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [_List(author_url(slug), notes[0].note.author, None, notes) for slug, notes in ranked]


def _entities(context: SiteContext, every: Sequence[_Note]) -> list[_List]:
    groups: dict[str, list[_Note]] = defaultdict(list)
    for item in every:
        for entity in context.noted(item.brief, item.note):
            groups[entity].append(item)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    out: list[_List] = []
    for entity, notes in ranked:
        found = context.catalog.entity_of[entity]
        out.append(_List(notes_on_url(found.id), found.name, LinkView(found.name, entity_url(found.id)), notes))
    return out


def _item(context: SiteContext, page: str, item: _Note) -> NoteItemView:
    """A note in a list; ``page`` is the address of the list."""
    html = partial(resolve, page=page, catalog=context.catalog, origin=item.brief.path)
    origin = context.origin(item.brief, f"#note-{note_name(item.note)}")
    return NoteItemView(note_view(item.brief, item.note, item.number, context.words, html), origin)


def newest_notes(context: SiteContext, most: int) -> tuple[LinkView, ...]:
    """The first words of the newest notes, one a brief, so that a single busy brief does not fill the list."""
    out: dict[str, LinkView] = {}
    for item in _all_notes(context):
        words = item.note.text.split()
        text = " ".join(words[:14]) + ("…" if len(words) > 14 else "")
        url = context.origin(item.brief, f"#note-{note_name(item.note)}").url
        out.setdefault(item.brief.slug, LinkView(text, url, item.note.kind))
        if len(out) == most:
            break
    return tuple(out.values())
