"""Lists of notes: all of them, and those of one kind, by one author, or on one entity."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from annotated_briefings.base.values import replace
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.note_lists import ListedNote
from annotated_briefings.site.pages.brief import note_view
from annotated_briefings.site.pages.people import note_signer
from annotated_briefings.site.pagination import parts_of
from annotated_briefings.site.shown_names import with_shown_names
from annotated_briefings.site.urls import author_url, entity_url, kind_url, notes_on_url
from annotated_briefings.site.views.brief_body import note_name
from annotated_briefings.site.views.claims import NoteItemView
from annotated_briefings.site.views.linked_html import resolve
from annotated_briefings.site.views.lists import NotesView
from annotated_briefings.site.views.parts import LinkView

_NAMES = 30
"""Authors, and entities, that the list of all notes leads to; the page of an entity leads to its notes in any case."""


def note_pages(context: SiteContext) -> Iterator[NotesView]:
    """All notes."""
    yield from _pages(context, kind_url(""), context.listed_notes)


def kind_pages(context: SiteContext, kind: str) -> Iterator[NotesView]:
    """The notes of one kind."""
    notes = context.note_lists.kinds[kind]
    yield from _pages(context, kind_url(kind), notes, context.words.text(f"kind_{kind}"))


def author_pages(context: SiteContext, author: str) -> Iterator[NotesView]:
    """The notes by one author, by the slug of the name."""
    notes = context.note_lists.authors[author]
    yield from _pages(context, author_url(author), notes, notes[0].note.author)


def noted_pages(context: SiteContext, entity: str) -> Iterator[NotesView]:
    """The notes on one entity, by its id."""
    found = context.catalog.entity_of[entity]
    about = LinkView(found.name, entity_url(found.id))
    yield from _pages(context, notes_on_url(found.id), context.note_lists.entities[entity], found.name, about)


def _pages(
    context: SiteContext, url: str, notes: Sequence[ListedNote], name: str = "", about: LinkView | None = None
) -> Iterator[NotesView]:
    """The pages of one list of notes; only the first leads to the other lists."""
    for part in parts_of(url, notes, context.config.list_length):
        first = not part.pager.number
        yield NotesView(
            part.url,
            _by_kind(context) if first else (),
            _by_author(context) if first else (),
            _by_entity(context) if first else (),
            name,
            about,
            part.pager,
            tuple(_item(context, part.url, note) for note in part.items),
            len(notes) if first else 0,
        )


def _by_kind(context: SiteContext) -> tuple[LinkView, ...]:
    every = LinkView(context.words.text("all"), kind_url(""), str(len(context.listed_notes)))
    kinds = context.note_lists.kinds.items()
    return (every, *(LinkView(context.words.text(f"kind_{k}"), kind_url(k), str(len(notes))) for k, notes in kinds))


def _by_author(context: SiteContext) -> tuple[LinkView, ...]:
    first = islice(context.note_lists.authors.items(), _NAMES)
    return tuple(LinkView(notes[0].note.author, author_url(slug), str(len(notes))) for slug, notes in first)


def _by_entity(context: SiteContext) -> tuple[LinkView, ...]:
    entities = context.catalog.entity_of
    first = islice(context.note_lists.entities.items(), _NAMES)
    return tuple(LinkView(entities[key].name, notes_on_url(entities[key].id), str(len(notes))) for key, notes in first)


def _item(context: SiteContext, page: str, item: ListedNote) -> NoteItemView:
    """A note in a list; ``page`` is the address of the list."""
    html = partial(resolve, page=page, catalog=context.catalog, origin=item.brief.path)
    origin = context.origin(item.brief, f"#note-{note_name(item.note)}")
    by = note_signer(context, item.note, item.brief.language)
    return NoteItemView(note_view(item.brief, item.note, item.number, context.words, html, by, listed=True), origin)


def newest_notes(context: SiteContext, most: int) -> tuple[LinkView, ...]:
    """The first words of the newest notes, one a brief, so that a single busy brief does not fill the list."""
    out: dict[str, LinkView] = {}
    for item in context.listed_notes:
        shown = with_shown_names(context.catalog, replace(item.brief, annotations=(item.note,)))
        words = shown.annotations[0].text.split()
        text = " ".join(words[:14]) + ("…" if len(words) > 14 else "")
        url = context.origin(item.brief, f"#note-{note_name(item.note)}").url
        out.setdefault(item.brief.slug, LinkView(text, url, item.note.kind))
        if len(out) == most:
            break
    return tuple(out.values())
