"""The entity registry, the tag list, the list of stories and that of people, from text to facts."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as CollectionsMapping
from typing import Any, TypeVar

from annotated_briefings.base.diagnostics import Diagnostic, did_you_mean, report
from annotated_briefings.base.names import MOST_BYTES, address_part, same_file
from annotated_briefings.base.paths import is_slug, slugify
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.field_table import Table, read_entry
from annotated_briefings.base.yaml.keys import mapping_of
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.texts import is_empty
from annotated_briefings.content.fields import ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.model import Entity, Story, Tag
from annotated_briefings.content.rules.shown_as_typed import marks_of_entry

_KEYS = frozenset(field.name for table in (ENTITY, TAG, STORY, PERSON) for field in table)
T = TypeVar("T", Entity, Tag)
_CALLED = ("label", "name", "title")
"""Fields that say what an entry is called."""


class Person(Value):
    """One entry of the list of people."""

    id: str
    """Permanent id and last part of the address."""
    name: str
    """Name shown."""
    initials: str
    """What briefs and notes may name the person by."""
    role: str
    """What the person does."""
    description: str
    """One or two sentences of plain text."""
    page: str
    """Address of a page elsewhere."""
    mail: str
    """Mail address; never public unless ``show_mail``."""
    show_mail: bool
    """Whether readers see the mail address."""
    place: Place
    """Where the entry is."""


def parse_entities(source: Source) -> tuple[tuple[Entity, ...], tuple[Diagnostic, ...]]:
    """The entities of an entities.yaml in the order of the file; a broken entry is left out with a diagnostic."""
    entries, found = _entries(source, "entity")
    read = ((key, _read(ENTITY, fields, key.text)) for key, fields in entries)
    entities = tuple(Entity(id=key.text, place=_place(source, key), **values) for key, values in read if values)
    ids = {entity.id for entity in entities}
    places = {key.text: fields for key, fields in entries}
    found += _marks(ENTITY, ((entity.id, entity) for entity in entities), places)
    for entity in entities:
        for key, target in (("parent", entity.parent), ("merged_into", entity.merged_into)):
            if target and target not in ids:
                hint = did_you_mean(target, ids - {entity.id}) or "declare it in this file, or take the field out"
                message = f"`{key}` of `{entity.id}` names no entity: `{target}`"
                place = places[entity.id].place(key)
                found.append(report("unknown-entity", message, place, help=hint, source=source))
    for key in ("parent", "merged_into"):
        entities = _without_rings(entities, key, places, source, found)
    return entities, tuple(found)


def parse_tags(source: Source) -> tuple[tuple[Tag, ...], tuple[Diagnostic, ...]]:
    """The tags of a tags.yaml in the order of the file."""
    entries, found = _entries(source, "tag")
    read = ((key, _read(TAG, fields, key.text)) for key, fields in entries)
    tags = tuple(Tag(slug=key.text, place=_place(source, key), **values) for key, values in read if values)
    slugs = {tag.slug for tag in tags}
    places = {key.text: fields for key, fields in entries}
    found += _marks(TAG, ((tag.slug, tag) for tag in tags), places)
    for tag in tags:
        if tag.parent and tag.parent not in slugs:
            hint = did_you_mean(tag.parent, slugs - {tag.slug}) or "declare it in this file, or take the field out"
            message = f"`parent` of `{tag.slug}` names no tag: `{tag.parent}`"
            place = places[tag.slug].place("parent") if places[tag.slug].has("parent") else tag.place
            found.append(report("unknown-tag", message, place, help=hint, source=source))
    return _without_rings(tags, "parent", places, source, found), tuple(found)


def parse_stories(source: Source) -> tuple[tuple[Story, ...], tuple[Diagnostic, ...]]:
    """The stories of a stories.yaml in the order of the file."""
    entries, found = _entries(source, "story")
    read = ((key, _read(STORY, fields, key.text)) for key, fields in entries)
    stories = tuple(Story(id=key.text, place=_place(source, key), **values) for key, values in read if values)
    found += _marks(STORY, ((story.id, story) for story in stories), {key.text: fields for key, fields in entries})
    return stories, tuple(found)


def parse_people(source: Source) -> tuple[tuple[Person, ...], tuple[Diagnostic, ...]]:
    """The people of a people.yaml in the order of the file."""
    entries, found = _entries(source, "person")
    read = ((key, _read(PERSON, fields, key.text)) for key, fields in entries)
    people = tuple(Person(id=key.text, place=_place(source, key), **values) for key, values in read if values)
    found += _marks(PERSON, ((person.id, person) for person in people), {key.text: fields for key, fields in entries})
    return people, tuple(found)


def _marks(
    table: Table, entries: Iterable[tuple[str, Any]], fields_of: CollectionsMapping[str, Fields]
) -> Iterator[Diagnostic]:
    """Marks of HTML and Markdown in the texts of entries, which are neither."""
    for key, entry in entries:
        yield from marks_of_entry(table, entry, fields_of[key])


def _read(table: Table, fields: Fields, key: str) -> dict[str, Any]:
    """The values of an entry; none where one of its keys sounds as if it were not for the public."""
    fields.guarded = True
    with fields.contain() as errors:
        values = read_entry(table, fields, key)
    return {} if any(error.code == "hold-back" for error in errors) else values


def _place(source: Source, key: Scalar) -> Place:
    return Place(source.path, key.line, key.column, len(key.text))


_NAMES = {"entity": "name", "tag": "label", "story": "title", "person": "name"}
"""The field that an entry is called by."""


def _entries(source: Source, what: str) -> tuple[list[tuple[Scalar, Fields]], list[Diagnostic]]:
    """The entries of a file that maps ids to mappings; an id alone, with nothing after it, is an empty entry."""
    node, early = read_yaml(source, source.text, keys=_KEYS)
    found = list(early)
    if node is None:
        return [], found
    if not isinstance(node, Mapping):
        found.append(
            report(
                "wrong-type",
                f"the file must map each {what} id to its fields",
                Place(source.path, node.line, node.column),
                help=f"write `some-{what}:` and its fields indented below",
                source=source,
            )
        )
        return [], found
    out: list[tuple[Scalar, Fields]] = []
    seen: dict[str, str] = {}
    for key, value in node.pairs:
        place = _place(source, key)
        refusal = _refusal(key.text, what, seen)
        seen.setdefault(same_file(key.text), key.text)
        if refusal:
            message, remedy = refusal
            remedy = remedy or f"write the id as `{_proposed(key.text, value, what)}`"
            found.append(report("wrong-type", message, place, help=remedy, source=source))
        elif isinstance(value, Mapping):
            out.append((key, Fields(source, value, found)))
        elif is_empty(value):
            out.append((key, Fields(source, Mapping((), key.line, key.column), found)))
        else:
            found.append(
                report(
                    "wrong-type",
                    f"`{key.text}` must have fields of its own",
                    place,
                    help=mapping_of(key.text, _NAMES[what], value.text)
                    if isinstance(value, Scalar)
                    else "write its fields indented below it",
                    source=source,
                )
            )
    return out, found


def _refusal(identity: str, what: str, seen: CollectionsMapping[str, str]) -> tuple[str, str] | None:
    """Why an id cannot be used, and what to do where that is not to write another one; ``seen`` are those before."""
    if not is_slug(identity) or ("/" in identity and what != "tag"):
        return f"`{identity}` cannot be used in an address", ""
    if any(len(part.encode()) > MOST_BYTES for part in identity.split("/")):
        return f"`{identity[:40]}...` is longer than {MOST_BYTES} bytes, which no address can be", ""
    other = seen.get(same_file(identity))
    if other is not None and other != identity:
        remedy = "give one of them another id; until then the first is used alone"
        return f"`{identity}` and `{other}` are one address on some computers", remedy
    return None


def _proposed(identity: str, value: Node, what: str) -> str:
    """An id for an entry whose own cannot be used: from its letters, or else from what the entry is called."""
    parts = identity.split("/") if what == "tag" else [identity]
    made = "/".join(filter(None, map(address_part, parts)))
    entry = Fields(Source("", ""), value, []) if isinstance(value, Mapping) else None
    called = "" if entry is None or any(map(slugify, parts)) else next(filter(None, map(entry.text, _CALLED)), "")
    return slugify(called) or made or f"{what}-1"


def _without_rings(
    entries: Sequence[T],
    key: str,
    places: CollectionsMapping[str, Fields],
    source: Source,
    found: list[Diagnostic],
) -> tuple[T, ...]:
    """Entries of which none leads back to itself by ``key``, the field that names another entry; of a ring, which is
    reported once, no entry has the field."""
    target: dict[str, str] = {_id(entry): getattr(entry, key) for entry in entries}
    in_ring: set[str] = set()
    for entry in entries:
        ring: list[str] = [_id(entry)]
        while target.get(ring[-1]) and target[ring[-1]] not in ring:
            ring.append(target[ring[-1]])
        if target.get(ring[-1]) == ring[0] and in_ring.isdisjoint(ring):
            in_ring.update(ring)
            way = " > ".join(f"`{name}`" for name in (*ring, ring[0]))
            message = f"`{key}` leads in a ring: {way}"
            remedy = f"take `{key}` out of one of them; until then none of them has it"
            place = places[_id(entry)].place(key)
            found.append(report("ring", message, place, help=remedy, source=source))
    return tuple(replace(entry, **{key: ""}) if _id(entry) in in_ring else entry for entry in entries)


def _id(entry: Entity | Tag) -> str:
    return entry.id if isinstance(entry, Entity) else entry.slug
