"""Notes in lists: all of them, and those of one kind, by one author, or on one entity."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from annotated_briefings.base.names import address_part, one_file
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import KINDS, Annotation, Brief


class ListedNote(Value):
    """A note in a list."""

    brief: Brief
    """The brief that it is a note on."""
    number: int
    """Its number on the page of its brief, from 1."""
    note: Annotation
    """The note."""


NoteGroups = Mapping[str, Sequence[ListedNote]]
"""Kind, author or entity to the notes of it, newest first."""


class NoteLists(Value):
    """Every list of some notes that are only a part of all."""

    kinds: NoteGroups
    """By kind, in the order of the kinds."""
    authors: NoteGroups
    """By the address of the author's name; the author of most notes first."""
    entities: NoteGroups
    """By the id of the entity; the one that most notes are on first."""


def newest_first(briefs: Iterable[Brief], notes_of: Callable[[Brief], Iterable[Annotation]]) -> tuple[ListedNote, ...]:
    """The notes of some briefs, the newest first; ``notes_of`` gives those of a brief that are shown."""
    found = [ListedNote(brief, number, note) for brief in briefs for number, note in enumerate(notes_of(brief), 1)]

    def day(item: ListedNote) -> str:
        when = item.note.date or item.brief.date
        return when.iso if when else ""

    return tuple(sorted(found, key=day, reverse=True))


def group_notes(
    every: Iterable[ListedNote], noted: Callable[[Brief, Annotation], Iterable[str]], language: str
) -> NoteLists:
    """Notes by kind, author and entity; ``noted`` gives the entities that a note is on, ``language`` is that of the
    site."""
    kinds: dict[str, list[ListedNote]] = {kind: [] for kind in KINDS}
    authors: dict[str, list[ListedNote]] = {}
    entities: dict[str, list[ListedNote]] = {}
    items = [(item, address_part(item.note.author, item.brief.language or language)) for item in every]
    instead = one_file(address for _, address in items)
    for item, address in items:
        kinds[item.note.kind].append(item)
        if address:
            authors.setdefault(instead.get(address, address), []).append(item)
        for entity in noted(item.brief, item.note):
            entities.setdefault(entity, []).append(item)
    return NoteLists({kind: notes for kind, notes in kinds.items() if notes}, _ranked(authors), _ranked(entities))


def _ranked(groups: Mapping[str, list[ListedNote]]) -> NoteGroups:
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))
